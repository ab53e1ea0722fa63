using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Proposals;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.NextYearTasks;

/// <summary>Phương hướng, nhiệm vụ năm sau.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("phuong-huong-nhiem-vu")]
public sealed class NextYearTasksController(NextYearTaskService tasks, StaleMarks stale) : Controller
{
    private const string ListUrl = "/phuong-huong-nhiem-vu";

    /// <summary>The list of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        NextYearTaskQuery query, [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new NextYearTaskPage(query, await tasks.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), User.May(Permission.EditWork)));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(NextYearTaskQuery query) =>
        new TableResult<NextYearTaskRow>(NextYearTaskTable.Of(query.Year), tasks.StreamAsync(query.ToFilter())) { Filter = WordsAsync(query) };

    /// <summary>The deleted tasks.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Deleted(
        [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new DeletedList(NextYearTaskTexts.ListTitle, ListUrl, await tasks.DeletedAsync(new PageAt(before, after), cancellation)));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> Create([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        FormAsync(null, new NextYearTaskForm { FormKey = Guid.NewGuid(), Year = year ?? 0 }, cancellation);

    /// <summary>Enters a task.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(NextYearTaskForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(null, form, await tasks.CreateAsync(form.FormKey, form.Year, form.ToInput(), cancellation), cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of a task.</summary>
    [HttpGet("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await tasks.FindAsync(id, cancellation) is { } row ? await FormAsync(id, NextYearTaskForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a task.</summary>
    [HttpPost("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, NextYearTaskForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            return await AnswerAsync(id, form, await tasks.UpdateAsync(id, form.Version, form.ToInput(), cancellation), cancellation);
        }

        return await tasks.FindAsync(id, cancellation) is null ? NotFound() : await FormAsync(id, form, cancellation);
    }

    /// <summary>Puts a task one place up among those of its kind.</summary>
    [HttpPost("{id:long}/len")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> MoveUp(long id, Guid version, CancellationToken cancellation) => MoveAsync(id, version, isUp: true, cancellation);

    /// <summary>Puts a task one place down among those of its kind.</summary>
    [HttpPost("{id:long}/xuong")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> MoveDown(long id, Guid version, CancellationToken cancellation) => MoveAsync(id, version, isUp: false, cancellation);

    /// <summary>Deletes a task; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await tasks.DeleteAsync(id, version, cancellation);
        return this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, NextYearTaskTexts.Deleted);
    }

    /// <summary>Brings a deleted task back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await tasks.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, NextYearTaskTexts.Restored);
    }

    /// <summary>The shortcomings that have no task.</summary>
    [HttpGet("de-xuat")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Propose([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        Unanswered(await tasks.UnansweredAsync(year, cancellation), null);

    /// <summary>Makes tasks of shortcomings.</summary>
    [HttpPost("de-xuat")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Propose(NextYearTaskPicks form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Unanswered(await tasks.UnansweredAsync(form.Year, cancellation), form);
        }

        await tasks.AddAnswersAsync(form.FormKey, form.Year, form.Chosen(), cancellation);
        return this.AfterPick(ListUrl, form.Year);
    }

    /// <summary>The tasks of the year before.</summary>
    [HttpGet("lay-tu-nam-truoc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> LastYear([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        await LastYearAsync(await tasks.LastYearAsync(year, cancellation), null, cancellation);

    /// <summary>Copies tasks of the year before.</summary>
    [HttpPost("lay-tu-nam-truoc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> LastYear(NextYearTaskPicks form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await LastYearAsync(await tasks.LastYearAsync(form.Year, cancellation), form, cancellation);
        }

        await tasks.CopyAsync(form.FormKey, form.Year, form.Chosen(), cancellation);
        return this.AfterPick(ListUrl, form.Year);
    }

    private async IAsyncEnumerable<string> WordsAsync(NextYearTaskQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var list = await tasks.ListAsync(query.ToFilter(), PageAt.First, cancellation);
        foreach (var word in query.Words(list))
        {
            yield return word;
        }
    }

    private async Task<IActionResult> MoveAsync(long id, Guid version, bool isUp, CancellationToken cancellation)
    {
        var result = await tasks.MoveAsync(id, version, isUp, cancellation);
        return this.AfterMove(result.Outcome, ListUrl, id, result.Row?.Year);
    }

    private IActionResult Unanswered(UnansweredShortcomings open, NextYearTaskPicks? typed) => this.PickPage(
        new PickPage(
            NextYearTaskTexts.UnansweredTitle.Fill(open.Year),
            $"{NextYearTaskTexts.UnansweredLead} {NextYearTaskTexts.TokenHint}",
            NextYearTaskTexts.UnansweredEmpty,
            $"{ListUrl}/de-xuat",
            $"{ListUrl}?nam={open.Year}",
            typed ?? new NextYearTaskPicks { FormKey = Guid.NewGuid(), Year = open.Year },
            open.Rows.Select(row => new PickCandidate(
                row.Id,
                row.Text,
                ProposalWords.TaskOf(row),
                row.PrintedCause is { } cause ? NextYearTaskTexts.CauseOf.Fill(cause) : null)).ToList())
        {
            Proposals = new ProposalList("/de-xuat/ton-tai", open.Dismissed),
        },
        typed is not null);

    private async Task<IActionResult> LastYearAsync(LastYearTasks last, NextYearTaskPicks? typed, CancellationToken cancellation) => this.PickPage(
        new PickPage(
            SharedTexts.LastYearTitle.Fill(NextYearTaskTexts.ListTitle, last.Year - 1),
            $"{SharedTexts.LastYearLead.Fill(last.Year)} {NextYearTaskTexts.TokenHint}",
            SharedTexts.LastYearEmpty.Fill(last.Year - 1),
            $"{ListUrl}/lay-tu-nam-truoc",
            $"{ListUrl}?nam={last.Year}",
            typed ?? new NextYearTaskPicks { FormKey = Guid.NewGuid(), Year = last.Year },
            PickCandidate.OfLastYear(last.Rows.Select(row => row.Id), await stale.FindAsync(last.Year, last.Rows.Select(row => row.Text).ToList(), cancellation))),
        typed is not null);

    private async Task<IActionResult> AnswerAsync(long? id, NextYearTaskForm form, SaveResult<NextYearTask> result, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(SharedTexts.Saved);
                return LocalRedirect($"{ListUrl}?nam={result.Row?.Year ?? form.Year}");
            case SaveOutcome.UnknownChoice:
                ModelState.AddModelError($"{nameof(NextYearTaskEditor.Form)}.{nameof(form.ShortcomingId)}", SharedTexts.UnknownChoice);
                return await FormAsync(id, form, cancellation);
            case SaveOutcome.Conflict:
                this.SayConflict($"{nameof(NextYearTaskEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await FormAsync(id, form, cancellation, TheirsOf(result.Row));
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync(long? id, NextYearTaskForm form, CancellationToken cancellation, Theirs? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var choices = await tasks.ChoicesAsync(form.Year, cancellation);
        form.Year = choices.Year;
        return View("Edit", new NextYearTaskEditor(id, form, choices, theirs));
    }

    private static Theirs TheirsOf(NextYearTask row) => new(
        [(NextYearTaskTexts.Kind, NextYearTaskWords.Of(row.Kind)), (NextYearTaskTexts.Text, row.Text)]);
}
