using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>
/// Where the signing program of a person's computer fetches the file and brings it back signed (VGCA). It has no sign-in: what it shows is a token of one use,
/// in the query, which no log keeps. A token that is wrong, used up or too old is answered as if nothing were here.
/// </summary>
internal static class SigningPluginEndpoints
{
    public const string Root = "/ky-phan-mem";

    /// <summary>The query parameter of the token.</summary>
    public const string Token = "ma";

    private const int LargestForm = ReportSigningSteps.LargestFile + 65_536;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCchcSigningPlugin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PortalOptions>().SigningPluginAddress is null)
        {
            return;
        }

        var program = app.MapGroup(Root).AllowAnonymous().RequireRateLimiting(RateLimits.SigningPlugin).ExcludeFromDescription();

        // The program goes by the ending of the address.
        program.MapMethods("/{name}.pdf", Reading, FileAsync);
        program.MapPost("", ReceiveAsync);
    }

    private static async Task<IResult> FileAsync(HttpContext context, PluginSigningService plugin, AuditNotes notes, CancellationToken cancellation)
    {
        if (await plugin.ReadAsync(TokenOf(context), cancellation) is not var (report, content))
        {
            return Results.NotFound();
        }

        var name = ReportFileNames.Of(report.Year, report.Number, "pdf");
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await notes.DownloadedAsync(nameof(AnnualReport), report.Id, name, cancellation);
        }

        return Results.File(content, "application/pdf", name);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, PluginSigningService plugin, CancellationToken cancellation)
    {
        // Before anything is read: strangers fill no memory.
        if (!context.Request.HasFormContentType || !await plugin.IsWaitingAsync(TokenOf(context), cancellation))
        {
            return NotFound();
        }

        if (context.Request.ContentLength > LargestForm)
        {
            return Answer(SigningTexts.TooLarge.Fill(SigningWords.MostMegabytes));
        }

        var form = await context.Request.ReadFormAsync(
            new FormOptions { MultipartBodyLengthLimit = LargestForm, MemoryBufferThreshold = LargestForm, BufferBodyLengthLimit = LargestForm }, cancellation);
        if (form.Files is not [{ Length: > 0 and <= ReportSigningSteps.LargestFile } file])
        {
            return Answer(form.Files is [{ Length: > 0 }] ? SigningTexts.TooLarge.Fill(SigningWords.MostMegabytes) : SigningTexts.PluginNoFile);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return await plugin.ReceiveAsync(TokenOf(context), bytes.ToArray(), cancellation) switch
        {
            null or { Outcome: WorkflowOutcome.NotFound } => NotFound(),
            { Outcome: WorkflowOutcome.Done } => Answer("", Path.GetFileName(file.FileName)),
            var result => Answer(WorkflowTexts.Refusal(result).Text),
        };
    }

    private static string TokenOf(HttpContext context) => context.Request.Query[Token].ToString();

    private static IResult NotFound() => Results.Json(new UploadAnswer(false, SigningTexts.PluginUnknown, "", ""), statusCode: StatusCodes.Status404NotFound);

    /// <summary>A refusal answers 200, or the program shows its own words in place of ours.</summary>
    private static IResult Answer(string problem, string fileName = "") => Results.Json(new UploadAnswer(problem.Length == 0, problem, fileName, fileName));

    /// <summary>What the program expects of an upload handler, under its own names.</summary>
    private sealed record UploadAnswer(
        [property: JsonPropertyName("Status")] bool Status,
        [property: JsonPropertyName("Message")] string Message,
        [property: JsonPropertyName("FileName")] string FileName,
        [property: JsonPropertyName("FileServer")] string FileServer);
}
