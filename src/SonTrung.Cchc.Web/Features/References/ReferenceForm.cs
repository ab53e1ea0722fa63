using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.References;

/// <summary>What the list is asked for.</summary>
public sealed record ReferenceQuery
{
    /// <summary>The reporting year.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>What the documents are for.</summary>
    [FromQuery(Name = "muc-dich")]
    public ReferencePurpose? Purpose { get; init; }

    /// <summary>A kind.</summary>
    [FromQuery(Name = "loai")]
    public string? Kind { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public ReferenceOrder Order { get; init; }

    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Purpose is not null || !string.IsNullOrEmpty(Kind);

    internal ReferenceFilter ToFilter() => new(Year, Search, Purpose, Kind, Order);

    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words()
    {
        if (Purpose is { } purpose && Enum.IsDefined(purpose))
        {
            yield return SharedTexts.FilterNamed.Fill(ReferenceTexts.Purpose, ReferenceWords.Of(purpose));
        }

        if (!string.IsNullOrEmpty(Kind))
        {
            yield return SharedTexts.FilterNamed.Fill(ReferenceTexts.Kind, PlainText.Clean(Kind));
        }
    }
}

/// <summary>Văn bản căn cứ, tuyên truyền.</summary>
public sealed class ReferenceForm : IValidatableObject
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new document.</summary>
    public Guid Version { get; set; }

    /// <summary>The reporting year.</summary>
    [Required]
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    [Display(Name = nameof(SharedTexts.Year), ResourceType = typeof(SharedTexts))]
    public int? Year { get; set; }

    /// <summary>"Quyết định".</summary>
    [Required, StringLength(ReferenceDocument.KindLength)]
    [Display(Name = nameof(ReferenceTexts.Kind), ResourceType = typeof(ReferenceTexts), Description = nameof(ReferenceTexts.KindHint))]
    public string Kind { get; set; } = "";

    /// <summary>Number and symbol.</summary>
    [StringLength(ReferenceDocument.NumberLength)]
    [Display(Name = nameof(ReferenceTexts.Number), ResourceType = typeof(ReferenceTexts), Description = nameof(ReferenceTexts.NumberHint))]
    public string? Number { get; set; }

    /// <summary>Its date.</summary>
    [Display(Name = nameof(ReferenceTexts.IssuedOn), ResourceType = typeof(ReferenceTexts))]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Issued by the own agency.</summary>
    [Display(Name = nameof(ReferenceTexts.IsOwn), ResourceType = typeof(ReferenceTexts))]
    public bool IsOwn { get; set; }

    /// <summary>Who issued it.</summary>
    [StringLength(ReferenceDocument.IssuerLength)]
    [Display(Name = nameof(ReferenceTexts.Issuer), ResourceType = typeof(ReferenceTexts), Description = nameof(ReferenceTexts.IssuerHint))]
    public string? Issuer { get; set; }

    /// <summary>What it is about.</summary>
    [Required, StringLength(ReferenceDocument.SubjectLength)]
    [Display(Name = nameof(ReferenceTexts.Subject), ResourceType = typeof(ReferenceTexts), Description = nameof(ReferenceTexts.SubjectHint))]
    public string Subject { get; set; } = "";

    /// <summary>What it is for.</summary>
    [Display(Name = nameof(ReferenceTexts.Purpose), ResourceType = typeof(ReferenceTexts))]
    public ReferencePurpose Purpose { get; set; }

    /// <summary>Files uploaded for this form.</summary>
    public List<long> AttachmentIds { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOwn && string.IsNullOrWhiteSpace(Issuer))
        {
            yield return new ValidationResult(ReferenceTexts.IssuerMissing, [nameof(Issuer)]);
        }

        if (!Enum.IsDefined(Purpose))
        {
            yield return new ValidationResult(SharedTexts.UnknownChoice, [nameof(Purpose)]);
        }
    }

    internal ReferenceInput ToInput() => new()
    {
        Year = Year ?? 0,
        Kind = Kind ?? "",
        Number = Number,
        IssuedOn = IssuedOn,
        Issuer = Issuer,
        IsOwn = IsOwn,
        Subject = Subject ?? "",
        Purpose = Purpose,
        AttachmentIds = AttachmentIds,
    };

    internal static ReferenceForm Of(ReferenceDocument row) => new()
    {
        Version = row.Version,
        Year = row.Year,
        Kind = row.Kind,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        Issuer = row.Issuer,
        IsOwn = row.IsOwn,
        Subject = row.Subject,
        Purpose = row.Purpose,
    };
}

/// <summary>The list with what it was asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="List">What was found.</param>
/// <param name="MayEdit">Whether the user enters documents.</param>
public sealed record ReferencePage(ReferenceQuery Query, ReferenceList List, bool MayEdit);

/// <summary>The form with what it offers.</summary>
/// <param name="Id">The document; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Citation">How the document would be cited.</param>
/// <param name="Evidence">Its files.</param>
/// <param name="Theirs">After a conflict: what somebody else saved.</param>
public sealed record ReferenceEditor(
    long? Id, ReferenceForm Form, ReferenceChoices Choices, ReferenceCitation Citation, EvidencePicker Evidence, Theirs? Theirs = null);

/// <summary>A document on its page.</summary>
/// <param name="Detail">The document.</param>
/// <param name="Files">Its files.</param>
/// <param name="MayEdit">Whether the user may change it.</param>
public sealed record ReferenceShown(ReferenceDetail Detail, EvidenceList Files, bool MayEdit);

/// <summary>The words for what documents are for.</summary>
internal static class ReferenceWords
{
    public static string Of(ReferencePurpose purpose) => purpose switch
    {
        ReferencePurpose.Directing => ReferenceTexts.Directing,
        _ => ReferenceTexts.Propagated,
    };

    public static IEnumerable<SelectListItem> Purposes() =>
        Enum.GetValues<ReferencePurpose>().Select(purpose => new SelectListItem(Of(purpose), purpose.ToString()));
}
