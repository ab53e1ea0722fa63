using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Signing;

/// <summary>Certificates in the portal's keeping: given in by their owners, opened by a PIN, locked by three wrong ones.</summary>
public sealed class KeptCertificatesControllerTests : IAsyncDisposable
{
    internal const string Pin = "PinCuaChuTich#77";
    private const string FilePassword = "MatKhauTep#88";
    private readonly Portal portal = new();
    private readonly TestSignatures tokens = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        tokens.Dispose();
    }

    [Fact]
    public async Task WholeOrder_WithPins_IssuesAnAuthenticFile_AndThePinIsNowhere()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        Assert.Equal(HttpStatusCode.Redirect, (await ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ImportAsync(clerk, "/chung-thu-so/co-quan", tokens.Organisation)).StatusCode);
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Equal(HttpStatusCode.Redirect, (await SignAsync(chairman, report, "/ky", Pin)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "15"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignAsync(clerk, report, "/ky-co-quan", Pin)).StatusCode);

        Assert.Equal(ReportStatus.Issued, await StatusAsync(report));
        var verdict = new SignedPdfVerifier([tokens.Root], TimeProvider.System).Verify(await TestSignatures.FileAsync(staff, report));
        Assert.Equal((SignedPdfVerdict.Authentic, 2), (verdict.Verdict, verdict.Signatures.Count));
        Assert.All(
            await portal.ReadAsync(db => db.FilesOfHuongSon().Where(row => row.Step != ReportFileStep.Numbered).ToListAsync(Cancellation)), file => Assert.Equal(SignatureWay.Portal, file.Way));
        await portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancellation));
        foreach (var file in Directory.EnumerateFiles(portal.DataDirectory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancellation);
            foreach (var secret in new[] { Pin, FilePassword })
            {
                Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"A secret stands in {file}.");
            }
        }

        var audit = await portal.ReadAsync(db => db.AuditEntries.Where(row => row.Entity == nameof(KeptCertificate)).Select(row => row.After).FirstAsync(Cancellation));
        Assert.Contains("\"Locked\":\"•••\"", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ThreeWrongPins_LockUntilAnAdministratorOpens()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        await ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person);
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Contains("Còn 2 lần thử.", await ErrorAsync(await SignAsync(chairman, report, "/ky", "khong-phai")), StringComparison.Ordinal);
        Assert.Contains("Còn 1 lần thử.", await ErrorAsync(await SignAsync(chairman, report, "/ky", "khong-phai")), StringComparison.Ordinal);
        Assert.Contains("đã bị khóa", (await Session.ParseAsync(await SignAsync(chairman, report, "/ky", "khong-phai"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await chairman.PageAsync($"{report}/ky")).QuerySelector("#Pin"));
        var right = await chairman.PostAsync($"{report}/ky/pin", ("Version", $"{await ReportPath.VersionAsync(portal, report)}"), ("Pin", Pin));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.SubmitAsync(await administrator.PageAsync("/quan-tri/chu-ky-so"), "/mo-khoa")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignAsync(chairman, report, "/ky", Pin)).StatusCode);
        Assert.Equal(ReportStatus.Signed, await StatusAsync(report));
    }

    [Theory]
    [InlineData("wrong password", "Không mở được tệp")]
    [InlineData("no key", "Tệp không có khóa ký")]
    [InlineData("expired", "đã hết hạn")]
    [InlineData("not for signing", "không được cấp để ký")]
    [InlineData("unknown issuer", "chưa có trong danh sách tin cậy")]
    [InlineData("short PIN", "8")]
    [InlineData("other PIN again", "khác nhau")]
    [InlineData("picture", "PNG nền trong suốt")]
    public async Task Import_ThatWillNotDo_SaysWhy_AndKeepsNothing(string what, string says)
    {
        await tokens.PrepareAsync(portal);
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var other = DevelopmentCertificates.Create(DateTimeOffset.UtcNow.AddDays(-1));
        using var expired = tokens.Issue(days: 10);
        using var encipher = tokens.Issue(X509KeyUsageFlags.KeyEncipherment);
        using var bare = X509CertificateLoader.LoadCertificate(tokens.Person.RawData);
        var certificate = what switch
        {
            "no key" => bare,
            "expired" => expired,
            "not for signing" => encipher,
            "unknown issuer" => other.Person,
            _ => tokens.Person,
        };

        var answer = await ImportAsync(
            chairman, "/chung-thu-so/ca-nhan", certificate, what == "wrong password" ? "khac" : FilePassword, what == "short PIN" ? "1234567" : Pin,
            what == "other PIN again" ? Pin + "1" : null, what == "picture" ? "GIF89a"u8.ToArray() : null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(db => db.KeptCertificates.ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData("revoked", "đã bị thu hồi")]
    [InlineData("list out of date", "đã quá hạn")]
    [InlineData("issuer no longer trusted", "chưa có trong danh sách tin cậy")]
    [InlineData("audit later than the clock", "nhật ký của cơ quan đã có dòng")]
    [InlineData("list later than the clock", "danh sách thu hồi của nơi cấp đã được lập")]
    public async Task Page_WhileACheckFails_SaysWhy_AndDoesNotAskForThePin(string what, string says)
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        await ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person);
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        Assert.NotNull((await chairman.PageAsync($"{report}/ky")).QuerySelector("#Pin"));
        switch (what)
        {
            case "revoked":
                tokens.Revoke(portal, tokens.Person);
                break;
            case "list out of date":
                tokens.Revoke(portal, made: DateTimeOffset.UtcNow.AddDays(-8), next: DateTimeOffset.UtcNow.AddDays(-1));
                break;
            case "issuer no longer trusted":
                Directory.Delete(Path.Combine(portal.DataDirectory, "trust"), recursive: true);
                break;
            case "audit later than the clock":
                await NoteAsync(DateTime.UtcNow.AddHours(1));
                break;
            default:
                tokens.Revoke(portal, made: DateTimeOffset.UtcNow.AddHours(2));
                break;
        }

        var page = await chairman.PageAsync($"{report}/ky");
        var forced = await chairman.PostAsync($"{report}/ky/pin", ("Version", $"{await ReportPath.VersionAsync(portal, report)}"), ("Pin", Pin));

        Assert.Contains(says, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#Pin"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Equal(ReportStatus.AwaitingSignature, await StatusAsync(report));
        Assert.Equal(0, await portal.ReadAsync(db => db.KeptCertificates.Select(row => row.WrongPins).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Page_ListThatTheIssuerMade_LetsSign_AndTheAdministratorSeesIt()
    {
        await tokens.PrepareAsync(portal);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        Assert.Contains("thu hồi chứng thư không được kiểm tra", (await administrator.PageAsync("/quan-tri/chu-ky-so")).Body!.TextContent, StringComparison.Ordinal);
        await ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person);
        using var stranger = tokens.Stranger();
        tokens.Revoke(portal, stranger);
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        Assert.Equal(HttpStatusCode.Redirect, (await SignAsync(chairman, report, "/ky", Pin)).StatusCode);
        Assert.Contains("1 chứng thư bị thu hồi", (await administrator.PageAsync("/quan-tri/chu-ky-so")).Body!.TextContent, StringComparison.Ordinal);
        var signer = await portal.ReadAsync(db => db.Signers.SingleAsync(row => row.Certificate == tokens.Person.Thumbprint, Cancellation));
        Assert.Equal(Core.Text.VietnamTime.DayOf(tokens.Person.NotAfter.ToUniversalTime()), signer.CertificateEndsOn);
    }

    [Fact]
    public async Task Import_Again_Replaces_AndRemove_TakesItOut()
    {
        await tokens.PrepareAsync(portal);
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        await ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person);
        using var second = tokens.Stranger();
        await ImportAsync(chairman, "/chung-thu-so/ca-nhan", second);

        var row = await portal.ReadAsync(db => db.KeptCertificates.SingleAsync(Cancellation));
        Assert.Equal(second.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), row.Thumbprint);
        Assert.Equal(HttpStatusCode.Redirect, (await chairman.SubmitAsync(await chairman.PageAsync("/chung-thu-so/ca-nhan"), "/bo")).StatusCode);
        Assert.Empty(await portal.ReadAsync(db => db.KeptCertificates.ToListAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.NotFound, (await chairman.PostAsync("/chung-thu-so/ca-nhan/bo")).StatusCode);
    }

    [Fact]
    public async Task Reopen_OfAnotherAgency_IsNotFound()
    {
        await tokens.PrepareAsync(portal);
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var stranger = await portal.SignInAsync("quantri@sontrung");
        await ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person);
        var id = await portal.ReadAsync(db => db.KeptCertificates.Select(row => row.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/quan-tri/chu-ky-so/{id}/mo-khoa")).StatusCode);
        Assert.DoesNotContain(DevelopmentCertificates.PersonName, (await stranger.PageAsync("/quan-tri/chu-ky-so")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_AsksForTheDecisionAndASecondFactor()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        Assert.Equal([KeptRefusal.NotDecided, KeptRefusal.NoSecondFactor], await StrictAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await system.SubmitAsync(await system.PageAsync("/quan-tri/luu-chung-thu-so"), "/luu-chung-thu-so", ("Form.Decision", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await system.SubmitAsync(await system.PageAsync("/quan-tri/luu-chung-thu-so"), "/luu-chung-thu-so", ("Form.Decision", "Quyết định số 45/QĐ-UBND ngày 02/11/2026"))).StatusCode);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.After!.Contains("KeepsCertificates\":true"), Cancellation)));

        Assert.Equal([KeptRefusal.NoSecondFactor], await StrictAsync());
        Assert.Contains("45/QĐ-UBND", (await system.PageAsync("/quan-tri/luu-chung-thu-so")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        await portal.ReadAsync(db => db.Users.Where(row => row.UserName == "chutich@xahuongson").ExecuteUpdateAsync(set => set.SetProperty(row => row.TwoFactorEnabled, true), Cancellation));
        Assert.Empty(await StrictAsync());
        await system.SubmitAsync(await system.PageAsync("/quan-tri/luu-chung-thu-so"), "/luu-chung-thu-so", ("Form.Decision", "Hết thời gian thí điểm"));
        Assert.Equal([KeptRefusal.NotDecided], await StrictAsync());
    }

    /// <summary>The host itself in Production: nothing is imported and no PIN signs before both conditions are met, and as soon as one is gone.</summary>
    [Fact]
    public async Task Production_ImportAndPin_AreRefusedWithoutDecisionOrSecondFactor()
    {
        await using var production = Portal.InProductionWithSamples();
        await tokens.PrepareAsync(production);
        using var system = await production.SignInAsync("hethong@cchc");
        using var staff = await production.SignInAsync("canbo@xahuongson");
        using var chairman = await production.SignInAsync("chutich@xahuongson");
        const string address = "/chung-thu-so/ca-nhan";
        var page = await chairman.PageAsync(address);
        Assert.Null(page.QuerySelector("main form[enctype]"));
        Assert.Contains("quản trị hệ thống ghi quyết định trước", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa bật xác thực hai bước", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        await AssertRefusedAsync("quản trị hệ thống ghi quyết định trước");

        await DecideAsync("Quyết định số 45/QĐ-UBND ngày 02/11/2026");
        await AssertRefusedAsync("chưa bật xác thực hai bước");
        await SecondFactorAsync(true);
        Assert.Equal(HttpStatusCode.Redirect, (await ImportAsync(chairman, address, tokens.Person)).StatusCode);
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        Assert.NotNull((await chairman.PageAsync($"{report}/ky")).QuerySelector("#Pin"));

        await SecondFactorAsync(false);
        await AssertNotSignedAsync("chưa bật xác thực hai bước");
        await SecondFactorAsync(true);
        await DecideAsync("Hết thời gian thí điểm");
        await AssertNotSignedAsync("quản trị hệ thống ghi quyết định trước");
        await DecideAsync("Quyết định số 46/QĐ-UBND ngày 20/11/2026");
        Assert.Equal(HttpStatusCode.Redirect, (await SignAsync(chairman, report, "/ky", Pin)).StatusCode);

        async Task DecideAsync(string decision) => Assert.Equal(
            HttpStatusCode.Redirect,
            (await system.SubmitAsync(await system.PageAsync("/quan-tri/luu-chung-thu-so"), "/luu-chung-thu-so", ("Form.Decision", decision))).StatusCode);

        Task<int> SecondFactorAsync(bool isOn) => production.ReadAsync(db => db.Users.Where(row => row.UserName == "chutich@xahuongson")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TwoFactorEnabled, isOn), Cancellation));

        async Task AssertRefusedAsync(string says)
        {
            var token = (await chairman.PageAsync("/")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
            using var content = Content([new("__RequestVerificationToken", token)], tokens.Person, FilePassword, Pin, Pin);
            var answer = await chairman.SendAsync(HttpMethod.Post, address, content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(says, (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(await production.ReadAsync(db => db.KeptCertificates.ToListAsync(Cancellation)));
        }

        async Task AssertNotSignedAsync(string says)
        {
            var asked = await chairman.PageAsync($"{report}/ky");
            Assert.Null(asked.QuerySelector("#Pin"));
            Assert.Contains(says, asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            var forced = await chairman.PostAsync($"{report}/ky/pin", ("Version", $"{await ReportPath.VersionAsync(production, report)}"), ("Pin", Pin));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
            Assert.Equal(
                ReportStatus.AwaitingSignature,
                await production.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation)));
        }
    }

    /// <summary>The seal's place is 36 mm wide: what is larger would be cut off.</summary>
    [Theory]
    [InlineData("37", null, "Millimetres")]
    [InlineData("9", null, "Millimetres")]
    [InlineData("30", "tall", "Picture")]
    [InlineData("30", null, null)]
    public async Task Import_SealInItsRealSize_FitsItsPlace(string millimetres, string? shape, string? wrong)
    {
        await tokens.PrepareAsync(portal);
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        var picture = Picture(SkiaSharp.SKColors.Red, height: shape is null ? 100 : 200);

        var answer = await ImportAsync(clerk, "/chung-thu-so/co-quan", tokens.Organisation, picture: picture, millimetres: millimetres);

        Assert.Equal(wrong is null ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var kept = await portal.ReadAsync(db => db.KeptCertificates.ToListAsync(Cancellation));
        Assert.Equal(wrong is null ? [30] : [], kept.Select(row => row.PictureMillimetres));
        if (wrong is not null)
        {
            Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector($".error-summary a[href='#{wrong}']"));
        }
    }

    [Theory]
    [InlineData("red", false)]
    [InlineData("black", true)]
    public async Task Import_SealOfAnotherColour_IsKeptWithAWarning(string colour, bool isWarned)
    {
        await tokens.PrepareAsync(portal);
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");

        var answer = await ImportAsync(
            clerk, "/chung-thu-so/co-quan", tokens.Organisation, picture: Picture(colour == "red" ? new SkiaSharp.SKColor(210, 20, 40) : SkiaSharp.SKColors.Black), millimetres: "36");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(isWarned, (await clerk.PageAsync("/chung-thu-so/co-quan")).Body!.TextContent.Contains("Hình dấu hầu như không có màu đỏ", StringComparison.Ordinal));
        Assert.Single(await portal.ReadAsync(db => db.KeptCertificates.ToListAsync(Cancellation)));
    }

    /// <summary>A picture on a transparent ground.</summary>
    private static byte[] Picture(SkiaSharp.SKColor colour, int height = 100)
    {
        using var bitmap = new SkiaSharp.SKBitmap(new SkiaSharp.SKImageInfo(100, height, SkiaSharp.SKColorType.Rgba8888, SkiaSharp.SKAlphaType.Premul));
        using (var canvas = new SkiaSharp.SKCanvas(bitmap))
        using (var pen = new SkiaSharp.SKPaint { Color = colour })
        {
            canvas.Clear(SkiaSharp.SKColors.Transparent);
            canvas.DrawCircle(50, 50, 40, pen);
        }

        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>An audit entry of xã Hương Sơn of a later time, as a clock that was turned back leaves it behind.</summary>
    private Task<int> NoteAsync(DateTime at) => portal.ReadAsync(async db =>
    {
        db.AuditEntries.Add(new Core.Audit.AuditEntry
        {
            AtUtc = at,
            UserName = "",
            AgencyId = await db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(Cancellation),
            Action = Core.Audit.AuditAction.Viewed,
            Entity = nameof(AnnualReport),
            EntityId = "1",
        });
        return await db.SaveChangesAsync(Cancellation);
    });

    private async Task<IReadOnlyList<KeptRefusal>> StrictAsync()
    {
        var user = await portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(row => row.UserName == "chutich@xahuongson", Cancellation));
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.ForUser(user.Id, user.FullName, user.AgencyId);
        return await ActivatorUtilities.CreateInstance<KeptCertificateService>(scope.ServiceProvider, new KeptCertificatePolicy(IsStrict: true)).MissingAsync(Cancellation);
    }

    internal static async Task<HttpResponseMessage> ImportAsync(
        Session session, string address, X509Certificate2 certificate, string password = FilePassword, string pin = Pin, string? again = null, byte[]? picture = null, string? millimetres = null)
    {
        var form = (await session.PageAsync(address)).QuerySelector<IHtmlFormElement>("main form[enctype]")!;
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(field => KeyValuePair.Create(field.Name!, field.Value));
        using var content = Content(hidden, certificate, password, pin, again ?? pin);
        if (picture is not null)
        {
            content.Add(new ByteArrayContent(picture), "Picture", "chu-ky.png");
        }

        if (millimetres is not null)
        {
            content.Add(new StringContent(millimetres), "Millimetres");
        }

        return await session.SendAsync(HttpMethod.Post, address, content);
    }

    private static MultipartFormDataContent Content(IEnumerable<KeyValuePair<string, string>> hidden, X509Certificate2 certificate, string password, string pin, string again)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in hidden)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(new X509Certificate2Collection(certificate).Export(X509ContentType.Pkcs12, FilePassword)!), "File", "chung-thu.p12");
        content.Add(new StringContent(password), "Password");
        content.Add(new StringContent(pin), "Pin");
        content.Add(new StringContent(again), "PinAgain");
        return content;
    }

    internal static async Task<HttpResponseMessage> SignAsync(Session session, string report, string page, string pin) =>
        await session.SubmitAsync(await session.PageAsync($"{report}{page}"), "/pin", ("Pin", pin));

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) => (await Session.ParseAsync(answer)).QuerySelector("#Pin-error")!.TextContent;

    private Task<ReportStatus> StatusAsync(string report) =>
        portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation));
}
