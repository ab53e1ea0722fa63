namespace SonTrung.Cchc.Core.Imports;

/// <summary>What is wrong with a cell.</summary>
public enum ImportProblem
{
    /// <summary>Nothing is given, and the row can't do without.</summary>
    Missing,

    /// <summary>The words are no day; the value says which.</summary>
    NotADay,

    /// <summary>The words are no number.</summary>
    NotANumber,

    /// <summary>A whole number was asked for.</summary>
    NotWhole,

    /// <summary>"1,234" may mean two things.</summary>
    Ambiguous,

    /// <summary>The number is below 0 or above what is kept.</summary>
    OutOfRange,

    /// <summary>More than three decimals.</summary>
    TooManyDecimals,

    /// <summary>More words than are kept.</summary>
    TooLong,

    /// <summary>Neither yes nor no.</summary>
    NotYesNo,

    /// <summary>The list has no such name.</summary>
    UnknownName,

    /// <summary>The list has several of this name.</summary>
    SeveralOfThisName,

    /// <summary>The entry cannot be chosen on that day.</summary>
    NotOnThatDay,

    /// <summary>A formula that gave an error or was never worked out.</summary>
    Fault,

    /// <summary>No reporting period holds the day.</summary>
    NoPeriod,

    /// <summary>The last day is before the first or in another reporting year.</summary>
    EndsWrong,

    /// <summary>No address of the web.</summary>
    NotALink,

    /// <summary>The same figure is given twice.</summary>
    FigureTwice,

    /// <summary>A unit without its number, or a number without its unit.</summary>
    HalfAFigure,

    /// <summary>A target without what is counted.</summary>
    NoIndicator,

    /// <summary>A ratio needs to be told of what it is a part, and that is not what is counted.</summary>
    NoBase,

    /// <summary>A percentage above 100.</summary>
    AboveHundred,
}

/// <summary>Something that is wrong with a cell.</summary>
/// <param name="Problem">What.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Proposal">The entry of the list that is much like it.</param>
/// <param name="Limit">The most that is kept, for what is too long or too large.</param>
public sealed record ImportIssue(ImportProblem Problem, ImportColumn Column, string Value, string? Proposal = null, long Limit = 0);

/// <summary>A cell as it would be entered.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Text">What would be entered, in the list's own words; what stands there when it is wrong.</param>
/// <param name="IsWrong">Whether it is wrong.</param>
/// <param name="Original">What stood there before its letters were mended; null when they are as they came.</param>
public sealed record ImportCell(ImportColumn Column, string Text, bool IsWrong, string? Original = null);

/// <summary>Where the plan line of an activity comes from.</summary>
public enum ImportPlanLine
{
    /// <summary>The table says it, or says that there is none; also where the year has no plan.</summary>
    AsGiven,

    /// <summary>Proposed by the channel, as the form does.</summary>
    Proposed,

    /// <summary>Proposed, and the person wants none of the proposals.</summary>
    Declined,

    /// <summary>No line of the year's plan fits the channel.</summary>
    NoneFits,
}

/// <summary>What a row is likely to repeat.</summary>
/// <param name="RowNumber">A row of the same file; 0 when it is one of the portal.</param>
/// <param name="Id">A row of the portal; 0 when it is one of the file.</param>
/// <param name="Text">What it says.</param>
/// <param name="Day">Its day.</param>
public sealed record ImportAlike(int RowNumber, long Id, string Text, DateOnly? Day);

/// <summary>A row as it would be entered.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Cells">Its cells that are not empty.</param>
/// <param name="Issues">What is wrong with it; it is entered only without any.</param>
/// <param name="Alike">What it is likely to repeat, or null.</param>
public record ImportRow(int Number, IReadOnlyList<ImportCell> Cells, IReadOnlyList<ImportIssue> Issues, ImportAlike? Alike)
{
    /// <summary>Whether it can be entered.</summary>
    public bool IsSound => Issues.Count == 0;

    /// <summary>Whether letters of it were mended.</summary>
    public bool IsMended => Cells.Any(cell => cell.Original is not null);

    /// <summary>Entered, although it is likely a repetition; see <see cref="ImportChoices"/>.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Where its plan line comes from.</summary>
    public ImportPlanLine PlanLine { get; init; }

    /// <summary>The plan line proposed for it, whether or not the person wants the proposals.</summary>
    public string? ProposedLine { get; init; }

    /// <summary>The words of a column, or null.</summary>
    internal string? Text(string key) => Cells.FirstOrDefault(cell => cell.Column.Key == key)?.Text;
}

/// <summary>A row with what the service is given.</summary>
/// <typeparam name="T">What a form would give.</typeparam>
/// <param name="Number">Its number in the file.</param>
/// <param name="Cells">Its cells that are not empty.</param>
/// <param name="Issues">What is wrong with it.</param>
/// <param name="Alike">What it is likely to repeat.</param>
/// <param name="Input">What would be entered; null when something is wrong.</param>
internal sealed record ImportRow<T>(int Number, IReadOnlyList<ImportCell> Cells, IReadOnlyList<ImportIssue> Issues, ImportAlike? Alike, T? Input)
    : ImportRow(Number, Cells, Issues, Alike)
    where T : class;
