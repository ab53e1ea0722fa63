using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>The components of a document (Điều 8) that a text with a head or a foot lacks.</summary>
internal sealed class MissingComponents : CheckRule
{
    private static readonly (DocumentPart Part, string Name)[] Head =
    [
        (DocumentPart.NationalName, FormRuleTexts.PartNationalName), (DocumentPart.Motto, FormRuleTexts.PartMotto), (DocumentPart.Agency, FormRuleTexts.PartAgency),
        (DocumentPart.Number, FormRuleTexts.PartNumber), (DocumentPart.Subject, FormRuleTexts.PartSubject),
    ];

    private static readonly (DocumentPart Part, string Name)[] Foot =
    [
        (DocumentPart.Recipient, FormRuleTexts.PartRecipients), (DocumentPart.Authority, FormRuleTexts.PartAuthority), (DocumentPart.SignerName, FormRuleTexts.PartSigner),
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-THANH-PHAN", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.ComponentsTitle, FormRuleTexts.ComponentsBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var facts = text.Facts;
        var hasHead = NoHead.HasHead(facts);
        var hasFoot = NoHead.HasFoot(facts);
        foreach (var (part, name) in Head.Where(row => hasHead && !facts.Has(row.Part)))
        {
            yield return Missing(Say(FormRuleTexts.ComponentMissing, name));
        }

        // An own draft gets its date with its number (Điều 15).
        if (hasHead && !facts.Has(DocumentPart.PlaceAndDate) && facts.OwnNumber is not null)
        {
            yield return Missing(Say(FormRuleTexts.ComponentMissing, FormRuleTexts.PartDate));
        }

        foreach (var (part, name) in Foot.Where(row => hasFoot && !facts.Has(row.Part)))
        {
            yield return Missing(Say(FormRuleTexts.ComponentMissing, name));
        }

        if (hasHead && facts.Body.Count == 0)
        {
            yield return Missing(Say(FormRuleTexts.ComponentMissing, FormRuleTexts.PartBody));
        }
    }
}

/// <summary>One hint instead of ten errors for a text that came without its head or foot.</summary>
internal sealed class NoHead : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-PHAN-DAU", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.NoHeadTitle, FormRuleTexts.NoHeadBasis);

    public static bool HasHead(TextFacts facts) =>
        new[] { DocumentPart.NationalName, DocumentPart.Motto, DocumentPart.Agency, DocumentPart.Number, DocumentPart.PlaceAndDate }.Count(facts.Has) >= 2;

    public static bool HasFoot(TextFacts facts) => facts.Has(DocumentPart.Recipient) || facts.Has(DocumentPart.Authority);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Document.Blocks.Count > 0 && (HasHead(text.Facts), HasFoot(text.Facts)) is var (head, foot) && !(head && foot))
        {
            yield return Missing((head, foot) switch
            {
                (false, false) => FormRuleTexts.NoHeadNoFoot,
                (false, true) => FormRuleTexts.NoHead,
                _ => FormRuleTexts.NoFoot,
            });
        }
    }
}

/// <summary>The components in the order of the diagram (Phụ lục I, IV).</summary>
internal sealed class ComponentOrder : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-THU-TU", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.OrderTitle, FormRuleTexts.OrderBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var last = (Rank: 0, Name: "");
        foreach (var block in text.Document.Blocks)
        {
            if (Rank(block) is not { } rank)
            {
                continue;
            }

            if (rank.Rank < last.Rank)
            {
                yield return At(block, Say(FormRuleTexts.Order, rank.Name, last.Name));
                yield break;
            }

            last = rank;
        }
    }

    private static (int Rank, string Name)? Rank(ReadBlock block) => block.Part switch
    {
        // The two columns of the head, and of the foot, are read in either order; a công văn has its subject among the head.
        DocumentPart.Superior or DocumentPart.Agency or DocumentPart.NationalName or DocumentPart.Motto or DocumentPart.Number or DocumentPart.PlaceAndDate
            => (1, FormRuleTexts.PartHead),
        DocumentPart.Kind => (2, FormRuleTexts.PartKind),
        DocumentPart.Subject when !block.Text.TrimStart().StartsWith("V/v", StringComparison.OrdinalIgnoreCase) => (3, FormRuleTexts.PartSubject),
        DocumentPart.Addressee => (4, FormRuleTexts.PartAddressees),
        DocumentPart.Section or DocumentPart.Heading or DocumentPart.Paragraph or DocumentPart.Numbered or DocumentPart.Dash or DocumentPart.Plus
            => (5, FormRuleTexts.PartBody),
        DocumentPart.Recipient or DocumentPart.Authority or DocumentPart.SignerName => (6, FormRuleTexts.PartFoot),
        _ => null,
    };
}

/// <summary>Quốc hiệu to the letter (II.1.a); both ways of writing "HÒA" are the decree's own.</summary>
internal sealed class NationalName : CheckRule
{
    private const string Name = OfficialWords.NationalName;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-QUOC-HIEU", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.NationalNameTitle, FormRuleTexts.NationalNameBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Facts.Of(DocumentPart.NationalName)
        .Where(block => block.Text.Trim() is not (Name or "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        .Select(block => At(block, Say(FormRuleTexts.NationalName, Name), Name, isSafe: true));
}

/// <summary>Tiêu ngữ to the letter (II.1.b).</summary>
internal sealed class Motto : CheckRule
{
    private const string Words = OfficialWords.Motto;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-TIEU-NGU", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.MottoTitle, FormRuleTexts.MottoBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Facts.Of(DocumentPart.Motto)
        .Where(block => block.Text.Trim() != Words)
        .Select(block => At(block, Say(FormRuleTexts.Motto, Words), Words, isSafe: true));
}

/// <summary>The kind in capitals (II.5.b).</summary>
internal sealed class KindInCapitals : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-TEN-LOAI", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.KindTitle, FormRuleTexts.KindBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Facts.Of(DocumentPart.Kind)
        .Where(block => !TextFacts.IsUpper(block.Text))
        .Select(block => (Block: block, Capitals: block.Text.ToUpper(TextFacts.Vietnamese)))
        .Select(row => At(row.Block, Say(FormRuleTexts.KindInCapitals, row.Capitals), row.Capitals, isSafe: true));
}

/// <summary>The trích yếu is a title: no mark ends it (II.5).</summary>
internal sealed class SubjectEnd : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-TRICH-YEU", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.SubjectTitle, FormRuleTexts.SubjectBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Of(DocumentPart.Subject).LastOrDefault() is { } last && last.Text.TrimEnd() is { Length: > 1 } title && title[^1] is '.' or ';' or ',' or ':'
            && !title.EndsWith("...", StringComparison.Ordinal))
        {
            yield return At(new TextPlace(last, title.Length - 1, 1), Say(FormRuleTexts.SubjectEnd, title[^1]), "", isSafe: true);
        }
    }
}

/// <summary>The title of a "mục" in capitals (V, 6b).</summary>
internal sealed class SectionInCapitals : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-MUC-IN-HOA", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.SectionTitle, FormRuleTexts.SectionBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Facts.Of(DocumentPart.Section)
        .Where(block => !TextFacts.IsUpper(block.Text) && block.Text.Any(char.IsLetter))
        .Select(block => (Block: block, Capitals: block.Text.ToUpper(TextFacts.Vietnamese)))
        .Select(row => At(row.Block, Say(FormRuleTexts.SectionInCapitals, row.Capitals), row.Capitals, isSafe: true));
}

/// <summary>A text with an appendix points to it (III.1.a).</summary>
internal sealed class AppendixMentioned : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-PHU-LUC", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.AppendixTitle, FormRuleTexts.AppendixBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        string[] words = ["phụ lục", "biểu", "danh sách kèm theo", "đính kèm", "kèm theo"];
        if (text.Facts.First(DocumentPart.Appendix) is { } appendix && text.Facts.Body.Count > 0
            && !text.Facts.Body.Any(block => words.Any(word => block.Text.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            yield return At(appendix, FormRuleTexts.Appendix);
        }
    }
}

/// <summary>Every căn cứ ends with ";" (II.6.a).</summary>
internal sealed partial class BasesEnd : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-CAN-CU", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.BasesTitle, FormRuleTexts.BasesBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var body = text.Facts.Body;
        for (var i = 0; i + 1 < body.Count; i++)
        {
            var line = body[i].Text.TrimEnd();
            if (Basis().IsMatch(line) && Next().IsMatch(body[i + 1].Text) && line[^1] != ';' && !line.EndsWith("như sau:", StringComparison.Ordinal))
            {
                var mark = line[^1] is '.' or ',' or ':' ? 1 : 0;
                yield return mark == 1
                    ? At(new TextPlace(body[i], line.Length - 1, 1), FormRuleTexts.BasisEnd, ";", isSafe: true)
                    : At(new TextPlace(body[i], line.Length - 1, 1), FormRuleTexts.BasisEnd, $"{line[^1]};", isSafe: true);
            }
        }
    }

    [GeneratedRegex(@"^\s*Căn cứ\s")]
    private static partial Regex Basis();

    [GeneratedRegex(@"^\s*(?:Căn cứ|Xét|Theo đề nghị)\s")]
    private static partial Regex Next();
}
