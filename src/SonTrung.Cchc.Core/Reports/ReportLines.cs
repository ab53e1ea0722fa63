using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Brings the stored lines of a report in line with what the composer proposes today, and keeps the clerk's hand in them.</summary>
internal static class ReportLines
{
    /// <summary>
    /// Reconciles in place: untouched lines follow the proposal, edited ones keep their text and are marked when the data
    /// changed, removed ones stay out, lines placed by hand stay behind the line they were put after.
    /// </summary>
    /// <returns>The lines to be deleted: proposed no more and never touched.</returns>
    public static IReadOnlyList<ReportLine> Reconcile(AnnualReport report, IReadOnlyList<ProposedLine> proposals, IReadOnlyList<string> elementKeys)
    {
        var existing = report.Lines.Where(line => line.AutoKey is not null).ToDictionary(line => line.AutoKey!);
        var ordered = new List<ReportLine>();
        foreach (var proposal in proposals)
        {
            if (!existing.Remove(proposal.AutoKey, out var line))
            {
                report.Lines.Add(line = New(report, proposal));
            }

            Follow(line, proposal);
            if (!line.IsPlacedByHand)
            {
                ordered.Add(line);
            }
        }

        var orphans = existing.Values.Where(line => !line.IsEdited).ToList();
        foreach (var line in existing.Values.Except(orphans))
        {
            // The row behind it is gone, the clerk's sentence is not.
            line.IsPlacedByHand = true;
            line.HasStaleData = true;
        }

        report.Lines.RemoveAll(orphans.Contains);
        PlaceByHand(ordered, report.Lines.Where(line => line.IsPlacedByHand).ToList(), elementKeys);
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].Position = i;
        }

        return orphans;
    }

    private static ReportLine New(AnnualReport report, ProposedLine proposal) => new()
    {
        Id = IdGenerator.NewId(),
        AgencyId = report.AgencyId,
        ReportId = report.Id,
        ElementKey = proposal.ElementKey,
        Position = 0,
        Level = proposal.Level,
        Text = proposal.Text,
        AutoKey = proposal.AutoKey,
    };

    private static void Follow(ReportLine line, ProposedLine proposal)
    {
        line.AutoText = proposal.Text;
        if (line.IsEdited)
        {
            line.HasStaleData = (line.BaseText ??= proposal.Text) != proposal.Text;
        }
        else
        {
            line.Text = proposal.Text;
            line.EndMark = proposal.EndMark;
            line.Settle();
        }

        line.Label = proposal.Label;
        line.Level = line.IsIndentedByHand ? line.Level : proposal.Level;
        FollowOrigins(line, proposal);
        if (!line.Figures.OrderBy(figure => figure.Position).Select(figure => new StatedFigure(figure.IndicatorId, figure.Unit, figure.Value)).SequenceEqual(proposal.Figures))
        {
            line.Figures.Clear();
            line.Figures.AddRange(proposal.Figures.Select((figure, i) => new ReportLineFigure
            {
                AgencyId = line.AgencyId,
                LineId = line.Id,
                Position = i,
                IndicatorId = figure.IndicatorId,
                Unit = figure.Unit,
                Value = figure.Value,
            }));
        }
    }

    private static void FollowOrigins(ReportLine line, ProposedLine proposal)
    {
        var origins = line.Origins.Select(origin => (origin.Kind, origin.RowId)).ToHashSet();
        var wanted = proposal.Origins.ToHashSet();
        if (!origins.SetEquals(wanted))
        {
            line.Origins.RemoveAll(origin => !wanted.Contains((origin.Kind, origin.RowId)));
            line.Origins.AddRange(wanted.Except(origins).Select(origin => new ReportLineOrigin
            {
                AgencyId = line.AgencyId,
                LineId = line.Id,
                Kind = origin.Kind,
                RowId = origin.RowId,
            }));
        }
    }

    private static void PlaceByHand(List<ReportLine> ordered, List<ReportLine> pending, IReadOnlyList<string> elementKeys)
    {
        // Later lines first, so that lines behind the same one keep their order; again until all that hang together are placed.
        bool placed;
        do
        {
            placed = false;
            foreach (var line in pending.OrderByDescending(line => line.Position).ToList())
            {
                var anchor = line.AfterLineId is { } after ? ordered.FindIndex(other => other.Id == after) : -1;
                if (line.AfterLineId is null || anchor >= 0)
                {
                    ordered.Insert(anchor >= 0 ? BehindParts(ordered, anchor, line) : HeadOf(ordered, line.ElementKey, elementKeys), line);
                    pending.Remove(line);
                    placed = true;
                }
            }
        }
        while (placed);

        foreach (var line in pending.OrderBy(line => line.Position))
        {
            ordered.Insert(EndOf(ordered, line.ElementKey, elementKeys), line);
        }
    }

    /// <summary>A dash put after a dash goes behind that dash's plus lines.</summary>
    private static int BehindParts(List<ReportLine> ordered, int anchor, ReportLine line)
    {
        var index = anchor + 1;
        while (line.Level < Official.BlockLevel.Plus && index < ordered.Count
            && ordered[index].Level == Official.BlockLevel.Plus && ordered[index].ElementKey == line.ElementKey)
        {
            index++;
        }

        return index;
    }

    private static int HeadOf(List<ReportLine> ordered, string elementKey, IReadOnlyList<string> elementKeys)
    {
        var first = ordered.FindIndex(line => line.ElementKey == elementKey);
        return first >= 0 ? first : EndOf(ordered, elementKey, elementKeys);
    }

    private static int EndOf(List<ReportLine> ordered, string elementKey, IReadOnlyList<string> elementKeys)
    {
        var rank = Rank(elementKey);
        return ordered.FindLastIndex(line => Rank(line.ElementKey) <= rank) + 1;

        int Rank(string key)
        {
            for (var i = 0; i < elementKeys.Count; i++)
            {
                if (elementKeys[i] == key)
                {
                    return i;
                }
            }

            return int.MaxValue;
        }
    }
}
