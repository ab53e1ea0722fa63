using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>A document that a text names by its number.</summary>
internal sealed class CitedDocument
{
    public required ReadBlock Block { get; init; }

    /// <summary>From the kind (or "số") to the end of the symbol.</summary>
    public required TextPlace Place { get; init; }

    /// <summary>Number and symbol as written.</summary>
    public required TextPlace Reference { get; init; }

    /// <summary>The whole citation, with date, issuer and subject.</summary>
    public required TextPlace Whole { get; init; }

    /// <summary>"Kế hoạch", in the spelling of <see cref="References.DocumentKinds"/>; empty when the text names no kind or an unknown one.</summary>
    public required string Kind { get; init; }

    public required int Number { get; init; }

    /// <summary>"KH-UBND" without spaces.</summary>
    public required string Symbol { get; init; }

    /// <summary>Whether the number bears a year ("30/2020/NĐ-CP"): legislation, whose series are their own.</summary>
    public bool HasYear { get; init; }

    /// <summary>The digits that stand there as a date, whether or not there is such a day.</summary>
    public TextPlace? DayPlace { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>"UBND xã Sơn Trung"; empty when none is named.</summary>
    public string Issuer { get; init; } = "";

    public bool HasSubject { get; init; }

    /// <summary>One of several in a row, or a letter named for who wrote it ("Sở Nội vụ tại Tờ trình số …").</summary>
    public bool IsInPassing { get; init; }

    /// <summary>A part of another document's name: "Nghị định số … sửa đổi, bổ sung một số điều của Nghị định số …".</summary>
    public bool IsInName { get; init; }

    /// <summary>Number and symbol as they should be written.</summary>
    public string Key => key ??= Reference.Text.Replace(" ", "", StringComparison.Ordinal).TrimStart('0').ToUpperInvariant();

    private string? key;

    /// <summary>The same for "25/QĐ-TTg" and "25/2021/QĐ-TTg".</summary>
    public string Series => $"{Number}/{Symbol}".ToUpperInvariant();

    /// <summary>"Kế hoạch số 25/KH-UBND".</summary>
    public string Name => Place.Text;

    /// <summary>The body of the issuer as comparable words: "ubnd xa son trung".</summary>
    public string IssuerKey => issuerKey ??= TextFacts.Abbreviated(Issuer);

    private string? issuerKey;
}
