using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Features.Catalogues;

/// <summary>What the catalogues are asked for.</summary>
public sealed record CatalogueQuery
{
    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>One catalogue alone.</summary>
    [FromQuery(Name = "loai")]
    public CatalogueKind? Kind { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public CatalogueOrder Order { get; init; }

    /// <summary>Whether the rows stand as they are offered, none left out: then they can be put in order.</summary>
    internal bool IsWhole => string.IsNullOrWhiteSpace(Search) && Order == CatalogueOrder.Place;

    internal CatalogueFilter ToFilter() => new(
        Search,
        Kind is { } kind && Enum.IsDefined(kind) ? kind : null,
        Enum.IsDefined(Order) ? Order : CatalogueOrder.Place);

    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words()
    {
        if (ToFilter().Kind is { } kind)
        {
            yield return kind.Name();
        }
    }
}

/// <summary>Mục dùng chung.</summary>
public sealed class CatalogueForm : IValidatableObject
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new entry.</summary>
    public Guid Version { get; set; }

    /// <summary>The catalogue.</summary>
    [EnumDataType(typeof(CatalogueKind))]
    public CatalogueKind Kind { get; set; }

    /// <summary>The name.</summary>
    [Required, StringLength(CatalogueEntry.NameLength)]
    [Display(Name = nameof(CatalogueTexts.Name), ResourceType = typeof(CatalogueTexts), Description = nameof(CatalogueTexts.NameHint))]
    public string Name { get; set; } = "";

    /// <summary>An indicator's unit.</summary>
    [StringLength(Indicator.UnitLength)]
    [Display(Name = nameof(CatalogueTexts.Unit), ResourceType = typeof(CatalogueTexts), Description = nameof(CatalogueTexts.UnitHint))]
    public string? Unit { get; set; }

    /// <summary>A channel's mode.</summary>
    [EnumDataType(typeof(ChannelMode))]
    [Display(Name = nameof(CatalogueTexts.Mode), ResourceType = typeof(CatalogueTexts))]
    public ChannelMode? Mode { get; set; }

    /// <summary>The first day; kept once it is saved.</summary>
    [Display(Name = nameof(CatalogueTexts.ValidFrom), ResourceType = typeof(CatalogueTexts), Description = nameof(CatalogueTexts.ValidFromHint))]
    public DateOnly? ValidFrom { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == CatalogueKind.Indicator && string.IsNullOrWhiteSpace(Unit))
        {
            yield return new ValidationResult(CatalogueTexts.UnitMissing, [nameof(Unit)]);
        }

        if (Kind == CatalogueKind.Channel && Mode is null)
        {
            yield return new ValidationResult(CatalogueTexts.ModeMissing, [nameof(Mode)]);
        }

        if (Version == Guid.Empty && ValidFrom is null)
        {
            yield return new ValidationResult(CatalogueTexts.ValidFromMissing, [nameof(ValidFrom)]);
        }
    }

    internal static CatalogueForm Of(CatalogueEntry row) => new()
    {
        Version = row.Version,
        Kind = row.Kind,
        Name = row.Name,
        Unit = (row as Indicator)?.Unit,
        Mode = (row as PropagandaChannel)?.Mode,
        ValidFrom = row.ValidFrom,
    };

    internal CatalogueInput ToInput(DateOnly validFrom) => new() { Name = Name, Unit = Unit, Mode = Mode ?? default, ValidFrom = validFrom };
}

/// <summary>Ngừng dùng.</summary>
public sealed class CatalogueEnd
{
    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>The last day.</summary>
    [Required]
    [Display(Name = nameof(CatalogueTexts.LastDay), ResourceType = typeof(CatalogueTexts))]
    public DateOnly? LastDay { get; set; }
}

/// <summary>Tên riêng.</summary>
public sealed class OwnNameForm
{
    /// <summary>The version of the name that the form was opened with; empty for none.</summary>
    public Guid Version { get; set; }

    /// <summary>The name.</summary>
    [Required, StringLength(CatalogueEntry.NameLength)]
    [Display(Name = nameof(CatalogueTexts.OwnName), ResourceType = typeof(CatalogueTexts))]
    public string Name { get; set; } = "";
}

/// <summary>The catalogues with what they were asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Rows">What was found.</param>
/// <param name="Today">Today in Việt Nam.</param>
/// <param name="HasOwnNames">Whether the user belongs to an agency, which may have names of its own.</param>
/// <param name="MayName">Whether the user gives these names.</param>
/// <param name="MayEdit">Whether the user keeps the entries.</param>
public sealed record CataloguePage(
    CatalogueQuery Query, IReadOnlyList<CatalogueEntry> Rows, DateOnly Today, bool HasOwnNames, bool MayName, bool MayEdit);

/// <summary>The form of an entry.</summary>
/// <param name="Row">The entry; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="End">The form that ends it.</param>
public sealed record CatalogueEditor(CatalogueEntry? Row, CatalogueForm Form, CatalogueEnd End);

/// <summary>The form of the own agency's name.</summary>
/// <param name="Row">The entry.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Theirs">After a conflict: the name that somebody else saved.</param>
public sealed record OwnNameEditor(CatalogueEntry Row, OwnNameForm Form, Theirs? Theirs);
