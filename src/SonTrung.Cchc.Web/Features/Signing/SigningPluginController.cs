using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>What the signing page asks when the program of the person's computer signs (VGCA): where the file lies for the program, and what became of it.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao/{id:long}")]
public sealed class SigningPluginController(ReportReader reports, PluginSigningService plugin, PortalOptions options) : Controller
{
    /// <summary>The person in authority begins.</summary>
    [HttpPost("ky/phan-mem")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Sign(long id, PluginForm form, CancellationToken cancellation) => BeginAsync(id, ReportAction.Sign, form, cancellation);

    /// <summary>The person in authority is told, and the try ends.</summary>
    [HttpPost("ky/phan-mem/ket-qua")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Signed(long id, PluginForm form, CancellationToken cancellation) =>
        EndAsync(id, ReportAction.Sign, form, SigningTexts.Signed, cancellation);

    /// <summary>The clerk begins, for the organisation.</summary>
    [HttpPost("ky-co-quan/phan-mem")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Seal(long id, PluginForm form, CancellationToken cancellation) => BeginAsync(id, ReportAction.Seal, form, cancellation);

    /// <summary>The clerk is told, and the try ends.</summary>
    [HttpPost("ky-co-quan/phan-mem/ket-qua")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Sealed(long id, PluginForm form, CancellationToken cancellation) =>
        EndAsync(id, ReportAction.Seal, form, SigningTexts.Sealed, cancellation);

    private async Task<IActionResult> BeginAsync(long id, ReportAction action, PluginForm form, CancellationToken cancellation)
    {
        if (options.SigningPluginAddress is null || await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!ReportActions.For(report, await reports.SigningAsync(report, cancellation), User).Any(row => row.Action == action))
        {
            return Refused(new WorkflowResult(WorkflowOutcome.WrongState, id, report.Status));
        }

        var opening = await plugin.OpenAsync(id, form.Version, action, cancellation);
        return opening.Refusal is { } refusal ? Refused(refusal) : Json(new PluginErrand(opening.Key, PluginParameters.Of(opening, Request.PathBase, action)));
    }

    private async Task<IActionResult> EndAsync(long id, ReportAction action, PluginForm form, string done, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is null || await plugin.EndAsync(form.Attempt ?? "", cancellation) is not { } ended
            || ended.ReportId != id || ended.Action != action)
        {
            return NotFound();
        }

        switch (ended.Result)
        {
            case null:
                return Json(new PluginAnswer());
            case { Outcome: WorkflowOutcome.Done }:
                this.Notice(done);
                return Json(new PluginAnswer { Url = string.Create(CultureInfo.InvariantCulture, $"{Request.PathBase}/bao-cao/{id}") });
            case var result:
                return Json(new PluginAnswer { Message = WorkflowTexts.Refusal(result).Text });
        }
    }

    private ObjectResult Refused(WorkflowResult result) =>
        StatusCode(StatusCodes.Status409Conflict, new PluginAnswer { Message = WorkflowTexts.Refusal(result).Text });
}

/// <summary>What the signing page sends.</summary>
public sealed class PluginForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>The try that is asked about.</summary>
    public string? Attempt { get; set; }
}

/// <summary>What the page hands on to the program.</summary>
/// <param name="Attempt">By what the page asks about this try.</param>
/// <param name="Parameters">What the program is told.</param>
public sealed record PluginErrand(string Attempt, PluginParameters Parameters);

/// <summary>What became of a try; all empty when no file came back.</summary>
public sealed record PluginAnswer
{
    /// <summary>Where the page goes on: it is done.</summary>
    public string? Url { get; init; }

    /// <summary>Why not.</summary>
    public string? Message { get; init; }
}

/// <summary>The parameters of the program's functions, under the program's own names. Addresses are the portal's, without its host: the page knows under which it is met.</summary>
public sealed record PluginParameters
{
    /// <summary>Where the file is fetched.</summary>
    [JsonPropertyName("FileName")]
    public required string FileName { get; init; }

    /// <summary>Where the signed file is brought.</summary>
    [JsonPropertyName("FileUploadHandler")]
    public required string FileUploadHandler { get; init; }

    /// <summary>No cookie goes to the program: the addresses carry a token of one use.</summary>
    [JsonPropertyName("SessionId")]
    public string SessionId { get; init; } = "";

    /// <summary>None, for the same reason.</summary>
    [JsonPropertyName("JWTToken")]
    public string JwtToken { get; init; } = "";

    /// <summary>Nothing else is asked of the program.</summary>
    [JsonPropertyName("MetaData")]
    public IReadOnlyList<object> MetaData { get; init; } = [];

    /// <summary>The number, for the organisation's signature; it stands in the file already.</summary>
    [JsonPropertyName("DocNumber")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DocNumber { get; init; }

    /// <summary>The document's date, ISO 8601 in Việt Nam's time; it stands in the file already.</summary>
    [JsonPropertyName("IssuedDate")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuedDate { get; init; }

    internal static PluginParameters Of(PluginOpening opening, PathString root, ReportAction action)
    {
        var (report, mark) = (opening.Report!, action == ReportAction.Seal ? opening.Report!.IssueMark : null);
        return new PluginParameters
        {
            FileName = $"{root}{SigningPluginEndpoints.Root}/{ReportFileNames.Of(report.Year, report.Number, "pdf")}?{SigningPluginEndpoints.Token}={opening.Token}",
            FileUploadHandler = $"{root}{SigningPluginEndpoints.Root}?{SigningPluginEndpoints.Token}={opening.Token}",
            DocNumber = mark?.Number.ToString("00", CultureInfo.InvariantCulture),
            IssuedDate = mark?.IssuedOn.ToString("yyyy-MM-dd'T00:00:00+07:00'", CultureInfo.InvariantCulture),
        };
    }
}
