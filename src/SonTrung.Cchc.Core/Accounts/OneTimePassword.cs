using System.Security.Cryptography;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>Passwords that an administrator passes on by word of mouth or on a slip of paper.</summary>
public static class OneTimePassword
{
    // Without letters and digits that look alike.
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>"Kmra-7294-Tbxe": over 50 random bits, every kind of character that the password rules ask for.</summary>
    public static string New() =>
        $"{Word()}-{RandomNumberGenerator.GetString(Digits, 4)}-{Word()}";

    private static string Word() => RandomNumberGenerator.GetString(Upper, 1) + RandomNumberGenerator.GetString(Lower, 3);
}
