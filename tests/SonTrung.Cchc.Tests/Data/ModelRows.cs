using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>
/// Makes a row of any entity from the model alone, with the rows it needs, so that an entity added tomorrow is tested too.
/// One row of a kind for each agency; what is shared by all agencies once.
/// </summary>
internal sealed class ModelRows(CchcDbContext db)
{
    private readonly Dictionary<(Type Type, long Agency), object> made = [];
    private int counter;

    /// <summary>The row of this kind of the agency, added to the context with everything it points at.</summary>
    public object Of(Type type, Agency agency)
    {
        var owner = type.IsAssignableTo(typeof(IAgencyOwned)) ? agency.Id : 0;
        if (!made.TryGetValue((type, owner), out var row))
        {
            row = New(db.Model.FindEntityType(type)!, agency);
            made.Add((type, owner), row);
            db.Add(row);
        }

        return row;
    }

    /// <summary>A row that is not yet in any context, with its foreign keys set.</summary>
    public object New(IEntityType type, Agency agency)
    {
        var row = Activator.CreateInstance(type.ClrType)!;
        foreach (var property in type.GetProperties().Where(property => property.PropertyInfo is not null && !property.IsNullable && !property.IsForeignKey()))
        {
            if (property.IsPrimaryKey() && property.ClrType == typeof(long))
            {
                Set(row, property.PropertyInfo!, IdGenerator.NewId());
            }
            else if (!property.IsConcurrencyToken)
            {
                Set(row, property.PropertyInfo!, Value(property));
            }
        }

        foreach (var navigation in type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()))
        {
            Set(row, navigation.PropertyInfo!, Activator.CreateInstance(navigation.ClrType)!);
            foreach (var text in navigation.ClrType.GetProperties().Where(property => property.PropertyType == typeof(byte[])))
            {
                text.SetValue(navigation.PropertyInfo!.GetValue(row), "secret"u8.ToArray());
            }
        }

        foreach (var key in type.GetForeignKeys().Where(key => key.Properties.All(property => !property.IsNullable)))
        {
            var principal = key.PrincipalEntityType.ClrType == typeof(Agency) ? agency : Of(key.PrincipalEntityType.ClrType, agency);
            foreach (var (own, theirs) in key.Properties.Zip(key.PrincipalKey.Properties))
            {
                Set(row, own.PropertyInfo!, theirs.PropertyInfo!.GetValue(principal)!);
            }
        }

        return row;
    }

    public static void Set(object row, PropertyInfo property, object? value) =>
        property.DeclaringType!.GetProperty(property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.SetValue(row, value);

    private object Value(IProperty property)
    {
        var type = property.ClrType;
        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0)!;
        }

        var number = ++counter;
        return type switch
        {
            _ when type == typeof(string) => $"x{number}"[..Math.Min(property.GetMaxLength() ?? 10, $"x{number}".Length)],
            _ when type == typeof(byte[]) => BitConverter.GetBytes(number),
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
            _ when type == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(bool) => false,
            _ => Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
