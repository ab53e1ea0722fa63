using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Features.Register;
using SonTrung.Cchc.Web.Features.Reports;

namespace SonTrung.Cchc.Web.Features.Inbox;

/// <summary>The received reports as a table to take away.</summary>
internal static class InboxTable
{
    public static TableExport<DeliveryRow> Create(DateOnly today) => new TableExport<DeliveryRow>(InboxTexts.Title, "tiep-nhan")
        .Text(InboxTexts.Sender, 34, row => row.Sender)
        .Number(InboxTexts.Year, 8, row => row.Year)
        .Number(ReportTexts.TableNumber, 8, row => row.Number)
        .Text(ReportTexts.TableSymbol, 18, row => row.Symbol)
        .Date(ReportTexts.TableIssued, 14, row => row.IssuedOn)
        .Time(InboxTexts.Sent, 18, row => VietnamTime.From(row.SentUtc))
        .Text(InboxTexts.Status, 22, row => RegisterWords.State(row.ReportStatus) ?? WorkflowTexts.Name(row.Status))
        .Number(InboxTexts.DaysTaken, 12, row => row.DaysTaken(today));
}
