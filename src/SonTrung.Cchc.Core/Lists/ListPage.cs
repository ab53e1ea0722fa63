namespace SonTrung.Cchc.Core.Lists;

/// <summary>A row of a list, found again by its key.</summary>
public interface IListRow
{
    /// <summary>The key.</summary>
    long Id { get; }
}

/// <summary>Which page of a list: the first, or the one before or after a row.</summary>
/// <param name="Before">The key of the row that follows the page.</param>
/// <param name="After">The key of the row that precedes it; ignored when the other is given.</param>
public sealed record PageAt(long? Before = null, long? After = null)
{
    /// <summary>The first page.</summary>
    public static PageAt First { get; } = new();
}

/// <summary>A page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Before">The key of its first row; null on the first page.</param>
/// <param name="After">The key of its last row; null on the last page.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, long? Before, long? After);

/// <summary>The direction of a list.</summary>
public enum ListOrder
{
    /// <summary>Smallest first.</summary>
    Ascending,

    /// <summary>Greatest first.</summary>
    Descending,
}

/// <summary>A deleted row that can be restored.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Text">What it says.</param>
/// <param name="Year">Its reporting year.</param>
/// <param name="DeletedUtc">When it was deleted (UTC).</param>
public sealed record DeletedRow(long Id, string Text, int Year, DateTime DeletedUtc) : IListRow;
