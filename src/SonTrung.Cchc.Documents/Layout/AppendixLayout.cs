using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>An appendix (Phụ lục I, III.1): its title, the reference to its document with the rule below (Mẫu 2.1), and its table, from the top of a page of its own.</summary>
internal static class AppendixLayout
{
    /// <summary>Lays the appendix out, one band a line and a row.</summary>
    /// <exception cref="ArgumentException">A row has not one text per column.</exception>
    public static List<Band> Lay(Appendix appendix, OfficialDocument document, IssueMark? issue, LayoutProfile profile, StructureNode root)
    {
        var parent = root.Add("Sect");
        var bands = TitleLayout.Centred(appendix.Label, profile.Title, 0, profile, parent.Add("H2"));
        bands.AddRange(TitleLayout.Centred(appendix.Title, profile.Title, 0, profile, parent.Add("P")));
        foreach (var line in OfficialWording.AppendixReference(document, issue))
        {
            bands.AddRange(TitleLayout.Centred(line, profile.AppendixReference, 0, profile, parent.Add("P")));
        }

        bands.Add(TitleLayout.ShortRule((TextItem)bands[^1].Items[0], profile));

        var table = new TableLayout(appendix, profile, parent.Add("Table"));
        var head = table.Head();
        bands.Add(head);
        foreach (var band in bands)
        {
            band.KeepWithPrevious = true;
        }

        foreach (var row in appendix.Rows)
        {
            bands.AddRange(table.Row(row, head));
        }

        return bands;
    }
}
