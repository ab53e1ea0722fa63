using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Api;

/// <summary>What connected systems may read. Nothing here writes, and every endpoint names its scope.</summary>
internal static class ApiEndpoints
{
    /// <summary>How long a save may take: an answer goes back by so much.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private const string JsonType = "application/json";
    private const string PdfType = "application/pdf";

    public static void MapCchcApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiProblems.Root).RequireRateLimiting(Setup.RateLimits.Api).AddEndpointFilter<ApiAccess>()
            .WithMetadata(new OpenWithTemporaryPasswordAttribute());
        api.MapGet("/reports", ReportsAsync).Needs(ApiScopes.Reports, ApiTexts.Reports, nameof(ReportsAsync)).Produces<ApiReports>().MayBeUnchanged();
        api.MapGet("/reports/{id:long}", ReportAsync).Needs(ApiScopes.Reports, ApiTexts.Report, nameof(ReportAsync)).Produces<ApiReport>().MayBeUnchanged().MayMiss();
        api.MapGet("/reports/{id:long}/model", ModelAsync).Needs(ApiScopes.Reports, ApiTexts.ReportModel, nameof(ModelAsync)).Produces<ReportExport>().MayBeUnchanged().MayMiss().MayBeIncomplete();
        api.MapGet("/reports/{id:long}/pdf", PdfAsync).Needs(ApiScopes.Reports, ApiTexts.ReportPdf, nameof(PdfAsync)).Produces<Stream>(StatusCodes.Status200OK, PdfType).MayBeUnchanged().MayMiss().MayBeIncomplete();
        api.MapGet("/plans/{year:int}", PlanAsync).Needs(ApiScopes.Plans, ApiTexts.Plan, nameof(PlanAsync)).Produces<ApiPlan>().MayBeUnchanged().MayMiss();
        api.MapGet("/activities", ActivitiesAsync).Needs(ApiScopes.Activities, ApiTexts.Activities, nameof(ActivitiesAsync)).Produces<ApiActivities>();
        api.MapGet("/catalogues", CataloguesAsync).Needs(ApiScopes.Catalogues, ApiTexts.Catalogues, nameof(CataloguesAsync)).Produces<ApiCatalogues>().MayBeUnchanged();

        // Whatever else is asked for is refused in the same words, and not led to the sign-in page.
        app.Map($"{ApiProblems.Root}/{{**rest}}", Elsewhere).AllowAnonymous().ExcludeFromDescription();
    }

    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, ApiScopes scope, string summary, string name) => endpoint
        .RequireAuthorization(ApiTokens.PolicyOf(scope)).WithMetadata(new ApiScopeAttribute(scope)).WithSummary(summary).WithTags(ApiWords.Name(scope)).WithName(name.Replace("Async", "", StringComparison.Ordinal))
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static RouteHandlerBuilder MayMiss(this RouteHandlerBuilder endpoint) => endpoint.ProducesProblem(StatusCodes.Status404NotFound);

    private static RouteHandlerBuilder MayBeUnchanged(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified);

    private static RouteHandlerBuilder MayBeIncomplete(this RouteHandlerBuilder endpoint) => endpoint.ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> ReportsAsync(
        HttpContext context, ReportFeed reports, CancellationToken cancellation, int? year = null, long? after = null, [Range(1, ReportFeed.MostPerPage)] int size = ReportFeed.UsualPerPage)
    {
        if (size is < 1 or > ReportFeed.MostPerPage)
        {
            return ApiProblems.Result(context, StatusCodes.Status400BadRequest, ApiTexts.SizeWrong.Fill(ReportFeed.MostPerPage));
        }

        var page = await reports.ListAsync(year, after, size, cancellation);
        return Tagged(context, new ApiReports(
            page.Items.Select(ApiReport.Of).ToList(),
            page.HasMore ? Next(context, "after", page.Items[^1].Id.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> ReportAsync(HttpContext context, long id, ReportFeed reports, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } row ? Tagged(context, ApiReport.Of(row)) : NotFound(context);

    private static Task<IResult> ModelAsync(HttpContext context, long id, ReportFeed reports, CancellationToken cancellation) => WholeAsync(
        context, async () => await reports.ExportAsync(id, cancellation) is { } export ? Tagged(export.ToJson(), JsonType) : NotFound(context));

    private static Task<IResult> PdfAsync(HttpContext context, long id, ReportFeed reports, CancellationToken cancellation) => WholeAsync(
        context,
        async () => await reports.PdfAsync(id, cancellation) is var (row, pdf)
            ? Tagged(pdf, PdfType, ReportFileNames.Of(row.Year, row.Number, "pdf"))
            : NotFound(context));

    private static async Task<IResult> PlanAsync(HttpContext context, int year, PlanProgressReader plans, TimeProvider time, CancellationToken cancellation) =>
        await plans.ReadAsync(year, time.Today(), cancellation) is { } board ? Tagged(context, ApiPlan.Of(board)) : NotFound(context);

    private static async Task<IResult> ActivitiesAsync(
        HttpContext context,
        ActivityFeed activities,
        CancellationToken cancellation,
        int? year = null,
        DateTimeOffset? updatedSince = null,
        string? after = null,
        [Range(1, ActivityFeed.MostPerPage)] int size = ActivityFeed.UsualPerPage)
    {
        if (size is < 1 or > ActivityFeed.MostPerPage)
        {
            return ApiProblems.Result(context, StatusCodes.Status400BadRequest, ApiTexts.SizeWrong.Fill(ActivityFeed.MostPerPage));
        }

        var mark = after is null ? null : FeedMark.Parse(after);
        if (after is not null && mark is null)
        {
            return ApiProblems.Result(context, StatusCodes.Status400BadRequest, ApiTexts.AfterWrong);
        }

        var page = await activities.ReadAsync(new FeedQuery { Year = year, UpdatedSince = updatedSince?.UtcDateTime, After = mark, Size = size }, cancellation);
        return TypedResults.Ok(new ApiActivities(page.Items, page.Next is { } next ? Next(context, "after", next.ToString()) : null, page.AsOfUtc - Overlap));
    }

    private static async Task<IResult> CataloguesAsync(HttpContext context, CatalogueFeed catalogues, CancellationToken cancellation)
    {
        var lists = await catalogues.ReadAsync(cancellation);
        return Tagged(context, new ApiCatalogues
        {
            Periods = lists.Periods.Select(row => new ApiPeriod(row.Year, row.From, row.To)).ToList(),
            Channels = lists.Channels.Select(row => new ApiChannel(row.Code, row.Name, row.OwnName, row.Mode, row.ValidFrom, row.ValidTo)).ToList(),
            Topics = lists.Topics.Select(row => new ApiEntry(row.Code, row.Name, row.OwnName, row.ValidFrom, row.ValidTo)).ToList(),
            Indicators = lists.Indicators.Select(row => new ApiIndicator(row.Code, row.Name, row.Unit, row.OwnName, row.ValidFrom, row.ValidTo)).ToList(),
            Causes = lists.Causes.Select(row => new ApiEntry(row.Code, row.Name, row.OwnName, row.ValidFrom, row.ValidTo)).ToList(),
            Departments = lists.Departments.Select(row => new ApiDepartment(row.Id, row.Name, row.ValidFrom, row.ValidTo, row.SuccessorId)).ToList(),
        });
    }

    /// <summary>An answer with the hash of its bytes as its tag: a system that sends the tag of its own copy is told when nothing changed.</summary>
    private static FileContentHttpResult Tagged(byte[] body, string type, string? fileName = null) => TypedResults.Bytes(
        body, type, fileName, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\""));

    private static FileContentHttpResult Tagged<T>(HttpContext context, T value) => Tagged(
        JsonSerializer.SerializeToUtf8Bytes(value, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions), JsonType);

    private static IResult Elsewhere(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return NotFound(context);
        }

        context.Response.Headers.Allow = HttpMethods.Get;
        return ApiProblems.Result(context, StatusCodes.Status405MethodNotAllowed);
    }

    private static IResult NotFound(HttpContext context) => ApiProblems.Result(context, StatusCodes.Status404NotFound);

    private static async Task<IResult> WholeAsync(HttpContext context, Func<Task<IResult>> read)
    {
        try
        {
            return await read();
        }
        catch (ReportIncompleteException problem)
        {
            return ApiProblems.Result(context, StatusCodes.Status409Conflict, ApiTexts.Incomplete.Fill(WorkflowTexts.Name(problem.Missing)));
        }
        catch (Core.Reports.Official.UnprintableTextException problem)
        {
            return ApiProblems.Result(context, StatusCodes.Status409Conflict, ApiTexts.Unprintable.Fill(problem.Character));
        }
    }

    /// <summary>The address of this request with another place to begin at.</summary>
    private static string Next(HttpContext context, string parameter, string value) => QueryHelpers.AddQueryString(
        context.Request.PathBase + context.Request.Path,
        context.Request.Query.Where(pair => pair.Key != parameter).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))
            .Append(KeyValuePair.Create(parameter, value)).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
}

/// <summary>The scope that an endpoint asks for, for the document and the page that describe it.</summary>
/// <param name="scope">The scope.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ApiScopeAttribute(ApiScopes scope) : Attribute
{
    public ApiScopes Scope { get; } = scope;
}
