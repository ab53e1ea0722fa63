using System.Globalization;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>One rule of the checker. Pure: the same document and knowledge give the same findings. A rule makes general statements, never about one text.</summary>
public abstract class CheckRule
{
    /// <summary>What it is.</summary>
    public abstract RuleInfo Info { get; }

    /// <summary>What it finds.</summary>
    public abstract IEnumerable<Finding> Check(CheckedText text);

    /// <summary>A finding at marked characters of a block.</summary>
    /// <param name="place">The characters; a length of 0 means the whole block.</param>
    /// <param name="message">What is wrong, naming the words.</param>
    /// <param name="replacement">What should stand there, when it is known.</param>
    /// <param name="isSafe">Whether one click may put it there.</param>
    private protected Finding At(TextPlace place, string message, string? replacement = null, bool isSafe = false) => new()
    {
        Rule = Info,
        BlockId = place.Block.Id,
        Start = place.Start,
        Length = place.Length,
        Message = message,
        Replacement = replacement,
        IsSafe = isSafe && replacement is not null && Info.Kind != RuleKind.Judgement,
    };

    /// <summary>A finding that speaks of a whole block.</summary>
    private protected Finding At(ReadBlock block, string message, string? replacement = null, bool isSafe = false) =>
        At(new TextPlace(block, 0, replacement is null ? 0 : block.Text.Length), message, replacement, isSafe);

    /// <summary>A finding without a place.</summary>
    private protected Finding Missing(string message) => new() { Rule = Info, Message = message };

    /// <summary>Fills a text's places.</summary>
    private protected static string Say(string text, params object?[] values) => string.Format(CultureInfo.GetCultureInfo("vi-VN"), text, values);
}

/// <summary>Characters of a block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Start">The first, from 0.</param>
/// <param name="Length">How many; 0 for the whole block.</param>
internal readonly record struct TextPlace(ReadBlock Block, int Start, int Length)
{
    public string Text => Block.Text.Substring(Start, Length);
}

/// <summary>A document under the checker, with what the agency knows.</summary>
/// <param name="document">The document.</param>
/// <param name="knowledge">What is known beside the text; empty for a foreign text.</param>
public sealed class CheckedText(ReadDocument document, CheckKnowledge knowledge)
{
    private TextFacts? facts;

    /// <summary>The document.</summary>
    public ReadDocument Document { get; } = document;

    /// <summary>What is known beside the text; empty for a foreign text.</summary>
    public CheckKnowledge Knowledge { get; } = knowledge;

    /// <summary>What several rules ask of the text, found once.</summary>
    internal TextFacts Facts => facts ??= new TextFacts(this);
}

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

    /// <summary>The agency's names on that day; null for a foreign text.</summary>
    public KnownAgency? Agency { get; init; }

    /// <summary>Who may sign on that day.</summary>
    public IReadOnlyList<KnownSigner> Signers { get; init; } = [];

    /// <summary>The agency's plans and documents.</summary>
    public IReadOnlyList<KnownDocument> Documents { get; init; } = [];

    /// <summary>What last year left behind; null for a foreign text.</summary>
    public KnownLastYear? LastYear { get; init; }

    /// <summary>The lines of the own report by their block's id.</summary>
    public IReadOnlyDictionary<string, KnownLine> Lines { get; init; } = new Dictionary<string, KnownLine>();
}

/// <summary>An agency's names.</summary>
/// <param name="FullName">"Ủy ban nhân dân xã Hương Sơn".</param>
/// <param name="ShortName">"UBND xã Hương Sơn".</param>
/// <param name="Place">"Hương Sơn".</param>
public sealed record KnownAgency(string FullName, string ShortName, string Place);

/// <summary>A person who may sign.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Post">The post in capitals.</param>
public sealed record KnownSigner(string Name, string Post);

/// <summary>A document that the agency keeps.</summary>
/// <param name="Kind">"Kế hoạch".</param>
/// <param name="Number">"18/KH-UBND".</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Issuer">Who issued it; empty for the own agency.</param>
public sealed record KnownDocument(string Kind, string Number, DateOnly? IssuedOn, string Issuer);

/// <summary>A line of the own report.</summary>
/// <param name="IsComposed">The portal wrote it and nobody changed it.</param>
/// <param name="Figures">What the data behind it add up to, by unit.</param>
public sealed record KnownLine(bool IsComposed, IReadOnlyList<KnownFigure> Figures)
{
    /// <summary>What a line that sums up the plan states; null for all others.</summary>
    public KnownPlan? Plan { get; init; }

    /// <summary>The plan's line that a shortcoming speaks of and that is met by now; null for all others.</summary>
    public string? MetItem { get; init; }
}

/// <summary>How far the plan is.</summary>
/// <param name="Tasks">Its lines.</param>
/// <param name="Met">Those that are met.</param>
/// <param name="Share">Their share as printed, percent; null when the line does not state it.</param>
public sealed record KnownPlan(decimal Tasks, decimal Met, decimal? Share);

/// <summary>A sum over the data.</summary>
/// <param name="Value">The sum.</param>
/// <param name="Unit">"tin, bài".</param>
public sealed record KnownFigure(decimal Value, string Unit);
