using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Web.Features.Api;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Api;

public sealed class ApiTests(Portal portal) : IClassFixture<Portal>
{
    private const ApiScopes Everything = ApiScopes.Reports | ApiScopes.Plans | ApiScopes.Activities | ApiScopes.Catalogues;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryEndpoint_WithoutOrWithAWrongToken_IsRefused()
    {
        var revoked = await TokenAsync(Everything, row => row.RevokedUtc = DateTime.UtcNow);
        var expired = await TokenAsync(Everything, expiresOn: new DateOnly(2020, 1, 1));
        var good = await TokenAsync(Everything);
        using var person = await portal.SignInAsync("canbo@xahuongson");
        using var stranger = portal.Visit();
        foreach (var url in Urls(1, 2026))
        {
            foreach (var (session, token) in new (Session, string?)[]
            {
                (stranger, null), (person, null), (stranger, "cchc_sai"), (stranger, ""), (stranger, good[..^1]), (stranger, good + "x"), (stranger, revoked), (stranger, expired), (stranger, new string('x', 5000)),
            })
            {
                var answer = await GetAsync(session, url, token);
                await AssertProblemAsync(answer, HttpStatusCode.Unauthorized, $"{url} {token}");
                Assert.StartsWith("Bearer", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" || header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void EveryEndpoint_NamesItsScopeAndOnlyReads()
    {
        Assert.NotEmpty(Endpoints());
        Assert.All(Endpoints(), endpoint =>
        {
            Assert.NotNull(endpoint.Metadata.GetMetadata<ApiScopeAttribute>());
            Assert.Equal(["GET"], endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods);
        });
    }

    [Fact]
    public async Task EveryEndpoint_ByScope_OpensOrStaysShut()
    {
        using var visitor = portal.Visit();
        foreach (var scope in Enum.GetValues<ApiScopes>().Where(scope => scope != ApiScopes.None))
        {
            var token = await TokenAsync(scope);
            foreach (var endpoint in Endpoints())
            {
                var answer = await GetAsync(visitor, Url(endpoint, 1, 2026), token);
                if (endpoint.Metadata.GetRequiredMetadata<ApiScopeAttribute>().Scope == scope)
                {
                    Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
                }
                else
                {
                    await AssertProblemAsync(answer, HttpStatusCode.Forbidden, endpoint.RoutePattern.RawText!);
                }
            }
        }
    }

    [Fact]
    public async Task EveryEndpointWithAKey_OfAnotherAgency_IsNotFound()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(Everything);
        var foreign = await portal.ReadAsync(db => db.AnnualReports.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code != "xa-huong-son")).Select(row => row.Id).ToListAsync(Cancellation));
        Assert.NotEmpty(foreign);
        foreach (var url in foreign.SelectMany(id => new[] { $"/api/v1/reports/{id}", $"/api/v1/reports/{id}/model", $"/api/v1/reports/{id}/pdf" }))
        {
            await AssertProblemAsync(await GetAsync(visitor, url, token), HttpStatusCode.NotFound, url);
        }

        await AssertProblemAsync(await GetAsync(visitor, "/api/v1/plans/2023", token), HttpStatusCode.NotFound, "plan of another commune");
    }

    [Fact]
    public async Task Api_AnythingButReading_IsRefused()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(Everything);

        foreach (var url in Urls(1, 2026))
        {
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options })
            {
                var refused = await visitor.SendAsync(method, url, new StringContent("{}"), ("Authorization", $"Bearer {token}"));
                await AssertProblemAsync(refused, HttpStatusCode.MethodNotAllowed, $"{method} {url}");
                Assert.Equal(["GET"], refused.Content.Headers.Allow);
            }

            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await visitor.SendAsync(HttpMethod.Head, url, null, ("Authorization", $"Bearer {token}"))).StatusCode);
        }

        await AssertProblemAsync(await GetAsync(visitor, "/api/v1/khong-co", token), HttpStatusCode.NotFound, "no such address");
        foreach (var wrong in new[] { "/api/v1/activities?year=abc", "/api/v1/activities?size=0", "/api/v1/activities?size=9999", "/api/v1/activities?after=zzz", "/api/v1/activities?updatedSince=hom-qua", "/api/v1/reports?size=-1" })
        {
            await AssertProblemAsync(await GetAsync(visitor, wrong, token), HttpStatusCode.BadRequest, wrong);
        }
    }

    [Fact]
    public async Task Api_WithAPersonsCookieBeside_AnswersForTheSystem()
    {
        using var other = await portal.SignInAsync("canbo@sontrung");

        var page = await JsonAsync(await GetAsync(other, "/api/v1/reports", await TokenAsync(ApiScopes.Reports)));

        Assert.All(page["items"]!.AsArray(), row => Assert.Equal("xa-huong-son", (string?)row!["agency"]!["code"]));
        var reports = await other.PageAsync("/bao-cao");
        Assert.Contains("2023", reports.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_PageByPage_AreEachGivenOnce()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(ApiScopes.Activities);
        var all = await portal.ReadAsync(db => db.PropagandaActivities.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son") && row.Year == 2026)
            .Select(row => row.Id).OrderBy(id => id).ToListAsync(Cancellation));
        var (found, url) = (new List<long>(), "/api/v1/activities?year=2026&size=25");

        while (url is not null)
        {
            var page = await JsonAsync(await GetAsync(visitor, url, token));
            Assert.InRange(page["items"]!.AsArray().Count, 1, 25);
            found.AddRange(page["items"]!.AsArray().Select(row => (long)row!["id"]!));
            url = (string?)page["next"];
        }

        Assert.Equal(all, found.Order());
    }

    [Fact]
    public async Task Activities_UpdatedSince_TellsOfChangesAndDeletions()
    {
        using var visitor = portal.Visit();
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var token = await TokenAsync(ApiScopes.Activities);
        var since = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        Assert.Empty((await JsonAsync(await GetAsync(visitor, $"/api/v1/activities?updatedSince={since}", token)))["items"]!.AsArray());
        var ids = await portal.ReadAsync(db => db.PropagandaActivities.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son") && row.Year == 2026)
            .OrderByDescending(row => row.Id).Select(row => row.Id).Take(2).ToListAsync(Cancellation));
        await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{ids[0]}/sua"), "/sua", ("Form.Place", "Nơi vừa đổi"));
        await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{ids[1]}"), $"/hoat-dong/{ids[1]}/xoa");

        var page = await JsonAsync(await GetAsync(visitor, $"/api/v1/activities?updatedSince={since}", token));

        var items = page["items"]!.AsArray();
        Assert.Equal([(ids[0], false), (ids[1], true)], items.Select(row => ((long)row!["id"]!, (bool)row["isDeleted"]!)));
        Assert.Equal("Nơi vừa đổi", (string?)items[0]!["place"]);
        Assert.True((DateTime)page["nextUpdatedSince"]! < DateTime.UtcNow);
        Assert.DoesNotContain(ids[1], (await JsonAsync(await GetAsync(visitor, "/api/v1/activities?year=2026&size=500", token)))["items"]!.AsArray().Select(row => (long)row!["id"]!));
        await clerk.PostAsync($"/hoat-dong/{ids[1]}/khoi-phuc");
    }

    [Fact]
    public async Task PlanAndCatalogues_GiveWhatThePagesShow()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(ApiScopes.Plans | ApiScopes.Catalogues);

        var plan = await JsonAsync(await GetAsync(visitor, "/api/v1/plans/2026", token));
        var lists = await JsonAsync(await GetAsync(visitor, "/api/v1/catalogues", token));

        Assert.Equal(12, plan["items"]!.AsArray().Count);
        Assert.Equal(12, (int)plan["summary"]!["total"]!);
        var target = plan["items"]!.AsArray().SelectMany(row => row!["targets"]!.AsArray()).First(row => (string?)row!["kind"] == "quantity")!;
        Assert.Contains((string)target["indicator"]!, lists["indicators"]!.AsArray().Select(row => (string)row!["code"]!));
        Assert.Contains("loa-truyen-thanh", lists["channels"]!.AsArray().Select(row => (string)row!["code"]!));
        Assert.NotEmpty(lists["departments"]!.AsArray());
    }

    [Fact]
    public async Task Report_SubmittedAndIssued_IsFrozenWithNumberHashesAndFigures()
    {
        using var visitor = portal.Visit();
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var address = await ReportPath.OpenAsync(clerk);
        var id = ReportPath.Id(address);
        var token = await TokenAsync(ApiScopes.Reports);
        if (await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == id).Select(row => row.Status).SingleAsync(Cancellation)) == ReportStatus.Draft)
        {
            var draft = await JsonAsync(await GetAsync(visitor, $"/api/v1/reports/{id}/model", token));
            Assert.Equal((false, null), ((bool)draft["isFrozen"]!, draft["hashes"]));
            Assert.Equal(12, draft["figures"]!["planItems"]!.AsArray().Count);
            await ReportPath.IssueAsync(portal, clerk, address, 771);
        }

        var answer = await GetAsync(visitor, $"/api/v1/reports/{id}/model", token);
        var export = await JsonAsync(answer);
        var version = await portal.ReadAsync(db => db.ReportVersions.Where(row => row.ReportId == id).OrderByDescending(row => row.Number).FirstAsync(Cancellation));

        Assert.Equal((true, 771, "issued"), ((bool)export["isFrozen"]!, (int)export["number"]!, (string?)export["status"]));
        Assert.Equal((version.ModelSha256, version.IssuedPdfSha256), ((string?)export["hashes"]!["model"], (string?)export["hashes"]!["issuedPdf"]));
        Assert.Equal(version.ModelSha256, OfficialDocumentJson.Hash(ReportExport.ModelText(export["model"]!)));
        Assert.Equal((string?)export["hashes"]!["figures"], OfficialDocumentJson.Hash(ReportExport.ModelText(export["figures"]!)));
        var online = export["figures"]!["planItems"]!.AsArray().Single(row => ((string)row!["title"]!).StartsWith("Tin, bài", StringComparison.Ordinal))!;
        Assert.Equal(45, (int)online["targets"]![0]!["sum"]!);
        var pdf = await (await GetAsync(visitor, $"/api/v1/reports/{id}/pdf", token)).Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(version.IssuedPdfSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)));

        // The same file for a person, and for the office that it was delivered to, whose token sees it and no draft.
        var page = await clerk.PageAsync(address);
        var download = await clerk.GetAsync(page.QuerySelector("a[href$='/json']")!.GetAttribute("href")!);
        Assert.Equal("BC-771-UBND-2026_tuyen-truyen-CCHC.json", download.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(await answer.Content.ReadAsStringAsync(Cancellation), await download.Content.ReadAsStringAsync(Cancellation));
        var office = await TokenAsync(ApiScopes.Reports, agency: "so-noi-vu-ha-tinh");
        Assert.Equal(version.ModelSha256, (string?)(await JsonAsync(await GetAsync(visitor, $"/api/v1/reports/{id}/model", office)))["hashes"]!["model"]);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, $"/api/v1/reports/{id}/pdf", office)).StatusCode);
    }

    [Fact]
    public async Task Reports_OfASuperiorOffice_AreTheDeliveredOnes()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(ApiScopes.Reports, agency: "so-noi-vu-ha-tinh");
        var delivered = await portal.ReadAsync(db => db.ReportDeliveries.Where(row => db.Agencies.Any(agency => agency.Id == row.RecipientAgencyId && agency.Code == "so-noi-vu-ha-tinh"))
            .Select(row => row.ReportId).ToListAsync(Cancellation));
        var others = await portal.ReadAsync(db => db.AnnualReports.Where(row => !delivered.Contains(row.Id)).Select(row => row.Id).ToListAsync(Cancellation));

        var (found, url) = (new List<long>(), "/api/v1/reports?size=2");
        while (url is not null)
        {
            var page = await JsonAsync(await GetAsync(visitor, url, token));
            found.AddRange(page["items"]!.AsArray().Select(row => (long)row!["id"]!));
            url = (string?)page["next"];
        }

        Assert.Equal(delivered.Order(), found.Order());
        Assert.NotEmpty(others);
        foreach (var id in others)
        {
            await AssertProblemAsync(await GetAsync(visitor, $"/api/v1/reports/{id}/model", token), HttpStatusCode.NotFound, $"{id}");
        }
    }

    [Fact]
    public async Task Use_OfAToken_IsAuditedOnceADayAndShown()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(ApiScopes.Catalogues, name: "Trục dữ liệu tỉnh");
        await GetAsync(visitor, "/api/v1/catalogues", token);
        await GetAsync(visitor, "/api/v1/catalogues", token);

        var row = await portal.ReadAsync(db => db.SystemTokens.SingleAsync(row => row.Name == "Trục dữ liệu tỉnh", Cancellation));
        var uses = await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == nameof(SystemToken) && entry.EntityId == $"{row.Id}" && entry.Action == AuditAction.Changed).ToListAsync(Cancellation));

        Assert.NotNull(row.LastUsedUtc);
        Assert.Equal(("Trục dữ liệu tỉnh", null), (Assert.Single(uses).UserName, uses[0].UserId));
        Assert.Contains("LastUsedOn", uses[0].After, StringComparison.Ordinal);
        Assert.DoesNotContain("Hash", uses[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_DescribesExactlyTheEndpoints()
    {
        using var visitor = portal.Visit();
        var answer = await visitor.GetAsync(ApiSetup.DocumentUrl);

        var (document, diagnostic) = await OpenApiDocument.LoadAsync(await answer.Content.ReadAsStreamAsync(Cancellation), "json", cancellationToken: Cancellation);

        Assert.Empty(diagnostic!.Errors.Select(error => error.Message));
        var described = document!.Paths.SelectMany(path => path.Value.Operations!.Select(operation => $"{operation.Key.Method} {path.Key}"));
        var real = Endpoints().SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal)}"));
        Assert.Equal(real.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.All(document.Paths.SelectMany(path => path.Value.Operations!.Values), operation =>
        {
            Assert.NotEmpty(operation.Security!);
            Assert.NotEmpty(operation.Summary!);
            Assert.All(operation.Parameters ?? [], parameter => Assert.NotEmpty(parameter.Description!));
            Assert.All(["200", "401", "403", "429"], status => Assert.Contains(status, operation.Responses!.Keys));
        });
        Assert.All(
            document.Components!.Schemas!.SelectMany(type => (type.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(field => (Name: $"{type.Key}.{field.Key}", field.Value.Description))),
            field => Assert.False(string.IsNullOrEmpty(field.Description), field.Name));
        Assert.DoesNotMatch(@"\b([Tt]he|of|its|when)\b", await (await visitor.GetAsync(ApiSetup.DocumentUrl)).Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task EveryAnswer_IsWhatTheDocumentSays()
    {
        using var visitor = portal.Visit();
        var token = await TokenAsync(Everything);
        var office = await TokenAsync(ApiScopes.Reports, agency: "so-noi-vu-ha-tinh");
        var (document, _) = await OpenApiDocument.LoadAsync(await (await visitor.GetAsync(ApiSetup.DocumentUrl)).Content.ReadAsStreamAsync(Cancellation), "json", cancellationToken: Cancellation);
        var report = (long)(await JsonAsync(await GetAsync(visitor, "/api/v1/reports", token)))["items"]![0]!["id"]!;
        var delivered = (long)(await JsonAsync(await GetAsync(visitor, "/api/v1/reports", office)))["items"]![0]!["id"]!;
        foreach (var (path, operations) in document!.Paths)
        {
            foreach (var (key, shown) in new[] { (token, report), (office, delivered) })
            {
                if (key == office && !path.StartsWith("/api/v1/reports", StringComparison.Ordinal))
                {
                    continue;
                }

                var url = path.Replace("{id}", $"{shown}", StringComparison.Ordinal).Replace("{year}", "2026", StringComparison.Ordinal);
                var (type, content) = Assert.Single(operations.Operations![HttpMethod.Get].Responses!["200"].Content!);

                var answer = await GetAsync(visitor, url, key);

                Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
                Assert.True(answer.Headers.CacheControl!.NoStore, url);
                if (type == "application/json")
                {
                    AssertIs(content.Schema!, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)), url);
                }
            }
        }
    }

    [Fact]
    public async Task EveryAnswer_AskedForWithItsTag_IsNotSentAgainUntilItChanges()
    {
        using var visitor = portal.Visit();
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var token = await TokenAsync(Everything);
        var report = (long)(await JsonAsync(await GetAsync(visitor, "/api/v1/reports", token)))["items"]![0]!["id"]!;
        foreach (var url in Urls(report, 2026).Where(url => !url.EndsWith("/activities", StringComparison.Ordinal)))
        {
            var tag = (await GetAsync(visitor, url, token)).Headers.ETag!;

            var again = await visitor.SendAsync(HttpMethod.Get, url, null, ("Authorization", $"Bearer {token}"), ("If-None-Match", tag.ToString()));
            var stale = await visitor.SendAsync(HttpMethod.Get, url, null, ("Authorization", $"Bearer {token}"), ("If-None-Match", "\"khac\""));

            Assert.False(tag.IsWeak);
            Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Cancellation)).Length));
            Assert.Equal((HttpStatusCode.OK, tag), (stale.StatusCode, stale.Headers.ETag));
            await AssertProblemAsync(await visitor.SendAsync(HttpMethod.Get, url, null, ("If-None-Match", tag.ToString())), HttpStatusCode.Unauthorized, url);
        }

        var before = (await GetAsync(visitor, "/api/v1/plans/2026", token)).Headers.ETag;
        await clerk.SubmitAsync(await clerk.PageAsync("/hoat-dong/nhap"), "/hoat-dong/nhap", ("Form.StartsOn", "12/10/2026"), ("Form.Title", "Việc làm thẻ đổi"), ("Form.ChannelId", await ChannelAsync()), ("Form.PlanItemId", await PlanItemAsync()));
        Assert.NotEqual(before, (await GetAsync(visitor, "/api/v1/plans/2026", token)).Headers.ETag);

        Task<string> ChannelAsync() => portal.ReadAsync(db => db.PropagandaChannels.Where(row => row.Code == "loa-truyen-thanh").Select(row => row.Id.ToString()).SingleAsync(Cancellation));
        Task<string> PlanItemAsync() => portal.ReadAsync(db => db.PlanItems.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son") && row.Plan!.Year == 2026)
            .OrderBy(row => row.Id).Select(row => row.Id.ToString()).FirstAsync(Cancellation));
    }

    [Fact]
    public async Task Catalogues_OfAnAgencyWithNamesOfItsOwn_GiveBoth()
    {
        using var visitor = portal.Visit();
        await portal.ReadAsync(async db =>
        {
            var agency = await db.Agencies.SingleAsync(row => row.Code == "son-trung", Cancellation);
            var channel = await db.PropagandaChannels.SingleAsync(row => row.Code == "loa-truyen-thanh", Cancellation);
            var cause = await db.ShortcomingCauses.OrderBy(row => row.Position).FirstAsync(Cancellation);
            db.Add(new CatalogueLocalName { AgencyId = agency.Id, ChannelId = channel.Id, Name = "Loa của thôn" });
            db.Add(new CatalogueLocalName { AgencyId = agency.Id, CauseId = cause.Id, Name = "Nguyên nhân gọi theo lối của xã" });
            return await db.SaveChangesAsync(Cancellation);
        });

        var (ownLists, othersLists) = (await ListsAsync("son-trung"), await ListsAsync("xa-huong-son"));
        var (own, others) = (Channel(ownLists), Channel(othersLists));

        Assert.Equal("Loa của thôn", (string?)own["ownName"]);
        Assert.Null(others["ownName"]);
        Assert.Equal((string?)others["name"], (string?)own["name"]);
        var names = await portal.ReadAsync(db => db.ShortcomingCauses.OrderBy(row => row.Position).Select(row => row.Name).ToListAsync(Cancellation));
        Assert.Equal(names, Causes(ownLists, "name"));
        Assert.Equal(["Nguyên nhân gọi theo lối của xã", .. Enumerable.Repeat<string?>(null, names.Count - 1)], Causes(ownLists, "ownName"));
        Assert.All(Causes(othersLists, "ownName"), name => Assert.Null(name));

        async Task<JsonNode> ListsAsync(string agency) => await JsonAsync(await GetAsync(visitor, "/api/v1/catalogues", await TokenAsync(ApiScopes.Catalogues, agency: agency)));

        static JsonNode Channel(JsonNode lists) => lists["channels"]!.AsArray().Single(row => (string?)row!["code"] == "loa-truyen-thanh")!;

        static IEnumerable<string?> Causes(JsonNode lists, string field) => lists["causes"]!.AsArray().Select(row => (string?)row![field]);
    }

    [Fact]
    public async Task Model_OfAReport_SaysWhatItsPageShows()
    {
        using var visitor = portal.Visit();
        using var clerk = await portal.SignInAsync("canbo@sontrung");
        var token = await TokenAsync(ApiScopes.Reports, agency: "son-trung");
        var id = (long)(await JsonAsync(await GetAsync(visitor, "/api/v1/reports?year=2023", token)))["items"]!.AsArray().Single()!["id"]!;

        var export = await JsonAsync(await GetAsync(visitor, $"/api/v1/reports/{id}/model", token));
        var document = OfficialDocumentJson.Read(ReportExport.ModelText(export["model"]!));

        var page = Words((await clerk.PageAsync($"/bao-cao/{id}")).QuerySelector("main")!.TextContent);
        Assert.InRange(document.Body.Count, 20, 200);
        Assert.All(document.Body, block => Assert.Contains(Words(block.Text), page, StringComparison.Ordinal));
        Assert.All(document.Addressees, line => Assert.Contains(Words(line.Text), page, StringComparison.Ordinal));

        static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Page_OfTheInterface_NamesEveryAddress()
    {
        using var visitor = portal.Visit();

        var page = await visitor.PageAsync("/api");

        Assert.Equal(Endpoints().Count(), page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Authorization: Bearer", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRequests_OfOneSystem_AreRefusedAndOthersGoOn()
    {
        using var visitor = portal.Visit();
        var (greedy, modest) = (await TokenAsync(ApiScopes.Catalogues), await TokenAsync(ApiScopes.Catalogues));

        HttpResponseMessage answer;
        var sent = 0;
        do
        {
            answer = await GetAsync(visitor, "/api/v1/catalogues", greedy);
            sent++;
        }
        while (answer.StatusCode == HttpStatusCode.OK && sent < 400);

        await AssertProblemAsync(answer, HttpStatusCode.TooManyRequests, "greedy");
        Assert.True(answer.Headers.Contains("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/api/v1/catalogues", modest)).StatusCode);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal)
            && !endpoint.RoutePattern.RawText.EndsWith("{**rest}", StringComparison.Ordinal));

    private IEnumerable<string> Urls(long id, int year) => Endpoints().Select(endpoint => Url(endpoint, id, year));

    private static string Url(RouteEndpoint endpoint, long id, int year) =>
        $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}".Replace("{id:long}", $"{id}", StringComparison.Ordinal).Replace("{year:int}", $"{year}", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> GetAsync(Session session, string url, string? token) =>
        token is null ? session.GetAsync(url) : session.SendAsync(HttpMethod.Get, url, null, ("Authorization", $"Bearer {token}"));

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Whether an answer is what its schema says: no field more, none less, each of its type.</summary>
    private static void AssertIs(IOpenApiSchema schema, JsonNode? value, string at)
    {
        if (schema.OneOf is { Count: > 0 } either)
        {
            Assert.True(value is not null || either.Any(one => one.Type == JsonSchemaType.Null), $"{at} is null");
            if (value is not null)
            {
                AssertIs(either.Single(one => one.Type != JsonSchemaType.Null), value, at);
            }

            return;
        }

        switch (value)
        {
            case JsonObject fields when schema.Properties is { Count: > 0 } properties:
                Assert.Equal(properties.Keys.Order(StringComparer.Ordinal), fields.Select(field => field.Key).Order(StringComparer.Ordinal));
                Assert.All(fields, field => AssertIs(properties[field.Key], field.Value, $"{at}.{field.Key}"));
                break;
            case JsonArray items when schema.Type?.HasFlag(JsonSchemaType.Array) == true:
                Assert.All(items, item => AssertIs(schema.Items!, item, $"{at}[]"));
                break;
            case JsonValue text when schema.Enum is { Count: > 0 } words:
                Assert.Contains((string?)text, words.Select(word => (string?)word));
                break;
            case null when schema.Type is { } nullable:
                Assert.True(nullable.HasFlag(JsonSchemaType.Null), $"{at} is null");
                break;
            case JsonValue single when schema.Type is { } type:
                var kind = single.GetValueKind();
                Assert.True(
                    (type.HasFlag(JsonSchemaType.String) && kind == JsonValueKind.String)
                    || (type.HasFlag(JsonSchemaType.Boolean) && kind is JsonValueKind.True or JsonValueKind.False)
                    || (type.HasFlag(JsonSchemaType.Number) && kind == JsonValueKind.Number)
                    || (type.HasFlag(JsonSchemaType.Integer) && single.TryGetValue<long>(out _)),
                    $"{at}: {single.ToJsonString()} is no {type}");
                break;
            default:
                // The frozen document and its figures have versions of their own.
                Assert.True(at.EndsWith(".model", StringComparison.Ordinal) || at.EndsWith(".figures", StringComparison.Ordinal), $"{at}: the document says nothing of it");
                break;
        }
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string what)
    {
        Assert.True(answer.StatusCode == status, $"{what}: {(int)answer.StatusCode}");
        Assert.True(answer.Headers.CacheControl!.NoStore, what);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonSerializer.Deserialize<JsonObject>(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.NotEmpty((string)problem["correlationId"]!);
    }

    /// <summary>A token as the page makes one, and then what the test does to it.</summary>
    private async Task<string> TokenAsync(
        ApiScopes scopes, Action<SystemToken>? change = null, DateOnly? expiresOn = null, string agency = "xa-huong-son", string? name = null)
    {
        var token = SystemTokenService.Prefix + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) + "0123456789A";
        await portal.ReadAsync(async db =>
        {
            var owner = await db.Agencies.SingleAsync(row => row.Code == agency, Cancellation);
            var row = new SystemToken
            {
                AgencyId = owner.Id,
                Name = name ?? token,
                Scopes = scopes,
                TokenHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token))),
                TokenEnd = token[^SystemToken.EndLength..],
                ExpiresOn = expiresOn ?? new DateOnly(2100, 1, 1),
                CreatedUtc = DateTime.UtcNow,
                CreatedById = await db.Users.Where(user => user.AgencyId == owner.Id).Select(user => user.Id).FirstAsync(Cancellation),
            };
            change?.Invoke(row);
            db.SystemTokens.Add(row);
            return await db.SaveChangesAsync(Cancellation);
        });
        return token;
    }
}
