using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>
/// What the workflow asks of the signature engine. Whatever signs (a token, a plugin, a file), it gets the bytes of the step before and what comes back is judged here.
/// </summary>
public interface IReportSignatures
{
    /// <summary>Renders the file that is frozen and signed: with an empty field for the number, the date and each of the two signatures.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="UnprintableTextException">A character has no glyph in the document's font.</exception>
    RenderedDocument Freeze(OfficialDocument document);

    /// <summary>Enters number and date into a signed file (Điều 15); all its bytes stay as they are.</summary>
    /// <param name="signed">The file that a person signed.</param>
    /// <param name="mark">Number and date.</param>
    /// <returns>The file; null when it has no room for them.</returns>
    byte[]? Number(byte[] signed, IssueMark mark);

    /// <summary>Whether what came back is what was given out, with one signature of the expected certificate and nothing else.</summary>
    /// <param name="given">The file as it was given out.</param>
    /// <param name="signed">The file as it came back.</param>
    /// <param name="step">Whose signature it is: the person's or the organisation's.</param>
    /// <param name="certificate">The certificate expected: its thumbprint or its holder's name.</param>
    SignedFileVerdict Judge(byte[] given, byte[] signed, ReportFileStep step, string certificate);

    /// <summary>What keeps a certificate from signing now: time, purpose, strength, who gave it out, whether it was revoked.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="chain">The certificates that came with it.</param>
    IReadOnlyList<SignatureProblem> Examine(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain);

    /// <summary>Whether a picture will do for a signature: PNG on a transparent ground, a seal no larger than its place; and its colour (Phụ lục I, II.7.d, II.8.a).</summary>
    /// <param name="png">The file.</param>
    /// <param name="use">Whose signature shows it.</param>
    /// <param name="millimetres">The real width of a seal; null fills the place.</param>
    PictureVerdict JudgePicture(byte[] png, CertificateUse use, int? millimetres);

    /// <summary>What others say about the time: revocation lists, and the time-stamp service where there is one.</summary>
    /// <param name="cancellation">Cancels.</param>
    Task<TimeWitnesses> WitnessTimeAsync(CancellationToken cancellation);

    /// <summary>Signs a file with a key that is at hand; with a time stamp where a service is configured.</summary>
    /// <param name="given">The file of the step before.</param>
    /// <param name="step">Whose signature it is.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The file; null when the time-stamp service gave no stamp.</returns>
    /// <exception cref="InvalidOperationException">The file is not one that waits for this signature.</exception>
    Task<byte[]?> SignAsync(byte[] given, ReportFileStep step, KeyInHand key, CancellationToken cancellation);
}

/// <summary>What becomes of the picture of a signature or a seal.</summary>
public enum PictureVerdict
{
    /// <summary>It will do.</summary>
    Good,

    /// <summary>It will do, but it is hardly blue (a signature) or red (a seal).</summary>
    OtherColour,

    /// <summary>It is no PNG on a transparent ground, or too large a file.</summary>
    Unfit,

    /// <summary>It would not fit the place in its real size.</summary>
    LargerThanPlace,
}

/// <summary>A key that is open for one signature.</summary>
/// <param name="Certificate">The certificate with its key.</param>
/// <param name="Chain">The certificates that came with it.</param>
public sealed record KeyInHand(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>The picture that is shown; null shows none.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>The real width of a seal, mm; null fills the place.</summary>
    public int? PictureMillimetres { get; init; }
}

/// <summary>What others say about the time.</summary>
/// <param name="NewestList">When the newest revocation list was made, which can't be in the future; null without one.</param>
/// <param name="AsksService">Whether a time-stamp service is configured.</param>
/// <param name="Ahead">By how much the service's clock is ahead of this machine's; null when it did not answer.</param>
public sealed record TimeWitnesses(DateTimeOffset? NewestList, bool AsksService, TimeSpan? Ahead);
