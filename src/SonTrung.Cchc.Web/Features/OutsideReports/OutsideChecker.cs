using System.Globalization;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Features.Inbox;
using SonTrung.Cchc.Web.Features.Signing;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.OutsideReports;

/// <summary>
/// Checks what came outside the portal as far as that can be done: the signatures of its file and whom they lead to, number and date where the file has them in fields, and that
/// the number is not given twice. A scan has no signatures; a person looks at it.
/// </summary>
public sealed class OutsideChecker(OutsideReportService reports, SignedFiles signedFiles)
{
    /// <summary>Checks a report.</summary>
    /// <param name="row">The report.</param>
    /// <param name="repeated">What <see cref="OutsideReportService.WithRepeatedNumberAsync"/> says.</param>
    /// <param name="isOneOfMany">In a list a file that was judged today is not read again.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<DeliveryCheck> CheckAsync(OutsideReport row, IReadOnlySet<long> repeated, bool isOneOfMany = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(repeated);
        var isTaken = repeated.Contains(row.Id);
        var number = new DeliveryPoint(
            InboxTexts.CheckNumber, !isTaken, (isTaken ? InboxTexts.CheckNumberBad : InboxTexts.CheckNumberGood).Fill(row.Number, row.IssuedOn.Year));
        if (row.FileSha256 is not { } hash)
        {
            return new DeliveryCheck([new DeliveryPoint(InboxTexts.CheckSignatures, null, OutsideTexts.CheckNoFile), number], null);
        }

        SignedPdfReport signed;
        var isSignedByTrace = true;
        try
        {
            if (isOneOfMany && signedFiles.Known(hash) is { Signatures.Count: > 0 } known)
            {
                signed = known;
            }
            else
            {
                var pdf = (await reports.PdfAsync(row, cancellation))!;
                signed = await Task.Run(() => signedFiles.Verify(hash, pdf), cancellation);
                isSignedByTrace = pdf.AsSpan().IndexOf("/ByteRange"u8) >= 0;
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            return new DeliveryCheck([new DeliveryPoint(InboxTexts.CheckFile, false, OutsideTexts.CheckFileBad), number], null);
        }

        List<DeliveryPoint> points = [Signatures(signed, isSignedByTrace)];
        if (signed.Number is not null)
        {
            var fits = Running(row.Number) is { } running && int.TryParse(signed.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
                && shown == running && signed.IssuedOn == row.IssuedOn;
            points.Add(new DeliveryPoint(InboxTexts.CheckMark, fits, fits ? InboxTexts.CheckMarkGood : InboxTexts.CheckMarkBad));
        }

        return new DeliveryCheck([.. points, number], signed);
    }

    private static DeliveryPoint Signatures(SignedPdfReport signed, bool isSignedByTrace)
    {
        // Scanners write files that are not to the letter of the standard; without a trace of a signature there is nothing to break.
        if (signed.Verdict is SignedPdfVerdict.Unsigned or SignedPdfVerdict.NotPdf || !isSignedByTrace)
        {
            return new DeliveryPoint(InboxTexts.CheckSignatures, null, OutsideTexts.CheckNoSignature);
        }

        // Where another office's document has its place for signatures is not known here.
        var isPlacedByItsTool = signed.Verdict == SignedPdfVerdict.Altered
            && signed.Alterations.All(change => change.Kind == PdfChangeKind.SignatureMisplaced)
            && signed.Signatures.All(signature => signature.Problems.Count == 0);
        return isPlacedByItsTool
            ? new DeliveryPoint(InboxTexts.CheckSignatures, null, OutsideTexts.CheckPlace)
            : new DeliveryPoint(InboxTexts.CheckSignatures, signed.Verdict == SignedPdfVerdict.Authentic, SigningWords.Name(signed));
    }

    /// <summary>The number in front of the symbol.</summary>
    private static int? Running(string number) => int.TryParse(number.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var running) ? running : null;
}
