using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Owed;

/// <summary>How pages of a commune speak of what it owes.</summary>
internal static class OwedWords
{
    /// <summary>"Báo cáo năm 2026 gửi Sở Nội vụ tỉnh Hà Tĩnh".</summary>
    public static string Name(OwedReport row) => OwedTexts.Item.Fill(PeriodWords.Name(row.Period), row.OfficeName);

    /// <summary>Until when, or how late.</summary>
    public static string Due(OwedReport row, DateOnly today)
    {
        var (cell, duty) = (row.Cell, row.Cell.Duty!);
        var due = VietnameseDate.Format(duty.DueOn);
        return cell switch
        {
            { ArrivedOn: not null, DaysLate: > 0 } => OwedTexts.ArrivedLate.Fill(cell.DaysLate, due),
            { ArrivedOn: { } day, IsOwed: false } => OwedTexts.Arrived.Fill(VietnameseDate.Format(day)),
            { DaysLate: > 0 } => OwedTexts.Overdue.Fill(cell.DaysLate, due),
            _ when today > duty.DueOn => OwedTexts.InGrace.Fill(due, VietnameseDate.Format(duty.LateAfter)),
            _ => OwedTexts.Before.Fill(due),
        };
    }

    /// <summary>Who says so.</summary>
    public static string Source(OwedReport row) => row.Request is { } request
        ? OwedTexts.ByRequest.Fill(request.Number, VietnameseDate.Format(request.IssuedOn), request.Subject)
        : OwedTexts.ByHabit;
}
