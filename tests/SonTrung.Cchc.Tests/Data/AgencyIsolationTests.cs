using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>For every kind of row that belongs to an agency, as the model names them: each way into another agency's rows.</summary>
public sealed class AgencyIsolationTests(AgencyIsolationTests.TwoAgencies data) : IClassFixture<AgencyIsolationTests.TwoAgencies>
{
    public static TheoryData<string> Kinds()
    {
        using var db = TestContexts.Sqlite(":memory:");
        return new TheoryData<string>(OwnedTypes(db).Select(type => type.ClrType.Name));
    }

    public static TheoryData<string, string> References()
    {
        using var db = TestContexts.Sqlite(":memory:");
        var references = new TheoryData<string, string>();
        foreach (var key in OwnedTypes(db).SelectMany(type => type.GetForeignKeys()).Where(key => IsOwned(key.PrincipalEntityType)))
        {
            references.Add(key.DeclaringEntityType.ClrType.Name, key.Properties[^1].Name);
        }

        return references;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_OtherAgencysRow_IsNeitherListedNorFound(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        var type = data.TypeOf(db, kind);

        Assert.Equal([data.One.Id], Rows(db, type).Select(row => row.AgencyId));
        Assert.Null(db.Find(type.ClrType, data.IdOf(type, data.Other)));
        Assert.NotNull(db.Find(type.ClrType, data.IdOf(type, data.One)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_NobodysScope_SeesNothing(string kind)
    {
        using var db = data.Open(AccessScope.Nobody);

        Assert.Empty(Rows(db, data.TypeOf(db, kind)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_SystemAdministrator_SeesNoAgencysRowsButWhomTheyReportTo(string kind)
    {
        using var db = data.Open(AccessScope.ForUser(7, "hethong", null));

        Assert.Equal(kind == nameof(AgencySuperior) ? 2 : 0, Rows(db, data.TypeOf(db, kind)).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_SystemScope_SeesBothAgencies(string kind)
    {
        using var db = data.Open(AccessScope.System("test"));

        Assert.Equal(2, Rows(db, data.TypeOf(db, kind)).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Insert_ForOtherAgency_IsRefused(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        db.Add(data.NewRow(kind, data.Other));

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Insert_WithoutScope_IsRefused(string kind)
    {
        using var db = data.Open(AccessScope.Nobody);
        db.Add(data.NewRow(kind, data.One));

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Update_OtherAgencysRowAttached_IsRefused(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        db.Entry(data.Stored(kind, data.Other)).State = EntityState.Modified;

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Delete_OtherAgencysRowAttached_IsRefused(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        db.Entry(data.Stored(kind, data.Other)).State = EntityState.Deleted;

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Delete_OtherAgencysRowPretendedToBeOwn_FindsNoRow(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        var row = data.Stored(kind, data.Other);
        ModelRows.Set(row, row.GetType().GetProperty(nameof(IAgencyOwned.AgencyId))!, data.One.Id);
        db.Entry(row).State = EntityState.Deleted;

        var refusal = Assert.ThrowsAny<Exception>(() => db.SaveChanges());

        Assert.True(refusal is DbUpdateConcurrencyException or AgencyIsolationException, refusal.ToString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Update_OtherAgencysRowPretendedToBeOwn_FindsNoRow(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        var row = data.Stored(kind, data.Other);
        ModelRows.Set(row, row.GetType().GetProperty(nameof(IAgencyOwned.AgencyId))!, data.One.Id);
        db.Entry(row).State = EntityState.Unchanged;
        var column = db.Entry(row).Properties.First(property =>
            !property.Metadata.IsKey() && !property.Metadata.IsConcurrencyToken);
        column.IsModified = true;

        var refusal = Assert.ThrowsAny<Exception>(() => db.SaveChanges());

        Assert.True(refusal is DbUpdateConcurrencyException or AgencyIsolationException, refusal.ToString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Update_OwnRowIntoOtherAgency_IsRefused(string kind)
    {
        using var db = data.Open(data.ScopeOfOne);
        var type = data.TypeOf(db, kind);
        var row = db.Find(type.ClrType, data.IdOf(type, data.One))!;

        Assert.ThrowsAny<InvalidOperationException>(() =>
        {
            db.Entry(row).Property(nameof(IAgencyOwned.AgencyId)).CurrentValue = data.Other.Id;
            db.SaveChanges();
        });
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Insert_PointingAtOtherAgencysRow_IsRefusedByTheDatabase(string kind, string reference)
    {
        using var db = data.Open(AccessScope.System("test"));
        var type = data.TypeOf(db, kind);
        var key = type.GetForeignKeys().Single(key => key.Properties[^1].Name == reference && IsOwned(key.PrincipalEntityType));
        var row = data.NewRow(kind, data.One);
        ModelRows.Set(row, key.Properties[^1].PropertyInfo!, data.IdOf(key.PrincipalEntityType, data.Other));
        db.Add(row);

        var refusal = Assert.Throws<DbUpdateException>(() => db.SaveChanges());

        Assert.Equal(787, Assert.IsType<SqliteException>(refusal.InnerException).SqliteExtendedErrorCode);
    }

    private static IEnumerable<IEntityType> OwnedTypes(CchcDbContext db) => db.Model.GetEntityTypes().Where(IsOwned);

    private static bool IsOwned(IEntityType type) => type.ClrType.IsAssignableTo(typeof(IAgencyOwned));

    private static List<IAgencyOwned> Rows(CchcDbContext db, IEntityType type) =>
        ((IQueryable<IAgencyOwned>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!).ToList();

    /// <summary>Two communes with one row of every kind each.</summary>
    public sealed class TwoAgencies : IDisposable
    {
        private readonly TestDatabase database = new();
        private readonly Dictionary<(string Kind, long Agency), long> ids = [];

        public TwoAgencies()
        {
            One = Given.Agency(database, "xa-mot");
            Other = Given.Agency(database, "xa-hai");
            ScopeOfOne = AccessScope.ForUser(1, "canbo@xa-mot", One.Id);
            using var db = database.Open();
            var rows = new ModelRows(db);
            foreach (var (type, agency) in OwnedTypes(db).SelectMany(type => new[] { (type, One), (type, Other) }))
            {
                ids[(type.ClrType.Name, agency.Id)] = ((Entity)rows.Of(type.ClrType, agency)).Id;
            }

            db.SaveChanges();
        }

        internal Agency One { get; }

        internal Agency Other { get; }

        internal AccessScope ScopeOfOne { get; }

        public void Dispose() => database.Dispose();

        internal SqliteCchcDbContext Open(AccessScope scope) => database.Open(scope);

        internal IEntityType TypeOf(CchcDbContext db, string kind) => OwnedTypes(db).Single(type => type.ClrType.Name == kind);

        internal long IdOf(IEntityType type, Agency agency) => ids[(type.ClrType.Name, agency.Id)];

        /// <summary>A new row whose required neighbours are the stored ones of the same agency.</summary>
        internal object NewRow(string kind, Agency agency)
        {
            using var db = database.Open();
            var type = TypeOf(db, kind);
            var row = new ModelRows(db).New(type, agency);
            foreach (var key in type.GetForeignKeys().Where(key => IsOwned(key.PrincipalEntityType) && !key.Properties[^1].IsNullable))
            {
                ModelRows.Set(row, key.Properties[^1].PropertyInfo!, IdOf(key.PrincipalEntityType, agency));
            }

            return row;
        }

        /// <summary>The stored row, read in the system's scope and let go.</summary>
        internal object Stored(string kind, Agency agency)
        {
            using var db = database.Open();
            var type = TypeOf(db, kind);
            return db.Find(type.ClrType, IdOf(type, agency))!;
        }
    }
}
