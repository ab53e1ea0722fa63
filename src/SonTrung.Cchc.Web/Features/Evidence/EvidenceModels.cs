using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Evidence;

namespace SonTrung.Cchc.Web.Features.Evidence;

/// <summary>The part of a form that takes files; <c>&lt;partial name="_Evidence" model="…" /&gt;</c> inside the form.</summary>
/// <param name="Files">The row's files and the pending ones that the form names.</param>
/// <param name="MaxMegabytes">The largest file accepted.</param>
public sealed record EvidencePicker(IReadOnlyList<EvidenceFile> Files, int MaxMegabytes)
{
    /// <summary>The name of the form's list of keys.</summary>
    public string FieldName { get; init; } = "AttachmentIds";

    /// <summary>What the part is called.</summary>
    public string Title { get; init; } = EvidenceTexts.Title;

    /// <summary>The id of the date field that a picture's day is proposed for.</summary>
    public string? DateField { get; init; }
}

/// <summary>What proves an activity, or the text of a document; <c>&lt;partial name="_EvidenceList" model="…" /&gt;</c> outside of forms.</summary>
/// <param name="Files">Its files.</param>
/// <param name="Removed">Its removed files, for those who may bring them back.</param>
/// <param name="MayEdit">Whether the user may remove and bring back.</param>
public sealed record EvidenceList(IReadOnlyList<EvidenceFile> Files, IReadOnlyList<EvidenceFile> Removed, bool MayEdit)
{
    /// <summary>What the part is called.</summary>
    public string Title { get; init; } = EvidenceTexts.Title;

    /// <summary>What is said when there is nothing.</summary>
    public string EmptyText { get; init; } = EvidenceTexts.None;

    /// <summary>Web addresses.</summary>
    public IReadOnlyList<ActivityLink> Links { get; init; } = [];

    /// <summary>Numbers of issued documents.</summary>
    public IReadOnlyList<ActivityReference> References { get; init; } = [];

    /// <summary>Whether nothing proves it.</summary>
    public bool IsEmpty => Files.Count + Links.Count + References.Count == 0;
}

/// <summary>The plain form that sends files without script; <c>&lt;partial name="_EvidenceUpload" model="…" /&gt;</c> outside of forms.</summary>
/// <param name="Action">The upload's address.</param>
/// <param name="MaxMegabytes">The largest file accepted.</param>
public sealed record EvidenceUpload(string Action, int MaxMegabytes);

/// <summary>Reads what the parts show.</summary>
internal static class EvidenceParts
{
    /// <summary>The part of a form: the row's files and those that the form names.</summary>
    public static async Task<EvidencePicker> PickerAsync(
        this EvidenceService evidence, EvidenceOwner? owner, IReadOnlyCollection<long> fileIds, CancellationToken cancellation) => new(
        [
            .. owner is { } row ? await evidence.ListAsync(row, cancellation) : [],
            .. await evidence.ListPendingAsync(fileIds, cancellation),
        ],
        await evidence.MaxMegabytesAsync(cancellation));

    /// <summary>The part of a page.</summary>
    public static async Task<EvidenceList> ListForPageAsync(
        this EvidenceService evidence, EvidenceOwner owner, bool mayEdit, CancellationToken cancellation) =>
        new(await evidence.ListAsync(owner, cancellation), mayEdit ? await evidence.ListRemovedAsync(owner, cancellation) : [], mayEdit);
}
