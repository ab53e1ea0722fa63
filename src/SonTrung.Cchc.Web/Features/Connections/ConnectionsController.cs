using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Api;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Connections;

/// <summary>Hệ thống kết nối: the tokens of the systems that read the agency's data.</summary>
[RequirePermission(Permission.ManageAgency)]
[Route("quan-tri/he-thong-ket-noi")]
public sealed class ConnectionsController(SystemTokenService tokens, TimeProvider time) : Controller
{
    private const string TokenKey = "system-token";
    private const int UsualDays = 365;

    /// <summary>The tokens; a new one is shown here once.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(new ConnectionList(await tokens.ListAsync(cancellation), TempData[TokenKey] as string, time.Today()));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation)
    {
        var today = time.Today();
        return new TableResult<SystemTokenRow>(
            new TableExport<SystemTokenRow>(ConnectionTexts.Title, "he-thong-ket-noi")
                .Text(ConnectionTexts.ColumnName, 36, row => row.Token.Name)
                .Text(ConnectionTexts.ColumnScopes, 60, row => ConnectionWords.Scopes(row.Token))
                .Date(ConnectionTexts.TableCreated, 13, row => VietnamTime.DayOf(row.Token.CreatedUtc))
                .Text(ConnectionTexts.TableCreatedBy, 30, row => row.CreatedBy)
                .Date(ConnectionTexts.ColumnExpires, 13, row => row.Token.ExpiresOn)
                .Time(ConnectionTexts.ColumnUsed, 18, row => row.Token.LastUsedUtc is { } used ? VietnamTime.From(used) : null)
                .Text(ConnectionTexts.ColumnState, 24, row => ConnectionWords.State(row.Token, today)),
            await tokens.ListAsync(cancellation));
    }

    /// <summary>The empty form.</summary>
    [HttpGet("them")]
    public Task<IActionResult> Create(CancellationToken cancellation) =>
        FormAsync(new ConnectionForm { FormKey = Guid.NewGuid(), ExpiresOn = time.Today().AddDays(UsualDays) }, cancellation);

    /// <summary>Makes a token; the next page shows it once.</summary>
    [HttpPost("them")]
    public async Task<IActionResult> Create(ConnectionForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && form.Scopes.Count == 0)
        {
            ModelState.AddModelError(Field(nameof(form.Scopes)), ConnectionTexts.ScopesMissing);
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(form, cancellation);
        }

        var result = await tokens.CreateAsync(form.FormKey, form.ToInput(), cancellation);
        var (field, message) = result.Outcome switch
        {
            SystemTokenOutcome.ScopesWrong => (nameof(form.Scopes), ConnectionTexts.ScopesMissing),
            SystemTokenOutcome.ExpiryWrong => (nameof(form.ExpiresOn), ConnectionTexts.ExpiryWrong.Fill(VietnameseDate.Format(time.Today().AddDays(SystemToken.LongestDays)))),
            SystemTokenOutcome.NameTaken => (nameof(form.Name), ConnectionTexts.NameTaken),
            SystemTokenOutcome.TooMany => (nameof(form.Name), ConnectionTexts.TooMany.Fill(SystemToken.MostPerAgency)),
            _ => ("", ""),
        };
        if (field.Length > 0)
        {
            ModelState.AddModelError(Field(field), message);
            return await FormAsync(form, cancellation);
        }

        TempData[TokenKey] = result.Token;
        this.Notice(result.Token is null ? ConnectionTexts.CreatedBefore : ConnectionTexts.Created, result.Token is null ? NoticeKind.Warning : NoticeKind.Success);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Revokes a token.</summary>
    [HttpPost("{id:long}/thu-hoi")]
    public async Task<IActionResult> Revoke(long id, CancellationToken cancellation)
    {
        if ((await tokens.RevokeAsync(id, cancellation)).Outcome == SystemTokenOutcome.NotFound)
        {
            return NotFound();
        }

        this.Notice(ConnectionTexts.Revoked);
        return RedirectToAction(nameof(Index));
    }

    private static string Field(string name) => $"{nameof(ConnectionEditor.Form)}.{name}";

    private async Task<IActionResult> FormAsync(ConnectionForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var offered = await tokens.OfferedAsync(cancellation);
        return View("Edit", new ConnectionEditor(form, Enum.GetValues<ApiScopes>().Where(scope => scope != ApiScopes.None && offered.HasFlag(scope)).ToList()));
    }
}

/// <summary>Cấp mã kết nối.</summary>
public sealed class ConnectionForm
{
    /// <summary>The key that makes the same form, sent twice, one token.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The system's name.</summary>
    [Required, StringLength(SystemToken.NameLength)]
    [Display(Name = nameof(ConnectionTexts.Name), ResourceType = typeof(ConnectionTexts), Description = nameof(ConnectionTexts.NameHint))]
    public string Name { get; set; } = "";

    /// <summary>What it may read.</summary>
    [Display(Name = nameof(ConnectionTexts.Scopes), ResourceType = typeof(ConnectionTexts))]
    public List<ApiScopes> Scopes { get; set; } = [];

    /// <summary>The last day.</summary>
    [Required]
    [Display(Name = nameof(ConnectionTexts.ExpiresOn), ResourceType = typeof(ConnectionTexts), Description = nameof(ConnectionTexts.ExpiresOnHint))]
    public DateOnly? ExpiresOn { get; set; }

    internal SystemTokenInput ToInput() => new(Name, Scopes.Aggregate(ApiScopes.None, (all, scope) => all | scope), ExpiresOn!.Value);
}

/// <summary>The form with what it offers.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Offered">What the agency's systems may be let read.</param>
public sealed record ConnectionEditor(ConnectionForm Form, IReadOnlyList<ApiScopes> Offered);

/// <summary>The tokens.</summary>
/// <param name="Rows">The tokens.</param>
/// <param name="NewToken">A token that was just made.</param>
/// <param name="Today">Today.</param>
public sealed record ConnectionList(IReadOnlyList<SystemTokenRow> Rows, string? NewToken, DateOnly Today);

/// <summary>How pages speak of tokens.</summary>
internal static class ConnectionWords
{
    public static string Scopes(SystemToken token) =>
        string.Join(", ", Enum.GetValues<ApiScopes>().Where(scope => scope != ApiScopes.None && token.Scopes.HasFlag(scope)).Select(ApiWords.Name));

    public static string State(SystemToken token, DateOnly today) => token switch
    {
        { RevokedUtc: { } revoked } => ConnectionTexts.StateRevoked.Fill(VietnameseDate.Format(VietnamTime.DayOf(revoked))),
        _ when token.IsValidOn(today) => ConnectionTexts.StateValid,
        _ => ConnectionTexts.StateExpired,
    };
}
