using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Register;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.ReportFollowUps;

/// <summary>The words for what is issued about a report afterwards.</summary>
internal static class FollowUpWords
{
    /// <summary>What the page is called.</summary>
    public static string Title(FollowUpKind kind) => kind == FollowUpKind.Correction ? FollowUpTexts.CorrectTitle : FollowUpTexts.RecallTitle;

    /// <summary>Trích yếu of the document: "Đính chính Báo cáo số 15/BC-UBND ngày 16/12/2026".</summary>
    public static string Subject(FollowUpKind kind, AnnualReport report) =>
        (kind == FollowUpKind.Correction ? FollowUpTexts.CorrectSubject : FollowUpTexts.RecallSubject).Fill(Name(report));

    /// <summary>"15/BC-UBND ngày 16/12/2026".</summary>
    public static string Name(AnnualReport report) => RegisterTexts.NumberOfDay.Fill(
        OutgoingDocument.TextOf(report.Number ?? 0, report.Symbol ?? ""), report.IssuedOn is { } day ? VietnameseDate.Format(day) : "");

    /// <summary>"Công văn 25/UBND-VHXH ngày 20/12/2026".</summary>
    public static string Name(ReportFollowUp row) => $"{row.DocumentKind} {RegisterTexts.NumberOfDay.Fill(row.NumberText, VietnameseDate.Format(row.IssuedOn))}";

    /// <summary>What the banner says first.</summary>
    public static string Banner(ReportFollowUp row) =>
        (row.Kind == FollowUpKind.Correction ? FollowUpTexts.CorrectedBanner : FollowUpTexts.RecalledBanner).Fill(Name(row));

    /// <summary>Whether an office took note.</summary>
    public static string Note(FollowUpBanner banner, FollowUpNote note)
    {
        var isRecalled = banner.Status == ReportStatus.Recalled;
        if (!banner.FollowUps.IsNoted(note))
        {
            return (isRecalled ? FollowUpTexts.NotConfirmed : FollowUpTexts.NotSeen).Fill(note.Office);
        }

        return (isRecalled ? FollowUpTexts.Confirmed : FollowUpTexts.Seen).Fill(note.Office, note.By, VietnamTime.Format(note.AtUtc!.Value));
    }
}
