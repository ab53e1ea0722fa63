using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Features.Signing;

namespace SonTrung.Cchc.Web.Features.Verification;

/// <summary>What a file is.</summary>
public enum FileVerdict
{
    /// <summary>The issued file, byte for byte.</summary>
    Issued,

    /// <summary>An issued document that was changed.</summary>
    Altered,

    /// <summary>Nothing that was issued here.</summary>
    Unknown,

    /// <summary>No PDF.</summary>
    NotPdf,
}

/// <summary>The parts of an issued file, in the order in which they were written.</summary>
public enum FilePart
{
    /// <summary>What was submitted and signed: text, pictures, fonts.</summary>
    Content,

    /// <summary>The person's signature.</summary>
    Signature,

    /// <summary>Number and date.</summary>
    Mark,

    /// <summary>The organisation's signature.</summary>
    Seal,
}

/// <summary>A file, checked.</summary>
/// <param name="Verdict">What it is.</param>
/// <param name="Document">The issued document; null for an unknown one.</param>
public sealed record FileCheck(FileVerdict Verdict, PublicDocument? Document = null)
{
    /// <summary>Bytes that were added behind the issued file; 0 when its own were changed.</summary>
    public long AddedBytes { get; init; }

    /// <summary>Lines of the file that the issued document does not have, the first of them.</summary>
    public IReadOnlyList<string> ForeignLines { get; init; } = [];

    /// <summary>How many lines of the issued document it does not have; its words are not told to who does not hold it.</summary>
    public int MissingLines { get; init; }

    /// <summary>Both texts could be read and compared.</summary>
    public bool IsCompared { get; init; }

    /// <summary>The step whose file it begins with, or is, where it does not begin with the issued one: signed, or with number and date.</summary>
    public ReportFileStep? Step { get; init; }

    /// <summary>Where it is unlike the issued file first, counted from 1; null when that says nothing.</summary>
    public long? FirstDifference { get; init; }

    /// <summary>In what that lies.</summary>
    public FilePart Part { get; init; }

    /// <summary>How many bytes are unlike, when it is as long as the issued file.</summary>
    public long? DifferentBytes { get; init; }

    /// <summary>What the file's own signatures say; null for a file that nobody signed, or that is none of ours.</summary>
    public SignedPdfReport? Signed { get; init; }
}

/// <summary>
/// Compares a PDF with what was issued: its bytes, then the bytes before each of its revisions, its identifier, then its words. Nothing of it is kept, and of the issued
/// document only what its page shows comes out.
/// </summary>
public sealed partial class FileVerification(PublicVerification documents, IssuedIdentifiers identifiers, FileStore store, SignedFiles signedFiles)
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Lines that are shown.</summary>
    public const int MostLines = 10;

    /// <summary>Where a PDF says that it is one.</summary>
    private const int HeadBytes = 1024;

    /// <summary>Revisions that are looked at, the last ones.</summary>
    private const int MostRevisions = 32;

    /// <summary>The least share of lines in common for a number and date to mean the same document.</summary>
    private const double LeastInCommon = 0.3;

    /// <summary>A whole file in memory and its reading take their turn.</summary>
    private static readonly SemaphoreSlim Readers = new(2);

    /// <summary>Checks a file, read as it comes.</summary>
    /// <param name="content">The file, at most <see cref="LargestFile"/> bytes.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FileCheck> CheckAsync(Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        await Readers.WaitAsync(cancellation);
        try
        {
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory, cancellation);
            var bytes = memory.ToArray();
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var check = await documents.FindByHashAsync(hash, cancellation) is { } issued
                ? new FileCheck(FileVerdict.Issued, issued)
                : await CompareAsync(bytes, cancellation);
            if (check.Document is null && bytes.AsSpan(0, Math.Min(bytes.Length, HeadBytes)).IndexOf("%PDF-"u8) < 0)
            {
                check = new FileCheck(FileVerdict.NotPdf);
            }

            var signed = check.Document is null ? null : await Task.Run(() => signedFiles.Verify(hash, bytes), cancellation);
            return check with { Signed = signed is { Verdict: SignedPdfVerdict.Unsigned or SignedPdfVerdict.NotPdf } ? null : signed };
        }
        finally
        {
            Readers.Release();
        }
    }

    private async Task<FileCheck> CompareAsync(byte[] bytes, CancellationToken cancellation)
    {
        var isPdf = bytes.AsSpan(0, Math.Min(bytes.Length, HeadBytes)).IndexOf("%PDF-"u8) >= 0;
        var reading = isPdf ? await Task.Run(() => DocumentFileReader.Read(bytes), cancellation) : null;
        var lines = reading is { Refusal: null } ? Lines(reading) : [];
        foreach (var (end, hash) in Beginnings(bytes))
        {
            if (await documents.FindByHashAsync(hash, cancellation) is { } beginning)
            {
                return await WithLinesAsync(new FileCheck(FileVerdict.Altered, beginning) { AddedBytes = bytes.Length - end }, lines, cancellation);
            }
        }

        // From the longest beginning to the shortest: what is known of it says how far it is ours.
        foreach (var (_, hash) in Beginnings(bytes, withWhole: true).Reverse())
        {
            if (await documents.FindByStepAsync(hash, cancellation) is { } grown)
            {
                return await WithLinesAsync(
                    await WithDifferenceAsync(new FileCheck(FileVerdict.Altered, grown.Document) { Step = grown.Step }, bytes, cancellation), lines, cancellation);
            }
        }

        if (await identifiers.FindAsync(PdfIdentifiers.In(bytes), await documents.HashesAsync(cancellation), cancellation) is { } known
            && await documents.FindByHashAsync(known, cancellation) is { } bearing)
        {
            return await WithLinesAsync(await WithDifferenceAsync(new FileCheck(FileVerdict.Altered, bearing), bytes, cancellation), lines, cancellation);
        }

        var text = string.Concat(lines);
        if (CodeInAddress().Match(text) is { Success: true } code && await documents.FindAsync(code.Groups[1].Value, cancellation) is { } named)
        {
            return await WithLinesAsync(new FileCheck(FileVerdict.Altered, named), lines, cancellation);
        }

        FileCheck? nearest = null;
        foreach (var document in await ByNumberAsync(lines, cancellation))
        {
            var check = await WithLinesAsync(new FileCheck(FileVerdict.Altered, document), lines, cancellation);
            if (check.IsCompared && (nearest is null || Distance(check) < Distance(nearest)))
            {
                nearest = check;
            }
        }

        return nearest is not null && Distance(nearest) <= (1 - LeastInCommon) * lines.Count ? nearest : new FileCheck(FileVerdict.Unknown);
    }

    private static int Distance(FileCheck check) => Math.Max(check.MissingLines, check.ForeignLines.Count);

    /// <summary>Where a file that is ours to a point leaves the issued one.</summary>
    private async Task<FileCheck> WithDifferenceAsync(FileCheck check, byte[] bytes, CancellationToken cancellation)
    {
        var issued = await documents.IssuedFileAsync(check.Document!, cancellation);
        var same = issued.AsSpan().CommonPrefixLength(bytes);
        var part = FilePart.Seal;
        foreach (var (step, sha256) in (await documents.PartsAsync(check.Document!, cancellation)).Reverse())
        {
            await using var file = store.Open(sha256);
            if (same < file.Length)
            {
                part = step switch { null => FilePart.Content, ReportFileStep.Signed => FilePart.Signature, _ => FilePart.Mark };
            }
        }

        return check with
        {
            FirstDifference = same + 1,
            // What was signed on paper has been one file from the first.
            Part = check.Document!.Form == IssuedForm.Paper ? FilePart.Content : part,
            DifferentBytes = bytes.Length == issued.Length ? issued.Zip(bytes).Count(pair => pair.First != pair.Second) : null,
        };
    }

    /// <summary>The file as it was at the end of each revision but the last, with its hash; the whole file too when asked for.</summary>
    private static IEnumerable<(int End, string Sha256)> Beginnings(byte[] bytes, bool withWhole = false)
    {
        var ends = new List<int>();
        for (int from = 0, at; (at = bytes.AsSpan(from).IndexOf("%%EOF"u8)) >= 0;)
        {
            from += at + "%%EOF".Length;
            // The line end belongs to the revision or to the next; programs disagree.
            ends.Add(from);
            var next = from + (from < bytes.Length && bytes[from] == '\r' ? 1 : 0);
            next += next < bytes.Length && bytes[next] == '\n' ? 1 : 0;
            if (next > from)
            {
                ends.Add(next);
            }
        }

        ends.RemoveAll(end => end >= bytes.Length);
        if (withWhole)
        {
            ends.Add(bytes.Length);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var hashed = 0;
        foreach (var end in ends.TakeLast(2 * MostRevisions))
        {
            hash.AppendData(bytes, hashed, end - hashed);
            hashed = end;
            yield return (end, Convert.ToHexStringLower(hash.GetCurrentHash()));
        }
    }

    private static List<string> Lines(DocumentReading reading) => reading.Lines
        .Select(line => Spaces().Replace(line.Text.Normalize(NormalizationForm.FormC), " ").Trim()).Where(line => line.Length > 0).ToList();

    private async Task<FileCheck> WithLinesAsync(FileCheck check, List<string> lines, CancellationToken cancellation)
    {
        var issued = DocumentFileReader.Read(await documents.IssuedFileAsync(check.Document!, cancellation));
        if (lines.Count == 0 || issued.Refusal is not null)
        {
            return check;
        }

        var own = Lines(issued);
        var (ownLines, theirLines) = (own.ToHashSet(StringComparer.Ordinal), lines.ToHashSet(StringComparer.Ordinal));
        return check with
        {
            IsCompared = true,
            ForeignLines = lines.Where(line => !ownLines.Contains(line)).ToList(),
            MissingLines = own.Count(line => !theirLines.Contains(line)),
        };
    }

    /// <summary>The documents that bear the number and date which stand in the file's head.</summary>
    private async Task<IReadOnlyList<PublicDocument>> ByNumberAsync(List<string> lines, CancellationToken cancellation)
    {
        var head = string.Join(' ', lines.Take(12));
        return NumberAndSymbol().Match(head) is { Success: true } number
            && int.TryParse(number.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var running)
            && DateInHead().Match(head) is { Success: true } date
            && DateOnly.TryParseExact(
                $"{date.Groups[3].Value}-{date.Groups[2].Value.PadLeft(2, '0')}-{date.Groups[1].Value.PadLeft(2, '0')}",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day)
            ? await documents.FindByNumberAsync(running, number.Groups[2].Value, day, cancellation)
            : [];
    }

    [GeneratedRegex(@"/xac-thuc/([A-Za-z0-9_-]{22})", RegexOptions.None, 1000)]
    private static partial Regex CodeInAddress();

    [GeneratedRegex(@"Số:\s*0*(\d{1,6})\s*/\s*([\p{L}\d-]+)", RegexOptions.None, 1000)]
    private static partial Regex NumberAndSymbol();

    [GeneratedRegex(@"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", RegexOptions.None, 1000)]
    private static partial Regex DateInHead();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
