using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Tests.Documents.Tables;
using SonTrung.Cchc.Tests.Evidence;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Imports;

public sealed class ImportsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Activities = "/hoat-dong/nhap-excel";
    private const string Headings = "Ngày\tNội dung\tPhương tiện\tLượt phát";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Template_FilledInAndSentBack_IsEnteredAsItStands()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var answer = await clerk.GetAsync($"{Activities}/mau");
        Assert.Equal(("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "mau-nhap-hoat-dong.xlsx"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        using var book = new MemoryStream();
        await (await answer.Content.ReadAsStreamAsync(Cancellation)).CopyToAsync(book, Cancellation);
        var values = new Dictionary<string, object>
        {
            ["Ngày *"] = new DateOnly(2026, 4, 5),
            ["Nội dung hoạt động *"] = "Từ mẫu đã điền",
            ["Phương tiện, hình thức *"] = Choice(book, "Phương tiện, hình thức", 3),
            ["Nhiệm vụ trong kế hoạch"] = Choice(book, "Nhiệm vụ trong kế hoạch", 1),
            ["Đơn vị thực hiện"] = Choice(book, "Đơn vị thực hiện", 1),
            ["Lượt phát"] = 12m,
            ["Nêu riêng trong báo cáo"] = "Có",
        };
        Fill(book, values);

        var id = await SendAsync(clerk, Activities, book.ToArray(), "đã điền.xlsx");
        var preview = await clerk.PageAsync($"/nhap-excel/{id}");
        Assert.Equal("1 dòng nhập được, 0 lỗi, 0 có thể trùng", preview.QuerySelector(".import-counts")!.TextContent);
        Assert.Contains("dòng 2", preview.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        var done = await clerk.SubmitAsync(preview, "/nhap");

        Assert.Equal($"/nhap-excel/{id}", done.Headers.Location!.OriginalString);
        var row = await portal.ReadAsync(db => db.PropagandaActivities.Include(row => row.Channel).Include(row => row.PlanItem).Include(row => row.Department).Include(row => row.Measures)
            .SingleAsync(row => row.ImportBatchId == id, Cancellation));
        Assert.Equal(("Từ mẫu đã điền", new DateOnly(2026, 4, 5), true), (row.Title, row.StartsOn, row.IsHighlighted));
        Assert.Equal((values["Phương tiện, hình thức *"], values["Nhiệm vụ trong kế hoạch"], values["Đơn vị thực hiện"]), (row.Channel!.Name, row.PlanItem!.Title, row.Department!.Name));
        Assert.Equal(12m, Assert.Single(row.Measures).Value);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == nameof(PropagandaActivity) && entry.EntityId == $"{row.Id}" && entry.Action == AuditAction.Added, Cancellation)));
        Assert.Contains("Từ mẫu đã điền", (await clerk.PageAsync($"/hoat-dong?nam=2026&lan-nhap={id}")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/nhap-excel/{id}", (await clerk.PageAsync($"/hoat-dong/{row.Id}")).QuerySelector("dd a[href^='/nhap-excel']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Preview_PastedBlock_TellsOfEveryRowAndWritesNothing()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var before = await CountAsync();

        var id = await PasteAsync(
            clerk, Activities, $"{Headings}\tGhi chú", "5/4/2026\t\"Chỉ xem\nthôi\"\ttruyen thanh co so\t12\tx", "31/02/2026\tSai nhiều chỗ\tLoa thôn\t1,234\t", "5/4/2026\tchi xem THOI\tTruyền thanh cơ sở\t\t");

        var page = await clerk.PageAsync($"/nhap-excel/{id}");
        Assert.Equal("1 dòng nhập được, 1 lỗi, 1 có thể trùng", page.QuerySelector(".import-counts")!.TextContent);
        Assert.Contains("“Ghi chú”", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll(".import-table tbody tr").ToList();
        Assert.Equal(["dong-2", "dong-3", "dong-4"], rows.Select(row => row.Id));
        Assert.Contains("Truyền thanh cơ sở", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["“Ngày”: tháng 02/2026 chỉ có 28 ngày.", "“Phương tiện, hình thức”: “Loa thôn” không có trong danh mục.", "“Lượt phát”: “1,234” có phải là 1.234 không? Nếu phải, hãy ghi 1234."],
            rows[1].QuerySelectorAll(".import-issues li").Select(line => line.TextContent));
        Assert.Contains("Giống dòng 2", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(["dong-3"], (await clerk.PageAsync($"/nhap-excel/{id}?hien=loi")).QuerySelectorAll(".import-table tbody tr").Select(row => row.Id));
        Assert.Equal(["dong-4"], (await clerk.PageAsync($"/nhap-excel/{id}?hien=trung")).QuerySelectorAll(".import-table tbody tr").Select(row => row.Id));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task ChooseNames_ThenImport_EntersTheRows()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "7/4/2026\tLoa thôn đọc lần một\tLoa của thôn\t3");
        var page = await clerk.PageAsync($"/nhap-excel/{id}");
        var choice = page.QuerySelector<IHtmlSelectElement>(".import-names select")!.Options.First(option => option.Text == "Truyền thanh cơ sở").Value;

        await clerk.SubmitAsync(page, "/ten", ("Names[0].Id", choice));
        await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{id}"), "/nhap");

        Assert.Equal("Truyền thanh cơ sở", await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.ImportBatchId == id).Select(row => row.Channel!.Name).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Turn_OneLikelyRepetition_ComesBackToItsRow()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "8/4/2026\tHai lần giống nhau\tTruyền thanh cơ sở\t", "8/4/2026\tHai lần giống nhau\tTruyền thanh cơ sở\t");
        var page = await clerk.PageAsync($"/nhap-excel/{id}?hien=trung");

        var answer = await clerk.SubmitAsync(page, "/dong/3");

        Assert.Equal($"/nhap-excel/{id}?hien=trung#dong-3", answer.Headers.Location!.OriginalString);
        var turned = await clerk.PageAsync($"/nhap-excel/{id}");
        Assert.Contains("Nhập 2 hoạt động", turned.QuerySelector("form[action$='/nhap'] button")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(turned, "/trung", ("nhap", "false"));
        Assert.Contains("Nhập 1 hoạt động", (await clerk.PageAsync($"/nhap-excel/{id}")).QuerySelector("form[action$='/nhap'] button")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChoosePlanLines_ProposedByTheChannel_CanBeDeclinedAndTakenAgain()
    {
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "14/4/2026\tBuổi phát thanh chưa ghi nhiệm vụ\tTruyền thanh cơ sở\t");
        const string Line = "Chuyên mục trên truyền thanh cơ sở";

        var page = await clerk.PageAsync($"/nhap-excel/{id}");
        Assert.Contains($"{Line} (đề nghị theo phương tiện)", page.QuerySelector("#dong-2")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(page, "/nhiem-vu", ("dung", "false"));
        page = await clerk.PageAsync($"/nhap-excel/{id}");
        Assert.Contains($"Ngoài kế hoạch (không dùng đề nghị: {Line})", page.QuerySelector("#dong-2")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(page, "/nhiem-vu", ("dung", "true"));
        await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{id}"), "/nhap");

        Assert.Equal(Line, await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.ImportBatchId == id).Select(row => row.PlanItem!.Title).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Import_SentTwice_EntersOnceAndLeadsToTheResult()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "9/4/2026\tGửi hai lần từ Excel\tTruyền thanh cơ sở\t");
        var page = await clerk.PageAsync($"/nhap-excel/{id}");

        var answers = await Task.WhenAll(clerk.SubmitAsync(page, "/nhap"), clerk.SubmitAsync(page, "/nhap"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await portal.ReadAsync(db => db.PropagandaActivities.CountAsync(row => row.Title == "Gửi hai lần từ Excel", Cancellation)));
        Assert.Contains("Đã nhập 1 hoạt động", (await clerk.PageAsync($"/nhap-excel/{id}")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AfterSomebodyEnteredTheSame_ShowsThePreviewAgain()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var first = await PasteAsync(clerk, Activities, Headings, "10/4/2026\tAi nhập trước\tTruyền thanh cơ sở\t", "11/4/2026\tViệc chỉ có một\tZalo, Facebook\t");
        var preview = await clerk.PageAsync($"/nhap-excel/{first}");
        var second = await PasteAsync(clerk, Activities, Headings, "10/4/2026\tAi nhập trước\tTruyền thanh cơ sở\t");
        await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{second}"), "/nhap");

        var answer = await clerk.SubmitAsync(preview, "/nhap");

        Assert.Equal($"/nhap-excel/{first}", answer.Headers.Location!.OriginalString);
        var again = await clerk.PageAsync($"/nhap-excel/{first}");
        Assert.Contains("Chưa nhập", again.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 dòng nhập được, 0 lỗi, 1 có thể trùng", again.QuerySelector(".import-counts")!.TextContent);
    }

    [Fact]
    public async Task Undo_WholeImport_TakesOutWhatNobodyChanged()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "12/4/2026\tNhập nhầm tệp\tTruyền thanh cơ sở\t", "14/4/2026\tĐã sửa sau khi nhập\tZalo, Facebook\t");
        await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{id}"), "/nhap");
        var changed = await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.ImportBatchId == id && row.Title.StartsWith("Đã sửa")).Select(row => row.Id).SingleAsync(Cancellation));
        await clerk.SubmitAsync(await clerk.PageAsync($"/hoat-dong/{changed}/sua"), "/sua", ("Form.Place", "Nhà văn hóa"));
        using var colleague = await portal.SignInAsync("vanthu@xahuongson");

        var answer = await colleague.SubmitAsync(await colleague.PageAsync($"/nhap-excel/{id}"), "/hoan-tac");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await colleague.PageAsync($"/nhap-excel/{id}");
        Assert.Contains("Đã hoàn tác 1 dòng; giữ lại 1 dòng", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/hoat-dong/{changed}", page.QuerySelector(".panel li a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("form[action$='/hoan-tac']"));
        Assert.Equal([changed], await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.ImportBatchId == id).Select(row => row.Id).ToListAsync(Cancellation)));
        Assert.Contains("Nhập nhầm tệp", (await clerk.PageAsync("/hoat-dong/da-xoa?nam=2026")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã hoàn tác 1/2", (await colleague.PageAsync("/nhap-excel")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_PlanLines_StandInThePlan()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, "/ke-hoach/2026/nhap-excel", "STT\tNhiệm vụ\tMục\tChỉ tiêu\tHạn", "1\tViết bài dự thi từ Excel\tHình thức\t5 tin, bài\t30/09/2026");

        var preview = await clerk.PageAsync($"/nhap-excel/{id}");
        Assert.Contains("Nhập 1 nhiệm vụ", preview.QuerySelector("form[action$='/nhap'] button")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(preview, "/nhap");

        Assert.Contains("Viết bài dự thi từ Excel", (await clerk.PageAsync("/ke-hoach/2026")).QuerySelector(".plan-table")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{id}"), "/hoan-tac");
        Assert.DoesNotContain("Viết bài dự thi từ Excel", (await clerk.PageAsync("/ke-hoach/2026")).QuerySelector(".plan-table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanPages_OfAYearWithoutPlan_AreNotFound()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/ke-hoach/2031/nhap-excel")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/ke-hoach/2031/nhap-excel/mau")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/ke-hoach/2026/nhap-excel/mau")).StatusCode);
    }

    [Fact]
    public async Task Log_TakenAwayAndBroughtIn_IsKnownRowByRow()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        foreach (var (url, name) in new[] { ("/hoat-dong/csv?nam=2026", "hoat-dong.csv"), ("/hoat-dong/excel?nam=2026", "hoat-dong.xlsx") })
        {
            var list = await (await clerk.GetAsync(url)).Content.ReadAsByteArrayAsync(Cancellation);

            var id = await SendAsync(clerk, Activities, list, name);

            var page = await clerk.PageAsync($"/nhap-excel/{id}");
            var counts = page.QuerySelector(".import-counts")!.TextContent;
            Assert.Contains("0 dòng nhập được, 0 lỗi", counts, StringComparison.Ordinal);
            Assert.DoesNotContain(", 0 có thể trùng", counts, StringComparison.Ordinal);
            Assert.DoesNotContain("Cột không nhận ra", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", null, "Hãy chọn tệp")]
    [InlineData("a\tb\n1\t2", null, "Không thấy dòng tiêu đề")]
    [InlineData("Ngày\tNội dung\n1\t2", null, "Thiếu cột")]
    [InlineData(Headings + "\n5/4/2026\tA\tB\t", "x.csv", "bỏ một trong hai")]
    [InlineData(null, "macro", "macro")]
    [InlineData(null, "broken", "hỏng")]
    [InlineData(null, "old", ".xls kiểu cũ")]
    [InlineData(null, "empty", "Không có nội dung")]
    [InlineData(null, "huge", "quá lớn")]
    [InlineData(null, "million", "quá lớn")]
    [InlineData(null, "bomb", "hỏng")]
    [InlineData(null, "picture", "Chỉ nhận tệp Excel")]
    [InlineData(null, "columns", "Không thấy dòng tiêu đề")]
    public async Task Receive_WhatCannotBeRead_SaysWhyAndKeepsWhatWasPasted(string? pasted, string? file, string reason)
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var bytes = file switch
        {
            null => null,
            "macro" => Bytes(new XlsxFile().Sheet("a", "<row><c><v>1</v></c></row>").Part("xl/vbaProject.bin", "x")),
            "broken" => [.. "PK\x03\x04"u8, .. new byte[200]],
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4],
            "empty" => Array.Empty<byte>(),
            "huge" => new byte[ImportBatch.MostBytes + 1],
            "million" => Bytes(new XlsxFile().Sheet("a", string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row><c><v>{i}</v></c></row>")))),
            "bomb" => Bytes(new XlsxFile().Sheet("a", $"<row><c><v>1</v></c></row>{new string(' ', 20_000_000)}")),
            "picture" => EvidenceFiles.Picture(),
            "columns" => Bytes(new XlsxFile().Sheet("a", """<row><c t="inlineStr"><is><t>Họ tên</t></is></c><c t="inlineStr"><is><t>Lương</t></is></c></row><row><c><v>1</v></c></row>""")),
            _ => Encoding.UTF8.GetBytes("x"),
        };

        var answer = await PostAsync(clerk, Activities, bytes, file, pasted);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.StartsWith("Lỗi:", page.Title, StringComparison.Ordinal);
        Assert.Contains(reason, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".error-summary a")!.GetAttribute("href")!));
        Assert.Equal(pasted ?? "", page.QuerySelector<IHtmlTextAreaElement>("#Text")!.Value.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preview_FormulasOfAWorkbook_GiveTheirValuesAndAreNeverWorkedOut()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var file = new XlsxFile().Sheet("a", string.Concat(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>Ngày</t></is></c><c r="B1" t="inlineStr"><is><t>Nội dung</t></is></c><c r="C1" t="inlineStr"><is><t>Phương tiện</t></is></c></row>""",
            Row(2, "A1&amp;B1", "<v>Kết quả công thức</v>"),
            Row(3, "WEBSERVICE(&quot;http://127.0.0.1:1/&quot;)", ""),
            Row(4, "1/0", "<v>=cmd|'/c calc'!A0</v>")));

        var id = await SendAsync(clerk, Activities, Bytes(file), "cong-thuc.xlsx");

        var rows = (await clerk.PageAsync($"/nhap-excel/{id}")).QuerySelectorAll(".import-table tbody tr").Select(shown => shown.TextContent).ToList();
        Assert.Contains("Kết quả công thức", rows[0], StringComparison.Ordinal);
        Assert.Contains("ô là công thức", rows[1], StringComparison.Ordinal);
        Assert.Contains("=cmd|'/c calc'!A0", rows[2], StringComparison.Ordinal);

        static string Row(int n, string formula, string value) =>
            $"""<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>1{n}/4/2026</t></is></c><c r="B{n}" t="str"><f>{formula}</f>{value}</c><c r="C{n}" t="inlineStr"><is><t>Zalo, Facebook</t></is></c></row>""";
    }

    [Fact]
    public async Task Receive_PastedBlockOfSixMegabytes_IsRead()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var words = string.Join(' ', Enumerable.Repeat("tuyên truyền", 20));

        var id = await PasteAsync(clerk, Activities, [Headings, .. Enumerable.Range(1, 18_000).Select(i => $"{1 + (i % 28)}/6/2026\tViệc {i} {words}\tTruyền thanh cơ sở\t1")]);

        Assert.Contains("18.000 dòng", (await clerk.PageAsync($"/nhap-excel/{id}")).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        await clerk.PostAsync($"/nhap-excel/{id}/bo");
    }

    [Fact]
    public async Task Preview_Html_IsShownAsText()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, $"{Headings}\t<b>lạ</b>", "5/4/2026\t<script>alert(1)</script>\t<i>kênh</i>\t<u>số</u>\t");

        var html = await (await clerk.GetAsync($"/nhap-excel/{id}")).Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>kênh", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>lạ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongRows_TakenAwayMendedAndBroughtInAgain_AreEntered()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "16/4/2026\tĐúng ngay\tTruyền thanh cơ sở\t", "hôm kia\tSửa rồi nhập lại\tZalo, Facebook\t5");
        var answer = await clerk.GetAsync($"/nhap-excel/{id}/dong-loi");
        Assert.Equal("dong-loi.xlsx", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var book = new MemoryStream();
        await (await answer.Content.ReadAsStreamAsync(Cancellation)).CopyToAsync(book, Cancellation);
        var cells = Cells(book, 2);
        Assert.Equal(("3", "hôm kia"), (cells[0], cells[2]));
        Assert.StartsWith("“Ngày”", cells[1], StringComparison.Ordinal);
        Set(book, "C2", "18/4/2026");

        var again = await SendAsync(clerk, Activities, book.ToArray(), "dong-loi.xlsx");

        var page = await clerk.PageAsync($"/nhap-excel/{again}");
        Assert.Equal("1 dòng nhập được, 0 lỗi, 0 có thể trùng", page.QuerySelector(".import-counts")!.TextContent);
        Assert.Null(page.QuerySelector(".callout"));
    }

    [Fact]
    public async Task Preview_LettersOfAFontOfOld_TellsBeforeAndAfter_AndGivesWrongRowsBackAsTheyCame()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "19/4/2026\tTuyªn truyÒn c¶i c¸ch hµnh chÝnh\tTruyền thanh cơ sở\t", "h«m kia\tHíng dÉn nép hå s¬ trùc tuyÕn ®óng quy ®Þnh\tZalo, Facebook\t5");

        var page = await clerk.PageAsync($"/nhap-excel/{id}?hien=da-sua");

        var rows = page.QuerySelectorAll(".import-table tbody tr").ToList();
        Assert.Contains("Tuyên truyền cải cách hành chính", rows[0].QuerySelector("strong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trước khi sửa chữ: Tuyªn truyÒn c¶i c¸ch hµnh chÝnh", rows[0].QuerySelector(".import-cells")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ở 2 dòng", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        using var book = new MemoryStream();
        await (await (await clerk.GetAsync($"/nhap-excel/{id}/dong-loi")).Content.ReadAsStreamAsync(Cancellation)).CopyToAsync(book, Cancellation);
        Assert.Contains("h«m kia", Cells(book, 2));
        Assert.Contains("Híng dÉn nép hå s¬ trùc tuyÕn ®óng quy ®Þnh", Cells(book, 2));
    }

    [Fact]
    public async Task Upload_PasteField_IsReadAsPasted()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");

        Assert.True((await clerk.PageAsync(Activities)).QuerySelector("#Text")!.HasAttribute("data-as-pasted"));
    }

    [Fact]
    public async Task Acts_OnWhatIsNotThere_AreNotFoundOrRefused()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "20/4/2026\tĐã nhập xong\tTruyền thanh cơ sở\t");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        using var colleague = await portal.SignInAsync("vanthu@xahuongson");
        foreach (var session in new[] { stranger, colleague })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/nhap-excel/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/nhap-excel/{id}/dong-loi")).StatusCode);
            foreach (var act in new[] { "nhap", "hoan-tac", "bo", "ten", "trung", "dong/2" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await session.PostAsync($"/nhap-excel/{id}/{act}")).StatusCode);
            }
        }

        await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{id}"), "/nhap");
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync($"/nhap-excel/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"/nhap-excel/{id}/bo")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"/nhap-excel/{id}/ten")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.SignInAsync("chutich@xahuongson")).GetAsync("/nhap-excel")).StatusCode);
    }

    [Fact]
    public async Task GiveUp_WaitingImport_IsGoneAndNothingWasWritten()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, Headings, "22/4/2026\tThôi không nhập\tTruyền thanh cơ sở\t");

        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"/nhap-excel/{id}"), "/bo");

        Assert.Equal(Activities, answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/nhap-excel/{id}")).StatusCode);
        Assert.False(await portal.ReadAsync(db => db.PropagandaActivities.AnyAsync(row => row.Title == "Thôi không nhập", Cancellation)));
    }

    [Fact]
    public async Task Preview_ManyRows_PagesByRows()
    {
        using var clerk = await portal.SignInAsync("canbo@xahuongson");
        var id = await PasteAsync(clerk, Activities, [Headings, .. Enumerable.Range(1, 250).Select(i => $"{1 + (i % 28)}/5/2026\tViệc thứ {i}\tTruyền thanh cơ sở\t{i}")]);

        var page = await clerk.PageAsync($"/nhap-excel/{id}");
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            numbers.AddRange(page.QuerySelectorAll(".import-table tbody tr").Select(row => row.Id!));
            page = page.QuerySelector("a[rel=next]") is { } next ? await clerk.PageAsync(next.GetAttribute("href")!) : page;
        }

        Assert.Equal(Enumerable.Range(2, 250).Select(n => $"dong-{n}"), numbers);
        Assert.NotNull(page.QuerySelector("a[rel=prev]"));
        Assert.Contains("Nhập 250 hoạt động", page.QuerySelector("form[action$='/nhap'] button")!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> CountAsync() => portal.ReadAsync(db => db.PropagandaActivities.CountAsync(Cancellation));

    private static async Task<long> PasteAsync(Session session, string url, params string[] lines) =>
        IdOf(await PostAsync(session, url, null, null, string.Join('\n', lines)));

    private static async Task<long> SendAsync(Session session, string url, byte[] file, string name) => IdOf(await PostAsync(session, url, file, name, null));

    private static long IdOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return long.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> PostAsync(Session session, string url, byte[]? file, string? name, string? pasted)
    {
        var page = await session.PageAsync(url);
        var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]"))
        {
            form.Add(new StringContent(field.Value), field.Name!);
        }

        form.Add(new StringContent(pasted ?? ""), "Text");
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "File", name!);
        }

        return await session.SendAsync(HttpMethod.Post, url, form);
    }

    private static byte[] Bytes(XlsxFile file)
    {
        using var bytes = file.Open();
        return bytes.ToArray();
    }

    /// <summary>The nth name of a list on the second sheet.</summary>
    private static string Choice(MemoryStream book, string list, int place)
    {
        using var file = SpreadsheetDocument.Open(book, isEditable: false);
        var sheet = Sheet(file, 1);
        var column = sheet.Descendants<Row>().First().Elements<Cell>().Single(cell => cell.InnerText == list).CellReference!.Value!.TrimEnd('1');
        return sheet.Descendants<Cell>().Single(cell => cell.CellReference == $"{column}{place + 1}").InnerText;
    }

    /// <summary>Types into the row below the example, as Excel keeps what is typed.</summary>
    private static void Fill(MemoryStream book, Dictionary<string, object> values)
    {
        using var file = SpreadsheetDocument.Open(book, isEditable: true);
        var sheet = Sheet(file, 0);
        var row = new Row { RowIndex = 3 };
        foreach (var heading in sheet.Descendants<Row>().First().Elements<Cell>().Where(cell => values.ContainsKey(cell.InnerText)))
        {
            var cell = new Cell { CellReference = heading.CellReference!.Value!.TrimEnd('1') + "3" };
            switch (values[heading.InnerText])
            {
                case DateOnly day:
                    cell.StyleIndex = 4;
                    cell.CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate());
                    break;
                case decimal number:
                    cell.CellValue = new CellValue(number);
                    break;
                case var words:
                    cell.DataType = CellValues.InlineString;
                    cell.InlineString = new InlineString(new Text((string)words));
                    break;
            }

            row.Append(cell);
        }

        Assert.Equal(values.Count, row.ChildElements.Count);
        sheet.GetFirstChild<SheetData>()!.Append(row);
    }

    private static void Set(MemoryStream book, string reference, string words)
    {
        using var file = SpreadsheetDocument.Open(book, isEditable: true);
        var cell = Sheet(file, 0).Descendants<Cell>().Single(cell => cell.CellReference == reference);
        cell.InlineString = new InlineString(new Text(words));
    }

    private static List<string> Cells(MemoryStream book, uint number)
    {
        using var file = SpreadsheetDocument.Open(book, isEditable: false);
        return Sheet(file, 0).Descendants<Row>().Single(row => row.RowIndex! == number).Elements<Cell>().Select(cell => cell.InnerText).ToList();
    }

    private static Worksheet Sheet(SpreadsheetDocument book, int index) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ElementAt(index).Id!.Value!)).Worksheet!;
}
