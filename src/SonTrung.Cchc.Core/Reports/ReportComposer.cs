using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>A line that the composer proposes.</summary>
public sealed record ProposedLine
{
    /// <summary>The element of the outline it stands in.</summary>
    public required string ElementKey { get; init; }

    /// <summary>What it is made from, the same at every composition: "plan-item:123".</summary>
    public required string AutoKey { get; init; }

    /// <summary>Its rank.</summary>
    public required BlockLevel Level { get; init; }

    /// <summary>The printed mark of a heading; dashes, pluses and running numbers are made when printing.</summary>
    public string Label { get; init; } = "";

    /// <summary>The text without end mark.</summary>
    public required string Text { get; init; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; init; }

    /// <summary>The rows behind it.</summary>
    public IReadOnlyList<(OriginKind Kind, long RowId)> Origins { get; init; } = [];

    /// <summary>The figures that the text states.</summary>
    public IReadOnlyList<StatedFigure> Figures { get; init; } = [];
}

/// <summary>A figure that a line states, always the answer to a question about the year's rows.</summary>
/// <param name="IndicatorId">What is counted, a sum over the line's activities; null for a figure about the plan.</param>
/// <param name="Unit">Its unit as printed.</param>
/// <param name="Value">The figure.</param>
public sealed record StatedFigure(long? IndicatorId, string Unit, decimal Value);

/// <summary>Turns a year's data into the lines of its report. Pure: the same source gives the same lines.</summary>
public static class ReportComposer
{
    private const string ItemCountToken = "{số nhiệm vụ}";
    private const string MetCountToken = "{số nhiệm vụ đạt}";
    private const string MetShareToken = "{tỷ lệ}";

    /// <summary>What lines of the plan are counted in.</summary>
    internal const string TaskUnit = "nhiệm vụ";

    /// <summary>The unit of shares.</summary>
    internal const string ShareUnit = "%";

    private static readonly string[] PlanTokens = [ItemCountToken, MetCountToken, MetShareToken];

    /// <summary>Proposes the lines of a report, top to bottom.</summary>
    public static IReadOnlyList<ProposedLine> Compose(ReportSource source)
    {
        var own = new OwnName(source.Profile);
        var elements = source.Outline.Elements.OrderBy(element => element.Position).ToList();
        var lines = elements
            .Where(element => element.LeadOf is not { } slot || elements.Any(other => other.Key == slot && HasLines(other, source)))
            .Where(element => source.PlanItems.Count > 0 || !element.Text.Contains(ItemCountToken, StringComparison.Ordinal))
            .SelectMany(element => Lines(element, source, own))
            .ToList();
        PointToAppendices(lines, AppendixBuilder.Note(source));
        return lines;
    }

    /// <summary>The trích yếu of a report, with its tokens filled in.</summary>
    public static string Subject(ReportSource source) => Fill(source.Outline.Subject, source, new OwnName(source.Profile));

    /// <summary>A text with appendices must say so (Phụ lục I, III.1.a): the last paragraph does where the outline gives no place.</summary>
    private static void PointToAppendices(List<ProposedLine> lines, string note)
    {
        var last = lines.FindLastIndex(line => line.Level == BlockLevel.Paragraph);
        if (note.Length > 0 && last >= 0 && !lines.Exists(line => line.Text.Contains(note, StringComparison.Ordinal)))
        {
            lines[last] = lines[last] with { Text = $"{lines[last].Text.TrimEnd('.')} {note}." };
        }
    }

    private static bool HasLines(OutlineElement slot, ReportSource source) => Lines(slot, source, new OwnName(source.Profile)).Any();

    private static IEnumerable<ProposedLine> Lines(OutlineElement element, ReportSource source, OwnName own) => element.Kind switch
    {
        OutlineElementKind.Text => [Text(element, source, own)],
        OutlineElementKind.PlanContent => PlanLines(element, PlanSection.Content, source, own),
        OutlineElementKind.PlanMeans => PlanLines(element, PlanSection.Means, source, own),
        OutlineElementKind.PlanForm => PlanLines(element, PlanSection.Form, source, own),
        OutlineElementKind.Departments => DepartmentLines(element, source, own),
        OutlineElementKind.Assessment => [],
        OutlineElementKind.Shortcomings => source.Shortcomings.SelectMany(row => ShortcomingLines(element, row, source, own)),
        OutlineElementKind.NextYearTasks => source.NextYearTasks.Select(row => new ProposedLine
        {
            ElementKey = element.Key,
            AutoKey = $"task:{row.Id}",
            Level = BlockLevel.Numbered,
            Text = Fill(row.Text, source, own),
            EndMark = row.EndMark,
            Origins = [(OriginKind.NextYearTask, row.Id)],
        }),
        _ => throw new InvalidOperationException($"Unknown element {element.Kind}."),
    };

    private static ProposedLine Text(OutlineElement element, ReportSource source, OwnName own) => new()
    {
        ElementKey = element.Key,
        AutoKey = $"outline:{element.Key}",
        Level = element.Level,
        Label = element.Label,
        Text = Fill(element.Text, source, own),
        EndMark = "",
        Origins =
        [
            .. element.Text.Contains("{căn cứ}", StringComparison.Ordinal) ? source.Bases.Select(Origin) : [],
            .. StatesPlan(element) ? source.PlanItems.Select(item => (OriginKind.PlanItem, item.Id)) : [],
        ],
        Figures = StatesPlan(element) ? PlanFigures(element, source) : [],
    };

    private static bool StatesPlan(OutlineElement element) => PlanTokens.Any(token => element.Text.Contains(token, StringComparison.Ordinal));

    private static List<StatedFigure> PlanFigures(OutlineElement element, ReportSource source) =>
        new (string Token, decimal Value)[] { (ItemCountToken, source.PlanItems.Count), (MetCountToken, MetItems(source)), (MetShareToken, MetShare(source)) }
            .Where(row => element.Text.Contains(row.Token, StringComparison.Ordinal))
            .Select(row => new StatedFigure(null, row.Token == MetShareToken ? ShareUnit : TaskUnit, row.Value)).ToList();

    private static IEnumerable<ProposedLine> PlanLines(OutlineElement element, PlanSection section, ReportSource source, OwnName own)
    {
        foreach (var item in source.PlanItems.Where(item => item.Section == section))
        {
            var activities = source.Activities.Where(activity => activity.PlanItemId == item.Id).ToList();
            var (text, figures) = Sentence(item, Fill(item.ReportText ?? item.Title, source, own), activities, source);
            yield return new ProposedLine
            {
                ElementKey = element.Key,
                AutoKey = $"plan-item:{item.Id}",
                Level = BlockLevel.Dash,
                Text = text,
                EndMark = item.EndMark,
                Origins = [(OriginKind.PlanItem, item.Id), .. Rows(activities)],
                Figures = figures,
            };
            foreach (var reference in item.References)
            {
                yield return new ProposedLine
                {
                    ElementKey = element.Key,
                    AutoKey = $"plan-item:{item.Id}/reference:{reference.ReferenceDocumentId}",
                    Level = BlockLevel.Plus,
                    Text = Citation.Of(reference.ReferenceDocument!, own),
                    EndMark = reference.EndMark,
                    Origins = [(OriginKind.ReferenceDocument, reference.ReferenceDocumentId)],
                };
            }
        }
    }

    private static IEnumerable<ProposedLine> ShortcomingLines(OutlineElement element, Shortcoming row, ReportSource source, OwnName own)
    {
        yield return new ProposedLine
        {
            ElementKey = element.Key,
            AutoKey = $"shortcoming:{row.Id}",
            Level = BlockLevel.Dash,
            Text = Fill(row.Text, source, own),
            EndMark = row.EndMark,
            Origins = [(OriginKind.Shortcoming, row.Id)],
        };
        if (source.Outline.HasCauses && row.PrintedCause is { } cause)
        {
            yield return new ProposedLine
            {
                ElementKey = element.Key,
                AutoKey = $"shortcoming:{row.Id}/cause",
                Level = BlockLevel.Plus,
                Text = $"Nguyên nhân: {Fill(cause, source, own)}",
                Origins = [(OriginKind.Shortcoming, row.Id)],
            };
        }
    }

    private static IEnumerable<ProposedLine> DepartmentLines(OutlineElement element, ReportSource source, OwnName own)
    {
        foreach (var department in source.Departments)
        {
            var activities = source.Activities.Where(activity => activity.DepartmentId == department.Id).ToList();
            var below = source.PlanItems.OrderBy(item => item.Section)
                .Select(item => PlanItemOf(department, item, element, source, own))
                .Concat(activities.Where(activity => activity.IsHighlighted).Select(activity => Highlighted(activity, element, source, own)))
                .OfType<ProposedLine>().ToList();
            if (below.Count == 0)
            {
                continue;
            }

            yield return new ProposedLine
            {
                ElementKey = element.Key,
                AutoKey = $"department:{department.Id}",
                Level = BlockLevel.Dash,
                Text = department.Name,
                EndMark = "",
                Origins = [(OriginKind.Department, department.Id)],
            };
            foreach (var line in below)
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// A plan line of the department's own always; what it did for another line, in one sentence, when there are figures. What names no department was done by the one
    /// that the plan charges with the line: else two parts of a report would give different sums.
    /// </summary>
    private static ProposedLine? PlanItemOf(Department department, PlanItem item, OutlineElement element, ReportSource source, OwnName own)
    {
        var isOwn = item.Section == PlanSection.Department && item.DepartmentId == department.Id;
        var together = source.Activities
            .Where(activity => activity.PlanItemId == item.Id && !activity.IsHighlighted && (activity.DepartmentId ?? item.DepartmentId) == department.Id).ToList();
        var (text, figures) = Sentence(item, Fill(isOwn ? item.ReportText ?? item.Title : item.Title, source, own), together, source);
        return isOwn || Figures(together).Length > 0
            ? new ProposedLine
            {
                ElementKey = element.Key,
                AutoKey = $"department:{department.Id}/plan-item:{item.Id}",
                Level = BlockLevel.Plus,
                Text = text,
                EndMark = isOwn ? item.EndMark : null,
                Origins = [(OriginKind.PlanItem, item.Id), .. Rows(together)],
                Figures = figures,
            }
            : null;
    }

    private static ProposedLine Highlighted(PropagandaActivity activity, OutlineElement element, ReportSource source, OwnName own)
    {
        var (text, figures) = activity.ReportText is { } written
            ? (Fill(written, source, own), [])
            : Told(activity.Id, [activity.ChannelId], Fill(activity.Title, source, own), [activity], source);
        return new ProposedLine
        {
            ElementKey = element.Key,
            AutoKey = $"activity:{activity.Id}",
            Level = BlockLevel.Plus,
            Text = text,
            EndMark = activity.EndMark,
            Origins = [(OriginKind.Activity, activity.Id)],
            Figures = figures,
        };
    }

    /// <summary>What was done for a plan line; for one for which nobody did anything, why (where the clerk said so).</summary>
    private static (string Text, IReadOnlyList<StatedFigure> Figures) Sentence(PlanItem item, string text, List<PropagandaActivity> activities, ReportSource source) =>
        activities.Count == 0 && item.ReasonNotDone is { Length: > 0 } reason && !source.Activities.Any(activity => activity.PlanItemId == item.Id)
            ? ($"{text}: chưa thực hiện, lý do: {reason.TrimEnd('.', ';', ' ')}", [])
            : Told(item.Id, ChannelsOf(item, activities), text, activities, source);

    /// <summary>The sentence of the pattern whose turn it is, with the figures that it states.</summary>
    private static (string Text, IReadOnlyList<StatedFigure> Figures) Told(
        long rowId, IReadOnlyCollection<long> channels, string text, IReadOnlyCollection<PropagandaActivity> activities, ReportSource source)
    {
        var sums = Sums(activities);
        var sentence = source.Patterns.Sentence(
            rowId,
            channels,
            activities.Select(activity => activity.TopicId).Distinct().ToList() is [{ } topic] ? topic : null,
            SentencePatterns.FactsOf(text, sums, activities, source.Departments));
        return (sentence.Text, sentence.CountsActivities ? [.. sums, new StatedFigure(null, PatternFacts.ActivityUnit, activities.Count)] : sums);
    }

    /// <summary>The channels that the plan names; else the one that all was done by.</summary>
    private static List<long> ChannelsOf(PlanItem item, List<PropagandaActivity> activities) => item.Channels.Count > 0
        ? item.Channels.ConvertAll(channel => channel.ChannelId)
        : activities.Select(activity => activity.ChannelId).Distinct().ToList() is [var only] ? [only] : [];

    /// <summary>"45 tin, bài; 132 lượt phát": the sums in the order of the catalogue.</summary>
    internal static string Figures(IEnumerable<PropagandaActivity> activities) =>
        string.Join("; ", Sums(activities).Select(figure => $"{VietnameseNumber.Format(figure.Value)} {figure.Unit}"));

    private static List<StatedFigure> Sums(IEnumerable<PropagandaActivity> activities) => activities
        .SelectMany(activity => activity.Measures)
        .GroupBy(measure => measure.IndicatorId)
        .Select(group => (group.First().Indicator!, Sum: group.Sum(measure => measure.Value)))
        .OrderBy(row => row.Item1.Position).ThenBy(row => row.Item1.Id)
        .Select(row => new StatedFigure(row.Item1.Id, row.Item1.DisplayUnit, row.Sum)).ToList();

    private static IEnumerable<(OriginKind Kind, long RowId)> Rows(IEnumerable<PropagandaActivity> activities) =>
        activities.Select(activity => (OriginKind.Activity, activity.Id));

    private static (OriginKind Kind, long RowId) Origin(ReportBasis basis) => basis.PlanId is { } plan
        ? (OriginKind.Plan, plan)
        : (OriginKind.ReferenceDocument, basis.ReferenceDocumentId!.Value);

    /// <summary>A text with its tokens filled in.</summary>
    internal static string Fill(string text, ReportSource source, OwnName own) =>
        AgencyTokens.Fill(text, source.Year, source.Profile, own, token => token switch
        {
            "{căn cứ}" => string.Join("; ", source.Bases.Select(basis =>
                basis.Plan is { } plan ? Citation.Of(plan, own) : Citation.Of(basis.ReferenceDocument!, own))),
            ItemCountToken => $"{source.PlanItems.Count}",
            MetCountToken => $"{MetItems(source)}",
            MetShareToken => VietnameseNumber.Format(MetShare(source), 1),
            "{phụ lục}" => AppendixBuilder.Note(source) is { Length: > 0 } note ? $" {note}" : "",
            _ => null,
        });

    /// <summary>The share of the plan's lines that are met, percent with one decimal.</summary>
    private static decimal MetShare(ReportSource source) =>
        source.PlanItems.Count == 0 ? 0 : Math.Round(100m * MetItems(source) / source.PlanItems.Count, 1);

    private static int MetItems(ReportSource source)
    {
        var byItem = source.Activities.ToLookup(activity => activity.PlanItemId);
        return source.PlanItems.Count(item => PlanProgress.IsMet(item, byItem[item.Id].ToList()));
    }
}
