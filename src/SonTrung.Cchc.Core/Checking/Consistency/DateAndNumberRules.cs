using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking.Consistency;

/// <summary>A date that no calendar has.</summary>
internal sealed class ImpossibleDate : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NGAY-KHONG-CO", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.ImpossibleDateTitle, ConsistencyRuleTexts.ImpossibleDateBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) => text.Document.Blocks.SelectMany(text.Facts.Dates)
        .Where(date => date.Day is null)
        .Select(date => At(date.Place, Say(ConsistencyRuleTexts.ImpossibleDate, date.Place.Text)));
}

/// <summary>What is cited or was done lies before the document's own day.</summary>
internal sealed partial class DateAfterDocument : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NGAY-SAU", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.DateAfterTitle, ConsistencyRuleTexts.DateAfterBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Day is not { } own)
        {
            yield break;
        }

        foreach (var date in text.Facts.Body.SelectMany(text.Facts.Dates).Where(date => date.Day > own))
        {
            if (text.Facts.Citations.FirstOrDefault(cited => cited.DayPlace is { } place && ReferenceEquals(place.Block, date.Place.Block) && place.Start == date.Place.Start) is { } cited)
            {
                yield return At(date.Place, Say(ConsistencyRuleTexts.CitedAfter, cited.Name, date.Place.Text, VietnameseDate.Format(own)));
            }
            else if (text.Facts.SentenceAt(date.Place).Text is var sentence && Done().IsMatch(sentence) && !ToCome().IsMatch(sentence))
            {
                yield return At(date.Place, Say(ConsistencyRuleTexts.DoneAfter, date.Place.Text, VietnameseDate.Format(own)));
            }
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(?:đã|vừa)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Done();

    [GeneratedRegex(@"(?<!\p{L})(?:sẽ|dự kiến|hạn|trước|chậm nhất|đến|kế hoạch|hiệu lực|phấn đấu|xong|áp dụng|kể từ|giai đoạn|lịch|tiếp tục|nhiệm kỳ)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex ToCome();
}

/// <summary>Numbers of one series follow the dates (Điều 15.1).</summary>
internal sealed class NumberAgainstDate : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-SO-NGAY", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.NumberOrderTitle, ConsistencyRuleTexts.NumberOrderBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var dated = text.Facts.Citations.Where(cited => cited is { Day: not null, HasYear: false } && Issuers.Of(cited, text.Facts).Length > 0)
            .DistinctBy(cited => (cited.Key, Issuers.Of(cited, text.Facts), cited.Day)).ToList();
        var told = new HashSet<string>();
        for (var i = 0; i < dated.Count; i++)
        {
            // The nearest earlier one that contradicts is enough.
            var other = dated.Take(i).LastOrDefault(earlier => IsOneSeries(earlier, dated[i], text.Facts)
                && ((earlier.Number < dated[i].Number && earlier.Day > dated[i].Day) || (earlier.Number > dated[i].Number && earlier.Day < dated[i].Day)));
            if (other is not null && told.Add(dated[i].Key))
            {
                yield return At(dated[i].Place, Say(
                    ConsistencyRuleTexts.NumberOrder,
                    dated[i].Reference.Text,
                    VietnameseDate.Format(dated[i].Day!.Value),
                    other.Reference.Text,
                    VietnameseDate.Format(other.Day!.Value)));
            }
        }
    }

    /// <summary>One issuer, one year, and one symbol, or one kind where the symbol names another.</summary>
    private static bool IsOneSeries(CitedDocument one, CitedDocument other, TextFacts facts) =>
        one.Day!.Value.Year == other.Day!.Value.Year
        && Issuers.AreOne(Issuers.Of(one, facts), Issuers.Of(other, facts))
        && (one.Symbol == other.Symbol
            || (one.Kind.Length > 0 && one.Kind == other.Kind && (IsMisnamed(one) || IsMisnamed(other))));

    private static bool IsMisnamed(CitedDocument cited) =>
        DocumentKinds.KindOfSymbol(cited.Reference.Text) is { } kind && cited.Kind.Length > 0 && kind != cited.Kind;
}

/// <summary>One document has one date.</summary>
internal sealed class OneNumberTwoDates : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-HAI-NGAY", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.TwoDatesTitle, ConsistencyRuleTexts.TwoDatesBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var seen = new List<CitedDocument>();
        foreach (var cited in text.Facts.Citations.Where(cited => cited.Day is not null))
        {
            var issuer = Issuers.Of(cited, text.Facts);
            if (seen.Find(other => other.Key == cited.Key && other.Kind == cited.Kind && other.Day != cited.Day
                && other.Day!.Value.Year == cited.Day!.Value.Year
                && (issuer.Length == 0 || Issuers.Of(other, text.Facts) is var first && (first.Length == 0 || Issuers.AreOne(first, issuer)))) is { } other)
            {
                yield return At(cited.DayPlace!.Value, Say(ConsistencyRuleTexts.TwoDates, cited.Name, cited.DayPlace.Value.Text, other.DayPlace!.Value.Text));
            }

            seen.Add(cited);
        }
    }
}

/// <summary>One document has one number: "25/QĐ-TTg" and "25/2021/QĐ-TTg" are not both right.</summary>
internal sealed class OneDocumentTwoNumbers : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-HAI-SO", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.TwoNumbersTitle, ConsistencyRuleTexts.TwoNumbersBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var seen = new List<CitedDocument>();
        foreach (var cited in text.Facts.Citations.Where(cited => cited.Kind.Length > 0))
        {
            if (seen.Find(other => other.Series == cited.Series && other.Kind == cited.Kind && other.HasYear != cited.HasYear
                && (other.Day is null || cited.Day is null || other.Day == cited.Day)) is { } other)
            {
                yield return At(cited.Reference, Say(ConsistencyRuleTexts.TwoNumbers, cited.Name, other.Name));
            }
            else
            {
                seen.Add(cited);
            }
        }
    }
}

/// <summary>The agency's documents are cited as they stand in the portal.</summary>
internal sealed class CitationAgainstData : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-VAN-BAN", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.KnownDocumentTitle, ConsistencyRuleTexts.KnownDocumentBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var cited in text.Facts.Citations.Where(cited => cited.Day is not null && cited.Kind.Length > 0))
        {
            var issuer = Issuers.Of(cited, text.Facts);
            var same = text.Knowledge.Documents.Where(document => document.IssuedOn is not null && document.Kind == cited.Kind
                && CitationKey(document.Number) == cited.Key && IsBy(document, issuer, text.Facts)).ToList();
            if (same.Count > 0 && !same.Exists(document => document.IssuedOn == cited.Day))
            {
                var day = VietnameseDate.Format(same[0].IssuedOn!.Value);
                yield return At(cited.DayPlace!.Value, Say(ConsistencyRuleTexts.KnownDocument, cited.Name, cited.DayPlace.Value.Text, day), day, isSafe: same.Count == 1);
            }
        }
    }

    private static bool IsBy(KnownDocument document, string issuer, TextFacts facts) => document.Issuer.Length == 0
        ? issuer.Length > 0 && Issuers.AreOne(facts.AgencyKey, issuer)
        : Issuers.AreOne(TextFacts.Abbreviated(document.Issuer), issuer);

    private static string CitationKey(string number) => number.Replace(" ", "", StringComparison.Ordinal).TrimStart('0').ToUpperInvariant();
}

/// <summary>Who issued a cited document, in comparable words.</summary>
internal static class Issuers
{
    /// <summary>Empty when the text does not say.</summary>
    public static string Of(CitedDocument cited, TextFacts facts) => cited.IssuerKey switch
    {
        "ubnd" or "ubnd xa" or "ubnd phuong" or "ubnd thi tran" when facts.AgencyKey.StartsWith("ubnd ", StringComparison.Ordinal) => facts.AgencyKey,
        var key => key,
    };

    /// <summary>"ubnd huyen" is "ubnd huyen Đức Thọ", shortened.</summary>
    public static bool AreOne(string one, string other) =>
        $"{one} ".StartsWith($"{other} ", StringComparison.Ordinal) || $"{other} ".StartsWith($"{one} ", StringComparison.Ordinal);
}
