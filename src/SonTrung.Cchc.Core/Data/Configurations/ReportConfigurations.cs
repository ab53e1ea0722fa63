using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class OutlineTemplateConfiguration : IEntityTypeConfiguration<OutlineTemplate>
{
    public void Configure(EntityTypeBuilder<OutlineTemplate> builder)
    {
        builder.Property(outline => outline.Name).HasMaxLength(OutlineTemplate.NameLength);
        builder.Property(outline => outline.Kind).HasMaxLength(OutlineTemplate.KindLength);
        builder.Property(outline => outline.KindCode).HasMaxLength(10);
        builder.Property(outline => outline.Subject).HasMaxLength(AnnualReport.SubjectLength);
        builder.Property(outline => outline.LayoutProfile).HasMaxLength(ReportVersion.EngineLength);
        builder.HasOne<Agencies.Agency>().WithMany().HasForeignKey(outline => outline.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(outline => outline.Elements).WithOne().HasForeignKey(element => element.TemplateId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class OutlineElementConfiguration : IEntityTypeConfiguration<OutlineElement>
{
    public void Configure(EntityTypeBuilder<OutlineElement> builder)
    {
        builder.Property(element => element.Key).HasMaxLength(OutlineElement.KeyLength);
        builder.Property(element => element.LeadOf).HasMaxLength(OutlineElement.KeyLength);
        builder.Property(element => element.Label).HasMaxLength(ReportLine.LabelLength);
        builder.Property(element => element.Text).HasMaxLength(OutlineElement.TextLength);
        builder.HasIndex(element => new { element.TemplateId, element.Key }).IsUnique();
    }
}

internal sealed class SentencePatternConfiguration : IEntityTypeConfiguration<SentencePattern>
{
    public void Configure(EntityTypeBuilder<SentencePattern> builder)
    {
        builder.Property(row => row.Text).HasMaxLength(SentencePattern.TextLength);
        builder.HasOne<Agencies.Agency>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Channel).WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Topic).WithMany().HasForeignKey(row => row.TopicId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnualReportConfiguration : IEntityTypeConfiguration<AnnualReport>
{
    public void Configure(EntityTypeBuilder<AnnualReport> builder)
    {
        builder.Property(report => report.Subject).HasMaxLength(AnnualReport.SubjectLength);
        builder.Property(report => report.Symbol).HasMaxLength(Agencies.AgencyProfile.SymbolLength);
        builder.Property(report => report.PublicCode).HasMaxLength(AnnualReport.PublicCodeLength);
        builder.HasIndex(report => report.PublicCode).IsUnique();
        builder.HasIndex(report => new { report.IssuedOn, report.Number });
        builder.HasIndex(report => new { report.AgencyId, report.NumberYear, report.Symbol, report.Number }).IsUnique();
        builder.HasIndex(report => new { report.AgencyId, report.Year, report.PeriodKind, report.PeriodOrdinal, report.Revision }).IsUnique()
            // A draft that was put away gives its place free.
            .HasFilter("[DeletedUtc] IS NULL");
        builder.HasOne(report => report.OutlineTemplate).WithMany().HasForeignKey(report => report.OutlineTemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo(report => report.Replaces, nameof(AnnualReport.ReplacesId));
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(report => report.SubmittedById).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo<AnnualReport, Agencies.Signer>(null, nameof(AnnualReport.SignerId));
        builder.Owns(report => report.Bases, nameof(ReportBasis.ReportId));
        builder.Owns(report => report.Recipients, nameof(ReportRecipient.ReportId));
        builder.Owns(report => report.Checks, nameof(ReportCheck.ReportId));
        builder.Owns(report => report.PassedFindings, nameof(Checking.ReportPassedFinding.ReportId));
        builder.Owns(report => report.Comments, nameof(ReportComment.ReportId), comment => comment.Report);
        builder.Owns(report => report.Lines, nameof(ReportLine.ReportId), line => line.Report);
        builder.Owns(report => report.Versions, nameof(ReportVersion.ReportId), version => version.Report);
        builder.Owns(report => report.Files, nameof(Signing.ReportFile.ReportId));
        builder.Owns(report => report.Deliveries, nameof(ReportDelivery.ReportId), delivery => delivery.Report);
        builder.Owns(report => report.Events, nameof(ReportEvent.ReportId));
        builder.Owns(report => report.FollowUps, nameof(Register.ReportFollowUp.ReportId), row => row.Report);
    }
}

internal sealed class ReportBasisConfiguration : IEntityTypeConfiguration<ReportBasis>
{
    public void Configure(EntityTypeBuilder<ReportBasis> builder)
    {
        builder.RefersTo(basis => basis.Plan, nameof(ReportBasis.PlanId));
        builder.RefersTo(basis => basis.ReferenceDocument, nameof(ReportBasis.ReferenceDocumentId));
    }
}

internal sealed class ReportLineConfiguration : IEntityTypeConfiguration<ReportLine>
{
    public void Configure(EntityTypeBuilder<ReportLine> builder)
    {
        builder.Property(line => line.ElementKey).HasMaxLength(OutlineElement.KeyLength);
        builder.Property(line => line.Label).HasMaxLength(ReportLine.LabelLength);
        builder.Property(line => line.Text);
        builder.Property(line => line.AutoText);
        builder.Property(line => line.EndMark).HasMaxLength(PlanItem.EndMarkLength);
        builder.Property(line => line.AutoKey).HasMaxLength(ReportLine.AutoKeyLength);
        builder.HasIndex(line => new { line.ReportId, line.Position });
        builder.HasIndex(line => new { line.ReportId, line.AutoKey }).IsUnique();
        builder.Owns(line => line.Origins, nameof(ReportLineOrigin.LineId));
        builder.Owns(line => line.Figures, nameof(ReportLineFigure.LineId));
    }
}

internal sealed class ReportLineOriginConfiguration : IEntityTypeConfiguration<ReportLineOrigin>
{
    public void Configure(EntityTypeBuilder<ReportLineOrigin> builder) =>
        builder.HasIndex(origin => new { origin.RowId, origin.Kind });
}

internal sealed class ReportLineFigureConfiguration : IEntityTypeConfiguration<ReportLineFigure>
{
    public void Configure(EntityTypeBuilder<ReportLineFigure> builder)
    {
        builder.Property(figure => figure.Unit).HasMaxLength(Catalogues.Indicator.UnitLength);
        builder.HasOne<Catalogues.Indicator>().WithMany().HasForeignKey(figure => figure.IndicatorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportVersionConfiguration : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.Property(version => version.ModelSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(version => version.PdfSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(version => version.EvidenceSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(version => version.IssuedPdfSha256).HasMaxLength(FileStore.HashLength);
        builder.HasIndex(version => version.IssuedPdfSha256);
        builder.Property(version => version.ScanSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(version => version.Engine).HasMaxLength(ReportVersion.EngineLength);
        builder.Property(version => version.LayoutProfile).HasMaxLength(ReportVersion.EngineLength);
        builder.HasIndex(version => new { version.ReportId, version.Number }).IsUnique();
        builder.Owns(version => version.Deliveries, nameof(ReportDelivery.VersionId), delivery => delivery.DeliveredVersion);
    }
}

internal sealed class ReportFileConfiguration : IEntityTypeConfiguration<Signing.ReportFile>
{
    public void Configure(EntityTypeBuilder<Signing.ReportFile> builder)
    {
        builder.Property(file => file.Sha256).HasMaxLength(FileStore.HashLength);
        builder.Property(file => file.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.Property(file => file.SignerName).HasMaxLength(Signing.ReportFile.CertificateNameLength);
        builder.Property(file => file.Issuer).HasMaxLength(Signing.ReportFile.CertificateNameLength);
        builder.Property(file => file.Thumbprint).HasMaxLength(FileStore.HashLength);
        builder.HasIndex(file => new { file.ReportId, file.VersionNumber });
        builder.HasIndex(file => file.Sha256);
    }
}

internal sealed class KeptCertificateConfiguration : IEntityTypeConfiguration<Signing.KeptCertificate>
{
    public void Configure(EntityTypeBuilder<Signing.KeptCertificate> builder)
    {
        builder.Property(row => row.SignerName).HasMaxLength(Signing.ReportFile.CertificateNameLength);
        builder.Property(row => row.Issuer).HasMaxLength(Signing.ReportFile.CertificateNameLength);
        builder.Property(row => row.Thumbprint).HasMaxLength(FileStore.HashLength);
        builder.Property(row => row.Salt).HasMaxLength(64);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.AgencyId, row.UserId, row.Use }).IsUnique();
    }
}

internal sealed class AgencySealConfiguration : IEntityTypeConfiguration<Signing.AgencySeal>
{
    public void Configure(EntityTypeBuilder<Signing.AgencySeal> builder)
    {
        builder.Property(seal => seal.Certificate).HasMaxLength(Agencies.Signer.CertificateLength);
        builder.HasIndex(seal => seal.AgencyId).IsUnique();
    }
}

internal sealed class ReportEventConfiguration : IEntityTypeConfiguration<ReportEvent>
{
    public void Configure(EntityTypeBuilder<ReportEvent> builder)
    {
        builder.Property(act => act.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.Property(act => act.Reason).HasMaxLength(ReportEvent.ReasonLength);
        builder.HasIndex(act => new { act.ReportId, act.AtUtc });
    }
}

internal sealed class ReportDeliveryConfiguration : IEntityTypeConfiguration<ReportDelivery>
{
    public void Configure(EntityTypeBuilder<ReportDelivery> builder)
    {
        builder.Property(delivery => delivery.AnsweredBy).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.Property(delivery => delivery.ReturnReason).HasMaxLength(ReportEvent.ReasonLength);
        builder.Property(delivery => delivery.NotedBy).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.Property(delivery => delivery.RecipientAgencyId).IsConcurrencyToken();
        builder.HasOne(delivery => delivery.RecipientAgency).WithMany().HasForeignKey(delivery => delivery.RecipientAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(delivery => new { delivery.ReportId, delivery.VersionId, delivery.RecipientAgencyId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.RecipientAgencyId, delivery.SentUtc });
    }
}

internal sealed class ReportRecipientConfiguration : IEntityTypeConfiguration<ReportRecipient>
{
    public void Configure(EntityTypeBuilder<ReportRecipient> builder)
    {
        builder.HasOne(line => line.RecipientAgency).WithMany().HasForeignKey(line => line.RecipientAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(line => line.PrintedText).HasMaxLength(Agencies.AgencyProfile.NameLength);
    }
}

internal sealed class ReportCheckConfiguration : IEntityTypeConfiguration<ReportCheck>
{
    public void Configure(EntityTypeBuilder<ReportCheck> builder)
    {
        builder.Property(check => check.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(check => check.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(check => new { check.ReportId, check.VersionNumber, check.Kind }).IsUnique();
    }
}

internal sealed class ReportCommentConfiguration : IEntityTypeConfiguration<ReportComment>
{
    public void Configure(EntityTypeBuilder<ReportComment> builder)
    {
        builder.Property(comment => comment.BlockId).HasMaxLength(ReportComment.BlockLength);
        builder.Property(comment => comment.Sentence).HasMaxLength(ReportComment.SentenceLength);
        builder.Property(comment => comment.Text).HasMaxLength(ReportComment.TextLength);
        builder.Property(comment => comment.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(comment => comment.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.Owns(comment => comment.Replies, nameof(ReportCommentReply.CommentId));
        builder.HasIndex(comment => new { comment.ReportId, comment.AtUtc });
        builder.HasIndex(comment => new { comment.AgencyId, comment.Status });
    }
}

internal sealed class ReportCommentReplyConfiguration : IEntityTypeConfiguration<ReportCommentReply>
{
    public void Configure(EntityTypeBuilder<ReportCommentReply> builder)
    {
        builder.Property(reply => reply.Text).HasMaxLength(ReportComment.TextLength);
        builder.Property(reply => reply.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(reply => reply.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportPassedFindingConfiguration : IEntityTypeConfiguration<Checking.ReportPassedFinding>
{
    public void Configure(EntityTypeBuilder<Checking.ReportPassedFinding> builder)
    {
        builder.Property(passed => passed.RuleId).HasMaxLength(Checking.ReportPassedFinding.RuleLength);
        builder.Property(passed => passed.BlockId).HasMaxLength(Checking.ReportPassedFinding.BlockLength);
        builder.Property(passed => passed.TextSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(passed => passed.Excerpt).HasMaxLength(Checking.ReportPassedFinding.ExcerptLength);
        builder.Property(passed => passed.Reason).HasMaxLength(Checking.ReportPassedFinding.ReasonLength);
        builder.Property(passed => passed.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(passed => passed.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(passed => new { passed.ReportId, passed.RuleId, passed.BlockId, passed.TextSha256 }).IsUnique();
    }
}

internal sealed class DataCollectionConfiguration : IEntityTypeConfiguration<DataCollection>
{
    public void Configure(EntityTypeBuilder<DataCollection> builder)
    {
        builder.Property(collection => collection.Note).HasMaxLength(DataCollection.NoteLength);
        builder.RefersTo(collection => collection.Report, nameof(DataCollection.ReportId));
        builder.Owns(collection => collection.Departments, nameof(DepartmentConfirmation.CollectionId));
        builder.HasIndex(collection => new { collection.AgencyId, collection.ReportId }).IsUnique();
    }
}

internal sealed class DepartmentConfirmationConfiguration : IEntityTypeConfiguration<DepartmentConfirmation>
{
    public void Configure(EntityTypeBuilder<DepartmentConfirmation> builder)
    {
        builder.Property(row => row.ConfirmedBy).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.RefersTo(row => row.Department, nameof(DepartmentConfirmation.DepartmentId));
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.ConfirmedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.CollectionId, row.DepartmentId }).IsUnique();
    }
}
