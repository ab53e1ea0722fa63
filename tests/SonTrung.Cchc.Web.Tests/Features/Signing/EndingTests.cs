using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Signing;

/// <summary>Certificates and capacities that end: told in time, and not signed with afterwards.</summary>
public sealed class EndingTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Today => TimeProvider.System.Today();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData(60, "còn 60 ngày", "status")]
    [InlineData(30, "còn 30 ngày", "status status-waiting")]
    [InlineData(7, "còn 7 ngày", "status status-bad")]
    public async Task Home_EndsSoon_IsToldToItsOwnerAndTheAdministrator(int days, string says, string tone)
    {
        await EndAsync(days);
        foreach (var (user, whatEnds) in new[] { ("chutich@xahuongson", 2), ("vanthu@xahuongson", 1), ("quantri@xahuongson", 3) })
        {
            using var session = await portal.SignInAsync(user);
            var items = (await session.PageAsync("/")).QuerySelectorAll(".desk-list li").Where(item => item.TextContent.Contains(says, StringComparison.Ordinal)).ToList();

            Assert.True(items.Count == whatEnds, $"{user}: {string.Join("; ", items.Select(item => item.TextContent))}");
            Assert.All(items, item => Assert.Equal(tone, item.QuerySelector(".status")!.ClassName));
            foreach (var link in items.Select(item => item.QuerySelector("a")!.GetAttribute("href")!).Distinct())
            {
                await session.PageAsync(link);
            }

            Assert.Contains(says, (await session.PageAsync("/")).QuerySelector(".bell-list")!.TextContent, StringComparison.Ordinal);
        }

        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("quantri@sontrung");
        Assert.DoesNotContain(says, (await staff.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(says, (await other.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A certificate in the portal's keeping is told to its owner, who takes it to be replaced, and to the administrator; once, though it is declared too.</summary>
    [Theory]
    [InlineData(61, null, null)]
    [InlineData(60, "còn 60 ngày", "status")]
    [InlineData(30, "còn 30 ngày", "status status-waiting")]
    [InlineData(7, "còn 7 ngày", "status status-bad")]
    public async Task Home_KeptCertificateEnds_IsToldToItsOwnerAndTheAdministrator(int days, string? says, string? tone)
    {
        const string holder = "Chứng thư lưu trên cổng của Chủ tịch";
        await portal.ReadAsync(async db =>
        {
            var owner = await db.Users.SingleAsync(row => row.UserName == "chutich@xahuongson", Cancellation);
            db.KeptCertificates.Add(new KeptCertificate
            {
                AgencyId = owner.AgencyId!.Value,
                UserId = owner.Id,
                Use = CertificateUse.Person,
                SignerName = holder,
                Issuer = "Nơi cấp",
                Thumbprint = new string('A', 64),
                ExpiresUtc = VietnamTime.StartOf(Today.AddDays(days)).AddHours(9),
                Certificates = [1],
                Salt = [1],
                Rounds = 1,
                Locked = [1],
                ImportedUtc = DateTime.UtcNow,
            });
            var signer = await OwnAsync(db.Signers);
            signer.CertificateEndsOn = Today.AddDays(days);
            return await db.SaveChangesAsync(Cancellation);
        });

        foreach (var (user, link) in new[] { ("chutich@xahuongson", "/chung-thu-so/ca-nhan"), ("quantri@xahuongson", "/quan-tri/chu-ky-so") })
        {
            using var session = await portal.SignInAsync(user);
            var page = await session.PageAsync("/");
            var told = page.QuerySelectorAll(".desk-list li").Where(item => item.TextContent.Contains("còn", StringComparison.Ordinal) && item.TextContent.Contains("Chứng thư", StringComparison.Ordinal)).ToList();
            if (says is null)
            {
                Assert.Empty(told);
                continue;
            }

            var item = Assert.Single(told);
            Assert.Contains(says, item.TextContent, StringComparison.Ordinal);
            Assert.Contains(holder, item.TextContent, StringComparison.Ordinal);
            Assert.Equal(tone, item.QuerySelector(".status")!.ClassName);
            Assert.Equal(link, item.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains(holder, page.QuerySelector(".bell-list")!.TextContent, StringComparison.Ordinal);
        }

        foreach (var user in new[] { "canbo@xahuongson", "vanthu@xahuongson", "quantri@sontrung" })
        {
            using var session = await portal.SignInAsync(user);
            Assert.DoesNotContain(holder, (await session.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Home_FarEnd_OrAFollower_IsNotTold()
    {
        await EndAsync(61);
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        Assert.DoesNotContain("ngày", Endings(await administrator.PageAsync("/")), StringComparison.Ordinal);

        await EndAsync(20);
        await portal.ReadAsync(async db =>
        {
            var signer = await OwnAsync(db.Signers.AsNoTracking());
            db.Signers.Add(new Signer { AgencyId = signer.AgencyId, FullName = "Người kế nhiệm", Post = signer.Post, Capacity = signer.Capacity, ValidFrom = signer.ValidTo!.Value.AddDays(1) });
            return await db.SaveChangesAsync(Cancellation);
        });
        Assert.DoesNotContain("Tư cách ký", Endings(await administrator.PageAsync("/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1000, -1)]
    [InlineData(1, 1000)]
    public async Task Approve_CapacityThatHasEndedOrNotBegun_IsRefused(int from, int to)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");
        var page = await chairman.PageAsync(report);
        await portal.ReadAsync(db => db.Signers.Where(row => row.Capacity == SigningCapacity.OnBehalf).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ValidFrom, Today.AddDays(from)).SetProperty(row => row.ValidTo, Today.AddDays(to)), Cancellation));

        var answer = await chairman.SubmitAsync(page, "/duyet");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("không còn (hoặc chưa) được ký", (await Session.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.AwaitingSignature, await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(report)).Select(row => row.Status).SingleAsync(Cancellation)));
    }

    private static string Endings(AngleSharp.Html.Dom.IHtmlDocument page) => string.Concat(page.QuerySelectorAll(".desk-list .status").Select(item => item.ParentElement!.TextContent));

    /// <summary>Lets capacity and certificate of the chairman and the certificate of the agency end.</summary>
    private Task<int> EndAsync(int days) => portal.ReadAsync(async db =>
    {
        var signer = await OwnAsync(db.Signers);
        (signer.ValidTo, signer.CertificateEndsOn) = (Today.AddDays(days), Today.AddDays(days));
        var seal = await db.AgencySeals.SingleOrDefaultAsync(row => row.AgencyId == signer.AgencyId, Cancellation);
        if (seal is null)
        {
            seal = new AgencySeal { AgencyId = signer.AgencyId, Certificate = "Chứng thư mẫu" };
            db.AgencySeals.Add(seal);
        }

        seal.CertificateEndsOn = Today.AddDays(days);
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<Signer> OwnAsync(IQueryable<Signer> signers) => OwnedAsync(signers, portal);

    private static async Task<Signer> OwnedAsync(IQueryable<Signer> signers, Portal portal)
    {
        var agency = await portal.ReadAsync(db => db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(Cancellation));
        return await signers.SingleAsync(row => row.AgencyId == agency && row.Capacity == SigningCapacity.OnBehalf, Cancellation);
    }
}
