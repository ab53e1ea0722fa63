using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Shortcomings;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class ReferenceDocumentConfiguration : IEntityTypeConfiguration<ReferenceDocument>
{
    public void Configure(EntityTypeBuilder<ReferenceDocument> builder)
    {
        builder.Property(document => document.Kind).HasMaxLength(ReferenceDocument.KindLength);
        builder.Property(document => document.Number).HasMaxLength(ReferenceDocument.NumberLength);
        builder.Property(document => document.Issuer).HasMaxLength(ReferenceDocument.IssuerLength);
        builder.Property(document => document.Subject).HasMaxLength(ReferenceDocument.SubjectLength);
        builder.HasMany(document => document.Attachments).WithOne(file => file.ReferenceDocument)
            .HasForeignKey(nameof(IAgencyOwned.AgencyId), nameof(Attachment.ReferenceDocumentId))
            .HasPrincipalKey(nameof(IAgencyOwned.AgencyId), nameof(Entity.Id)).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(document => new { document.AgencyId, document.Year, document.Id });
        builder.HasIndex(document => new { document.AgencyId, document.Year, document.SortKey, document.Id });
    }
}

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.Property(plan => plan.Number).HasMaxLength(ReferenceDocument.NumberLength);
        builder.Property(plan => plan.Subject).HasMaxLength(ReferenceDocument.SubjectLength);
        builder.Property(plan => plan.Purpose).HasMaxLength(Plan.PartLength);
        builder.Property(plan => plan.Requirements).HasMaxLength(Plan.PartLength);
        builder.Property(plan => plan.Funding).HasMaxLength(Plan.PartLength);
        builder.Property(plan => plan.Implementation).HasMaxLength(Plan.PartLength);
        builder.RefersTo<Plan, Signer>(null, nameof(Plan.SignerId));
        builder.HasIndex(plan => new { plan.AgencyId, plan.Year }).IsUnique().HasFilter("[DeletedUtc] IS NULL");
        builder.Owns(plan => plan.Items, nameof(PlanItem.PlanId), item => item.Plan);
    }
}

internal sealed class PlanItemConfiguration : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.Property(item => item.Title).HasMaxLength(PlanItem.TitleLength);
        builder.Property(item => item.ReportText).HasMaxLength(PlanItem.ReportTextLength);
        builder.Property(item => item.EndMark).HasMaxLength(PlanItem.EndMarkLength);
        builder.Property(item => item.ReasonNotDone).HasMaxLength(PlanItem.ReportTextLength);
        builder.RefersTo(item => item.Department, nameof(PlanItem.DepartmentId));
        builder.RefersTo(item => item.PreviousItem, nameof(PlanItem.PreviousItemId));
        builder.RefersTo<PlanItem, ImportBatch>(null, nameof(PlanItem.ImportBatchId));
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(item => item.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        builder.Owns(item => item.Targets, nameof(PlanTarget.PlanItemId));
        builder.Owns(item => item.Channels, nameof(PlanItemChannel.PlanItemId));
        builder.Owns(item => item.References, nameof(PlanItemReference.PlanItemId));
        builder.HasIndex(item => new { item.PlanId, item.PreviousItemId }).IsUnique();
    }
}

internal sealed class PlanTargetConfiguration : IEntityTypeConfiguration<PlanTarget>
{
    public void Configure(EntityTypeBuilder<PlanTarget> builder)
    {
        builder.HasOne(target => target.Indicator).WithMany().HasForeignKey(target => target.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(target => target.BaseIndicator).WithMany().HasForeignKey(target => target.BaseIndicatorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanItemChannelConfiguration : IEntityTypeConfiguration<PlanItemChannel>
{
    public void Configure(EntityTypeBuilder<PlanItemChannel> builder)
    {
        builder.HasOne(row => row.Channel).WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.PlanItemId, row.ChannelId }).IsUnique();
    }
}

internal sealed class PlanItemReferenceConfiguration : IEntityTypeConfiguration<PlanItemReference>
{
    public void Configure(EntityTypeBuilder<PlanItemReference> builder)
    {
        builder.RefersTo(row => row.ReferenceDocument, nameof(PlanItemReference.ReferenceDocumentId));
        builder.Property(row => row.EndMark).HasMaxLength(PlanItem.EndMarkLength);
    }
}

internal sealed class PropagandaActivityConfiguration : IEntityTypeConfiguration<PropagandaActivity>
{
    public void Configure(EntityTypeBuilder<PropagandaActivity> builder)
    {
        builder.Property(activity => activity.Title).HasMaxLength(PropagandaActivity.TitleLength);
        builder.Property(activity => activity.Place).HasMaxLength(PropagandaActivity.PlaceLength);
        builder.Property(activity => activity.ReportText).HasMaxLength(PropagandaActivity.ReportTextLength);
        builder.Property(activity => activity.EndMark).HasMaxLength(PlanItem.EndMarkLength);
        builder.HasOne(activity => activity.Channel).WithMany().HasForeignKey(activity => activity.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(activity => activity.Topic).WithMany().HasForeignKey(activity => activity.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo(activity => activity.PlanItem, nameof(PropagandaActivity.PlanItemId));
        builder.RefersTo(activity => activity.Department, nameof(PropagandaActivity.DepartmentId));
        builder.RefersTo<PropagandaActivity, ImportBatch>(null, nameof(PropagandaActivity.ImportBatchId));
        builder.Owns(activity => activity.Measures, nameof(ActivityMeasure.ActivityId));
        builder.Owns(activity => activity.Tags, nameof(ActivityTopic.ActivityId));
        builder.Owns(activity => activity.References, nameof(ActivityReference.ActivityId));
        builder.Owns(activity => activity.Links, nameof(ActivityLink.ActivityId));
        builder.HasMany(activity => activity.Attachments).WithOne()
            .HasForeignKey(nameof(IAgencyOwned.AgencyId), nameof(Attachment.ActivityId))
            .HasPrincipalKey(nameof(IAgencyOwned.AgencyId), nameof(Entity.Id)).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(activity => activity.EnteredById).OnDelete(DeleteBehavior.Restrict);
        // What is deleted stands apart, so that a year is counted in the index alone.
        builder.HasIndex(activity => new { activity.AgencyId, activity.Year, activity.DeletedUtc, activity.StartsOn, activity.Id });
        builder.HasIndex(activity => new { activity.AgencyId, activity.Year, activity.DeletedUtc, activity.SortKey, activity.Id });
        // A year is counted and summed line by line of its plan.
        builder.HasIndex(activity => new { activity.AgencyId, activity.Year, activity.DeletedUtc, activity.PlanItemId, activity.Id });
        builder.HasIndex(activity => new { activity.AgencyId, activity.ChangedUtc, activity.Id });
        builder.HasIndex(activity => new { activity.EnteredById, activity.EnteredUtc });
    }
}

internal sealed class ActivityMeasureConfiguration : IEntityTypeConfiguration<ActivityMeasure>
{
    public void Configure(EntityTypeBuilder<ActivityMeasure> builder)
    {
        builder.HasOne(measure => measure.Indicator).WithMany().HasForeignKey(measure => measure.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(measure => new { measure.ActivityId, measure.IndicatorId }).IsUnique();
    }
}

internal sealed class ActivityTopicConfiguration : IEntityTypeConfiguration<ActivityTopic>
{
    public void Configure(EntityTypeBuilder<ActivityTopic> builder)
    {
        builder.HasOne(tag => tag.Topic).WithMany().HasForeignKey(tag => tag.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(tag => new { tag.ActivityId, tag.TopicId }).IsUnique();
    }
}

internal sealed class ActivityReferenceConfiguration : IEntityTypeConfiguration<ActivityReference>
{
    public void Configure(EntityTypeBuilder<ActivityReference> builder) =>
        builder.RefersTo(row => row.ReferenceDocument, nameof(ActivityReference.ReferenceDocumentId));
}

internal sealed class ActivityLinkConfiguration : IEntityTypeConfiguration<ActivityLink>
{
    public void Configure(EntityTypeBuilder<ActivityLink> builder) =>
        builder.Property(link => link.Url).HasMaxLength(ActivityLink.UrlLength);
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(file => file.AddedById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(file => file.SourceSha256).HasMaxLength(Files.FileStore.HashLength);
        builder.Property(file => file.ThumbnailSha256).HasMaxLength(Files.FileStore.HashLength);
        builder.Property(file => file.FileName).HasMaxLength(Attachment.FileNameLength);
        builder.Property(file => file.ContentType).HasMaxLength(100);
        builder.Property(file => file.Sha256).HasMaxLength(Files.FileStore.HashLength);
        builder.HasIndex(file => new { file.AgencyId, file.Sha256 });
    }
}

internal sealed class DeclaredFigureConfiguration : IEntityTypeConfiguration<DeclaredFigure>
{
    public void Configure(EntityTypeBuilder<DeclaredFigure> builder)
    {
        builder.Property(figure => figure.Name).HasMaxLength(DeclaredFigure.TextLength);
        builder.Property(figure => figure.Unit).HasMaxLength(DeclaredFigure.TextLength);
        builder.Property(figure => figure.Source).HasMaxLength(DeclaredFigure.TextLength);
        builder.RefersTo(figure => figure.ReferenceDocument, nameof(DeclaredFigure.ReferenceDocumentId));
    }
}

internal sealed class ShortcomingConfiguration : IEntityTypeConfiguration<Shortcoming>
{
    public void Configure(EntityTypeBuilder<Shortcoming> builder)
    {
        builder.Property(row => row.Text).HasMaxLength(Shortcoming.TextLength);
        builder.Property(row => row.EndMark).HasMaxLength(PlanItem.EndMarkLength);
        builder.Property(row => row.Cause).HasMaxLength(Shortcoming.TextLength);
        builder.Property(row => row.Remedy).HasMaxLength(Shortcoming.TextLength);
        builder.HasOne(row => row.CatalogueCause).WithMany().HasForeignKey(row => row.CauseId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo(row => row.PlanItem, nameof(Shortcoming.PlanItemId));
        builder.RefersTo<Shortcoming, Shortcoming>(null, nameof(Shortcoming.CopiedFromId));
        builder.HasIndex(row => new { row.AgencyId, row.Year, row.Position });
    }
}

internal sealed class NextYearTaskConfiguration : IEntityTypeConfiguration<NextYearTask>
{
    public void Configure(EntityTypeBuilder<NextYearTask> builder)
    {
        builder.Property(row => row.Text).HasMaxLength(NextYearTask.TextLength);
        builder.Property(row => row.EndMark).HasMaxLength(PlanItem.EndMarkLength);
        builder.RefersTo(row => row.Shortcoming, nameof(NextYearTask.ShortcomingId));
        builder.RefersTo(row => row.PlanItem, nameof(NextYearTask.PlanItemId));
        builder.RefersTo<NextYearTask, NextYearTask>(null, nameof(NextYearTask.CopiedFromId));
        builder.HasIndex(row => new { row.AgencyId, row.Year, row.Position });
    }
}

internal sealed class ProposalAnswerConfiguration : IEntityTypeConfiguration<ProposalAnswer>
{
    public void Configure(EntityTypeBuilder<ProposalAnswer> builder)
    {
        builder.Property(row => row.Reason).HasMaxLength(ProposalAnswer.ReasonLength);
        builder.Property(row => row.AnsweredBy).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo(row => row.PlanItem, nameof(ProposalAnswer.PlanItemId));
        builder.RefersTo(row => row.Shortcoming, nameof(ProposalAnswer.ShortcomingId));
        builder.RefersTo(row => row.NextYearTask, nameof(ProposalAnswer.NextYearTaskId));
        // One answer for each proposal: whoever comes second, at the same moment or a year later, is refused by the database itself.
        builder.HasIndex(row => new { row.PlanItemId, row.AgencyId }).IsUnique();
        builder.HasIndex(row => new { row.ShortcomingId, row.AgencyId }).IsUnique();
        builder.HasIndex(row => new { row.NextYearTaskId, row.AgencyId }).IsUnique();
        builder.HasIndex(row => new { row.AgencyId, row.Year });
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(batch => batch.FileName).HasMaxLength(ImportBatch.FileNameLength);
        builder.Property(batch => batch.RowsSha256).HasMaxLength(Files.FileStore.HashLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(batch => batch.ReceivedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(batch => batch.UndoneById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(batch => new { batch.AgencyId, batch.ReceivedUtc, batch.Id });
    }
}

internal sealed class OldReportConfiguration : IEntityTypeConfiguration<OldReport>
{
    public void Configure(EntityTypeBuilder<OldReport> builder)
    {
        builder.Property(row => row.FileName).HasMaxLength(OldReport.FileNameLength);
        builder.Property(row => row.FileSha256).HasMaxLength(Files.FileStore.HashLength);
        builder.Property(row => row.PagesWithoutText).HasMaxLength(OldReport.PagesLength);
        builder.Property(row => row.SourceText);
        builder.Property(row => row.SourceBreaks);
        builder.Property(row => row.BlocksJson);
        builder.Property(row => row.CreatedJson);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.ReceivedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.AppliedById).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo<OldReport, Reports.AnnualReport>(null, nameof(OldReport.ReportId));
        builder.HasIndex(row => new { row.AgencyId, row.AppliedUtc, row.ChangedUtc });
    }
}
