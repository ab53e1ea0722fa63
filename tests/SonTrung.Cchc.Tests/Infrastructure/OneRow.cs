using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>One row in which every number is 1 and every text "0", which is also the first value of every enum.</summary>
internal sealed class OneRow : DbDataReader
{
    private bool isRead;

    public override int FieldCount => 1000;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => throw new NotSupportedException();

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => !isRead && (isRead = true);

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => true;

    public override byte GetByte(int ordinal) => 1;

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override char GetChar(int ordinal) => '0';

    public override string GetString(int ordinal) => "0";

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override DateTime GetDateTime(int ordinal) => new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override T GetFieldValue<T>(int ordinal) => (T)(object)(typeof(T) switch
    {
        var type when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
        var type when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        var type when type == typeof(byte[]) => Array.Empty<byte>(),
        var type => throw new NotSupportedException($"A value of {type.Name}?"),
    });

    public override object GetValue(int ordinal) => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override string GetName(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    public override int GetOrdinal(string name) => throw new NotSupportedException();

    // Split queries are buffered, and the buffer asks for these without using them.
    public override string GetDataTypeName(int ordinal) => "";

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
