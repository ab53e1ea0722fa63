using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Letterheads;

public sealed class LetterheadsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/tieu-de";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_OfTheCurrentVersion_SaysWhatThePdfPrints()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var pdf = await (await staff.GetAsync($"{report}/pdf")).Content.ReadAsByteArrayAsync(Cancellation);
        var printed = Squeezed(ExternalTool.Run("poppler-utils", "pdftotext", pdf, "-raw", "{}", "-"));

        var page = await admin.PageAsync($"{List}/{(await CurrentAsync()).Id}");

        var preview = page.QuerySelector("#xem-truoc .doc")!;
        var parts = preview.QuerySelectorAll(".doc-head p, .doc-title > *, .doc-addressee, .doc-recipients p, .doc-recipients li, .doc-signature p").ToList();
        Assert.True(parts.Count >= 14, $"{parts.Count} parts");
        Assert.All(parts, part => Assert.Contains(Squeezed(part.TextContent), printed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preview_WhileTyping_ShowsWhatIsTypedAndSavesNothing()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var before = await CurrentAsync();
        var page = await admin.PageAsync($"{List}/{before.Id}");
        var fields = page.QuerySelectorAll("#tieu-de [name]").GroupBy(field => field.GetAttribute("name")!)
            .ToDictionary(group => group.Key, group => group.First() is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : group.First().GetAttribute("value") ?? "");
        fields["Form.LetterheadLines"] = "ỦY BAN NHÂN DÂN\nXÃ <b>MỚI</b>";
        fields["Form.Addressees[0].Text"] = "Sở Thứ Nhất";
        fields["Form.Addressees[1].Text"] = "Sở Đứng Trước";
        fields["Form.Addressees[1].Position"] = "0";
        fields["Form.Copies"] = "Như trên\n- Nơi thêm";

        var answer = await admin.SendAsync(HttpMethod.Post, $"{List}/xem-truoc", new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var preview = await Session.ParseAsync(answer);
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ <b>MỚI</b>"], preview.QuerySelectorAll(".doc-agency").Select(line => line.TextContent));
        Assert.Equal(["- Sở Đứng Trước;", "- Sở Thứ Nhất."], preview.QuerySelectorAll(".doc-addressees li").Select(line => line.TextContent));
        Assert.Contains("- Nơi thêm;", preview.QuerySelectorAll(".doc-recipients li").Select(line => line.TextContent));
        Assert.Equal(before.Version, (await CurrentAsync()).Version);
    }

    [Fact]
    public async Task Create_FromADay_CopiesTheOldAndEndsItTheDayBefore_AndCanBeTakenBack()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var old = await portal.ReadAsync(db => Own(db, "xa-huong-son").OrderByDescending(row => row.ValidFrom).FirstAsync(Cancellation));
        var from = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(1);
        var form = await admin.PageAsync($"{List}/moi");

        var answer = await admin.SubmitAsync(form, "/moi", ("Form.ValidFrom", from.ToString("dd/MM/yyyy")), ("Form.PlaceName", "Nơi Mới"));
        var same = await admin.SubmitAsync(await admin.PageAsync($"{List}/moi"), "/moi", ("Form.ValidFrom", from.ToString("dd/MM/yyyy")));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (answer.StatusCode, same.StatusCode));
        var rows = await portal.ReadAsync(db => Own(db, "xa-huong-son").OrderByDescending(row => row.ValidFrom).ToListAsync(Cancellation));
        Assert.Equal(("Nơi Mới", old.FullName, old.Recipients.Count), (rows[0].PlaceName, rows[0].FullName, rows[0].Recipients.Count));
        Assert.Equal((old.PlaceName, from.AddDays(-1)), (rows[1].PlaceName, rows[1].ValidTo));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(AgencyProfile) && entry.EntityId == $"{rows[0].Id}" && entry.Action == AuditAction.Added, Cancellation)));

        var kept = await admin.PostAsync($"{List}/{rows[1].Id}/bo", ("version", rows[1].Version.ToString()));
        var removed = await admin.SubmitAsync(await admin.PageAsync($"{List}/{rows[0].Id}"), "/bo");
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (kept.StatusCode, removed.StatusCode));
        var last = await portal.ReadAsync(db => Own(db, "xa-huong-son").OrderByDescending(row => row.ValidFrom).FirstAsync(Cancellation));
        Assert.Equal((old.Id, old.ValidTo), (last.Id, last.ValidTo));
    }

    [Fact]
    public async Task Edit_Receivers_ReplacesThemInOrder_AndTellsTheSecondOfTwo()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var row = await CurrentAsync();
        var page = await admin.PageAsync($"{List}/{row.Id}");

        var saved = await admin.SubmitAsync(page, $"/{row.Id}", ("Form.Addressees[1].Text", "Sở Văn hóa, Thể thao và Du lịch"), ("Form.Copies", "Như trên\nĐảng ủy xã"));
        var stale = await admin.SubmitAsync(page, $"/{row.Id}", ("Form.Copies", "Như trên"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, stale.StatusCode));
        var lines = (await CurrentAsync()).Recipients.OrderBy(line => line.Kind).ThenBy(line => line.Position).Select(line => line.PrintedText).ToList();
        Assert.Equal(["Sở Nội vụ tỉnh Hà Tĩnh", "Sở Văn hóa, Thể thao và Du lịch", "Như trên", "Đảng ủy xã"], lines);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(
            await admin.PageAsync($"{List}/{row.Id}"), $"/{row.Id}", ("Form.Addressees[1].Text", ""), ("Form.Copies", string.Join('\n', row.Recipients.Where(line => line.Kind == RecipientKind.Copy).OrderBy(line => line.Position).Select(line => line.PrintedText))))).StatusCode);
    }

    [Theory]
    [InlineData("Form.LetterheadLines", "")]
    [InlineData("Form.PlaceName", "")]
    [InlineData("Form.Copies", "")]
    [InlineData("Form.Addressees[0].Text", "")]
    [InlineData("Form.Addressees[0].OfficeId", "99")]
    [InlineData("Form.Addressees[0].Position", "một")]
    public async Task Edit_WrongValue_SaysSo(string field, string value)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var row = await CurrentAsync();

        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/{row.Id}"), $"/{row.Id}", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Edit_OfAnotherAgency_IsNotFound()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var foreign = await portal.ReadAsync(db => Own(db, "son-trung").FirstAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{foreign.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"{List}/{foreign.Id}/bo", ("version", foreign.Version.ToString()))).StatusCode);
    }

    private static string Squeezed(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Where(letter => !char.IsWhiteSpace(letter)));

    private Task<AgencyProfile> CurrentAsync() => portal.ReadAsync(db => Own(db, "xa-huong-son").OrderByDescending(row => row.ValidFrom).FirstAsync(Cancellation));

    private static IQueryable<AgencyProfile> Own(Core.Data.CchcDbContext db, string code) => db.AgencyProfiles.AsNoTracking()
        .Include(row => row.Recipients).Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == code));
}
