using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Moves lines past each other inside one element of the outline.</summary>
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
        var ordered = groups.SelectMany(group => group).ToList();
        foreach (var moved in groups[to])
        {
            var index = ordered.IndexOf(moved);
            moved.IsPlacedByHand = true;
            moved.AfterLineId = index == 0 ? null : ordered[index - 1].Id;
        }

        var start = siblings.Min(sibling => sibling.Position);
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
