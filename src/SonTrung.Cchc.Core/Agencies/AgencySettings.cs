using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Register;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>How an agency works; one row each, missing for the usual way.</summary>
public sealed class AgencySettings : AgencyEntity
{
    /// <summary>Reports pass through "Chờ kiểm tra" before they are signed (Điều 12).</summary>
    public bool ChecksBeforeSigning { get; set; }

    /// <summary>Where reminders go by e-mail; null for nowhere.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>Who gives the numbers of outgoing documents (Điều 15).</summary>
    public NumberSource NumberSource { get; set; }

    /// <summary>Whether all kinds of outgoing documents share one series of numbers.</summary>
    public NumberScope NumberScope { get; set; }
}

/// <summary>How the whole portal works; at most one row, missing for the usual way.</summary>
public sealed class PortalSettings : Entity, IVersioned
{
    /// <summary>Largest file accepted when nothing is set, megabytes.</summary>
    public const int DefaultMaxUploadMegabytes = 20;

    /// <summary>The usual due day: 17/12.</summary>
    public const int DefaultDueDay = 17;

    /// <summary>Its month.</summary>
    public const int DefaultDueMonth = 12;

    /// <summary>Longest support line, characters.</summary>
    public const int SupportLength = 300;

    /// <summary>Largest file accepted, megabytes, 1–200.</summary>
    public int MaxUploadMegabytes { get; set; } = DefaultMaxUploadMegabytes;

    /// <summary>Production keeps signing certificates for their owners: the system administrator's decision.</summary>
    public bool KeepsCertificates { get; set; }

    /// <summary>Longest decision, characters.</summary>
    public const int DecisionLength = 300;

    /// <summary>By which decision (number, date, who signed it) or for which reason keeping was allowed or ended; null while nobody decided.</summary>
    public string? KeepingDecision { get; set; }

    /// <summary>Who recorded it.</summary>
    public string? KeepingDecidedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime? KeepingDecidedUtc { get; set; }

    /// <summary>Whom to ask, shown on sign-in and error pages.</summary>
    public string? SupportLine { get; set; }

    /// <summary>The day by which a year's report is due where no request says otherwise.</summary>
    public int DueDay { get; set; } = DefaultDueDay;

    /// <summary>Its month; from January to March it is of the year after.</summary>
    public int DueMonth { get; set; } = DefaultDueMonth;

    /// <summary>Days after it on which nobody is called late yet.</summary>
    public int GraceDays { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; private set; }

    /// <summary>The day by which the report of a year is due where no request says otherwise.</summary>
    public DateOnly DueOn(int year)
    {
        var dueYear = DueMonth <= 3 ? year + 1 : year;
        return new DateOnly(dueYear, DueMonth, Math.Min(DueDay, DateTime.DaysInMonth(dueYear, DueMonth)));
    }
}
