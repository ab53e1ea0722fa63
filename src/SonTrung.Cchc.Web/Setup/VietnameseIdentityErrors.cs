using Microsoft.AspNetCore.Identity;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>What Identity refuses, in the user's language.</summary>
internal sealed class VietnameseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), IdentityTexts.DefaultError);

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), IdentityTexts.InvalidUserName);

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), IdentityTexts.DuplicateUserName);

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), IdentityTexts.PasswordMismatch);

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), IdentityTexts.PasswordTooShort.Fill(length));

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), IdentityTexts.PasswordRequiresDigit);

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), IdentityTexts.PasswordRequiresLower);

    public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper), IdentityTexts.PasswordRequiresUpper);

    public override IdentityError PasswordRequiresNonAlphanumeric() =>
        Say(nameof(PasswordRequiresNonAlphanumeric), IdentityTexts.PasswordRequiresNonAlphanumeric);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), IdentityTexts.PasswordRequiresUniqueChars.Fill(uniqueChars));

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
