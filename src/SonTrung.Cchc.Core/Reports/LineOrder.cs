using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Moves lines past each other and changes their ranks inside one element of the outline.</summary>
internal static class LineOrder
{
    /// <summary>Moves a line with its parts one neighbour up or down and notes the place it was put in.</summary>
    /// <param name="siblings">All lines of the element, in order.</param>
    /// <param name="line">One of them.</param>
    /// <param name="move">Where to.</param>
    public static void Move(List<ReportLine> siblings, ReportLine line, LineMove move)
    {
        var groups = Groups(siblings, line.Level);
        var from = groups.FindIndex(group => group[0] == line);
        var to = move == LineMove.Up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= groups.Count || !IsNeighbour(groups[to], line))
        {
            return;
        }

        (groups[from], groups[to]) = (groups[to], groups[from]);
        Note(groups, groups[to]);
    }

    /// <summary>Puts a line with its parts behind another, or at the head, and notes the place.</summary>
    /// <param name="siblings">All lines of the element, in order.</param>
    /// <param name="line">One of them.</param>
    /// <param name="afterLineId">The line it goes behind; unknown ones change nothing.</param>
    public static void Place(List<ReportLine> siblings, ReportLine line, long? afterLineId)
    {
        var groups = Groups(siblings, line.Level);
        var moved = groups.Single(group => group.Contains(line));
        var anchor = afterLineId is { } after ? groups.FindIndex(group => group.Exists(other => other.Id == after)) : -1;
        if ((afterLineId is not null && anchor < 0) || moved[0] != line || (anchor >= 0 && groups[anchor] == moved))
        {
            return;
        }

        var target = anchor >= 0 ? groups[anchor] : null;
        groups.Remove(moved);
        groups.Insert(target is null ? 0 : groups.IndexOf(target) + 1, moved);
        Note(groups, moved);
    }

    /// <summary>The rank next to a rank, or null at the end of the row and for headings. A plus needs a dash or plus above.</summary>
    public static BlockLevel? Indented(BlockLevel level, LineIndent indent, BlockLevel? above) => (level, indent) switch
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

    /// <summary>A plus line stays below its dash.</summary>
    private static bool IsNeighbour(List<ReportLine> group, ReportLine line) => group[0].Level == line.Level;

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
