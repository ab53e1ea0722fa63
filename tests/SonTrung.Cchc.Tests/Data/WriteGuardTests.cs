using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>What a receiving office may write, and who writes accounts and what all agencies share.</summary>
public sealed class WriteGuardTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly Agency commune;
    private readonly Agency office;
    private readonly UserAccount clerk;
    private readonly UserAccount officer;
    private readonly long reportId;
    private readonly long deliveryId;

    public WriteGuardTests()
    {
        commune = Given.Agency(database, "son-trung");
        office = Given.Agency(database, "so-noi-vu", AgencyKind.SuperiorOffice);
        clerk = Given.User(database, commune);
        officer = Given.User(database, office, "noivu", Duties.SuperiorOfficer);
        using var db = database.Open();
        var rows = new ModelRows(db);
        var report = (AnnualReport)rows.Of(typeof(AnnualReport), commune);
        report.MoveTo(ReportStatus.Issued);
        var version = (ReportVersion)rows.Of(typeof(ReportVersion), commune);
        var delivery = new ReportDelivery
        {
            AgencyId = commune.Id,
            ReportId = report.Id,
            VersionId = version.Id,
            RecipientAgencyId = office.Id,
            SentUtc = DateTime.UnixEpoch,
        };
        db.Add(delivery);
        db.SaveChanges();
        (reportId, deliveryId) = (report.Id, delivery.Id);
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void Save_ReceiversAnswer_ChangesDeliveryStateAndHistory()
    {
        using var db = OpenOffice();
        var (report, delivery) = Load(db);
        Answer(delivery);
        db.Add(Event(officer, ReportAction.Acknowledge));
        report.MoveTo(ReportStatus.Received);
        db.SaveChanges();

        using var seen = database.Open(Given.Scope(clerk));
        Assert.Equal(ReportStatus.Received, seen.AnnualReports.Single().Status);
        Assert.Equal(DeliveryStatus.Acknowledged, seen.ReportDeliveries.Single().Status);
        Assert.Single(seen.ReportEvents);
    }

    [Theory]
    [InlineData("state without an answer")]
    [InlineData("history without an answer")]
    [InlineData("another state")]
    [InlineData("another act")]
    [InlineData("another person's act")]
    [InlineData("the report's subject")]
    [InlineData("the time of sending")]
    [InlineData("the receiver")]
    [InlineData("the submission")]
    [InlineData("removal of the delivery")]
    [InlineData("removal of the report")]
    [InlineData("a new delivery")]
    [InlineData("a line")]
    public void Save_AnythingElseByTheReceiver_IsRefused(string what)
    {
        using var db = OpenOffice();
        var (report, delivery) = Load(db);
        if (!what.Contains("without", StringComparison.Ordinal))
        {
            Answer(delivery);
        }

        switch (what)
        {
            case "state without an answer": report.MoveTo(ReportStatus.Received); break;
            case "history without an answer": db.Add(Event(officer, ReportAction.Acknowledge)); break;
            case "another state": report.MoveTo(ReportStatus.Recalled); break;
            case "another act": db.Add(Event(officer, ReportAction.Approve)); break;
            case "another person's act": db.Add(Event(clerk, ReportAction.Acknowledge)); break;
            case "the report's subject": report.Subject = "Khác"; break;
            case "the time of sending": db.Entry(delivery).Property(row => row.SentUtc).CurrentValue = DateTime.UtcNow; break;
            case "the receiver": db.Entry(delivery).Property(row => row.RecipientAgencyId).CurrentValue = commune.Id; break;
            case "the submission": db.ReportVersions.Single().IssuedPdfSha256 = new string('0', 64); break;
            case "removal of the delivery": db.Remove(delivery); break;
            case "removal of the report": db.Entry(report).State = EntityState.Deleted; break;
            case "a new delivery":
                db.Add(new ReportDelivery { AgencyId = commune.Id, ReportId = reportId, VersionId = delivery.VersionId, RecipientAgencyId = office.Id, SentUtc = DateTime.UnixEpoch });
                break;
            default:
                db.Add(new ReportLine { AgencyId = commune.Id, ReportId = reportId, ElementKey = "x", Position = 1, Level = 0, Text = "x" });
                break;
        }

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Fact]
    public void Read_Receiver_SeesReportAndSubmissionButNoLines()
    {
        database.Add(new ReportLine { AgencyId = commune.Id, ReportId = reportId, ElementKey = "x", Position = 1, Level = 0, Text = "x" });
        using var db = OpenOffice();

        Assert.Single(db.AnnualReports);
        Assert.Single(db.ReportVersions);
        Assert.Empty(db.ReportLines);
    }

    [Fact]
    public void Save_AnswerOfAnotherOffice_FindsNoDelivery()
    {
        var stranger = Given.Agency(database, "so-khac", AgencyKind.SuperiorOffice);
        using var db = database.Open(AccessScope.ForUser(5, "khac", stranger.Id));
        Assert.Empty(db.ReportDeliveries);
        Assert.Empty(db.AnnualReports);

        using var system = database.Open();
        var pretended = system.ReportDeliveries.AsNoTracking().Single();
        ModelRows.Set(pretended, typeof(ReportDelivery).GetProperty(nameof(ReportDelivery.RecipientAgencyId))!, stranger.Id);
        db.Attach(pretended);
        Answer(pretended);

        Assert.Throws<DbUpdateConcurrencyException>(() => db.SaveChanges());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Save_SenderAnsweringOrTakingBack_IsRefused(bool answers)
    {
        using var db = database.Open(Given.Scope(clerk));
        var delivery = db.ReportDeliveries.Single();
        if (answers)
        {
            Answer(delivery);
        }
        else
        {
            db.Remove(delivery);
        }

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Fact]
    public void Save_SignInOfAnybody_CountsTheFailureAndNothingElse()
    {
        using var db = database.Open(AccessScope.Nobody);
        var account = db.Users.Single(row => row.Id == clerk.Id);
        account.AccessFailedCount++;
        account.LockoutEnd = DateTimeOffset.UnixEpoch;
        db.Update(account);
        db.SaveChanges();
        account.Duties = Duties.Chairman;

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Fact]
    public void Save_AccountOfAnotherAgency_IsRefused()
    {
        using var db = database.Open(Given.Scope(clerk));
        db.Users.Single(row => row.Id == officer.Id).FullName = "Khác";

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Fact]
    public void Save_OwnAccount_IsSaved()
    {
        using var db = database.Open(Given.Scope(clerk));
        db.Users.Single(row => row.Id == clerk.Id).FullName = "Nguyễn Thị Mẫu";

        Assert.Equal(2, db.SaveChanges());
    }

    [Fact]
    public void Save_WhatAllAgenciesShare_IsForTheSystemAdministrator()
    {
        var topic = new Topic { Code = "the-che", Name = "Thể chế", Position = 1, ValidFrom = new DateOnly(2020, 1, 1) };
        using var agencys = database.Open(Given.Scope(clerk));
        agencys.Add(topic);
        Assert.Throws<AgencyIsolationException>(() => agencys.SaveChanges());

        using var systems = database.Open(AccessScope.ForUser(8, "hethong", null));
        systems.Add(topic);
        Assert.Equal(2, systems.SaveChanges());
    }

    [Fact]
    public void Save_ToWhomAnAgencyReports_IsForTheSystemAdministrator()
    {
        AgencySuperior Superior() => new() { AgencyId = commune.Id, SuperiorId = office.Id, ValidFrom = new DateOnly(2025, 7, 1) };
        foreach (var scope in new[] { Given.Scope(clerk), Given.Scope(officer), AccessScope.Nobody })
        {
            using var others = database.Open(scope);
            others.Add(Superior());
            Assert.Throws<AgencyIsolationException>(() => others.SaveChanges());
        }

        using var systems = database.Open(AccessScope.ForUser(8, "hethong", null));
        systems.Add(Superior());
        Assert.Equal(2, systems.SaveChanges());
    }

    [Fact]
    public void Read_OutlineOfAnotherAgency_IsHidden()
    {
        database.Add(Outline(null));
        database.Add(Outline(office.Id));
        using var db = database.Open(Given.Scope(clerk));

        Assert.DoesNotContain(db.OutlineTemplates, outline => outline.AgencyId == office.Id);
        Assert.Contains(db.OutlineTemplates, outline => outline.AgencyId == null);
    }

    [Fact]
    public void Pattern_CommonOrOfAnotherAgency_IsNotWrittenByAnAgency()
    {
        database.Add(new SentencePattern { AgencyId = office.Id, Position = 0, Text = SentencePatterns.Default });
        var common = database.Add(new SentencePattern { Position = 0, Text = SentencePatterns.Default });
        using var db = database.Open(Given.Scope(clerk));

        Assert.DoesNotContain(db.SentencePatterns, pattern => pattern.AgencyId == office.Id);
        db.SentencePatterns.Single(pattern => pattern.Id == common.Id).Text = "{nội dung}[: khác {số liệu}]";
        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
        db.ChangeTracker.Clear();
        db.Add(new SentencePattern { AgencyId = office.Id, Position = 0, Text = SentencePatterns.Default });
        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Fact]
    public void SourceCode_Always_WritesThroughTheContextAndKeepsTheAgencyFilter()
    {
        string[] forbidden = ["ExecuteUpdate", "ExecuteDelete", "ExecuteSql", "FromSql", "SqlQuery", "IgnoreQueryFilters()"];
        var offenders = Directory.EnumerateFiles(Path.Combine(SqlServerScript.RepositoryRoot(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => forbidden.Any(File.ReadAllText(file).Contains)).Select(Path.GetFileName);

        // The migrator runs before anybody's scope; the head of the audit's chain belongs to nobody; writing a series' counter as it is locks the own row.
        Assert.Equal(["AuditChaining.cs", "DatabaseMigrator.cs", "NumberSeries.cs"], offenders.Order(StringComparer.Ordinal));
    }

    private SqliteCchcDbContext OpenOffice() => database.Open(Given.Scope(officer));

    private static (AnnualReport Report, ReportDelivery Delivery) Load(CchcDbContext db) => (db.AnnualReports.Single(), db.ReportDeliveries.Single());

    private static void Answer(ReportDelivery delivery)
    {
        delivery.Status = DeliveryStatus.Acknowledged;
        delivery.AnsweredUtc = DateTime.UnixEpoch;
        delivery.AnsweredBy = "Cán bộ Sở";
    }

    private ReportEvent Event(UserAccount by, ReportAction action) => new()
    {
        AgencyId = commune.Id,
        ReportId = reportId,
        AtUtc = DateTime.UnixEpoch,
        UserId = by.Id,
        UserName = by.UserName!,
        Action = action,
        From = action == ReportAction.Approve ? ReportStatus.AwaitingSignature : ReportStatus.Issued,
        To = action == ReportAction.Approve ? ReportStatus.Approved : ReportStatus.Received,
    };

    private static OutlineTemplate Outline(long? agencyId) => new()
    {
        AgencyId = agencyId,
        Name = "Báo cáo năm",
        Kind = "BÁO CÁO",
        KindCode = "BC",
        Subject = "Kết quả",
        LayoutProfile = "nd30-2020",
        ValidFrom = new DateOnly(2020, 1, 1),
    };
}
