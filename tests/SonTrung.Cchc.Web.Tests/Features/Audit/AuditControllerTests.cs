using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Features.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Audit;

public sealed class AuditControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/nhat-ky";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Index_AfterAChange_TellsItInASentenceWithBeforeAndAfter()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await admin.SubmitAsync(await admin.PageAsync("/quan-tri/bo-phan/them"), "/them", ("Form.Name", "Tổ <b>ghi</b> sổ"), ("Form.ValidFrom", "01/02/2026"));
        var unit = await portal.ReadAsync(db => db.Departments.AsNoTracking().SingleAsync(row => row.Name == "Tổ <b>ghi</b> sổ", Cancellation));
        await admin.SubmitAsync(await admin.PageAsync($"/quan-tri/bo-phan/{unit.Id}"), $"/{unit.Id}", ("Form.ValidTo", "31/05/2026"));

        var rows = (await admin.PageAsync($"{List}?loai=Department&dong={unit.Id}")).QuerySelectorAll("tbody tr");

        Assert.Equal(2, rows.Length);
        Assert.Contains("Bùi Văn Mẫu An", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Sửa bộ phận", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Đến hết ngày", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("31/05/2026", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Thêm bộ phận “Tổ <b>ghi</b> sổ”", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("viec=Removed", 0)]
    [InlineData("tu=01/01/2020&den=02/01/2020", 0)]
    [InlineData("tu={today}&den={today}", 1)]
    [InlineData("tu={tomorrow}", 0)]
    [InlineData("den={yesterday}", 0)]
    [InlineData("ai={admin}", 1)]
    [InlineData("ai=99", 0)]
    [InlineData("loai=Signer", 0)]
    [InlineData("dong=99", 0)]
    [InlineData("ma=99", 0)]
    public async Task Index_ByEachFilter_KeepsWhatFits(string query, int found)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var name = $"Lọc {Guid.NewGuid():N}";
        await admin.SubmitAsync(await admin.PageAsync("/quan-tri/bo-phan/them"), "/them", ("Form.Name", name), ("Form.ValidFrom", "01/02/2026"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        var own = await portal.ReadAsync(db => db.Users.Where(user => user.UserName == "quantri@xahuongson").Select(user => user.Id).SingleAsync(Cancellation));
        var asked = query.Replace("{today}", $"{today:dd/MM/yyyy}", StringComparison.Ordinal)
            .Replace("{tomorrow}", $"{today.AddDays(1):dd/MM/yyyy}", StringComparison.Ordinal)
            .Replace("{yesterday}", $"{today.AddDays(-1):dd/MM/yyyy}", StringComparison.Ordinal)
            .Replace("{admin}", $"{own}", StringComparison.Ordinal);

        var rows = (await admin.PageAsync($"{List}?{asked}")).QuerySelectorAll("tbody tr").Where(row => row.TextContent.Contains(name, StringComparison.Ordinal));

        Assert.Equal(found, rows.Count());
    }

    [Fact]
    public async Task Index_OlderPages_ShowEveryEntryOnce()
    {
        using var admin = await portal.SignInAsync("quantri@sontrung");
        var expected = await portal.ReadAsync(db => db.AuditEntries.CountAsync(
            entry => db.Agencies.Any(agency => agency.Id == entry.AgencyId && agency.Code == "son-trung") && entry.Action == AuditAction.Added, Cancellation));
        var url = $"{List}?viec=Added";
        var (count, pages) = (0, 0);
        for (string? next = url; next is not null && pages < 60; pages++)
        {
            var page = await admin.PageAsync(next);
            count += page.QuerySelectorAll("tbody tr").Length;
            next = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.True(pages > 2, $"{pages} pages");
        Assert.Equal(expected, count);
    }

    [Fact]
    public async Task Index_OfTheSystemAdministrator_HasWhatBelongsToNoAgencyAlone()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        await system.SubmitAsync(await system.PageAsync("/quan-tri/he-thong"), "/he-thong", ("MaxUploadMegabytes", "30"));

        var page = await system.PageAsync(List);
        var foreign = await system.PageAsync($"{List}?loai=PropagandaActivity");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var own = await admin.PageAsync($"{List}?loai=PortalSettings");

        Assert.Contains("cài đặt hệ thống", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(foreign.QuerySelectorAll("tbody tr"));
        Assert.Empty(own.QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "text/csv")]
    public async Task Export_WithAFilter_GivesTheFile(string format, string type)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await admin.GetAsync($"{List}/{format}?viec=Added&loai=Plan");

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(format == "excel" || (text.Contains("Thêm kế hoạch", StringComparison.Ordinal) && !text.Contains("hoạt động", StringComparison.Ordinal)), text);
    }

    [Fact]
    public async Task Index_WithoutTheDuty_IsForbidden()
    {
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync(List)).StatusCode);
    }

    [Theory]
    [InlineData("to tim thay {n}", 1)]
    [InlineData("TỔ TÌM THẤY {n}", 1)]
    [InlineData("them bo phan {n}", 1)]
    [InlineData("bui van mau an {n}", 1)]
    [InlineData("sua bo phan {n}", 0)]
    [InlineData("khong co chu nay {n}", 0)]
    public async Task Index_ByWords_FindsThemInNamesKindsAndActsWithoutMarks(string words, int found)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var mark = $"{Guid.NewGuid():N}"[..8];
        await admin.SubmitAsync(await admin.PageAsync("/quan-tri/bo-phan/them"), "/them", ("Form.Name", $"Tổ tìm thấy {mark}"), ("Form.ValidFrom", "01/02/2026"));

        var page = await admin.PageAsync($"{List}?loai=Department&tim={Uri.EscapeDataString(words.Replace("{n}", mark, StringComparison.Ordinal))}");

        Assert.Equal(found, page.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("phat hanh bao cao")]
    [InlineData("Phát hành")]
    public async Task Index_ByTheNameOfAStep_FindsTheStepAndCallsItSo(string words)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var page = await admin.PageAsync($"{List}?loai=ReportEvent&tim={Uri.EscapeDataString(words)}");

        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => Regex.IsMatch(row.TextContent, "Báo cáo 20[0-9]{2}: Phát hành"));
        Assert.DoesNotContain(page.QuerySelectorAll("tbody tr"), row => Regex.IsMatch(row.TextContent, "Báo cáo.*: Trình"));
    }

    [Fact]
    public async Task Index_ByWordsWithoutAFirstDay_LooksThroughTwelveMonthsAndOffersTheRest()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var mark = $"{Guid.NewGuid():N}"[..8];
        await admin.SubmitAsync(await admin.PageAsync("/quan-tri/bo-phan/them"), "/them", ("Form.Name", $"Tổ năm ngoái {mark}"), ("Form.ValidFrom", "01/02/2026"));
        var end = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).AddYears(1).AddDays(3);

        var page = await admin.PageAsync($"{List}?tim={mark}&den={end:dd/MM/yyyy}");
        var whole = await admin.PageAsync(page.QuerySelectorAll("main a").Single(link => link.TextContent == "Tìm trong toàn bộ nhật ký").GetAttribute("href")!);

        Assert.Contains($"Chỉ tìm trong 12 tháng, từ ngày {end.AddYears(-1):dd/MM/yyyy}.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.Single(whole.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("Chỉ tìm trong", whole.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_Filter_OffersEveryKindInAGroupByAVietnameseName()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var page = await admin.PageAsync(List);

        var groups = page.QuerySelectorAll("#loai optgroup").ToDictionary(group => group.GetAttribute("label")!, group => group.QuerySelectorAll("option").Select(option => option.GetAttribute("value")!).ToList());

        Assert.Equal(4, groups.Count);
        Assert.Equal(AuditSentence.Kinds.Count, groups.Values.Sum(kinds => kinds.Count));
        Assert.Contains("ReportingPeriod", groups["Cơ quan, danh mục, cài đặt"]);
        Assert.Contains("ReportLine", groups["Báo cáo, kế hoạch"]);
        Assert.Contains("IdentityUserPasskey", groups["Tài khoản, kết nối"]);
    }

    [Fact]
    public void Sentence_OfHashesAndKeys_ShowsTheirBeginningsAndEnds()
    {
        var sentence = AuditSentence.Of(new AuditRow(
            1, DateTime.UtcNow, 5, "An", AuditAction.Changed, "ReportVersion", "7", $$"""{"PdfSha256":"{{new string('a', 64)}}","SignerId":893211234567}""", """{"PdfSha256":null,"SignerId":null}""", null));

        Assert.Equal(["aaaaaaaa…", "mã …234567"], sentence.Changes.Select(change => change.Before));
    }

    [Fact]
    public async Task Reports_ReadAndTakenAway_AreInTheAuditViewsOnceADayDownloadsEachTime()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        for (var i = 0; i < 2; i++)
        {
            await staff.PageAsync(report);
            Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"{report}/word")).StatusCode);
        }

        await staff.GetAsync("/bao-cao/12345");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var rows = (await admin.PageAsync($"{List}?loai=AnnualReport&dong={ReportPath.Id(report)}")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Single(rows, row => row.Contains("Xem báo cáo “2026”", StringComparison.Ordinal));
        Assert.Equal(2, rows.Count(row => row.Contains("Tải báo cáo", StringComparison.Ordinal) && row.Contains(".docx", StringComparison.Ordinal)));
        Assert.Empty((await admin.PageAsync($"{List}?loai=AnnualReport&dong=12345")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Deletion_OfARenamedRow_IsFoundByItsNameOfThatMoment_AndCalledByIt()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var mark = $"{Guid.NewGuid():N}"[..8];
        var form = await staff.PageAsync("/hoat-dong/nhap");
        await staff.SubmitAsync(form, "/nhap", ("Form.Title", $"Tờ rơi chợ Gôi {mark}"), ("Form.StartsOn", "5/4/2026"), ("Form.ChannelId", form.QuerySelector("[name='Form.ChannelId']")!.GetAttribute("value")!));
        var id = await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.Title == $"Tờ rơi chợ Gôi {mark}").Select(row => row.Id).SingleAsync(Cancellation));
        await staff.SubmitAsync(await staff.PageAsync($"/hoat-dong/{id}/sua"), "/sua", ("Form.Title", $"Tờ rơi chợ Choi {mark}"));
        await staff.SubmitAsync(await staff.PageAsync($"/hoat-dong/{id}"), "/xoa");

        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var found = (await admin.PageAsync($"{List}?viec=Hidden&tim=cho+choi+{mark}")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Contains($"“Tờ rơi chợ Choi {mark}”", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIns_ThatSucceedAndFail_AreInTheAuditOfWhoMaySeeThem()
    {
        using (var staff = await portal.SignInAsync("canbo@xahuongson"))
        {
            await staff.SubmitAsync(await staff.PageAsync("/"), "/dang-xuat");
        }

        using var visitor = portal.Visit();
        foreach (var name in new[] { "canbo@xahuongson", "MatKhau-go-nham-2026" })
        {
            await visitor.SubmitAsync(await visitor.PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", name), ("Password", "Sai-mat-khau-1"));
        }

        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var system = await portal.SignInAsync("hethong@cchc");
        var failed = await system.PageAsync($"{List}?viec=SignInFailed");

        Assert.NotEmpty((await admin.PageAsync($"{List}?viec=SignedIn")).QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await admin.PageAsync($"{List}?viec=SignedOut")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await admin.PageAsync($"{List}?viec=SignInFailed")).QuerySelectorAll("tbody tr"));
        Assert.Contains("Đăng nhập không được “can…”", failed.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Mat…”", failed.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("MatKhau", failed.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("canbo@", failed.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_OfAPasswordChange_SaysSo() => Assert.Equal(
        "Đổi mật khẩu",
        AuditSentence.Of(new AuditRow(1, DateTime.UtcNow, 5, "An", AuditAction.Changed, "UserAccount", "5", """{"PasswordHash":"•••"}""", """{"PasswordHash":"•••"}""", null)).What);

    [Fact]
    public async Task Verify_BySystemAdministrator_TellsThatAllFitsAndTheHeadToNote()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var start = await system.PageAsync("/quan-tri");
        Assert.NotNull(start.QuerySelector("a[href='/quan-tri/nhat-ky/kiem-tra']"));

        var page = await system.PageAsync($"{List}/kiem-tra");
        var head = page.QuerySelector(".facts .error-code")!.TextContent;

        Assert.Contains("Nguyên vẹn", page.QuerySelector(".status-good")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, head.Split(' ').Length);
        Assert.Contains("vẫn còn trong nhật ký", (await system.PageAsync($"{List}/kiem-tra?ma={Uri.EscapeDataString(head)}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await system.PageAsync($"{List}/kiem-tra?ma={new string('0', 63)}1")).QuerySelector(".status-bad"));
        Assert.NotNull((await system.PageAsync($"{List}/kiem-tra?ma=abc")).QuerySelector(".field-error"));
    }

    [Fact]
    public async Task Verify_ByAnAgencysAdministrator_IsForbidden()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync($"{List}/kiem-tra")).StatusCode);
        Assert.Null((await admin.PageAsync("/quan-tri")).QuerySelector("a[href='/quan-tri/nhat-ky/kiem-tra']"));
    }

    [Fact]
    public async Task Words_OfEveryKindAndField_AreVietnamese() => Assert.Empty(await portal.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
        .Where(type => type.ClrType != typeof(AuditEntry) && type.ClrType != typeof(AuditChainHead) && type.ClrType != typeof(FormReceipt) && type.ClrType != typeof(DataProtectionKey))
        .SelectMany(type => type.GetProperties().Select(property => property.Name)
            .Except(["AgencyId", "SearchKey", "SortKey", "Version", "ModelJson", "ConcurrencyStamp", "NormalizedUserName", "NormalizedEmail"])
            .Where(name => AuditSentence.FieldName(name) == name).Select(name => $"Field{name}")
            .Append(AuditSentence.EntityName(type.ClrType.Name.Split('`')[0]) == type.ClrType.Name.Split('`')[0] ? $"Entity{type.ClrType.Name}" : ""))
        .Where(missing => missing.Length > 0).Distinct().ToList())));

    [Fact]
    public void Sentence_OfUnknownKindAndField_FallsBackToTheirNames()
    {
        var sentence = AuditSentence.Of(new AuditRow(
            1, DateTime.UtcNow, null, "start-up", AuditAction.Changed, "Unheard", "7", """{"Odd":1234.5,"Kind":"Strange","Gone":null}""", """{"Odd":null,"Kind":"Staff","Gone":true}""", null));

        Assert.Equal(("Hệ thống (start-up)", "Sửa Unheard"), (sentence.Who, sentence.What));
        Assert.Equal("Gone: – → có; Loại: Strange → Cán bộ; Odd: 1.234,5 → –", string.Join("; ", sentence.Changes.OrderBy(change => change.Field, StringComparer.Ordinal)
            .Select(change => $"{change.Field}: {change.Before ?? "–"} → {change.After ?? "–"}")));
    }
}
