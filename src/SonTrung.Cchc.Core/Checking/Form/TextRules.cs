using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>An abbreviation is spelled out where it is used first.</summary>
internal sealed partial class AbbreviationSpelledOut : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-VIET-TAT", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.AbbreviationTitle, FormRuleTexts.AbbreviationBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var uses = text.Facts.Body
            .Where(block => block.Part is not (DocumentPart.Section or DocumentPart.Heading) && !TextFacts.IsUpper(block.Text))
            .SelectMany(block => Token().Matches(block.Text).Select(match => new TextPlace(block, match.Index, match.Length)))
            .Where(place => CommonAbbreviations.All.ContainsKey(place.Text) && !text.Knowledge.Names.Contains(place.Text))
            .GroupBy(place => place.Text);
        foreach (var place in text.Facts.Of(DocumentPart.Subject).Where(block => !TextFacts.IsUpper(block.Text))
            .SelectMany(block => Token().Matches(block.Text).Select(match => new TextPlace(block, match.Index, match.Length)))
            .Where(place => CommonAbbreviations.All.ContainsKey(place.Text) && !text.Knowledge.Names.Contains(place.Text) && !IsExplained(place)))
        {
            // A title is read before anything explains it.
            var words = CommonAbbreviations.All[place.Text];
            yield return At(place, Say(FormRuleTexts.AbbreviationInTitle, place.Text, words), words, isSafe: true);
        }

        foreach (var use in uses)
        {
            var first = use.First();
            if (!IsExplained(first))
            {
                var words = CommonAbbreviations.All[use.Key];
                var isAgain = use.Skip(1).Any();
                var full = $"{(IsAtHead(first, text.Facts) ? $"{char.ToUpper(words[0], TextFacts.Vietnamese)}{words[1..]}" : words)}{(isAgain ? $" ({use.Key})" : "")}";
                yield return At(first, Say(FormRuleTexts.Abbreviation, use.Key, full), full, isSafe: true);
            }
        }
    }

    /// <summary>"cải cách hành chính (CCHC)", "(sau đây viết tắt là CCHC)".</summary>
    private static bool IsExplained(TextPlace place)
    {
        var before = place.Block.Text.AsSpan(0, place.Start);
        return before.LastIndexOf('(') > before.LastIndexOf(')')
            || Explains().IsMatch(before[Math.Max(0, before.Length - 40)..])
            || before.TrimEnd().EndsWith(CommonAbbreviations.All[place.Text], StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAtHead(TextPlace place, TextFacts facts) => place.Start == facts.SentenceAt(place).Start;

    [GeneratedRegex(@"(?<![\p{L}\d/&.-])[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})?(?![\p{L}\d/&-])")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:viết tắt|gọi tắt|gọi là)(?:\s+là)?\s*:?\s*$")]
    private static partial Regex Explains();
}

/// <summary>Abbreviations that neither the text explains nor everybody knows; whether the reader knows them, a person says.</summary>
internal sealed partial class UnknownAbbreviation : CheckRule
{
    /// <summary>What needs no explanation in official papers.</summary>
    private static readonly FrozenSet<string> WellKnown = FrozenSet.ToFrozenSet(
    [
        "UBND", "HĐND", "MTTQ", "UBMTTQ", "TNCS", "CCCD", "QĐND", "CAND", "THCS", "THPT", "HTX", "VNPT", "VTV", "VOV", "TCVN", "QCVN", "ISO", "GDP", "FDI", "ODA", "WTO", "WHO", "UNESCO",
        "PCI", "PAR", "INDEX", "PAPI", "SIPAS", "DDCI", "ICT", "SMS", "PDF", "USB", "ATM", "LED", "COVID", "HIV", "AIDS", "BOT", "PPP", "API", "CSS", "OTP", "XML", "JSON", "WEB", "APP", "CHXHCN",
    ]);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "P-VIET-TAT-LA", RuleKind.Judgement, FindingSeverity.Hint, FormRuleTexts.UnknownAbbreviationTitle, FormRuleTexts.UnknownAbbreviationBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var blocks = text.Facts.Body.Where(block => block.Part is not (DocumentPart.Section or DocumentPart.Heading) && !TextFacts.IsUpper(block.Text)).ToList();
        var explained = blocks.SelectMany(block => Explained().Matches(block.Text)).Select(match => match.Groups["token"].Value).ToHashSet(StringComparer.Ordinal);
        return blocks.SelectMany(block => Token().Matches(block.Text).Select(match => new TextPlace(block, match.Index, match.Length)))
            .Where(place => !CommonAbbreviations.All.ContainsKey(place.Text) && !WellKnown.Contains(place.Text) && !Roman().IsMatch(place.Text)
                && !explained.Contains(place.Text) && !text.Knowledge.Names.Contains(place.Text) && !text.Facts.IsCited(place))
            .DistinctBy(place => place.Text)
            .Select(place => At(place, Say(FormRuleTexts.UnknownAbbreviation, place.Text)));
    }

    [GeneratedRegex(@"(?<![\p{L}\d/&.’'-]|[“""])[A-ZĐƯ]{3,}(?![\p{L}\d/&’'-]|\.\d)")]
    private static partial Regex Token();

    /// <summary>"(PVHCC)", "(viết tắt là BCĐ)", "BCĐ (Ban Chỉ đạo)".</summary>
    [GeneratedRegex(@"(?:\(|(?:viết tắt|gọi tắt|gọi|sau đây)(?:\s+là)?\s*:?\s*[“""]?)(?<token>[A-ZĐƯ]{3,})(?!\p{L})|(?<!\p{L})(?<token>[A-ZĐƯ]{3,})\s+\(\p{L}+\s")]
    private static partial Regex Explained();

    [GeneratedRegex("^[IVXLCM]+$")]
    private static partial Regex Roman();
}

/// <summary>The first citation gives the date (II.6.b).</summary>
internal sealed class FirstCitationDated : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-VIEN-DAN-NGAY", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.CitationDateTitle, FormRuleTexts.CitationDateBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => FirstCitationFull.First(text.Facts)
        .Where(cited => cited.DayPlace is null)
        .Select(cited => At(cited.Place, Say(FormRuleTexts.CitationIncomplete, cited.Name, FirstCitationFull.Lacking(cited))));
}

/// <summary>The first citation gives issuer and subject (II.6.b).</summary>
internal sealed class FirstCitationFull : CheckRule
{
    /// <summary>Cited by name only.</summary>
    private static readonly string[] ByName = ["Luật", "Bộ luật", "Pháp lệnh", ""];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-VIEN-DAN", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.CitationTitle, FormRuleTexts.CitationBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => First(text.Facts)
        .Where(cited => cited.DayPlace is not null && !cited.IsInPassing && (cited.Issuer.Length == 0 || !cited.HasSubject))
        .Select(cited => At(cited.Place, Say(FormRuleTexts.CitationIncomplete, cited.Name, Lacking(cited))));

    public static IEnumerable<CitedDocument> First(TextFacts facts) => facts.Citations.DistinctBy(cited => cited.Series)
        // In headings they are shortened everywhere.
        .Where(cited => !ByName.Contains(cited.Kind) && !cited.IsInName && cited.Block.Part is not (DocumentPart.Section or DocumentPart.Heading));

    public static string Lacking(CitedDocument cited) => string.Join(", ", new[]
    {
        cited.DayPlace is null ? FormRuleTexts.CitationDay : "",
        cited.Issuer.Length == 0 ? FormRuleTexts.CitationIssuer : "",
        cited.HasSubject ? "" : FormRuleTexts.CitationSubject,
    }.Where(part => part.Length > 0));
}
