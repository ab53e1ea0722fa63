using System.Text;
using System.Text.Json;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>The words by which an entry is found: who, which row, and what the row says.</summary>
internal static class AuditSearchText
{
    /// <summary>More of a row's texts than this only makes the audit large, characters.</summary>
    private const int Longest = 400;

    /// <summary>Longest value that a person would look for; hashes and codes are no words.</summary>
    private const int LongestCode = 40;

    public static string Of(AuditEntry entry)
    {
        var text = new StringBuilder(entry.UserName).Append(' ').Append(entry.EntityId);
        AddValues(text, entry.After);
        AddValues(text, entry.Before);
        if (entry.RowText.Length > 0)
        {
            text.Append(' ').Append(Cut(entry.RowText));
        }

        return text.ToString();
    }

    private static void AddValues(StringBuilder text, string? json)
    {
        if (json is null)
        {
            return;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (text.Length < Longest && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.GetString()!.Trim() is { Length: > 0 } value && !IsCode(value))
            {
                text.Append(' ').Append(Cut(value));
            }
            else if (reader.TokenType == JsonTokenType.Number)
            {
                text.Append(' ').Append(Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }
    }

    /// <summary>A letter of two code units is not torn apart.</summary>
    private static ReadOnlySpan<char> Cut(string value) => value.Length <= Longest
        ? value
        : value.AsSpan(0, char.IsHighSurrogate(value[Longest - 1]) ? Longest - 1 : Longest);

    private static bool IsCode(string value) => value.Length > LongestCode && !value.Contains(' ', StringComparison.Ordinal);
}
