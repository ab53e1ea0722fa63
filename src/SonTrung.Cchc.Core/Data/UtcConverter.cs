using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Times are UTC in the database and say so when they come back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
