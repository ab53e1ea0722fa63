using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>A line of Kính gửi or Nơi nhận as it is entered.</summary>
/// <param name="Kind">Which of the two lists.</param>
/// <param name="PrintedText">The text to be printed, without dash and end mark.</param>
/// <param name="RecipientAgencyId">The office of the portal that receives the report, or null.</param>
public sealed record RecipientInput(RecipientKind Kind, string PrintedText, long? RecipientAgencyId);

/// <summary>Kính gửi and Nơi nhận of one report (Phụ lục I, II.9), where they differ from the letterhead's.</summary>
public sealed class ReportRecipients(CchcDbContext db, ReportSourceReader sources)
{
    /// <summary>Most lines of one report.</summary>
    public const int MaxLines = 30;

    /// <summary>The lists as they are printed today: the report's own, each else the letterhead's.</summary>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public async Task<IReadOnlyList<RecipientInput>> ListAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        var source = await sources.ReadAsync(report, cancellation);
        return Enum.GetValues<RecipientKind>().SelectMany(kind => Of(source, kind)).ToList();
    }

    /// <summary>The offices of the portal that may be addressed.</summary>
    public Task<List<Agency>> OfficesAsync(CancellationToken cancellation = default) =>
        db.Agencies.AsNoTracking().Where(agency => agency.Kind == AgencyKind.SuperiorOffice).OrderBy(agency => agency.Name).ToListAsync(cancellation);

    /// <summary>The own lists of the report of the year before, its newest revision; empty when it had none.</summary>
    public Task<List<RecipientInput>> LastYearAsync(AnnualReport report, CancellationToken cancellation = default) =>
        db.AnnualReports.AsNoTracking()
            .Where(row => row.AgencyId == report.AgencyId && row.Year == report.Year - 1 && row.PeriodKind == report.PeriodKind)
            .OrderByDescending(row => row.Revision).Take(1)
            .SelectMany(row => row.Recipients)
            .OrderBy(line => line.Kind).ThenBy(line => line.Position)
            .Select(line => new RecipientInput(line.Kind, line.PrintedText, line.RecipientAgencyId))
            .ToListAsync(cancellation);

    /// <summary>Writes the report's own lists; empty ones give the letterhead's back.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="lines">The lines, in order; those without text are left out.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<LineOutcome> SaveAsync(
        long reportId, Guid version, IReadOnlyList<RecipientInput> lines, CancellationToken cancellation = default)
    {
        var report = await db.AnnualReports.Include(row => row.Recipients).SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        if (report is null)
        {
            return LineOutcome.NotFound;
        }

        if (!report.IsEditable)
        {
            return LineOutcome.NotEditable;
        }

        var offices = (await OfficesAsync(cancellation)).Select(office => office.Id).ToHashSet();
        db.RemoveRange(report.Recipients);
        db.AddRange(lines.Take(MaxLines)
            .Select(line => line with { PrintedText = PlainText.Clean(line.PrintedText) }).Where(line => line.PrintedText.Length > 0)
            .Select((line, i) => new ReportRecipient
            {
                AgencyId = report.AgencyId,
                ReportId = report.Id,
                Kind = line.Kind,
                Position = i,
                PrintedText = line.PrintedText,
                RecipientAgencyId = line.RecipientAgencyId is { } office && offices.Contains(office) ? office : null,
            }));
        return await db.TrySaveAsync(report, version, cancellation) ? LineOutcome.Done : LineOutcome.Conflict;
    }

    private static IEnumerable<RecipientInput> Of(ReportSource source, RecipientKind kind)
    {
        var own = source.Recipients.Where(line => line.Kind == kind).OrderBy(line => line.Position)
            .Select(line => new RecipientInput(kind, line.PrintedText, line.RecipientAgencyId)).ToList();
        return own.Count > 0
            ? own
            : source.Profile.Recipients.Where(line => line.Kind == kind).OrderBy(line => line.Position)
                .Select(line => new RecipientInput(kind, line.PrintedText, line.RecipientAgencyId));
    }
}
