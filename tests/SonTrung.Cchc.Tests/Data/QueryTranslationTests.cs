using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>SQLite passes and SQL Server fails, or the reverse: so every read of every service is translated for SQL Server too.</summary>
public sealed class QueryTranslationTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>A read for each public method of a service that is not in <see cref="Writers"/>; some in several shapes.</summary>
    internal static readonly IReadOnlyDictionary<string, Func<CchcDbContext, Task>[]> Reads = new Dictionary<string, Func<CchcDbContext, Task>[]>
    {
        ["AccountReader.ListAsync"] = [db => Accounts(db).ListAsync("hà", AccountState.Working, new PageAt(After: 5))],
        ["AccountReader.AllAsync"] = [db => Accounts(db).AllAsync("hà", null)],
        ["AccountReader.FindAsync"] = [db => Accounts(db).FindAsync(1)],
        ["AccountReader.ChoicesAsync"] = [db => Accounts(db).ChoicesAsync(null), db => Accounts(db).ChoicesAsync(1)],
        ["AccountReader.HandOverAsync"] = [db => Accounts(db).HandOverAsync(1)],
        ["AdministrationReader.ReadAsync"] = [db => new AdministrationReader(db, TimeProvider.System).ReadAsync(Day)],
        ["ActivityLog.ListAsync"] =
        [
            db => Log(db).ListAsync(new ActivityFilter(), PageAt.First),
            db => Log(db).ListAsync(EveryActivityFilter, new PageAt(After: 5)),
            db => Log(db).ListAsync(EveryActivityFilter with { Order = ActivityOrder.Title }, new PageAt(Before: 5)),
        ],
        ["ActivityLog.StreamAsync"] = [db => Log(db).StreamAsync(EveryActivityFilter).ToListAsync().AsTask()],
        ["ActivityLog.PrintAsync"] = [db => Log(db).PrintAsync(EveryActivityFilter)],
        ["ActivityLog.DeletedAsync"] = [db => Log(db).DeletedAsync(2026, PageAt.First)],
        ["DeclaredFigureService.ListAsync"] =
        [
            db => Figures(db).ListAsync(new FigureFilter(2026, "đúng hạn"), new PageAt(After: 5)),
            db => Figures(db).ListAsync(new FigureFilter(2026, Order: FigureOrder.Name), new PageAt(After: 5)),
        ],
        ["DeclaredFigureService.StreamAsync"] = [db => Figures(db).StreamAsync(new FigureFilter(2026)).ToListAsync().AsTask()],
        ["DeclaredFigureService.DeletedAsync"] = [db => Figures(db).DeletedAsync(PageAt.First)],
        ["DeclaredFigureService.FindAsync"] = [db => Figures(db).FindAsync(1)],
        ["DeclaredFigureService.ChoicesAsync"] = [db => Figures(db).ChoicesAsync(2026)],
        ["RowHistory.OfAsync"] = [db => UntilAsync<JsonException>(new Core.Audit.RowHistory(db).OfAsync("PropagandaActivity", 1, ["ActivityLink"]))],
        ["ActivityService.ShowAsync"] = [db => Activities(db).ShowAsync(1)],
        ["ActivityService.FindAsync"] = [db => Activities(db).FindAsync(1)],
        ["ActivityEntry.ChoicesAsync"] = [db => Entry(db).ChoicesAsync(Day), db => Entry(db).ChoicesAsync(Day, [1, 2])],
        ["ActivityEntry.FindReferencesAsync"] = [db => Entry(db).FindReferencesAsync("14 kh ubnd")],
        ["ActivityEntry.ReferencesAsync"] = [db => Entry(db).ReferencesAsync([1, 2])],
        ["ActivityService.GivenInPartsAsync"] = [db => Activities(db).GivenInPartsAsync(new Dictionary<long, decimal> { [1] = 0.5m })],
        ["ActivityService.YearOfAsync"] = [db => Activities(db).YearOfAsync(Day)],
        ["AgencyService.FindAsync"] = [db => new AgencyService(db, TimeProvider.System).FindAsync(1)],
        ["AgencyService.ListAsync"] = [db => new AgencyService(db, TimeProvider.System).ListAsync()],
        ["OutlineService.FindAsync"] = [db => Outlines(db).FindAsync(1)],
        ["OutlineService.IsUnusedAsync"] = [db => Outlines(db).IsUnusedAsync(1)],
        ["OutlineService.ListAsync"] = [db => Outlines(db).ListAsync()],
        ["OutlineService.PreviewAsync"] = [db => Outlines(db).PreviewAsync(1)],
        ["AuditReader.ListAsync"] = [db => Audit(db).ListAsync(new AuditFilter(), PageAt.First), db => Audit(db).ListAsync(Filter(), new PageAt(After: 5))],
        ["PublicVerification.FindAsync"] = [db => UntilAsync<JsonException>(Verification(db).FindAsync("x"))],
        ["PublicVerification.FindByHashAsync"] = [db => UntilAsync<JsonException>(Verification(db).FindByHashAsync("x"))],
        ["PublicVerification.FindByStepAsync"] = [db => UntilAsync<JsonException>(Verification(db).FindByStepAsync("x"))],
        ["PublicVerification.HashesAsync"] = [db => Verification(db).HashesAsync()],
        ["PublicVerification.PartsAsync"] = [db => Verification(db).PartsAsync(Issued())],
        ["PublicVerification.FindByNumberAsync"] = [db => UntilAsync<JsonException>(Verification(db).FindByNumberAsync(5, "BC-UBND", Day))],
        ["AuditVerifier.HeadAsync"] = [db => new AuditVerifier(db).HeadAsync()],
        ["AuditVerifier.VerifyAsync"] = [db => new AuditVerifier(db).VerifyAsync()],
        ["AuditReader.PeopleAsync"] = [db => Audit(db).PeopleAsync()],
        ["AuditReader.StreamAsync"] = [db => Audit(db).StreamAsync(Filter()).GetAsyncEnumerator().MoveNextAsync().AsTask()],
        ["CatalogueService.FindAsync"] = [db => Catalogues(db).FindAsync(1)],
        ["CatalogueService.ListAsync"] = [db => Catalogues(db).ListAsync(new CatalogueFilter()), db => Catalogues(db).ListAsync(new CatalogueFilter("tin bài", CatalogueKind.Indicator, CatalogueOrder.Name))],
        ["CatalogueService.OwnNameVersionAsync"] = [db => Catalogues(db).OwnNameVersionAsync(new Topic { Id = 1, Code = "x", Name = "x", Position = 1, ValidFrom = Day })],
        ["CatalogueService.StreamAsync"] = [db => Catalogues(db).StreamAsync(new CatalogueFilter()).ToListAsync().AsTask()],
        ["DepartmentService.FindAsync"] = [db => new DepartmentService(db, TimeProvider.System).FindAsync(1)],
        ["DepartmentService.IsUnusedAsync"] = [db => new DepartmentService(db, TimeProvider.System).IsUnusedAsync(1)],
        ["DepartmentService.ListAsync"] = [db => new DepartmentService(db, TimeProvider.System).ListAsync()],
        ["LetterheadService.CurrentAsync"] = [db => Letterheads(db).CurrentAsync()],
        ["LetterheadService.FindAsync"] = [db => Letterheads(db).FindAsync(1)],
        ["LetterheadService.ListAsync"] = [db => Letterheads(db).ListAsync()],
        ["LetterheadService.OfficesAsync"] = [db => Letterheads(db).OfficesAsync()],
        ["LetterheadService.SuperiorAsync"] = [db => Letterheads(db).SuperiorAsync()],
        ["SuperiorService.OfAsync"] = [db => new SuperiorService(db, TimeProvider.System).OfAsync(1)],
        ["SuperiorService.OfficesAsync"] = [db => new SuperiorService(db, TimeProvider.System).OfficesAsync()],
        ["LetterheadService.PreviewAsync"] = [db => Letterheads(db).PreviewAsync(Letterhead(), Day, "x", "x")],
        ["PeriodService.FindAsync"] = [db => new PeriodService(db, TimeProvider.System).FindAsync(1)],
        ["PeriodService.IsUnusedAsync"] = [db => new PeriodService(db, TimeProvider.System).IsUnusedAsync(1)],
        ["PeriodService.ListAsync"] = [db => new PeriodService(db, TimeProvider.System).ListAsync()],
        ["PeriodService.NextAsync"] = [db => new PeriodService(db, TimeProvider.System).NextAsync()],
        ["SettingsService.OfAgencyAsync"] = [db => new SettingsService(db).OfAgencyAsync()],
        ["SettingsService.OfPortalAsync"] = [db => new SettingsService(db).OfPortalAsync()],
        ["SignerService.AccountsAsync"] = [db => new SignerService(db, TimeProvider.System).AccountsAsync()],
        ["SignerService.FindAsync"] = [db => new SignerService(db, TimeProvider.System).FindAsync(1)],
        ["SignerService.IsUnusedAsync"] = [db => new SignerService(db, TimeProvider.System).IsUnusedAsync(1)],
        ["SignerService.ListAsync"] = [db => new SignerService(db, TimeProvider.System).ListAsync()],
        ["DeliveryReader.ListAsync"] =
        [
            db => Deliveries(db).ListAsync(new DeliveryFilter(), PageAt.First),
            db => Deliveries(db).ListAsync(new DeliveryFilter("kim hoa 15", 2026, 3, DeliveryStatus.Sent), new PageAt(Before: 5)),
        ],
        ["DeliveryReader.StreamAsync"] = [db => Deliveries(db).StreamAsync(new DeliveryFilter()).GetAsyncEnumerator().MoveNextAsync().AsTask()],
        ["DeliveryReader.FindRowAsync"] = [db => Deliveries(db).FindRowAsync(1)],
        ["DeliveryReader.CountWaitingAsync"] = [db => Deliveries(db).CountWaitingAsync()],
        ["DeliveryReader.FindAsync"] = [db => UntilAsync<JsonException>(Deliveries(db).FindAsync(1))],
        ["DeliveryReader.ReplacementsAsync"] = [db => Deliveries(db).ReplacementsAsync(Delivered())],
        ["DeliveryReader.PdfAsync"] = [],
        ["EvidenceService.MaxMegabytesAsync"] = [db => Evidence(db).MaxMegabytesAsync()],
        ["EvidenceService.ExistsAsync"] = [db => Evidence(db).ExistsAsync(EvidenceOwner.Activity(1)), db => Evidence(db).ExistsAsync(EvidenceOwner.Document(1))],
        ["EvidenceService.ListAsync"] = [db => UntilAsync<InvalidOperationException>(Evidence(db).ListAsync(EvidenceOwner.Activity(1))), db => UntilAsync<InvalidOperationException>(Evidence(db).ListAsync(EvidenceOwner.Document(1)))],
        ["EvidenceService.ListRemovedAsync"] = [db => UntilAsync<InvalidOperationException>(Evidence(db).ListRemovedAsync(EvidenceOwner.Activity(1)))],
        ["EvidenceService.ListPendingAsync"] = [db => UntilAsync<InvalidOperationException>(Evidence(db).ListPendingAsync([1, 2]))],
        ["EvidenceService.OpenAsync"] = [db => UntilAsync<ArgumentException>(Evidence(db).OpenAsync(1))],
        ["EvidenceService.OpenThumbnailAsync"] = [db => UntilAsync<ArgumentException>(Evidence(db).OpenThumbnailAsync(1))],
        ["CollectionService.FindAsync"] = [db => Collections(db).FindAsync(1)],
        ["CollectionService.OwingAsync"] = [db => Collections(db).OwingAsync(1)],
        ["CollectionService.DepartmentsAsync"] = [db => Collections(db).DepartmentsAsync(1)],
        ["CollectionService.ProposedLastDayAsync"] = [db => Collections(db).ProposedLastDayAsync(new AnnualReport { Year = 2026, AgencyId = 1, OutlineTemplateId = 1, PublicCode = "" })],
        ["CollectionService.OwnDepartmentAsync"] = [db => Collections(db).OwnDepartmentAsync()],
        ["DeskReader.ReadAsync"] = [db => Desk(db).ReadAsync(Enum.GetValues<Core.Accounts.Permission>().ToHashSet(), Day)],
        ["SetupReader.ReadAsync"] = [db => new SetupReader(db).ReadAsync(Day)],
        ["OverviewReader.ReadAsync"] =
        [
            db => Overview(db).ReadAsync(new HashSet<Core.Accounts.Permission> { Core.Accounts.Permission.ViewWork }, Day),
            db => Overview(db).ReadAsync(new HashSet<Core.Accounts.Permission> { Core.Accounts.Permission.ViewReports, Core.Accounts.Permission.ReceiveReports }, Day),
        ],
        ["ActivityFeed.ReadAsync"] =
        [
            db => new ActivityFeed(db, TimeProvider.System).ReadAsync(new FeedQuery()),
            db => new ActivityFeed(db, TimeProvider.System).ReadAsync(new FeedQuery { Year = 2026, UpdatedSince = DateTime.UnixEpoch, After = new FeedMark(DateTime.UnixEpoch, 5) }),
        ],
        ["CatalogueFeed.ReadAsync"] = [db => new CatalogueFeed(db).ReadAsync()],
        ["ReportExporter.OwnAsync"] = [db => Exporter(db).OwnAsync(1), db => ReportFigures.ReadAsync(db, 1, 2026, default)],
        ["ReportExporter.DeliveredAsync"] = [db => Exporter(db).DeliveredAsync(1)],
        ["ReportFeed.ListAsync"] = [db => Feed(db).ListAsync(2026, 5, 10)],
        ["ReportFeed.FindAsync"] = [db => Feed(db).FindAsync(1)],
        ["ReportFeed.ExportAsync"] = [db => Feed(db).ExportAsync(1)],
        ["ReportFeed.PdfAsync"] = [],
        ["SystemTokenService.ListAsync"] = [db => new SystemTokenService(db, TimeProvider.System).ListAsync()],
        ["SystemTokenService.OfferedAsync"] = [db => new SystemTokenService(db, TimeProvider.System).OfferedAsync()],
        ["SystemTokenService.RecognizeAsync"] = [db => new SystemTokenService(db, TimeProvider.System).RecognizeAsync("cchc_x")],
        ["ImportService.TemplateAsync"] = [db => Imports(db).TemplateAsync(ImportKind.PlanItems, 2026)],
        ["ImportService.FindAsync"] = [db => Imports(db).FindAsync(1)],
        ["ImportService.ListAsync"] = [db => Imports(db).ListAsync(new PageAt(After: 5))],
        ["ImportService.StreamAsync"] = [db => Imports(db).StreamAsync().ToListAsync().AsTask()],
        ["ImportService.PreviewAsync"] = [db => UntilAsync<ArgumentException>(Imports(db).PreviewAsync(1, ImportFilter.All, PageAt.First))],
        ["ImportService.SummaryAsync"] =
        [
            db => Imports(db).SummaryAsync(1),
            db => Imports(db).KeptOf(Import(ImportKind.Activities)).ToListAsync(),
            db => Imports(db).KeptOf(Import(ImportKind.PlanItems)).ToListAsync(),
            db => Imports(db).UntouchedOf(Import(ImportKind.Activities)).ToListAsync(),
            db => Imports(db).UntouchedOf(Import(ImportKind.PlanItems)).ToListAsync(),
        ],
        ["ImportService.RefusedAsync"] = [db => UntilAsync<ArgumentException>(Imports(db).RefusedAsync(1))],
        ["OldReportService.BehindAsync"] = [db => OldReports(db).BehindAsync(1)],
        ["OldReportService.FindAsync"] = [db => OldReports(db).FindAsync(1)],
        ["OldReportService.WaitingAsync"] = [db => OldReports(db).WaitingAsync()],
        ["OldReportService.YearsAsync"] = [db => OldReports(db).YearsAsync()],
        ["ReferenceService.ListAsync"] =
        [
            db => References(db).ListAsync(new ReferenceFilter(), PageAt.First),
            db => References(db).ListAsync(new ReferenceFilter(2026, "kế hoạch", ReferencePurpose.Directing, "Kế hoạch"), new PageAt(Before: 5)),
            db => References(db).ListAsync(new ReferenceFilter(2026, Order: ReferenceOrder.Subject), new PageAt(After: 5)),
        ],
        ["ReferenceService.StreamAsync"] = [db => References(db).StreamAsync(new ReferenceFilter(2026)).GetAsyncEnumerator().MoveNextAsync().AsTask()],
        ["ReferenceService.DeletedAsync"] = [db => References(db).DeletedAsync(PageAt.First), db => References(db).DeletedAsync(new PageAt(After: 5))],
        ["ReferenceService.FindAsync"] = [db => References(db).FindAsync(1)],
        ["ReferenceService.CiteAsync"] = [db => References(db).CiteAsync(1, new ReferenceInput { Year = 2026, Kind = "Kế hoạch", Number = "1/KH-UBND", Subject = "x" })],
        ["ReferenceService.ChoicesAsync"] = [db => References(db).ChoicesAsync(null)],
        ["NextYearTaskService.ListAsync"] =
        [
            db => Tasks(db).ListAsync(new NextYearTaskFilter(), PageAt.First),
            db => Tasks(db).ListAsync(new NextYearTaskFilter(2026, "hội nghị", NextYearTaskKind.Task, 4, 5, PlacedOrder.Newest), new PageAt(After: 5)),
        ],
        ["NextYearTaskService.StreamAsync"] = [db => Tasks(db).StreamAsync(new NextYearTaskFilter(2026)).GetAsyncEnumerator().MoveNextAsync().AsTask()],
        ["NextYearTaskService.DeletedAsync"] = [db => Tasks(db).DeletedAsync(PageAt.First)],
        ["NextYearTaskService.FindAsync"] = [db => Tasks(db).FindAsync(1)],
        ["NextYearTaskService.ChoicesAsync"] = [db => Tasks(db).ChoicesAsync(null)],
        ["NextYearTaskService.UnansweredAsync"] = [db => Tasks(db).UnansweredAsync(2026)],
        ["NextYearTaskService.LastYearAsync"] = [db => Tasks(db).LastYearAsync(2026)],
        ["ShortcomingService.ListAsync"] =
        [
            db => Shortcomings(db).ListAsync(new ShortcomingFilter(), PageAt.First),
            db => Shortcomings(db).ListAsync(new ShortcomingFilter(2026, "tin bài", true, 3, 4, 5, PlacedOrder.Newest), new PageAt(Before: 5)),
        ],
        ["ShortcomingService.StreamAsync"] = [db => Shortcomings(db).StreamAsync(new ShortcomingFilter(2026)).GetAsyncEnumerator().MoveNextAsync().AsTask()],
        ["ShortcomingService.DeletedAsync"] = [db => Shortcomings(db).DeletedAsync(PageAt.First)],
        ["ShortcomingService.FindAsync"] = [db => Shortcomings(db).FindAsync(1)],
        ["ShortcomingService.ChoicesAsync"] = [db => Shortcomings(db).ChoicesAsync(null), db => Shortcomings(db).ChoicesAsync(2026, 3)],
        ["ShortcomingService.UnmetAsync"] = [db => Shortcomings(db).UnmetAsync(2026)],
        ["ShortcomingService.LastYearAsync"] = [db => Shortcomings(db).LastYearAsync(2026)],
        ["ReportLineEditor.LinesAsync"] = [db => Editor(db).LinesAsync(1)],
        ["ReportLineEditor.LastYearAsync"] = [db => Editor(db).LastYearAsync(1)],
        ["ReportDigestReader.ReadAsync"] = [db => new ReportDigestReader(db, new PlanProgressReader(db), TimeProvider.System).ReadAsync(2026)],
        ["LastYearPlan.OfferAsync"] = [db => new LastYearPlan(db, Proposals(db), TimeProvider.System).OfferAsync(2026)],
        ["ProposalService.CountAsync"] = [.. Enum.GetValues<ProposalKind>().Select(kind => (Func<CchcDbContext, Task>)(db => Proposals(db).CountAsync(kind, 2026)))],
        ["ProposalService.DismissedAsync"] = [.. Enum.GetValues<ProposalKind>().Select(kind => (Func<CchcDbContext, Task>)(db => Proposals(db).DismissedAsync(kind, 2026)))],
        ["PlanDocuments.BuildAsync"] = [db => new PlanDocuments(db).BuildAsync(2026, Day, withAppendix: true)],
        ["PlanItemService.FindAsync"] = [db => PlanItems(db).FindAsync(1)],
        ["PlanItemService.ListAsync"] = [db => PlanItems(db).ListAsync(2026)],
        ["PlanItemService.DeletedAsync"] = [db => PlanItems(db).DeletedAsync(2026)],
        ["PlanItemService.ChoicesAsync"] =
        [
            db => PlanItems(db).ChoicesAsync(2026, null),
            db => PlanItems(db).ChoicesAsync(2026, new PlanItem { AgencyId = 1, PlanId = 1, Section = PlanSection.Means, Position = 0, Title = "x", DepartmentId = 2, ResponsibleId = 3 }),
        ],
        ["PlanProgressReader.ReadAsync"] = [db => new PlanProgressReader(db).ReadAsync(2026, Day)],
        ["PlanProgressReader.LinesAsync"] = [db => LinesAsync(new PlanProgressReader(db))],
        ["PlanService.ListAsync"] = [db => Plans(db).ListAsync()],
        ["PlanService.DeletedAsync"] = [db => Plans(db).DeletedAsync()],
        ["PlanService.OpenYearsAsync"] = [db => Plans(db).OpenYearsAsync()],
        ["PlanService.FindAsync"] = [db => Plans(db).FindAsync(2026)],
        ["PlanService.YearToPlanAsync"] = [db => Plans(db).YearToPlanAsync()],
        ["PlanService.SignersAsync"] = [db => Plans(db).SignersAsync(Day)],
        ["ReportComposition.BuildDocumentAsync"] = [db => Composition(db).BuildDocumentAsync(1)],
        ["StaleMarks.FindAsync"] = [db => new Core.Checking.Stale.StaleMarks(db).FindAsync(2026, ["Một câu"])],
        ["ReportEvidenceReader.ReadAsync"] = [db => new ReportEvidenceReader(db).ReadAsync(1, 2)],
        ["ReportEvidenceReader.OfReportAsync"] = [db => new ReportEvidenceReader(db).OfReportAsync(Draft()), db => UntilAsync<JsonException>(new ReportEvidenceReader(db).OfReportAsync(Submitted()))],
        ["ReportEvidenceReader.GapsAsync"] = [db => new ReportEvidenceReader(db).GapsAsync(Draft(), new EvidenceSnapshot { Lines = [], Items = [] })],
        ["CheckKnowledgeReader.OfTextAsync"] = [db => new Core.Checking.CheckKnowledgeReader(db, new ReportSourceReader(db, TimeProvider.System)).OfTextAsync(new ReadDocument([]), Day)],
        ["ReportChecker.CheckAsync"] = [db => Checker(db).CheckAsync(1)],
        ["ReportChecker.PassedAsync"] = [async db => await Checker(db).PassedAsync(1, await Composition(db).BuildDocumentAsync(1))],
        ["AgencySealService.FindAsync"] = [db => new AgencySealService(db).FindAsync()],
        ["KeptCertificateService.FindAsync"] = [db => Kept(db).FindAsync(CertificateUse.Person)],
        ["KeptCertificateService.DecisionAsync"] = [db => Kept(db).DecisionAsync()],
        ["KeptCertificateService.IsDecidedAsync"] = [db => Kept(db).IsDecidedAsync()],
        ["KeptCertificateService.ListAsync"] = [db => Kept(db).ListAsync()],
        ["KeptCertificateService.ReadyAsync"] = [db => UntilAsync<ArgumentOutOfRangeException>(Kept(db).ReadyAsync(CertificateUse.Organisation))],
        ["KeptCertificateService.MissingAsync"] = [db => Kept(db).MissingAsync()],
        ["SigningClock.CheckAsync"] = [db => new SigningClock(db, Witnesses, TimeProvider.System).CheckAsync()],
        ["SigningReader.CapacitiesAsync"] = [db => Signing(db).CapacitiesAsync(Day)],
        ["SigningReader.ReadAsync"] = [db => Signing(db).ReadAsync(Submitted(), ReportAction.Sign), db => Signing(db).ReadAsync(Submitted(), ReportAction.Seal)],
        ["ReportReader.ListAsync"] = [db => Reports(db).ListAsync()],
        ["ReportReader.YearsWithoutReportAsync"] = [db => Reports(db).YearsWithoutReportAsync(new DateOnly(2026, 12, 15))],
        ["FollowUpReader.OfDeliveryAsync"] = [db => new FollowUpReader(db, new FileStore(Path.GetTempPath())).OfDeliveryAsync(1)],
        ["FollowUpReader.OfReportAsync"] = [db => new FollowUpReader(db, new FileStore(Path.GetTempPath())).OfReportAsync(1)],
        ["FollowUpReader.OpenOfDeliveryAsync"] = [db => UntilAsync<ArgumentException>(new FollowUpReader(db, new FileStore(Path.GetTempPath())).OpenOfDeliveryAsync(1, 1))],
        ["FollowUpReader.OpenOfReportAsync"] = [db => UntilAsync<ArgumentException>(new FollowUpReader(db, new FileStore(Path.GetTempPath())).OpenOfReportAsync(1, 1))],
        ["NumberSeries.OfferAsync"] = [db => new NumberSeries(db, TimeProvider.System).OfferAsync("Báo cáo", 2026)],
        ["OutgoingRegister.ChoicesAsync"] = [db => Register(db).ChoicesAsync()],
        ["OutgoingRegister.DeletedAsync"] = [db => Register(db).DeletedAsync(PageAt.First)],
        ["OutgoingRegister.FindAsync"] = [db => Register(db).FindAsync(1)],
        ["OutgoingRegister.ListAsync"] =
        [
            db => Register(db).ListAsync(new RegisterFilter(), PageAt.First),
            db => Register(db).ListAsync(new RegisterFilter(2026, "đối thoại", "Báo cáo", RegisterOrder.Book), new PageAt(After: 5)),
        ],
        ["OutgoingRegister.OfferAsync"] = [db => Register(db).OfferAsync("Báo cáo", Day)],
        ["OutgoingRegister.OpenFileAsync"] = [db => UntilAsync<ArgumentException>(Register(db).OpenFileAsync(1))],
        ["OutgoingRegister.PrintAsync"] = [db => Register(db).PrintAsync(new RegisterFilter())],
        ["OutgoingRegister.StreamAsync"] = [async db => await Register(db).StreamAsync(new RegisterFilter()).FirstAsync()],
        ["ReportReader.FindAsync"] = [db => Reports(db).FindAsync(1)],
        ["ReportReader.DocumentAsync"] = [db => Reports(db).DocumentAsync(Draft())],
        ["ReportReader.ReadAsync"] = [db => Reports(db).ReadAsync(Draft())],
        ["ReportReader.PdfAsync"] = [db => UntilAsync<ArgumentException>(Reports(db).PdfAsync(Submitted()))],
        ["ReportCommentService.ListAsync"] = [db => new ReportCommentService(db, TimeProvider.System).ListAsync(Draft(), null)],
        ["ReportVersionReader.CompareAsync"] = [db => Versions(db).CompareAsync(1, 1, 2), db => UntilAsync<JsonException>(Versions(db).CompareAsync(1, ReplacedVersion.AsIssued, 1))],
        ["ReportDrafts.DeletedAsync"] = [db => new ReportDrafts(db, TimeProvider.System).DeletedAsync()],
        ["ReportVersionReader.ReplacedAsync"] = [db => Versions(db).ReplacedAsync(1)],
        ["ReportReader.ReplacementsAsync"] = [db => Reports(db).ReplacementsAsync(Draft())],
        ["ReportVersionReader.ListAsync"] = [db => Versions(db).ListAsync(1)],
        ["ReportVersionReader.PdfAsync"] = [db => UntilAsync<ArgumentException>(Versions(db).PdfAsync(1, 1))],
        ["ReportVersionReader.SinceLastReadAsync"] = [db => Versions(db).SinceLastReadAsync(SubmittedTwice())],
        ["ReportReader.SigningAsync"] = [db => Reports(db).SigningAsync(Draft())],
        ["ReportRecipients.LastYearAsync"] = [db => Recipients(db).LastYearAsync(Draft())],
        ["ReportRecipients.ListAsync"] = [db => Recipients(db).ListAsync(Draft())],
        ["ReportRecipients.OfficesAsync"] = [db => Recipients(db).OfficesAsync()],
        ["EvidencePackReader.ReadAsync"] = [db => new EvidencePackReader(db, Scores(db), TimeProvider.System).ReadAsync(2026)],
        ["SentencePatternService.ChannelsAsync"] = [db => Patterns(db).ChannelsAsync()],
        ["SentencePatternService.FindAsync"] = [db => Patterns(db).FindAsync(1)],
        ["SentencePatternService.ListAsync"] = [db => Patterns(db).ListAsync()],
        ["SentencePatternService.TopicsAsync"] = [db => Patterns(db).TopicsAsync()],
        ["ScoreRuleSetService.ChannelsAsync"] = [db => RuleSets(db).ChannelsAsync()],
        ["ScoreRuleSetService.FindAsync"] = [db => RuleSets(db).FindAsync(1)],
        ["ScoreRuleSetService.ListAsync"] = [db => RuleSets(db).ListAsync()],
        ["ScoreService.ReadAsync"] = [db => Scores(db).ReadAsync(2026)],
        ["ScoreService.YearsAsync"] = [db => Scores(db).YearsAsync(null), db => Scores(db).YearsAsync(2026)],
        ["ReportSourceReader.ReadAsync"] = [db => new ReportSourceReader(db, TimeProvider.System).ReadAsync(Draft()), db => new ReportSourceReader(db, TimeProvider.System).ReadAsync(WithAppendix()), db => new ReportSourceReader(db, TimeProvider.System).ReadAsync(Reentered())],
        ["ReportSourceReader.SignersAsync"] = [db => new ReportSourceReader(db, TimeProvider.System).SignersAsync(Draft())],
        ["ReportRequestService.ListAsync"] = [db => Requests(db).ListAsync()],
        ["ReportRequestService.DeletedAsync"] = [db => Requests(db).DeletedAsync()],
        ["ReportRequestService.FindAsync"] = [db => Requests(db).FindAsync(1)],
        ["ReportRequestService.ChoicesAsync"] = [db => Requests(db).ChoicesAsync()],
        ["ReportRequestService.ProposedAsync"] = [db => Requests(db).ProposedAsync()],
        ["RequestCitations.OfAsync"] = [db => new RequestCitations(db).OfAsync(1)],
        ["OwedReader.ListAsync"] = [db => new OwedReader(db, TimeProvider.System).ListAsync()],
        ["OwedReader.FindAsync"] = [db => new OwedReader(db, TimeProvider.System).FindAsync(1)],
        ["WallReader.ReadAsync"] = [db => new WallReader(db, TimeProvider.System).ReadAsync(all => all)],
        ["PeriodPackReader.ReadAsync"] = [db => new PeriodPackReader(db, new WallReader(db, TimeProvider.System), TimeProvider.System).ReadAsync(RequestedPeriod.Whole(1))],
        ["RollupReader.PeriodsAsync"] = [db => Rollups(db).PeriodsAsync()],
        ["RollupReader.ReadAsync"] = [db => UntilAsync<JsonException>(Rollups(db).ReadAsync(RequestedPeriod.Whole(1)))],
        ["ReminderService.ListAsync"] = [db => Reminders(db).ListAsync()],
        ["ReminderService.AllAsync"] = [db => Reminders(db).AllAsync()],
        ["ReminderService.LastAsync"] = [db => Reminders(db).LastAsync(RequestedPeriod.Whole(2026))],
        ["OutsideReportService.ListAsync"] = [db => Outside(db).ListAsync()],
        ["OutsideReportService.DeletedAsync"] = [db => Outside(db).DeletedAsync()],
        ["OutsideReportService.WithRepeatedNumberAsync"] = [db => Outside(db).WithRepeatedNumberAsync()],
        ["OutsideReportService.PdfAsync"] = [],
        ["OutsideReportService.FindAsync"] = [db => Outside(db).FindAsync(1)],
        ["OutsideReportService.CommunesAsync"] = [db => Outside(db).CommunesAsync()],
        ["OutsideReportService.OpenAsync"] = [db => UntilAsync<ArgumentException>(Outside(db).OpenAsync(1))],
        ["ReportSourceReader.DocumentDayAsync"] = [db => new ReportSourceReader(db, TimeProvider.System).DocumentDayAsync(Draft())],
    };

    /// <summary>Services and methods that write; their own tests run them on SQLite.</summary>
    private static readonly string[] Writers =
    [
        "AccountService.ChangeOwnPasswordAsync", "AccountService.ComeBackAsync", "AccountService.CreateAsync", "AccountService.LeaveAsync",
        "AccountService.RemoveSecondFactorAsync", "AccountService.ResetPasswordAsync", "AccountService.UnlockAsync", "AccountService.UpdateAsync",
        "AuditNotes.DownloadedAsync", "PublicVerification.IssuedFileAsync", "AuditNotes.SignInFailedAsync", "AuditNotes.SignedInAsync", "AuditNotes.SignedOutAsync", "AuditNotes.ViewedAsync",
        "DeclaredFigureService.CreateAsync", "DeclaredFigureService.DeleteAsync", "DeclaredFigureService.RestoreAsync", "DeclaredFigureService.UpdateAsync",
        "ActivityService.CreateAsync", "ActivityService.DeleteAsync", "ActivityService.RestoreAsync", "ActivityService.UpdateAsync",
        "CollectionService.ConfirmAsync", "CollectionService.SaveAsync",
        "EvidenceCleanup.RunAsync", "EvidenceService.AddAsync", "EvidenceService.DeleteAsync", "EvidenceService.RestoreAsync",
        "SystemTokenService.CreateAsync", "SystemTokenService.RecordUseAsync", "SystemTokenService.RevokeAsync",
        "ImportCleanup.RunAsync", "ImportService.ChooseAlikeAsync", "ImportService.ChooseNamesAsync", "ImportService.ChoosePlanLinesAsync", "ImportService.GiveUpAsync", "ImportService.ImportAsync",
        "ImportService.ReceiveAsync", "ImportService.TurnAsync", "ImportService.UndoAsync",
        "OldReportCleanup.RunAsync", "OldReportService.ApplyAsync", "OldReportService.GiveUpAsync", "OldReportService.KeepAsync", "OldReportService.ReceiveAsync",
        "OldReportService.TakeBackAsync",
        "NextYearTaskService.AddAnswersAsync", "NextYearTaskService.CopyAsync", "NextYearTaskService.CreateAsync", "NextYearTaskService.DeleteAsync",
        "NextYearTaskService.MoveAsync", "NextYearTaskService.RestoreAsync", "NextYearTaskService.UpdateAsync",
        "ShortcomingService.AddUnmetAsync", "ShortcomingService.CopyAsync", "ShortcomingService.CreateAsync", "ShortcomingService.DeleteAsync",
        "ShortcomingService.MoveAsync", "ShortcomingService.RestoreAsync", "ShortcomingService.UpdateAsync",
        "ReferenceService.CreateAsync", "ReferenceService.DeleteAsync", "ReferenceService.RestoreAsync", "ReferenceService.UpdateAsync",
        "ReportAppendices.ReleaseAsync", "ReportAppendices.SwitchAsync", "ReportChecker.PassAsync", "ReportChecker.ReconsiderAsync", "ReportComposition.CreateAsync", "ReportComposition.RefreshAsync",
        "ReportCommentService.ActAsync", "ReportCommentService.AddAsync", "ReportRecipients.SaveAsync", "ReportLineEditor.AddLineAsync", "ReportLineEditor.CopyAsync", "ReportLineEditor.EditLineAsync", "ReportLineEditor.IndentLineAsync", "ReportLineEditor.KeepLineAsync", "ReportLineEditor.MergeLineAsync", "ReportLineEditor.MoveLineAsync",
        "ReportLineEditor.PlaceLineAsync", "ReportLineEditor.RemoveLineAsync", "ReportLineEditor.RestoreLineAsync",
        "AgencySealService.SaveAsync",
        "KeptCertificateService.DecideAsync", "KeptCertificateService.ImportAsync", "KeptCertificateService.RemoveAsync", "KeptCertificateService.ReopenAsync", "KeptCertificateService.SignAsync",
        "PluginSigningService.EndAsync", "PluginSigningService.IsWaitingAsync", "PluginSigningService.OpenAsync", "PluginSigningService.ReadAsync", "PluginSigningService.ReceiveAsync",
        "ReportDrafts.DeleteAsync", "ReportDrafts.RestoreAsync",
        "ReportWorkflow.AttachScanAsync", "ReportWorkflow.NumberAsync", "ReportWorkflow.SealAsync", "ReportWorkflow.SignAsync",
        "ReportWorkflow.AcknowledgeAsync", "ReportWorkflow.ApproveAsync", "ReportWorkflow.CheckAsync", "ReportWorkflow.CorrectAsync", "ReportWorkflow.IssueAsync", "ReportWorkflow.IssuePrintedAsync",
        "ReportWorkflow.NoteFollowUpsAsync", "ReportWorkflow.RecallAsync", "ReportWorkflow.ReturnAsync",
        "AgencyService.CreateAsync", "AgencyService.RenameAsync", "SuperiorService.AddAsync", "SuperiorService.EndAsync", "SuperiorService.RemoveAsync", "OutlineService.CopyAsync", "OutlineService.RemoveAsync", "OutlineService.UpdateAsync",
        "CatalogueService.CreateAsync", "CatalogueService.EndAsync", "CatalogueService.MoveAsync", "CatalogueService.NameAsync", "CatalogueService.ReopenAsync",
        "CatalogueService.UpdateAsync", "DepartmentService.CreateAsync", "DepartmentService.RemoveAsync", "DepartmentService.UpdateAsync", "LetterheadService.CreateAsync", "LetterheadService.RemoveAsync",
        "LetterheadService.UpdateAsync", "PeriodService.CreateAsync", "PeriodService.RemoveAsync", "PeriodService.UpdateAsync", "SettingsService.SaveAgencyAsync",
        "SettingsService.SavePortalAsync", "SignerService.CreateAsync", "SignerService.RemoveAsync", "SignerService.UpdateAsync",
        "LastYearPlan.TakeAsync", "ProposalService.DismissAsync", "ProposalService.ReopenAsync",
        "PlanItemService.CreateAsync", "PlanItemService.DeleteAsync", "PlanItemService.GiveReasonAsync", "PlanItemService.MoveAsync", "PlanItemService.RestoreAsync", "PlanItemService.UpdateAsync",
        "PlanService.CreateAsync", "PlanService.DeleteAsync", "PlanService.RestoreAsync", "PlanService.UpdateAsync",
        "NumberSeries.TakeAsync", "OutgoingRegister.CancelAsync", "OutgoingRegister.CancelNumberAsync", "OutgoingRegister.CreateAsync", "OutgoingRegister.DeleteAsync",
        "OutgoingRegister.NoteCopiesAsync", "OutgoingRegister.ReceiveAsync", "OutgoingRegister.RestoreAsync", "OutgoingRegister.UpdateAsync",
        "ReportWorkflow.ReturnDeliveredAsync", "ReportWorkflow.StartReplacementAsync", "ReportWorkflow.SubmitAsync", "ReportWorkflow.WithdrawAsync",
        "SentencePatternService.CreateAsync", "SentencePatternService.RemoveAsync", "SentencePatternService.UpdateAsync", "EvidencePackReader.RecordAsync", "ScoreRuleSetService.CopyAsync", "ScoreRuleSetService.UpdateAsync", "ScoreService.ExplainAsync",
        "ReportRequestService.CreateAsync", "ReportRequestService.DeleteAsync", "ReportRequestService.RestoreAsync", "ReportRequestService.UpdateAsync",
        "RequestCitations.CiteAsync", "RequestCitations.DropAsync", "OwedReader.ExplainAsync", "SettingsService.SaveDeadlineAsync", "SettingsService.SaveContactAsync", "ReminderService.SendAsync", "ReminderMailing.RunAsync", "PeriodPackReader.RecordAsync",
        "OutsideReportService.CreateAsync", "OutsideReportService.DeleteAsync", "OutsideReportService.RestoreAsync", "OutsideReportService.UpdateAsync",
        "SampleLoader.LinkSignersAsync", "SampleLoader.LoadAsync", "SampleLoader.LoadStartingPointAsync", "SampleReports.CarryOutAsync",
    ];

    public static TheoryData<string, int> Shapes()
    {
        var shapes = new TheoryData<string, int>();
        foreach (var (method, reads) in Reads)
        {
            for (var shape = 0; shape < reads.Length; shape++)
            {
                shapes.Add(method, shape);
            }
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Read_OnSqlServer_SendsValidTransactSql(string method, int shape)
    {
        var commands = await SqlServerTranslation.CommandsOfAsync(Reads[method][shape]);

        Assert.NotEmpty(commands);
        Assert.All(commands, AssertValid);
    }

    [Fact]
    public void Services_EveryPublicMethod_IsListedHere()
    {
        var methods = typeof(CchcDbContext).Assembly.GetTypes()
            .Where(type => type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(CchcDbContext))))
            .SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type && IsAnswer(method.ReturnType))
                .Select(method => $"{type.Name}.{method.Name}"))
            .Concat(typeof(ReportWorkflow).GetMethods().Where(method => method.ReturnType.IsAssignableTo(typeof(Task)))
                .Select(method => $"{nameof(ReportWorkflow)}.{method.Name}"))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Reads.Keys.Concat(Writers).Order(StringComparer.Ordinal), methods);
    }

    [Fact]
    public async Task Read_ThatSqlServerCannotTranslate_Fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => SqlServerTranslation.CommandsOfAsync(
            db => db.Agencies.Where(agency => agency.Code.Normalize() == "a").ToListAsync()));
    }

    [Fact]
    public async Task Read_WithAScope_AsksForItsAgencyOnly()
    {
        var commands = await SqlServerTranslation.CommandsOfAsync(db => db.Plans.ToListAsync());

        Assert.Contains("[AgencyId]", Assert.Single(commands).Split("WHERE")[1], StringComparison.Ordinal);
    }

    private static Core.Checking.ReportChecker Checker(CchcDbContext db) =>
        new(db, Composition(db), new Core.Checking.CheckKnowledgeReader(db, new ReportSourceReader(db, TimeProvider.System)), TimeProvider.System);

    private static global::SonTrung.Cchc.Documents.Signing.ReportSignatures Witnesses => new(new("no-trust"), new("no-lists"), TimeProvider.System);

    private static SigningReader Signing(CchcDbContext db) => new(db, new FileStore(Path.GetTempPath()));

    private static KeptCertificateService Kept(CchcDbContext db) => new(
        db, new CertificateVault(Path.Combine(Path.GetTempPath(), "no-secret.key")), null!, null!, Signing(db), new SigningClock(db, Witnesses, TimeProvider.System), new FileStore(Path.GetTempPath()), new KeptCertificatePolicy(IsStrict: true), TimeProvider.System);

    private static AccountReader Accounts(CchcDbContext db) => new(db, TimeProvider.System);

    private static bool IsAnswer(Type type) =>
        type.IsAssignableTo(typeof(Task)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private static CatalogueService Catalogues(CchcDbContext db) => new(db, TimeProvider.System);

    private static ScoreRuleSetService RuleSets(CchcDbContext db) => new(db, TimeProvider.System);

    private static SentencePatternService Patterns(CchcDbContext db) => new(db, TimeProvider.System);

    private static ScoreService Scores(CchcDbContext db) => new(db, new PlanProgressReader(db), TimeProvider.System);

    private static OutlineService Outlines(CchcDbContext db) => new(db, new ReportSourceReader(db, TimeProvider.System), TimeProvider.System);

    private static PublicDocument Issued() => new()
    {
        Code = "x",
        Issuer = "x",
        Number = 1,
        Symbol = "x",
        IssuedOn = Day,
        Kind = "x",
        Subject = [],
        Authority = [],
        SignerName = "x",
        Sha256 = "x",
        Status = PublicStatus.InForce,
        Form = IssuedForm.Electronic,
    };

    private static PublicVerification Verification(CchcDbContext db) => new(db, new FileStore("."));

    private static AuditReader Audit(CchcDbContext db) => new(db);

    private static AuditFilter Filter() => new()
    {
        UserId = 1,
        Action = AuditAction.Changed,
        Words = [new AuditWord("ke", ["Plan", "PlanItem"], [AuditAction.Viewed], ["issue", "issued"]), new AuditWord("hoach", [], [], [])],
        Entity = "Plan",
        EntityId = "1",
        CorrelationId = "x",
        From = Day,
        To = Day,
    };

    private static LetterheadService Letterheads(CchcDbContext db) => new(db, TimeProvider.System);

    private static LetterheadInput Letterhead() => new()
    {
        FullName = "x",
        ShortName = "x",
        LaterName = "x",
        LetterheadLines = "X",
        AuthorityName = "X",
        PlaceName = "x",
        SymbolCode = "X",
        ArchiveLine = "VT",
        SuperiorName = "x",
        OneStopName = "x",
        Addressees = [("x", 1)],
        Copies = ["x"],
    };

    private static ActivityService Activities(CchcDbContext db) => new(db, TimeProvider.System);

    private static ImportService Imports(CchcDbContext db) => new(db, new FileStore(Path.GetTempPath()), Activities(db), PlanItems(db), TimeProvider.System);

    private static OldReportService OldReports(CchcDbContext db) => new(db, new ReportSourceReader(db, TimeProvider.System), TimeProvider.System);

    private static ReportExporter Exporter(CchcDbContext db) => new(db, Composition(db));

    private static ReportFeed Feed(CchcDbContext db) => new(db, Reports(db), Deliveries(db), Exporter(db));

    private static ImportBatch Import(ImportKind kind) => new() { AgencyId = 1, Kind = kind, ReceivedUtc = DateTime.UtcNow, ReceivedById = 1 };

    private static EvidenceService Evidence(CchcDbContext db) => new(db, new FileStore(Path.GetTempPath()), null!, TimeProvider.System);

    private static ReportRequestService Requests(CchcDbContext db) => new(db, TimeProvider.System);

    private static RollupReader Rollups(CchcDbContext db) => new(db, new WallReader(db, TimeProvider.System));

    private static ReminderService Reminders(CchcDbContext db) => new(db, new WallReader(db, TimeProvider.System), null!, TimeProvider.System);

    private static OutsideReportService Outside(CchcDbContext db) => new(db, new FileStore(Path.GetTempPath()), Evidence(db), TimeProvider.System);

    private static PlanService Plans(CchcDbContext db) => new(db, TimeProvider.System);

    private static PlanItemService PlanItems(CchcDbContext db) => new(db, TimeProvider.System);

    private static async Task LinesAsync(PlanProgressReader reader)
    {
        await foreach (var line in reader.LinesAsync(2026, Day, new PlanFilter()))
        {
            Assert.NotNull(line);
        }
    }

    private static ProposalService Proposals(CchcDbContext db) => new(db, TimeProvider.System);

    private static NextYearTaskService Tasks(CchcDbContext db) => new(db, Proposals(db), TimeProvider.System);

    private static ShortcomingService Shortcomings(CchcDbContext db) => new(db, new PlanProgressReader(db), Proposals(db), TimeProvider.System);

    private static OutgoingRegister Register(CchcDbContext db) => new(db, new NumberSeries(db, TimeProvider.System), new FileStore(Path.GetTempPath()), TimeProvider.System);

    private static ReferenceService References(CchcDbContext db) => new(db, TimeProvider.System);
    private static ActivityFilter EveryActivityFilter => new()
    {
        Year = 2026,
        Search = "đối thoại",
        Month = Day,
        ChannelId = 1,
        DepartmentId = 1,
        PlanItemId = 1,
        TopicId = 1,
        IsOutsidePlan = true,
        IsWithoutEvidence = true,
        IsLate = true,
        ImportId = 1,
    };

    private static ActivityLog Log(CchcDbContext db) => new(db, Activities(db), TimeProvider.System);

    private static DeclaredFigureService Figures(CchcDbContext db) => new(db, TimeProvider.System);

    private static ActivityEntry Entry(CchcDbContext db) => new(db, Activities(db));

    private static DeskReader Desk(CchcDbContext db) => new(db, Deliveries(db));

    private static OverviewReader Overview(CchcDbContext db) => new(db, Desk(db), new SetupReader(db));

    private static CollectionService Collections(CchcDbContext db) => new(db, TimeProvider.System);

    private static DeliveryReader Deliveries(CchcDbContext db) => new(db, new FileStore(Path.GetTempPath()));

    private static ReportComposition Composition(CchcDbContext db) => new(db, new ReportSourceReader(db, TimeProvider.System));

    private static ReportRecipients Recipients(CchcDbContext db) => new(db, new ReportSourceReader(db, TimeProvider.System));

    private static ReportLineEditor Editor(CchcDbContext db) => new(db, Composition(db), TimeProvider.System);

    private static ReportReader Reports(CchcDbContext db) => new(db, new ReportSourceReader(db, TimeProvider.System), Composition(db), null!, new FileStore(Path.GetTempPath()));

    private static ReportVersionReader Versions(CchcDbContext db) => new(db, new FileStore(Path.GetTempPath()));

    private static AnnualReport SubmittedTwice()
    {
        var report = Submitted();
        report.RecordSubmission(1);
        report.RecordSubmission(1);
        return report;
    }

    private static AnnualReport Draft() => new() { Id = 1, AgencyId = 1, Year = 2026, OutlineTemplateId = 1, PublicCode = "x" };

    private static DeliveryDetails Delivered() => new(
        new ReportDelivery { AgencyId = 1, ReportId = 1, Report = Draft(), VersionId = 1, RecipientAgencyId = 1, SentUtc = DateTime.UnixEpoch }, null!, null!);

    private static AnnualReport Reentered() => new() { Id = 1, AgencyId = 1, Year = 2023, OutlineTemplateId = 1, PublicCode = "x", IsReentered = true };

    private static AnnualReport WithAppendix()
    {
        var report = Draft();
        report.HasPlanAppendix = true;
        return report;
    }

    private static AnnualReport Submitted()
    {
        var report = Draft();
        report.MoveTo(ReportStatus.AwaitingSignature);
        return report;
    }

    /// <summary>All queries are sent; then the made-up values are no document and no hash.</summary>
    private static async Task UntilAsync<TException>(Task read) where TException : Exception => await Assert.ThrowsAnyAsync<TException>(() => read);

    private static void AssertValid(string command)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(command), out var errors);
        Assert.True(errors.Count == 0, $"{string.Join("; ", errors.Select(error => error.Message))}\n{command}");
    }
}
