using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.SentencePatterns;

/// <summary>Mẫu câu: how the report tells of results.</summary>
[RequirePermission(Permission.ViewCatalogues)]
[Route("danh-muc/mau-cau")]
public sealed class SentencePatternsController(SentencePatternService patterns) : Controller
{
    /// <summary>The common patterns and the own ones.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(new PatternList(await patterns.ListAsync(cancellation), User.May(Permission.Administer), patterns.IsOwn));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<SentencePattern>(
        new TableExport<SentencePattern>(PatternTexts.Title, "mau-cau")
            .Text(PatternTexts.ColumnFor, 40, PatternWords.Of)
            .Text(PatternTexts.Text, 70, row => row.Text)
            .Text(PatternTexts.ColumnExample, 70, row => PatternCheck.Try(row.Text).Sentences is [var first, ..] ? first : null)
            .Text(PatternTexts.ColumnOwner, 16, row => row.AgencyId is null ? PatternTexts.Common : PatternTexts.OwnAgency),
        await patterns.ListAsync(cancellation));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.Administer)]
    public Task<IActionResult> Create(CancellationToken cancellation) =>
        FormAsync(null, new PatternForm { FormKey = Guid.NewGuid(), Position = 1, Text = Core.Reports.SentencePatterns.Default }, cancellation);

    /// <summary>Enters an own pattern.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.Administer)]
    public async Task<IActionResult> Create(PatternForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(null, form, await patterns.CreateAsync(form.FormKey, form.ToInput(), cancellation), cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of an own pattern.</summary>
    [HttpGet("{id:long}")]
    [RequirePermission(Permission.Administer)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await patterns.FindAsync(id, cancellation) is { } row && patterns.IsOwn(row) ? await FormAsync(row, PatternForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes an own pattern.</summary>
    [HttpPost("{id:long}")]
    [RequirePermission(Permission.Administer)]
    public async Task<IActionResult> Edit(long id, PatternForm form, CancellationToken cancellation)
    {
        if (await patterns.FindAsync(id, cancellation) is not { } row || !patterns.IsOwn(row))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await AnswerAsync(row, form, await patterns.UpdateAsync(id, form.Version, form.ToInput(), cancellation), cancellation)
            : await FormAsync(row, form, cancellation);
    }

    /// <summary>Takes an own pattern out.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.Administer)]
    public async Task<IActionResult> Remove(long id, Guid version, CancellationToken cancellation)
    {
        switch (await patterns.RemoveAsync(id, version, cancellation))
        {
            case SetupOutcome.NotFound:
                return NotFound();
            case SetupOutcome.Done:
                this.Notice(PatternTexts.Removed);
                return RedirectToAction(nameof(Index));
            case SetupOutcome.Needed:
                this.Notice(PatternTexts.LastOne, NoticeKind.Warning);
                return RedirectToAction(nameof(Edit), new { id });
            default:
                this.Notice(SharedTexts.SavedByAnother, NoticeKind.Warning);
                return RedirectToAction(nameof(Edit), new { id });
        }
    }

    /// <summary>What the typed text makes of the sample data, as a piece of the page.</summary>
    [HttpPost("xem-thu")]
    [RequirePermission(Permission.Administer)]
    public IActionResult Preview(PatternForm form) => PartialView("_Trial", Trial(form));

    private static PatternTrial? Trial(PatternForm form) => form.Text is { Length: > 0 and <= SentencePattern.TextLength } text ? PatternCheck.Try(text) : null;

    private async Task<IActionResult> AnswerAsync(SentencePattern? row, PatternForm form, PatternResult result, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(PatternTexts.Saved);
                return RedirectToAction(nameof(Index));
            case SetupOutcome.NotFound:
                return NotFound();
            case SetupOutcome.Needed:
                ModelState.AddModelError(Field(nameof(form.Text)), PatternWords.Problem(result.Trial!));
                break;
            case SetupOutcome.ChoiceWrong:
                ModelState.AddModelError("", PatternTexts.ChoiceWrong);
                break;
            default:
                ModelState.AddModelError("", SharedTexts.SavedByAnother);
                form.Version = row!.Version;
                ModelState.Remove(Field(nameof(form.Version)));
                break;
        }

        return await FormAsync(row, form, cancellation);
    }

    private static string Field(string name) => $"{nameof(PatternEditor.Form)}.{name}";

    private async Task<IActionResult> FormAsync(SentencePattern? row, PatternForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new PatternEditor(
            row, form, await patterns.ChannelsAsync(cancellation), await patterns.TopicsAsync(cancellation), Trial(form)));
    }
}

/// <summary>Mẫu câu.</summary>
public sealed class PatternForm
{
    /// <summary>The key of a new pattern's form.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>For this channel alone.</summary>
    [Display(Name = nameof(PatternTexts.Channel), ResourceType = typeof(PatternTexts))]
    public long? ChannelId { get; set; }

    /// <summary>For this topic alone.</summary>
    [Display(Name = nameof(PatternTexts.Topic), ResourceType = typeof(PatternTexts), Description = nameof(PatternTexts.TopicHint))]
    public long? TopicId { get; set; }

    /// <summary>The text with tokens.</summary>
    [Required, StringLength(SentencePattern.TextLength)]
    [Display(Name = nameof(PatternTexts.Text), ResourceType = typeof(PatternTexts), Description = nameof(PatternTexts.TextHint))]
    public string Text { get; set; } = "";

    /// <summary>Its place among its like.</summary>
    [Required, Range(0, 1000)]
    [Display(Name = nameof(PatternTexts.Position), ResourceType = typeof(PatternTexts), Description = nameof(PatternTexts.PositionHint))]
    public int? Position { get; set; }

    internal static PatternForm Of(SentencePattern row) => new()
    {
        Version = row.Version,
        ChannelId = row.ChannelId,
        TopicId = row.TopicId,
        Text = row.Text,
        Position = row.Position,
    };

    internal SentencePatternInput ToInput() => new(ChannelId, TopicId, Position ?? 0, Text);
}

/// <summary>The patterns.</summary>
/// <param name="Rows">The patterns.</param>
/// <param name="MayEdit">Whether the person writes patterns.</param>
/// <param name="IsOwn">Which of them.</param>
public sealed record PatternList(IReadOnlyList<SentencePattern> Rows, bool MayEdit, Func<SentencePattern, bool> IsOwn);

/// <summary>The form of a pattern.</summary>
/// <param name="Row">The pattern; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Channels">The channels to choose from.</param>
/// <param name="Topics">The topics to choose from.</param>
/// <param name="Trial">How it does on the sample data.</param>
public sealed record PatternEditor(
    SentencePattern? Row, PatternForm Form, IReadOnlyList<Choice> Channels, IReadOnlyList<Choice> Topics, PatternTrial? Trial);

/// <summary>The words of patterns.</summary>
internal static class PatternWords
{
    /// <summary>What is wrong with a pattern, naming the words.</summary>
    public static string Problem(PatternTrial trial) => trial.Problem switch
    {
        PatternProblem.Unbalanced => PatternTexts.Unbalanced.Fill(trial.Words),
        PatternProblem.UnknownToken => PatternTexts.UnknownToken.Fill(trial.Words),
        PatternProblem.ContentMissing => PatternTexts.ContentMissing,
        PatternProblem.FiguresMissing => PatternTexts.FiguresMissing,
        PatternProblem.FigureLost => PatternTexts.FigureLost,
        PatternProblem.EndsWithMark => PatternTexts.EndsWithMark,
        PatternProblem.DoubleSpace => PatternTexts.DoubleSpace,
        PatternProblem.TokenTwice => PatternTexts.TokenTwice,
        PatternProblem.RunsTogether => PatternTexts.RunsTogether,
        PatternProblem.Faulty => PatternTexts.Faulty.Fill(string.Join(" ", trial.Findings.Select(finding => finding.Message).Distinct())),
        _ => "",
    };

    /// <summary>For which results a pattern is.</summary>
    public static string Of(SentencePattern row) => string.Join(", ", new[] { row.Channel?.DisplayName, row.Topic?.DisplayName }.OfType<string>()) is { Length: > 0 } named
        ? named
        : PatternTexts.Everything;

    /// <summary>What a token prints.</summary>
    public static string Meaning(string token) => token switch
    {
        PatternTokens.Content => PatternTexts.TokenContent,
        PatternTokens.Figures => PatternTexts.TokenFigures,
        PatternTokens.MainFigure => PatternTexts.TokenMainFigure,
        PatternTokens.OtherFigures => PatternTexts.TokenOtherFigures,
        PatternTokens.Activities => PatternTexts.TokenActivities,
        PatternTokens.Days => PatternTexts.TokenDays,
        PatternTokens.Places => PatternTexts.TokenPlaces,
        PatternTokens.Departments => PatternTexts.TokenDepartments,
        _ => PatternTexts.TokenChannels,
    };
}
