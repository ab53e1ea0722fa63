using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
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
                    var answer = route.Method == HttpMethod.Get ? await session.GetAsync(route.Url(key)) : await session.PostAsync(route.Url(key), ValidFields());
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

    private IReadOnlyList<PortalRoute> Routes() => PortalRoute.All(portal);

    /// <summary>Enough for a form to pass its own rules, so that the row is what refuses.</summary>
    private static (string, string)[] ValidFields() =>
    [
        ("Form.Title", "Thử"), ("Form.StartsOn", "24/11/2026"), ("Form.ChannelId", "1"), ("Form.Text", "Thử"), ("Form.Reason", "Thử"),
        ("Form.Section", "Content"), ("Form.Subject", "Thử"),
        ("Form.Version", Guid.NewGuid().ToString()), ("Issue.Number", "1"), ("Issue.IssuedOn", "24/11/2026"), ("Act.Reason", "Thử"), ("version", Guid.NewGuid().ToString()),
    ];
}
