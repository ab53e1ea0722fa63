using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking.Language;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Proposals;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Shortcomings;

/// <summary>Tồn tại, hạn chế.</summary>
[RequirePermission(Permission.ViewWork)]
[Route("ton-tai-han-che")]
public sealed class ShortcomingsController(ShortcomingService shortcomings, StaleMarks stale) : Controller
{
    private const string ListUrl = "/ton-tai-han-che";

    /// <summary>The list of a year.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        ShortcomingQuery query, [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new ShortcomingPage(query, await shortcomings.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), User.May(Permission.EditWork)));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(ShortcomingQuery query) =>
        new TableResult<ShortcomingRow>(ShortcomingTable.Of(query.Year), shortcomings.StreamAsync(query.ToFilter())) { Filter = WordsAsync(query) };

    /// <summary>The deleted shortcomings.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Deleted(
        [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(new DeletedList(ShortcomingTexts.ListTitle, ListUrl, await shortcomings.DeletedAsync(new PageAt(before, after), cancellation)));

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> Create([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        FormAsync(null, new ShortcomingForm { FormKey = Guid.NewGuid(), Year = year ?? 0 }, cancellation);

    /// <summary>Enters a shortcoming.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Create(ShortcomingForm form, CancellationToken cancellation) => ModelState.IsValid
        ? await AnswerAsync(null, form, await shortcomings.CreateAsync(form.FormKey, form.Year, form.ToInput(), cancellation), cancellation)
        : await FormAsync(null, form, cancellation);

    /// <summary>The form of a shortcoming.</summary>
    [HttpGet("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await shortcomings.FindAsync(id, cancellation) is { } row ? await FormAsync(id, ShortcomingForm.Of(row), cancellation) : NotFound();

    /// <summary>Changes a shortcoming.</summary>
    [HttpPost("{id:long}")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Edit(long id, ShortcomingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            return await AnswerAsync(id, form, await shortcomings.UpdateAsync(id, form.Version, form.ToInput(), cancellation), cancellation);
        }

        return await shortcomings.FindAsync(id, cancellation) is null ? NotFound() : await FormAsync(id, form, cancellation);
    }

    /// <summary>Puts a shortcoming one place up.</summary>
    [HttpPost("{id:long}/len")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> MoveUp(long id, Guid version, CancellationToken cancellation) => MoveAsync(id, version, isUp: true, cancellation);

    /// <summary>Puts a shortcoming one place down.</summary>
    [HttpPost("{id:long}/xuong")]
    [RequirePermission(Permission.EditWork)]
    public Task<IActionResult> MoveDown(long id, Guid version, CancellationToken cancellation) => MoveAsync(id, version, isUp: false, cancellation);

    /// <summary>Deletes a shortcoming; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await shortcomings.DeleteAsync(id, version, cancellation);
        return this.AfterDelete(result.Outcome, ListUrl, id, result.Row?.Year, ShortcomingTexts.Deleted);
    }

    /// <summary>Brings a deleted shortcoming back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await shortcomings.RestoreAsync(id, cancellation);
        return this.AfterRestore(result.Outcome, ListUrl, result.Row?.Year, ShortcomingTexts.Restored);
    }

    /// <summary>The plan lines that were not met.</summary>
    [HttpGet("de-xuat")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Propose([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        Unmet(await shortcomings.UnmetAsync(year, cancellation), null);

    /// <summary>Makes shortcomings of plan lines.</summary>
    [HttpPost("de-xuat")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> Propose(ShortcomingPicks form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Unmet(await shortcomings.UnmetAsync(form.Year, cancellation), form);
        }

        await shortcomings.AddUnmetAsync(form.FormKey, form.Year, form.Chosen(), cancellation);
        return this.AfterPick(ListUrl, form.Year);
    }

    /// <summary>The shortcomings of the year before.</summary>
    [HttpGet("lay-tu-nam-truoc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> LastYear([FromQuery(Name = "nam")] int? year, CancellationToken cancellation) =>
        await LastYearAsync(await shortcomings.LastYearAsync(year, cancellation), null, cancellation);

    /// <summary>Copies shortcomings of the year before.</summary>
    [HttpPost("lay-tu-nam-truoc")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> LastYear(ShortcomingPicks form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await LastYearAsync(await shortcomings.LastYearAsync(form.Year, cancellation), form, cancellation);
        }

        await shortcomings.CopyAsync(form.FormKey, form.Year, form.Chosen(), cancellation);
        return this.AfterPick(ListUrl, form.Year);
    }

    private async IAsyncEnumerable<string> WordsAsync(ShortcomingQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var list = await shortcomings.ListAsync(query.ToFilter(), PageAt.First, cancellation);
        foreach (var word in query.Words(list))
        {
            yield return word;
        }
    }

    private async Task<IActionResult> MoveAsync(long id, Guid version, bool isUp, CancellationToken cancellation)
    {
        var result = await shortcomings.MoveAsync(id, version, isUp, cancellation);
        return this.AfterMove(result.Outcome, ListUrl, id, result.Row?.Year);
    }

    private IActionResult Unmet(UnmetLines unmet, ShortcomingPicks? typed) => this.PickPage(
        new PickPage(
            ShortcomingTexts.UnmetTitle.Fill(unmet.Year),
            ShortcomingTexts.UnmetLead,
            ShortcomingTexts.UnmetEmpty,
            $"{ListUrl}/de-xuat",
            $"{ListUrl}?nam={unmet.Year}",
            typed ?? new ShortcomingPicks { FormKey = Guid.NewGuid(), Year = unmet.Year },
            unmet.Lines.Select(line => new PickCandidate(
                line.Item.Id,
                line.Item.Title,
                ProposalWords.ShortcomingOf(line),
                line.Item.ReasonNotDone is { Length: > 0 } reason ? ShortcomingTexts.Reason.Fill(reason) : null)
            {
                CauseId = unmet.CauseOf(line),
            }).ToList())
        {
            Causes = unmet.Causes,
            Proposals = new ProposalList("/de-xuat/nhiem-vu-chua-dat", unmet.Dismissed),
        },
        typed is not null);

    private async Task<IActionResult> LastYearAsync(LastYearShortcomings last, ShortcomingPicks? typed, CancellationToken cancellation) => this.PickPage(
        new PickPage(
            SharedTexts.LastYearTitle.Fill(ShortcomingTexts.ListTitle, last.Year - 1),
            SharedTexts.LastYearLead.Fill(last.Year),
            SharedTexts.LastYearEmpty.Fill(last.Year - 1),
            $"{ListUrl}/lay-tu-nam-truoc",
            $"{ListUrl}?nam={last.Year}",
            typed ?? new ShortcomingPicks { FormKey = Guid.NewGuid(), Year = last.Year },
            PickCandidate.OfLastYear(last.Rows.Select(row => row.Id), await stale.FindAsync(last.Year, last.Rows.Select(row => row.Text).ToList(), cancellation))),
        typed is not null);

    private async Task<IActionResult> AnswerAsync(long? id, ShortcomingForm form, SaveResult<Shortcoming> result, CancellationToken cancellation)
    {
        switch (result.Outcome)
        {
            case SaveOutcome.Done:
                this.Notice(SharedTexts.Saved);
                return LocalRedirect($"{ListUrl}?nam={result.Row?.Year ?? form.Year}");
            case SaveOutcome.UnknownChoice:
                ModelState.AddModelError($"{nameof(ShortcomingEditor.Form)}.{(form.PlanItemId is null ? nameof(form.CauseId) : nameof(form.PlanItemId))}", SharedTexts.UnknownChoice);
                return await FormAsync(id, form, cancellation);
            case SaveOutcome.Conflict:
                this.SayConflict($"{nameof(ShortcomingEditor.Form)}.{nameof(form.Version)}");
                form.Version = result.Row!.Version;
                return await FormAsync(id, form, cancellation, TheirsOf(result.Row));
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync(long? id, ShortcomingForm form, CancellationToken cancellation, Theirs? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var choices = await shortcomings.ChoicesAsync(form.Year, form.CauseId, cancellation);
        form.Year = choices.Year;
        return View("Edit", new ShortcomingEditor(id, form, choices, theirs));
    }

    private static Theirs TheirsOf(Shortcoming row) => new(
        [(ShortcomingTexts.Text, row.Text), (ShortcomingTexts.CauseWords, row.Cause), (ShortcomingTexts.Remedy, row.Remedy)]);
}

/// <summary>How pages speak of shortcomings.</summary>
internal static class ShortcomingWords
{
    /// <summary>The cause as lists show it behind "Nguyên nhân:": by the catalogue, in own words, or both.</summary>
    public static string? CauseOf(ShortcomingRow row) => row switch
    {
        { CauseName: { } name, Cause: { } words } => $"{InSentence.Of(name)} – {InSentence.Of(words)}",
        _ => (row.CauseName ?? row.Cause) is { } only ? InSentence.Of(only) : null,
    };
}
