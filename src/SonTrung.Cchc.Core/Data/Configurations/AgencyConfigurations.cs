using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.Property(agency => agency.Code).HasMaxLength(Agency.CodeLength);
        builder.Property(agency => agency.Name).HasMaxLength(Agency.NameLength);
        builder.HasIndex(agency => agency.Code).IsUnique();
    }
}

internal sealed class AgencySuperiorConfiguration : IEntityTypeConfiguration<AgencySuperior>
{
    public void Configure(EntityTypeBuilder<AgencySuperior> builder)
    {
        builder.HasOne(row => row.Superior).WithMany().HasForeignKey(row => row.SuperiorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.AgencyId, row.ValidFrom }).IsUnique();
    }
}

internal sealed class AgencyProfileConfiguration : IEntityTypeConfiguration<AgencyProfile>
{
    public void Configure(EntityTypeBuilder<AgencyProfile> builder)
    {
        builder.HasOne(profile => profile.Agency).WithMany().HasForeignKey(profile => profile.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.Owns(profile => profile.Recipients, nameof(AgencyRecipient.ProfileId));
        builder.HasIndex(profile => new { profile.AgencyId, profile.ValidFrom }).IsUnique();
        builder.Property(profile => profile.FullName).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.ShortName).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.LaterName).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.SuperiorLine).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.LetterheadLines).HasMaxLength(2 * AgencyProfile.NameLength);
        builder.Property(profile => profile.AuthorityName).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.PlaceName).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.SymbolCode).HasMaxLength(AgencyProfile.SymbolLength);
        builder.Property(profile => profile.ArchiveLine).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.SuperiorName).HasMaxLength(AgencyProfile.NameLength);
        builder.Property(profile => profile.OneStopName).HasMaxLength(AgencyProfile.NameLength);
    }
}

internal sealed class AgencyRecipientConfiguration : IEntityTypeConfiguration<AgencyRecipient>
{
    public void Configure(EntityTypeBuilder<AgencyRecipient> builder)
    {
        builder.HasOne(line => line.RecipientAgency).WithMany().HasForeignKey(line => line.RecipientAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(line => line.PrintedText).HasMaxLength(AgencyProfile.NameLength);
    }
}

internal sealed class SignerConfiguration : IEntityTypeConfiguration<Signer>
{
    public void Configure(EntityTypeBuilder<Signer> builder)
    {
        builder.Property(signer => signer.FullName).HasMaxLength(Signer.NameLength);
        builder.Property(signer => signer.Post).HasMaxLength(Signer.PostLength);
        builder.Property(signer => signer.HeadPost).HasMaxLength(Signer.PostLength);
        builder.Property(signer => signer.Certificate).HasMaxLength(Signer.CertificateLength);
        builder.Property(signer => signer.Scope).HasMaxLength(Signer.ScopeLength);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(signer => signer.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.Property(department => department.Name).HasMaxLength(Department.NameLength);
        builder.RefersTo(department => department.Successor, nameof(Department.SuccessorId));
    }
}

internal sealed class ReportingPeriodConfiguration : IEntityTypeConfiguration<ReportingPeriod>
{
    public void Configure(EntityTypeBuilder<ReportingPeriod> builder) =>
        builder.HasIndex(period => new { period.AgencyId, period.Year, period.Kind, period.Ordinal }).IsUnique();
}

internal sealed class AgencySettingsConfiguration : IEntityTypeConfiguration<AgencySettings>
{
    public void Configure(EntityTypeBuilder<AgencySettings> builder)
    {
        builder.Property(settings => settings.ContactEmail).HasMaxLength(Superior.ReportReminder.AddressLength);
        builder.HasIndex(settings => settings.AgencyId).IsUnique();
    }
}

internal sealed class PortalSettingsConfiguration : IEntityTypeConfiguration<PortalSettings>
{
    public void Configure(EntityTypeBuilder<PortalSettings> builder)
    {
        builder.Property(settings => settings.SupportLine).HasMaxLength(PortalSettings.SupportLength);
        builder.Property(settings => settings.KeepingDecision).HasMaxLength(PortalSettings.DecisionLength);
        builder.Property(settings => settings.KeepingDecidedBy).HasMaxLength(Accounts.UserAccount.NameLength);
    }
}
