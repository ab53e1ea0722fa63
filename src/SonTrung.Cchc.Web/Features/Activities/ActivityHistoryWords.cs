using System.Globalization;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>The history of an activity in the words of its form.</summary>
public static class ActivityHistoryWords
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(PropagandaActivity.Title)] = ActivityTexts.Title,
        [nameof(PropagandaActivity.StartsOn)] = ActivityTexts.StartsOn,
        [nameof(PropagandaActivity.EndsOn)] = ActivityTexts.EndsOn,
        [nameof(PropagandaActivity.IsAllYear)] = ActivityTexts.IsAllYear,
        [nameof(PropagandaActivity.ChannelId)] = ActivityTexts.Channel,
        [nameof(PropagandaActivity.TopicId)] = ActivityTexts.Topic,
        [nameof(PropagandaActivity.PlanItemId)] = ActivityTexts.PlanItem,
        [nameof(PropagandaActivity.DepartmentId)] = ActivityTexts.Department,
        [nameof(PropagandaActivity.Place)] = ActivityTexts.Place,
        [nameof(PropagandaActivity.PeopleReached)] = ActivityTexts.PeopleReached,
        [nameof(PropagandaActivity.CostDong)] = ActivityTexts.CostDong,
        [nameof(PropagandaActivity.ReportText)] = ActivityTexts.ReportText,
        [nameof(PropagandaActivity.IsHighlighted)] = ActivityTexts.IsHighlighted,
        [nameof(PropagandaActivity.Year)] = SharedTexts.Year,
    };

    private static readonly Dictionary<string, string> PartNames = new()
    {
        [nameof(ActivityMeasure)] = ActivityTexts.PartMeasure,
        [nameof(ActivityLink)] = ActivityTexts.PartLink,
        [nameof(ActivityTopic)] = ActivityTexts.PartTopic,
        [nameof(ActivityReference)] = ActivityTexts.PartReference,
        [nameof(Attachment)] = ActivityTexts.PartAttachment,
    };

    /// <summary>The kinds of parts whose changes belong to an activity's history.</summary>
    public static IReadOnlyList<string> Parts => [.. PartNames.Keys];

    /// <summary>"Sửa", "Xóa"….</summary>
    public static string Name(this AuditAction action) => action switch
    {
        AuditAction.Added => ActivityTexts.ActAdded,
        AuditAction.Hidden => ActivityTexts.ActHidden,
        AuditAction.Restored => ActivityTexts.ActRestored,
        _ => ActivityTexts.ActChanged,
    };

    /// <summary>One line for each value that changed; none for what an act says by itself.</summary>
    public static IEnumerable<string> Lines(this RowAct act) => act.Action != AuditAction.Changed
        ? []
        : act.Changes.Where(change => Names.ContainsKey(change.Name) && change.Entity == nameof(PropagandaActivity)).Select(Line)
            .Concat(act.Changes.Where(change => PartNames.ContainsKey(change.Entity)).Select(PartLine).OfType<string>().Distinct());

    private static string Line(ValueChange change) => change.Name.EndsWith("Id", StringComparison.Ordinal)
        ? Names[change.Name]
        : ActivityTexts.FromTo.Fill(Names[change.Name], Readable(change.Before), Readable(change.After));

    private static string? PartLine(ValueChange change) => (change.Name, change.Action) switch
    {
        (nameof(ActivityMeasure.Value), AuditAction.Changed) => ActivityTexts.FromTo.Fill(PartNames[change.Entity], Readable(change.Before), Readable(change.After)),
        ("AgencyId", AuditAction.Added) => ActivityTexts.PartAdded.Fill(PartNames[change.Entity]),
        ("AgencyId", AuditAction.Removed) => ActivityTexts.PartRemoved.Fill(PartNames[change.Entity]),
        (nameof(Attachment.DeletedUtc), AuditAction.Hidden) => ActivityTexts.PartRemoved.Fill(PartNames[change.Entity]),
        (nameof(Attachment.DeletedUtc), AuditAction.Restored) or (nameof(Attachment.ActivityId), AuditAction.Changed) =>
            ActivityTexts.PartAdded.Fill(PartNames[change.Entity]),
        _ => null,
    };

    private static string Readable(string? value) => value switch
    {
        null or "" => ActivityTexts.Nothing,
        "True" => ActivityTexts.Yes,
        "False" => ActivityTexts.Nothing,
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => VietnameseDate.Format(day),
        _ when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => VietnameseNumber.Format(number),
        _ => value,
    };
}
