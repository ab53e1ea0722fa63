using System.Globalization;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>Points (1/72 inch) in the units of WordprocessingML (ISO/IEC 29500-1, 17.18).</summary>
internal static class WordUnits
{
    /// <summary>Twentieths of a point: lengths.</summary>
    public static int Twips(double points) => (int)Math.Round(points * 20);

    /// <summary>Twentieths of a point, as attributes of type string hold them.</summary>
    public static string TwipsText(double points) => Twips(points).ToString(CultureInfo.InvariantCulture);

    /// <summary>Half points: sizes of type.</summary>
    public static string HalfPoints(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Eighths of a point: borders.</summary>
    public static uint Eighths(double points) => (uint)Math.Round(points * 8);

    /// <summary>English metric units (914,400 an inch): pictures.</summary>
    public static long Emu(double points) => (long)Math.Round(points * 12700);
}
