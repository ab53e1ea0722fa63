using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>Where Kính gửi and the lines below it begin, in points from the left margin.</summary>
/// <param name="Label">"Kính gửi:".</param>
/// <param name="Lines">Its addressees, their dashes under the colon.</param>
internal sealed record AddresseeMeasures(double Label, double Lines);

/// <summary>The lengths that depend on a document's own words, in points, the same as in its PDF.</summary>
internal static class WordMeasures
{
    /// <summary>The widths of the letterhead's columns.</summary>
    public static (double Left, double Right) LetterheadColumns(LayoutProfile profile)
    {
        var width = profile.TextWidth + (2 * profile.LetterheadOverhang);
        return (width * profile.LetterheadLeftShare, width * (1 - profile.LetterheadLeftShare));
    }

    /// <summary>The width of the last line that a text makes in a column.</summary>
    public static double LastLine(string text, TextStyle style, double width) =>
        LineBreaker.Break(PrintableText.Prepare(text, style), style, width, width)[^1].Width;

    /// <summary>Where Kính gửi begins so that it stands in the middle (II.9.d).</summary>
    public static AddresseeMeasures Addressees(OfficialDocument document, LayoutProfile profile)
    {
        var words = profile.Body.Width(OfficialWording.Addressees.TrimEnd(':'));
        var widest = document.Addressees
            .Select(line => profile.Body.Width(PrintableText.Prepare(OfficialWording.Printed(line), profile.Body)))
            .DefaultIfEmpty().Max();
        var label = Math.Max(0, profile.TextWidth - words - widest) / 2;
        return new AddresseeMeasures(label, label + words);
    }
}
