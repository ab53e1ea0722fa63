using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>Stretches of a text that punctuation does not rule: addresses, file names, codes.</summary>
internal static partial class Places
{
    /// <summary>Whether a place lies in one of them.</summary>
    public static bool IsInAddress(string text, int at)
    {
        if (text.IndexOfAny(['@', '/', '\\', '_', '.']) < 0)
        {
            return false;
        }

        foreach (var match in Address().EnumerateMatches(text))
        {
            if (at >= match.Index && at < match.Index + match.Length)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\d])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|gov|edu|info|docx?|xlsx?|pdf|pptx?|txt|jpe?g|png|zip)(?![\p{L}\d])(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
