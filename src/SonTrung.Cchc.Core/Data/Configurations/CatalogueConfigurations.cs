using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Catalogues;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal abstract class CatalogueConfiguration<T> : IEntityTypeConfiguration<T> where T : CatalogueEntry
{
    public virtual void Configure(EntityTypeBuilder<T> builder)
    {
        builder.Property(entry => entry.Code).HasMaxLength(CatalogueEntry.CodeLength);
        builder.Property(entry => entry.Name).HasMaxLength(CatalogueEntry.NameLength);
        builder.HasIndex(entry => entry.Code).IsUnique();
        builder.Ignore(entry => entry.OwnName);
    }
}

internal sealed class TopicConfiguration : CatalogueConfiguration<Topic>;

internal sealed class PropagandaChannelConfiguration : CatalogueConfiguration<PropagandaChannel>;

internal sealed class IndicatorConfiguration : CatalogueConfiguration<Indicator>
{
    public override void Configure(EntityTypeBuilder<Indicator> builder)
    {
        base.Configure(builder);
        builder.Property(indicator => indicator.Unit).HasMaxLength(Indicator.UnitLength);
    }
}

internal sealed class ShortcomingCauseConfiguration : CatalogueConfiguration<ShortcomingCause>;

internal sealed class CatalogueLocalNameConfiguration : IEntityTypeConfiguration<CatalogueLocalName>
{
    public void Configure(EntityTypeBuilder<CatalogueLocalName> builder)
    {
        builder.Property(row => row.Name).HasMaxLength(CatalogueEntry.NameLength);
        builder.HasOne(row => row.Topic).WithMany().HasForeignKey(row => row.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Channel).WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Indicator).WithMany().HasForeignKey(row => row.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Cause).WithMany().HasForeignKey(row => row.CauseId).OnDelete(DeleteBehavior.Restrict);
    }
}
