using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Pictures;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.FirstRun;
using SonTrung.Cchc.Web.Features.Imports;
using SonTrung.Cchc.Web.Features.OldReports;
using SonTrung.Cchc.Web.Features.Verification;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Infrastructure.Mail;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>The use cases, one line each.</summary>
internal static class ServicesSetup
{
    public static void AddCchcServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IOfficialDocumentRenderer, PdfDocumentRenderer>();
        builder.Services.AddScoped<AccountReader>();
        builder.Services.AddScoped<AccountService>();
        builder.Services.AddScoped<ActivityService>();
        builder.Services.AddSingleton<IPictureRewriter, SkiaPictureRewriter>();
        builder.Services.AddScoped<EvidenceService>();
        builder.Services.AddScoped<EvidenceCleanup>();
        builder.Services.AddHostedService<EvidenceCleaner>();
        builder.Services.AddScoped<ImportService>();
        builder.Services.AddScoped<ImportCleanup>();
        builder.Services.AddHostedService<ImportCleaner>();
        builder.Services.AddScoped<OldReportService>();
        builder.Services.AddScoped<OldReportCleanup>();
        builder.Services.AddHostedService<OldReportCleaner>();
        builder.Services.AddScoped<ReferenceService>();
        builder.Services.AddScoped<ProposalService>();
        builder.Services.AddScoped<ShortcomingService>();
        builder.Services.AddScoped<NextYearTaskService>();
        builder.Services.AddScoped<ActivityEntry>();
        builder.Services.AddScoped<ActivityLog>();
        builder.Services.AddScoped<DeclaredFigureService>();
        builder.Services.AddScoped<RowHistory>();
        builder.Services.AddScoped<AuditReader>();
        builder.Services.AddScoped<AuditVerifier>();
        builder.Services.AddScoped<AuditNotes>();
        builder.Services.AddScoped<AgencyService>();
        builder.Services.AddScoped<SuperiorService>();
        builder.Services.AddScoped<CatalogueService>();
        builder.Services.AddScoped<DepartmentService>();
        builder.Services.AddScoped<OutlineService>();
        builder.Services.AddScoped<SentencePatternService>();
        builder.Services.AddScoped<LetterheadService>();
        builder.Services.AddScoped<PeriodService>();
        builder.Services.AddScoped<SettingsService>();
        builder.Services.AddScoped<SignerService>();
        builder.Services.AddScoped<PlanService>();
        builder.Services.AddScoped<PlanItemService>();
        builder.Services.AddScoped<PlanProgressReader>();
        builder.Services.AddScoped<PlanDocuments>();
        builder.Services.AddScoped<LastYearPlan>();
        builder.Services.AddScoped<ScoreService>();
        builder.Services.AddScoped<ScoreRuleSetService>();
        builder.Services.AddScoped<EvidencePackReader>();
        builder.Services.AddScoped<ReportSourceReader>();
        builder.Services.AddScoped<ReportComposition>();
        builder.Services.AddScoped<ReportAppendices>();
        builder.Services.AddScoped<ReportLineEditor>();
        builder.Services.AddScoped<ReportDigestReader>();
        builder.Services.AddScoped<ReportEvidenceReader>();
        builder.Services.AddScoped<ReportRecipients>();
        builder.Services.AddScoped<ReportReader>();
        builder.Services.AddScoped<ReportVersionReader>();
        builder.Services.AddScoped<ReportCommentService>();
        builder.Services.AddScoped<CheckKnowledgeReader>();
        builder.Services.AddScoped<StaleMarks>();
        builder.Services.AddScoped<ReportChecker>();
        builder.Services.AddSingleton(services => new TrustFolder(services.GetRequiredService<DataFolders>().Trust));
        builder.Services.AddSingleton(services =>
            new RevocationFolder(services.GetRequiredService<DataFolders>().Revocations(services.GetRequiredService<PortalOptions>().Signing.RevocationFolder, builder.Environment.ContentRootPath)));
        builder.Services.AddSingleton<IReportSignatures>(services => new ReportSignatures(
            services.GetRequiredService<TrustFolder>(),
            services.GetRequiredService<RevocationFolder>(),
            services.GetRequiredService<TimeProvider>(),
            SigningSetup.TimestampService(services.GetRequiredService<PortalOptions>().Signing)));
        builder.Services.AddScoped<SigningClock>();
        builder.Services.AddScoped<ReportSigningSteps>();
        builder.Services.AddScoped<AgencySealService>();
        builder.Services.AddScoped<SigningReader>();
        builder.Services.AddScoped<NumberSeries>();
        builder.Services.AddScoped<OutgoingRegister>();
        builder.Services.AddScoped<FollowUpReader>();
        builder.Services.AddScoped<ReportWorkflow>();
        builder.Services.AddSingleton(services => new CertificateVault(services.GetRequiredService<DataFolders>().Secret));
        builder.Services.AddSingleton(new KeptCertificatePolicy(builder.Environment.IsProduction()));
        builder.Services.AddScoped<KeptCertificateService>();
        builder.Services.AddScoped<DeliveryReader>();
        builder.Services.AddScoped<PublicVerification>();
        builder.Services.AddScoped<FileVerification>();
        builder.Services.AddScoped<ReportRequestService>();
        builder.Services.AddScoped<RequestCitations>();
        builder.Services.AddScoped<OwedReader>();
        builder.Services.AddScoped<WallReader>();
        builder.Services.AddScoped<PeriodPackReader>();
        builder.Services.AddScoped<RollupReader>();
        builder.Services.AddScoped<OutsideReportService>();
        builder.Services.AddSingleton<IMailer>(services => new SmtpMailer(services.GetRequiredService<PortalOptions>().Mail));
        builder.Services.AddScoped<ReminderService>();
        builder.Services.AddScoped<ReminderMailing>();
        builder.Services.AddSingleton<ReminderPost>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReminderPost>());
        builder.Services.AddScoped<ReportExporter>();
        builder.Services.AddScoped<ReportFeed>();
        builder.Services.AddScoped<ActivityFeed>();
        builder.Services.AddScoped<CatalogueFeed>();
        builder.Services.AddScoped<SystemTokenService>();
        builder.Services.AddScoped<OverviewReader>();
        builder.Services.AddScoped<DeskReader>();
        builder.Services.AddScoped<SetupReader>();
        builder.Services.AddScoped<CollectionService>();
        builder.Services.AddScoped<AdministrationReader>();
        builder.Services.AddScoped<PortalHealthReader>();
        builder.Services.AddScoped<SampleLoader>();
        builder.Services.AddScoped<SampleReports>();
        builder.Services.AddSingleton<SetupCode>();
        builder.Services.AddScoped<FirstRunService>();
    }
}
