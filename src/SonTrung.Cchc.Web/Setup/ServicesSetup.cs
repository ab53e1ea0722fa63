using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Pictures;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.FirstRun;
using SonTrung.Cchc.Web.Features.Imports;
using SonTrung.Cchc.Web.Infrastructure;

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
        builder.Services.AddScoped<ReferenceService>();
        builder.Services.AddScoped<ShortcomingService>();
        builder.Services.AddScoped<NextYearTaskService>();
        builder.Services.AddScoped<ActivityEntry>();
        builder.Services.AddScoped<ActivityLog>();
        builder.Services.AddScoped<DeclaredFigureService>();
        builder.Services.AddScoped<RowHistory>();
        builder.Services.AddScoped<AuditReader>();
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
        builder.Services.AddScoped<CheckKnowledgeReader>();
        builder.Services.AddScoped<ReportChecker>();
        builder.Services.AddScoped<ReportWorkflow>();
        builder.Services.AddScoped<DeliveryReader>();
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
