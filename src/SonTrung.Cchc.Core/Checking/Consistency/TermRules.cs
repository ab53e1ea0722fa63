using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Consistency;

/// <summary>"Ủy" or "Uỷ", "hóa" or "hoá": one of the two in one document.</summary>
internal sealed partial class OneToneMark : CheckRule
{
    private const int LongestSyllable = 10;
    private const string Plain = "aeoiuy";
    private const string Marked = "àáảãạèéẻẽẹòóỏõọìíỉĩịùúủũụỳýỷỹỵ";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-DAU-THANH", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.ToneTitle, ConsistencyRuleTexts.ToneBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var syllables = text.Document.Blocks.SelectMany(block => Syllable().Matches(block.Text)
                .Where(match => !IsPartOfName(block, match))
                .Select(match => new TextPlace(block, match.Index, match.Length)))
            .GroupBy(place => Early(place.Text.ToLower(TextFacts.Vietnamese)))
            .Where(group => group.Select(place => IsEarly(place.Text)).Distinct().Count() == 2);
        foreach (var group in syllables)
        {
            var early = group.Count(place => IsEarly(place.Text));
            var keepsEarly = early >= group.Count() - early;
            foreach (var place in group.Where(place => IsEarly(place.Text) != keepsEarly))
            {
                var written = keepsEarly ? Early(place.Text) : Late(place.Text);
                yield return At(place, Say(ConsistencyRuleTexts.Tone, place.Text, written), written, isSafe: true);
            }
        }
    }

    /// <summary>Names are written as their bearers write them: "Khánh Hòa", "bà Nguyễn Thị Thuý".</summary>
    private static bool IsPartOfName(ReadBlock block, Match match)
    {
        if (!char.IsUpper(match.Value[0]) || (match.Length > 1 && TextFacts.IsUpper(match.Value)))
        {
            return false;
        }

        var before = block.Text.AsSpan(0, match.Index);
        return NameBefore().IsMatch(before[Math.Max(0, before.Length - LongestSyllable)..]) || NameAfter().IsMatch(block.Text.AsSpan(match.Index + match.Length));
    }

    private static bool IsEarly(string syllable) => Split(syllable) is { Length: 2 } pair && Marked.Contains(char.ToLower(pair[0], TextFacts.Vietnamese));

    /// <summary>The mark on the first vowel: "hóa", "ủy".</summary>
    private static string Early(string syllable) => IsEarly(syllable) ? syllable : Swap(syllable);

    private static string Late(string syllable) => IsEarly(syllable) ? Swap(syllable) : syllable;

    private static string Swap(string syllable)
    {
        var at = syllable.Length - 2;
        var (first, second) = (syllable[at], syllable[at + 1]);
        return IsEarly(syllable)
            ? $"{syllable[..at]}{Bare(first)}{WithToneOf(second, first)}"
            : $"{syllable[..at]}{WithToneOf(first, second)}{Bare(second)}";
    }

    private static string Split(string syllable) => syllable[^2..];

    private static char Bare(char vowel) => Cased(Plain[Marked.IndexOf(char.ToLower(vowel, TextFacts.Vietnamese), StringComparison.Ordinal) / 5], vowel);

    private static char WithToneOf(char vowel, char marked)
    {
        var tone = Marked.IndexOf(char.ToLower(marked, TextFacts.Vietnamese), StringComparison.Ordinal) % 5;
        return Cased(Marked[(Plain.IndexOf(char.ToLower(vowel, TextFacts.Vietnamese), StringComparison.Ordinal) * 5) + tone], vowel);
    }

    private static char Cased(char letter, char like) => char.IsUpper(like) ? char.ToUpper(letter, TextFacts.Vietnamese) : letter;

    /// <summary>Open syllables in oa, oe, uy; "quý" has its mark where it must be.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?!q)(?:\p{L}{0,3}?)(?:[òóỏõọ][ae]|o[àáảãạèéẻẽẹ]|[ùúủũụ]y|(?<!q)u[ỳýỷỹỵ])(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Syllable();

    [GeneratedRegex(@"\p{Lu}\p{Ll}*\s$")]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"^\s\p{Lu}\p{Ll}")]
    private static partial Regex NameAfter();
}

/// <summary>"tỷ lệ" or "tỉ lệ", "kỹ thuật" or "kĩ thuật": one of the two in one document.</summary>
internal sealed partial class OneWayOfIAndY : CheckRule
{
    private const string I = "iìỉĩíị";
    private const string Y = "yỳỷỹýỵ";

    /// <summary>A syllable and a space are shorter.</summary>
    private const int LongestNeighbour = 12;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-I-Y", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.IAndYTitle, ConsistencyRuleTexts.IAndYBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        // Only inside one and the same word of two syllables: "tí" and "tý", "si" and "sy" may be two things.
        var words = text.Document.Blocks.Where(block => block.Part != DocumentPart.Appendix)
            .SelectMany(block => Syllable().Matches(block.Text).Select(match => (Place: new TextPlace(block, match.Index, match.Length), Word: WordOf(block.Text, match))))
            .Where(found => found.Word is not null)
            .GroupBy(found => found.Word)
            .Where(group => group.Select(found => HasY(found.Place)).Distinct().Count() == 2);
        foreach (var group in words)
        {
            var keepsY = 2 * group.Count(found => HasY(found.Place)) >= group.Count();
            foreach (var (place, _) in group.Where(found => HasY(found.Place) != keepsY))
            {
                var written = Swap(place.Text);
                yield return At(place, Say(ConsistencyRuleTexts.IAndY, place.Text, written), written, isSafe: true);
            }
        }
    }

    /// <summary>The known word of two syllables that it is part of, as keys; null for none, and for a name.</summary>
    private static string? WordOf(string text, Match match)
    {
        var end = match.Index + match.Length;
        var before = Before().Match(text[Math.Max(0, match.Index - LongestNeighbour)..match.Index]).Value;
        var after = After().Match(text[end..Math.Min(text.Length, end + LongestNeighbour)]).Groups["word"].Value;
        if (char.IsUpper(match.Value[0]) && (after.Length > 0 && char.IsUpper(after[0]) || before.Length > 1 && char.IsUpper(before[0])) && !TextFacts.IsUpper(match.Value))
        {
            return null;
        }

        var key = OfficialLexicon.Key(match.Value);
        return new[] { $"{key} {OfficialLexicon.Key(after)}", $"{OfficialLexicon.Key(before.Trim())} {key}" }.FirstOrDefault(OfficialLexicon.Instance.HasWord);
    }

    private static bool HasY(TextPlace place) => Y.Contains(char.ToLower(place.Text[^1], TextFacts.Vietnamese));

    private static string Swap(string syllable)
    {
        var last = char.ToLower(syllable[^1], TextFacts.Vietnamese);
        var other = Y.IndexOf(last, StringComparison.Ordinal) is >= 0 and var at ? I[at] : Y[I.IndexOf(last, StringComparison.Ordinal)];
        return $"{syllable[..^1]}{(char.IsUpper(syllable[^1]) ? char.ToUpper(other, TextFacts.Vietnamese) : other)}";
    }

    [GeneratedRegex(@"(?<!\p{L})[hklmst][iìỉĩíịyỳỷỹýỵ](?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Syllable();

    [GeneratedRegex(@"\p{L}+ $", RegexOptions.RightToLeft)]
    private static partial Regex Before();

    [GeneratedRegex(@"^ (?<word>\p{L}+)")]
    private static partial Regex After();
}

/// <summary>"Phòng Nội vụ" and "Phòng nội vụ": one way of capitals for one body.</summary>
internal sealed partial class OneWayOfCapitals : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-TEN-GOI", RuleKind.Consistency, FindingSeverity.Warning, ConsistencyRuleTexts.CapitalsTitle, ConsistencyRuleTexts.CapitalsBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var bodies = text.Document.Blocks
            .Where(block => !TextFacts.IsUpper(block.Text) && block.Part != DocumentPart.Appendix)
            .SelectMany(block => Body().Matches(block.Text).Select(match => new TextPlace(block, match.Groups["name"].Index, match.Groups["name"].Length)))
            // "Phòng" at the head of a line says nothing of its own capital; the words behind it do.
            .GroupBy(place => Key(place.Text))
            .Where(group => group.Select(place => Tail(place.Text)).Distinct().Count() > 1);
        foreach (var group in bodies)
        {
            var usual = group.GroupBy(place => Tail(place.Text)).OrderByDescending(way => way.Key.Count(char.IsUpper)).ThenByDescending(way => way.Count()).First().Key;
            foreach (var place in group.Where(place => Tail(place.Text) != usual))
            {
                var written = $"{place.Text[..^usual.Length]}{usual}";
                yield return At(place, Say(ConsistencyRuleTexts.Capitals, place.Text, written), written, isSafe: true);
            }
        }
    }

    private static string Key(string name) => name.ToLower(TextFacts.Vietnamese);

    private static string Tail(string name) => name[Head().Match(name).Length..];

    [GeneratedRegex(@"(?<!\p{L})(?<name>(?:Phòng|Sở(?!\s(?:hữu|dĩ))|Văn phòng|Trung tâm|Mặt trận|Ban(?!\s(?:hành|đầu|ngày|đêm))|Hội đồng|Chi cục|Bộ phận|Đoàn(?!\skết)|Tổ(?!\s(?:chức|quốc)))\s\p{L}+\s\p{L}+)(?!\p{L})")]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:Văn phòng|Trung tâm|Mặt trận|Hội đồng|Chi cục|Bộ phận|\p{L}+)")]
    private static partial Regex Head();
}

/// <summary>"cán bộ, công chức" and "cán bộ công chức": two things side by side have a comma between them wherever they stand in one document.</summary>
internal sealed class OneWayOfPairs : CheckRule
{
    private static readonly (string First, string Second)[] Pairs =
    [
        ("cán bộ", "công chức"), ("công chức", "viên chức"), ("phương hướng", "nhiệm vụ"), ("chức năng", "nhiệm vụ"), ("phản ánh", "kiến nghị"), ("tồn tại", "hạn chế"), ("khó khăn", "vướng mắc"),
        ("hiệu lực", "hiệu quả"), ("công khai", "minh bạch"), ("kỷ luật", "kỷ cương"), ("phổ biến", "giáo dục"), ("chỉ đạo", "điều hành"), ("tổ chức", "cá nhân"), ("cá nhân", "tổ chức"),
        ("người dân", "doanh nghiệp"), ("theo dõi", "đôn đốc"), ("cơ quan", "đơn vị"), ("ban", "ngành"), ("tin", "bài"),
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "N-DAU-PHAY", RuleKind.Consistency, FindingSeverity.Hint, ConsistencyRuleTexts.PairTitle, ConsistencyRuleTexts.PairBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var blocks = text.Document.Blocks.Where(block => block.Part != DocumentPart.Appendix).ToList();
        foreach (var (first, second) in Pairs.Where(pair => blocks.Exists(block => Places(block, $"{pair.First}, {pair.Second}").Any())))
        {
            foreach (var place in blocks.SelectMany(block => Places(block, $"{first} {second}")))
            {
                var written = place.Text.Insert(first.Length, ",");
                // Where the second is a verb ("cá nhân tổ chức hội thi") no comma belongs there: a person decides.
                yield return At(place, Say(ConsistencyRuleTexts.Pair, place.Text, written), written);
            }
        }
    }

    private static IEnumerable<TextPlace> Places(ReadBlock block, string words)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if ((at == 0 || !char.IsLetter(block.Text[at - 1])) && (at + words.Length == block.Text.Length || !char.IsLetter(block.Text[at + words.Length])))
            {
                yield return new TextPlace(block, at, words.Length);
            }
        }

        int Next(int from) => block.Text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
    }
}
