using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Features.DeclaredFigures;

/// <summary>Số liệu khác.</summary>
public sealed class FigureForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new figure.</summary>
    public Guid Version { get; set; }

    /// <summary>The reporting year.</summary>
    [Required]
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    [Display(Name = nameof(SharedTexts.Year), ResourceType = typeof(SharedTexts))]
    public int? Year { get; set; }

    /// <summary>What it counts.</summary>
    [Required, StringLength(DeclaredFigure.TextLength)]
    [Display(Name = nameof(FigureTexts.Name), ResourceType = typeof(FigureTexts), Description = nameof(FigureTexts.NameHint))]
    public string Name { get; set; } = "";

    /// <summary>The figure.</summary>
    [Required]
    [Range(typeof(decimal), "-999999999999", "999999999999", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    [Display(Name = nameof(FigureTexts.Value), ResourceType = typeof(FigureTexts))]
    public decimal? Value { get; set; }

    /// <summary>Its unit.</summary>
    [Required, StringLength(DeclaredFigure.TextLength)]
    [Display(Name = nameof(FigureTexts.Unit), ResourceType = typeof(FigureTexts), Description = nameof(FigureTexts.UnitHint))]
    public string Unit { get; set; } = "";

    /// <summary>Where it comes from.</summary>
    [Required, StringLength(DeclaredFigure.TextLength)]
    [Display(Name = nameof(FigureTexts.Source), ResourceType = typeof(FigureTexts), Description = nameof(FigureTexts.SourceHint))]
    public string Source { get; set; } = "";

    /// <summary>The day it was true.</summary>
    [Required]
    [Display(Name = nameof(FigureTexts.AsOf), ResourceType = typeof(FigureTexts))]
    public DateOnly? AsOf { get; set; }

    /// <summary>The document that states it.</summary>
    [Display(Name = nameof(FigureTexts.Document), ResourceType = typeof(FigureTexts))]
    public long? ReferenceDocumentId { get; set; }

    internal FigureInput ToInput() => new()
    {
        Year = Year!.Value,
        Name = Name,
        Value = Value!.Value,
        Unit = Unit,
        Source = Source,
        AsOf = AsOf!.Value,
        ReferenceDocumentId = ReferenceDocumentId,
    };

    internal static FigureForm Of(DeclaredFigure row) => new()
    {
        Version = row.Version,
        Year = row.Year,
        Name = row.Name,
        Value = row.Value,
        Unit = row.Unit,
        Source = row.Source,
        AsOf = row.AsOf,
        ReferenceDocumentId = row.ReferenceDocumentId,
    };
}

/// <summary>What the list is asked for.</summary>
public sealed record FigureQuery
{
    /// <summary>The reporting year.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public FigureOrder Order { get; init; }

    internal FigureFilter ToFilter() => new(Year, Search, Order);
}

/// <summary>The list with what it was asked for.</summary>
/// <param name="Query">What it was asked for.</param>
/// <param name="List">What was found.</param>
/// <param name="MayEdit">Whether the user enters figures.</param>
public sealed record FigurePage(FigureQuery Query, FigureList List, bool MayEdit);

/// <summary>The form with what it offers.</summary>
/// <param name="Id">The figure; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Theirs">After a conflict: what somebody else saved.</param>
public sealed record FigureEditor(long? Id, FigureForm Form, FigureChoices Choices, Theirs? Theirs = null);
