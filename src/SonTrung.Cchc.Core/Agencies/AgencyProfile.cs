using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>How an agency is printed during a span of time. A report takes the profile of its own date, never of today.</summary>
public sealed class AgencyProfile : AgencyEntity, IDated
{
    /// <summary>Longest single printed name, characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest code or abbreviation, characters (Phụ lục VI: Ký hiệu 30).</summary>
    public const int SymbolLength = 30;

    /// <inheritdoc/>
    public required DateOnly ValidFrom { get; init; }

    /// <inheritdoc/>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The agency.</summary>
    public Agency? Agency { get; init; }

    /// <summary>"Ủy ban nhân dân xã Sơn Trung".</summary>
    public required string FullName { get; set; }

    /// <summary>"UBND xã Sơn Trung": the first mention in a text.</summary>
    public required string ShortName { get; set; }

    /// <summary>"UBND xã": every later mention.</summary>
    public required string LaterName { get; set; }

    /// <summary>The superior body of the letterhead in capitals, or null when none is printed.</summary>
    public string? SuperiorLine { get; set; }

    /// <summary>The agency's lines of the letterhead in capitals, separated by a line feed.</summary>
    public required string LetterheadLines { get; set; }

    /// <summary>The body in whose name the signer signs, as printed after "TM. ".</summary>
    public required string AuthorityName { get; set; }

    /// <summary>"Sơn Trung".</summary>
    public required string PlaceName { get; set; }

    /// <summary>The agency's part of a symbol: "UBND".</summary>
    public required string SymbolCode { get; set; }

    /// <summary>What follows "Lưu: ": "VT, VHXH".</summary>
    public required string ArchiveLine { get; set; }

    /// <summary>The superior level in running text: "huyện", "tỉnh".</summary>
    public required string SuperiorName { get; set; }

    /// <summary>The office that receives files from citizens, in running text.</summary>
    public required string OneStopName { get; set; }

    /// <summary>Kính gửi and Nơi nhận.</summary>
    public List<AgencyRecipient> Recipients { get; } = [];
}

/// <summary>A line of Kính gửi or Nơi nhận, printed to the letter, without dash and end mark.</summary>
public sealed class AgencyRecipient : AgencyPart
{
    /// <summary>The profile it belongs to.</summary>
    public long ProfileId { get; init; }

    /// <summary>Which of the two lists.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>Its place in the list.</summary>
    public required int Position { get; set; }

    /// <summary>"Sở Nội vụ tỉnh Hà Tĩnh".</summary>
    public required string PrintedText { get; set; }

    /// <summary>The office of the portal that receives the report, or null when it has none.</summary>
    public long? RecipientAgencyId { get; set; }

    /// <summary>The office of the portal.</summary>
    public Agency? RecipientAgency { get; init; }
}

/// <summary>The two lists of receivers (Phụ lục I, II.9).</summary>
public enum RecipientKind
{
    /// <summary>Kính gửi (ô số 9a).</summary>
    Addressee,

    /// <summary>Nơi nhận (ô số 9b), "Như trên" included, "Lưu" excluded.</summary>
    Copy,
}

/// <summary>A person who may sign, with capacity and time (Điều 13).</summary>
public sealed class Signer : AgencyEntity, IDated
{
    /// <summary>Longest post, characters (Phụ lục VI: 100).</summary>
    public const int PostLength = 100;

    /// <summary>Longest name, characters (Phụ lục VI: 50).</summary>
    public const int NameLength = 50;

    /// <summary>Longest name or thumbprint of a certificate, characters.</summary>
    public const int CertificateLength = 300;

    /// <summary>Longest scope, characters.</summary>
    public const int ScopeLength = 300;

    /// <inheritdoc/>
    public required DateOnly ValidFrom { get; init; }

    /// <inheritdoc/>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The personal certificate: its thumbprint (SHA-256, or SHA-1 as Windows shows it) or its holder's name; null where nothing is signed digitally.</summary>
    public string? Certificate { get; set; }

    /// <summary>The last day of that certificate, as an administrator typed it or as the last signature showed it; null while nobody knows.</summary>
    public DateOnly? CertificateEndsOn { get; set; }

    /// <summary>What may be signed in this capacity, and by which paper that was given (TUQ., TL.; Điều 13.3, 13.4); null where the post itself says it.</summary>
    public string? Scope { get; set; }

    /// <summary>Which of the agency's reports may be signed in this capacity (KT., TL., TUQ.); all when null.</summary>
    public SignedReports? Reports { get; set; }

    /// <summary>The account that approves, or null for a signer of old papers.</summary>
    public long? UserId { get; set; }

    /// <summary>"Nguyễn Tiến Thích".</summary>
    public required string FullName { get; set; }

    /// <summary>The signer's own post in capitals: "CHỦ TỊCH".</summary>
    public required string Post { get; set; }

    /// <summary>The post signed for in capitals (KT., TL., TUQ.); null for TM. and Q.</summary>
    public string? HeadPost { get; set; }

    /// <summary>The capacity.</summary>
    public required SigningCapacity Capacity { get; set; }

    /// <summary>Whether the capacity holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>Whether reports of a kind of period may be signed in this capacity.</summary>
    public bool MaySign(PeriodKind period) => Reports is not { } only || (only == SignedReports.Annual) == (period == PeriodKind.Year);

    /// <summary>The lines above the signature (Phụ lục I, II.7.b).</summary>
    /// <param name="authorityName">The body's printed name, from the profile.</param>
    public IReadOnlyList<string> AuthorityLines(string authorityName) => Capacity switch
    {
        SigningCapacity.OnBehalf => [$"TM. {authorityName}", Post],
        SigningCapacity.Acting => [$"TM. {authorityName}", $"Q. {Post}"],
        SigningCapacity.ForHead => [$"TM. {authorityName}", $"KT. {HeadPost}", Post],
        SigningCapacity.ByOrder => [$"TL. {HeadPost}", Post],
        SigningCapacity.ByAuthorisation => [$"TUQ. {HeadPost}", Post],
        _ => throw new InvalidOperationException($"Unknown capacity {Capacity}."),
    };
}

/// <summary>The reports that a capacity is limited to.</summary>
public enum SignedReports
{
    /// <summary>Báo cáo năm.</summary>
    Annual,

    /// <summary>Báo cáo quý, 6 tháng.</summary>
    Periodic,
}

/// <summary>In which capacity a person signs (Phụ lục I, II.7.b).</summary>
public enum SigningCapacity
{
    /// <summary>TM.</summary>
    OnBehalf,

    /// <summary>KT.</summary>
    ForHead,

    /// <summary>Q.</summary>
    Acting,

    /// <summary>TL.</summary>
    ByOrder,

    /// <summary>TUQ.</summary>
    ByAuthorisation,
}
