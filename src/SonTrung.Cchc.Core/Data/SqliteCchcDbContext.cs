using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Core.Data;

/// <summary>The same model on SQLite, the embedded default.</summary>
public sealed class SqliteCchcDbContext(DbContextOptions<SqliteCchcDbContext> options, CurrentAccess access, TimeProvider time)
    : CchcDbContext(options, access, time)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no decimal type; as text it could be neither summed nor compared.
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
    }

    /// <inheritdoc/>
    protected override void ConfigureProvider(ModelBuilder builder)
    {
    }

    private protected override IDisposable? TakeWriteTurn() => WriteTurn.Take(Database.GetConnectionString()!);

    private protected override Task<IDisposable?> TakeWriteTurnAsync(CancellationToken cancellation) =>
        WriteTurn.TakeAsync(Database.GetConnectionString()!, cancellation);
}
