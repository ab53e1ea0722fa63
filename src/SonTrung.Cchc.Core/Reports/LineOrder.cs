using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Where a line can go from the place and rank it has.</summary>
/// <param name="Up">Past the neighbour above.</param>
/// <param name="Down">Past the neighbour below.</param>
/// <param name="In">One rank to the right.</param>
/// <param name="Out">One rank to the left.</param>
public sealed record LineWays(bool Up, bool Down, bool In, bool Out);

/// <summary>Moves lines past each other and changes their ranks inside one element of the outline.</summary>
public static class LineOrder
{
    /// <summary>Where each line can go: a move that would change nothing is not offered.</summary>
    /// <param name="lines">All lines of a report, removed ones included.</param>
    /// <returns>By line.</returns>
    public static IReadOnlyDictionary<long, LineWays> Ways(IEnumerable<ReportLine> lines)
    {
        var ways = new Dictionary<long, LineWays>();
        foreach (var element in lines.OrderBy(line => line.Position).GroupBy(line => line.ElementKey))
        {
            var siblings = element.ToList();
            BlockLevel? above = null;
            foreach (var line in siblings)
            {
                var groups = Groups(siblings, line.Level);
                ways[line.Id] = new LineWays(
                    Swap(groups, line, LineMove.Up) is not null,
                    Swap(groups, line, LineMove.Down) is not null,
                    Indented(line.Level, LineIndent.In, above) is not null,
                    Indented(line.Level, LineIndent.Out, above) is not null);
                above = line.IsRemoved ? above : line.Level;
            }
        }

        return ways;
    }

    /// <summary>Moves a line with its parts one neighbour up or down and notes the place it was put in.</summary>
    /// <param name="siblings">All lines of the element, in order.</param>
    /// <param name="line">One of them.</param>
    /// <param name="move">Where to.</param>
    /// <returns>Whether there was a neighbour to move past.</returns>
    internal static bool Move(List<ReportLine> siblings, ReportLine line, LineMove move)
    {
        var groups = Groups(siblings, line.Level);
        if (Swap(groups, line, move) is not var (from, to))
        {
            return false;
        }

        (groups[from], groups[to]) = (groups[to], groups[from]);
        Note(groups, groups[to]);
        return true;
    }

    /// <summary>Puts a line with its parts behind another, or at the head, and notes the place.</summary>
    /// <param name="siblings">All lines of the element, in order.</param>
    /// <param name="line">One of them.</param>
    /// <param name="afterLineId">The line it goes behind; unknown ones change nothing.</param>
    /// <returns>Whether it stands elsewhere now.</returns>
    internal static bool Place(List<ReportLine> siblings, ReportLine line, long? afterLineId)
    {
        var groups = Groups(siblings, line.Level);
        var moved = groups.Single(group => group.Contains(line));
        var anchor = afterLineId is { } after ? groups.FindIndex(group => group.Exists(other => other.Id == after)) : -1;
        if ((afterLineId is not null && anchor < 0) || moved[0] != line || (anchor >= 0 && groups[anchor] == moved))
        {
            return false;
        }

        var (from, target) = (groups.IndexOf(moved), anchor >= 0 ? groups[anchor] : null);
        groups.Remove(moved);
        var to = target is null ? 0 : groups.IndexOf(target) + 1;
        groups.Insert(to, moved);
        if (to == from)
        {
            return false;
        }

        Note(groups, moved);
        return true;
    }

    /// <summary>The rank next to a rank, or null at the end of the row and for headings. A plus needs a dash or plus above.</summary>
    internal static BlockLevel? Indented(BlockLevel level, LineIndent indent, BlockLevel? above) => (level, indent) switch
    {
        (BlockLevel.Paragraph or BlockLevel.Numbered, LineIndent.In) => BlockLevel.Dash,
        (BlockLevel.Dash, LineIndent.In) when above is BlockLevel.Dash or BlockLevel.Plus => BlockLevel.Plus,
        (BlockLevel.Plus, LineIndent.Out) => BlockLevel.Dash,
        (BlockLevel.Dash, LineIndent.Out) => BlockLevel.Paragraph,
        _ => null,
    };

    private static void Note(List<List<ReportLine>> groups, List<ReportLine> group)
    {
        var ordered = groups.SelectMany(lines => lines).ToList();
        foreach (var moved in group)
        {
            var index = ordered.IndexOf(moved);
            moved.IsPlacedByHand = true;
            moved.AfterLineId = index == 0 ? null : ordered[index - 1].Id;
        }

        var start = ordered.Min(sibling => sibling.Position);
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].Position = start + i;
        }
    }

    /// <summary>The places that a line and its neighbour change; null at the end. A plus line stays below its dash.</summary>
    private static (int From, int To)? Swap(List<List<ReportLine>> groups, ReportLine line, LineMove move)
    {
        var from = groups.FindIndex(group => group[0] == line);
        var to = move == LineMove.Up ? from - 1 : from + 1;
        return from >= 0 && to >= 0 && to < groups.Count && groups[to][0].Level == line.Level ? (from, to) : null;
    }

    private static List<List<ReportLine>> Groups(List<ReportLine> siblings, BlockLevel level)
    {
        var groups = new List<List<ReportLine>>();
        foreach (var sibling in siblings)
        {
            if (groups.Count > 0 && sibling.Level == BlockLevel.Plus && level != BlockLevel.Plus)
            {
                groups[^1].Add(sibling);
            }
            else
            {
                groups.Add([sibling]);
            }
        }

        return groups;
    }
}
