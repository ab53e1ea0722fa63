using System.Text;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>Text made ready for setting: NFC, one kind of white space, nothing that the font lacks.</summary>
internal static class PrintableText
{
    /// <summary>Prepares a text for a style.</summary>
    /// <exception cref="UnprintableTextException">A character has no glyph.</exception>
    public static string Prepare(string text, TextStyle style)
    {
        var plain = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                throw new UnprintableTextException(rune.ToString(), text);
            }

            plain &= rune.Value != '\t' && rune.Value != '\r' && rune.Value != '\n';
        }

        var prepared = (plain ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ')).Normalize(NormalizationForm.FormC);
        foreach (var rune in prepared.EnumerateRunes())
        {
            if (style.Font.Glyph(rune.Value) == 0)
            {
                throw new UnprintableTextException(rune.ToString(), text);
            }
        }

        return prepared;
    }
}
