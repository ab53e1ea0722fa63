using System.Text;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Healing;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>The text of an old report, line by line, as it came and as it was mended.</summary>
public sealed class OldReportSource
{
    private const HealingSteps Steps = HealingSteps.Characters | HealingSteps.Words;

    private OldReportSource(IReadOnlyList<SourceLine> lines, IReadOnlyList<HealedLine> healed) => (Raw, Lines) = (lines, healed);

    /// <summary>The lines as they came.</summary>
    public IReadOnlyList<SourceLine> Raw { get; }

    /// <summary>The lines as they are shown and read.</summary>
    public IReadOnlyList<HealedLine> Lines { get; }

    /// <summary>All that was mended, in reading order.</summary>
    public IEnumerable<TextChange> Changes => Lines.SelectMany(line => line.Changes);

    /// <summary>The lines for the recogniser.</summary>
    public IReadOnlyList<SourceLine> ForReading => [.. Lines.Select((line, i) => Raw[i] with { Text = line.Text })];

    /// <summary>The text to be kept.</summary>
    public string Text => string.Join('\n', Raw.Select(line => line.Text));

    /// <summary>What is known of the breaks, to be kept.</summary>
    public string Breaks => string.Concat(Raw.Select(line => (char)('0' + (int)line.Break)));

    /// <summary>Mends lines that a reader gave. An old font shows in the text as a whole, so they are mended together.</summary>
    public static OldReportSource Of(IReadOnlyList<SourceLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var raw = lines.Select(line => line with { Text = OneLine(line.Text) }).ToList();
        var text = string.Join('\n', raw.Select(line => line.Text));
        var healed = TextHealer.Heal(text, Steps);
        return new OldReportSource(raw, Cut(healed) is { } cut && cut.Count == raw.Count
            ? cut
            : raw.Select(line => TextHealer.Heal(line.Text, Steps)).Select(line => new HealedLine(line.Text, line.Changes)).ToList());
    }

    /// <summary>Reads what was kept.</summary>
    public static OldReportSource Read(string text, string breaks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(breaks);
        return Of(text.Split('\n').Select((line, i) => new SourceLine(line, i < breaks.Length ? (LineBreakKind)(breaks[i] - '0') : LineBreakKind.Unknown)).ToList());
    }

    private static List<HealedLine>? Cut(HealedText healed)
    {
        var lines = new List<HealedLine>();
        var at = 0;
        var next = 0;
        foreach (var line in healed.Text.Split('\n'))
        {
            var own = new List<TextChange>();
            while (next < healed.Changes.Count && healed.Changes[next].HealedStart <= at + line.Length)
            {
                var change = healed.Changes[next++];
                if (change.Before.Contains('\n', StringComparison.Ordinal) || change.HealedStart - at + change.After.Length > line.Length)
                {
                    // Over the end of a line: not told line by line.
                    return null;
                }

                own.Add(change with { HealedStart = change.HealedStart - at });
            }

            lines.Add(new HealedLine(line, own));
            at += line.Length + 1;
        }

        return lines;
    }

    private static string OneLine(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            kept.Append(c is '\r' or '\n' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' ? ' ' : c);
        }

        return kept.ToString();
    }
}

/// <summary>A line of an old report after mending.</summary>
/// <param name="Text">The line.</param>
/// <param name="Changes">What was mended; places are counted in the line.</param>
public sealed record HealedLine(string Text, IReadOnlyList<TextChange> Changes)
{
    /// <summary>The line cut where it was mended: what stands there, and what stood there before, null where nothing was mended.</summary>
    public IEnumerable<(string Text, string? Before)> Pieces()
    {
        var at = 0;
        foreach (var change in Changes)
        {
            if (change.HealedStart > at)
            {
                yield return (Text[at..change.HealedStart], null);
            }

            at = change.HealedStart + change.After.Length;
            yield return (change.After, change.Before);
        }

        if (at < Text.Length)
        {
            yield return (Text[at..], null);
        }
    }
}
