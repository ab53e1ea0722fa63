using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>An act on a report: the version it speaks of, and a reason where one is asked for.</summary>
public sealed class ReportActForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

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

    /// <summary>The running number.</summary>
    [Required, Range(1, 99_999)]
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

    /// <summary>The text without end mark.</summary>
    [Required, StringLength(ReportLine.TextLength)]
    [Display(Name = nameof(ReportTexts.LineText), ResourceType = typeof(ReportTexts))]
    public string Text { get; set; } = "";

    /// <summary>The end mark; automatic when empty.</summary>
    [StringLength(Core.Plans.PlanItem.EndMarkLength)]
    [Display(Name = nameof(ReportTexts.LineEndMark), ResourceType = typeof(ReportTexts), Description = nameof(ReportTexts.LineEndMarkHint))]
    public string? EndMark { get; set; }

    /// <summary>For a new line: its rank.</summary>
    [Display(Name = nameof(ReportTexts.LineLevel), ResourceType = typeof(ReportTexts))]
    public BlockLevel Level { get; set; } = BlockLevel.Dash;
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
/// <param name="Issue">The form of number and date, with what was typed.</param>
/// <param name="Act">The form of a return, with what was typed.</param>
public sealed record ReportPage(
    AnnualReport Report,
    OfficialDocument? Document,
    string? Missing,
    IReadOnlyList<ReportTransition> Actions,
    IssueForm Issue,
    ReportActForm Act)
{
    /// <summary>Whether the user may do this now.</summary>
    public bool May(ReportAction action) => Actions.Any(transition => transition.Action == action);
}

/// <summary>The lines of a report, to be edited.</summary>
/// <param name="Report">The report.</param>
/// <param name="Lines">Its lines in print order, removed ones included.</param>
public sealed record LinesPage(AnnualReport Report, IReadOnlyList<ReportLine> Lines);

/// <summary>One line in its form.</summary>
/// <param name="Report">The report.</param>
/// <param name="Line">The line; null for a new one.</param>
/// <param name="After">For a new line: the line it follows.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Theirs">After a conflict: the text as somebody else saved it.</param>
public sealed record LineEditor(AnnualReport Report, ReportLine? Line, ReportLine? After, LineForm Form, string? Theirs = null);
