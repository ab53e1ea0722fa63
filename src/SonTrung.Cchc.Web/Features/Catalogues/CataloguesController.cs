using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Catalogues;

/// <summary>Danh mục dùng chung: lĩnh vực; phương tiện, hình thức; chỉ tiêu số liệu.</summary>
[RequirePermission(Permission.ViewCatalogues)]
[Route("danh-muc")]
public sealed class CataloguesController(CatalogueService catalogues, TimeProvider time) : Controller
{
    private const string ListUrl = "/danh-muc";

    /// <summary>The catalogues.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CatalogueQuery query, CancellationToken cancellation) => View(new CataloguePage(
        query,
        await catalogues.ListAsync(query.ToFilter(), cancellation),
        time.Today(),
        User.OwnAgencyId() is not null,
        User.May(Permission.ManageAgency),
        User.May(Permission.ManageSystem)));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(CatalogueQuery query) =>
        new TableResult<CatalogueEntry>(CatalogueTable.Of(User.OwnAgencyId() is not null), catalogues.StreamAsync(query.ToFilter()))
        {
            Filter = query.Words().ToAsyncEnumerable(),
        };

    /// <summary>The empty form of a catalogue.</summary>
    [HttpGet("them")]
    [RequirePermission(Permission.ManageSystem)]
    public IActionResult Create([FromQuery(Name = "loai")] CatalogueKind? kind) => kind is { } given && Enum.IsDefined(given)
        ? Form(null, new CatalogueForm { FormKey = Guid.NewGuid(), Kind = given, ValidFrom = FirstDayOfYear() })
        : NotFound();

    /// <summary>Adds an entry.</summary>
    [HttpPost("them")]
    [RequirePermission(Permission.ManageSystem)]
    public async Task<IActionResult> Create(CatalogueForm form, CancellationToken cancellation) => ModelState.IsValid
        ? After(await catalogues.CreateAsync(form.FormKey, form.Kind, form.ToInput(form.ValidFrom!.Value), cancellation), null, form)
        : Form(null, form);

    /// <summary>The form of an entry.</summary>
    [HttpGet("{id:long}")]
    [RequirePermission(Permission.ManageSystem)]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await catalogues.FindAsync(id, cancellation) is { } row ? Form(row, CatalogueForm.Of(row)) : NotFound();

    /// <summary>Changes an entry.</summary>
    [HttpPost("{id:long}")]
    [RequirePermission(Permission.ManageSystem)]
    public async Task<IActionResult> Edit(long id, CatalogueForm form, CancellationToken cancellation)
    {
        if (await catalogues.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        form.Kind = row.Kind;
        return ModelState.IsValid
            ? After(await catalogues.UpdateAsync(id, form.Version, form.ToInput(row.ValidFrom), cancellation), row, form)
            : Form(row, form);
    }

    /// <summary>Ngừng dùng; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/ngung")]
    [RequirePermission(Permission.ManageSystem)]
    public async Task<IActionResult> End(long id, CatalogueEnd end, CancellationToken cancellation)
    {
        if (await catalogues.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            switch ((await catalogues.EndAsync(id, end.Version, end.LastDay!.Value, cancellation)).Outcome)
            {
                case SetupOutcome.Done:
                    this.NoticeWithUndo(CatalogueTexts.Ended.Fill(row.Name, VietnameseDate.Format(end.LastDay.Value)), $"{AddressOf(id)}/dung-lai");
                    return LocalRedirect(ListUrl);
                case SetupOutcome.EndsBeforeStart:
                    ModelState.AddModelError($"{nameof(CatalogueEditor.End)}.{nameof(end.LastDay)}", CatalogueTexts.EndsBeforeStart);
                    break;
                default:
                    ModelState.AddModelError("", SharedTexts.SavedByAnother);
                    ModelState.Remove($"{nameof(CatalogueEditor.End)}.{nameof(end.Version)}");
                    end.Version = row.Version;
                    break;
            }
        }

        return Form(row, CatalogueForm.Of(row), end);
    }

    /// <summary>Dùng lại.</summary>
    [HttpPost("{id:long}/dung-lai")]
    [RequirePermission(Permission.ManageSystem)]
    public async Task<IActionResult> Reopen(long id, CancellationToken cancellation)
    {
        switch ((await catalogues.ReopenAsync(id, cancellation)).Outcome)
        {
            case SetupOutcome.NotFound:
                return NotFound();
            case SetupOutcome.Done:
                this.Notice(CatalogueTexts.Reopened);
                break;
            case SetupOutcome.NameTaken:
                this.Notice(CatalogueTexts.ReopenTaken, NoticeKind.Warning);
                break;
            default:
                this.Notice(CatalogueTexts.NotReopened, NoticeKind.Warning);
                break;
        }

        return LocalRedirect(ListUrl);
    }

    /// <summary>Puts an entry one place up.</summary>
    [HttpPost("{id:long}/len")]
    [RequirePermission(Permission.ManageSystem)]
    public Task<IActionResult> MoveUp(long id, Guid version, CancellationToken cancellation) => MoveAsync(id, version, isUp: true, cancellation);

    /// <summary>Puts an entry one place down.</summary>
    [HttpPost("{id:long}/xuong")]
    [RequirePermission(Permission.ManageSystem)]
    public Task<IActionResult> MoveDown(long id, Guid version, CancellationToken cancellation) => MoveAsync(id, version, isUp: false, cancellation);

    /// <summary>The form of the own agency's name.</summary>
    [HttpGet("{id:long}/ten-rieng")]
    [RequirePermission(Permission.ManageAgency)]
    public async Task<IActionResult> OwnName(long id, CancellationToken cancellation) => await catalogues.FindAsync(id, cancellation) is { } row
        ? OwnNameForm(row, new OwnNameForm { Name = row.OwnName ?? "", Version = await catalogues.OwnNameVersionAsync(row, cancellation) })
        : NotFound();

    /// <summary>Gives or changes the own agency's name; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/ten-rieng")]
    [RequirePermission(Permission.ManageAgency)]
    public async Task<IActionResult> OwnName(long id, OwnNameForm form, CancellationToken cancellation)
    {
        if (await catalogues.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        if (row is Indicator && form.Name.Length > Indicator.UnitLength)
        {
            ModelState.AddModelError($"{nameof(OwnNameEditor.Form)}.{nameof(form.Name)}", CatalogueTexts.OwnUnitLong.Fill(Indicator.UnitLength));
        }

        if (!ModelState.IsValid)
        {
            return OwnNameForm(row, form);
        }

        var result = await catalogues.NameAsync(id, form.Version, form.Name, cancellation);
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                return Named(id, result);
            case SetupOutcome.NameTaken:
                ModelState.AddModelError($"{nameof(OwnNameEditor.Form)}.{nameof(form.Name)}", CatalogueTexts.NameTaken);
                return OwnNameForm(row, form);
            default:
                this.SayConflict($"{nameof(OwnNameEditor.Form)}.{nameof(form.Version)}");
                form.Version = await catalogues.OwnNameVersionAsync(row, cancellation);
                return OwnNameForm(row, form, new Theirs([(CatalogueTexts.OwnName, row.OwnName ?? CatalogueTexts.NoOwnName)]));
        }
    }

    /// <summary>Takes the own agency's name away; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/ten-rieng/bo")]
    [RequirePermission(Permission.ManageAgency)]
    public async Task<IActionResult> DropOwnName(long id, Guid version, CancellationToken cancellation) =>
        AfterNaming(id, await catalogues.NameAsync(id, version, null, cancellation), withUndo: true);

    /// <summary>Puts the own agency's name back to what it was.</summary>
    [HttpPost("{id:long}/ten-rieng/hoan-tac")]
    [RequirePermission(Permission.ManageAgency)]
    public async Task<IActionResult> UndoOwnName(
        long id, [FromQuery(Name = "ten")] string? former, [FromQuery(Name = "phien")] Guid version, CancellationToken cancellation) =>
        AfterNaming(
            id,
            former?.Length > CatalogueEntry.NameLength
                ? new OwnNameResult(SetupOutcome.Conflict)
                : await catalogues.NameAsync(id, version, former, cancellation),
            withUndo: false);

    private static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{ListUrl}/{id}");

    /// <summary>The row in the list; where the notice is what matters, the list's beginning is shown instead.</summary>
    private static string PlaceOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{ListUrl}#dong-{id}");

    /// <summary>A new entry counts for the whole reporting year.</summary>
    private DateOnly FirstDayOfYear() => ReportingPeriod.StandardYear(0, ReportingPeriod.StandardYearOf(time.Today())).From;

    private async Task<IActionResult> MoveAsync(long id, Guid version, bool isUp, CancellationToken cancellation)
    {
        switch ((await catalogues.MoveAsync(id, version, isUp, cancellation)).Outcome)
        {
            case SetupOutcome.NotFound:
                return NotFound();
            case SetupOutcome.Conflict:
                this.Notice(SharedTexts.MoveConflict, NoticeKind.Warning);
                break;
        }

        return LocalRedirect(PlaceOf(id));
    }

    private LocalRedirectResult Named(long id, OwnNameResult result)
    {
        var query = new QueryBuilder { { "phien", result.Version.ToString() } };
        if (result.Former is { } former)
        {
            query.Add("ten", former);
        }

        this.NoticeWithUndo(result.Version == Guid.Empty ? CatalogueTexts.OwnNameDropped : CatalogueTexts.OwnNameSaved, $"{AddressOf(id)}/ten-rieng/hoan-tac{query}");
        return LocalRedirect(ListUrl);
    }

    private IActionResult AfterNaming(long id, OwnNameResult result, bool withUndo)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.NotFound:
                return NotFound();
            case SetupOutcome.Done when withUndo:
                return Named(id, result);
            case SetupOutcome.Done:
                this.Notice(CatalogueTexts.OwnNameUndone);
                break;
            default:
                this.Notice(CatalogueTexts.OwnNameConflict, NoticeKind.Warning);
                break;
        }

        return LocalRedirect(ListUrl);
    }

    private IActionResult After(SetupResult result, CatalogueEntry? row, CatalogueForm form)
    {
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                this.Notice(row is null ? CatalogueTexts.Added.Fill(form.Name) : SharedTexts.Saved);
                return LocalRedirect(PlaceOf(result.Id));
            case SetupOutcome.NameTaken:
                ModelState.AddModelError($"{nameof(CatalogueEditor.Form)}.{nameof(form.Name)}", CatalogueTexts.NameTaken);
                break;
            default:
                ModelState.AddModelError("", SharedTexts.SavedByAnother);
                ModelState.Remove($"{nameof(CatalogueEditor.Form)}.{nameof(form.Version)}");
                form.Version = row!.Version;
                break;
        }

        return Form(row, form);
    }

    private ViewResult Form(CatalogueEntry? row, CatalogueForm form, CatalogueEnd? end = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(nameof(Edit), new CatalogueEditor(row, form, end ?? new CatalogueEnd { Version = row?.Version ?? default, LastDay = time.Today() }));
    }

    private ViewResult OwnNameForm(CatalogueEntry row, OwnNameForm form, Theirs? theirs = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(nameof(OwnName), new OwnNameEditor(row, form, theirs));
    }
}
