using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The departments' figures for one report are asked for (thu thập số liệu): until when, and from whom.</summary>
public sealed class DataCollection : AgencyEntity
{
    /// <summary>Longest note, characters.</summary>
    public const int NoteLength = 1000;

    /// <summary>The report; one collection each.</summary>
    public required long ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>The last day, included; what is entered later is marked late.</summary>
    public required DateOnly ClosesOn { get; set; }

    /// <summary>What the departments are asked for.</summary>
    public string? Note { get; set; }

    /// <summary>Who owes.</summary>
    public List<DepartmentConfirmation> Departments { get; } = [];
}

/// <summary>A department's word that its figures are complete (Đã xác nhận đủ số liệu).</summary>
public sealed class DepartmentConfirmation : AgencyEntity
{
    /// <summary>The collection.</summary>
    public required long CollectionId { get; init; }

    /// <summary>The department that owes.</summary>
    public required long DepartmentId { get; init; }

    /// <summary>The department that owes.</summary>
    public Department? Department { get; init; }

    /// <summary>When it was confirmed (UTC); null while it is owed.</summary>
    public DateTime? ConfirmedUtc { get; set; }

    /// <summary>Who confirmed.</summary>
    public long? ConfirmedById { get; set; }

    /// <summary>The name of that day.</summary>
    public string? ConfirmedBy { get; set; }
}
