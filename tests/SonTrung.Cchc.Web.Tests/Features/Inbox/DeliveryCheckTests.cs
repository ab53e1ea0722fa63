using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Inbox;

/// <summary>What the portal checks by itself of what was delivered. Xã Kim Hoa's report is signed, xã Sơn Hồng's is on paper and corrected.</summary>
public sealed class DeliveryCheckTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Inbox_OfTheSamples_FindsNothingWrong_AndTellsTheSignatures()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var rows = (await office.PageAsync("/tiep-nhan")).QuerySelectorAll("tbody tr").ToList();
        var page = await office.PageAsync(Link(rows, "Kim Hoa"));

        Assert.All(rows, row => Assert.Matches("Đạt|Xem bằng mắt", row.TextContent));
        Assert.Contains("Xem bằng mắt", rows.First(row => row.TextContent.Contains("Sơn Hồng", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa có bản quét", (await office.PageAsync(Link(rows.Where(row => row.TextContent.Contains("chờ tiếp nhận", StringComparison.Ordinal)), "Sơn Kim 1"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.DoesNotContain("Có vấn đề", row.TextContent, StringComparison.Ordinal));
        var check = page.QuerySelectorAll("details").Single(found => found.TextContent.Contains("Kiểm tra tự động", StringComparison.Ordinal));
        Assert.Equal(4, check.QuerySelectorAll("li .status-good").Length - check.QuerySelectorAll("h3 + ul .status-good").Length);
        Assert.Equal(2, check.QuerySelectorAll("h3 + ul li").Length);
        Assert.Contains(DevelopmentCertificates.PersonName, check.TextContent, StringComparison.Ordinal);
        Assert.Contains(DevelopmentCertificates.OrganisationName, check.TextContent, StringComparison.Ordinal);
        Assert.Contains("ký, đóng dấu trên giấy", (await office.PageAsync(Link(rows, "Sơn Hồng"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_RootsNoLongerTrusted_SaysWhyTheSignatureIsNot()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        foreach (var file in Directory.GetFiles(Path.Combine(portal.DataDirectory, "trust"), $"{SampleSigner.RootFile}*"))
        {
            File.Delete(file);
        }

        var row = (await office.PageAsync("/tiep-nhan")).QuerySelectorAll("tbody tr").Single(found => found.TextContent.Contains("Kim Hoa", StringComparison.Ordinal)).TextContent;

        Assert.Contains("Có vấn đề", row, StringComparison.Ordinal);
        Assert.Contains("Nơi cấp chứng thư chưa có trong danh sách tin cậy", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_StoredFileChanged_SaysThatItIsNotWhatWasIssued()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var hash = await IssuedHashAsync("xa-kim-hoa");
        var path = Path.Combine(portal.DataDirectory, "files", hash[..2], hash);
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        bytes[^40] ^= 1;
        File.SetAttributes(path, FileAttributes.Normal);
        await File.WriteAllBytesAsync(path, bytes, Cancellation);

        var row = (await office.PageAsync("/tiep-nhan")).QuerySelectorAll("tbody tr").Single(found => found.TextContent.Contains("Kim Hoa", StringComparison.Ordinal)).TextContent;

        Assert.Contains("không còn là bản đã phát hành", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_NumberOfAnotherReportOfTheSender_IsRed()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        await portal.ReadAsync(async db =>
        {
            var receiver = await db.Agencies.SingleAsync(row => row.Code == "so-noi-vu-ha-tinh", Cancellation);
            var sender = await db.Agencies.SingleAsync(row => row.Code == "xa-kim-hoa", Cancellation);
            db.OutsideReports.Add(new OutsideReport
            {
                AgencyId = receiver.Id,
                CommuneId = sender.Id,
                Year = 2026,
                PeriodKind = PeriodKind.Quarter,
                PeriodOrdinal = 3,
                Number = "101/BC-UBND",
                IssuedOn = new DateOnly(2026, 9, 14),
                ArrivedOn = new DateOnly(2026, 9, 15),
                ArrivedBy = ArrivalWay.Paper,
            });
            return await db.SaveChangesAsync(Cancellation);
        });

        var rows = (await office.PageAsync("/tiep-nhan")).QuerySelectorAll("tbody tr").ToList();

        Assert.Contains("Số 101/BC-UBND đã dùng cho báo cáo khác", rows.Single(row => row.TextContent.Contains("Kim Hoa", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("đã dùng cho báo cáo khác", rows.Single(row => row.TextContent.Contains("Sơn Hồng", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_OfASignedFile_TellsItsSignatures_AndWhatWasDoneAfterThem()
    {
        using var visitor = portal.Visit();
        var hash = await IssuedHashAsync("xa-kim-hoa");
        var pdf = await File.ReadAllBytesAsync(Path.Combine(portal.DataDirectory, "files", hash[..2], hash), Cancellation);

        var whole = await VerifyAsync(visitor, pdf);
        var longer = await VerifyAsync(visitor, [.. pdf, .. "\n% behind\n%%EOF\n"u8]);

        Assert.Equal("Đúng bản đã phát hành", whole.QuerySelector("p .status-good")!.TextContent);
        Assert.Equal(2, whole.QuerySelectorAll("h3 + ul .status-good").Length);
        Assert.Contains("Thay đổi sau khi ký", longer.TextContent, StringComparison.Ordinal);
        Assert.Contains("dữ liệu lạ", longer.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_OfACorrectedReport_NamesTheLetterThatCorrectsIt()
    {
        using var visitor = portal.Visit();
        var code = await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Status == ReportStatus.Issued && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-son-hong"))
            .Select(row => row.PublicCode).SingleAsync(Cancellation));

        var page = await visitor.PageAsync($"/xac-thuc/{code}");

        Assert.Contains("Được đính chính bằng công văn số 131/UBND-VHXH ngày 20/11/2026; vẫn có hiệu lực.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Link(IEnumerable<IElement> rows, string commune) =>
        rows.Single(row => row.TextContent.Contains(commune, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;

    private Task<string> IssuedHashAsync(string commune) => portal.ReadAsync(db => db.ReportVersions
        .Where(row => row.IssuedPdfSha256 != null && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == commune))
        .Select(row => row.IssuedPdfSha256!).SingleAsync(Cancellation));

    private static async Task<IElement> VerifyAsync(Session visitor, byte[] pdf)
    {
        var form = (await visitor.PageAsync("/xac-thuc")).QuerySelector("form[enctype]")!;
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent(pdf), "tep", "bao-cao.pdf");
        var answer = await visitor.SendAsync(HttpMethod.Post, "/xac-thuc", content);
        return (await Session.ParseAsync(answer)).QuerySelector(".verify-result")!;
    }
}
