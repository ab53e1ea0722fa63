using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>";" between the items of a list and "." after the last, or "." after each: one way in one list.</summary>
internal sealed class ListMarks : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-DAU-DANH-SACH", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.ListMarksTitle, FormRuleTexts.ListMarksBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var body = text.Facts.Body;
        return Lists(body, DocumentPart.Dash).Concat(Lists(body, DocumentPart.Plus)).SelectMany(list => Check(text.Facts, list));
    }

    /// <summary>Items of one rank in a row; parts of an item don't end its list.</summary>
    private static IEnumerable<List<int>> Lists(IReadOnlyList<ReadBlock> body, DocumentPart part)
    {
        var list = new List<int>();
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i].Part == part)
            {
                list.Add(i);
            }
            else if (list.Count > 0 && body[i].Part < part)
            {
                yield return list;
                list = [];
            }
            else if (list.Count > 0 && part == DocumentPart.Plus)
            {
                yield return list;
                list = [];
            }
        }

        if (list.Count > 0)
        {
            yield return list;
        }
    }

    private IEnumerable<Finding> Check(TextFacts facts, List<int> list)
    {
        var body = facts.Body;
        // What has parts below it ends as they ask for; sentences in a row are paragraphs with a dash.
        var items = list.Where(i => !(i + 1 < body.Count && body[i + 1].Part > body[i].Part) && body[i].Text.Trim().Length > 1).ToList();
        var ends = items.ToDictionary(i => i, i => body[i].Text.TrimEnd()[^1]);
        var inner = items.Where(i => i != list[^1]).ToList();
        var usual = inner.Count(i => ends[i] == ';') >= inner.Count(i => ends[i] == '.') ? ';' : '.';
        foreach (var i in items)
        {
            if (i == list[^1])
            {
                // What ends with a colon leads on to the lines below.
                if (ends[i] is ';' or ',' && list.Count > 1)
                {
                    yield return Mark(body[i], '.', FormRuleTexts.ListLastMark);
                }
            }
            else if (ends[i] is ',' || char.IsLetterOrDigit(ends[i]) || ends[i] is ')' or '”' or '"')
            {
                yield return Mark(body[i], usual, FormRuleTexts.ListMarkMissing);
            }
            else if (ends[i] is ';' or '.' && ends[i] != usual && facts.Sentences(body[i]).Count == 1)
            {
                yield return Mark(body[i], usual, FormRuleTexts.ListMarkMixed);
                yield break;
            }
        }
    }

    private Finding Mark(ReadBlock block, char mark, string message)
    {
        var line = block.Text.TrimEnd();
        var words = line.TrimEnd('.', ';', ',', ':', ' ');
        return words.Length == 0
            ? At(block, Say(message, mark))
            : At(new TextPlace(block, words.Length - 1, line.Length - words.Length + 1), Say(message, mark), $"{words[^1]}{mark}", isSafe: true);
    }
}

/// <summary>"./." closes the body (every model of Phụ lục III).</summary>
internal sealed class ClosingMark : CheckRule
{
    private const string Mark = Reports.Official.OfficialDocument.ClosingMark;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-KET-THUC", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.ClosingTitle, FormRuleTexts.ClosingBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (!NoHead.HasFoot(text.Facts))
        {
            yield break;
        }

        var last = text.Document.Blocks.TakeWhile(block => block.Part is not (DocumentPart.Recipient or DocumentPart.Authority))
            .LastOrDefault(text.Facts.Body.Contains);
        if (last is null || last.Part is DocumentPart.Section or DocumentPart.Heading || last.Text.TrimEnd() is not { Length: > 0 } line
            || line.EndsWith(Mark, StringComparison.Ordinal))
        {
            yield break;
        }

        var words = line.TrimEnd('.', '/', ';', ',', ' ');
        if (words.Length > 0)
        {
            yield return At(new TextPlace(last, words.Length - 1, line.Length - words.Length + 1), FormRuleTexts.Closing, $"{words[^1]}{Mark}", isSafe: true);
        }
    }
}

/// <summary>I, II, III; 1, 2, 3; a, b, c, d, đ without gaps (II.6.đ).</summary>
internal sealed class Numbering : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-DANH-SO", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.NumberingTitle, FormRuleTexts.NumberingBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var open = new List<(string Style, int Ordinal)>();
        (string Label, int Ordinal) article = ("", 0);
        foreach (var block in text.Facts.Body)
        {
            if (LineLabel.Read(block.Label) is not { } label)
            {
                continue;
            }

            // Articles run through all chapters.
            if (label.IsArticle)
            {
                if (article.Ordinal > 0 && label.Ordinal != article.Ordinal + 1 && label.Ordinal != 1)
                {
                    yield return At(block, Say(FormRuleTexts.NumberingGap, block.Label, article.Label, LineLabel.Write(block.Label, article.Ordinal + 1)));
                }

                article = (block.Label, label.Ordinal);
                open.RemoveAll(entry => !LineLabel.IsAboveArticles(entry.Style));
                continue;
            }

            var goesOn = open.FindLastIndex(entry => entry.Style == label.Style && entry.Ordinal + 1 == label.Ordinal);
            if (goesOn >= 0)
            {
                open.RemoveRange(goesOn, open.Count - goesOn);
            }
            else if (label.Ordinal != 1 && open.FindLastIndex(entry => entry.Style == label.Style) is >= 0 and var near)
            {
                yield return At(block, Say(FormRuleTexts.NumberingGap, block.Label, LineLabel.Write(block.Label, open[near].Ordinal), LineLabel.Write(block.Label, open[near].Ordinal + 1)));
                open.RemoveRange(near, open.Count - near);
            }
            else if (label.Ordinal != 1 && open.Count > 0 && !label.IsAmbiguous)
            {
                yield return At(block, Say(FormRuleTexts.NumberingStart, block.Label, LineLabel.Write(block.Label, 1)));
            }

            open.Add((label.Style, label.Ordinal));
        }
    }
}

/// <summary>"+" is a part of a "-" (one way of ranking in one document).</summary>
internal sealed class ListLevels : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-CAP-DAU", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.LevelsTitle, FormRuleTexts.LevelsBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var body = text.Facts.Body;
        if (!Enumerable.Range(1, Math.Max(body.Count - 1, 0)).Any(i => body[i].Part == DocumentPart.Plus && body[i - 1].Part == DocumentPart.Dash))
        {
            yield break;
        }

        for (var i = 1; i < body.Count; i++)
        {
            if (body[i].Part == DocumentPart.Plus && body[i - 1].Part is not (DocumentPart.Plus or DocumentPart.Dash))
            {
                yield return At(body[i], FormRuleTexts.PlusWithoutDash);
            }
        }
    }
}
