using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>What the log is asked for.</summary>
public sealed record ActivityQuery
{
    /// <summary>The value of <see cref="PlanItem"/> for activities of no plan line.</summary>
    public const string OutsidePlan = "ngoai";

    /// <summary>The value of <see cref="Evidence"/> for activities without any.</summary>
    public const string NoEvidence = "chua";

    /// <summary>The value of <see cref="Entered"/> for late ones.</summary>
    public const string EnteredLate = "muon";

    private const string MonthFormat = "yyyy-MM";

    /// <summary>The reporting year.</summary>
    [FromQuery(Name = "nam")]
    public int? Year { get; init; }

    /// <summary>Words to find.</summary>
    [FromQuery(Name = "tim")]
    public string? Search { get; init; }

    /// <summary>A month as yyyy-MM: December stands in a reporting year twice.</summary>
    [FromQuery(Name = "thang")]
    public string? Month { get; init; }

    /// <summary>The channel.</summary>
    [FromQuery(Name = "phuong-tien")]
    public long? ChannelId { get; init; }

    /// <summary>The unit.</summary>
    [FromQuery(Name = "don-vi")]
    public long? DepartmentId { get; init; }

    /// <summary>The key of a plan line, or <see cref="OutsidePlan"/>.</summary>
    [FromQuery(Name = "nhiem-vu")]
    public string? PlanItem { get; init; }

    /// <summary>The topic.</summary>
    [FromQuery(Name = "chu-de")]
    public long? TopicId { get; init; }

    /// <summary><see cref="NoEvidence"/>, or nothing.</summary>
    [FromQuery(Name = "kiem-chung")]
    public string? Evidence { get; init; }

    /// <summary><see cref="EnteredLate"/>, or nothing.</summary>
    [FromQuery(Name = "nhap")]
    public string? Entered { get; init; }

    /// <summary>An import from a table.</summary>
    [FromQuery(Name = "lan-nhap")]
    public long? ImportId { get; init; }

    /// <summary>The order.</summary>
    [FromQuery(Name = "xep")]
    public ActivityOrder Order { get; init; }

    internal long? PlanItemId => long.TryParse(PlanItem, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whether a filter behind "Lọc thêm" is in force.</summary>
    internal bool HasMore => ChannelId is not null || DepartmentId is not null || TopicId is not null || PlanItem is { Length: > 0 }
        || Evidence == NoEvidence || Entered == EnteredLate || ImportId is not null || Order != ActivityOrder.Newest;

    internal bool IsFiltered => HasMore || !string.IsNullOrWhiteSpace(Search) || ToFilter().Month is not null;

    internal ActivityFilter ToFilter() => new()
    {
        Year = Year,
        Search = Search,
        Month = DateOnly.TryParseExact(Month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null,
        ChannelId = ChannelId,
        DepartmentId = DepartmentId,
        PlanItemId = PlanItemId,
        TopicId = TopicId,
        IsOutsidePlan = PlanItem == OutsidePlan,
        IsWithoutEvidence = Evidence == NoEvidence,
        IsLate = Entered == EnteredLate,
        ImportId = ImportId,
        Order = Enum.IsDefined(Order) ? Order : ActivityOrder.Newest,
    };

    /// <summary>A month as the query writes it.</summary>
    internal static string Of(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>"Tháng 03/2026".</summary>
    internal static string NameOf(DateOnly month) => ActivityTexts.MonthName.Fill(month.Month, month.Year);

    /// <summary>The filter in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words(LogChoices choices)
    {
        if (!string.IsNullOrWhiteSpace(Search))
        {
            yield return SharedTexts.FilterSearch.Fill(PlainText.Clean(Search));
        }

        if (ToFilter().Month is { } month)
        {
            yield return NameOf(month);
        }

        (string Label, string? Name)[] named =
        [
            (ActivityTexts.FilterChannel, Named(choices.Channels, ChannelId)),
            (ActivityTexts.FilterDepartment, Named(choices.Departments, DepartmentId)),
            (ActivityTexts.FilterPlanItem, PlanItem == OutsidePlan ? ActivityTexts.OutsidePlan : Named(choices.PlanItems, PlanItemId)),
            (ActivityTexts.FilterTopic, Named(choices.Topics, TopicId)),
        ];
        foreach (var (label, name) in named.Where(pair => pair.Name is not null))
        {
            yield return SharedTexts.FilterNamed.Fill(label, name);
        }

        if (Evidence == NoEvidence)
        {
            yield return ActivityTexts.OnlyWithoutEvidence;
        }

        if (Entered == EnteredLate)
        {
            yield return ActivityTexts.OnlyLate;
        }

        if (ImportId is not null)
        {
            yield return ActivityTexts.OnlyImport;
        }
    }

    private static string? Named(IEnumerable<Choice> choices, long? id) => choices.FirstOrDefault(choice => choice.Id == id)?.Name;
}
