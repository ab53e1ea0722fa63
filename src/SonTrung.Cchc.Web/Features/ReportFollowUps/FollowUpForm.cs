using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Features.Register;

namespace SonTrung.Cchc.Web.Features.ReportFollowUps;

/// <summary>A document that corrects or recalls a report.</summary>
public sealed class FollowUpForm : INumberForm
{
    /// <summary>The version of the report that the page showed.</summary>
    public Guid Version { get; set; }

    /// <inheritdoc/>
    [Required, StringLength(ReferenceDocument.KindLength)]
    [Display(Name = nameof(RegisterTexts.Kind), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.KindHint))]
    public string Kind { get; set; } = "";

    /// <inheritdoc/>
    [Required]
    [Display(Name = nameof(RegisterTexts.IssuedOn), ResourceType = typeof(RegisterTexts))]
    public DateOnly? IssuedOn { get; set; }

    /// <inheritdoc/>
    [Range(1, OutgoingDocument.HighestNumber)]
    [Display(Name = nameof(RegisterTexts.Number), ResourceType = typeof(RegisterTexts))]
    public int? Number { get; set; }

    /// <inheritdoc/>
    [Required, StringLength(AgencyProfile.SymbolLength)]
    [Display(Name = nameof(RegisterTexts.Symbol), ResourceType = typeof(RegisterTexts))]
    public string Symbol { get; set; } = "";

    /// <inheritdoc/>
    public int? ProposedNumber { get; set; }

    /// <inheritdoc/>
    public string? ProposedSymbol { get; set; }

    /// <summary>Người ký.</summary>
    [Required, StringLength(OutgoingDocument.SignerLength)]
    [Display(Name = nameof(RegisterTexts.Signer), ResourceType = typeof(RegisterTexts))]
    public string Signer { get; set; } = "";

    /// <summary>What is corrected, or why the report is recalled.</summary>
    [Required, StringLength(ReportEvent.ReasonLength)]
    [Display(Name = nameof(FollowUpTexts.Content), ResourceType = typeof(FollowUpTexts))]
    public string Content { get; set; } = "";

    /// <summary>The signed file.</summary>
    public IFormFile? File { get; set; }

    internal FollowUpInput ToInput(string subject) => new()
    {
        DocumentKind = Kind ?? "",
        Number = Number,
        Symbol = Symbol ?? "",
        IssuedOn = IssuedOn ?? DateOnly.MinValue,
        Subject = subject,
        Signer = Signer,
        Content = Content,
    };
}

/// <summary>The form with what it offers.</summary>
/// <param name="Report">The report.</param>
/// <param name="Kind">What the document does.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Numbers">The number fields.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record FollowUpPage(AnnualReport Report, FollowUpKind Kind, FollowUpForm Form, NumberFields Numbers, RegisterChoices Choices);

/// <summary>What was issued about a report afterwards, for the banner on its page.</summary>
/// <param name="FollowUps">The documents and who took note.</param>
/// <param name="Url">The address of the page that shows it.</param>
/// <param name="Status">The state of the report.</param>
/// <param name="MayNote">Whether the reader is asked to take note.</param>
public sealed record FollowUpBanner(FollowUps FollowUps, string Url, ReportStatus Status, bool MayNote);
