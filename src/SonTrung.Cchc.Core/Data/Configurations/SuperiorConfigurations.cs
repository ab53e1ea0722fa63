using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class ReportRequestConfiguration : IEntityTypeConfiguration<ReportRequest>
{
    public void Configure(EntityTypeBuilder<ReportRequest> builder)
    {
        builder.Ignore(request => request.Period);
        builder.Property(request => request.Number).HasMaxLength(ReferenceDocument.NumberLength);
        builder.Property(request => request.Subject).HasMaxLength(ReferenceDocument.SubjectLength);
        builder.Property(request => request.OutlineText).HasMaxLength(ReportRequest.OutlineLength);
        builder.HasOne(request => request.OutlineTemplate).WithMany().HasForeignKey(request => request.OutlineTemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.Owns(request => request.Communes, nameof(ReportRequestCommune.RequestId), commune => commune.Request);
        builder.Owns(request => request.Indicators, nameof(ReportRequestIndicator.RequestId), indicator => indicator.Request);
    }
}

internal sealed class ReportRequestCommuneConfiguration : IEntityTypeConfiguration<ReportRequestCommune>
{
    public void Configure(EntityTypeBuilder<ReportRequestCommune> builder)
    {
        builder.HasOne(row => row.Commune).WithMany().HasForeignKey(row => row.CommuneId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.RequestId, row.CommuneId }).IsUnique();
    }
}

internal sealed class ReportRequestIndicatorConfiguration : IEntityTypeConfiguration<ReportRequestIndicator>
{
    public void Configure(EntityTypeBuilder<ReportRequestIndicator> builder)
    {
        builder.HasOne(row => row.Indicator).WithMany().HasForeignKey(row => row.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.RequestId, row.IndicatorId }).IsUnique();
    }
}

internal sealed class LateReasonConfiguration : IEntityTypeConfiguration<LateReason>
{
    public void Configure(EntityTypeBuilder<LateReason> builder)
    {
        builder.Property(row => row.Reason).HasMaxLength(LateReason.ReasonLength);
        builder.Property(row => row.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.SuperiorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.AgencyId, row.SuperiorId, row.Year, row.PeriodKind, row.PeriodOrdinal }).IsUnique();
    }
}

internal sealed class OutsideReportConfiguration : IEntityTypeConfiguration<OutsideReport>
{
    public void Configure(EntityTypeBuilder<OutsideReport> builder)
    {
        builder.Ignore(row => row.Period);
        builder.Property(row => row.Number).HasMaxLength(ReferenceDocument.NumberLength);
        builder.Property(row => row.ArrivalNumber).HasMaxLength(OutsideReport.ArrivalNumberLength);
        builder.Property(row => row.Note).HasMaxLength(OutsideReport.NoteLength);
        builder.Property(row => row.FileName).HasMaxLength(Activities.Attachment.FileNameLength);
        builder.Property(row => row.FileSha256).HasMaxLength(FileStore.HashLength);
        builder.HasOne(row => row.Commune).WithMany().HasForeignKey(row => row.CommuneId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportReminderConfiguration : IEntityTypeConfiguration<ReportReminder>
{
    public void Configure(EntityTypeBuilder<ReportReminder> builder)
    {
        builder.Ignore(row => row.Period);
        builder.Property(row => row.Text).HasMaxLength(ReportReminder.TextLength);
        builder.Property(row => row.UserName).HasMaxLength(Audit.AuditEntry.UserNameLength);
        builder.Property(row => row.MailAddress).HasMaxLength(ReportReminder.AddressLength);
        builder.Property(row => row.MailError).HasMaxLength(ReportReminder.ErrorLength);
        builder.HasOne(row => row.Commune).WithMany().HasForeignKey(row => row.CommuneId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.MailState);
    }
}
