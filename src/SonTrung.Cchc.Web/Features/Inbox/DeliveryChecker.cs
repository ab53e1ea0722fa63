using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Features.Signing;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Inbox;

/// <summary>A thing that was checked of a delivery.</summary>
/// <param name="Name">"Chữ ký số".</param>
/// <param name="IsGood">Green or red; null for what only a person can look at.</param>
/// <param name="Reason">Why.</param>
public sealed record DeliveryPoint(string Name, bool? IsGood, string Reason);

/// <summary>What the portal checks of a delivery by itself.</summary>
/// <param name="Points">What was checked.</param>
/// <param name="Signed">The signatures of the file; null when it was signed on paper.</param>
public sealed record DeliveryCheck(IReadOnlyList<DeliveryPoint> Points, SignedPdfReport? Signed)
{
    /// <summary>Nothing is red.</summary>
    public bool IsGood => Points.All(point => point.IsGood != false);

    /// <summary>Nothing is red, but a person must look at the paper or its scan.</summary>
    public bool IsOpen => IsGood && Points.Any(point => point.IsGood is null);

    /// <summary>The first red reason; null when there is none.</summary>
    public string? Reason => Points.FirstOrDefault(point => point.IsGood == false)?.Reason;
}

/// <summary>Checks what was delivered: the file is what was issued, its signatures and their chain, number and date, and that the number is not given twice.</summary>
public sealed class DeliveryChecker(DeliveryReader deliveries, SignedFiles signedFiles)
{
    /// <summary>Checks a delivery.</summary>
    public async Task<DeliveryCheck> CheckAsync(DeliveryRow delivery, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        byte[] pdf;
        try
        {
            pdf = await deliveries.PdfAsync(delivery, cancellation);
        }
        catch (Exception problem) when (problem is InvalidDataException or FileNotFoundException)
        {
            return new DeliveryCheck([new DeliveryPoint(InboxTexts.CheckFile, false, InboxTexts.CheckFileBad)], null);
        }

        var points = new List<DeliveryPoint> { new(InboxTexts.CheckFile, true, InboxTexts.CheckFileGood) };
        var signed = await Task.Run(() => signedFiles.Verify(delivery.Sha256, pdf), cancellation);
        if (delivery.IsOnPaper && signed.Verdict == SignedPdfVerdict.Unsigned)
        {
            signed = null;
            points.Add(new DeliveryPoint(InboxTexts.CheckSignatures, null, delivery.HasScan ? InboxTexts.CheckOnPaper : InboxTexts.CheckNoScan));
        }
        else
        {
            if (delivery.IsOnPaper)
            {
                points.Add(new DeliveryPoint(InboxTexts.CheckSeal, null, InboxTexts.CheckPrinted));
            }

            points.Add(new DeliveryPoint(InboxTexts.CheckSignatures, signed.Verdict == SignedPdfVerdict.Authentic, SigningWords.Name(signed)));
            var fits = int.TryParse(signed.Number, out var number) && number == delivery.Number && signed.IssuedOn == delivery.IssuedOn;
            points.Add(new DeliveryPoint(InboxTexts.CheckMark, fits, fits ? InboxTexts.CheckMarkGood : InboxTexts.CheckMarkBad));
        }

        points.Add(new DeliveryPoint(
            InboxTexts.CheckNumber,
            !delivery.IsNumberTaken,
            (delivery.IsNumberTaken ? InboxTexts.CheckNumberBad : InboxTexts.CheckNumberGood).Fill($"{delivery.Number:00}/{delivery.Symbol}", delivery.IssuedOn?.Year)));
        return new DeliveryCheck(points, signed);
    }
}
