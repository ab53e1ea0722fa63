using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>Ô số 5a: the kind of document and its subject, with the rule below.</summary>
internal static class TitleLayout
{
    /// <summary>Lays the title out, one band a line.</summary>
    public static List<Band> Lay(OfficialDocument document, LayoutProfile profile, StructureNode parent)
    {
        var bands = Centred(document.Kind, profile.Title, profile.SpaceAboveTitle, profile, parent.Add("H1"));
        foreach (var line in document.Subject)
        {
            bands.AddRange(Centred(line, profile.Title, 0, profile, parent.Add("P")));
        }

        var last = (TextItem)bands[^1].Items[0];
        bands.Add(ShortRule(last, profile));
        return bands;
    }

    /// <summary>A centred paragraph across the text area.</summary>
    public static List<Band> Centred(string text, TextStyle style, double spaceBefore, LayoutProfile profile, StructureNode node) =>
        new Paragraph
        {
            Text = text,
            Style = style,
            Node = node,
            X = profile.Left,
            Width = profile.TextWidth,
            Alignment = LineAlignment.Center,
            SpaceBefore = spaceBefore,
            KeepTogether = true,
        }.Bands();

    /// <summary>The rule below a centred line, shorter than the line.</summary>
    public static Band ShortRule(TextItem above, LayoutProfile profile)
    {
        var width = above.Style.Width(above.Text.TrimEnd()) * profile.ShortRuleShare;
        var center = profile.Left + (profile.TextWidth / 2);
        var y = profile.RuleGap - (above.Style.SingleLine - above.Style.Ascent - above.Style.Descent);
        return new Band
        {
            Height = y + profile.RuleThickness,
            Items = { new StrokeItem(center - (width / 2), y, center + (width / 2), y, profile.RuleThickness) },
        };
    }
}
