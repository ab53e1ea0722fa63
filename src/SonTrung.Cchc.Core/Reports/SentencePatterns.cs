using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>
/// Chooses the pattern of a sentence and fills it in. Pure: the choice hangs on the row's key, so that the same data always give the same sentence,
/// and a new row changes no other's.
/// </summary>
public sealed class SentencePatterns
{
    /// <summary>What is used where nothing else was written down.</summary>
    public const string Default = $"{{{PatternTokens.Content}}}[: {{{PatternTokens.Figures}}}]";

    private static readonly PatternText Fallback = PatternText.Read(Default).Text!;

    private readonly List<(SentencePattern Row, PatternText Text)> known;

    /// <summary>Takes the patterns of an agency and the common ones; a text that cannot be read is passed over.</summary>
    public SentencePatterns(IEnumerable<SentencePattern> rows) => known = rows
        .OrderBy(row => row.Position).ThenBy(row => row.Id)
        .Select(row => (row, PatternText.Read(row.Text).Text)).Where(row => row.Text is not null).Select(row => (row.row, row.Text!)).ToList();

    /// <summary>No patterns but the default.</summary>
    public static SentencePatterns None { get; } = new([]);

    /// <summary>The sentence of a row.</summary>
    /// <param name="rowId">The row: it says which of several patterns has its turn.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="facts">What is told.</param>
    public PatternSentence Sentence(long rowId, IReadOnlyCollection<long> channels, long? topic, PatternFacts facts)
    {
        var fitting = known.Where(row => (row.Row.ChannelId is not { } channel || channels.Contains(channel)) && (row.Row.TopicId is not { } wanted || wanted == topic))
            .GroupBy(row => (IsOwn: row.Row.AgencyId is not null, HasChannel: row.Row.ChannelId is not null, HasTopic: row.Row.TopicId is not null))
            .OrderByDescending(group => group.Key.IsOwn).ThenByDescending(group => group.Key.HasChannel).ThenByDescending(group => group.Key.HasTopic)
            .FirstOrDefault()?.Select(row => row.Text).ToList() ?? [];
        var text = fitting.Count == 0 ? Fallback : fitting[(int)((ulong)rowId % (ulong)fitting.Count)];
        return new PatternSentence(text.Fill(facts), facts.Of(PatternTokens.Activities).Length > 0 && text.Tokens.Contains(PatternTokens.Activities));
    }

    /// <summary>The facts of activities that are loaded with their figures, in the order in which they were done.</summary>
    /// <param name="content">The row's own words.</param>
    /// <param name="figures">The sums.</param>
    /// <param name="activities">The activities.</param>
    /// <param name="departments">The units.</param>
    internal static PatternFacts FactsOf(
        string content, IEnumerable<StatedFigure> figures, IReadOnlyCollection<PropagandaActivity> activities, IReadOnlyList<Department> departments) => new(
        content,
        figures.Select(figure => $"{VietnameseNumber.Format(figure.Value)} {figure.Unit}").ToList(),
        activities.Count,
        DaysOf(activities),
        activities.All(activity => activity.Place is { Length: > 0 }) ? activities.Select(activity => activity.Place!).Distinct().ToList() : [],
        departments.Where(unit => activities.Any(activity => activity.DepartmentId == unit.Id)).Select(unit => unit.Name).ToList(),
        activities.Select(activity => activity.Channel?.DisplayName).OfType<string>().Distinct().ToList());

    private static string DaysOf(IReadOnlyCollection<PropagandaActivity> activities)
    {
        if (activities.Count == 0 || activities.Any(activity => activity.IsAllYear))
        {
            return "";
        }

        var (from, to) = (activities.Min(activity => activity.StartsOn), activities.Max(activity => activity.EndsOn));
        return from == to ? $"ngày {VietnameseDate.Format(from)}" : $"từ ngày {VietnameseDate.Format(from)} đến ngày {VietnameseDate.Format(to)}";
    }
}

/// <summary>A sentence made by a pattern.</summary>
/// <param name="Text">The sentence without end mark.</param>
/// <param name="CountsActivities">It states how many activities there were.</param>
public sealed record PatternSentence(string Text, bool CountsActivities);
