using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Features.NextYearTasks;

/// <summary>What the list is asked for.</summary>
public sealed record NextYearTaskQuery
{
    /// <summary>The reporting year.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>Directions or tasks alone.</summary>
    [FromQuery(Name = "loai")]
    public NextYearTaskKind? Kind { get; init; }

    /// <summary>A plan line.</summary>
    [FromQuery(Name = "nhiem-vu")]
    public long? PlanItemId { get; init; }

    /// <summary>A unit.</summary>
    [FromQuery(Name = "don-vi")]
    public long? DepartmentId { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public PlacedOrder Order { get; init; }

    internal bool HasMore => PlanItemId is not null || DepartmentId is not null || Order != PlacedOrder.Place;

    internal bool IsFiltered => HasMore || !string.IsNullOrWhiteSpace(Search) || Kind is not null;

    internal NextYearTaskFilter ToFilter() => new(Year, Search, Kind, PlanItemId, DepartmentId, Order);

    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words(NextYearTaskList list)
    {
        if (Kind is { } kind && Enum.IsDefined(kind))
        {
            yield return NextYearTaskWords.Of(kind);
        }

        foreach (var word in new PlanFilterFields(list.Lines, PlanItemId, DepartmentId, Order).Words())
        {
            yield return word;
        }
    }
}

/// <summary>Phương hướng, nhiệm vụ năm sau.</summary>
public sealed class NextYearTaskForm
{
    /// <summary>The key that makes the same form, sent twice, one row.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with; empty for a new row.</summary>
    public Guid Version { get; set; }

    /// <summary>The reporting year of a new row.</summary>
    [Range(ReportingPeriod.FirstYear, ReportingPeriod.LastYear)]
    public int Year { get; set; }

    /// <summary>Direction or task.</summary>
    [EnumDataType(typeof(NextYearTaskKind))]
    [Display(Name = nameof(NextYearTaskTexts.Kind), ResourceType = typeof(NextYearTaskTexts), Description = nameof(NextYearTaskTexts.KindHint))]
    public NextYearTaskKind Kind { get; set; } = NextYearTaskKind.Task;

    /// <summary>The text.</summary>
    [Required, StringLength(NextYearTask.TextLength)]
    [Display(Name = nameof(NextYearTaskTexts.Text), ResourceType = typeof(NextYearTaskTexts), Description = nameof(NextYearTaskTexts.TextHint))]
    public string Text { get; set; } = "";

    /// <summary>The shortcoming it mends.</summary>
    [Display(Name = nameof(NextYearTaskTexts.Shortcoming), ResourceType = typeof(NextYearTaskTexts))]
    public long? ShortcomingId { get; set; }

    internal NextYearTaskInput ToInput() => new(Kind, Text, ShortcomingId);

    internal static NextYearTaskForm Of(NextYearTask row) => new()
    {
        Version = row.Version,
        Year = row.Year,
        Kind = row.Kind,
        Text = row.Text,
        ShortcomingId = row.ShortcomingId,
    };
}

/// <summary>Tasks to take over.</summary>
public sealed class NextYearTaskPicks : PickForm
{
    /// <inheritdoc/>
    protected override int LongestText => NextYearTask.TextLength;
}

/// <summary>The list with what it was asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="List">What was found.</param>
/// <param name="MayEdit">Whether the user enters tasks.</param>
public sealed record NextYearTaskPage(NextYearTaskQuery Query, NextYearTaskList List, bool MayEdit);

/// <summary>The form with what it offers.</summary>
/// <param name="Id">The task; null for a new one.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Theirs">After a conflict: what somebody else saved.</param>
public sealed record NextYearTaskEditor(long? Id, NextYearTaskForm Form, NextYearTaskChoices Choices, Theirs? Theirs = null);

/// <summary>The words for the two kinds.</summary>
internal static class NextYearTaskWords
{
    public static string Of(NextYearTaskKind kind) => kind == NextYearTaskKind.Direction ? NextYearTaskTexts.Direction : NextYearTaskTexts.Task;

    public static IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<NextYearTaskKind>().Select(kind => new SelectListItem(Of(kind), kind.ToString()));
}

/// <summary>The list as a table to take away.</summary>
internal static class NextYearTaskTable
{
    public static TableExport<NextYearTaskRow> Of(int? year) =>
        new TableExport<NextYearTaskRow>(NextYearTaskTexts.ListTitle, string.Create(CultureInfo.InvariantCulture, $"phuong-huong-nhiem-vu-{year}").TrimEnd('-'))
            .Text(NextYearTaskTexts.Kind, 14, row => NextYearTaskWords.Of(row.Kind))
            .Text(NextYearTaskTexts.Text, 80, row => row.Text)
            .Text(NextYearTaskTexts.Shortcoming, 50, row => row.Shortcoming)
            .Text(NextYearTaskTexts.PlanItem, 40, row => row.PlanItem);
}
