using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// Says what a signed PDF is worth: each signature by itself (bytes, container, certificate, time), and what came after each. Programs that show PDFs judge the
/// first and often not the second; both are needed before a document may be called the one that was issued. Nothing is fetched, nothing is thrown.
/// </summary>
/// <param name="anchors">The roots that are trusted.</param>
/// <param name="time">The clock.</param>
/// <param name="revocations">The revocation lists; null asks for none.</param>
public sealed class SignedPdfVerifier(IEnumerable<X509Certificate2> anchors, TimeProvider time, RevocationLists? revocations = null)
{
    private readonly TrustBase _trust = new([.. anchors], revocations ?? RevocationLists.None);

    /// <summary>Checks a file.</summary>
    /// <param name="pdf">The file.</param>
    public SignedPdfReport Verify(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        try
        {
            return Read(pdf);
        }
        catch (PdfDamagedException)
        {
            return NothingRead(pdf);
        }
    }

    /// <summary>The ends of the states that a file had, from its first signature on; empty when they can't be told.</summary>
    /// <param name="source">The file.</param>
    /// <param name="signatures">Its signatures in order.</param>
    internal static List<int> Ends(PdfSource source, IReadOnlyList<FoundSignature> signatures)
    {
        const int lineEnd = 2;
        var ends = signatures.Select(signature => signature.End).OfType<int>().ToList();
        if (ends.Count == 0)
        {
            return [];
        }

        var first = ends[0];
        foreach (var section in source.Sections.Where(section => section >= first))
        {
            var end = RevisionEnd(source, section);
            // A tool may count the last line end to this revision or to the next.
            if (!ends.Exists(known => Math.Abs(known - end) <= lineEnd))
            {
                ends.Add(end);
            }
        }

        return [.. ends.Distinct().Order()];
    }

    /// <summary>Whether each revision behind an offset is one that a reader comes by: a hidden one is there for later.</summary>
    internal static bool HasStrayBytes(PdfSource source, IReadOnlyList<int> ends)
    {
        var revisions = 0;
        var rest = source.Data.AsSpan(ends[0], source.Length - ends[0]);
        for (int at; (at = rest.IndexOf("startxref"u8)) >= 0; rest = rest[(at + 1)..])
        {
            revisions++;
        }

        return ends[^1] != source.Length || revisions != ends.Count - 1;
    }

    /// <summary>The signatures of a file in the order they were made.</summary>
    internal static List<FoundSignature> Signatures(PdfSource source) =>
    [
        .. source.Fields()
            .Where(field => field.IsSignature && field.Field["V"] is not PdfNull)
            .Select(field => FoundSignature.Read(source, field))
            .OrderBy(signature => signature.End ?? int.MaxValue),
    ];

    private static int RevisionEnd(PdfSource source, int section)
    {
        var mark = source.Data.AsSpan(section, source.Length - section).IndexOf("%%EOF"u8);
        if (mark < 0)
        {
            throw new PdfDamagedException("A revision has no end.");
        }

        var end = section + mark + "%%EOF".Length;
        end += end < source.Length && source.Data[end] == '\r' ? 1 : 0;
        return end + (end < source.Length && source.Data[end] == '\n' ? 1 : 0);
    }

    private static SignedPdfReport NothingRead(byte[] pdf)
    {
        var isPdf = pdf.AsSpan(0, Math.Min(pdf.Length, 1024)).IndexOf("%PDF-"u8) >= 0 || HasTrace(pdf);
        return isPdf
            ? new SignedPdfReport { Verdict = SignedPdfVerdict.Altered, Findings = [new PdfChange(PdfChangeKind.Damaged)] }
            : new SignedPdfReport { Verdict = SignedPdfVerdict.NotPdf };
    }

    private static bool HasTrace(byte[] pdf) => pdf.AsSpan().IndexOf("/ByteRange"u8) >= 0;

    private SignedPdfReport Read(byte[] pdf)
    {
        var source = PdfSource.Open(pdf, pdf.Length);
        var signatures = Signatures(source);
        if (signatures.Count == 0)
        {
            // Somebody signed it once.
            return HasTrace(pdf)
                ? new SignedPdfReport { Verdict = SignedPdfVerdict.Altered, Findings = [new PdfChange(PdfChangeKind.SignatureRemoved)] }
                : new SignedPdfReport { Verdict = SignedPdfVerdict.Unsigned };
        }

        var check = new SignatureCheck(_trust, time.GetUtcNow());
        var reports = signatures.Select((signature, i) => InOrder(check.Check(source, signature), i, signatures.Count)).ToList();
        var ends = Ends(source, signatures);
        var findings = new List<PdfChange>();
        var revisions = new List<RevisionReport>();
        if (ends.Count > 0)
        {
            if (HasStrayBytes(source, ends))
            {
                findings.Add(new PdfChange(PdfChangeKind.StrayBytes));
            }

            PdfSource? before = null;
            foreach (var end in ends)
            {
                var after = PdfSource.Open(pdf, end);
                var signature = reports.Find(item => item.Length == end);
                if (signature is not null && !after.Fields().Exists(field => field.Name == signature.Field && field.Field["V"] is not PdfNull))
                {
                    // It ends where the file, as it was then, did not.
                    findings.Add(new PdfChange(PdfChangeKind.Damaged));
                }

                revisions.Add(new RevisionReport(end, signature, before is null ? [] : RevisionChanges.Between(before, after)));
                before = after;
            }
        }

        var report = new SignedPdfReport { Verdict = SignedPdfVerdict.Authentic, Signatures = reports, Revisions = revisions, Findings = findings };
        var fields = source.Fields();
        string Value(string name) => PdfNumbering.Value(fields.Find(field => field.Name == name)?.Field ?? PdfDictionary.Empty);
        return report with
        {
            Verdict = Verdict(report),
            Number = Value(SigningFields.Number) is { Length: > 0 } number ? number : null,
            IssuedOn = DateOnly.TryParseExact(
                $"{Value(SigningFields.Day)}.{Value(SigningFields.Month)}.{Value(SigningFields.Year)}", "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null,
        };
    }

    private static SignatureReport InOrder(SignatureReport report, int index, int count) =>
        report.Field == SigningFields.Seal && (index == 0 || count == 1)
            ? report with { Problems = [.. report.Problems, SignatureProblem.OutOfOrder] }
            : report;

    private static SignedPdfVerdict Verdict(SignedPdfReport report)
    {
        var problems = report.Signatures.SelectMany(signature => signature.Problems).ToList();
        return report.Alterations.Any() || problems.Exists(problem => problem <= SignatureProblem.TimestampNotIntact) ? SignedPdfVerdict.Altered
            : problems.Count > 0 ? SignedPdfVerdict.NotTrusted
            : SignedPdfVerdict.Authentic;
    }
}
