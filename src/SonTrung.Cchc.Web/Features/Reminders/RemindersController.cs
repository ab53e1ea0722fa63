using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Infrastructure.Mail;

namespace SonTrung.Cchc.Web.Features.Reminders;

/// <summary>Gửi đôn đốc.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("theo-doi/don-doc")]
public sealed class RemindersController(ReminderService reminders, WallReader walls, IServiceProvider services) : Controller
{
    /// <summary>Who owes the report of a period, to be reminded; and the reminders so far.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery(Name = "ky")] string? code, CancellationToken cancellation) =>
        await PageAsync(RequestedPeriod.Of(code), new ReminderForm { FormKey = Guid.NewGuid() }, cancellation);

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<ReportReminder>(
        new TableExport<ReportReminder>(ReminderPageTexts.TableTitle, "don-doc")
            .Text(WallTexts.ColumnCommune, 34, row => row.Commune!.Name)
            .Text(WallTexts.ColumnPeriod, 24, row => PeriodWords.Title(row.Period))
            .Time(ReminderPageTexts.ColumnSent, 18, row => VietnamTime.From(row.SentUtc))
            .Text(ReminderPageTexts.TableSender, 30, row => row.UserName)
            .Text(ReminderPageTexts.ColumnMail, 22, row => ReminderWords.Name(row.MailState))
            .Text(ReminderPageTexts.TableDetails, 50, ReminderWords.Details),
        await reminders.AllAsync(cancellation));

    /// <summary>Reminds.</summary>
    [HttpPost("gui")]
    public async Task<IActionResult> Send(ReminderForm form, CancellationToken cancellation)
    {
        if (RequestedPeriod.Of(form.Period) is not { } period)
        {
            return NotFound();
        }

        if (ModelState.IsValid && form.Choice == ReminderChoice.Chosen && form.CommuneIds.Count == 0)
        {
            ModelState.AddModelError($"{nameof(ReminderPage.Form)}.{nameof(form.CommuneIds)}", ReminderPageTexts.NoneChosen);
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(period, form, cancellation);
        }

        var count = await reminders.SendAsync(form.FormKey, period, form.Choice, form.CommuneIds, form.Text, cancellation);
        if (count == 0)
        {
            this.Notice(ReminderPageTexts.NobodyOwes, NoticeKind.Warning);
        }
        else
        {
            services.GetRequiredService<ReminderPost>().Wake();
            this.Notice((reminders.SendsMail ? ReminderPageTexts.SentWithMail : ReminderPageTexts.SentInPortal).Fill(count));
        }

        return LocalRedirect($"/theo-doi/don-doc?ky={period.Code}");
    }

    private async Task<IActionResult> PageAsync(RequestedPeriod? asked, ReminderForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var wall = await walls.ReadAsync(all => all, cancellation);
        var period = asked ?? wall.Periods.FirstOrDefault(row => row.Owed > 0)?.Period ?? (wall.Periods.Count > 0 ? wall.Periods[0].Period : null);
        var owing = wall.Rows.Select(row => (Row: row, Cell: row.Cells.FirstOrDefault(cell => cell.Period == period)))
            .Where(row => row.Cell is { IsOwed: true, Duty: not null }).Select(row => new OwingCommune(row.Row.CommuneId, row.Row.Name, row.Cell!))
            .OrderByDescending(row => row.Cell.DaysLate).ToList();
        form.Period = period?.Code;
        if (ModelState.IsValid)
        {
            form.CommuneIds = owing.ConvertAll(row => row.CommuneId);
        }

        return View("Index", new ReminderPage(
            wall, period, owing, period is { } known ? await reminders.LastAsync(known, cancellation) : new Dictionary<long, DateTime>(), await reminders.ListAsync(cancellation), reminders.SendsMail, form));
    }
}

/// <summary>A commune that owes a report.</summary>
/// <param name="CommuneId">The commune.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cell">How far it is.</param>
public sealed record OwingCommune(long CommuneId, string Name, WallCell Cell);

/// <summary>The page of reminders.</summary>
/// <param name="Wall">All periods.</param>
/// <param name="Period">The period; null when there is none.</param>
/// <param name="Owing">Who owes, latest first.</param>
/// <param name="Last">When each was last reminded (UTC).</param>
/// <param name="Sent">The reminders so far.</param>
/// <param name="SendsMail">Whether they go out by e-mail too.</param>
/// <param name="Form">What was typed.</param>
public sealed record ReminderPage(
    ReportWall Wall, RequestedPeriod? Period, IReadOnlyList<OwingCommune> Owing, IReadOnlyDictionary<long, DateTime> Last, IReadOnlyList<ReportReminder> Sent, bool SendsMail, ReminderForm Form);

/// <summary>Gửi đôn đốc.</summary>
public sealed class ReminderForm
{
    /// <summary>The key that makes the same form, sent twice, one reminder.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The period.</summary>
    public string? Period { get; set; }

    /// <summary>Whom.</summary>
    public ReminderChoice Choice { get; set; }

    /// <summary>Those that were chosen.</summary>
    public List<long> CommuneIds { get; set; } = [];

    /// <summary>What the office adds.</summary>
    [StringLength(ReportReminder.TextLength)]
    [Display(Name = nameof(ReminderPageTexts.Text), ResourceType = typeof(ReminderPageTexts), Description = nameof(ReminderPageTexts.TextHint))]
    public string? Text { get; set; }
}
