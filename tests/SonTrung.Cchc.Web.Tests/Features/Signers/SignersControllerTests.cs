using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Signers;

public sealed class SignersControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/nguoi-ky";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Phó Một", "ForHead", "phó chủ tịch", "chủ tịch", "TM. ỦY BAN NHÂN DÂNKT. CHỦ TỊCHPHÓ CHỦ TỊCH")]
    [InlineData("Quyền Hai", "Acting", "chủ tịch", "", "TM. ỦY BAN NHÂN DÂNQ. CHỦ TỊCH")]
    [InlineData("Thừa Ba", "ByOrder", "chánh văn phòng", "chủ tịch", "TL. CHỦ TỊCHCHÁNH VĂN PHÒNG")]
    public async Task Create_InEachCapacity_ShowsWhatIsPrinted(string name, string capacity, string post, string headPost, string printed)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await CreateAsync(admin, name, ("Form.Capacity", capacity), ("Form.Post", post), ("Form.HeadPost", headPost));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var row = (await admin.PageAsync(List)).QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Equal(printed, row.QuerySelectorAll("td")[0].TextContent.Trim());
        var saved = await FindAsync(name);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(Signer) && entry.EntityId == $"{saved.Id}" && entry.Action == AuditAction.Added, Cancellation)));
    }

    [Fact]
    public async Task Remove_ASignerWhomNoPaperNames_TakesThemAway_AndNoOther()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await CreateAsync(admin, "Gõ Nhầm", ("Form.Capacity", "Acting"), ("Form.Post", "chủ tịch"));
        var mistyped = await FindAsync("Gõ Nhầm");
        var used = await portal.ReadAsync(db => db.Signers.FirstAsync(
            row => row.AgencyId == mistyped.AgencyId && (db.AnnualReports.Any(report => report.SignerId == row.Id) || db.Plans.Any(plan => plan.SignerId == row.Id)), Cancellation));
        Assert.Null((await admin.PageAsync($"{List}/{used.Id}")).QuerySelector("form[action$='/xoa']"));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsync($"{List}/{used.Id}/xoa", ("version", used.Version.ToString()))).StatusCode);

        var removed = await admin.SubmitAsync(await admin.PageAsync($"{List}/{mistyped.Id}"), "/xoa");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(1, await portal.ReadAsync(db => db.Signers.CountAsync(row => row.Id == mistyped.Id || row.Id == used.Id, Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(Signer) && entry.EntityId == $"{mistyped.Id}" && entry.Action == AuditAction.Removed, Cancellation)));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(await admin.PageAsync(List), "/them")).StatusCode);
        var again = await FindAsync("Gõ Nhầm");
        Assert.Equal((mistyped.Capacity, mistyped.Post, mistyped.ValidFrom), (again.Capacity, again.Post, again.ValidFrom));
    }

    [Theory]
    [InlineData("Form.Capacity", "")]
    [InlineData("Form.Capacity", "ForHead")]
    [InlineData("Form.Post", "")]
    [InlineData("Form.ValidTo", "31/12/2025")]
    [InlineData("Form.UserId", "99")]
    [InlineData("Form.CertificateEndsOn", "31/12/2027")]
    [InlineData("Form.UserId", "{staff}")]
    [InlineData("Form.UserId", "{foreign}")]
    public async Task Create_WrongValue_SaysSo(string field, string value)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var id = value switch
        {
            "{staff}" => await UserAsync("canbo@xahuongson"),
            "{foreign}" => await UserAsync("chutich@sontrung"),
            _ => value,
        };

        var answer = await CreateAsync(admin, $"Sai {field} {value}", (field, id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("31/12/2026", "", false)]
    [InlineData("", "Báo cáo định kỳ", false)]
    [InlineData("31/12/2026", "Báo cáo định kỳ, theo Quyết định số 12/QĐ-UBND", true)]
    public async Task Create_ByAuthorisation_NeedsItsTimeAndScope(string validTo, string scope, bool isDone)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await CreateAsync(
            admin, $"Ủy quyền {validTo} {scope.Length}", ("Form.Capacity", "ByAuthorisation"), ("Form.Post", "chánh văn phòng"), ("Form.HeadPost", "chủ tịch"),
            ("Form.ValidTo", validTo), ("Form.Scope", scope));

        Assert.Equal(isDone ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var row = (await admin.PageAsync(List)).QuerySelectorAll("tbody tr").SingleOrDefault(line => line.TextContent.Contains($"Ủy quyền {validTo} {scope.Length}", StringComparison.Ordinal));
        Assert.Equal(isDone, row?.TextContent.Contains("theo Quyết định số 12/QĐ-UBND", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task Edit_EndsTheTime_AndTellsTheSecondOfTwo()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await CreateAsync(admin, "Người Thôi Chức", ("Form.UserId", await UserAsync("chutich@xahuongson")));
        var row = await FindAsync("Người Thôi Chức");
        var page = await admin.PageAsync($"{List}/{row.Id}");

        var ended = await admin.SubmitAsync(page, $"/{row.Id}", ("Form.ValidTo", "31/05/2026"));
        var stale = await admin.SubmitAsync(page, $"/{row.Id}", ("Form.ValidTo", "30/06/2026"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (ended.StatusCode, stale.StatusCode));
        Assert.Equal(new DateOnly(2026, 5, 31), (await FindAsync("Người Thôi Chức")).ValidTo);
        Assert.Contains("Đã kết thúc", (await admin.PageAsync(List)).QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("Người Thôi Chức", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfAnotherAgency_IsNotFound()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var foreign = await portal.ReadAsync(db =>
            db.Signers.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "son-trung")).Select(row => row.Id).FirstAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{foreign}")).StatusCode);
    }

    private static async Task<HttpResponseMessage> CreateAsync(Session admin, string name, params (string Name, string Value)[] values)
    {
        (string Name, string Value)[] usual =
            [("Form.FullName", name), ("Form.Capacity", "OnBehalf"), ("Form.Post", "CHỦ TỊCH"), ("Form.ValidFrom", "01/01/2026")];
        return await admin.SubmitAsync(
            await admin.PageAsync($"{List}/them"), "/them", [.. usual.Where(pair => !values.Any(value => value.Name == pair.Name)), .. values]);
    }

    private Task<string> UserAsync(string userName) => portal.ReadAsync(async db => $"{await db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(Cancellation)}");

    private Task<Signer> FindAsync(string name) => portal.ReadAsync(db => db.Signers.AsNoTracking().SingleAsync(row => row.FullName == name, Cancellation));
}
