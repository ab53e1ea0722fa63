namespace SonTrung.Cchc.Core.Reports;

/// <summary>Where documents are verified: the address that is printed on them with its QR code.</summary>
/// <param name="publicAddress">The portal's address as the public reaches it ("https://cchc.sontrung.example"); empty prints none.</param>
public sealed class VerificationAddress(string publicAddress)
{
    /// <summary>The address of a report's page; null when none is printed, and for a report typed in from paper, which was issued elsewhere.</summary>
    public string? Of(AnnualReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return publicAddress.Length == 0 || report.IsReentered ? null : $"{publicAddress.TrimEnd('/')}/xac-thuc/{report.PublicCode}";
    }
}
