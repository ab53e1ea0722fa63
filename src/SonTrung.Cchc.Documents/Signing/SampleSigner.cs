using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>Signs sample reports with development certificates, whose root it leaves in the trust folder under a name that says what it is.</summary>
/// <param name="trust">The folder of roots.</param>
/// <param name="revocations">The revocation lists.</param>
public sealed class SampleSigner(TrustFolder trust, RevocationFolder revocations) : ISampleSigner, IDisposable
{
    /// <summary>How the file of the root begins; without it the sample signatures are those of a stranger.</summary>
    public const string RootFile = "goc-mau-khong-co-gia-tri-phap-ly";

    private const int PrintStart = 8;

    private readonly Lazy<DevelopmentCertificates> _keys = new(() =>
    {
        var keys = DevelopmentCertificates.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), isElliptic: true);
        trust.Add($"{RootFile}-{keys.Root.Thumbprint[..PrintStart]}.pem", keys.Root);
        return keys;
    });

    /// <inheritdoc/>
    public IReportSignatures EngineAt(TimeProvider clock)
    {
        _ = _keys.Value;
        return new ReportSignatures(trust, revocations, clock);
    }

    /// <inheritdoc/>
    public async Task<byte[]> SignAsync(byte[] given, ReportFileStep step, TimeProvider clock, CancellationToken cancellation)
    {
        var key = step == ReportFileStep.Signed ? _keys.Value.Person : _keys.Value.Organisation;
        return await EngineAt(clock).SignAsync(given, step, new KeyInHand(key, []), cancellation)
            ?? throw new InvalidOperationException("A sample asks no time-stamp service.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_keys.IsValueCreated)
        {
            _keys.Value.Dispose();
        }
    }
}
