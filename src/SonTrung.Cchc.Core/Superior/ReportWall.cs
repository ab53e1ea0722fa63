using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>What a commune owes for a period, and until when.</summary>
/// <param name="DueOn">The last day on which it comes in time.</param>
/// <param name="GraceDays">Days after it on which nobody is called late yet.</param>
/// <param name="RequestId">The request; null for the usual day of the portal.</param>
public sealed record Duty(DateOnly DueOn, int GraceDays, long? RequestId)
{
    /// <summary>The last day on which it is not called late.</summary>
    public DateOnly LateAfter => DueOn.AddDays(GraceDays);
}

/// <summary>How far a report is, as the office that waits for it sees it.</summary>
public enum WallState
{
    /// <summary>Nobody asks for it.</summary>
    NotAsked,

    /// <summary>Chưa nộp, còn hạn.</summary>
    NotYet,

    /// <summary>Chưa nộp, quá hạn. Late is never locked.</summary>
    Overdue,

    /// <summary>Chờ tiếp nhận.</summary>
    Sent,

    /// <summary>Đã tiếp nhận.</summary>
    Received,

    /// <summary>Đã trả lại, chờ báo cáo thay thế.</summary>
    Returned,

    /// <summary>Đã nhận, gửi ngoài cổng.</summary>
    Outside,
}

/// <summary>A report delivered through the portal.</summary>
internal sealed record ArrivedReport(
    long DeliveryId, long CommuneId, RequestedPeriod Period, ReportStatus Report, int? Number, string? Symbol, DateOnly? IssuedOn, DateTime SentUtc, DeliveryStatus Status)
{
    public DateOnly Day => VietnamTime.DayOf(SentUtc);
}

/// <summary>One commune and one period on the wall.</summary>
/// <param name="CommuneId">The commune.</param>
/// <param name="Period">The period.</param>
/// <param name="State">How far it is.</param>
public sealed record WallCell(long CommuneId, RequestedPeriod Period, WallState State)
{
    /// <summary>What is owed; null when nobody asks.</summary>
    public Duty? Duty { get; init; }

    /// <summary>The day on which a report first came.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>Days after the last day, grace included, on which it came, or that it is owed since; 0 in time.</summary>
    public int DaysLate { get; init; }

    /// <summary>The newest delivery through the portal.</summary>
    public long? DeliveryId { get; init; }

    /// <summary>The newest report from outside the portal.</summary>
    public long? OutsideId { get; init; }

    /// <summary>Number and symbol of the newest report.</summary>
    public string? Number { get; init; }

    /// <summary>The newest report's date.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Why it is late, in the commune's words.</summary>
    public string? LateReason { get; init; }

    /// <summary>Whether a report is there that nobody returned.</summary>
    public bool IsIn => State is WallState.Sent or WallState.Received or WallState.Outside;

    /// <summary>Whether the commune still has to do something.</summary>
    public bool IsOwed => State is WallState.NotYet or WallState.Overdue or WallState.Returned;
}

/// <summary>The rules of the wall; pure.</summary>
internal static class WallRules
{
    /// <summary>A year that no request names is owed by the usual day; one that was due longer ago than this many days is not asked for any more.</summary>
    public const int UsualDutyDays = 180;

    /// <summary>And one whose day lies further ahead than this many days is not asked for yet: the year before is what everybody looks at.</summary>
    public const int UsualNoticeDays = 90;

    /// <summary>What a commune owes: the newest request for the period decides; where there is none, the usual day of a year.</summary>
    /// <param name="period">The period.</param>
    /// <param name="requests">All requests of the office.</param>
    /// <param name="communeId">The commune.</param>
    /// <param name="usual">The usual duty; null when the commune does not report to the office or the day is too far.</param>
    public static Duty? DutyOf(RequestedPeriod period, IReadOnlyList<ReportRequest> requests, long communeId, Duty? usual)
    {
        var asked = requests.Where(request => request.Period == period).ToList();
        var named = asked.Where(request => request.Communes.Exists(row => row.CommuneId == communeId)).OrderBy(request => request.IssuedOn).ThenBy(request => request.Id).LastOrDefault();
        return named is not null ? new Duty(named.DueOn, named.GraceDays, named.Id) : asked.Count == 0 ? usual : null;
    }

    /// <summary>The usual duty of a year on a day.</summary>
    public static Duty? Usual(RequestedPeriod period, PortalSettings settings, DateOnly today, Func<DateOnly, bool> reportsOn)
    {
        var due = period.Kind == PeriodKind.Year ? settings.DueOn(period.Year) : (DateOnly?)null;
        return due is { } day && today.DayNumber - day.DayNumber is >= -UsualNoticeDays and <= UsualDutyDays && reportsOn(day) ? new Duty(day, settings.GraceDays, null) : null;
    }

    /// <summary>How far a commune is with a period.</summary>
    public static WallCell Judge(
        long communeId, RequestedPeriod period, Duty? duty, IEnumerable<ArrivedReport> delivered, IEnumerable<OutsideReport> outside, string? lateReason, DateOnly today)
    {
        var sent = delivered.Where(row => row.Report != ReportStatus.Recalled).OrderBy(row => row.DeliveryId).ToList();
        var other = outside.OrderBy(row => row.ArrivedOn).ThenBy(row => row.Id).ToList();
        var (last, lastOther) = (sent.LastOrDefault(), other.LastOrDefault());
        var arrived = sent.Select(row => row.Day).Concat(other.Select(row => row.ArrivedOn)).Order().Select(day => (DateOnly?)day).FirstOrDefault();
        var state = last switch
        {
            { Status: DeliveryStatus.Acknowledged } => WallState.Received,
            { Status: DeliveryStatus.Sent } => WallState.Sent,
            // What came on another way after a return answers it.
            { } when lastOther is null || lastOther.ArrivedOn < last.Day => WallState.Returned,
            _ when lastOther is not null => WallState.Outside,
            _ when duty is null => WallState.NotAsked,
            _ => today > duty!.LateAfter ? WallState.Overdue : WallState.NotYet,
        };
        return new WallCell(communeId, period, state)
        {
            Duty = duty,
            ArrivedOn = arrived,
            DaysLate = duty is null ? 0 : Math.Max(0, (arrived ?? today).DayNumber - duty.LateAfter.DayNumber),
            DeliveryId = last?.DeliveryId,
            OutsideId = lastOther?.Id,
            Number = state == WallState.Outside ? lastOther!.Number : last?.Number is { } number ? $"{number:00}/{last.Symbol}" : null,
            IssuedOn = state == WallState.Outside ? lastOther!.IssuedOn : last?.IssuedOn,
            LateReason = lateReason,
        };
    }
}

/// <summary>Communes × periods of one office.</summary>
/// <param name="Periods">The periods, newest first.</param>
/// <param name="Rows">The communes, in the order of the alphabet.</param>
/// <param name="Today">The day that it was judged on.</param>
public sealed record ReportWall(IReadOnlyList<WallPeriod> Periods, IReadOnlyList<WallRow> Rows, DateOnly Today)
{
    /// <summary>All periods of the office, newest first, also those that are not on this wall.</summary>
    public IReadOnlyList<RequestedPeriod> Known { get; init; } = [];

    /// <summary>
    /// The same wall with a part of its rows; what is counted above stays that of all communes. Who owes nothing in these periods is shown only when looked for by name.
    /// </summary>
    public ReportWall Only(string? search = null, WallState? state = null)
    {
        var key = SearchKey.Of(search);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return this with
        {
            Rows = Rows.Where(row => words.All(word => SearchKey.Of(row.Name).Contains(word, StringComparison.Ordinal)))
                .Where(row => words.Length > 0 || row.Cells.Any(cell => cell.State != WallState.NotAsked))
                .Where(row => state is null || row.Cells.Any(cell => cell.State == state)).ToList(),
        };
    }
}

/// <summary>A period on the wall.</summary>
/// <param name="Period">The period.</param>
/// <param name="Duty">What most communes owe; null when nobody is asked.</param>
/// <param name="Counts">How many communes are how far.</param>
/// <param name="Late">Reports that came late, or are owed and late.</param>
public sealed record WallPeriod(RequestedPeriod Period, Duty? Duty, IReadOnlyDictionary<WallState, int> Counts, int Late)
{
    /// <summary>Communes in a state.</summary>
    public int Of(WallState state) => Counts.GetValueOrDefault(state);

    /// <summary>Communes that are asked, or reported unasked.</summary>
    public int Asked => Counts.Where(row => row.Key != WallState.NotAsked).Sum(row => row.Value);

    /// <summary>Communes whose report is there.</summary>
    public int In => Of(WallState.Sent) + Of(WallState.Received) + Of(WallState.Outside);

    /// <summary>Communes that still have to do something.</summary>
    public int Owed => Of(WallState.NotYet) + Of(WallState.Overdue) + Of(WallState.Returned);
}

/// <summary>A commune on the wall.</summary>
/// <param name="CommuneId">The commune.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cells">Its periods, in the wall's order.</param>
public sealed record WallRow(long CommuneId, string Name, IReadOnlyList<WallCell> Cells);
