using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Audit;

/// <summary>Nhật ký hệ thống: who changed what and when.</summary>
[RequirePermission(Permission.Administer)]
[Route("quan-tri/nhat-ky")]
public sealed class AuditController(AuditReader audit, AuditVerifier verifier, TimeProvider time) : Controller
{
    /// <summary>The entries, newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(
        AuditQuery query,
        [FromQuery(Name = PagerTagHelper.BeforeParameter)] long? before,
        [FromQuery(Name = PagerTagHelper.AfterParameter)] long? after,
        CancellationToken cancellation)
    {
        var isRecent = query.KeepToRecent(time.Today());
        return View(new AuditPage(
            query, isRecent, await audit.ListAsync(query.ToFilter(), new PageAt(before, after), cancellation), await audit.PeopleAsync(cancellation)));
    }

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public IActionResult Table(AuditQuery query)
    {
        query.KeepToRecent(time.Today());
        return new TableResult<AuditRow>(
            new TableExport<AuditRow>(AuditTexts.Title, "nhat-ky")
                .Time(AuditTexts.ColumnAt, 17, row => VietnamTime.From(row.AtUtc))
                .Text(AuditTexts.ColumnWho, 26, row => AuditSentence.Of(row).Who)
                .Text(AuditTexts.ColumnWhat, 50, row => AuditSentence.Of(row).What)
                .Text(AuditTexts.ColumnChanges, 90, row => AuditSentence.Of(row).InOneLine())
                .Text(AuditTexts.ColumnRow, 22, row => row.EntityId)
                .Text(AuditTexts.Correlation, 36, row => row.CorrelationId),
            audit.StreamAsync(query.ToFilter(), HttpContext.RequestAborted))
        {
            Filter = WordsAsync(query),
        };
    }

    /// <summary>Walks the chain of the whole portal; nothing is written.</summary>
    [HttpGet("kiem-tra")]
    [RequirePermission(Permission.ManageSystem)]
    public async Task<IActionResult> Verify([FromQuery(Name = "ma")] string? noted, CancellationToken cancellation)
    {
        var hash = AuditChain.Read(noted);
        var isAsked = !string.IsNullOrWhiteSpace(noted);
        return View(new AuditVerification(noted, isAsked, isAsked && hash is null, await verifier.VerifyAsync(hash, cancellation)));
    }

    private async IAsyncEnumerable<string> WordsAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var person = query.UserId is { } id ? (await audit.PeopleAsync(cancellation)).FirstOrDefault(choice => choice.Id == id)?.Name : null;
        foreach (var word in query.Words(person))
        {
            yield return word;
        }
    }
}

/// <summary>What was asked for.</summary>
public sealed class AuditQuery
{
    /// <summary>Whose acts.</summary>
    [FromQuery(Name = "ai")]
    public long? UserId { get; set; }

    /// <summary>What was done.</summary>
    [FromQuery(Name = "viec")]
    public AuditAction? Action { get; set; }

    /// <summary>The kind of row.</summary>
    [FromQuery(Name = "loai")]
    public string? Entity { get; set; }

    /// <summary>Words looked for.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; set; }

    /// <summary>The row.</summary>
    [FromQuery(Name = "dong")]
    public string? EntityId { get; set; }

    /// <summary>The code of an error page.</summary>
    [FromQuery(Name = "ma")]
    public string? CorrelationId { get; set; }

    /// <summary>The first day.</summary>
    [FromQuery(Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>
    /// Words are looked for entry by entry, so without a first day in the last twelve months only: the audit grows for ever, a search must not.
    /// </summary>
    /// <returns>Whether the first day was set here.</returns>
    internal bool KeepToRecent(DateOnly today)
    {
        var isRecent = From is null && OrNull(EntityId) is null && OrNull(CorrelationId) is null && AuditWords.Of(Search).Count > 0;
        From = isRecent ? (To ?? today).AddYears(-1) : From;
        return isRecent;
    }

    internal AuditFilter ToFilter() => new()
    {
        UserId = UserId,
        Action = Action,
        Entity = OrNull(Entity),
        EntityId = OrNull(EntityId),
        Words = AuditWords.Of(Search),
        CorrelationId = OrNull(CorrelationId),
        From = From,
        To = To,
    };

    /// <summary>The filter in words, for the head of a printed list.</summary>
    /// <param name="person">The name of the person whose acts are shown.</param>
    internal IEnumerable<string> Words(string? person)
    {
        (string Label, string? Value)[] named =
        [
            (AuditTexts.Who, person),
            (AuditTexts.What, Action is { } action && Enum.IsDefined(action) ? AuditSentence.ActionName(action) : null),
            (AuditTexts.Kind, AuditSentence.Kinds.FirstOrDefault(kind => kind.Entity == Entity).Name),
            (AuditTexts.From, From is { } from ? VietnameseDate.Format(from) : null),
            (AuditTexts.To, To is { } to ? VietnameseDate.Format(to) : null),
            (AuditTexts.Correlation, OrNull(CorrelationId)),
        ];
        return named.Where(pair => pair.Value is not null).Select(pair => SharedTexts.FilterNamed.Fill(pair.Label, pair.Value));
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The audit, verified.</summary>
/// <param name="Noted">What was typed as the noted hash.</param>
/// <param name="AsksForNoted">Whether one was typed.</param>
/// <param name="IsNotedWrong">What was typed is no hash.</param>
/// <param name="Verdict">What the walk found.</param>
public sealed record AuditVerification(string? Noted, bool AsksForNoted, bool IsNotedWrong, AuditVerdict Verdict)
{
    internal bool IsNotedGone => AsksForNoted && !IsNotedWrong && Verdict.NotedAt is null;

    internal bool IsWhole => Verdict.Breach is null && !IsNotedGone;
}

/// <summary>A page of the audit.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="IsRecent">Whether words were looked for in the last twelve months only.</param>
/// <param name="Page">The entries.</param>
/// <param name="People">Whose acts may be asked for.</param>
public sealed record AuditPage(AuditQuery Query, bool IsRecent, ListPage<AuditRow> Page, IReadOnlyList<Choice> People);
