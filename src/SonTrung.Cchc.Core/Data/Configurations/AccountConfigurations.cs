using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Connections;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> builder)
    {
        builder.Property(user => user.FullName).HasMaxLength(UserAccount.NameLength);
        builder.Property(user => user.SortKey).HasMaxLength(DerivedValues.SortKeyLength);
        builder.Property(user => user.PasswordHash).HasMaxLength(400);
        builder.Property(user => user.SecurityStamp).HasMaxLength(100);
        builder.Property(user => user.ConcurrencyStamp).HasMaxLength(100);
        builder.HasOne(user => user.Agency).WithMany().HasForeignKey(user => user.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(user => new { user.AgencyId, user.DepartmentId })
            .HasPrincipalKey(department => new { department.AgencyId, department.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(user => new { user.AgencyId, user.SortKey });
    }
}

internal sealed class FormReceiptConfiguration : IEntityTypeConfiguration<FormReceipt>
{
    public void Configure(EntityTypeBuilder<FormReceipt> builder)
    {
        builder.HasKey(receipt => new { receipt.UserId, receipt.Key });
        builder.HasIndex(receipt => receipt.AtUtc);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.UserName).HasMaxLength(AuditEntry.UserNameLength);
        builder.Property(entry => entry.Entity).HasMaxLength(AuditEntry.EntityLength);
        builder.Property(entry => entry.EntityId).HasMaxLength(AuditEntry.EntityIdLength);
        builder.Property(entry => entry.CorrelationId).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.AgencyId, entry.AtUtc });
        builder.HasIndex(entry => new { entry.Entity, entry.EntityId });
        builder.Property(entry => entry.PreviousHash).HasMaxLength(AuditChain.HashBytes).IsFixedLength();
        builder.Property(entry => entry.Hash).HasMaxLength(AuditChain.HashBytes).IsFixedLength();
        builder.HasIndex(entry => entry.Sequence).IsUnique();
    }
}

internal sealed class AuditChainHeadConfiguration : IEntityTypeConfiguration<AuditChainHead>
{
    public void Configure(EntityTypeBuilder<AuditChainHead> builder)
    {
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(AuditChain.HashBytes).IsFixedLength();
        builder.HasData(new AuditChainHead());
    }
}

internal sealed class SystemTokenConfiguration : IEntityTypeConfiguration<SystemToken>
{
    public void Configure(EntityTypeBuilder<SystemToken> builder)
    {
        builder.Property(token => token.Name).HasMaxLength(SystemToken.NameLength);
        builder.Property(token => token.TokenHash).HasMaxLength(SystemToken.HashLength);
        builder.Property(token => token.TokenEnd).HasMaxLength(SystemToken.EndLength);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(token => token.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(token => token.RevokedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(token => token.TokenHash).IsUnique();
    }
}
