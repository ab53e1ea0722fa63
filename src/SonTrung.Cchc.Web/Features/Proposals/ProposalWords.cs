using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Checking.Language;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Features.NextYearTasks;
using SonTrung.Cchc.Web.Features.Shortcomings;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Proposals;

/// <summary>The sentences that the yearly loop proposes. Titles of plan lines are nouns or verbs, so they stand behind "về", where both may.</summary>
internal static class ProposalWords
{
    private const string NextYear = "{năm sau}";

    /// <summary>The most decimals of a percentage that one decimal would round up to what was not reached.</summary>
    private const int MostDecimals = 6;

    /// <summary>The shortcoming of a plan line that was not met.</summary>
    public static string ShortcomingOf(PlanLine line)
    {
        var about = About(line.Item.Title);
        if (line.Progress.Activities == 0)
        {
            return ShortcomingTexts.ProposeNone.Fill(about);
        }

        return line.Progress.Targets.FirstOrDefault(target => target.State != PlanState.Met) switch
        {
            { Target: { Kind: TargetKind.Quantity, Value: { } value } target, Done: 0 } => ShortcomingTexts.ProposeNothing.Fill(
                about, VietnameseNumber.Format(value), target.Indicator?.DisplayUnit),
            { Target: { Kind: TargetKind.Quantity, Value: { } value } target, Done: { } done, Percent: { } percent } => ShortcomingTexts.ProposeQuantity.Fill(
                about, VietnameseNumber.Format(done), VietnameseNumber.Format(value), target.Indicator?.DisplayUnit, Below(percent, 100)),
            { Target: { Kind: TargetKind.Ratio, Value: { } value } target, Done: { } done } => ShortcomingTexts.ProposeRatio.Fill(
                about, target.Indicator?.DisplayUnit, target.BaseIndicator?.DisplayUnit, Below(done, value), VietnameseNumber.Format(value)),
            _ => ShortcomingTexts.ProposeNot.Fill(about),
        };
    }

    /// <summary>The task that mends a shortcoming: as its remedy says, else the target of its plan line, else its own words.</summary>
    public static string TaskOf(Shortcoming row) => row switch
    {
        { Remedy: { } remedy } => remedy,
        { PlanItem: { } item } => Fill(NextYearTaskTexts.ProposePlan, About(item.Title)),
        _ => Fill(NextYearTaskTexts.Propose, InSentence.Of(row.Text)),
    };

    /// <summary>What a plan line is about. A line that was made of such a task is about what that was about.</summary>
    private static string About(string title)
    {
        var task = Regex.Escape(NextYearTaskTexts.ProposePlan[..NextYearTaskTexts.ProposePlan.IndexOf("{0}", StringComparison.Ordinal)])
            .Replace(Regex.Escape(NextYear), @"\d{4}", StringComparison.Ordinal);
        var about = Regex.Replace(title, $"^(?:{task})+", "", RegexOptions.None, TimeSpan.FromSeconds(1)).TrimEnd('.', ';', ' ');
        return InSentence.Of(about.Length > 0 ? about : title);
    }

    private static string Below(decimal value, decimal limit)
    {
        var decimals = 1;
        while (decimals < MostDecimals && value < limit && Math.Round(value, decimals) >= limit)
        {
            decimals++;
        }

        return VietnameseNumber.Format(Math.Round(value, decimals), decimals);
    }

    // The texts hold a token of reports, which is no place to be filled in here.
    private static string Fill(string text, string words) => text.Replace("{0}", words, StringComparison.Ordinal);
}
