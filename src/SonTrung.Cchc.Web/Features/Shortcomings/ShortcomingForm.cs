using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Shortcomings;

/// <summary>What the list is asked for.</summary>
public sealed record ShortcomingQuery
{
    /// <summary>The reporting year.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>Only those without a task.</summary>
    [FromQuery(Name = "chua-co-nhiem-vu")]
    public bool WithoutTask { get; init; }

    /// <summary>Only those with a cause of the catalogue.</summary>
    [FromQuery(Name = "nguyen-nhan")]
    public long? CauseId { get; init; }

    /// <summary>A plan line.</summary>
    [FromQuery(Name = "nhiem-vu")]
    public long? PlanItemId { get; init; }

    /// <summary>A unit.</summary>
    [FromQuery(Name = "don-vi")]
    public long? DepartmentId { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public PlacedOrder Order { get; init; }

    internal bool HasMore => CauseId is not null || PlanItemId is not null || DepartmentId is not null || Order != PlacedOrder.Place;

    internal bool IsFiltered => HasMore || !string.IsNullOrWhiteSpace(Search) || WithoutTask;

    internal ShortcomingFilter ToFilter() => new(Year, Search, WithoutTask, CauseId, PlanItemId, DepartmentId, Order);

    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words(ShortcomingList list)
    {
        if (WithoutTask)
        {
            yield return ShortcomingTexts.WithoutTask;
        }

        if (list.Causes.FirstOrDefault(cause => cause.Id == CauseId) is { } chosen)
        {
            yield return SharedTexts.FilterNamed.Fill(ShortcomingTexts.FilterCause, chosen.Name);
        }

        foreach (var word in new PlanFilterFields(list.Lines, PlanItemId, DepartmentId, Order).Words())
        {
            yield return word;
        }
    }
}

/// <summary>Tồn tại, hạn chế.</summary>
public sealed class ShortcomingForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new row.</summary>
    public Guid Version { get; set; }

    /// <summary>The reporting year of a new row.</summary>
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    public int Year { get; set; }

    /// <summary>The sentence.</summary>
    [Required, StringLength(Shortcoming.TextLength)]
    [Display(Name = nameof(ShortcomingTexts.Text), ResourceType = typeof(ShortcomingTexts), Description = nameof(ShortcomingTexts.TextHint))]
    public string Text { get; set; } = "";

    /// <summary>Nguyên nhân, from the catalogue.</summary>
    [Display(Name = nameof(ShortcomingTexts.Cause), ResourceType = typeof(ShortcomingTexts))]
    public long? CauseId { get; set; }

    /// <summary>Nguyên nhân in own words.</summary>
    [StringLength(Shortcoming.TextLength)]
    [Display(Name = nameof(ShortcomingTexts.CauseWords), ResourceType = typeof(ShortcomingTexts), Description = nameof(ShortcomingTexts.CauseWordsHint))]
    public string? Cause { get; set; }

    /// <summary>How it is to be mended.</summary>
    [StringLength(Shortcoming.TextLength)]
    [Display(Name = nameof(ShortcomingTexts.Remedy), ResourceType = typeof(ShortcomingTexts))]
    public string? Remedy { get; set; }

    /// <summary>The plan line.</summary>
    [Display(Name = nameof(ShortcomingTexts.PlanItem), ResourceType = typeof(ShortcomingTexts))]
    public long? PlanItemId { get; set; }

    internal ShortcomingInput ToInput() => new(Text, CauseId, Cause, Remedy, PlanItemId);

    internal static ShortcomingForm Of(Shortcoming row) => new()
    {
        Version = row.Version,
        Year = row.Year,
        Text = row.Text,
        CauseId = row.CauseId,
        Cause = row.Cause,
        Remedy = row.Remedy,
        PlanItemId = row.PlanItemId,
    };
}

/// <summary>Shortcomings to take over.</summary>
public sealed class ShortcomingPicks : PickForm
{
    /// <inheritdoc/>
    protected override int LongestText => Shortcoming.TextLength;
}

/// <summary>The list with what it was asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="List">What was found.</param>
/// <param name="MayEdit">Whether the user enters shortcomings.</param>
public sealed record ShortcomingPage(ShortcomingQuery Query, ShortcomingList List, bool MayEdit);

/// <summary>The form with what it offers.</summary>
/// <param name="Id">The shortcoming; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Theirs">After a conflict: what somebody else saved.</param>
public sealed record ShortcomingEditor(long? Id, ShortcomingForm Form, ShortcomingChoices Choices, Theirs? Theirs = null);

/// <summary>The list as a table to take away.</summary>
internal static class ShortcomingTable
{
    public static TableExport<ShortcomingRow> Of(int? year) =>
        new TableExport<ShortcomingRow>(ShortcomingTexts.ListTitle, string.Create(CultureInfo.InvariantCulture, $"ton-tai-han-che-{year}").TrimEnd('-'))
            .Text(ShortcomingTexts.Text, 60, row => row.Text)
            .Text(ShortcomingTexts.Cause, 30, row => row.CauseName)
            .Text(ShortcomingTexts.CauseWords, 45, row => row.Cause)
            .Text(ShortcomingTexts.Remedy, 45, row => row.Remedy)
            .Text(ShortcomingTexts.PlanItem, 40, row => row.PlanItem)
            .Number(ShortcomingTexts.Tasks, 12, row => row.Tasks);
}
