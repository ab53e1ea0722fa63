using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>"ISO....", "hành chính …": an ellipsis is three dots, right behind the word.</summary>
internal sealed partial class Ellipsis : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-BA-CHAM", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.EllipsisTitle, LanguageRuleTexts.TypingBasis);

    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) => IsBody(block);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var runs = Dots().Matches(block.Text);
        foreach (Match match in runs)
        {
            // In a form dots are to be written on: there are several runs of them, or many, or they stand in the middle.
            if (runs.Count == 1 && match.Groups["dots"].ValueSpan.Length + (2 * match.Groups["dots"].ValueSpan.Count('…')) < 7 && (match.Groups["space"].Length == 0 || match.Groups["end"].Success))
            {
                var dots = match.Groups["dots"].Value is ['…', ..] ? "…" : "...";
                yield return Mark(block, match.Index, match.Groups["space"].Length + match.Groups["dots"].Length, LanguageRuleTexts.Ellipsis, dots, isSafe: true);
            }
        }
    }

    [GeneratedRegex(@"(?<=[\p{L}\d)”])(?:(?<space>[ \u00A0]+)(?<dots>\.{3,}|…+)|(?<space>)(?<dots>\.{4,}|\.{2}|…{2,}|…\.+))(?![./…])(?<end>\s*(?:$|[.;,)”]))?")]
    private static partial Regex Dots();
}

/// <summary>",,", ";.": two marks where one is meant.</summary>
internal sealed partial class DoubledMarks : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-DAU-LAP", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.DoubledTitle, LanguageRuleTexts.TypingBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Marks().Matches(block.Text))
        {
            if (Places.IsInAddress(block.Text, match.Index))
            {
                continue;
            }

            var marks = match.Value.Replace(" ", "", StringComparison.Ordinal);
            var isSame = marks.All(mark => mark == marks[0]);
            yield return Mark(block, match.Index, match.Length, Fill(LanguageRuleTexts.Doubled, match.Value), isSame ? marks[..1] : null, isSafe: true);
        }
    }

    /// <summary>A full stop may belong to an abbreviation ("v.v.;"), a comma may stand before an ellipsis, and "?!" is one mark.</summary>
    [GeneratedRegex(@"[,;:](?:[ \u00A0]*(?:[,;:]|\.(?![./])))+|(?<!\b(?:v\.v|vv|TP|Tp|TX|tr|Th|TS|ThS|PGS|GS))(?<![.…])\.[ \u00A0]*[,;:](?![.)])|\?{2,}|!{2,}")]
    private static partial Regex Marks();
}

/// <summary>Each bracket and quotation mark has its partner.</summary>
internal sealed partial class Unbalanced : LanguageRule
{
    private static readonly (char Open, char Close)[] Pairs = [('(', ')'), ('[', ']'), ('“', '”')];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-NGOAC", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.UnbalancedTitle, LanguageRuleTexts.TypingBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var line = Label().Replace(block.Text, match => match.Value.Replace(')', ' '));
        foreach (var (open, close) in Pairs)
        {
            // A quotation may run over several paragraphs.
            if (open == '“' && LanguageFacts.Of(text).OpenQuotations == 0)
            {
                continue;
            }

            var waiting = new Stack<int>();
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == open)
                {
                    waiting.Push(i);
                }
                else if (line[i] == close && !waiting.TryPop(out _))
                {
                    yield return Mark(block, i, 1, Fill(LanguageRuleTexts.NotOpened, close));
                }
            }

            foreach (var at in waiting.Reverse())
            {
                yield return Mark(block, at, 1, Fill(LanguageRuleTexts.NotClosed, open));
            }
        }

        if (line.Count(c => c == '"') % 2 == 1)
        {
            yield return Mark(block, line.LastIndexOf('"'), 1, Fill(LanguageRuleTexts.NotClosed, '"'));
        }
    }

    /// <summary>"a)", "1)", "(i)": labels in running text.</summary>
    [GeneratedRegex(@"(?:^|(?<=[\s,;:“]))(?:[a-zđ]{1,2}|\d{1,2}|[ivx]{1,4})(?:\.\d{1,2})?\)")]
    private static partial Regex Label();
}

/// <summary>A paragraph, and the last item of a list, ends with a mark.</summary>
internal sealed class MissingEnd : LanguageRule
{
    /// <summary>Shorter items are titles or names.</summary>
    private const int LeastItem = 40;

    /// <summary>The same for paragraphs: a pasted text has titles among them.</summary>
    private const int LeastParagraph = 80;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-KET-DOAN", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.EndTitle, LanguageRuleTexts.EndBasis);

    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) =>
        block.Part is DocumentPart.Numbered or DocumentPart.Dash or DocumentPart.Plus ? block.Text.Length >= LeastItem
        : block.Part is DocumentPart.Paragraph && block.Text.Length >= LeastParagraph;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var line = block.Text.TrimEnd();
        if (line.Length == 0 || !char.IsLetterOrDigit(line[^1]) && line[^1] is not (')' or '%' or '”' or '"') || line[0] == '(' || line.StartsWith("Điều ", StringComparison.Ordinal) || block.Label.StartsWith("Điều ", StringComparison.Ordinal) || TextWord.IsTitle(line))
        {
            yield break;
        }

        var blocks = text.Document.Blocks;
        var at = 0;
        while (at < blocks.Count && !ReferenceEquals(blocks[at], block))
        {
            at++;
        }

        var next = at + 1 < blocks.Count && IsBody(blocks[at + 1]) ? blocks[at + 1] : null;
        var isItem = block.Part is DocumentPart.Dash or DocumentPart.Plus;

        // Items in the middle of a list are the rule of lists' business; what has lines below it is their title.
        if (next is not null && (isItem ? next.Part >= block.Part
            : next.Part is DocumentPart.Dash or DocumentPart.Plus || (block.Part == DocumentPart.Numbered && (next.Part != DocumentPart.Numbered || next.Label.StartsWith("Điều ", StringComparison.Ordinal)))))
        {
            yield break;
        }

        yield return Mark(block, line.Length - 1, 1, LanguageRuleTexts.EndMissing, $"{line[^1]}.", isSafe: true);
    }
}

/// <summary>"kinh tế-xã hội", "kinh tế -xã hội": a hyphen between words has a space on each side, and one form in one text.</summary>
internal sealed partial class Dashes : LanguageRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("D-GACH-NOI", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.DashTitle, LanguageRuleTexts.DashBasis);

    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) =>
        (IsBody(block) || block.Part is DocumentPart.Subject or DocumentPart.Addressee or DocumentPart.Recipient) && !TextWord.IsTitle(block.Text);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Between().Matches(block.Text))
        {
            var (before, after) = (match.Groups["before"], match.Groups["after"]);
            if (!VietnameseSyllable.IsValid(before.ValueSpan) || !VietnameseSyllable.IsValid(after.ValueSpan))
            {
                continue;
            }

            var gap = match.Groups["gap"];
            if (gap.Value is " – " or " — " ? LanguageFacts.Of(text).HasSpacedHyphen : gap.Length > 1 || IsBetweenWords(LanguageFacts.Of(text).Words(block), before.Index))
            {
                yield return Mark(block, gap.Index, gap.Length, Fill(LanguageRuleTexts.Dash, $"{before} - {after}"), " - ", isSafe: gap.Length > 1);
            }
        }
    }

    /// <summary>"tế-xã" between "kinh" and "hội", each half of a known word; "Mát-xcơ-va" is one word.</summary>
    private static bool IsBetweenWords(IReadOnlyList<TextWord> words, int start)
    {
        var at = 0;
        while (at < words.Count && words[at].Start < start)
        {
            at++;
        }

        return at > 0 && at + 2 < words.Count
            && OfficialLexicon.Instance.HasWord($"{words[at - 1].Key} {words[at].Key}")
            && OfficialLexicon.Instance.HasWord($"{words[at + 1].Key} {words[at + 2].Key}");
    }

    [GeneratedRegex(@"(?<!\p{L}|-)(?<before>\p{L}+)(?<gap> ?[-–—](?! )| ?[-–—] (?<! - )| [–—] )(?<after>\p{L}+)(?!\p{L}|-)")]
    private static partial Regex Between();
}
