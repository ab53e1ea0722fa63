using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking.Consistency;

/// <summary>A report speaks in its own agency's name.</summary>
internal sealed partial class OwnAgencyName : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-TEN-CO-QUAN", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.AgencyTitle, ConsistencyRuleTexts.AgencyBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Unit is not { Level: "xã" or "phường" or "thị trấn" } unit)
        {
            yield break;
        }

        foreach (var block in text.Facts.Body)
        {
            foreach (Match match in Reporting().Matches(block.Text))
            {
                var name = match.Groups["name"];
                if (Key(name.Value) != Key(unit.Name) && !text.Facts.IsCited(new TextPlace(block, name.Index, name.Length)))
                {
                    yield return At(new TextPlace(block, name.Index, name.Length), Say(ConsistencyRuleTexts.Agency, name.Value, unit.Name));
                }
            }
        }
    }

    private static string Key(string name) => SearchKey.Of(name.Replace('’', '\'').Replace("'", "", StringComparison.Ordinal));

    /// <summary>Where it reports ("UBND xã X báo cáo") and where it closes ("… của Ủy ban nhân dân xã X./.").</summary>
    [GeneratedRegex(@"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:xã|phường|thị trấn)\s+(?<name>\p{Lu}[\p{L}'’]*(?:\s\p{Lu}[\p{L}'’]*){0,3})(?=\s+(?:xin\s+|kính\s+|trân trọng\s+)?báo cáo|\s*\.?/\.\s*$|\s*\./)")]
    private static partial Regex Reporting();
}

/// <summary>The place before the date is the commune's (II.4.a).</summary>
internal sealed partial class PlaceOfAgency : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-DIA-DANH", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.PlaceTitle, ConsistencyRuleTexts.PlaceBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.Unit is { Level: "xã" or "phường" } unit && text.Facts.First(DocumentPart.PlaceAndDate) is { } block
            && Place().Match(block.Text) is { Success: true } match && Key(match.Groups["place"].Value) is { Length: > 0 } written && written != Key(unit.Name))
        {
            yield return At(
                new TextPlace(block, match.Groups["place"].Index, match.Groups["place"].Length), Say(ConsistencyRuleTexts.Place, match.Groups["place"].Value, unit.Name));
        }
    }

    private static string Key(string name) =>
        SearchKey.Of(Level().Replace(name.Trim(), "").Replace('’', '\'').Replace("'", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<place>[^,\d]*?),?\s*[Nn]gày")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:xã|phường)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Level();
}

/// <summary>Who signs may sign on that day.</summary>
internal sealed class SignerOfThatDay : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-NGUOI-KY", RuleKind.Consistency, FindingSeverity.Error, ConsistencyRuleTexts.SignerTitle, ConsistencyRuleTexts.SignerBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Knowledge.Signers.Count > 0 && text.Facts.First(DocumentPart.SignerName) is { } name
            && !text.Knowledge.Signers.Any(signer => SearchKey.Of(signer.Name) == SearchKey.Of(name.Text)))
        {
            yield return At(name, Say(ConsistencyRuleTexts.Signer, name.Text, string.Join(", ", text.Knowledge.Signers.Select(signer => signer.Name))));
        }
    }
}

/// <summary>A post in the text belongs to who holds it on that day.</summary>
internal sealed partial class PostOfPerson : CheckRule
{
    /// <summary>Behind "UBND xã" two words are another commune.</summary>
    private const int FewestWordsOfPerson = 3;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-CHUC-VU", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.PostTitle, ConsistencyRuleTexts.PostBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var signers = text.Knowledge.Signers;
        foreach (var block in signers.Count == 0 ? [] : text.Facts.Body)
        {
            foreach (var match in Person().Matches(block.Text).Concat(PostFirst().Matches(block.Text)))
            {
                var name = match.Groups["name"];
                // "đồng chí Chủ tịch UBND xã Hương Sơn": a place; the own one may stand between post and name.
                var start = text.Facts.Unit is { } unit && name.Value.StartsWith($"{unit.Name} ", StringComparison.OrdinalIgnoreCase) ? unit.Name.Length + 1 : 0;
                var person = name.Value[start..];
                if (person.Split(' ').Length < (match.Groups["place"].Success ? FewestWordsOfPerson : 2))
                {
                    continue;
                }

                var post = match.Groups["post"].Value.ToUpper(TextFacts.Vietnamese);
                var holders = signers.Where(signer => signer.Post == post).ToList();
                if (holders.Count > 0 && !holders.Exists(signer => SearchKey.Of(signer.Name) == SearchKey.Of(person)))
                {
                    yield return At(
                        new TextPlace(block, name.Index + start, person.Length),
                        Say(ConsistencyRuleTexts.Post, match.Groups["post"].Value, string.Join(", ", holders.Select(signer => signer.Name)), person));
                }
            }
        }

        if (text.Facts.First(DocumentPart.SignerName) is { } written && text.Facts.Of(DocumentPart.Authority).LastOrDefault() is { } authority)
        {
            var known = signers.Where(signer => SearchKey.Of(signer.Name) == SearchKey.Of(written.Text)).ToList();
            var signed = authority.Text.Trim();
            if (known.Count > 0 && signers.Any(signer => signer.Post == signed) && !known.Exists(signer => signer.Post == signed))
            {
                yield return At(authority, Say(ConsistencyRuleTexts.SignedPost, written.Text, string.Join(", ", known.Select(signer => signer.Post)), signed));
            }
        }
    }

    /// <summary>"Đồng chí Phạm Văn Mẫu, Chủ tịch UBND xã".</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Đđ]/c)\s+(?<name>\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){1,4})\s*[,–-]\s*(?<post>Chủ tịch|Phó Chủ tịch)\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:xã|phường)")]
    private static partial Regex Person();

    /// <summary>"Đồng chí Chủ tịch UBND xã Phạm Văn Mẫu", "Chủ tịch UBND xã là ông Phạm Văn Mẫu".</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Đđ]/c)\s+(?<post>Chủ tịch|Phó Chủ tịch)\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?<place>xã|phường)\s+"
        + @"|(?<post>Phó Chủ tịch|(?<!Phó\s)Chủ tịch)\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:xã|phường)(?:\s+\p{Lu}\p{L}*){0,4}\s*(?:[–-]\s*|là\s+)?(?:đồng chí|ông|bà|đ/c)\s+)"
        + @"(?<name>\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){1,6})")]
    private static partial Regex PostFirst();
}

/// <summary>No sentence stands there twice.</summary>
internal sealed partial class RepeatedSentence : CheckRule
{
    private const int FewestWords = 8;

    /// <summary>The same for what is not the beginning of a line; lists in running text repeat their ends.</summary>
    private const int FewestWordsOfPart = 14;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-LAP-CAU", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.RepeatedTitle, ConsistencyRuleTexts.RepeatedBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var seen = new Dictionary<string, ReadBlock>();
        foreach (var sentence in text.Facts.Body.SelectMany(text.Facts.Sentences))
        {
            var key = SearchKey.Of(sentence.Text);
            if (Words().Count(key) < (sentence.Start == 0 ? FewestWords : FewestWordsOfPart) || sentence.End == sentence.Block.Text.Length)
            {
                // Few words, or a title: no mark ends it.
                continue;
            }

            if (!seen.TryAdd(key, sentence.Block) && !(IsComposed(sentence.Block, text.Knowledge) && IsComposed(seen[key], text.Knowledge)))
            {
                yield return At(new TextPlace(sentence.Block, sentence.Start, sentence.Text.TrimEnd().Length), Say(ConsistencyRuleTexts.Repeated, Beginning(sentence.Text)));
            }
        }
    }

    private static bool IsComposed(ReadBlock block, CheckKnowledge knowledge) =>
        knowledge.Lines.TryGetValue(block.Id, out var line) && line.IsComposed;

    private static string Beginning(string sentence) => string.Join(' ', sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6));

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();
}
