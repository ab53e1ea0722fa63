using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.OutsideReports;

public sealed class OutsideReportsControllerTests : IAsyncDisposable
{
    private const string List = "/theo-doi/ngoai-cong";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\nquét\n%%EOF\n");

    private readonly Portal portal = Portal.At(new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Create_WithItsPdf_CountsAsReceivedOutsideThePortal()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var commune = await CommuneAsync("xa-tu-my");

        var first = await SendAsync(office, commune, Pdf, "bao-cao.pdf");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var wall = await office.PageAsync("/theo-doi?ky=2026-nam");
        var row = wall.QuerySelectorAll("table.wall tbody tr").Single(row => row.TextContent.Contains("Tứ Mỹ", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Đã nhận (ngoài cổng)", row, StringComparison.Ordinal);
        Assert.Contains("31/BC-UBND, 20/11/2026", row, StringComparison.Ordinal);
        var stored = await portal.ReadAsync(db => db.OutsideReports.AsNoTracking().SingleAsync(Cancellation));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(OutsideReport) && entry.EntityId == $"{stored.Id}" && entry.Action == AuditAction.Added, Cancellation)));
        Assert.Equal(Pdf, await (await office.GetAsync($"{List}/{stored.Id}/tep")).Content.ReadAsByteArrayAsync(Cancellation));

        // Sent, as the wall counts, but without figures in the portal.
        Assert.Contains("4/9 xã đã nộp báo cáo, trong đó 3 xã có số liệu trên cổng", (await office.PageAsync("/tong-hop?ky=2026-nam")).QuerySelector("#doan-van")!.TextContent, StringComparison.Ordinal);

        // The commune no longer owes it, and no other commune learns of it.
        using var chairman = await portal.SignInAsync("chutich@tumy");
        Assert.DoesNotContain("Phải nộp trước", (await chairman.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var neighbour = await portal.SignInAsync("canbo@xahuongson");
        Assert.Contains("Phải nộp trước", (await neighbour.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ this is a program", "bao-cao.pdf")]
    [InlineData("%PDF-1.4 cut off", "bao-cao.pdf")]
    [InlineData("", "bao-cao.pdf")]
    public async Task Create_WithAFileThatIsNoPdf_IsRefusedAndKeepsWhatWasTyped(string content, string name)
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var answer = await SendAsync(office, await CommuneAsync("xa-tu-my"), Encoding.ASCII.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector("#Form_File-error"));
        Assert.Equal("31/BC-UBND", page.QuerySelector<IHtmlInputElement>("[name='Form.Number']")!.Value);
        Assert.False(await portal.ReadAsync(db => db.OutsideReports.AnyAsync(Cancellation)));
    }

    [Theory]
    [InlineData("Form.CommuneId", "99")]
    [InlineData("Form.Number", "")]
    [InlineData("Form.ArrivedOn", "27/11/2026")]
    [InlineData("Form.ArrivedOn", "19/11/2026")]
    [InlineData("Form.Span", "q9")]
    public async Task Create_WrongValue_SaysSo(string field, string value)
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var answer = await office.SubmitAsync(
            await office.PageAsync($"{List}/them"), "/them", [.. Values(await CommuneAsync("xa-tu-my")).Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector($".error-summary a[href='#{field.Replace('.', '_')}']"));
    }

    [Fact]
    public async Task Rows_OfAnotherOfficeOrWithoutPermission_AreOutOfReach()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "bao-cao.pdf");
        var id = await portal.ReadAsync(db => db.OutsideReports.Select(row => row.Id).SingleAsync(Cancellation));
        using var visitor = portal.Visit();
        using var commune = await portal.SignInAsync("chutich@tumy");
        using var other = await portal.SignInAsync("noivu.huyen@huongson");

        foreach (var url in new[] { $"{List}/{id}", $"{List}/{id}/tep" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await commune.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).StatusCode);
        }

        foreach (var url in new[] { $"{List}/{id}", $"{List}/{id}/xoa", $"{List}/{id}/khoi-phuc" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(url)).StatusCode);
        }

        Assert.DoesNotContain("31/BC-UBND", (await other.PageAsync(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditDeleteAndRestore_ChangeTheWallAndTellTheSecondOfTwo()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "bao-cao.pdf");
        var id = await portal.ReadAsync(db => db.OutsideReports.Select(row => row.Id).SingleAsync(Cancellation));
        var form = await office.PageAsync($"{List}/{id}");

        var saved = await office.SubmitAsync(form, $"/{id}", ("Form.ArrivalNumber", "1088"));
        var stale = await office.SubmitAsync(form, $"/{id}", ("Form.ArrivalNumber", "1089"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, stale.StatusCode));
        await office.SubmitAsync(await office.PageAsync($"{List}/{id}"), "/xoa");
        Assert.DoesNotContain("ngoài cổng)", (await office.PageAsync("/theo-doi?ky=2026-nam")).QuerySelector("table.wall")!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync(await office.PageAsync(List), $"/{id}/khoi-phuc");
        var row = await portal.ReadAsync(db => db.OutsideReports.AsNoTracking().SingleAsync(Cancellation));
        Assert.Equal(("1088", "bao-cao.pdf"), (row.ArrivalNumber, row.FileName));
    }

    /// <summary>A signed file that came by the document axis is checked like one that came through the portal; a scan is for a person to look at.</summary>
    [Fact]
    public async Task Check_SignedFile_IsGreen_ScanIsNeutral_ChangedOneIsRed()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var signed = await SignedFileAsync();
        byte[] changed = [.. signed];
        changed[signed.Length / 3] ^= 1;
        await SendAsync(office, await CommuneAsync("xa-tu-my"), signed, "da-ky.pdf", number: "101/BC-UBND", issuedOn: await IssuedOnAsync());
        await SendAsync(office, await CommuneAsync("xa-tu-my"), changed, "bi-sua.pdf", number: "33/BC-UBND");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "quet.pdf", number: "34/BC-UBND");

        var rows = (await office.PageAsync(List)).QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("td a")!.TextContent, row => row.QuerySelector("td:last-child")!);

        Assert.Equal("Đạt", rows["da-ky.pdf"].QuerySelector(".status-good")!.TextContent);
        Assert.Equal("Có vấn đề", rows["bi-sua.pdf"].QuerySelector(".status-bad")!.TextContent);
        Assert.Contains("Tệp đã bị sửa sau khi ký.", rows["bi-sua.pdf"].TextContent, StringComparison.Ordinal);
        Assert.Equal("Xem bằng mắt", rows["quet.pdf"].TextContent.Trim());
        Assert.Null(rows["quet.pdf"].QuerySelector(".status-good, .status-bad"));

        // The page of one tells each point, and whose signatures they are.
        var check = (await office.PageAsync(await AddressAsync("101/BC-UBND"))).QuerySelector("details.more")!;
        Assert.Contains(Documents.Signing.DevelopmentCertificates.PersonName, check.TextContent, StringComparison.Ordinal);
        Assert.Contains("Khớp với số, ngày của báo cáo.", check.TextContent, StringComparison.Ordinal);
        Assert.Contains("như bản quét", (await office.PageAsync(await AddressAsync("34/BC-UBND"))).QuerySelector("details.more")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await office.PageAsync($"{List}/them")).QuerySelector("details.more"));
    }

    [Fact]
    public async Task Check_NumberThatIsNotTheFiles_OrIssuerNotTrusted_IsRed()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), await SignedFileAsync(), "da-ky.pdf", number: "102/BC-UBND");
        Assert.Contains("Không khớp với số, ngày của báo cáo.", (await office.PageAsync(List)).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        foreach (var file in Directory.GetFiles(Path.Combine(portal.DataDirectory, "trust"), $"{Documents.Signing.SampleSigner.RootFile}*"))
        {
            File.Delete(file);
        }

        Assert.Contains("Nơi cấp chứng thư chưa có trong danh sách tin cậy", (await office.PageAsync(List)).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>One number in a calendar year is one document (Điều 15): both reports that bear it are red, as people type it or not.</summary>
    [Fact]
    public async Task Check_OneNumberOnTwoReportsOfACommune_MarksBoth()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "mot.pdf", number: "05/BC-UBND");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "hai.pdf", number: "5/bc-ubnd");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "nam-khac.pdf", number: "05/BC-UBND", issuedOn: "20/11/2025");
        await SendAsync(office, await CommuneAsync("xa-huong-son"), Pdf, "xa-khac.pdf", number: "05/BC-UBND");
        // Xã Kim Hoa delivered its 101 through the portal.
        await SendAsync(office, await CommuneAsync("xa-kim-hoa"), Pdf, "da-qua-cong.pdf", number: "101/BC-UBND");

        var rows = (await office.PageAsync(List)).QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("td a")!.TextContent, row => row.TextContent);

        foreach (var (file, isTaken) in new[] { ("mot.pdf", true), ("hai.pdf", true), ("nam-khac.pdf", false), ("xa-khac.pdf", false), ("da-qua-cong.pdf", true) })
        {
            Assert.Equal(isTaken, rows[file].Contains("đã dùng cho báo cáo khác", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Check_StoredFileChanged_SaysSo()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await SendAsync(office, await CommuneAsync("xa-tu-my"), Pdf, "quet.pdf");
        var hash = await portal.ReadAsync(db => db.OutsideReports.Select(row => row.FileSha256!).SingleAsync(Cancellation));
        var path = Path.Combine(portal.DataDirectory, "files", hash[..2], hash);
        File.SetAttributes(path, FileAttributes.Normal);
        await File.WriteAllBytesAsync(path, [.. Pdf, 1], Cancellation);

        Assert.Contains("không còn là tệp đã ghi nhận", (await office.PageAsync(await AddressAsync("31/BC-UBND"))).QuerySelector("details.more[open]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> AddressAsync(string number) =>
        $"{List}/{await portal.ReadAsync(db => db.OutsideReports.Where(row => row.Number == number).Select(row => row.Id).SingleAsync(Cancellation))}";

    private async Task<string> IssuedOnAsync() => Core.Text.VietnameseDate.Format(
        await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Number == 101 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-kim-hoa"))
            .Select(row => row.IssuedOn!.Value).SingleAsync(Cancellation)));

    /// <summary>A report with both signatures: xã Kim Hoa's of the samples.</summary>
    private async Task<byte[]> SignedFileAsync()
    {
        var hash = await portal.ReadAsync(db => db.ReportVersions
            .Where(row => row.IssuedPdfSha256 != null && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-kim-hoa"))
            .Select(row => row.IssuedPdfSha256!).SingleAsync(Cancellation));
        return await File.ReadAllBytesAsync(Path.Combine(portal.DataDirectory, "files", hash[..2], hash), Cancellation);
    }

    private static (string, string)[] Values(long commune, string number = "31/BC-UBND", string issuedOn = "20/11/2026") =>
    [
        ("Form.CommuneId", $"{commune}"), ("Form.Year", "2026"), ("Form.Span", "nam"), ("Form.Number", number), ("Form.IssuedOn", issuedOn), ("Form.ArrivedOn", "23/11/2026"),
    ];

    private async Task<HttpResponseMessage> SendAsync(
        Session office, long commune, byte[] file, string name, string number = "31/BC-UBND", string issuedOn = "20/11/2026")
    {
        var form = (await office.PageAsync($"{List}/them")).QuerySelector("form[action$='/them']")!;
        var values = Values(commune, number, issuedOn);
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in Session.Fields(form).Where(field => field.Key != "Form.File" && values.All(pair => pair.Item1 != field.Key)).Select(field => (field.Key, field.Value)).Concat(values))
        {
            content.Add(new StringContent(value), key);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(part, "Form.File", name);
        return await office.SendAsync(HttpMethod.Post, $"{List}/them", content);
    }

    private Task<long> CommuneAsync(string code) =>
        portal.ReadAsync(db => db.Agencies.Where(agency => agency.Code == code).Select(agency => agency.Id).SingleAsync(Cancellation));
}
