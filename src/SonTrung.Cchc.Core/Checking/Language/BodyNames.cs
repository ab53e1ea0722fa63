using System.Collections.Frozen;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>Names of bodies with their capitals (Phụ lục II, IV), from the text file beside this class.</summary>
internal static class BodyNames
{
    private static readonly FrozenDictionary<string, BodyName[]> ByFirstWord = Read().GroupBy(name => name.Keys[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(name => name.Keys.Count).ToArray());

    /// <summary>The longest name that these words are, whatever their capitals; null when there is none.</summary>
    public static BodyName? At(IReadOnlyList<TextWord> words, int start, string text)
    {
        if (!ByFirstWord.TryGetValue(words[start].Key, out var names))
        {
            return null;
        }

        foreach (var name in names)
        {
            if (start + name.Keys.Count <= words.Count && Fits(words, start, text, name))
            {
                return name;
            }
        }

        return null;
    }

    private static bool Fits(IReadOnlyList<TextWord> words, int start, string text, BodyName name)
    {
        for (var i = 0; i < name.Keys.Count; i++)
        {
            var word = words[start + i];
            if (word.Key != name.Keys[i])
            {
                return false;
            }

            if (i > 0 && text.AsSpan(words[start + i - 1].End, word.Start - words[start + i - 1].End).Trim().ToString() is var mark && mark != name.Marks[i] && !(mark is "–" && name.Marks[i] == "-"))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<BodyName> Read()
    {
        using var stream = typeof(BodyNames).Assembly.GetManifestResourceStream(typeof(BodyNames), "body-names.txt")!;
        using var reader = new StreamReader(stream);
        var fields = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                fields++;
            }
            else if (line.Length > 0)
            {
                var words = TextWord.Read(line);
                yield return new BodyName(
                    words.Select(word => word.Key).ToList(),
                    words.Select(word => char.IsUpper(word.Text[0])).ToList(),
                    words.Select((word, i) => i == 0 ? "" : line[words[i - 1].End..word.Start].Trim()).ToList(),
                    IsAlways: fields == 1);
            }
        }
    }
}

/// <summary>A name of a body.</summary>
/// <param name="Keys">Its words as they are compared.</param>
/// <param name="Capitals">Which of them have a capital.</param>
/// <param name="Marks">What stands in front of each: nothing, a comma, a hyphen.</param>
/// <param name="IsAlways">Whether it is a name wherever it stands; the others are when their first word has its capital ("phòng y tế của trường" is none).</param>
internal sealed record BodyName(IReadOnlyList<string> Keys, IReadOnlyList<bool> Capitals, IReadOnlyList<string> Marks, bool IsAlways);
