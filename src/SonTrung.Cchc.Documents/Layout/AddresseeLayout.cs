using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>Ô số 9a: one addressee beside "Kính gửi:", several below it with their dashes under the colon (II.9.d).</summary>
internal static class AddresseeLayout
{
    /// <summary>Lays the addressees out, one band a line.</summary>
    public static List<Band> Lay(IReadOnlyList<PrintedLine> addressees, LayoutProfile profile, StructureNode parent)
    {
        if (addressees.Count == 0)
        {
            return [];
        }

        var style = profile.Body;
        if (addressees.Count == 1)
        {
            return TitleLayout.Centred($"{OfficialWording.Addressees} {addressees[0].Text}", style, profile.SpaceAboveAddressees, profile, parent.Add("P"));
        }

        var wordsWidth = style.Width(OfficialWording.Addressees.TrimEnd(':'));
        var widest = addressees.Max(line => style.Width(PrintableText.Prepare(OfficialWording.Printed(line), style)));
        var x = profile.Left + (Math.Max(0, profile.TextWidth - wordsWidth - widest) / 2);
        var bands = Flush(OfficialWording.Addressees, x, profile.SpaceAboveAddressees, parent.Add("P"), profile);
        var list = parent.Add("L");
        foreach (var line in addressees)
        {
            bands.AddRange(Flush(OfficialWording.Printed(line), x + wordsWidth, 0, list.Add("LI").Add("LBody"), profile));
        }

        return bands;
    }

    private static List<Band> Flush(string text, double x, double spaceBefore, StructureNode node, LayoutProfile profile) =>
        new Paragraph
        {
            Text = text,
            Style = profile.Body,
            Node = node,
            X = x,
            Width = profile.Left + profile.TextWidth - x + 0.01,
            Alignment = LineAlignment.Left,
            SpaceBefore = spaceBefore,
            LineSpacing = profile.LineSpacing,
            KeepTogether = true,
        }.Bands();
}
