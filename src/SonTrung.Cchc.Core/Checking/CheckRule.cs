using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>One rule of the checker. Pure: the same document and knowledge give the same findings. A rule makes general statements, never about one text.</summary>
public abstract class CheckRule
{
    /// <summary>What it is.</summary>
    public abstract RuleInfo Info { get; }

    /// <summary>What it finds.</summary>
    public abstract IEnumerable<Finding> Check(CheckedText text);
}

/// <summary>A document under the checker, with what the agency knows.</summary>
/// <param name="Document">The document.</param>
/// <param name="Knowledge">What is known beside the text; empty for a foreign text.</param>
public sealed record CheckedText(ReadDocument Document, CheckKnowledge Knowledge);

/// <summary>What the portal knows beside the text. Every part may be missing: a foreign text is checked by itself.</summary>
public sealed record CheckKnowledge
{
    /// <summary>Nothing is known.</summary>
    public static CheckKnowledge None { get; } = new();

    /// <summary>The reporting year.</summary>
    public int? Year { get; init; }

    /// <summary>The document's date, else the period's last day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Names, places and abbreviations that are no spelling mistakes here: people, hamlets, bodies.</summary>
    public IReadOnlySet<string> Names { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
