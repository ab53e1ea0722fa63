using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Commands;

/// <summary><c>report --agency son-trung --year 2023 --output report.pdf</c>: writes a report's PDF, frozen or live.</summary>
internal static class ReportCommand
{
    public const string Name = "report";

    private const int Refused = 2;

    /// <summary>Runs the command.</summary>
    /// <returns>0 when the file is written and its full path printed; 2 with one line on standard error otherwise.</returns>
    public static async Task<int> RunAsync(string[] arguments, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        try
        {
            var options = CommandOptions.Parse(arguments, "--agency", "--year", "--output");
            var year = options.Number("--year");
            var path = CallerPath.Full(options["--output"]);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(Name);
            var pdf = await PdfAsync(scope.ServiceProvider, options["--agency"], year);
            await WriteAsync(path, pdf);
            await output.WriteLineAsync(path);
            return 0;
        }
        catch (CommandException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    private static async Task<byte[]> PdfAsync(IServiceProvider services, string agencyCode, int year)
    {
        var db = services.GetRequiredService<CchcDbContext>();
        var agency = await db.Agencies.SingleOrDefaultAsync(row => row.Code == agencyCode)
            ?? throw new CommandException(CommandTexts.UnknownAgency.Fill(agencyCode, string.Join(", ", await CodesAsync(db))));
        var report = await db.AnnualReports.AsNoTracking()
            .Where(row => row.AgencyId == agency.Id && row.Year == year)
            .OrderByDescending(row => row.Revision).FirstOrDefaultAsync()
            ?? throw new CommandException(CommandTexts.UnknownYear.Fill(agencyCode, year));
        try
        {
            return await services.GetRequiredService<ReportReader>().PdfAsync(report);
        }
        catch (ReportIncompleteException problem)
        {
            throw new CommandException(CommandTexts.Incomplete.Fill(WorkflowTexts.Name(problem.Missing)));
        }
        catch (UnprintableTextException problem)
        {
            throw new CommandException(CommandTexts.Unprintable.Fill(problem.Character));
        }
    }

    private static Task<List<string>> CodesAsync(CchcDbContext db) =>
        db.Agencies.Where(agency => agency.Kind == Core.Agencies.AgencyKind.Commune).OrderBy(agency => agency.Code)
            .Select(agency => agency.Code).ToListAsync();

    private static async Task WriteAsync(string path, byte[] pdf)
    {
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new CommandException(CommandTexts.CannotWrite.Fill(path));
        }
    }
}
