using System.Globalization;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Wall;

/// <summary>How pages speak of what is owed.</summary>
internal static class WallWords
{
    /// <summary>The states that a list can be asked for, the most urgent first.</summary>
    public static IReadOnlyList<WallState> Asked { get; } =
        [WallState.Overdue, WallState.NotYet, WallState.Returned, WallState.Sent, WallState.Received, WallState.Outside];

    /// <summary>The name of a state.</summary>
    public static string Name(WallState state) =>
        WallTexts.ResourceManager.GetString($"State{state}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {state}.");

    /// <summary>Its colour.</summary>
    public static StatusTone Tone(WallState state) => state switch
    {
        WallState.Received or WallState.Outside => StatusTone.Good,
        WallState.Overdue or WallState.Returned => StatusTone.Bad,
        WallState.Sent => StatusTone.Waiting,
        _ => StatusTone.Neutral,
    };

    /// <summary>"muộn 3 ngày", "quá hạn 3 ngày"; empty in time.</summary>
    public static string Late(WallCell cell) => cell.DaysLate == 0 ? ""
        : (cell.ArrivedOn is null ? WallTexts.OverdueDays : WallTexts.LateDays).Fill(VietnameseNumber.Format((long)cell.DaysLate));

    /// <summary>"15/BC-UBND, 12/12/2026"; empty before anything came.</summary>
    public static string Document(WallCell cell) => string.Join(
        ", ", new[] { cell.Number, cell.IssuedOn is { } day ? VietnameseDate.Format(day) : null }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>"17/12/2026", with the days of grace.</summary>
    public static string Due(Duty duty) => duty.GraceDays == 0
        ? VietnameseDate.Format(duty.DueOn)
        : WallTexts.DueWithGrace.Fill(VietnameseDate.Format(duty.DueOn), duty.GraceDays);

    /// <summary>Where the newest report of a commune is read; null before anything came.</summary>
    public static string? Url(WallCell cell) => cell switch
    {
        { State: WallState.Outside, OutsideId: { } outside } => $"/theo-doi/ngoai-cong/{outside}",
        { DeliveryId: { } delivery } => $"/tiep-nhan/{delivery}",
        _ => null,
    };
}
