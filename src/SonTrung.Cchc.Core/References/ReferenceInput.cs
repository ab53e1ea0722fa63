using SonTrung.Cchc.Core.Lists;

namespace SonTrung.Cchc.Core.References;

/// <summary>What a person enters about a document. Texts are cleaned by <see cref="ReferenceService"/>.</summary>
public sealed record ReferenceInput
{
    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>"Quyết định".</summary>
    public required string Kind { get; init; }

    /// <summary>Number and symbol to the letter.</summary>
    public string? Number { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Who issued it; left out when the own agency did.</summary>
    public string? Issuer { get; init; }

    /// <summary>Issued by the own agency.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The subject; a leading "về" or "V/v" is taken off, the citation writes it.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is for.</summary>
    public ReferencePurpose Purpose { get; init; }

    /// <summary>Uploaded files with its text; its other files stay.</summary>
    public IReadOnlyList<long> AttachmentIds { get; init; } = [];
}

/// <summary>Which documents a list shows.</summary>
/// <param name="Year">The reporting year; the current one when null.</param>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="Kind">A kind to the letter.</param>
/// <param name="Order">Their order.</param>
public sealed record ReferenceFilter(
    int? Year = null, string? Search = null, ReferencePurpose? Purpose = null, string? Kind = null, ReferenceOrder Order = ReferenceOrder.Newest);

/// <summary>The orders of the list.</summary>
public enum ReferenceOrder
{
    /// <summary>By date, newest first, those without a date last.</summary>
    Newest,

    /// <summary>By subject in the Vietnamese alphabet.</summary>
    Subject,
}

/// <summary>The list of documents.</summary>
/// <param name="Year">The year shown, and those to choose from.</param>
/// <param name="Kinds">The kinds of that year.</param>
/// <param name="Page">The rows.</param>
public sealed record ReferenceList(YearChoice Year, IReadOnlyList<string> Kinds, ListPage<ReferenceRow> Page);

/// <summary>A row of the list.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">"Quyết định".</param>
/// <param name="Number">Number and symbol.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Issuer">Who issued it; empty for the own agency.</param>
/// <param name="IsOwn">Issued by the own agency.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Uses">Plan lines, activities, reports and figures that name it.</param>
public sealed record ReferenceRow(
    long Id, string Kind, string Number, DateOnly? IssuedOn, string Issuer, bool IsOwn, string Subject, ReferencePurpose Purpose, int Uses) : IListRow;

/// <summary>How a document will be cited, and what looks wrong in it.</summary>
/// <param name="Text">The citation as the report prints it where the document is mentioned first.</param>
/// <param name="ExpectedSymbol">See <see cref="DocumentKinds.ExpectedSymbol"/>.</param>
/// <param name="IsRepeated">Another document has the same number, day and issuer (Phụ lục VI, III.1.h).</param>
public sealed record ReferenceCitation(string Text, string? ExpectedSymbol, bool IsRepeated);

/// <summary>A document with what hangs on it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Citation">Its citation.</param>
/// <param name="Uses">Where it is used.</param>
public sealed record ReferenceDetail(ReferenceDocument Document, ReferenceCitation Citation, IReadOnlyList<ReferenceUse> Uses);

/// <summary>A place where a document is used.</summary>
/// <param name="By">What names it.</param>
/// <param name="Id">The key of that.</param>
/// <param name="Year">Its reporting year.</param>
/// <param name="Text">What it says; empty for a report.</param>
public sealed record ReferenceUse(ReferenceUser By, long Id, int Year, string Text);

/// <summary>What may name a document.</summary>
public enum ReferenceUser
{
    /// <summary>A line of the plan.</summary>
    PlanItem,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A report cites it as its basis.</summary>
    Report,

    /// <summary>A declared figure.</summary>
    Figure,
}
