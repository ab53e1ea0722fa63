using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Setup;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Signing;

/// <summary>Signatures of level B-T, with a time-stamp service that runs.</summary>
public sealed class TimestampTests : IAsyncDisposable
{
    private readonly TestSignatures tokens = new();
    private readonly TimestampResponder service;
    private readonly Portal portal;

    public TimestampTests()
    {
        service = new TimestampResponder(tokens);
        portal = Portal.With(TimeProvider.System, ("Cchc:Signing:TimestampAddress", service.Address), ("Cchc:Signing:TimestampHash", "Sha512"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await service.DisposeAsync();
        tokens.Dispose();
    }

    [Fact]
    public async Task Sign_WithAService_IsOfLevelT()
    {
        var (chairman, report) = await ReadyAsync();
        using (chairman)
        {
            var answer = await KeptCertificatesControllerTests.SignAsync(chairman, report, "/ky", KeptCertificatesControllerTests.Pin);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var signature = Assert.Single(new SignedPdfVerifier([tokens.Root], TimeProvider.System).Verify(await TestSignatures.FileAsync(chairman, report)).Signatures);
            Assert.Empty(signature.Problems);
            Assert.InRange(signature.StampedTime!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
            // One stamp for the clock, one for the signature, however often the page is read.
            Assert.Equal(2, service.Given);
        }
    }

    [Fact]
    public async Task Sign_ServiceThatFallsSilent_IsRefused_AndNothingIsSigned()
    {
        var (chairman, report) = await ReadyAsync();
        using (chairman)
        {
            var page = await chairman.PageAsync($"{report}/ky");
            Assert.NotNull(page.QuerySelector("#Pin"));
            service.Left = 0;

            var answer = await chairman.SubmitAsync(page, "/pin", ("Pin", KeptCertificatesControllerTests.Pin));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Dịch vụ dấu thời gian không cấp dấu", (await Session.ParseAsync(answer)).QuerySelector("#Pin-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(ReportStatus.AwaitingSignature, await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation)));
            Assert.Empty(await portal.ReadAsync(db => db.FilesOfHuongSon().ToListAsync(Cancellation)));
        }
    }

    [Fact]
    public async Task Page_ServiceSilentFromTheStart_DoesNotAskForThePin()
    {
        service.Left = 0;
        var (chairman, report) = await ReadyAsync();
        using (chairman)
        {
            var page = await chairman.PageAsync($"{report}/ky");

            Assert.Null(page.QuerySelector("#Pin"));
            Assert.Contains("Dịch vụ dấu thời gian không trả lời", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_ServiceWithAnotherTime_DoesNotAskForThePin()
    {
        service.Ahead = TimeSpan.FromMinutes(6);
        var (chairman, report) = await ReadyAsync();
        using (chairman)
        {
            var page = await chairman.PageAsync($"{report}/ky");

            Assert.Null(page.QuerySelector("#Pin"));
            Assert.Contains("Đồng hồ máy chủ lệch quá 5 phút", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Cchc:Signing:TimestampAddress", "ftp://dau-thoi-gian.example/")]
    [InlineData("Cchc:Signing:TimestampAddress", "https://ten:mat-khau@dau-thoi-gian.example/")]
    [InlineData("Cchc:Signing:TimestampTimeoutSeconds", "0")]
    [InlineData("Cchc:Signing:TimestampHash", "Sha1")]
    public void Settings_ThatWouldNotWork_StopTheStart(string name, string value)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();
        builder.Configuration[name] = value;

        Assert.Contains(name[..12], Assert.Throws<PortalSettingsException>(() => builder.ReadPortalOptions()).Message, StringComparison.Ordinal);
    }

    /// <summary>A submitted report, and the chairman with a certificate in keeping.</summary>
    private async Task<(Session Chairman, string Report)> ReadyAsync()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var chairman = await portal.SignInAsync("chutich@xahuongson");
        Assert.Equal(HttpStatusCode.Redirect, (await KeptCertificatesControllerTests.ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person)).StatusCode);
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        return (chairman, report);
    }
}
