using System.Security.Cryptography;
using System.Text;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>Codes for the day the phone is lost: each opens once. What is stored is their hash.</summary>
public static class RecoveryCodes
{
    /// <summary>How many are made at a time.</summary>
    public const int Count = 10;

    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>No letters that are taken for others; four groups of four are 74 bits, so that a plain hash is not guessed back.</summary>
    private const string Alphabet = "23456789BCDFGHJKMNPQRTVWXY";

    /// <summary>New codes, to be shown once.</summary>
    public static IReadOnlyList<string> New() => Enumerable.Range(0, Count)
        .Select(_ => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)))).ToList();

    /// <summary>The hash under which a code is stored; case, dashes and spaces don't count.</summary>
    /// <param name="code">The code as it was shown or typed.</param>
    public static string Hash(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var bare = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(bare)));
    }
}
