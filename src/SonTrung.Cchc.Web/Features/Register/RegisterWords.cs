using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Register;

/// <summary>The words of the register.</summary>
internal static class RegisterWords
{
    /// <summary>(3) Tên loại và trích yếu; for a number given up, why.</summary>
    public static string What(RegisterRow row) => row switch
    {
        { CancelReason: { } reason, Subject: "" } => RegisterTexts.Cancelled.Fill(row.Kind, reason),
        { CancelReason: { } reason } => RegisterTexts.CancelledWithSubject.Fill(row.Kind, row.Subject, reason),
        _ => $"{row.Kind}: {row.Subject}",
    };

    /// <summary>(9) Ký nhận: by hand, and what offices of the portal answered.</summary>
    public static string Receipt(RegisterRow row) => string.Join(
        "; ",
        row.Receipts.Select(Receipt).Prepend(row.Receipt).Where(text => text.Length > 0));

    /// <summary>That an office received it.</summary>
    public static string Receipt(RegisterReceipt receipt) => RegisterTexts.ReceivedByOffice.Fill(receipt.Office, VietnamTime.Format(receipt.AnsweredUtc));

    /// <summary>(10) Ghi chú, with what became of a report.</summary>
    public static string Remark(RegisterRow row) => string.Join(
        "; ",
        row.FollowUps.Select(Name).Prepend(State(row.ReportStatus) ?? "").Prepend(row.Remark).Where(text => text.Length > 0));

    private static string Name(RegisterFollowUp row) => (row.Kind == FollowUpKind.Correction ? RegisterTexts.CorrectedBy : RegisterTexts.RecalledBy)
        .Fill(OutgoingDocument.TextOf(row.Number, row.Symbol), VietnameseDate.Format(row.IssuedOn));

    /// <summary>What became of a report; null while nothing did.</summary>
    public static string? State(ReportStatus? status) =>
        status is { } known and (ReportStatus.Replaced or ReportStatus.Recalled) ? WorkflowTexts.Name(known) : null;

    /// <summary>"14/BC-UBND ngày 05/02/2026".</summary>
    public static string Last(LastNumber last) =>
        RegisterTexts.NumberOfDay.Fill(OutgoingDocument.TextOf(last.Number, last.Symbol), VietnameseDate.Format(last.IssuedOn));

    /// <summary>Why a number was not given, and the field it speaks of.</summary>
    public static (string Field, string Text) Refusal(NumberRefusal refusal) => refusal switch
    {
        NumberRefusal.Missing => (nameof(INumberForm.Number), RegisterTexts.NumberMissing),
        NumberRefusal.Taken => (nameof(INumberForm.Number), ReportTexts.NumberTaken),
        NumberRefusal.GivenByPortal => (nameof(INumberForm.Number), RegisterTexts.NumberGivenByPortal),
        NumberRefusal.DateOutOfOrder => (nameof(INumberForm.IssuedOn), ReportTexts.DateOutOfOrder),
        NumberRefusal.DateInFuture => (nameof(INumberForm.IssuedOn), ReportTexts.DateInFuture),
        _ => throw new InvalidOperationException($"No text for {refusal}."),
    };

    /// <summary>Why a signed file was not taken.</summary>
    public static string Refusal(EntryFileResult result) => result.Refusal == EvidenceRefusal.TypeNotAllowed
        ? RegisterTexts.PdfOnly
        : EvidenceWords.Refusal(result.Refusal!.Value, result.MostMegabytes);
}
