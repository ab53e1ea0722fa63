using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SonTrung.Cchc.Core.Scores;

namespace SonTrung.Cchc.Core.Data.Configurations;

internal sealed class ScoreRuleSetConfiguration : IEntityTypeConfiguration<ScoreRuleSet>
{
    public void Configure(EntityTypeBuilder<ScoreRuleSet> builder)
    {
        builder.Property(set => set.Name).HasMaxLength(ScoreRuleSet.NameLength);
        builder.Property(set => set.Source).HasMaxLength(ScoreRuleSet.SourceLength);
        builder.HasMany(set => set.Criteria).WithOne().HasForeignKey(criterion => criterion.SetId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(set => set.FirstYear).IsUnique();
    }
}

internal sealed class ScoreCriterionConfiguration : IEntityTypeConfiguration<ScoreCriterion>
{
    public void Configure(EntityTypeBuilder<ScoreCriterion> builder)
    {
        builder.Property(criterion => criterion.Code).HasMaxLength(ScoreCriterion.CodeLength);
        builder.Property(criterion => criterion.Name).HasMaxLength(ScoreCriterion.NameLength);
        builder.HasMany(criterion => criterion.Steps).WithOne().HasForeignKey(step => step.CriterionId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(criterion => criterion.Parts).WithOne().HasForeignKey(part => part.CriterionId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(criterion => new { criterion.SetId, criterion.Code }).IsUnique();
    }
}

internal sealed class ScorePartConfiguration : IEntityTypeConfiguration<ScorePart>
{
    public void Configure(EntityTypeBuilder<ScorePart> builder)
    {
        builder.Property(part => part.Name).HasMaxLength(ScoreCriterion.NameLength);
        builder.HasMany(part => part.Channels).WithOne().HasForeignKey(channel => channel.PartId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class ScorePartChannelConfiguration : IEntityTypeConfiguration<ScorePartChannel>
{
    public void Configure(EntityTypeBuilder<ScorePartChannel> builder) =>
        builder.HasOne<Catalogues.PropagandaChannel>().WithMany().HasForeignKey(channel => channel.ChannelId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class ScoreExplanationConfiguration : IEntityTypeConfiguration<ScoreExplanation>
{
    public void Configure(EntityTypeBuilder<ScoreExplanation> builder)
    {
        builder.Property(row => row.Code).HasMaxLength(ScoreCriterion.CodeLength);
        builder.Property(row => row.Text).HasMaxLength(ScoreExplanation.TextLength);
        builder.HasIndex(row => new { row.AgencyId, row.Year, row.Code }).IsUnique();
    }
}
