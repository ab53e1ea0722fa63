using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>A band in its place.</summary>
/// <param name="Top">Its upper edge in points from the paper's top.</param>
/// <param name="Band">The band.</param>
/// <param name="IsRepeated">Whether it repeats a head row, which a listener has heard already.</param>
internal sealed record PlacedBand(double Top, Band Band, bool IsRepeated = false);

/// <summary>A page, filled.</summary>
/// <param name="Number">Its printed number: 1 opens the document and each appendix, and is not shown (Phụ lục I, I.7 and III.1.đ).</param>
/// <param name="Bands">Its bands from the top.</param>
internal sealed record LaidPage(int Number, IReadOnlyList<PlacedBand> Bands)
{
    /// <summary>The places kept free, y of the upper edge from the paper's top.</summary>
    public IEnumerable<ReservedBox> Boxes =>
        Bands.SelectMany(placed => placed.Band.Boxes, (placed, box) => box with { Y = placed.Top + box.Y });
}

/// <summary>Fills pages with bands, breaking only where both neighbours allow it.</summary>
internal static class Pager
{
    /// <summary>Fills the pages of a document or an appendix, numbered from 1.</summary>
    public static List<LaidPage> Fill(IReadOnlyList<Band> bands, LayoutProfile profile)
    {
        var pages = new List<LaidPage>();
        for (var start = 0; start < bands.Count;)
        {
            var end = PageEnd(bands, start, profile.TextHeight);
            pages.Add(new LaidPage(pages.Count + 1, Place(bands, start, end, profile.Top)));
            start = end;
        }

        return pages;
    }

    private static int PageEnd(IReadOnlyList<Band> bands, int start, double room)
    {
        const double tolerance = 0.01;
        var used = bands[start].Height + (bands[start].RepeatedHead?.Height ?? 0);
        var end = start + 1;
        while (end < bands.Count && used + bands[end].SpaceBefore + bands[end].Height <= room + tolerance)
        {
            used += bands[end].SpaceBefore + bands[end].Height;
            end++;
        }

        if (end == bands.Count)
        {
            return end;
        }

        var allowed = end;
        while (allowed > start && bands[allowed].KeepWithPrevious)
        {
            allowed--;
        }

        // A chain longer than a page has to give somewhere.
        return allowed > start ? allowed : end;
    }

    private static List<PlacedBand> Place(IReadOnlyList<Band> bands, int start, int end, double top)
    {
        var placed = new List<PlacedBand>(end - start + 1);
        var y = top;
        if (bands[start].RepeatedHead is { } head)
        {
            placed.Add(new PlacedBand(y, head, IsRepeated: true));
            y += head.Height;
        }

        for (var i = start; i < end; i++)
        {
            y += i == start ? 0 : bands[i].SpaceBefore;
            placed.Add(new PlacedBand(y, bands[i]));
            y += bands[i].Height;
        }

        return placed;
    }
}
