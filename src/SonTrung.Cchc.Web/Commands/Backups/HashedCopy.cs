using System.Security.Cryptography;

namespace SonTrung.Cchc.Web.Commands.Backups;

/// <summary>Copies a stream piece by piece and hashes it on the way.</summary>
internal static class HashedCopy
{
    private const int BufferSize = 81_920;

    /// <param name="from">What is read.</param>
    /// <param name="to">What is written.</param>
    /// <param name="limit">The most bytes copied; one more shows that there was more.</param>
    /// <returns>Bytes copied and their SHA-256 in lower-case hex.</returns>
    public static async Task<(long Length, string Sha256)> RunAsync(Stream from, Stream to, long limit = long.MaxValue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var length = 0L;
        int read;
        while (length <= limit && (read = await from.ReadAsync(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read));
            length += read;
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
