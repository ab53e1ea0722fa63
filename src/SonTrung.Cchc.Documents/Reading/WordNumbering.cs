using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Counts numbered paragraphs as Word does (ISO/IEC 29500-1, 17.9) and gives the label in front of each.</summary>
internal sealed class WordNumbering
{
    private const int MostLevels = 9;
    private const int DeepestStyle = 20;

    private readonly Dictionary<int, Counter> counters = [];
    private readonly Dictionary<int, Dictionary<int, int>> startOverrides = [];
    private readonly Dictionary<int, Dictionary<int, Level>> levelOverrides = [];
    private readonly Dictionary<int, int> abstractOf = [];
    private readonly HashSet<(int Instance, int Level)> started = [];
    private readonly Dictionary<string, Style> styles;

    public WordNumbering(Numbering? numbering, Styles? styles)
    {
        this.styles = (styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null)
            .GroupBy(style => style.StyleId!.Value!).ToDictionary(group => group.Key, group => group.First());
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is { } id)
            {
                counters[id] = new Counter(definition.Elements<Level>().Where(level => level.LevelIndex?.Value is >= 0 and < MostLevels)
                    .GroupBy(level => level.LevelIndex!.Value).ToDictionary(group => group.Key, group => group.First()));
            }
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is not { } id || instance.AbstractNumId?.Val?.Value is not { } definition)
            {
                continue;
            }

            abstractOf[id] = definition;
            foreach (var change in instance.Elements<LevelOverride>())
            {
                if (change.LevelIndex?.Value is not { } index)
                {
                    continue;
                }

                if (change.StartOverrideNumberingValue?.Val?.Value is { } start)
                {
                    Of(startOverrides, id)[index] = start;
                }

                if (change.Level is { } level)
                {
                    Of(levelOverrides, id)[index] = level;
                }
            }
        }
    }

    /// <summary>The label that Word prints in front of the paragraph, or nothing. Counts the paragraph.</summary>
    public string LabelOf(Paragraph paragraph)
    {
        var (instance, index) = NumberOf(paragraph);
        if (instance == 0 || !abstractOf.TryGetValue(instance, out var definition) || !counters.TryGetValue(definition, out var counter))
        {
            return "";
        }

        var overridden = levelOverrides.GetValueOrDefault(instance);
        Level? LevelAt(int at) => overridden?.GetValueOrDefault(at) ?? counter.Levels.GetValueOrDefault(at);
        if (LevelAt(index) is not { } level)
        {
            return "";
        }

        // A list that counts anew does so at its first paragraph only.
        var start = started.Add((instance, index)) && startOverrides.GetValueOrDefault(instance)?.TryGetValue(index, out var own) == true
            ? own
            : (int?)null;
        counter.Count(index, start, at => LevelAt(at)?.StartNumberingValue?.Val?.Value ?? 1);
        return level.NumberingFormat?.Val?.Value is { } format && format == NumberFormatValues.Bullet
            ? Bullet(level.LevelText?.Val?.Value)
            : Text(level, index, counter, LevelAt);
    }

    private (int Instance, int Level) NumberOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var (instance, level) = (own?.NumberingId?.Val?.Value, own?.NumberingLevelReference?.Val?.Value);
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var depth = 0; instance is null && style is not null && depth < DeepestStyle && styles.TryGetValue(style, out var found); depth++)
        {
            var inherited = found.StyleParagraphProperties?.NumberingProperties;
            instance = inherited?.NumberingId?.Val?.Value;
            level ??= inherited?.NumberingLevelReference?.Val?.Value;
            style = found.BasedOn?.Val?.Value;
        }

        return (instance ?? 0, Math.Clamp(level ?? 0, 0, MostLevels - 1));
    }

    private static string Text(Level level, int index, Counter counter, Func<int, Level?> levelAt)
    {
        var pattern = level.LevelText?.Val?.Value ?? "";
        var isLegal = level.IsLegalNumberingStyle is { } legal && (legal.Val is null || legal.Val.Value);
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[++i] - '1';
                text.Append(Number(counter.Value(at), isLegal && at < index ? null : levelAt(at)?.NumberingFormat?.Val?.Value));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString().Trim();
    }

    private static string Number(int value, NumberFormatValues? format)
    {
        var plain = value.ToString(CultureInfo.InvariantCulture);
        return format is not { } kind ? plain
            : kind == NumberFormatValues.LowerLetter ? Letter(value)
            : kind == NumberFormatValues.UpperLetter ? Letter(value).ToUpperInvariant()
            : kind == NumberFormatValues.UpperRoman ? Roman(value)
            : kind == NumberFormatValues.LowerRoman ? Roman(value).ToLowerInvariant()
            : kind == NumberFormatValues.DecimalZero ? value.ToString("00", CultureInfo.InvariantCulture)
            : kind == NumberFormatValues.None ? ""
            : plain;
    }

    private static string Letter(int value) => value is < 1 or > 780
        ? value.ToString(CultureInfo.InvariantCulture)
        : new string((char)('a' + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (worth, sign) in new[]
        {
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        })
        {
            for (; value >= worth; value -= worth)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    /// <summary>A bullet as it is printed: the shapes of symbol fonts are dots, whatever letters stand for them.</summary>
    private static string Bullet(string? text) => text?.Trim() is { Length: 1 } sign && sign[0] is '-' or '–' or '—' or '+' or '*' ? text.Trim() : "•";

    private static Dictionary<int, T> Of<T>(Dictionary<int, Dictionary<int, T>> all, int key) =>
        all.TryGetValue(key, out var found) ? found : all[key] = [];

    /// <summary>The counters of one definition: a paragraph counts its level on and lets deeper levels begin anew.</summary>
    private sealed class Counter(Dictionary<int, Level> levels)
    {
        private readonly int?[] values = new int?[MostLevels];

        public IReadOnlyDictionary<int, Level> Levels => levels;

        public int Value(int level) => values[level] ?? 0;

        public void Count(int level, int? start, Func<int, int> startOf)
        {
            values[level] = start ?? (values[level] is { } last ? last + 1 : startOf(level));
            for (var above = 0; above < level; above++)
            {
                values[above] ??= startOf(above);
            }

            for (var below = level + 1; below < MostLevels; below++)
            {
                values[below] = null;
            }
        }
    }
}
