using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>The six-digit codes of an authenticator app (TOTP, RFC 6238: HMAC-SHA-1, a new code every 30 seconds).</summary>
public static class AuthenticatorCode
{
    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>How many steps a phone's clock may be behind or ahead.</summary>
    private const int Window = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a moment.</summary>
    /// <param name="key">The key, Base32.</param>
    /// <param name="at">The moment.</param>
    public static string Of(string key, DateTimeOffset at) => OfStep(FromBase32(key), StepOf(at));

    /// <summary>The step whose code this is, near a moment; null when there is none after the last one used.</summary>
    /// <param name="key">The key, Base32.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastUsed">The step of the code used last: each counts once.</param>
    public static long? Find(string key, string code, DateTimeOffset now, long lastUsed)
    {
        ArgumentNullException.ThrowIfNull(code);
        var bytes = FromBase32(key);
        long? found = null;
        for (var step = StepOf(now) - Window; step <= StepOf(now) + Window; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(OfStep(bytes, step))) && step > lastUsed)
            {
                found = step;
            }
        }

        return found;
    }

    private static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238 as every authenticator app has it; HMAC-SHA-1 is not broken.")]
    private static string OfStep(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        const int bitsOfLetter = 5;
        const int bitsOfByte = 8;
        var bytes = new List<byte>();
        var (bits, buffer) = (0, 0);
        foreach (var value in key.ToUpperInvariant().Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal)).Where(value => value >= 0))
        {
            buffer = (buffer << bitsOfLetter) | value;
            bits += bitsOfLetter;
            if (bits >= bitsOfByte)
            {
                bits -= bitsOfByte;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
