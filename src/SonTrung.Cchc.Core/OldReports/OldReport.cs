using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>
/// A report of an earlier year on its way from paper into the portal: the text as it was read, what was recognised in it and what people made of that.
/// It stays when the report is written, so that nothing of the paper is lost, not even what no report has a place for.
/// </summary>
public sealed class OldReport : AgencyEntity
{
    /// <summary>The most blocks that are looked through on one page.</summary>
    public const int MostBlocks = 1000;

    /// <summary>The most old reports of an agency that wait at a time.</summary>
    public const int MostWaiting = 20;

    /// <summary>Longest file name, characters.</summary>
    public const int FileNameLength = 255;

    /// <summary>Longest list of pages without text, characters.</summary>
    public const int PagesLength = 200;

    /// <summary>How long an old report waits after its last change.</summary>
    public static readonly TimeSpan WaitingTime = TimeSpan.FromDays(90);

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>The file's name; null for what was pasted.</summary>
    public string? FileName { get; init; }

    /// <summary>The SHA-256 of the file, or of the pasted text as UTF-8.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>Pages of the file that are pictures and were not read: "3, 4".</summary>
    public string PagesWithoutText { get; init; } = "";

    /// <summary>When it came (UTC).</summary>
    public required DateTime ReceivedUtc { get; init; }

    /// <summary>Who brought it.</summary>
    public required long ReceivedById { get; init; }

    /// <summary>When somebody last worked on it (UTC).</summary>
    public required DateTime ChangedUtc { get; set; }

    /// <summary>The text as it was read, a line each, before anything was mended.</summary>
    public required string SourceText { get; init; }

    /// <summary>What is known of the break behind each line, a digit each.</summary>
    public required string SourceBreaks { get; init; }

    /// <summary>The blocks as people left them, as JSON; see <see cref="OldReportBlocks"/>.</summary>
    public required string BlocksJson { get; set; }

    /// <summary>The report that was written from it.</summary>
    public long? ReportId { get; set; }

    /// <summary>The rows that were written, with their versions of then, as JSON.</summary>
    public string CreatedJson { get; set; } = "";

    /// <summary>When the report was written (UTC).</summary>
    public DateTime? AppliedUtc { get; set; }

    /// <summary>Who had it written.</summary>
    public long? AppliedById { get; set; }
}

/// <summary>Why an act on an old report was refused.</summary>
public enum OldReportRefusal
{
    /// <summary>No such old report for this user.</summary>
    NotFound,

    /// <summary>Somebody changed it since the page was shown.</summary>
    Conflict,

    /// <summary>It is written already, or not written yet.</summary>
    WrongState,

    /// <summary>The portal does not know such a year.</summary>
    UnknownYear,

    /// <summary>The year has a report.</summary>
    YearTaken,

    /// <summary>Nothing in it was recognised.</summary>
    Nothing,

    /// <summary>More blocks than <see cref="OldReport.MostBlocks"/>.</summary>
    TooManyBlocks,

    /// <summary>More old reports than <see cref="OldReport.MostWaiting"/> wait.</summary>
    TooManyWaiting,

    /// <summary>Blocks are not confirmed yet.</summary>
    Unconfirmed,

    /// <summary>A block has more text than its place in the report takes.</summary>
    TooLong,

    /// <summary>No block is a line of the report's text.</summary>
    NoBody,

    /// <summary>No letterhead or no signer of the agency is known at all.</summary>
    Incomplete,

    /// <summary>Somebody changed or used what was written.</summary>
    InUse,
}

/// <summary>How an act on an old report ended.</summary>
/// <param name="Id">The old report; 0 when there is none.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="Keys">The blocks that the refusal speaks of.</param>
/// <param name="Row">The old report as it is now.</param>
public sealed record OldReportResult(long Id, OldReportRefusal? Refusal = null, IReadOnlyList<int>? Keys = null, OldReport? Row = null);

/// <summary>What a person makes of a block.</summary>
/// <param name="Key">The block.</param>
/// <param name="Part">What it is.</param>
/// <param name="Printed">Its text with its mark; several lines are several blocks, none takes the block away.</param>
/// <param name="IsConfirmed">Whether the person has looked at it and found it right.</param>
public sealed record OldReportEdit(int Key, OldReportPart Part, string Printed, bool IsConfirmed);

/// <summary>An old report that waits.</summary>
/// <param name="Id">The old report.</param>
/// <param name="Year">Its year.</param>
/// <param name="FileName">The file's name; null for what was pasted.</param>
/// <param name="ChangedUtc">When somebody last worked on it (UTC).</param>
/// <param name="ReceivedBy">Who brought it.</param>
public sealed record OldReportRow(long Id, int Year, string? FileName, DateTime ChangedUtc, string ReceivedBy);
