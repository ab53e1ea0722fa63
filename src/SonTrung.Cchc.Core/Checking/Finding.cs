namespace SonTrung.Cchc.Core.Checking;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Gợi ý: a person decides.</summary>
    Hint,

    /// <summary>Cảnh báo: likely wrong.</summary>
    Warning,

    /// <summary>Lỗi: must be mended before the report is submitted, or passed over with a reason.</summary>
    Error,
}

/// <summary>What a rule is, as the page of rules shows it.</summary>
/// <param name="Id">The stable id: "F-NHU-TREN". Findings that were passed over are kept by it.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Severity">The weight of its findings.</param>
/// <param name="Title">What it asks for, in Vietnamese, one sentence.</param>
/// <param name="Basis">The article of the decree ("Phụ lục I, Mục II.9, Nghị định 30/2020/NĐ-CP") or the reason.</param>
public sealed record RuleInfo(string Id, RuleKind Kind, FindingSeverity Severity, string Title, string Basis);

/// <summary>The kinds of rules, in the order of the page.</summary>
public enum RuleKind
{
    /// <summary>Thể thức: components, their order, symbols, recipients.</summary>
    Form,

    /// <summary>Nhất quán: years, figures, names, terms.</summary>
    Consistency,

    /// <summary>Chính tả.</summary>
    Spelling,

    /// <summary>Dấu câu, viết hoa (Phụ lục II).</summary>
    Typography,

    /// <summary>Mã ký tự.</summary>
    Encoding,

    /// <summary>Only a person can settle it; never mended by the portal.</summary>
    Judgement,

    /// <summary>Chữ của năm trước: what was carried over and may no longer hold. Mended, or confirmed one by one before the report is submitted.</summary>
    Stale,
}

/// <summary>Something that a rule found.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>The block it stands in (<see cref="Reading.ReadBlock.Id"/>); null when something is missing that has no place.</summary>
    public string? BlockId { get; init; }

    /// <summary>Where it begins in the block's text, UTF-16 characters from 0.</summary>
    public int Start { get; init; }

    /// <summary>How long it is; 0 for the whole block.</summary>
    public int Length { get; init; }

    /// <summary>What is wrong here, in Vietnamese, naming the words.</summary>
    public required string Message { get; init; }

    /// <summary>What should stand in place of the marked characters, when it is known.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether <see cref="Replacement"/> may be applied by one click; never for what only a person can settle.</summary>
    public bool IsSafe { get; init; }
}
