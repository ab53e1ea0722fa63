using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What stands behind the sentences of a report: the rows they were made from and the figures they state. Frozen with each submission.</summary>
public sealed record EvidenceSnapshot
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The text is stored and hashed, never written into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The sentences, top to bottom.</summary>
    public required IReadOnlyList<LineEvidence> Lines { get; init; }

    /// <summary>The rows, each once however many sentences rest on it.</summary>
    public required IReadOnlyList<EvidenceItem> Items { get; init; }

    /// <summary>The evidence of one sentence, or null.</summary>
    public LineEvidence? Of(string lineId) => Lines.FirstOrDefault(line => line.Id == lineId);

    /// <summary>The rows behind a sentence.</summary>
    public IEnumerable<EvidenceItem> ItemsOf(LineEvidence line) => line.Items.Select(index => Items[index]);

    /// <summary>Writes the one JSON form: the same evidence always gives the same characters.</summary>
    public static string Write(EvidenceSnapshot evidence) => JsonSerializer.Serialize(evidence, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no such evidence.</exception>
    public static EvidenceSnapshot Read(string json) =>
        JsonSerializer.Deserialize<EvidenceSnapshot>(json, Options) ?? throw new JsonException("The JSON is null.");

    /// <summary>The same without files, for receivers to whom they were not released.</summary>
    public EvidenceSnapshot WithoutFiles() => this with { Items = Items.Select(item => item with { Files = [] }).ToList() };
}

/// <summary>The evidence of one sentence.</summary>
public sealed record LineEvidence
{
    /// <summary>The line's key, the block's in the document.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The figures that the composer's text states.</summary>
    public IReadOnlyList<EvidenceFigure> Figures { get; init; } = [];

    /// <summary>The rows, as places in <see cref="EvidenceSnapshot.Items"/>.</summary>
    public IReadOnlyList<int> Items { get; init; } = [];
}

/// <summary>A figure with its unit.</summary>
/// <param name="Unit">"tin, bài".</param>
/// <param name="Value">The figure.</param>
public sealed record EvidenceFigure(string Unit, decimal Value);

/// <summary>A row behind a sentence.</summary>
public sealed record EvidenceItem
{
    /// <summary>What it is.</summary>
    public required OriginKind Kind { get; init; }

    /// <summary>Its key.</summary>
    public required long RowId { get; init; }

    /// <summary>What it says.</summary>
    public required string Title { get; init; }

    /// <summary>An activity's first day, a document's date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>An activity's last day, when it is another.</summary>
    public DateOnly? To { get; init; }

    /// <summary>An activity's place.</summary>
    public string? Place { get; init; }

    /// <summary>The unit that did it.</summary>
    public string? Department { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<EvidenceFigure> Figures { get; init; } = [];

    /// <summary>Web addresses.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Documents, as cited.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Files.</summary>
    public IReadOnlyList<EvidenceFileLink> Files { get; init; } = [];
}

/// <summary>A file behind a sentence.</summary>
/// <param name="Id">The attachment.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Length">Its size, bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="ThumbnailSha256">The SHA-256 of the small picture; null for what is no picture.</param>
public sealed record EvidenceFileLink(long Id, string FileName, string ContentType, long Length, string Sha256, string? ThumbnailSha256);
