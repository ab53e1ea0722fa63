using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>An act on a report: the version it speaks of, and a reason where one is asked for.</summary>
public sealed class ReportActForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>Trình ai ký.</summary>
    [Display(Name = nameof(ReportTexts.Signer), ResourceType = typeof(ReportTexts))]
    public long? SignerId { get; set; }

    /// <summary>Why.</summary>
    [StringLength(ReportEvent.ReasonLength)]
    [Display(Name = nameof(ReportTexts.Reason), ResourceType = typeof(ReportTexts))]
    public string? Reason { get; set; }
}

/// <summary>Cấp số, ngày ban hành.</summary>
public sealed class IssueForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>The running number; empty where the portal gives it.</summary>
    [Range(1, OutgoingDocument.HighestNumber)]
    [Display(Name = nameof(ReportTexts.Number), ResourceType = typeof(ReportTexts))]
    public int? Number { get; set; }

    /// <summary>The document's date.</summary>
    [Required]
    [Display(Name = nameof(ReportTexts.IssuedOn), ResourceType = typeof(ReportTexts))]
    public DateOnly? IssuedOn { get; set; }
}

/// <summary>A line of the report, edited by hand.</summary>
public sealed class LineForm
{
    /// <summary>The version that the form was opened with; empty for a new line.</summary>
    public Guid Version { get; set; }

    /// <summary>The text without end mark; a line without text is not printed.</summary>
    [StringLength(ReportLine.TextLength)]
    [Display(Name = nameof(ReportTexts.LineText), ResourceType = typeof(ReportTexts))]
    public string? Text { get; set; }

    /// <summary>The end mark; automatic when empty.</summary>
    [StringLength(Core.Plans.PlanItem.EndMarkLength)]
    [Display(Name = nameof(ReportTexts.LineEndMark), ResourceType = typeof(ReportTexts))]
    public string? EndMark { get; set; }
}

/// <summary>Lines of last year's report to take over.</summary>
public sealed class LinePicks : PickForm
{
    /// <inheritdoc/>
    protected override int LongestText => ReportLine.TextLength;
}

/// <summary>The agency's reports.</summary>
/// <param name="Rows">The reports.</param>
/// <param name="OpenYears">Years that a report can be opened for.</param>
/// <param name="MayWrite">Whether the user writes reports.</param>
public sealed record ReportList(IReadOnlyList<ReportRow> Rows, IReadOnlyList<int> OpenYears, bool MayWrite);

/// <summary>A report, its document and what the user may do with it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Document">The document; null when a part is missing.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Actions">What the table allows this user now.</param>
/// <param name="Signing">Who may sign it, and whether it is checked before.</param>
/// <param name="Digest">Half a page for the reader; null when the year has no plan.</param>
/// <param name="Issue">The form of number and date, with what was typed.</param>
/// <param name="Act">The form of a return, with what was typed.</param>
public sealed record ReportPage(
    AnnualReport Report,
    OfficialDocument? Document,
    string? Missing,
    IReadOnlyList<ReportTransition> Actions,
    SigningChoices Signing,
    ReportDigest? Digest,
    IssueForm Issue,
    ReportActForm Act)
{
    /// <summary>What the checker finds, while the user may submit.</summary>
    public CheckedReport? Checked { get; init; }

    /// <summary>The departments that have not confirmed their figures, while the user may submit.</summary>
    public IReadOnlyList<string> Owing { get; init; } = [];

    /// <summary>What is asked before a number is given or a report issued: the words with the number and the date of the form.</summary>
    public string Asking(string question) => question.Fill(Numbers is { Source: NumberSource.OwnSeries } own ? $"{own.Next}" : "{Issue.Number}", "{Issue.IssuedOn}");

    /// <summary>The last number of the series and the next, while the user may give one.</summary>
    public NumberOffer? Numbers { get; init; }

    /// <summary>What was passed over in it.</summary>
    public IReadOnlyList<ReportPassedFinding> Passed { get; init; } = [];

    /// <summary>The paper that a report typed in again was written from, for those who may write reports.</summary>
    public long? OldReportId { get; init; }

    /// <summary>Whether the report's signer signs digitally: a certificate is known.</summary>
    public bool IsSignedDigitally => Signing.Of(Report)?.Certificate is not null;

    /// <summary>Nothing the checker found holds it back, and there is somebody to sign it.</summary>
    public bool IsReadyToSubmit => !(Checked is { } found && (found.OpenErrors.Any() || found.OpenStale.Any()))
        && Signing.Signers.Any(signer => Signing.CanApprove(signer) && signer.MaySign(Report.PeriodKind));

    /// <summary>What is asked before it is submitted: the words with the signer, chosen in the form where there are several.</summary>
    public string AskingToSubmit => (Signing.ChecksFirst ? ReportTexts.ConfirmSubmitForCheck : ReportTexts.ConfirmSubmit)
        .Fill(Signing.Signers is [var only] ? WorkflowTexts.Name(only) : "{Act.SignerId}");

    /// <summary>It waits for somebody who cannot approve any more: without account, left, or out of office.</summary>
    public bool IsStuck => Report.Status is ReportStatus.AwaitingCheck or ReportStatus.AwaitingSignature
        && Signing.Of(Report) is { } signer && (!Signing.CanApprove(signer) || !Signing.Signers.Any(row => row.Id == signer.Id));

    /// <summary>What changed since the submission that the reader knows; null when the whole text is new to them.</summary>
    public ReportComparison? Changes { get; init; }

    /// <summary>What was said about it.</summary>
    public required ReportComments Comments { get; init; }

    /// <summary>What it replaces and what replaces it.</summary>
    public required Replacements Replacements { get; init; }

    /// <summary>It waits for somebody who reads it and decides: the text, or what changed in it, comes before everything else.</summary>
    public bool IsForReading => Report.Status is ReportStatus.AwaitingCheck or ReportStatus.AwaitingSignature;

    /// <summary>Whether the user may do this now.</summary>
    public bool May(ReportAction action) => Actions.Any(transition => transition.Action == action);

    /// <summary>Whether the user is here to read: the signer, a checker, whoever writes no reports. On a phone the text then comes before all else.</summary>
    public bool ReadsFirst(ClaimsPrincipal user) => Document is not null
        && (May(ReportAction.Approve) || May(ReportAction.CheckContent) || May(ReportAction.CheckForm) || !user.May(Permission.SubmitReports));

    /// <summary>Where a return of this report goes to: each desk has its own address and permission.</summary>
    public string ReturnAddress => Report.Status switch
    {
        ReportStatus.AwaitingCheck => "kiem-tra-tra-lai",
        ReportStatus.Approved or ReportStatus.Signed or ReportStatus.Numbered => "van-thu-tra-lai",
        _ => "tra-lai",
    };
}

/// <summary>The banner that leads from a report to what replaces it, and back.</summary>
/// <param name="Found">The other reports.</param>
/// <param name="Status">The state of the report that is looked at.</param>
/// <param name="Root">Where the pages of these are.</param>
public sealed record ReplacementBanner(Replacements Found, ReportStatus Status, string Root);

/// <summary>The lines of a report, to be edited.</summary>
/// <param name="Report">The report.</param>
/// <param name="Lines">Its lines in print order, removed ones included.</param>
public sealed record LinesPage(AnnualReport Report, IReadOnlyList<EditedLine> Lines)
{
    /// <summary>What was said about it, to stand beside the lines.</summary>
    public required ReportComments Comments { get; init; }

    /// <summary>Comments on the whole document, and those whose line is not here any more.</summary>
    public IReadOnlyList<PinnedComment> CommentsWithoutLine { get; private init; } = [];

    /// <summary>The headings, with the lines below each that ask for a look.</summary>
    public IEnumerable<(EditedLine Heading, int Stale)> Outline()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].IsHeading)
            {
                yield return (Lines[i], Lines.Skip(i + 1).TakeWhile(row => !row.IsHeading).Count(row => row.Line.HasStaleData));
            }
        }
    }

    internal static LinesPage Of(AnnualReport report, IReadOnlyList<ReportLine> lines, OfficialDocument document, TypedLine? typed, ReportComments comments)
    {
        var ids = lines.Select(line => line.Id).ToHashSet();
        var printed = document.Body.ToDictionary(block => block.Id);
        var ways = LineOrder.Ways(lines);
        return new LinesPage(report, lines.Select(line =>
        {
            var block = printed.GetValueOrDefault(line.Id.ToString(CultureInfo.InvariantCulture));
            return new EditedLine(
                line,
                block?.Label ?? line.Label,
                line.EndMark is null && block is not null ? block.Text[line.Text.Length..] : "",
                ways[line.Id],
                typed?.LineId == line.Id ? typed : null);
        }).ToList())
        {
            Comments = comments,
            CommentsWithoutLine = comments.All.Where(row => row.LineId is not { } line || !ids.Contains(line)).ToList(),
        };
    }
}

/// <summary>A line in the editor.</summary>
/// <param name="Line">The line.</param>
/// <param name="Mark">The mark it is printed with.</param>
/// <param name="AutomaticEnd">The end mark it gets by itself.</param>
/// <param name="Ways">Where it can go.</param>
/// <param name="Typed">What was typed and not saved.</param>
public sealed record EditedLine(ReportLine Line, string Mark, string AutomaticEnd, LineWays Ways, TypedLine? Typed)
{
    /// <summary>Whether the outline shows it.</summary>
    public bool IsHeading => Line.Level is BlockLevel.Section or BlockLevel.Heading;

    /// <summary>Rows that the text fills, for a browser that does not grow the field.</summary>
    public int Rows => Math.Clamp((Line.Text.Length / 80) + 1, 1, 12);
}

/// <summary>A text that could not be saved, shown again.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Theirs">After a conflict: the text as somebody else saved it.</param>
public sealed record TypedLine(long LineId, LineForm Form, string? Theirs);
