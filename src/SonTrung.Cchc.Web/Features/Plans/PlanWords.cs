using System.Globalization;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Plans;

/// <summary>The trade's words for sections, targets, figures and states of a plan.</summary>
public static class PlanWords
{
    /// <summary>The units in charge of a plan's lines, as they stand in the report.</summary>
    internal static IEnumerable<Department> Departments(this PlanBoard board) =>
        board.Lines.Select(line => line.Item.Department).OfType<Department>().DistinctBy(unit => unit.Id).OrderBy(unit => unit.Position);

    /// <summary>The channels that a plan's lines name, by name.</summary>
    internal static IEnumerable<PropagandaChannel> Channels(this PlanBoard board) => board.Lines
        .SelectMany(line => line.Item.Channels).Select(row => row.Channel).OfType<PropagandaChannel>().DistinctBy(channel => channel.Id)
        .OrderBy(channel => Core.Text.SortKey.Of(channel.DisplayName), StringComparer.Ordinal);

    /// <summary>The name of a section.</summary>
    public static string Name(PlanSection section) => Text($"Section{section}");

    /// <summary>The name of a state.</summary>
    public static string Name(PlanState state) => Text($"State{state}");

    /// <summary>The name of a kind of target.</summary>
    public static string Name(TargetKind kind) => Text($"Kind{kind}");

    /// <summary>How a state is shown.</summary>
    public static StatusTone Tone(PlanState state) => state switch
    {
        PlanState.Met => StatusTone.Good,
        PlanState.AtRisk => StatusTone.Waiting,
        PlanState.Overdue => StatusTone.Bad,
        _ => StatusTone.Neutral,
    };

    /// <summary>"48 tin, bài"; "≥ 90% phiếu hài lòng / phiếu thu về"; "Hoàn thành".</summary>
    public static string Target(PlanTarget target) => target.Kind switch
    {
        TargetKind.Quantity => $"{VietnameseNumber.Format(target.Value ?? 0)} {target.Indicator!.DisplayUnit}",
        TargetKind.Ratio => PlanTexts.RatioTarget.Fill(VietnameseNumber.Format(target.Value ?? 0), target.Indicator!.DisplayUnit, target.BaseIndicator!.DisplayUnit),
        _ => PlanTexts.KindCompletion,
    };

    /// <summary>A sum, a share, done or not.</summary>
    public static string Figure(PlanTarget target, decimal? value) => (target.Kind, value) switch
    {
        (_, null) => "–",
        (TargetKind.Ratio, { } share) => PlanTexts.Percent.Fill(VietnameseNumber.Format(share, 1)),
        (TargetKind.Quantity, { } sum) => VietnameseNumber.Format(sum),
        (_, > 0) => PlanTexts.Done,
        _ => PlanTexts.NotDone,
    };

    /// <summary>"93,8%".</summary>
    public static string Percent(decimal? value) => value is { } percent ? PlanTexts.Percent.Fill(VietnameseNumber.Format(percent, 1)) : "–";

    private static string Text(string name) =>
        PlanTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {name}.");
}
