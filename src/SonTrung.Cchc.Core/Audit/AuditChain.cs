using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>
/// The hash of an entry. Its input is the line <c>SonTrung.Cchc audit 1</c>, the 32 bytes of the hash before, then twelve fields as netstrings in UTF-8
/// (<c>7:Changed,</c>; <c>-,</c> for none): sequence, key, time (<c>2026-11-23T02:00:00.0000000Z</c>), user, user's name, agency, action, kind of row,
/// its key, values before, values after, request. Numbers in decimal digits. Described for people in docs/adr/0006.
/// </summary>
public static class AuditChain
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first entry.</summary>
    public static byte[] Start => new byte[HashBytes];

    private static ReadOnlySpan<byte> Heading => "SonTrung.Cchc audit 1\n"u8;

    /// <summary>The hash of an entry at a place of the chain, behind the entry that it names.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="sequence">The place; the entry's own, or another one to try.</param>
    public static byte[] HashOf(AuditEntry entry, long sequence)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var bytes = new ArrayBufferWriter<byte>(1024);
        bytes.Write(Heading);
        bytes.Write(entry.PreviousHash);
        Add(bytes, Text(sequence));
        Add(bytes, Text(entry.Id));
        Add(bytes, entry.AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        Add(bytes, entry.UserId is { } user ? Text(user) : null);
        Add(bytes, entry.UserName);
        Add(bytes, entry.AgencyId is { } agency ? Text(agency) : null);
        Add(bytes, entry.Action.ToString());
        Add(bytes, entry.Entity);
        Add(bytes, entry.EntityId);
        Add(bytes, entry.Before);
        Add(bytes, entry.After);
        Add(bytes, entry.CorrelationId);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>A hash as people write it down.</summary>
    public static string Write(byte[] hash) => Convert.ToHexStringLower(hash);

    /// <summary>A hash from paper, spaces and capitals allowed; null when it is none.</summary>
    public static byte[]? Read(string? written)
    {
        var digits = new string((written ?? "").Where(character => !char.IsWhiteSpace(character)).ToArray());
        return digits.Length == 2 * HashBytes && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Add(ArrayBufferWriter<byte> bytes, string? field)
    {
        if (field is null)
        {
            bytes.Write("-,"u8);
            return;
        }

        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:"), bytes);
        Encoding.UTF8.GetBytes(field, bytes);
        bytes.Write(","u8);
    }
}
