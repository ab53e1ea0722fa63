using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Features.Register;

/// <summary>What the register is asked for.</summary>
public sealed record RegisterQuery
{
    /// <summary>The calendar year.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>A kind.</summary>
    [FromQuery(Name = "loai")]
    public string? Kind { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public RegisterOrder Order { get; init; }

    internal bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Kind);

    internal RegisterFilter ToFilter() => new(Year, Search, Kind, Order);
}

/// <summary>The columns of the book that are filled in after issuing.</summary>
public class CopiesForm
{
    /// <summary>The version that the form was opened with; empty for a new line.</summary>
    public Guid Version { get; set; }

    /// <summary>Đơn vị, người nhận bản lưu.</summary>
    [StringLength(OutgoingDocument.KeeperLength)]
    [Display(Name = nameof(RegisterTexts.Keeper), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.KeeperHint))]
    public string? Keeper { get; set; }

    /// <summary>Số lượng bản.</summary>
    [Range(1, 9999)]
    [Display(Name = nameof(RegisterTexts.Copies), ResourceType = typeof(RegisterTexts))]
    public int? Count { get; set; }

    /// <summary>Ngày chuyển.</summary>
    [Display(Name = nameof(RegisterTexts.SentOn), ResourceType = typeof(RegisterTexts))]
    public DateOnly? SentOn { get; set; }

    /// <summary>Ký nhận.</summary>
    [StringLength(OutgoingDocument.ReceiptLength)]
    [Display(Name = nameof(RegisterTexts.Receipt), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.ReceiptHint))]
    public string? Receipt { get; set; }

    /// <summary>Ghi chú.</summary>
    [StringLength(OutgoingDocument.RemarkLength)]
    [Display(Name = nameof(RegisterTexts.Remark), ResourceType = typeof(RegisterTexts))]
    public string? Remark { get; set; }

    internal RegisterCopies ToCopies() => new() { Keeper = Keeper, Count = Count, SentOn = SentOn, Receipt = Receipt, Remark = Remark };

    internal void FillCopies(OutgoingDocument row)
    {
        Version = row.Version;
        Keeper = row.Keeper;
        Count = row.Copies;
        SentOn = row.SentOn;
        Receipt = row.Receipt;
        Remark = row.Remark;
    }
}

/// <summary>Văn bản đi, entered by hand.</summary>
public sealed class RegisterForm : CopiesForm, INumberForm
{
    /// <summary>The key that makes the same form, sent twice, one line.</summary>
    public Guid FormKey { get; set; }

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
    [Display(Name = nameof(RegisterTexts.Symbol), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.SymbolHint))]
    public string Symbol { get; set; } = "";

    /// <inheritdoc/>
    public int? ProposedNumber { get; set; }

    /// <inheritdoc/>
    public string? ProposedSymbol { get; set; }

    /// <summary>Trích yếu.</summary>
    [Required, StringLength(ReferenceDocument.SubjectLength)]
    [Display(Name = nameof(RegisterTexts.Subject), ResourceType = typeof(RegisterTexts))]
    public string Subject { get; set; } = "";

    /// <summary>Người ký.</summary>
    [Required, StringLength(OutgoingDocument.SignerLength)]
    [Display(Name = nameof(RegisterTexts.Signer), ResourceType = typeof(RegisterTexts))]
    public string Signer { get; set; } = "";

    /// <summary>Nơi nhận văn bản.</summary>
    [Required, StringLength(OutgoingDocument.RecipientsLength)]
    [Display(Name = nameof(RegisterTexts.Recipients), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.RecipientsHint))]
    public string Recipients { get; set; } = "";

    /// <summary>The signed file.</summary>
    public IFormFile? File { get; set; }

    internal RegisterInput ToInput() => new()
    {
        Kind = Kind ?? "",
        Number = Number,
        Symbol = Symbol ?? "",
        IssuedOn = IssuedOn ?? DateOnly.MinValue,
        Subject = Subject,
        Signer = Signer,
        Recipients = Recipients,
        Copies = ToCopies(),
    };

    internal static RegisterForm Of(OutgoingDocument row)
    {
        var form = new RegisterForm
        {
            Kind = row.Kind,
            IssuedOn = row.IssuedOn,
            Number = row.Number,
            Symbol = row.Symbol,
            Subject = row.Subject,
            Signer = row.Signer,
            Recipients = row.Recipients,
        };
        form.FillCopies(row);
        return form;
    }
}

/// <summary>Hủy số: a number that no document will have.</summary>
public sealed class CancelNumberForm : INumberForm
{
    /// <summary>The key that makes the same form, sent twice, one line.</summary>
    public Guid FormKey { get; set; }

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
    [Display(Name = nameof(RegisterTexts.Symbol), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.SymbolHint))]
    public string Symbol { get; set; } = "";

    /// <inheritdoc/>
    public int? ProposedNumber { get; set; }

    /// <inheritdoc/>
    public string? ProposedSymbol { get; set; }

    /// <summary>Why.</summary>
    [Required, StringLength(OutgoingDocument.RemarkLength)]
    [Display(Name = nameof(RegisterTexts.CancelReason), ResourceType = typeof(RegisterTexts), Description = nameof(RegisterTexts.CancelReasonHint))]
    public string Reason { get; set; } = "";

    internal RegisterInput ToInput() => new() { Kind = Kind ?? "", Number = Number, Symbol = Symbol ?? "", IssuedOn = IssuedOn ?? DateOnly.MinValue };
}

/// <summary>Hủy số of a line.</summary>
public sealed class CancelForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>Why.</summary>
    [StringLength(OutgoingDocument.RemarkLength)]
    [Display(Name = nameof(RegisterTexts.CancelReason), ResourceType = typeof(RegisterTexts))]
    public string? Reason { get; set; }
}

/// <summary>A form that numbers a document: what it proposed last tells whether a person typed over it.</summary>
public interface INumberForm
{
    /// <summary>"Công văn".</summary>
    string Kind { get; set; }

    /// <summary>The document's date.</summary>
    DateOnly? IssuedOn { get; set; }

    /// <summary>The running number; empty to have the portal give it.</summary>
    int? Number { get; set; }

    /// <summary>What follows the number.</summary>
    string Symbol { get; set; }

    /// <summary>The number that the form proposed.</summary>
    int? ProposedNumber { get; set; }

    /// <summary>The symbol that the form proposed.</summary>
    string? ProposedSymbol { get; set; }
}

/// <summary>A form with the number that it proposes.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Offer">What is proposed.</param>
public sealed record NumberFields(INumberForm Form, NumberOffer Offer)
{
    /// <summary>Puts the proposals where nobody typed over them.</summary>
    internal static NumberFields Propose(INumberForm form, NumberOffer offer)
    {
        if (form.Number is null || form.Number == form.ProposedNumber)
        {
            form.Number = offer.Source == NumberSource.TypedIn ? offer.Next : null;
        }

        if (string.IsNullOrEmpty(form.Symbol) || form.Symbol == form.ProposedSymbol)
        {
            form.Symbol = offer.Symbol ?? "";
        }

        form.ProposedNumber = offer.Next;
        form.ProposedSymbol = offer.Symbol;
        return new NumberFields(form, offer);
    }
}

/// <summary>The register with what it was asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="List">What was found.</param>
/// <param name="MayEdit">Whether the user keeps the register.</param>
public sealed record RegisterPage(RegisterQuery Query, RegisterList List, bool MayEdit);

/// <summary>The form with what it offers.</summary>
/// <param name="Id">The line; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Numbers">The number fields; null where the number stays.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="FileName">The signed file that the line has.</param>
/// <param name="Theirs">After a conflict: what somebody else saved.</param>
public sealed record RegisterEditor(
    long? Id, RegisterForm Form, NumberFields? Numbers, RegisterChoices Choices, string? FileName = null, Theirs? Theirs = null);

/// <summary>The form of a line whose document is issued or given up: only what the book says of the copies.</summary>
/// <param name="Row">The line.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Theirs">After a conflict: what somebody else saved.</param>
public sealed record CopiesEditor(OutgoingDocument Row, CopiesForm Form, RegisterChoices Choices, Theirs? Theirs = null);

/// <summary>Hủy số.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Numbers">The number fields.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record CancelNumberPage(CancelNumberForm Form, NumberFields Numbers, RegisterChoices Choices);

/// <summary>A line on its page.</summary>
/// <param name="Detail">The line.</param>
/// <param name="Form">Hủy số, with what was typed.</param>
/// <param name="MayEdit">Whether the user keeps the register.</param>
public sealed record RegisterShown(RegisterDetail Detail, CancelForm Form, bool MayEdit);
