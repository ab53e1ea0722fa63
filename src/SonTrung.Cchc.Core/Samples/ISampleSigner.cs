using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>Signs sample reports, with keys that are made on the spot and worth nothing in law.</summary>
public interface ISampleSigner
{
    /// <summary>The engine that trusts these keys.</summary>
    /// <param name="clock">The time of the act.</param>
    IReportSignatures EngineAt(TimeProvider clock);

    /// <summary>Signs a file.</summary>
    /// <param name="given">The file of the step before.</param>
    /// <param name="step">Whose signature it is.</param>
    /// <param name="clock">The time of the act.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<byte[]> SignAsync(byte[] given, ReportFileStep step, TimeProvider clock, CancellationToken cancellation);
}
