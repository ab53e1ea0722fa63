using System.Text;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Stale;

/// <summary>Says of texts of last year, before they are taken over, which of their words the stale-text guard will stop at.</summary>
public sealed class StaleMarks(CchcDbContext db)
{
    /// <summary>The marked words of each text, in the order of the texts.</summary>
    /// <param name="year">The year that would take them.</param>
    /// <param name="texts">Texts of the year before.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<StaleWords>> FindAsync(int year, IReadOnlyList<string> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            return [];
        }

        var agency = db.OwnAgency();
        var day = await db.ReportingPeriods.AsNoTracking().Where(row => row.AgencyId == agency && row.Kind == PeriodKind.Year && row.Year == year)
            .Select(row => (DateOnly?)row.To).FirstOrDefaultAsync(cancellation) ?? ReportingPeriod.StandardYear(agency, year).To;
        var signers = await db.Signers.AsNoTracking().ValidOn(day).Where(row => row.AgencyId == agency).ToListAsync(cancellation);
        var units = await db.Departments.AsNoTracking().Where(row => row.AgencyId == agency).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        var blocks = texts.Select((text, i) => new ReadBlock($"{i}", DocumentPart.Dash, "", text)).ToList();
        var known = new CheckKnowledge
        {
            Year = year,
            Day = day,
            LastYear = new KnownLastYear
            {
                Year = year - 1,
                OwnBlocks = blocks.Select(block => block.Id).ToHashSet(StringComparer.Ordinal),
                Former = await LastYearReader.FormerAsync(db, agency, year - 1, signers, units, day, cancellation),
            },
        };
        var read = new CheckedText(new ReadDocument(blocks), known);
        var found = StaleText.Rules.SelectMany(rule => rule.Check(read)).ToLookup(finding => finding.BlockId);
        return blocks.ConvertAll(block => StaleWords.Of(block.Text, year - 1, found[block.Id]));
    }
}

/// <summary>A text of last year with the words in it that may no longer hold.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">The words, in reading order; none reaches into another.</param>
public sealed record StaleWords(string Text, IReadOnlyList<StaleMark> Marks)
{
    private static readonly CompositeFormat YearFound = CompositeFormat.Parse(StaleRuleTexts.Year);

    /// <summary>What there is to say of the words, each once.</summary>
    public IEnumerable<string> Messages => Marks.Select(mark => mark.Message).Distinct(StringComparer.Ordinal);

    /// <summary>The text cut at the marked words, nothing lost.</summary>
    public IEnumerable<(string Text, bool IsStale)> Parts()
    {
        var at = 0;
        foreach (var mark in Marks)
        {
            if (mark.Start > at)
            {
                yield return (Text[at..mark.Start], false);
            }

            yield return (Text.Substring(mark.Start, mark.Length), true);
            at = mark.Start + mark.Length;
        }

        if (at < Text.Length)
        {
            yield return (Text[at..], false);
        }
    }

    internal static StaleWords Of(string text, int lastYear, IEnumerable<Finding> findings)
    {
        // Before taking over, last year is marked wherever it is named: the guard lets pass what compares with it, here nothing is compared yet.
        var ofLastYear = string.Format(TextFacts.Vietnamese, YearFound, lastYear);
        var marks = new List<StaleMark>();
        var at = 0;
        foreach (var part in StaleYear.Split(text, lastYear))
        {
            if (part.IsYear)
            {
                marks.Add(new StaleMark(at, part.Text.Length, ofLastYear));
            }

            at += part.Text.Length;
        }

        foreach (var finding in findings.Where(finding => finding.Length > 0).OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length))
        {
            if (!marks.Exists(mark => finding.Start < mark.Start + mark.Length && mark.Start < finding.Start + finding.Length))
            {
                marks.Add(new StaleMark(finding.Start, finding.Length, finding.Message));
            }
        }

        return new StaleWords(text, [.. marks.OrderBy(mark => mark.Start)]);
    }
}

/// <summary>Words of a text of last year that may no longer hold.</summary>
/// <param name="Start">Where they begin, UTF-16 characters from 0.</param>
/// <param name="Length">How long they are.</param>
/// <param name="Message">Why, in Vietnamese, naming the words.</param>
public sealed record StaleMark(int Start, int Length, string Message);
