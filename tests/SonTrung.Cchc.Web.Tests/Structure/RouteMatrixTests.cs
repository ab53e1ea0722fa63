using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Structure;

/// <summary>
/// Every route × every kind of user × own and foreign rows, made from the routes themselves: a new action is checked
/// before anybody thinks of it.
/// </summary>
public sealed class RouteMatrixTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Users =
    [
        "canbo@xahuongson", "vanthu@xahuongson", "chutich@xahuongson", "quantri@xahuongson", "sonoivu@hatinh", "hethong@cchc",
    ];

    [Fact]
    public async Task EveryRoute_WithoutSignIn_LeadsToSignIn()
    {
        using var visitor = portal.Visit();
        foreach (var route in Routes().Where(route => !route.IsAnonymous))
        {
            var answer = route.Method == HttpMethod.Get
                ? await visitor.GetAsync(route.Url(1))
                : await visitor.PostAsync(route.Url(1));
            Assert.True(
                answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/dang-nhap", StringComparison.Ordinal),
                $"{route}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryPost_WithoutToken_IsRefused()
    {
        using var session = await portal.SignInAsync("canbo@xahuongson");
        foreach (var route in Routes().Where(route => route.Method == HttpMethod.Post))
        {
            var answer = await session.SendAsync(HttpMethod.Post, route.Url(1), new FormUrlEncodedContent([]));
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{route}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(AllUsers))]
    public async Task EveryRoute_ByPermission_OpensOrStaysShut(string userName)
    {
        using var session = await portal.SignInAsync(userName);
        var permissions = Permissions.Of(await portal.ReadAsync(db =>
            db.Users.Where(user => user.UserName == userName).Select(user => user.Duties).SingleAsync(TestContext.Current.CancellationToken)));
        foreach (var route in Routes().Where(route => !route.IsAnonymous))
        {
            var answer = route.Method == HttpMethod.Get ? await session.GetAsync(route.Url(1)) : await session.PostAsync(route.Url(1));
            var mayEnter = route.Needs.All(permissions.Contains);
            Assert.True(
                mayEnter == (answer.StatusCode != HttpStatusCode.Forbidden),
                $"{userName} {route}: {(int)answer.StatusCode}, permission {(mayEnter ? "held" : "missing")}");
            Assert.True((int)answer.StatusCode < 500, $"{userName} {route}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryRouteWithAKey_OfAnotherAgency_IsNotFound()
    {
        var foreign = await ForeignKeysAsync();
        foreach (var userName in Users)
        {
            using var session = await portal.SignInAsync(userName);
            var permissions = Permissions.Of(await portal.ReadAsync(db =>
                db.Users.Where(user => user.UserName == userName).Select(user => user.Duties).SingleAsync(TestContext.Current.CancellationToken)));
            foreach (var route in Routes().Where(route => route.HasKey && !route.IsAnonymous && route.Needs.All(permissions.Contains)))
            {
                foreach (var key in foreign)
                {
                    var answer = route.Method == HttpMethod.Get ? await session.GetAsync(route.Url(key)) : await session.PostAsync(route.Url(key), route.ValidFields);
                    Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{userName} {route} with foreign {key}: {(int)answer.StatusCode}");
                }
            }
        }
    }

    public static TheoryData<string> AllUsers() => new(Users);

    /// <summary>Rows of xã Sơn Trung, which nobody of 2026 may see.</summary>
    private Task<List<long>> ForeignKeysAsync() => portal.ReadAsync(async db =>
    {
        var cancellation = TestContext.Current.CancellationToken;
        var other = await db.Agencies.Where(agency => agency.Code == "son-trung").Select(agency => agency.Id).SingleAsync(cancellation);
        return new List<long>
        {
            await db.AnnualReports.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.PropagandaActivities.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.PlanItems.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.Plans.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.ReferenceDocuments.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.Shortcomings.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.NextYearTasks.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
            await db.ReportLines.Where(row => row.AgencyId == other).Select(row => row.Id).FirstAsync(cancellation),
        };
    });

    private IEnumerable<Route> Routes() => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => new Route(new HttpMethod(method), endpoint)));

    private sealed record Route(HttpMethod Method, RouteEndpoint Endpoint)
    {
        public bool IsAnonymous => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

        public bool HasKey => Endpoint.RoutePattern.Parameters.Count > 0;

        public IEnumerable<Permission> Needs => Endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(need => need.Permission);

        /// <summary>Enough for a form to pass its own rules, so that the row is what refuses.</summary>
        public (string, string)[] ValidFields =>
        [
            ("Form.Title", "Thử"), ("Form.StartsOn", "24/11/2026"), ("Form.ChannelId", "1"), ("Form.Text", "Thử"), ("Form.Reason", "Thử"),
            ("Form.Section", "Content"), ("Form.Subject", "Thử"),
            ("Form.Version", Guid.NewGuid().ToString()), ("Issue.Number", "1"), ("Issue.IssuedOn", "24/11/2026"), ("Act.Reason", "Thử"), ("version", Guid.NewGuid().ToString()),
        ];

        public string Url(long key) => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => key.ToString(CultureInfo.InvariantCulture),
        }))));

        public override string ToString() => $"{Method} /{Endpoint.RoutePattern.RawText}";
    }
}
