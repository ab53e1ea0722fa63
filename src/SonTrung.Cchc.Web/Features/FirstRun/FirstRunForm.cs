using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Web.Features.FirstRun;

/// <summary>Thiết lập ban đầu.</summary>
public sealed class FirstRunForm
{
    private const int PasswordLength = 128;

    /// <summary>The code that the server printed.</summary>
    [Required, StringLength(40)]
    [Display(Name = nameof(FirstRunTexts.Code), ResourceType = typeof(FirstRunTexts))]
    public string Code { get; set; } = "";

    /// <summary>The system administrator.</summary>
    [Required, StringLength(UserAccount.NameLength)]
    [Display(Name = nameof(FirstRunTexts.SystemUser), ResourceType = typeof(FirstRunTexts))]
    public string SystemUser { get; set; } = "";

    /// <summary>The system administrator's password.</summary>
    [Required, StringLength(PasswordLength), DataType(DataType.Password)]
    [Display(Name = nameof(FirstRunTexts.SystemPassword), ResourceType = typeof(FirstRunTexts))]
    public string SystemPassword { get; set; } = "";

    /// <summary>"UBND xã Hương Sơn".</summary>
    [Required, StringLength(Agency.NameLength)]
    [Display(Name = nameof(FirstRunTexts.AgencyName), ResourceType = typeof(FirstRunTexts))]
    public string AgencyName { get; set; } = "";

    /// <summary>"Ủy ban nhân dân xã Hương Sơn".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(FirstRunTexts.AgencyFullName), ResourceType = typeof(FirstRunTexts))]
    public string AgencyFullName { get; set; } = "";

    /// <summary>"xa-huong-son".</summary>
    [Required, StringLength(Agency.CodeLength)]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessageResourceName = nameof(FirstRunTexts.AgencyCodeWrong), ErrorMessageResourceType = typeof(FirstRunTexts))]
    [Display(Name = nameof(FirstRunTexts.AgencyCode), ResourceType = typeof(FirstRunTexts))]
    public string AgencyCode { get; set; } = "";

    /// <summary>The lines of the letterhead.</summary>
    [Required, StringLength(2 * AgencyProfile.NameLength)]
    [Display(Name = nameof(FirstRunTexts.LetterheadLines), ResourceType = typeof(FirstRunTexts))]
    public string LetterheadLines { get; set; } = "";

    /// <summary>"Hương Sơn".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(FirstRunTexts.PlaceName), ResourceType = typeof(FirstRunTexts))]
    public string PlaceName { get; set; } = "";

    /// <summary>The chairman.</summary>
    [Required, StringLength(Signer.NameLength)]
    [Display(Name = nameof(FirstRunTexts.SignerName), ResourceType = typeof(FirstRunTexts))]
    public string SignerName { get; set; } = "";

    /// <summary>The agency's administrator.</summary>
    [Required, StringLength(UserAccount.NameLength)]
    [Display(Name = nameof(FirstRunTexts.AdminUser), ResourceType = typeof(FirstRunTexts))]
    public string AdminUser { get; set; } = "";

    /// <summary>The agency administrator's password.</summary>
    [Required, StringLength(PasswordLength), DataType(DataType.Password)]
    [Display(Name = nameof(FirstRunTexts.AdminPassword), ResourceType = typeof(FirstRunTexts))]
    public string AdminPassword { get; set; } = "";

    /// <summary>"Sở Nội vụ tỉnh Hà Tĩnh".</summary>
    [Required, StringLength(Agency.NameLength)]
    [Display(Name = nameof(FirstRunTexts.SuperiorName), ResourceType = typeof(FirstRunTexts))]
    public string SuperiorName { get; set; } = "";

    /// <summary>The superior office's account.</summary>
    [Required, StringLength(UserAccount.NameLength)]
    [Display(Name = nameof(FirstRunTexts.SuperiorUser), ResourceType = typeof(FirstRunTexts))]
    public string SuperiorUser { get; set; } = "";

    /// <summary>The superior office's password.</summary>
    [Required, StringLength(PasswordLength), DataType(DataType.Password)]
    [Display(Name = nameof(FirstRunTexts.SuperiorPassword), ResourceType = typeof(FirstRunTexts))]
    public string SuperiorPassword { get; set; } = "";
}
