namespace SonTrung.Cchc.Core.Signing;

/// <summary>What became of a file that was given out to be signed and came back.</summary>
public enum SignedFileResult
{
    /// <summary>It is our file with the expected signature and nothing else.</summary>
    Accepted,

    /// <summary>It is no PDF that can be read.</summary>
    NotPdf,

    /// <summary>It is another document.</summary>
    AnotherFile,

    /// <summary>It is our document, and its bytes were changed: it was saved anew, or altered.</summary>
    BytesChanged,

    /// <summary>Nobody has signed it.</summary>
    NotSigned,

    /// <summary>More than one signature was added.</summary>
    SeveralSignatures,

    /// <summary>The signature itself is not intact.</summary>
    SignatureNotIntact,

    /// <summary>Somebody else signed it.</summary>
    AnotherCertificate,

    /// <summary>The certificate can't be relied on; <see cref="SignedFileVerdict.Problems"/> say why.</summary>
    CertificateNotTrusted,

    /// <summary>A page was added, or taken out.</summary>
    PagesChanged,

    /// <summary>Something besides the signature was added.</summary>
    OtherChanges,

    /// <summary>The signature stands where it may cover text.</summary>
    Misplaced,
}

/// <summary>What is wrong with a signature.</summary>
public enum SignatureProblem
{
    /// <summary>The signed bytes or the signature's own were changed.</summary>
    NotIntact,

    /// <summary>It does not cover all of the file as it was when it was made.</summary>
    NotWhole,

    /// <summary>It is of a kind that is not known here.</summary>
    UnknownKind,

    /// <summary>The organisation signed before the person (Điều 32.2.d).</summary>
    OutOfOrder,

    /// <summary>Its time stamp is of something else, or was changed.</summary>
    TimestampNotIntact,

    /// <summary>The certificate was given out by nobody who is trusted.</summary>
    NotTrusted,

    /// <summary>The certificate was not valid at the time of signing.</summary>
    NotValidThen,

    /// <summary>The certificate was not given out for signing.</summary>
    KeyUsage,

    /// <summary>Key or hash are too weak.</summary>
    Weak,

    /// <summary>The time of signing is in the future.</summary>
    InFuture,

    /// <summary>The time-stamp service is not trusted.</summary>
    TimestampNotTrusted,

    /// <summary>The certificate, or one that it hangs on, was revoked.</summary>
    Revoked,

    /// <summary>The issuer's revocation list is older than the signature: its next one is due.</summary>
    RevocationStale,

    /// <summary>There is a revocation list and it can't be relied on: damaged, or not signed by the issuer.</summary>
    RevocationUnknown,
}

/// <summary>The verdict on a file that came back signed.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Problems">What is wrong with the signature.</param>
public sealed record SignedFileVerdict(SignedFileResult Result, IReadOnlyList<SignatureProblem> Problems)
{
    /// <summary>The holder of the certificate; null when there is no signature to speak of.</summary>
    public string? SignerName { get; init; }

    /// <summary>Who gave the certificate out, in full.</summary>
    public string? Issuer { get; init; }

    /// <summary>The SHA-256 of the certificate, hex.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The last moment the certificate is valid.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>When it was signed: as a trusted service says, else as the signer's clock said.</summary>
    public DateTimeOffset? Time { get; init; }
}
