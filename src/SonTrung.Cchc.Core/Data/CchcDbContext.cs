using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Core.Data;

/// <summary>
/// The database on SQL Server. <see cref="SqliteCchcDbContext"/> is the same model on SQLite.
/// Reading is limited by query filters to the agencies of the current scope, writing by <see cref="WriteGuard"/>;
/// every change is audited in the same transaction.
/// </summary>
public class CchcDbContext : IdentityUserContext<UserAccount, long>, IDataProtectionKeyContext
{
    /// <summary>The name of the query filter that hides other agencies' rows.</summary>
    public const string AgencyFilter = "Agency";

    /// <summary>The name of the query filter that hides deleted rows.</summary>
    public const string DeletedFilter = "Deleted";

    private readonly CurrentAccess access;
    private readonly TimeProvider time;
    private IReadOnlyList<AuditEntry> recorded = [];

    /// <summary>Creates a context for the current scope.</summary>
    public CchcDbContext(DbContextOptions<CchcDbContext> options, CurrentAccess access, TimeProvider time)
        : this((DbContextOptions)options, access, time)
    {
    }

    /// <summary>For the context of another provider.</summary>
    protected CchcDbContext(DbContextOptions options, CurrentAccess access, TimeProvider time)
        : base(options)
    {
        this.access = access;
        this.time = time;
        ChangeTracker.LazyLoadingEnabled = false;
    }

    /// <summary>Whose rows this context reads and writes.</summary>
    public AccessScope Scope => access.Scope;

    /// <summary>Agencies.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Dated superiors.</summary>
    public DbSet<AgencySuperior> AgencySuperiors => Set<AgencySuperior>();

    /// <summary>Dated profiles.</summary>
    public DbSet<AgencyProfile> AgencyProfiles => Set<AgencyProfile>();

    /// <summary>Signers.</summary>
    public DbSet<Signer> Signers => Set<Signer>();

    /// <summary>Departments.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Reporting periods.</summary>
    public DbSet<ReportingPeriod> ReportingPeriods => Set<ReportingPeriod>();

    /// <summary>Topics.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>Channels.</summary>
    public DbSet<PropagandaChannel> PropagandaChannels => Set<PropagandaChannel>();

    /// <summary>Indicators.</summary>
    public DbSet<Indicator> Indicators => Set<Indicator>();

    /// <summary>Causes of shortcomings.</summary>
    public DbSet<ShortcomingCause> ShortcomingCauses => Set<ShortcomingCause>();

    /// <summary>Agencies' own names of catalogue entries.</summary>
    public DbSet<CatalogueLocalName> CatalogueLocalNames => Set<CatalogueLocalName>();

    /// <summary>Reference documents.</summary>
    public DbSet<ReferenceDocument> ReferenceDocuments => Set<ReferenceDocument>();

    /// <summary>Plans.</summary>
    public DbSet<Plan> Plans => Set<Plan>();

    /// <summary>Plan lines.</summary>
    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    /// <summary>Activities.</summary>
    public DbSet<PropagandaActivity> PropagandaActivities => Set<PropagandaActivity>();

    /// <summary>Figures of activities.</summary>
    public DbSet<ActivityMeasure> ActivityMeasures => Set<ActivityMeasure>();

    /// <summary>Files.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>Declared figures.</summary>
    public DbSet<DeclaredFigure> DeclaredFigures => Set<DeclaredFigure>();

    /// <summary>Shortcomings.</summary>
    public DbSet<Shortcoming> Shortcomings => Set<Shortcoming>();

    /// <summary>Tasks of the next year.</summary>
    public DbSet<NextYearTask> NextYearTasks => Set<NextYearTask>();

    /// <summary>Proposals taken or dismissed.</summary>
    public DbSet<ProposalAnswer> ProposalAnswers => Set<ProposalAnswer>();

    /// <summary>Outlines.</summary>
    public DbSet<OutlineTemplate> OutlineTemplates => Set<OutlineTemplate>();

    /// <summary>Sentence patterns.</summary>
    public DbSet<SentencePattern> SentencePatterns => Set<SentencePattern>();

    /// <summary>Reports.</summary>
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();

    /// <summary>Lines of reports.</summary>
    public DbSet<ReportLine> ReportLines => Set<ReportLine>();

    /// <summary>Checks before signing.</summary>
    public DbSet<ReportCheck> ReportChecks => Set<ReportCheck>();

    /// <summary>Comments on submitted reports.</summary>
    public DbSet<ReportComment> ReportComments => Set<ReportComment>();

    /// <summary>Findings of the checker that were passed over.</summary>
    public DbSet<Checking.ReportPassedFinding> ReportPassedFindings => Set<Checking.ReportPassedFinding>();

    /// <summary>Collections of the departments' figures.</summary>
    public DbSet<DataCollection> DataCollections => Set<DataCollection>();

    /// <summary>What the departments owe to a collection.</summary>
    public DbSet<DepartmentConfirmation> DepartmentConfirmations => Set<DepartmentConfirmation>();

    /// <summary>How agencies work.</summary>
    public DbSet<AgencySettings> AgencySettings => Set<AgencySettings>();

    /// <summary>How the whole portal works.</summary>
    public DbSet<PortalSettings> PortalSettings => Set<PortalSettings>();

    /// <summary>Submissions.</summary>
    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();

    /// <summary>Files of reports after each step of signing.</summary>
    public DbSet<Signing.ReportFile> ReportFiles => Set<Signing.ReportFile>();

    /// <summary>Certificates in the portal's keeping.</summary>
    public DbSet<Signing.KeptCertificate> KeptCertificates => Set<Signing.KeptCertificate>();

    /// <summary>Whose certificates sign for the agencies.</summary>
    public DbSet<Signing.AgencySeal> AgencySeals => Set<Signing.AgencySeal>();

    /// <summary>Acts on reports.</summary>
    public DbSet<ReportEvent> ReportEvents => Set<ReportEvent>();

    /// <summary>Deliveries.</summary>
    public DbSet<ReportDelivery> ReportDeliveries => Set<ReportDelivery>();

    /// <summary>The register of outgoing documents.</summary>
    public DbSet<OutgoingDocument> OutgoingDocuments => Set<OutgoingDocument>();

    /// <summary>What was issued about reports afterwards.</summary>
    public DbSet<ReportFollowUp> ReportFollowUps => Set<ReportFollowUp>();

    /// <summary>The last numbers given.</summary>
    public DbSet<NumberCounter> NumberCounters => Set<NumberCounter>();

    /// <summary>Sets of rules for the CCHC score.</summary>
    public DbSet<ScoreRuleSet> ScoreRuleSets => Set<ScoreRuleSet>();

    /// <summary>What agencies say of their points.</summary>
    public DbSet<ScoreExplanation> ScoreExplanations => Set<ScoreExplanation>();

    /// <summary>Imports from tables.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>Reports of earlier years on their way from paper.</summary>
    public DbSet<OldReport> OldReports => Set<OldReport>();

    /// <summary>Reports that superior offices ask for.</summary>
    public DbSet<ReportRequest> ReportRequests => Set<ReportRequest>();

    /// <summary>Whom they ask.</summary>
    public DbSet<ReportRequestCommune> ReportRequestCommunes => Set<ReportRequestCommune>();

    /// <summary>Why reports come late.</summary>
    public DbSet<LateReason> LateReasons => Set<LateReason>();

    /// <summary>Reminders of reports that are owed.</summary>
    public DbSet<ReportReminder> ReportReminders => Set<ReportReminder>();

    /// <summary>Reports that the portal did not carry.</summary>
    public DbSet<OutsideReport> OutsideReports => Set<OutsideReport>();

    /// <summary>Tokens of connected systems.</summary>
    public DbSet<SystemToken> SystemTokens => Set<SystemToken>();

    /// <summary>Create forms carried out.</summary>
    public DbSet<FormReceipt> FormReceipts => Set<FormReceipt>();

    /// <summary>The audit.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The last entry of the audit's chain: one row.</summary>
    public DbSet<AuditChainHead> AuditChainHeads => Set<AuditChainHead>();

    /// <summary>The keys of cookies and forms.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>For the query filters, which EF reads anew for every query.</summary>
    internal bool SeesEverything => Scope.IsSystem;

    /// <summary>For the query filters.</summary>
    internal bool AdministersSystem => Scope.AdministersSystem;

    /// <summary>For the query filters.</summary>
    internal IReadOnlyList<long> ReadAgencyIds => Scope.ReadAgencyIds;

    /// <summary>For the query filters: no agency that may be read is below.</summary>
    internal long LowestReadAgencyId => SeesEverything ? long.MinValue : ReadAgencyIds.DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>For the query filters: no agency that may be read is above.</summary>
    internal long HighestReadAgencyId => SeesEverything ? long.MaxValue : ReadAgencyIds.DefaultIfEmpty(long.MinValue).Max();

    /// <summary>
    /// Runs the work in one transaction that a retrying strategy may repeat from the start. The tracked rows are
    /// forgotten before each try: the work loads what it changes.
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) =>
        Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                ChangeTracker.Clear();
                using var turn = await TakeWriteTurnAsync(token);
                await using var transaction = await Database.BeginTransactionAsync(token);
                var result = await work();
                await transaction.CommitAsync(token);
                return result;
            },
            cancellation);

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareSave();
        if (Database.CurrentTransaction is not null)
        {
            return SaveChained(acceptAllChangesOnSuccess);
        }

        using var turn = TakeWriteTurn();
        if (!AuditChaining.IsNeeded(this))
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }

        var saved = Database.CreateExecutionStrategy().Execute(() =>
        {
            using var transaction = Database.BeginTransaction();
            var rows = SaveChained(acceptAllChangesOnSuccess: false);
            transaction.Commit();
            return rows;
        });
        AcceptIf(acceptAllChangesOnSuccess);
        return saved;
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareSave();
        if (Database.CurrentTransaction is not null)
        {
            return await SaveChainedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await TakeWriteTurnAsync(cancellationToken);
        if (!AuditChaining.IsNeeded(this))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var saved = await Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await Database.BeginTransactionAsync(token);
                var rows = await SaveChainedAsync(acceptAllChangesOnSuccess: false, token);
                await transaction.CommitAsync(token);
                return rows;
            },
            cancellationToken);
        AcceptIf(acceptAllChangesOnSuccess);
        return saved;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // ModelRules adds these indexes, in another order of columns.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 3);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CchcDbContext).Assembly);
        ModelRules.Apply(builder, this);
        ConfigureProvider(builder);
    }

    /// <summary>What this database needs and the other does not: here, binary order for keys that the portal wrote to be compared by character.</summary>
    protected virtual void ConfigureProvider(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            if (property.Name is nameof(ISearchable.SearchKey) or nameof(ISortable.SortKey) or nameof(AnnualReport.PublicCode))
            {
                property.SetCollation("Latin1_General_100_BIN2");
            }
        }

        // A credential id of 1024 bytes is too long for a clustered key.
        builder.Entity<IdentityUserPasskey<long>>().HasKey(passkey => passkey.CredentialId).IsClustered(false);

        // EF must not use OUTPUT on a table with triggers.
        builder.Entity<AuditEntry>().ToTable(table => table.HasTrigger(AuditProtection.TriggerName));
        builder.Entity<AuditChainHead>().ToTable(table => table.HasTrigger(AuditProtection.HeadTriggerName));
    }

    /// <summary>Waits until it is this context's turn to write, where the database itself does not queue fairly.</summary>
    private protected virtual IDisposable? TakeWriteTurn() => null;

    /// <inheritdoc cref="TakeWriteTurn"/>
    private protected virtual Task<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    /// <summary>Saves within a transaction: the entries get their places behind the head, and the head follows them.</summary>
    private int SaveChained(bool acceptAllChangesOnSuccess)
    {
        var head = AuditChaining.Link(this);
        var rows = base.SaveChanges(acceptAllChangesOnSuccess);
        AuditChaining.Advance(this, head);
        return rows;
    }

    /// <inheritdoc cref="SaveChained"/>
    private async Task<int> SaveChainedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        var head = await AuditChaining.LinkAsync(this, cancellation);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
        await AuditChaining.AdvanceAsync(this, head, cancellation);
        return rows;
    }

    /// <summary>What was saved counts as saved once it is committed.</summary>
    private void AcceptIf(bool accept)
    {
        if (accept)
        {
            ChangeTracker.AcceptAllChanges();
        }
    }

    private void PrepareSave()
    {
        ChangeTracker.DetectChanges();
        // Looked for once: every list of the tracker's entries would look again.
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            DerivedValues.Write(ChangeTracker, now);
            WriteGuard.Check(ChangeTracker, Scope);

            // A save that failed may be tried again: what was recorded for it is recorded anew.
            foreach (var entry in recorded)
            {
                Entry(entry).State = EntityState.Detached;
            }

            recorded = AuditTrail.Describe(this, now);
            AuditEntries.AddRange(recorded);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }
}
