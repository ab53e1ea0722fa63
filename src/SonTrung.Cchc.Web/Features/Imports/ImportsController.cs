using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Imports;

/// <summary>Nhập từ Excel: a table is read, looked through, entered, and can be taken back as a whole.</summary>
[RequirePermission(Permission.EditWork)]
[Route("nhap-excel")]
public sealed class ImportsController(ImportService imports, PlanService plans) : Controller
{
    private const string Home = "/nhap-excel";

    /// <summary>The imports so far.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        [FromQuery(Name = "truoc")] long? before, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation) =>
        View(await imports.ListAsync(new PageAt(before, after), cancellation));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table() => new TableResult<ImportListRow>(
        new TableExport<ImportListRow>(ImportTexts.HistoryTitle, "lich-su-nhap")
            .Time(ImportTexts.HistoryWhen, 18, row => VietnamTime.From(row.ReceivedUtc))
            .Text(ImportTexts.HistorySource, 40, row => ImportWords.Source(row.FileName))
            .Text(ImportTexts.HistoryWhat, 30, row => ImportWords.What(row.Kind, row.Year))
            .Text(ImportTexts.HistoryWho, 30, row => row.ReceivedBy)
            .Text(ImportTexts.HistoryState, 40, ImportWords.State),
        imports.StreamAsync());

    /// <summary>The page on which a table of activities is given.</summary>
    [HttpGet("/hoat-dong/nhap-excel")]
    public IActionResult Activities() => View("Upload", new ImportUploadPage(ImportKind.Activities, null));

    /// <summary>Reads a table of activities.</summary>
    [HttpPost("/hoat-dong/nhap-excel")]
    [RequestFormLimits(ValueLengthLimit = ImportBatch.MostBytes)]
    public Task<IActionResult> Activities(ImportUpload form, CancellationToken cancellation) => ReceiveAsync(ImportKind.Activities, null, form, cancellation);

    /// <summary>The workbook to be filled in with activities.</summary>
    [HttpGet("/hoat-dong/nhap-excel/mau")]
    public async Task<IActionResult> ActivitiesTemplate(CancellationToken cancellation) =>
        Template(await imports.TemplateAsync(ImportKind.Activities, null, cancellation), ImportTexts.SheetActivities, "mau-nhap-hoat-dong");

    /// <summary>The page on which a table of plan lines is given.</summary>
    [HttpGet("/ke-hoach/{year:int}/nhap-excel")]
    public async Task<IActionResult> PlanItems(int year, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is null ? NotFound() : View("Upload", new ImportUploadPage(ImportKind.PlanItems, year));

    /// <summary>Reads a table of plan lines.</summary>
    [HttpPost("/ke-hoach/{year:int}/nhap-excel")]
    [RequestFormLimits(ValueLengthLimit = ImportBatch.MostBytes)]
    public async Task<IActionResult> PlanItems(int year, ImportUpload form, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is null ? NotFound() : await ReceiveAsync(ImportKind.PlanItems, year, form, cancellation);

    /// <summary>The workbook to be filled in with plan lines.</summary>
    [HttpGet("/ke-hoach/{year:int}/nhap-excel/mau")]
    public async Task<IActionResult> PlanItemsTemplate(int year, CancellationToken cancellation) =>
        await plans.FindAsync(year, cancellation) is null
            ? NotFound()
            : Template(
                await imports.TemplateAsync(ImportKind.PlanItems, year, cancellation),
                ImportTexts.SheetPlanItems,
                string.Create(CultureInfo.InvariantCulture, $"mau-nhap-nhiem-vu-{year}"));

    /// <summary>What an import would enter; once it is done, what it entered.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, ImportQuery query, CancellationToken cancellation)
    {
        if (await imports.PreviewAsync(id, query.Filter, query.At, cancellation) is { } preview)
        {
            return View("Preview", new ImportPreviewPage(preview, query.Filter));
        }

        return await imports.SummaryAsync(id, cancellation) is { } summary ? View("Summary", summary) : NotFound();
    }

    /// <summary>Answers for names that no list has.</summary>
    [HttpPost("{id:long}/ten")]
    public async Task<IActionResult> ChooseNames(long id, [FromForm(Name = "Names")] List<NameForm> names, CancellationToken cancellation)
    {
        var chosen = names.Where(name => name is { Id: not null, List: not null, Name: not null })
            .Select(name => new NameChoice(name.List!, name.Name!, name.Id!.Value)).ToList();
        return Chosen(await imports.ChooseNamesAsync(id, chosen, cancellation), ImportTexts.NamesUsed, null);
    }

    /// <summary>Enters all likely repetitions, or none.</summary>
    [HttpPost("{id:long}/trung")]
    public async Task<IActionResult> ChooseAlike(long id, [FromForm(Name = "nhap")] bool takes, CancellationToken cancellation) =>
        Chosen(await imports.ChooseAlikeAsync(id, takes, cancellation), null, null);

    /// <summary>Takes the proposed plan lines, or none of them.</summary>
    [HttpPost("{id:long}/nhiem-vu")]
    public async Task<IActionResult> ChoosePlanLines(long id, [FromForm(Name = "dung")] bool takes, CancellationToken cancellation) =>
        Chosen(await imports.ChoosePlanLinesAsync(id, takes, cancellation), null, null);

    /// <summary>Turns the choice for one likely repetition.</summary>
    [HttpPost("{id:long}/dong/{row:int}")]
    public async Task<IActionResult> Turn(long id, int row, CancellationToken cancellation) =>
        Chosen(await imports.TurnAsync(id, row, cancellation), null, row);

    /// <summary>Enters the rows.</summary>
    [HttpPost("{id:long}/nhap")]
    public async Task<IActionResult> Import(long id, [FromForm(Name = "xem")] string? fingerprint, CancellationToken cancellation)
    {
        var result = await imports.ImportAsync(id, fingerprint ?? "", cancellation);
        if (result.Refusal is ImportRefusal.NotFound || await imports.FindAsync(id, cancellation) is not { } batch)
        {
            return NotFound();
        }

        if (result.Refusal == ImportRefusal.Gone)
        {
            return Gone();
        }

        this.Notice(
            result.Refusal is null ? ImportWords.Imported(batch.Kind, result.Count) : ImportWords.Refusal(result, batch.Kind),
            result.Refusal is null ? NoticeKind.Success : NoticeKind.Warning);
        return LocalRedirect(Url(id));
    }

    /// <summary>Takes an import back.</summary>
    [HttpPost("{id:long}/hoan-tac")]
    public async Task<IActionResult> Undo(long id, CancellationToken cancellation)
    {
        var result = await imports.UndoAsync(id, cancellation);
        switch (result.Refusal)
        {
            case ImportRefusal.NotFound:
                return NotFound();
            case ImportRefusal.WrongState:
                return Refused();
            case null when result.Kept > 0:
                this.Notice(ImportTexts.UndoneNoticeKept.Fill(VietnameseNumber.Format(result.Count), VietnameseNumber.Format(result.Kept)), NoticeKind.Warning);
                break;
            case null:
                this.Notice(ImportTexts.UndoneNotice.Fill(VietnameseNumber.Format(result.Count)));
                break;
            default:
                this.Notice(ImportTexts.UndoConflict, NoticeKind.Warning);
                break;
        }

        return LocalRedirect(Url(id));
    }

    /// <summary>Gives a waiting import up.</summary>
    [HttpPost("{id:long}/bo")]
    public async Task<IActionResult> GiveUp(long id, CancellationToken cancellation)
    {
        var batch = await imports.FindAsync(id, cancellation);
        var result = await imports.GiveUpAsync(id, cancellation);
        if (batch is null || result.Refusal == ImportRefusal.NotFound)
        {
            return NotFound();
        }

        if (result.Refusal is not null)
        {
            return Refused();
        }

        this.Notice(ImportTexts.GivenUp);
        return LocalRedirect(ImportWords.UploadUrl(batch.Kind, batch.Year));
    }

    /// <summary>The rows with something wrong as a workbook.</summary>
    [HttpGet("{id:long}/dong-loi")]
    public async Task<IActionResult> WrongRows(long id, CancellationToken cancellation) =>
        await imports.RefusedAsync(id, cancellation) is { } refused
            ? new TableResult<(ReadRow Row, ImportRow Why)>(WrongRowsTable.Of(refused), WrongRowsTable.RowsOf(refused), TableFormat.Excel)
            : NotFound();

    private FileContentResult Template(ImportTemplate template, string sheet, string fileName) => File(
        XlsxTemplate.Write(template, sheet, ImportTexts.SheetLists, ImportWords.Hint), XlsxTable.ContentType, $"{fileName}.xlsx");

    private async Task<IActionResult> ReceiveAsync(ImportKind kind, int? year, ImportUpload form, CancellationToken cancellation)
    {
        // As it was sent: the binder of texts would make spaces of the tabs.
        var pasted = Request.HasFormContentType ? Request.Form["Text"].ToString() : "";
        var reading = Read(form.File, pasted);
        if (reading is null || reading.Refusal is not null)
        {
            return Again(kind, year, pasted, reading?.Refusal is { } refusal ? ImportWords.Refusal(refusal) : null, form.File is not null);
        }

        var key = form.FormKey == Guid.Empty ? Guid.NewGuid() : form.FormKey;
        var result = await imports.ReceiveAsync(key, kind, year, form.File is null ? null : Path.GetFileName(form.File.FileName), reading.Tables, cancellation);
        return result.Refusal is null
            ? LocalRedirect(Url(result.Id))
            : Again(kind, year, pasted, ImportWords.Refusal(result, kind), form.File is not null);
    }

    /// <summary>The table; null when none was given, or two.</summary>
    private static TableReading? Read(IFormFile? file, string pasted)
    {
        if (file is null == string.IsNullOrWhiteSpace(pasted))
        {
            return null;
        }

        if (file is null)
        {
            return TableReading.OfText(pasted);
        }

        if (file.Length > ImportBatch.MostBytes)
        {
            return new TableReading([], TableRefusal.TooLarge);
        }

        using var content = file.OpenReadStream();
        return TableReading.OfFile(content);
    }

    private ViewResult Again(ImportKind kind, int? year, string pasted, string? message, bool isFile)
    {
        ModelState.AddModelError(
            isFile ? nameof(ImportUpload.File) : "Text",
            message ?? (isFile ? ImportTexts.BothGiven : ImportTexts.NothingChosen));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Upload", new ImportUploadPage(kind, year, pasted));
    }

    private IActionResult Chosen(ImportResult result, string? notice, int? row)
    {
        if (result.Refusal is { } refusal)
        {
            return refusal == ImportRefusal.NotFound ? NotFound() : Refused();
        }

        if (notice is not null)
        {
            this.Notice(notice);
        }

        return LocalRedirect(row is null ? Url(result.Id) : BackTo(result.Id, row.Value));
    }

    /// <summary>The page of the preview on which a row was turned, at the row.</summary>
    private string BackTo(long id, int row)
    {
        var shown = Request.Form["hien"].ToString();
        var after = Request.Form["sau"].ToString();
        var query = (shown is ImportQuery.Wrong or ImportQuery.Alike ? $"hien={shown}&" : "")
            + (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? string.Create(CultureInfo.InvariantCulture, $"sau={key}") : "");
        return string.Create(CultureInfo.InvariantCulture, $"{Url(id)}?{query.TrimEnd('&')}#dong-{row}");
    }

    private ViewResult Refused() => this.WrongState(new RefusalPage(ImportTexts.WrongStateTitle, ImportTexts.WrongStateText, ImportTexts.ToHistory, Home));

    private ViewResult Gone() => this.WrongState(new RefusalPage(ImportTexts.GoneTitle, ImportTexts.GoneText, ImportTexts.ToHistory, Home));

    private static new string Url(long id) => string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}");
}
