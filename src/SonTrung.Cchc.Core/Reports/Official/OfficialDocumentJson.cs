using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonTrung.Cchc.Core.Reports.Official;

/// <summary>The one JSON form of an <see cref="OfficialDocument"/>: the same document always gives the same characters.</summary>
public static class OfficialDocumentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The text is stored and hashed, never written into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Writes the document.</summary>
    public static string Write(OfficialDocument document) => JsonSerializer.Serialize(document, Options);

    /// <summary>Reads a document of a known schema.</summary>
    /// <exception cref="JsonException">The text is not such a document, or is of a later schema.</exception>
    public static OfficialDocument Read(string json)
    {
        var document = JsonSerializer.Deserialize<OfficialDocument>(json, Options)
            ?? throw new JsonException("The JSON is null.");
        return document.Schema is > 0 and <= OfficialDocument.CurrentSchema
            ? document
            : throw new JsonException($"Schema {document.Schema} is not one of 1…{OfficialDocument.CurrentSchema}.");
    }

    /// <summary>The SHA-256 of the written form (UTF-8), 64 lower-case hex digits: the content hash of a submission.</summary>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
