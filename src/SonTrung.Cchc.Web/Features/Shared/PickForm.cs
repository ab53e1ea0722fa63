using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Proposals;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>Rows to take over, each ticked and, where needed, put in other words.</summary>
public abstract class PickForm : IValidatableObject
{
    /// <summary>The key that makes the same form, sent twice, take over once.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The year that takes them.</summary>
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    public int Year { get; set; }

    /// <summary>What is offered.</summary>
    public List<PickItem> Items { get; set; } = [];

    /// <summary>The longest text, characters.</summary>
    protected abstract int LongestText { get; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Items.Exists(item => item.IsChosen))
        {
            yield return new ValidationResult(SharedTexts.PickNone, [Items.Count > 0 ? $"{nameof(Items)}[0].{nameof(PickItem.IsChosen)}" : ""]);
        }

        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i] is { IsChosen: false, CauseId: { } cause } && cause != Items[i].ProposedCauseId)
            {
                yield return new ValidationResult(SharedTexts.PickCauseAlone, [$"{nameof(Items)}[{i}].{nameof(PickItem.CauseId)}"]);
            }

            var (text, length) = (Items[i].Text, Items[i].Text?.Length ?? 0);
            if (Items[i].IsChosen && (string.IsNullOrWhiteSpace(text) || length > LongestText))
            {
                yield return new ValidationResult(
                    string.IsNullOrWhiteSpace(text) ? SharedTexts.PickTextMissing : SharedTexts.PickTextLong.Replace("{0}", $"{LongestText}", StringComparison.Ordinal),
                    [$"{nameof(Items)}[{i}].{nameof(PickItem.Text)}"]);
            }
        }
    }

    internal IReadOnlyList<Pick> Chosen() => Items.Where(item => item.IsChosen).Select(item => new Pick(item.Id, item.Text ?? "", item.CauseId)).ToList();
}

/// <summary>A row to take over.</summary>
public sealed class PickItem
{
    /// <summary>What it comes from.</summary>
    public long Id { get; set; }

    /// <summary>Whether it is taken.</summary>
    public bool IsChosen { get; set; }

    /// <summary>The words it is given.</summary>
    [Display(Name = nameof(SharedTexts.PickText), ResourceType = typeof(SharedTexts))]
    public string? Text { get; set; }

    /// <summary>For a shortcoming: its cause of the catalogue.</summary>
    [Display(Name = nameof(SharedTexts.PickCauseName), ResourceType = typeof(SharedTexts))]
    public long? CauseId { get; set; }

    /// <summary>The cause that the form came with: it was chosen by nobody.</summary>
    public long? ProposedCauseId { get; set; }
}

/// <summary>What is offered to be taken over.</summary>
/// <param name="Id">The source.</param>
/// <param name="Title">What the source says.</param>
/// <param name="Text">The words proposed.</param>
/// <param name="Note">What else is known of it.</param>
public sealed record PickCandidate(long Id, string Title, string Text, string? Note = null)
{
    /// <summary>The cause proposed.</summary>
    public long? CauseId { get; init; }

    /// <summary>For a text of last year: the words in it that may no longer hold.</summary>
    public StaleWords? Stale { get; init; }

    /// <summary>Texts of last year, each proposed as it stands.</summary>
    internal static List<PickCandidate> OfLastYear(IEnumerable<long> ids, IReadOnlyList<StaleWords> texts) =>
        ids.Select((id, i) => new PickCandidate(id, texts[i].Text, texts[i].Text) { Stale = texts[i] }).ToList();
}

/// <summary>Proposals that can be dismissed, and those that were.</summary>
/// <param name="Url">Where dismissals go: "{url}/{id}/bo-qua".</param>
/// <param name="Dismissed">Those that were dismissed.</param>
public sealed record ProposalList(string Url, IReadOnlyList<DismissedProposal> Dismissed);

/// <summary>The page on which rows are taken over.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What it is for.</param>
/// <param name="Empty">What it says when nothing is left to take over.</param>
/// <param name="Action">Where its form goes.</param>
/// <param name="BackUrl">The list.</param>
/// <param name="Form">The form.</param>
/// <param name="Candidates">What is offered, in the order of the form's items.</param>
public sealed record PickPage(
    string Title, string Lead, string Empty, string Action, string BackUrl, PickForm Form, IReadOnlyList<PickCandidate> Candidates)
{
    /// <summary>The causes to choose from; null where rows have none.</summary>
    public IReadOnlyList<Choice>? Causes { get; init; }

    /// <summary>The proposals; null where what is offered is none.</summary>
    public ProposalList? Proposals { get; init; }
}
