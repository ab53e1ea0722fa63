using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>The lists of reports as tables to take away.</summary>
internal static class ReportTable
{
    public static TableExport<ReportRow> Create() => new TableExport<ReportRow>(ReportTexts.ListTitle, "bao-cao")
        .Number(ReportTexts.ListYear, 8, row => row.Year)
        .Number(ReportTexts.TableRevision, 10, row => row.Revision)
        .Text(ReportTexts.ListStatus, 28, row => row.IsReentered ? ReportTexts.ReenteredBadge : WorkflowTexts.Name(row.Status, row.IsOnPaper))
        .Number(ReportTexts.TableNumber, 8, row => row.Number)
        .Text(ReportTexts.TableSymbol, 18, row => row.Symbol)
        .Date(ReportTexts.TableIssued, 14, row => row.IssuedOn);
}
