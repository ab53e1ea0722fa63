using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Signing;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>Judges signed files by the roots and revocation lists of the day; what was judged is not judged anew until one of these changes.</summary>
public sealed class SignedFiles(TrustFolder trust, RevocationFolder revocations, TimeProvider time)
{
    private const int MostKept = 500;

    private readonly Lock turning = new();
    private (object Roots, object? Lists, DateOnly Day) basis;
    private Dictionary<string, SignedPdfReport> kept = [];

    /// <summary>What is known of a file without looking into it; null when it is not.</summary>
    /// <param name="sha256">Its hash.</param>
    public SignedPdfReport? Known(string sha256)
    {
        var now = ((object)trust.Roots, (object?)revocations.Read(), time.Today());
        lock (turning)
        {
            return basis == now ? kept.GetValueOrDefault(sha256) : null;
        }
    }

    /// <summary>Judges a file.</summary>
    /// <param name="sha256">Its hash.</param>
    /// <param name="pdf">Its bytes.</param>
    public SignedPdfReport Verify(string sha256, byte[] pdf)
    {
        var (roots, lists) = (trust.Roots, revocations.Read());
        lock (turning)
        {
            var now = ((object)roots, (object?)lists, time.Today());
            if (basis != now || kept.Count >= MostKept)
            {
                (basis, kept) = (now, []);
            }

            if (kept.TryGetValue(sha256, out var known))
            {
                return known;
            }
        }

        var report = new SignedPdfVerifier(roots, time, lists).Verify(pdf);
        lock (turning)
        {
            kept[sha256] = report;
        }

        return report;
    }
}
