using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Text.Healing;

/// <summary>How wide a text is in the serif that official papers are set in, near enough to tell a full line from a short one.</summary>
internal static class TextWidth
{
    /// <summary>A space, in thousandths of the type size.</summary>
    public const int Space = 250;

    private const int Unknown = 500;

    // The advance widths of Times from U+0020 to U+007E, which its metric relatives share.
    private static readonly short[] Widths =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    /// <summary>Its width in thousandths of the type size; runs of spaces count once.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        var previous = '\0';
        foreach (var c in text)
        {
            if (c != ' ' || previous != ' ')
            {
                width += Of(c);
            }

            previous = c;
        }

        return width;
    }

    private static int Of(char c)
    {
        if (c > '\u007E')
        {
            var bare = VietnameseLetters.Bare(char.ToLowerInvariant(c));
            c = char.IsUpper(c) ? char.ToUpperInvariant(bare) : bare;
        }

        return c is >= ' ' and <= '~' ? Widths[c - ' '] : Unknown;
    }
}
