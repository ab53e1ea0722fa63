using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class OutgoingDocumentConfiguration : IEntityTypeConfiguration<OutgoingDocument>
{
    /// <summary>A deleted line gives its number free.</summary>
    private const string Living = "[DeletedUtc] IS NULL";

    public void Configure(EntityTypeBuilder<OutgoingDocument> builder)
    {
        builder.Property(row => row.Series).HasMaxLength(ReferenceDocument.KindLength);
        builder.Property(row => row.KindKey).HasMaxLength(ReferenceDocument.KindLength);
        builder.Property(row => row.Symbol).HasMaxLength(AgencyProfile.SymbolLength);
        builder.Property(row => row.Kind).HasMaxLength(ReferenceDocument.KindLength);
        builder.Property(row => row.Subject).HasMaxLength(ReferenceDocument.SubjectLength);
        builder.Property(row => row.Signer).HasMaxLength(OutgoingDocument.SignerLength);
        builder.Property(row => row.Recipients).HasMaxLength(OutgoingDocument.RecipientsLength);
        builder.Property(row => row.Keeper).HasMaxLength(OutgoingDocument.KeeperLength);
        builder.Property(row => row.Receipt).HasMaxLength(OutgoingDocument.ReceiptLength);
        builder.Property(row => row.Remark).HasMaxLength(OutgoingDocument.RemarkLength);
        builder.Property(row => row.CancelReason).HasMaxLength(OutgoingDocument.RemarkLength);
        builder.Property(row => row.PdfSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(row => row.FileName).HasMaxLength(Attachment.FileNameLength);
        builder.Ignore(row => row.NumberText);
        builder.RefersTo(row => row.Report, nameof(OutgoingDocument.ReportId));
        // Whatever the rules let through by mistake or by racing, the database gives no number twice.
        builder.HasIndex(row => new { row.AgencyId, row.NumberYear, row.Series, row.Number }).IsUnique().HasFilter(Living);
        builder.HasIndex(row => new { row.AgencyId, row.NumberYear, row.Symbol, row.Number }).IsUnique().HasFilter(Living);
        builder.HasIndex(row => new { row.AgencyId, row.NumberYear, row.BookOrder, row.Id });
        builder.HasIndex(row => row.PdfSha256);
    }
}

internal sealed class ReportFollowUpConfiguration : IEntityTypeConfiguration<ReportFollowUp>
{
    public void Configure(EntityTypeBuilder<ReportFollowUp> builder)
    {
        builder.Property(row => row.DocumentKind).HasMaxLength(ReferenceDocument.KindLength);
        builder.Property(row => row.Symbol).HasMaxLength(AgencyProfile.SymbolLength);
        builder.Property(row => row.Content).HasMaxLength(ReportEvent.ReasonLength);
        builder.Property(row => row.PdfSha256).HasMaxLength(FileStore.HashLength);
        builder.Property(row => row.FileName).HasMaxLength(Attachment.FileNameLength);
        builder.Ignore(row => row.NumberText);
        builder.RefersTo(row => row.Entry, nameof(ReportFollowUp.EntryId));
        builder.HasIndex(row => row.PdfSha256);
    }
}

internal sealed class NumberCounterConfiguration : IEntityTypeConfiguration<NumberCounter>
{
    public void Configure(EntityTypeBuilder<NumberCounter> builder)
    {
        builder.Property(row => row.Series).HasMaxLength(ReferenceDocument.KindLength);
        builder.HasIndex(row => new { row.AgencyId, row.Year, row.Series }).IsUnique();
    }
}
