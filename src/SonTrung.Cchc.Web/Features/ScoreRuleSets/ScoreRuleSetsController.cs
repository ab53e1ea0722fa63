using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.ScoreRuleSets;

/// <summary>Bộ tiêu chí chấm điểm CCHC.</summary>
[RequirePermission(Permission.ManageSystem)]
[Route(List)]
public sealed class ScoreRuleSetsController(ScoreRuleSetService sets, TimeProvider time) : Controller
{
    private const string List = "quan-tri/bo-tieu-chi";

    /// <summary>All sets.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await sets.ListAsync(cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<ScoreRuleSet>(
        new TableExport<ScoreRuleSet>(RuleSetTexts.Title, "bo-tieu-chi")
            .Text(RuleSetTexts.Name, 50, row => row.Name)
            .Text(RuleSetTexts.Source, 60, row => row.Source)
            .Number(RuleSetTexts.FirstYear, 10, row => row.FirstYear)
            .Number(RuleSetTexts.LastYear, 10, row => row.LastYear),
        await sets.ListAsync(cancellation));

    /// <summary>A set with its form.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await sets.FindAsync(id, cancellation) is { } row ? await FormAsync(row, RuleSetForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a set.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Edit(long id, RuleSetForm form, CancellationToken cancellation)
    {
        if (await sets.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(row, form, cancellation);
        }

        switch ((await sets.UpdateAsync(id, form.Version, form.ToInput(), cancellation)).Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(RuleSetTexts.Saved);
                return RedirectToAction(nameof(Edit), new { id });
            case SetupOutcome.EndsBeforeStart:
                ModelState.AddModelError(Field(nameof(form.LastYear)), RuleSetTexts.EndsBeforeStart.Fill(row.FirstYear));
                break;
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError("", RuleSetTexts.DoesNotFit);
                break;
            default:
                ModelState.AddModelError("", SharedTexts.SavedByAnother);
                form.Version = row.Version;
                ModelState.Remove(Field(nameof(form.Version)));
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    /// <summary>Copies a set for other years.</summary>
    [HttpPost("{id:long}/sao")]
    public async Task<IActionResult> Copy(long id, Guid formKey, int? firstYear, CancellationToken cancellation)
    {
        var result = await sets.CopyAsync(id, formKey, firstYear ?? 0, cancellation);
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(RuleSetTexts.Copied);
                return RedirectToAction(nameof(Edit), new { id = result.Id });
            case SetupOutcome.NotFound:
                return NotFound();
            default:
                return this.WrongState(new RefusalPage(
                    RuleSetTexts.CopyRefused,
                    result.Outcome == SetupOutcome.Overlaps ? RuleSetTexts.YearTaken : RuleSetTexts.YearUnknown,
                    RuleSetTexts.Title,
                    $"/{List}/{id}"));
        }
    }

    private static string Field(string name) => $"{nameof(RuleSetEditor.Form)}.{name}";

    private async Task<IActionResult> FormAsync(ScoreRuleSet row, RuleSetForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        form.AddSpareRows(row);
        return View("Edit", new RuleSetEditor(row, form, await sets.ChannelsAsync(cancellation), time.Today().Year + 1));
    }
}

/// <summary>Bộ tiêu chí.</summary>
public sealed class RuleSetForm
{
    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>Its name in lists.</summary>
    [Required, StringLength(ScoreRuleSet.NameLength)]
    [Display(Name = nameof(RuleSetTexts.Name), ResourceType = typeof(RuleSetTexts))]
    public string Name { get; set; } = "";

    /// <summary>The document.</summary>
    [Required, StringLength(ScoreRuleSet.SourceLength)]
    [Display(Name = nameof(RuleSetTexts.Source), ResourceType = typeof(RuleSetTexts), Description = nameof(RuleSetTexts.SourceHint))]
    public string Source { get; set; } = "";

    /// <summary>The last reporting year.</summary>
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    [Display(Name = nameof(RuleSetTexts.LastYear), ResourceType = typeof(RuleSetTexts), Description = nameof(RuleSetTexts.LastYearHint))]
    public int? LastYear { get; set; }

    /// <summary>Its criteria.</summary>
    public List<CriterionForm> Criteria { get; set; } = [];

    internal static RuleSetForm Of(ScoreRuleSet row) => new()
    {
        Version = row.Version,
        Name = row.Name,
        Source = row.Source,
        LastYear = row.LastYear,
        Criteria = row.Criteria.Select(criterion => new CriterionForm
        {
            Id = criterion.Id,
            Name = criterion.Name,
            MaxPoints = criterion.MaxPoints,
            NeedsEvidence = criterion.NeedsEvidence,
            Steps = criterion.Steps.Select(step => new StepForm { FromPercent = step.FromPercent, Points = step.Points }).ToList(),
            Parts = criterion.Parts.Select(part => new PartForm
            {
                Id = part.Id,
                Name = part.Name,
                Points = part.Points,
                Mode = part.Mode,
                MinForms = part.MinForms,
                ChannelIds = part.Channels.Select(channel => channel.ChannelId).ToList(),
            }).ToList(),
        }).ToList(),
    };

    internal ScoreRuleSetInput ToInput() => new(Name, Source, LastYear, Criteria.ConvertAll(criterion => new ScoreCriterionInput
    {
        Id = criterion.Id,
        Name = criterion.Name,
        MaxPoints = criterion.MaxPoints ?? 0,
        NeedsEvidence = criterion.NeedsEvidence,
        Steps = criterion.Steps.Where(step => step.FromPercent is not null).Select(step => (step.FromPercent!.Value, step.Points)).ToList(),
        Parts = criterion.Parts.ConvertAll(part =>
            new ScorePartInput(part.Id, part.Name ?? "", part.Points ?? 0, part.Mode, part.MinForms ?? 1, part.ChannelIds)),
    }));

    /// <summary>An empty threshold and an empty group below each criterion that has some.</summary>
    internal void AddSpareRows(ScoreRuleSet row)
    {
        foreach (var criterion in Criteria)
        {
            var kind = row.Criteria.Find(stored => stored.Id == criterion.Id)?.Kind;
            if (kind == ScoreKind.PlanShare && criterion.Steps.TrueForAll(step => step.FromPercent is not null))
            {
                criterion.Steps.Add(new StepForm());
            }
            else if (kind == ScoreKind.ChannelVariety && criterion.Parts.TrueForAll(part => !string.IsNullOrWhiteSpace(part.Name)))
            {
                criterion.Parts.Add(new PartForm { MinForms = 1 });
            }
        }
    }
}

/// <summary>Tiêu chí.</summary>
public sealed class CriterionForm
{
    /// <summary>Its key.</summary>
    public long Id { get; set; }

    /// <summary>Its name.</summary>
    [Required, StringLength(ScoreCriterion.NameLength)]
    [Display(Name = nameof(RuleSetTexts.CriterionName), ResourceType = typeof(RuleSetTexts))]
    public string Name { get; set; } = "";

    /// <summary>The most points; of a group the sum of its parts.</summary>
    [Range(0d, ScoreCriterion.MostPoints)]
    [Display(Name = nameof(RuleSetTexts.MaxPoints), ResourceType = typeof(RuleSetTexts))]
    public decimal? MaxPoints { get; set; }

    /// <summary>Only what has evidence counts.</summary>
    [Display(Name = nameof(RuleSetTexts.NeedsEvidence), ResourceType = typeof(RuleSetTexts))]
    public bool NeedsEvidence { get; set; }

    /// <summary>Its thresholds.</summary>
    public List<StepForm> Steps { get; set; } = [];

    /// <summary>Its groups of forms.</summary>
    public List<PartForm> Parts { get; set; } = [];
}

/// <summary>Mức điểm.</summary>
public sealed class StepForm
{
    /// <summary>From how many percent.</summary>
    [Range(0d, 100)]
    [Display(Name = nameof(RuleSetTexts.FromPercent), ResourceType = typeof(RuleSetTexts))]
    public decimal? FromPercent { get; set; }

    /// <summary>The points; empty for the share.</summary>
    [Range(0d, ScoreCriterion.MostPoints)]
    [Display(Name = nameof(RuleSetTexts.Points), ResourceType = typeof(RuleSetTexts))]
    public decimal? Points { get; set; }
}

/// <summary>Nhóm hình thức.</summary>
public sealed class PartForm
{
    /// <summary>Its key; 0 for a new one.</summary>
    public long Id { get; set; }

    /// <summary>Its name; empty to take it out.</summary>
    [StringLength(ScoreCriterion.NameLength)]
    [Display(Name = nameof(RuleSetTexts.PartName), ResourceType = typeof(RuleSetTexts))]
    public string? Name { get; set; }

    /// <summary>Its points.</summary>
    [Range(0d, ScoreCriterion.MostPoints)]
    [Display(Name = nameof(RuleSetTexts.Points), ResourceType = typeof(RuleSetTexts))]
    public decimal? Points { get; set; }

    /// <summary>Its class of channels.</summary>
    [Display(Name = nameof(RuleSetTexts.Mode), ResourceType = typeof(RuleSetTexts))]
    public ChannelMode Mode { get; set; }

    /// <summary>How many different forms it takes.</summary>
    [Range(1, 50)]
    [Display(Name = nameof(RuleSetTexts.MinForms), ResourceType = typeof(RuleSetTexts))]
    public int? MinForms { get; set; }

    /// <summary>The channels that count.</summary>
    public List<long> ChannelIds { get; set; } = [];
}

/// <summary>The form of a set.</summary>
/// <param name="Row">The set.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Channels">The channels to choose from.</param>
/// <param name="NextYear">The year offered for a copy.</param>
public sealed record RuleSetEditor(ScoreRuleSet Row, RuleSetForm Form, IReadOnlyList<Choice> Channels, int NextYear);
