using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>What SQL Server would refuse only when the script runs, and the house rules that no configuration may forget.</summary>
public sealed partial class ModelTests
{
    /// <summary>Texts without a length, none of them searched or indexed.</summary>
    private static readonly string[] LongTexts =
    [
        "AuditEntry.After", "AuditEntry.Before", "DataProtectionKey.FriendlyName", "DataProtectionKey.Xml",
        "IdentityUserClaim`1.ClaimType", "IdentityUserClaim`1.ClaimValue", "IdentityUserLogin`1.ProviderDisplayName", "IdentityUserToken`1.Value",
        "ImportBatch.Choices",
        "NextYearTask.Text", "OldReport.BlocksJson", "OldReport.CreatedJson", "OldReport.SourceBreaks", "OldReport.SourceText", "ReportLine.AutoText", "ReportLine.BaseText", "ReportLine.Text",
        "ReportVersion.EvidenceJson", "ReportVersion.FiguresJson", "ReportVersion.ModelJson",
    ];

    [Fact]
    public void ForeignKeys_SqlServer_NeverCascadeInTheDatabase()
    {
        // Error 1785 (several cascade paths) needs a cascade; there is none.
        using var db = TestContexts.SqlServer();

        Assert.All(ForeignKeys(db), key => Assert.False(key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull, Name(key)));
    }

    [Fact]
    public void Keys_SqlServer_FitTheirIndexes()
    {
        using var db = TestContexts.SqlServer();
        var design = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(type => !type.IsMappedToJson()).ToList();
        var keys = design.SelectMany(type => type.GetKeys()).Select(key => (
            Where: $"{key.DeclaringEntityType.ClrType.Name} ({string.Join(", ", key.Properties.Select(property => property.Name))})",
            key.Properties,
            Limit: key.IsPrimaryKey() && key.IsClustered() != false ? 900 : 1700));
        var indexes = design.SelectMany(type => type.GetIndexes()).Select(index => (
            Where: $"{index.DeclaringEntityType.ClrType.Name} ({string.Join(", ", index.Properties.Select(property => property.Name))})",
            index.Properties,
            Limit: 1700));

        Assert.All(keys.Concat(indexes), key => Assert.True(
            key.Properties.Sum(Bytes) <= key.Limit, $"{key.Where}: {key.Properties.Sum(Bytes)} of {key.Limit} bytes"));
    }

    [Fact]
    public void Rows_SqlServer_FitAPage()
    {
        using var db = TestContexts.SqlServer();

        // Long texts leave the row and keep a pointer of 24 bytes in it.
        Assert.All(db.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()), type => Assert.True(
            type.GetProperties().Sum(property => Math.Min(Bytes(property), IsVariable(property) ? 24 : int.MaxValue)) <= 8060, type.Name));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Texts_ExceptNamedOnes_HaveALength(string provider)
    {
        using var db = TestContexts.For(provider);

        var unlimited = db.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(type => type.GetProperties())
            .Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null)
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}").Order(StringComparer.Ordinal);
        Assert.Empty(unlimited.Except(LongTexts));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void ForeignKeys_FromAgencysRowToAgencysRow_CarryTheAgency(string provider)
    {
        using var db = TestContexts.For(provider);

        Assert.All(
            ForeignKeys(db).Where(key => IsOwned(key.DeclaringEntityType) && IsOwned(key.PrincipalEntityType)),
            key => Assert.True(
                key.Properties[0].Name == nameof(IAgencyOwned.AgencyId) && key.PrincipalKey.Properties[0].Name == nameof(IAgencyOwned.AgencyId),
                Name(key)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void AgencysRows_Always_AreFilteredAndCheckTheirOwnerInEveryWrite(string provider)
    {
        using var db = TestContexts.For(provider);
        var owned = db.Model.GetEntityTypes().Where(IsOwned).ToList();

        Assert.NotEmpty(owned);
        Assert.All(owned, type => Assert.NotNull(type.FindDeclaredQueryFilter(CchcDbContext.AgencyFilter)));
        Assert.All(owned, type => Assert.True(type.FindProperty(nameof(IAgencyOwned.AgencyId))!.IsConcurrencyToken, type.Name));
    }

    [Fact]
    public void Rows_WithAnAgency_AreAgencyOwnedOrNamedHere()
    {
        using var db = TestContexts.SqlServer();

        var others = db.Model.GetEntityTypes().Where(type => !IsOwned(type) && type.FindProperty(nameof(IAgencyOwned.AgencyId)) is not null)
            .Select(type => type.ClrType.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["AuditEntry", "OutlineTemplate", "SentencePattern", nameof(UserAccount)], others);
    }

    [Theory]
    [InlineData("Sqlite", "TEXT")]
    [InlineData("SqlServer", "nvarchar(60)")]
    public void Enums_Always_AreStoredByName(string provider, string type)
    {
        using var db = TestContexts.For(provider);
        var choices = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum).ToList();

        Assert.NotEmpty(choices);
        Assert.All(choices, property => Assert.Equal(type, property.GetColumnType()));
    }

    private static IEnumerable<IForeignKey> ForeignKeys(CchcDbContext db) => db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys());

    private static bool IsOwned(IEntityType type) => type.ClrType.IsAssignableTo(typeof(IAgencyOwned));

    private static string Name(IForeignKey key) =>
        $"{key.DeclaringEntityType.ClrType.Name} ({string.Join(", ", key.Properties.Select(property => property.Name))}) → {key.PrincipalEntityType.ClrType.Name}";

    private static bool IsVariable(IProperty property) => property.GetColumnType().Contains("var", StringComparison.Ordinal);

    private static int Bytes(IProperty property)
    {
        var type = StoreType().Match(property.GetColumnType());
        int? length = int.TryParse(type.Groups["length"].Value, CultureInfo.InvariantCulture, out var number) ? number : null;
        return type.Groups["name"].Value switch
        {
            "nvarchar" => length is { } characters ? 2 * characters : int.MaxValue / 8,
            "binary" => length!.Value,
            "varbinary" => length ?? int.MaxValue / 8,
            "bit" => 1,
            "date" => 3,
            "int" => 4,
            "bigint" or "datetime2" => 8,
            "decimal" => 9,
            "datetimeoffset" => 10,
            "uniqueidentifier" => 16,
            var other => throw new InvalidOperationException($"How many bytes has {other}?"),
        };
    }

    [GeneratedRegex(@"^(?<name>\w+)(\((?<length>\w+)(,\d+)?\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex StoreType();
}
