using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Web.Features.Api;

/// <summary>Reports, newest first.</summary>
/// <param name="Items">The reports.</param>
/// <param name="Next">The address of the next page; null after the last.</param>
internal sealed record ApiReports(IReadOnlyList<ApiReport> Items, string? Next);

/// <summary>A report without its content.</summary>
internal sealed record ApiReport
{
    public required long Id { get; init; }

    public required ExportedAgency Agency { get; init; }

    public required int Year { get; init; }

    public required int Revision { get; init; }

    public required ReportStatus Status { get; init; }

    public int? Number { get; init; }

    public string? Symbol { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>When it came to the own office; null for a report of one's own.</summary>
    public DateTime? DeliveredAt { get; init; }

    public required string Self { get; init; }

    public required string Model { get; init; }

    public required string Pdf { get; init; }

    public static ApiReport Of(FeedReport row)
    {
        var self = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ApiProblems.Root}/reports/{row.Id}");
        return new ApiReport
        {
            Id = row.Id,
            Agency = row.Agency,
            Year = row.Year,
            Revision = row.Revision,
            Status = row.Status,
            Number = row.Number,
            Symbol = row.Symbol,
            IssuedOn = row.IssuedOn,
            DeliveredAt = row.DeliveredUtc,
            Self = self,
            Model = $"{self}/model",
            Pdf = $"{self}/pdf",
        };
    }
}

/// <summary>Activities, those first that changed longest ago.</summary>
/// <param name="Items">The activities.</param>
/// <param name="Next">The address of the next page; null after the last.</param>
/// <param name="NextUpdatedSince">From when on to ask the next time: a little before this answer, so that what was being saved is not missed.</param>
internal sealed record ApiActivities(IReadOnlyList<FeedActivity> Items, string? Next, DateTime NextUpdatedSince);

/// <summary>A year's plan with how far it is.</summary>
internal sealed record ApiPlan
{
    public required int Year { get; init; }

    public required string Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public required string Subject { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The day on which it stands like this.</summary>
    public required DateOnly AsOf { get; init; }

    public required ApiPlanSummary Summary { get; init; }

    public required IReadOnlyList<ApiPlanItem> Items { get; init; }

    public static ApiPlan Of(PlanBoard board) => new()
    {
        Year = board.Plan.Year,
        Number = board.Plan.Number,
        IssuedOn = board.Plan.IssuedOn,
        Subject = board.Plan.Subject,
        From = board.Days.From,
        To = board.Days.To,
        AsOf = board.Days.Today,
        Summary = new ApiPlanSummary(board.Summary.Total, board.Summary.Met, board.Summary.OnTrack, board.Summary.AtRisk, board.Summary.Overdue),
        Items = board.Lines.Select(line => new ApiPlanItem
        {
            Id = line.Item.Id,
            Section = line.Item.Section,
            Title = line.Item.Title,
            DepartmentId = line.Item.DepartmentId,
            DueOn = line.Progress.DueOn,
            BudgetDong = line.Item.BudgetDong,
            State = line.Progress.State,
            Activities = line.Progress.Activities,
            ReasonNotDone = line.Item.ReasonNotDone,
            Targets = line.Progress.Targets.Select(target => new ApiTarget
            {
                Kind = target.Target.Kind,
                Indicator = target.Target.Indicator?.Code,
                BaseIndicator = target.Target.BaseIndicator?.Code,
                Target = target.Target.Value,
                Done = Rounded(target.Done),
                Percent = Rounded(target.Percent),
                Forecast = Rounded(target.Forecast),
                State = target.State,
            }).ToList(),
        }).ToList(),
    };

    private static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>The lines of a plan by state.</summary>
internal sealed record ApiPlanSummary(int Total, int Met, int OnTrack, int AtRisk, int Overdue);

/// <summary>A line of a plan.</summary>
internal sealed record ApiPlanItem
{
    public required long Id { get; init; }

    public required PlanSection Section { get; init; }

    public required string Title { get; init; }

    public long? DepartmentId { get; init; }

    public required DateOnly DueOn { get; init; }

    public long? BudgetDong { get; init; }

    public required PlanState State { get; init; }

    /// <summary>Activities that carry it out.</summary>
    public required int Activities { get; init; }

    public string? ReasonNotDone { get; init; }

    public required IReadOnlyList<ApiTarget> Targets { get; init; }
}

/// <summary>A target of a plan line.</summary>
internal sealed record ApiTarget
{
    public required TargetKind Kind { get; init; }

    public string? Indicator { get; init; }

    public string? BaseIndicator { get; init; }

    public decimal? Target { get; init; }

    public decimal? Done { get; init; }

    public decimal? Percent { get; init; }

    public decimal? Forecast { get; init; }

    public required PlanState State { get; init; }
}

/// <summary>The lists that codes and keys are taken from.</summary>
internal sealed record ApiCatalogues
{
    public required IReadOnlyList<ApiPeriod> Periods { get; init; }

    public required IReadOnlyList<ApiChannel> Channels { get; init; }

    public required IReadOnlyList<ApiEntry> Topics { get; init; }

    public required IReadOnlyList<ApiIndicator> Indicators { get; init; }

    public required IReadOnlyList<ApiEntry> Causes { get; init; }

    public required IReadOnlyList<ApiDepartment> Departments { get; init; }
}

/// <summary>A reporting year.</summary>
internal sealed record ApiPeriod(int Year, DateOnly From, DateOnly To);

/// <summary>An entry of a catalogue. <paramref name="Name"/> is everyone's; <paramref name="OwnName"/> what the agency calls it, where that differs.</summary>
internal sealed record ApiEntry(string Code, string Name, string? OwnName, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>A channel.</summary>
internal sealed record ApiChannel(string Code, string Name, string? OwnName, ChannelMode Mode, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>What can be counted.</summary>
internal sealed record ApiIndicator(string Code, string Name, string Unit, string? OwnName, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>A unit of the agency.</summary>
internal sealed record ApiDepartment(long Id, string Name, DateOnly ValidFrom, DateOnly? ValidTo, long? SuccessorId);
