using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Signing;

/// <summary>The computer's signing program fetches the file with a token of one use and brings it back. Each test has a portal of its own: a report goes one way only.</summary>
public sealed class SigningPluginControllerTests : IAsyncLifetime
{
    private readonly SetClock clock = new(DateTimeOffset.UtcNow);
    private readonly TestSignatures tokens = new();
    private Portal portal = null!;
    private SigningPlugin plugin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = Portal.At(clock);
        plugin = await SigningPlugin.StartAsync(tokens);
        await tokens.PrepareAsync(portal);
    }

    public async ValueTask DisposeAsync()
    {
        await plugin.DisposeAsync();
        await portal.DisposeAsync();
        tokens.Dispose();
    }

    [Fact]
    public async Task WholeOrder_WithTheProgram_IsTheOutsideWayInOtherHands()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var report = await SubmittedAsync(staff);

        var signing = await BeginAsync(chairman, report, "ky");
        Assert.Null(signing.Parameters["DocNumber"]);
        var signed = await plugin.AskAsync("SignApproved", signing.Parameters);

        Assert.Equal((0, ""), ((int)signed["Status"]!, (string)signed["Message"]!));
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
        Assert.Equal(report, (string?)(await EndAsync(chairman, report, "ky", signing.Attempt))["url"]);
        Assert.Contains("Đã ký ban hành.", (await chairman.PageAsync(report)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "15"));
        var numbered = await TestSignatures.FileAsync(clerk, report);
        var sealing = await BeginAsync(clerk, report, "ky-co-quan");
        Assert.Equal("15", (string?)sealing.Parameters["DocNumber"]);
        Assert.Equal($"{DateOnly.FromDateTime(clock.Now.UtcDateTime.AddHours(7)):yyyy-MM-dd}T00:00:00+07:00", (string?)sealing.Parameters["IssuedDate"]);
        Assert.Equal(0, (int)(await plugin.AskAsync("SignIssued", sealing.Parameters))["Status"]!);

        Assert.Equal(ReportStatus.Issued, await StatusAsync(report));
        var issued = await TestSignatures.FileAsync(staff, report);
        Assert.True(issued.AsSpan().StartsWith(numbered));
        Assert.Equal(SignedPdfVerdict.Authentic, new SignedPdfVerifier([tokens.Root], TimeProvider.System).Verify(issued).Verdict);
        Assert.Single(await portal.ReadAsync(db => db.ReportDeliveries.Where(row => row.ReportId == ReportPath.Id(report)).ToListAsync(Cancellation)));
        Assert.Equal(report, (string?)(await EndAsync(clerk, report, "ky-co-quan", sealing.Attempt))["url"]);
        await AssertWrittenInTheirNamesAsync();
    }

    [Fact]
    public async Task Token_UsedUp_OpensNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");
        await plugin.AskAsync("SignApproved", signing.Parameters);
        var signed = await TestSignatures.FileAsync(chairman, report);

        await AssertShutAsync(signing.Parameters, signed);

        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
        Assert.Single(await FilesAsync());
    }

    [Fact]
    public async Task Token_BroughtTwiceAtOnce_TakesOneFile()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");
        var signed = await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => plugin.BringAsync(Upload(signing.Parameters), signed)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
        Assert.Single(await FilesAsync());
    }

    [Fact]
    public async Task Token_AfterAQuarterOfAnHour_OpensNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");
        clock.Now += TimeSpan.FromMinutes(14);
        Assert.Equal(HttpStatusCode.OK, (await plugin.FetchAsync((string)signing.Parameters["FileName"]!)).StatusCode);

        clock.Now += TimeSpan.FromMinutes(1);
        await AssertShutAsync(signing.Parameters, await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person));

        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));
    }

    [Theory]
    [InlineData("another certificate", "không phải chứng thư đã khai")]
    [InlineData("one changed byte", "không còn đúng từng byte")]
    [InlineData("something added", "Ngoài chữ ký")]
    [InlineData("no PDF", "không phải PDF")]
    public async Task Receive_WrongFile_IsRefusedInTheSameWordsOnBothSides(string what, string says)
    {
        using var stranger = tokens.Stranger();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        plugin.Token = what == "another certificate" ? stranger : null;
        plugin.Spoil = file =>
        {
            switch (what)
            {
                case "one changed byte":
                    file[file.Length / 3] ^= 1;
                    return file;
                case "something added":
                    return [.. file, .. "\n% more"u8];
                case "no PDF":
                    return "GIF89a"u8.ToArray();
                default:
                    return file;
            }
        };
        var signing = await BeginAsync(chairman, report, "ky");

        var answer = await plugin.AskAsync("SignApproved", signing.Parameters);

        Assert.NotEqual(0, (int)answer["Status"]!);
        Assert.Contains(says, (string)answer["Message"]!, StringComparison.Ordinal);
        var told = await EndAsync(chairman, report, "ky", signing.Attempt);
        Assert.Equal((null, (string)answer["Message"]!), ((string?)told["url"], (string?)told["message"]));
        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));
        Assert.Empty(await FilesAsync());

        // The token is used up; the button works again.
        await AssertShutAsync(signing.Parameters, "%PDF-1.7"u8.ToArray());
        (plugin.Token, plugin.Spoil) = (null, file => file);
        Assert.Equal(0, (int)(await plugin.AskAsync("SignApproved", (await BeginAsync(chairman, report, "ky")).Parameters))["Status"]!);
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
    }

    [Fact]
    public async Task Receive_NoFileOrTooLarge_LeavesTheTokenStanding()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");

        Assert.Contains("Tệp vượt quá 25 MB.", await SaidAsync(await plugin.BringAsync(Upload(signing.Parameters), new byte[ReportSigningSteps.LargestFile + 1])), StringComparison.Ordinal);
        Assert.Contains("Không có tệp đã ký.", await SaidAsync(await plugin.BringAsync(Upload(signing.Parameters), [])), StringComparison.Ordinal);

        Assert.Equal(0, (int)(await plugin.AskAsync("SignApproved", signing.Parameters))["Status"]!);
    }

    [Theory]
    [InlineData("left")]
    [InlineData("password")]
    [InlineData("duty")]
    public async Task Token_OfSomebodyWhoMayNotAnyMore_OpensNothing(string what)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");
        var frozen = await TestSignatures.FileAsync(chairman, report);

        await portal.ReadAsync(db =>
        {
            var person = db.Users.Where(row => row.UserName == "chutich@xahuongson");
            return what switch
            {
                "left" => person.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeftUtc, clock.Now.UtcDateTime), Cancellation),
                "password" => person.ExecuteUpdateAsync(set => set.SetProperty(row => row.SecurityStamp, "another"), Cancellation),
                _ => person.ExecuteUpdateAsync(set => set.SetProperty(row => row.Duties, Duties.Staff), Cancellation),
            };
        });

        await AssertShutAsync(signing.Parameters, await TestSignatures.SignAsync(frozen, SignatureRole.Person, tokens.Person));
        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));
    }

    [Fact]
    public async Task Token_AfterTheReportWasReturned_SignsNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");
        var signed = await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person);
        await ReportPath.ActAsync(chairman, report, "/tra-lai", ("Act.Reason", "Thiếu nguyên nhân"));

        Assert.Equal(HttpStatusCode.NotFound, (await plugin.FetchAsync((string)signing.Parameters["FileName"]!)).StatusCode);
        Assert.Contains("\"Status\":false", await SaidAsync(await plugin.BringAsync(Upload(signing.Parameters), signed)), StringComparison.Ordinal);

        Assert.Equal(ReportStatus.Returned, await StatusAsync(report));
        Assert.Empty(await FilesAsync());
    }

    [Fact]
    public async Task Token_OnceThePageHasGivenUpOrBegunAnew_OpensNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var first = await BeginAsync(chairman, report, "ky");
        var second = await BeginAsync(chairman, report, "ky");
        var signed = await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, report), SignatureRole.Person, tokens.Person);
        await AssertShutAsync(first.Parameters, signed);

        var told = await EndAsync(chairman, report, "ky", second.Attempt);

        Assert.Equal((null, null), ((string?)told["url"], (string?)told["message"]));
        await AssertShutAsync(second.Parameters, signed);
        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));
    }

    [Fact]
    public async Task Begin_ByAnybodyElse_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var deputy = await portal.SignInAsync("phochutich@xahuongson");
        using var elsewhere = await portal.SignInAsync("chutich@sontay");
        using var visitor = portal.Visit();
        var report = await SubmittedAsync(staff);
        var version = ("Version", $"{await ReportPath.VersionAsync(portal, report)}");
        var signing = await BeginAsync(chairman, report, "ky");

        foreach (var act in new[] { "/ky/phan-mem", "/ky/phan-mem/ket-qua" })
        {
            Assert.Contains("/dang-nhap", (await visitor.PostAsync(report + act, version)).Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync(report + act, version)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsync(report + act, version, ("Attempt", signing.Attempt))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await deputy.PostAsync($"{report}/ky/phan-mem", version)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.PostAsync($"{report}/ky/phan-mem/ket-qua", version, ("Attempt", signing.Attempt))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await chairman.PostAsync($"{report}/ky/phan-mem", ("Version", $"{Guid.NewGuid()}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/ky-co-quan/phan-mem", version)).StatusCode);

        // Nobody else has ended the chairman's try.
        Assert.Equal(HttpStatusCode.OK, (await plugin.FetchAsync((string)signing.Parameters["FileName"]!)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ma=")]
    [InlineData("?ma=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Program_WithoutAToken_FindsNothing(string query)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await plugin.FetchAsync($"{portal.Address}ky-phan-mem/bao-cao.pdf{query}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await plugin.BringAsync($"{portal.Address}ky-phan-mem{query}", "%PDF-1.7"u8.ToArray())).StatusCode);
    }

    [Fact]
    public async Task Program_AskingTooOften_IsBraked()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            answers.Add((await plugin.FetchAsync($"{portal.Address}ky-phan-mem/bao-cao.pdf?ma={i}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Log_HoldsNoToken()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);
        var signing = await BeginAsync(chairman, report, "ky");
        await plugin.AskAsync("SignApproved", signing.Parameters);

        var log = string.Concat(Directory.EnumerateFiles(Path.Combine(portal.DataDirectory, "logs")).Select(ReadShared));

        Assert.Contains("POST /ky-phan-mem 200", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Upload(signing.Parameters).Split("ma=")[1], log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_OfTheSigningPageAlone_AllowsTheProgramsAddress()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);

        Assert.Contains("; connect-src 'self' wss://127.0.0.1:8987; ", Policy(await chairman.GetAsync($"{report}/ky")), StringComparison.Ordinal);
        Assert.Contains("; connect-src 'self'; ", Policy(await chairman.GetAsync(report)), StringComparison.Ordinal);
        Assert.Equal("wss://127.0.0.1:8987/SignApproved", (await chairman.PageAsync($"{report}/ky")).QuerySelector("[data-signing-plugin]")!.GetAttribute("data-socket"));
    }

    [Fact]
    public async Task Setting_Empty_LeavesThisWayOut()
    {
        await using var without = Portal.With(clock, ("Cchc:SigningPlugin", ""));
        await tokens.PrepareAsync(without);
        using var staff = await without.SignInAsync("canbo@xahuongson");
        using var chairman = await without.SignInAsync("chutich@xahuongson");
        var report = await SubmittedAsync(staff);

        Assert.Null((await chairman.PageAsync($"{report}/ky")).QuerySelector("[data-signing-plugin], script[src*=signing-plugin]"));
        Assert.Contains("; connect-src 'self'; ", Policy(await chairman.GetAsync($"{report}/ky")), StringComparison.Ordinal);
        var version = ("Version", $"{await ReportPath.VersionAsync(without, report)}");
        Assert.Equal(HttpStatusCode.NotFound, (await chairman.PostAsync($"{report}/ky/phan-mem", version)).StatusCode);
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    private static string Upload(JsonObject parameters) => (string)parameters["FileUploadHandler"]!;

    private static Task<string> SaidAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancellation);

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static async Task<string> SubmittedAsync(Session staff)
    {
        var report = await ReportPath.OpenAsync(staff);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(staff, report, "/trinh-ky")).StatusCode);
        return report;
    }

    /// <summary>Presses the button: the addresses as the page's script would hand them on.</summary>
    private async Task<(string Attempt, JsonObject Parameters)> BeginAsync(Session person, string report, string way)
    {
        var answer = await person.SubmitAsync(await person.PageAsync($"{report}/{way}"), $"/{way}/phan-mem");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var errand = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        var parameters = errand["parameters"]!.DeepClone().AsObject();
        foreach (var name in new[] { "FileName", "FileUploadHandler" })
        {
            parameters[name] = new Uri(portal.Address, (string)parameters[name]!).AbsoluteUri;
        }

        return ((string)errand["attempt"]!, parameters);
    }

    private static async Task<JsonObject> EndAsync(Session person, string report, string way, string attempt)
    {
        var answer = await person.PostAsync($"{report}/{way}/phan-mem/ket-qua", ("Attempt", attempt));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
    }

    private async Task AssertShutAsync(JsonObject parameters, byte[] file)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await plugin.FetchAsync((string)parameters["FileName"]!)).StatusCode);
        var answer = await plugin.BringAsync(Upload(parameters), file);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("không còn hiệu lực", await SaidAsync(answer), StringComparison.Ordinal);
    }

    /// <summary>The program has no name: what it brought stands under the person's.</summary>
    private async Task AssertWrittenInTheirNamesAsync()
    {
        var people = await portal.ReadAsync(db => db.Users.Where(row => row.UserName!.EndsWith("@xahuongson")).ToDictionaryAsync(row => row.UserName!, row => row, Cancellation));
        var (chairman, clerk) = (people["chutich@xahuongson"], people["vanthu@xahuongson"]);
        Assert.Equal(
            [(ReportFileStep.Signed, SignatureWay.Plugin, chairman.FullName), (ReportFileStep.Numbered, null, clerk.FullName), (ReportFileStep.Sealed, SignatureWay.Plugin, clerk.FullName)],
            (await FilesAsync()).Select(file => (file.Step, file.Way, file.UserName)));
        var entries = await portal.ReadAsync(db => db.AuditEntries.ToListAsync(Cancellation));
        Assert.Equal(
            new long?[] { chairman.Id, clerk.Id, clerk.Id },
            entries.Where(row => row.Entity == nameof(ReportFile) && row.Action == AuditAction.Added && row.AgencyId == chairman.AgencyId).OrderBy(row => row.Id).Select(row => row.UserId));
        Assert.Contains(entries, row => row.Entity == nameof(AnnualReport) && row.Action == AuditAction.Downloaded && row.UserId == chairman.Id);
    }

    private Task<List<ReportFile>> FilesAsync() => portal.ReadAsync(db => db.FilesOfHuongSon().OrderBy(row => row.Id).ToListAsync(Cancellation));

    private Task<ReportStatus> StatusAsync(string report) =>
        portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation));
}
