namespace SonTrung.Cchc.Core.Evidence;

/// <summary>What a file proves: an activity, or the text of a document.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ReferenceDocumentId">The document.</param>
public readonly record struct EvidenceOwner(long? ActivityId, long? ReferenceDocumentId)
{
    /// <summary>Proof of an activity.</summary>
    public static EvidenceOwner Activity(long id) => new(id, null);

    /// <summary>The text of a document.</summary>
    public static EvidenceOwner Document(long id) => new(null, id);
}

/// <summary>A file as pages show it.</summary>
public sealed record EvidenceFile
{
    /// <summary>The file.</summary>
    public required long Id { get; init; }

    /// <summary>What it belongs to; null while its form is not saved.</summary>
    public required EvidenceOwner? Owner { get; init; }

    /// <summary>Its name.</summary>
    public required string FileName { get; init; }

    /// <summary>Its kind.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Its size as kept, bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The day that its picture was taken.</summary>
    public DateOnly? TakenOn { get; init; }
}

/// <summary>A file opened for sending.</summary>
/// <param name="Content">Its bytes; the receiver closes it.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
public sealed record EvidenceContent(Stream Content, string FileName, EvidenceKind Kind, string Sha256);

/// <summary>Why something was not done with a file.</summary>
public enum EvidenceRefusal
{
    /// <summary>Larger than the setting allows.</summary>
    TooLarge,

    /// <summary>No byte came.</summary>
    Empty,

    /// <summary>Its content is of no accepted kind.</summary>
    TypeNotAllowed,

    /// <summary>A document with macros or other programs.</summary>
    HasMacros,

    /// <summary>It cannot be read, or unpacks to more than an honest document does.</summary>
    Damaged,

    /// <summary>A picture with too many pixels.</summary>
    TooManyPixels,

    /// <summary>The row, or the form, has as many files as it may have.</summary>
    TooManyFiles,

    /// <summary>A file of the form was removed in the meantime.</summary>
    Gone,

    /// <summary>No such file, activity or document for this user.</summary>
    NotFound,
}

/// <summary>How an act on a file ended.</summary>
/// <param name="Refusal">Why it was not done; null when it was.</param>
/// <param name="File">The file; null when refused.</param>
public sealed record EvidenceResult(EvidenceRefusal? Refusal, EvidenceFile? File);
