using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>One import from a table: what was read waits here until it is looked through, and what it brought in can be taken out again as a whole.</summary>
public sealed class ImportBatch : AgencyEntity
{
    /// <summary>The most rows of a table.</summary>
    public const int MostRows = 20_000;

    /// <summary>The largest file, bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The most imports of one person that wait at a time.</summary>
    public const int MostWaiting = 20;

    /// <summary>Longest file name, characters.</summary>
    public const int FileNameLength = 255;

    /// <summary>How long a table waits for its import.</summary>
    public static readonly TimeSpan WaitingTime = TimeSpan.FromHours(24);

    /// <summary>What is brought in.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>The plan's year, for lines of a plan.</summary>
    public int? Year { get; init; }

    /// <summary>The file's name; null for what was pasted.</summary>
    public string? FileName { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportStatus Status { get; set; }

    /// <summary>When the table came (UTC).</summary>
    public required DateTime ReceivedUtc { get; init; }

    /// <summary>Who brought it.</summary>
    public required long ReceivedById { get; init; }

    /// <summary>The SHA-256 of the table in the file store; null when the table is forgotten.</summary>
    public string? RowsSha256 { get; set; }

    /// <summary>What the person decided, as JSON; see <see cref="ImportChoices"/>.</summary>
    public string Choices { get; set; } = "";

    /// <summary>When its rows were entered (UTC).</summary>
    public DateTime? ImportedUtc { get; set; }

    /// <summary>Rows that were entered.</summary>
    public int Imported { get; set; }

    /// <summary>Rows that were not, because something was wrong with them.</summary>
    public int Wrong { get; set; }

    /// <summary>Rows that were not, because they are likely repetitions.</summary>
    public int Skipped { get; set; }

    /// <summary>When it was taken back (UTC).</summary>
    public DateTime? UndoneUtc { get; set; }

    /// <summary>Who took it back.</summary>
    public long? UndoneById { get; set; }

    /// <summary>Rows that were taken out again.</summary>
    public int Undone { get; set; }
}

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>Read; nothing is entered yet.</summary>
    Waiting,

    /// <summary>Entered.</summary>
    Imported,

    /// <summary>Taken out again.</summary>
    Undone,

    /// <summary>Given up before anything was entered.</summary>
    GivenUp,
}

/// <summary>Why an import was refused.</summary>
public enum ImportRefusal
{
    /// <summary>No such import for this user.</summary>
    NotFound,

    /// <summary>The table has no rows.</summary>
    Nothing,

    /// <summary>No row has headings that the portal knows.</summary>
    NoHeadings,

    /// <summary>Columns are missing without which nothing can be entered.</summary>
    MissingColumns,

    /// <summary>More rows than <see cref="ImportBatch.MostRows"/>.</summary>
    TooManyRows,

    /// <summary>More imports than <see cref="ImportBatch.MostWaiting"/> wait.</summary>
    TooManyWaiting,

    /// <summary>The year has no plan.</summary>
    NoPlan,

    /// <summary>The table waited too long and is forgotten.</summary>
    Gone,

    /// <summary>The lists or the log changed since the preview: it shows something else now.</summary>
    Changed,

    /// <summary>Nothing of the table can be entered.</summary>
    NothingToEnter,

    /// <summary>It is not in a state for this.</summary>
    WrongState,
}

/// <summary>How an act on an import ended.</summary>
/// <param name="Id">The import; 0 when there is none.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="Missing">The headings of the columns that are missing.</param>
/// <param name="Count">Rows that were entered or taken out.</param>
/// <param name="Kept">Rows that were not taken out because somebody changed or used them since.</param>
public sealed record ImportResult(long Id, ImportRefusal? Refusal = null, IReadOnlyList<string>? Missing = null, int Count = 0, int Kept = 0);

/// <summary>An import in the list.</summary>
public sealed record ImportListRow(
    long Id, ImportKind Kind, int? Year, string? FileName, ImportStatus Status, DateTime ReceivedUtc, string ReceivedBy, int Imported, int Undone) : Lists.IListRow;

/// <summary>Which rows of a preview are shown.</summary>
public enum ImportFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those with something wrong.</summary>
    Wrong,

    /// <summary>Those that are likely repetitions.</summary>
    Alike,

    /// <summary>Rows with cells whose letters were mended.</summary>
    Mended,
}

/// <summary>A name that no list has, to be answered by the person.</summary>
/// <param name="List">Where the answer is kept.</param>
/// <param name="Heading">The column it stands in.</param>
/// <param name="Name">The name.</param>
/// <param name="ProposedId">The entry that is much like it.</param>
/// <param name="MayStayEmpty">Whether the cell may be left empty.</param>
/// <param name="Entries">The list.</param>
public sealed record NameQuestion(
    string List, string Heading, string Name, long? ProposedId, bool MayStayEmpty, IReadOnlyList<Activities.Choice> Entries);

/// <summary>What an import would enter. Nothing is entered by looking at it.</summary>
public sealed record ImportPreview
{
    /// <summary>The import.</summary>
    public required ImportBatch Batch { get; init; }

    /// <summary>The columns of the table.</summary>
    public required ColumnMap Columns { get; init; }

    /// <summary>Rows of the table.</summary>
    public required int Total { get; init; }

    /// <summary>Rows that would be entered.</summary>
    public required int Ready { get; init; }

    /// <summary>Rows with something wrong.</summary>
    public required int Wrong { get; init; }

    /// <summary>Rows that are likely repetitions.</summary>
    public required int Alike { get; init; }

    /// <summary>Those of them that would be entered all the same.</summary>
    public required int AlikeTaken { get; init; }

    /// <summary>Rows with cells whose letters were mended.</summary>
    public required int Mended { get; init; }

    /// <summary>Sound rows for which a plan line is proposed.</summary>
    public required int PlanLines { get; init; }

    /// <summary>Whether the person wants the proposals.</summary>
    public required bool TakesPlanLines { get; init; }

    /// <summary>Sound rows without a plan line, because none fits their channel.</summary>
    public required int NoPlanLine { get; init; }

    /// <summary>Numbers of rows that are examples.</summary>
    public required IReadOnlyList<int> PassedOver { get; init; }

    /// <summary>Names that no list has.</summary>
    public required IReadOnlyList<NameQuestion> Names { get; init; }

    /// <summary>How many such names there are, when not all are asked for at once.</summary>
    public required int NamesInAll { get; init; }

    /// <summary>A page of the rows.</summary>
    public required Lists.ListPage<ImportRow> Page { get; init; }

    /// <summary>What would be entered, in short: the import is refused when it is something else by then.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>An import that is done.</summary>
/// <param name="Batch">The import.</param>
/// <param name="ReceivedBy">Who brought it.</param>
/// <param name="UndoneBy">Who took it back; null when nobody did.</param>
/// <param name="Left">Rows of it that are there.</param>
/// <param name="Years">The reporting years of its activities.</param>
/// <param name="Kept">Some of those that would stay when it is taken back, or stayed when it was: somebody changed or used them.</param>
/// <param name="KeptInAll">How many these are.</param>
/// <param name="HasRows">Whether the rows with something wrong can still be taken away.</param>
public sealed record ImportSummary(
    ImportBatch Batch, string ReceivedBy, string? UndoneBy, int Left, IReadOnlyList<int> Years, IReadOnlyList<Activities.Choice> Kept, int KeptInAll, bool HasRows);
