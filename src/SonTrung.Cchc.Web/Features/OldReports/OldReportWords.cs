using System.Globalization;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Text.Healing;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.OldReports;

/// <summary>The words of the import of old reports.</summary>
public static class OldReportWords
{
    /// <summary>The kind that is expected.</summary>
    public const string Report = "BÁO CÁO";

    /// <summary>The parts to choose from, under their titles.</summary>
    public static readonly IReadOnlyList<(string Title, IReadOnlyList<OldReportPart> Parts)> Choices =
    [
        (OldReportTexts.ChoicesBody, Range(OldReportPart.Basis, OldReportPart.Task)),
        (OldReportTexts.ChoicesHead, Range(OldReportPart.Superior, OldReportPart.Addressee)),
        (OldReportTexts.ChoicesFoot, Range(OldReportPart.Recipient, OldReportPart.SignerName)),
        (OldReportTexts.ChoicesRest, [OldReportPart.Appendix, OldReportPart.Unplaced]),
    ];

    /// <summary>The largest file, megabytes.</summary>
    public static int MostMegabytes => OldReportUpload.LargestFile / 1_000_000;

    /// <summary>The name of a part.</summary>
    public static string Name(OldReportPart part) => Text($"Part{part}");

    /// <summary>What was wrong with a piece of text.</summary>
    public static string Name(TextChangeKind kind) => Text($"Kind{kind}");

    /// <summary>Why a file was not read.</summary>
    public static string Name(ReadingRefusal refusal) => Text($"RefusalFile{refusal}");

    /// <summary>Why an act was refused.</summary>
    public static string Name(OldReportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Text($"Refusal{result.Refusal}").Fill(result.Refusal switch
        {
            OldReportRefusal.TooManyBlocks => OldReport.MostBlocks,
            OldReportRefusal.TooManyWaiting => OldReport.MostWaiting,
            OldReportRefusal.Unconfirmed => result.Keys!.Count,
            _ => 0,
        });
    }

    /// <summary>The title under which a part stands; null for the text's own sections.</summary>
    public static string? Group(OldReportPart part) => part switch
    {
        >= OldReportPart.Superior and <= OldReportPart.Addressee => OldReportTexts.GroupHead,
        OldReportPart.Basis => OldReportTexts.GroupBasis,
        OldReportPart.Shortcoming => OldReportTexts.GroupShortcomings,
        OldReportPart.Direction or OldReportPart.Task => OldReportTexts.GroupTasks,
        OldReportPart.Recipient => OldReportTexts.GroupRecipients,
        OldReportPart.Authority or OldReportPart.SignerName => OldReportTexts.GroupSigned,
        OldReportPart.Appendix => OldReportTexts.GroupAppendix,
        OldReportPart.Unplaced => OldReportTexts.GroupUnplaced,
        _ => null,
    };

    /// <summary>The file's name, or that it was pasted.</summary>
    public static string Source(string? fileName) => fileName ?? OldReportTexts.Pasted;

    /// <summary>"Dòng 12–14", counted from 1.</summary>
    public static string Lines(OldReportBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.First == block.Last ? OldReportTexts.LinesOf.Fill(block.First + 1) : OldReportTexts.LinesFromTo.Fill(block.First + 1, block.Last + 1);
    }

    private static List<OldReportPart> Range(OldReportPart first, OldReportPart last) =>
        Enum.GetValues<OldReportPart>().Where(part => part >= first && part <= last).ToList();

    private static string Text(string name) =>
        OldReportTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text {name}.");
}
