using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Inbox;

/// <summary>The words of the inbox.</summary>
internal static class InboxWords
{
    /// <summary>How promptly a report was answered, or how long it has waited; null where nobody waits any more.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="today">The day in Việt Nam.</param>
    public static string? Promptness(DeliveryRow row, DateOnly today) => (row.DaysTaken(today), row.AnsweredUtc) switch
    {
        (null, _) => null,
        (0, null) => InboxTexts.ArrivedToday,
        ({ } days, null) => InboxTexts.WaitingForDays.Fill(days),
        (0, _) => InboxTexts.AnsweredSameDay,
        ({ } days, _) => InboxTexts.AnsweredAfterDays.Fill(days),
    };
}
