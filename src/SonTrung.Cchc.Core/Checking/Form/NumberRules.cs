using System.Globalization;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.References;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>"Số: 05/BC-UBND": colon, leading zero, no spaces (II.3.c).</summary>
internal sealed class OwnNumberForm : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-SO-KY-HIEU", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.NumberTitle, FormRuleTexts.NumberBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.OwnNumber is not { } number || text.Facts.First(DocumentPart.Number) is not { } block)
        {
            yield break;
        }

        var symbol = string.Concat(number.Groups["sym"].Value.Where(c => !char.IsWhiteSpace(c))).Replace('–', '-');
        var written = $"Số: {int.Parse(number.Groups["no"].ValueSpan, CultureInfo.InvariantCulture):00}/{symbol}";
        if (block.Text.Trim() != written)
        {
            yield return At(block, Say(FormRuleTexts.NumberForm, written), written, isSafe: true);
        }
    }
}

/// <summary>Numbers in citations as their documents bear them (II.3.c).</summary>
internal sealed class CitedNumberForm : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-SO-VIEN-DAN", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.CitedNumberTitle, FormRuleTexts.CitedNumberBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var cited in text.Facts.Citations)
        {
            var reference = cited.Reference.Text;
            var written = string.Concat(reference.Where(c => !char.IsWhiteSpace(c))).Replace('–', '-');
            if (!cited.HasYear && cited.Number < 10 && char.IsAsciiDigit(written[0]) && written[0] != '0')
            {
                written = $"0{written}";
            }

            if (written != reference)
            {
                yield return At(cited.Reference, Say(FormRuleTexts.CitedNumberForm, reference, written), written, isSafe: true);
            }
        }
    }
}

/// <summary>The symbol names the kind of the document (Phụ lục III, I).</summary>
internal sealed class SymbolOfAnotherKind : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-KY-HIEU", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.SymbolTitle, FormRuleTexts.SymbolBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Kind is { } kind && text.Facts.First(DocumentPart.Number) is { } own
            && Wrong(kind, own.Text[Math.Max(own.Text.IndexOf(':', StringComparison.Ordinal), 0)..]) is { } message)
        {
            yield return At(own, message);
        }
        else if (text.Facts.OwnNumber is { } number && number.Groups["sym"].Value.StartsWith("CV-", StringComparison.OrdinalIgnoreCase))
        {
            yield return At(text.Facts.First(DocumentPart.Number)!, FormRuleTexts.SymbolOfLetterOwn);
        }

        foreach (var cited in text.Facts.Citations)
        {
            if (Wrong(cited.Kind, cited.Reference.Text) is { } wrong && !IsOfTheDocumentAround(cited, text.Facts))
            {
                yield return At(cited.Place, wrong);
            }
        }
    }

    private static string? Wrong(string kind, string number) =>
        DocumentKinds.ExpectedSymbol(kind, number) is { } expected && DocumentKinds.KindOfSymbol(number) is { } other
            ? expected.Length == 0 ? Say(FormRuleTexts.SymbolOfLetter, other) : Say(FormRuleTexts.SymbolOfAnother, kind, expected, other)
            : null;

    /// <summary>"Quyết định ban hành Kế hoạch số 65/QĐ-UBND": the number is the decision's.</summary>
    private static bool IsOfTheDocumentAround(CitedDocument cited, TextFacts facts)
    {
        var sentence = facts.SentenceAt(cited.Place);
        var before = cited.Block.Text[sentence.Start..cited.Place.Start];
        var kind = DocumentKinds.KindOfSymbol(cited.Reference.Text)!;
        return before.LastIndexOf(kind, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && !before[at..].Contains('/', StringComparison.Ordinal);
    }
}

/// <summary>A symbol without the abbreviation of its kind (II.3.b).</summary>
internal sealed class SymbolWithoutKind : CheckRule
{
    /// <summary>Kinds whose numbers follow other habits.</summary>
    private static readonly string[] Free = ["Hợp đồng", "Biên bản", "Giấy mời", "Luật", "Bộ luật", "Pháp lệnh", "Thông tư liên tịch", "Dự án", "Đề án"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-KY-HIEU-THIEU", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.SymbolMissingTitle, FormRuleTexts.SymbolMissingBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Kind is { } kind && text.Facts.OwnNumber is { } number && Lacks(kind, number.Value) is { } expected)
        {
            yield return At(text.Facts.First(DocumentPart.Number)!, Say(FormRuleTexts.SymbolMissing, kind, expected));
        }

        foreach (var cited in text.Facts.Citations)
        {
            if (Lacks(cited.Kind, cited.Reference.Text) is { } missing)
            {
                yield return At(cited.Place, Say(FormRuleTexts.SymbolMissing, cited.Kind, missing));
            }
        }
    }

    private static string? Lacks(string kind, string number) =>
        !Free.Contains(kind) && !number.Contains("/UBTVQH", StringComparison.Ordinal) && !number.Contains("/QH", StringComparison.Ordinal) && DocumentKinds.ExpectedSymbol(kind, number) is { Length: > 0 } expected && DocumentKinds.KindOfSymbol(number) is null
            ? expected
            : null;
}
