using System.Globalization;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Home;

/// <summary>What needs a person, in words and with the page where it is done.</summary>
internal static class DeskTexts
{
    /// <summary>What it asks for.</summary>
    public static string Text(DeskItem item) =>
        Named("Desk", item).Fill(item.Period is { } period ? PeriodWords.Name(period) : item.Year, item.Count, item.Name);

    /// <summary>The act, for its button.</summary>
    public static string Act(DeskItem item) => Named("DeskAct", item);

    /// <summary>Until when; empty without a day.</summary>
    public static string Due(DeskItem item, DateOnly today) => item.DueOn switch
    {
        null => "",
        { } day when item.Stage == EndingStage.Ended => HomeTexts.DeskEnded.Fill(VietnameseDate.Format(day)),
        { } day when item.Stage is not null => HomeTexts.DeskEnds.Fill(VietnameseDate.Format(day), day.DayNumber - today.DayNumber),
        { } day when day < today => HomeTexts.DeskOverdue.Fill(VietnameseDate.Format(day)),
        { } day => HomeTexts.DeskDue.Fill(VietnameseDate.Format(day)),
    };

    /// <summary>How urgent an end is, as a tone; null for what has no stages.</summary>
    public static StatusTone? Tone(DeskItem item) => item.Stage switch
    {
        null => null,
        EndingStage.SixtyDays => StatusTone.Neutral,
        EndingStage.ThirtyDays => StatusTone.Waiting,
        _ => StatusTone.Bad,
    };

    /// <summary>The page where it is done.</summary>
    public static string Url(DeskItem item) => item switch
    {
        { Place: DeskPlace.OwnCertificate } => "/chung-thu-so/ca-nhan",
        { Place: DeskPlace.OrganisationCertificate } => "/chung-thu-so/co-quan",
        { Place: DeskPlace.Seal } => "/quan-tri/chu-ky-so",
        { Place: DeskPlace.Signers } => "/quan-tri/nguoi-ky",
        { DeliveryId: { } delivery } => $"/tiep-nhan/{delivery}",
        { Kind: DeskItemKind.DeliveriesToReceive } => "/tiep-nhan",
        { Kind: DeskItemKind.ReportReminder } => "/phai-nop",
        { Kind: DeskItemKind.FiguresOwed } => $"/bao-cao/{item.ReportId}/thu-thap",
        { Kind: DeskItemKind.CommentsToAnswer } => $"/bao-cao/{item.ReportId}#y-kien",
        { ReportId: { } report } => $"/bao-cao/{report}",
        _ => "/bao-cao",
    };

    private static string Named(string prefix, DeskItem item) =>
        HomeTexts.ResourceManager.GetString($"{prefix}{item.Kind}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {item.Kind}.");
}
