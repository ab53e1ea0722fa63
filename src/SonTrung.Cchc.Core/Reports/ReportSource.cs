using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Shortcomings;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>All that a report is composed from: the year's data and what is printed around them on the document's date.</summary>
public sealed record ReportSource
{
    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>The outline with its elements.</summary>
    public required OutlineTemplate Outline { get; init; }

    /// <summary>The agency as printed on the document's date.</summary>
    public required AgencyProfile Profile { get; init; }

    /// <summary>Who signs on the document's date.</summary>
    public required Signer Signer { get; init; }

    /// <summary>For a report typed in again from paper: what the paper says around the text.</summary>
    public OldReports.PaperHead? Paper { get; init; }

    /// <summary>The report's own Kính gửi and Nơi nhận; a list without lines is the letterhead's.</summary>
    public IReadOnlyList<ReportRecipient> Recipients { get; init; } = [];

    /// <summary>What the opening sentence cites, in order.</summary>
    public required IReadOnlyList<ReportBasis> Bases { get; init; }

    /// <summary>The plan's lines with documents, targets and channels.</summary>
    public required IReadOnlyList<PlanItem> PlanItems { get; init; }

    /// <summary>The year's activities with their figures.</summary>
    public required IReadOnlyList<PropagandaActivity> Activities { get; init; }

    /// <summary>The departments.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>The year's shortcomings.</summary>
    public required IReadOnlyList<Shortcoming> Shortcomings { get; init; }

    /// <summary>How results are told.</summary>
    public SentencePatterns Patterns { get; init; } = SentencePatterns.None;

    /// <summary>Directions and tasks of the next year.</summary>
    public required IReadOnlyList<NextYearTask> NextYearTasks { get; init; }

    /// <summary>Phụ lục: one row per plan line.</summary>
    public bool HasPlanAppendix { get; init; }

    /// <summary>A second appendix: the list of all activities, each with its channel.</summary>
    public bool HasActivityAppendix { get; init; }

    /// <summary>What proves the activities, by their keys; only read for appendices.</summary>
    public IReadOnlyDictionary<long, ActivityEvidence> Evidence { get; init; } = new Dictionary<long, ActivityEvidence>();

    /// <summary>What proves an activity.</summary>
    public ActivityEvidence EvidenceOf(long activityId) => Evidence.GetValueOrDefault(activityId, ActivityEvidence.None);
}
