using System.ComponentModel.DataAnnotations;

namespace SonTrung.Cchc.Web.Features.Account;

/// <summary>Tên đăng nhập và mật khẩu.</summary>
public sealed class SignInForm
{
    /// <summary>"canbo@sontrung".</summary>
    [Required, StringLength(256)]
    [Display(Name = nameof(AccountTexts.UserName), ResourceType = typeof(AccountTexts))]
    public string UserName { get; set; } = "";

    /// <summary>Never logged, never shown again.</summary>
    [Required, StringLength(128), DataType(DataType.Password)]
    [Display(Name = nameof(AccountTexts.Password), ResourceType = typeof(AccountTexts))]
    public string Password { get; set; } = "";

    /// <summary>Where to go afterwards; local addresses only.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>Mã xác nhận of the second step.</summary>
public sealed class SignInCode
{
    /// <summary>Six digits of the app, or a recovery code.</summary>
    [Required, StringLength(40)]
    [Display(Name = nameof(AccountTexts.SecondCode), ResourceType = typeof(AccountTexts), Description = nameof(AccountTexts.SecondCodeHint))]
    public string Code { get; set; } = "";

    /// <summary>Where to go afterwards; local addresses only.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>A code without the spaces and dashes that people type.</summary>
    internal static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));
}
