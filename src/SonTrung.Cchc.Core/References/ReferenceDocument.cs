using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.References;

/// <summary>A document that directs the work or is told to the people (văn bản chỉ đạo, tuyên truyền).</summary>
public sealed class ReferenceDocument : AgencyEntity, ISoftDeletable, ISearchable, ISortable
{
    /// <summary>Longest kind, characters.</summary>
    public const int KindLength = 60;

    /// <summary>Longest number with symbol, characters (Phụ lục VI: 11 + 30).</summary>
    public const int NumberLength = 50;

    /// <summary>Longest issuer, characters (Phụ lục VI: 200).</summary>
    public const int IssuerLength = 200;

    /// <summary>Longest subject, characters (Phụ lục VI: 500).</summary>
    public const int SubjectLength = 500;

    /// <summary>The reporting year it belongs to.</summary>
    public required int Year { get; set; }

    /// <summary>"Quyết định".</summary>
    public required string Kind { get; set; }

    /// <summary>Number and symbol to the letter: "14/KH-UBND". A symbol that does not fit the kind is a warning, never a refusal.</summary>
    public required string Number { get; set; }

    /// <summary>Its date.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Who issued it; ignored when the own agency did.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Issued by the own agency: cited by its short name first and its later name afterwards.</summary>
    public bool IsOwn { get; set; }

    /// <summary>The subject as it follows "về".</summary>
    public required string Subject { get; set; }

    /// <summary>Directs the work, or is told to the people.</summary>
    public ReferencePurpose Purpose { get; set; }

    /// <summary>Files with its text.</summary>
    public List<Activities.Attachment> Attachments { get; } = [];

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => $"{Kind} {Number} {Issuer} {Subject}";

    /// <inheritdoc/>
    public string SortKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SortText => Subject;
}

/// <summary>What a reference document is for.</summary>
public enum ReferencePurpose
{
    /// <summary>Văn bản chỉ đạo.</summary>
    Directing,

    /// <summary>Văn bản tuyên truyền.</summary>
    Propagated,
}
