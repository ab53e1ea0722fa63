using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>
/// One report in every state of its way. People took each step through the pages, once; a copy of the database was kept in each state and is laid back before a case.
/// </summary>
public sealed class ReportStates : IAsyncLifetime
{
    private const int MostTries = 20;

    private static readonly Dictionary<Duties, string> People = new()
    {
        [Duties.Staff] = "canbo@xahuongson",
        [Duties.Clerk] = "vanthu@xahuongson",
        [Duties.Chairman] = "chutich@xahuongson",
        [Duties.Administrator] = "quantri@xahuongson",
        [Duties.SuperiorOfficer] = "noivu.huyen@huongson",
        [Duties.ContentChecker] = "noidung@sontay",
        [Duties.FormChecker] = "thethuc@sontay",
        [Duties.SystemAdministrator] = "hethong@cchc",
    };

    private readonly TestSignatures tokens = new();
    private readonly Dictionary<ReportStatus, SqliteConnection> copies = [];
    private readonly Dictionary<Duties, (Session Session, string Token)> sessions = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every duty, each alone.</summary>
    public static IEnumerable<Duties> Roles => People.Keys;

    public Portal Portal { get; } = new();

    /// <summary>The report's address.</summary>
    public string Report { get; private set; } = "";

    /// <summary>The file as the chairman signed it, and the numbered one as the organisation signed it.</summary>
    public (byte[] Person, byte[] Organisation) Signed { get; private set; }

    /// <summary>The version that the report has in the state laid back last.</summary>
    public Guid Version { get; private set; }

    /// <summary>The delivery to the office that has not answered yet; null before the report was issued.</summary>
    public long? Delivery { get; private set; }

    /// <summary>Somebody with one duty, signed in, and the token that their forms carry.</summary>
    public (Session Session, string Token) Of(Duties role) => sessions[role];

    public async ValueTask InitializeAsync()
    {
        await tokens.PrepareAsync(Portal);
        await ArrangeAgencyAsync();
        foreach (var (role, name) in People)
        {
            var session = await Portal.SignInAsync(name);
            sessions[role] = (session, (await session.PageAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        Report = await ReportPath.OpenAsync(Of(Duties.Staff).Session);
        await AddressToTwoOfficesAsync();
        await KeepAsync(ReportStatus.Draft);
        await SetChecksAsync(true);
        await ActAsync(Duties.Staff, "/trinh-ky");
        await KeepAsync(ReportStatus.AwaitingCheck);
        await LayAsync(ReportStatus.Draft);
        await ActAsync(Duties.Staff, "/trinh-ky");
        await KeepAsync(ReportStatus.AwaitingSignature);
        await ActAsync(Duties.Chairman, "/tra-lai", ("Act.Reason", "Thiếu số liệu"));
        await KeepAsync(ReportStatus.Returned);
        await LayAsync(ReportStatus.AwaitingSignature);
        await ActAsync(Duties.Chairman, "/duyet");
        await KeepAsync(ReportStatus.Approved);
        var (chairman, clerk) = (Of(Duties.Chairman).Session, Of(Duties.Clerk).Session);
        var person = await TestSignatures.SignAsync(await TestSignatures.FileAsync(chairman, Report), SignatureRole.Person, tokens.Person);
        await TestSignatures.UploadAsync(chairman, Report, "/ky", person);
        await KeepAsync(ReportStatus.Signed);
        await ActAsync(Duties.Clerk, "/cap-so", ("Issue.Number", "15"));
        await KeepAsync(ReportStatus.Numbered);
        Signed = (person, await TestSignatures.SignAsync(await TestSignatures.FileAsync(clerk, Report), SignatureRole.Organisation, tokens.Organisation));
        await ActAsync(Duties.Clerk, "/phat-hanh-ban-in");
        await FollowUpAsync("dinh-chinh", 840);
        await KeepAsync(ReportStatus.Issued);
        using var office = await Portal.SignInAsync("sonoivu@hatinh");
        await office.SubmitAsync(await office.PageAsync($"/tiep-nhan/{await DeliveryToAsync("so-noi-vu-ha-tinh")}"), "/tiep-nhan");
        await KeepAsync(ReportStatus.Received);
        await FollowUpAsync("thu-hoi", 841);
        await KeepAsync(ReportStatus.Recalled);
        await LayAsync(ReportStatus.Received);
        var answer = await ReportPath.ActAsync(Of(Duties.Staff).Session, Report, "/thay-the");
        await ReportPath.IssueAsync(Portal, Of(Duties.Staff).Session, answer.Headers.Location!.OriginalString, 16);
        await KeepAsync(ReportStatus.Replaced);
    }

    /// <summary>Lays the copy of a state back.</summary>
    public async Task LayAsync(ReportStatus status)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var live = Open();
                copies[status].BackupDatabase(live);
                break;
            }
            catch (SqliteException problem) when (problem.SqliteErrorCode is 5 or 6 && tries < MostTries)
            {
                // The portal's own jobs look into the database now and then.
                await Task.Delay(50, Cancellation);
            }
        }

        Version = await ReportPath.VersionAsync(Portal, Report);
        Delivery = await DeliveryToAsync("phong-noi-vu-huong-son");
        Assert.Equal(status, await StatusAsync());
    }

    /// <summary>Switches the checks before signing on or off.</summary>
    public Task SetChecksAsync(bool on) => Portal.ReadAsync(db => db.AgencySettings.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ChecksBeforeSigning, on), Cancellation));

    public Task<ReportStatus> StatusAsync() =>
        Portal.ReadAsync(db => db.AnnualReports.Where(row => row.Id == ReportPath.Id(Report)).Select(row => row.Status).SingleAsync(Cancellation));

    /// <summary>The letter that corrects or recalls, as its form sends it.</summary>
    public MultipartFormDataContent Letter(int number, string token)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in new[]
        {
            ("__RequestVerificationToken", token), ("Form.Version", $"{Version}"), ("Form.Kind", "Công văn"), ("Form.Number", $"{number}"), ("Form.Symbol", "UBND-VHXH"),
            ("Form.IssuedOn", $"{DateTime.UtcNow.AddHours(7):dd/MM/yyyy}"), ("Form.Signer", "Lê Văn Mẫu"), ("Form.Content", "Sai ngày ban hành ở trang 1"),
        })
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent("%PDF-1.7\n%%EOF"u8.ToArray()), "Form.File", "cong-van.pdf");
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (session, _) in sessions.Values)
        {
            session.Dispose();
        }

        foreach (var copy in copies.Values)
        {
            await copy.DisposeAsync();
        }

        await Portal.DisposeAsync();
        tokens.Dispose();
    }

    /// <summary>The two checkers of another commune come over, and what is checked before signing can be switched.</summary>
    private Task<int> ArrangeAgencyAsync() => Portal.ReadAsync(async db =>
    {
        var agency = await db.Agencies.SingleAsync(row => row.Code == "xa-huong-son", Cancellation);
        db.Add(new AgencySettings { AgencyId = agency.Id });
        await db.SaveChangesAsync(Cancellation);
        return await db.Users.Where(user => user.UserName == People[Duties.ContentChecker] || user.UserName == People[Duties.FormChecker])
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.AgencyId, agency.Id), Cancellation);
    });

    /// <summary>Two offices: one answers, the other has still to.</summary>
    private Task<int> AddressToTwoOfficesAsync() => Portal.ReadAsync(async db =>
    {
        var report = await db.AnnualReports.SingleAsync(row => row.Id == ReportPath.Id(Report), Cancellation);
        var offices = await db.Agencies.Where(row => row.Code == "so-noi-vu-ha-tinh" || row.Code == "phong-noi-vu-huong-son").ToDictionaryAsync(row => row.Code, row => row.Id, Cancellation);
        foreach (var (kind, position, text, office) in new[]
        {
            (RecipientKind.Addressee, 0, "Sở Nội vụ tỉnh Hà Tĩnh", (long?)offices["so-noi-vu-ha-tinh"]),
            (RecipientKind.Addressee, 1, "Văn phòng UBND tỉnh Hà Tĩnh", offices["phong-noi-vu-huong-son"]),
            (RecipientKind.Copy, 0, "Như trên", null),
        })
        {
            db.Add(new ReportRecipient { AgencyId = report.AgencyId, ReportId = report.Id, Kind = kind, Position = position, PrintedText = text, RecipientAgencyId = office });
        }

        return await db.SaveChangesAsync(Cancellation);
    });

    private async Task ActAsync(Duties role, string act, params (string, string)[] values)
    {
        var answer = await ReportPath.ActAsync(Of(role).Session, Report, act, values);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{act}: {(int)answer.StatusCode} {(await Session.ParseAsync(answer)).QuerySelector("main")?.TextContent.Trim()}");
    }

    private async Task FollowUpAsync(string act, int number)
    {
        var (session, token) = Of(Duties.Clerk);
        Version = await ReportPath.VersionAsync(Portal, Report);
        using var letter = Letter(number, token);
        Assert.Equal(HttpStatusCode.Redirect, (await session.SendAsync(HttpMethod.Post, $"{Report}/{act}", letter)).StatusCode);
    }

    private Task<long?> DeliveryToAsync(string office) => Portal.ReadAsync(db => db.ReportDeliveries
        .Where(row => row.ReportId == ReportPath.Id(Report) && row.RecipientAgency!.Code == office).Select(row => (long?)row.Id).SingleOrDefaultAsync(Cancellation));

    private async Task KeepAsync(ReportStatus status)
    {
        Assert.Equal(status, await StatusAsync());
        var copy = new SqliteConnection("Data Source=:memory:");
        await copy.OpenAsync(Cancellation);
        await using var live = Open();
        live.BackupDatabase(copy);
        copies[status] = copy;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Portal.DataDirectory, "cchc.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
