using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Features.Users;

/// <summary>Người dùng.</summary>
public sealed class UserForm
{
    /// <summary>The key that makes the same form, sent twice, one account.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>"Trần Thị Mẫu".</summary>
    [Required, StringLength(UserAccount.NameLength)]
    [Display(Name = nameof(UserTexts.FullName), ResourceType = typeof(UserTexts))]
    public string FullName { get; set; } = "";

    /// <summary>"canbo@sontrung"; asked for once, then kept for good.</summary>
    [StringLength(60)]
    [RegularExpression("[A-Za-z0-9._@+-]+", ErrorMessageResourceName = nameof(UserTexts.UserNameWrong), ErrorMessageResourceType = typeof(UserTexts))]
    [Display(Name = nameof(UserTexts.UserName), ResourceType = typeof(UserTexts), Description = nameof(UserTexts.UserNameHint))]
    public string? UserName { get; set; }

    /// <summary>Where a new person works, for the system administrator.</summary>
    [Display(Name = nameof(UserTexts.Agency), ResourceType = typeof(UserTexts), Description = nameof(UserTexts.AgencyHint))]
    public long? AgencyId { get; set; }

    /// <summary>What the person does.</summary>
    [Display(Name = nameof(UserTexts.Duties), ResourceType = typeof(UserTexts), Description = nameof(UserTexts.DutiesHint))]
    public List<Duties> Duties { get; set; } = [];

    /// <summary>The unit.</summary>
    [Display(Name = nameof(UserTexts.Department), ResourceType = typeof(UserTexts), Description = nameof(UserTexts.DepartmentHint))]
    public long? DepartmentId { get; set; }

    internal static UserForm Of(UserAccount user) => new()
    {
        Version = user.Version,
        FullName = user.FullName,
        UserName = user.UserName,
        Duties = DutyTexts.Split(user.Duties),
        DepartmentId = user.DepartmentId,
    };

    internal AccountInput ToInput() => new()
    {
        UserName = UserName ?? "",
        FullName = FullName,
        Duties = Duties.Aggregate(Core.Accounts.Duties.None, (all, duty) => all | duty),
        DepartmentId = DepartmentId,
        AgencyId = AgencyId,
    };
}

/// <summary>Bàn giao khi nghỉ.</summary>
public sealed class LeaveForm
{
    /// <summary>The version that the page was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>Who goes on with the work.</summary>
    [Display(Name = nameof(UserTexts.Colleague), ResourceType = typeof(UserTexts))]
    public long? ColleagueId { get; set; }

    /// <summary>Who signs from now on.</summary>
    [Display(Name = nameof(UserTexts.NewSigner), ResourceType = typeof(UserTexts), Description = nameof(UserTexts.NewSignerHint))]
    public long? SignerId { get; set; }
}

/// <summary>The list.</summary>
/// <param name="Search">The words searched.</param>
/// <param name="State">The state shown: a value of <see cref="AccountState"/>, "tat-ca" for all.</param>
/// <param name="Page">The rows.</param>
public sealed record UserList(string? Search, string State, AccountPage Page);

/// <summary>The form of a person.</summary>
/// <param name="Account">The person; null for a new one.</param>
/// <param name="State">Whether the person can sign in.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Password">A password made a moment ago, shown this once.</param>
public sealed record UserEditor(UserAccount? Account, AccountState State, UserForm Form, AccountChoices Choices, string? Password);

/// <summary>The page on which a person leaves.</summary>
/// <param name="HandOver">What goes to whom.</param>
/// <param name="Form">What was chosen.</param>
public sealed record LeavePage(HandOver HandOver, LeaveForm Form);
