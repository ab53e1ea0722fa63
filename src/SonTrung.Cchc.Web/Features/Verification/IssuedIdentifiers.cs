using System.Collections.Concurrent;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Documents.Reading;

namespace SonTrung.Cchc.Web.Features.Verification;

/// <summary>
/// The identifiers that issued PDFs bear (ISO 32000-1, 14.4): the first stays through all revisions, and through saving by most programs, so that a changed file is known by it
/// where its text can't be read. Each file is looked into once.
/// </summary>
public sealed class IssuedIdentifiers(FileStore files)
{
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> known = new(StringComparer.Ordinal);

    /// <summary>The first of some issued files that bears one of the identifiers, by its hash; null for none.</summary>
    /// <param name="identifiers">What <see cref="PdfIdentifiers"/> found in a file.</param>
    /// <param name="issued">The hashes of the issued files.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<string?> FindAsync(IReadOnlySet<string> identifiers, IEnumerable<string> issued, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        ArgumentNullException.ThrowIfNull(issued);
        if (identifiers.Count == 0)
        {
            return null;
        }

        foreach (var hash in issued)
        {
            if (!known.TryGetValue(hash, out var own))
            {
                known[hash] = own = await ReadAsync(hash, cancellation);
            }

            if (own.Overlaps(identifiers))
            {
                return hash;
            }
        }

        return null;
    }

    /// <summary>The trailer stands at the end.</summary>
    private async Task<IReadOnlySet<string>> ReadAsync(string hash, CancellationToken cancellation)
    {
        const int tail = 4096;
        try
        {
            await using var file = files.Open(hash);
            file.Seek(-Math.Min(tail, file.Length), SeekOrigin.End);
            var bytes = new byte[Math.Min(tail, file.Length)];
            await file.ReadExactlyAsync(bytes, cancellation);
            return PdfIdentifiers.In(bytes);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new HashSet<string>();
        }
    }
}
