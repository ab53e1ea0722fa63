using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Lists;

/// <summary>A row that people put in its place among others.</summary>
public interface IPlaced
{
    /// <summary>Its place; rows of one place follow by their keys.</summary>
    int Position { get; set; }
}

/// <summary>Puts rows in their places.</summary>
internal static class Places
{
    /// <summary>The place after the last row.</summary>
    public static async Task<int> EndAsync<T>(this IQueryable<T> rows, CancellationToken cancellation = default) where T : class, IPlaced =>
        (await rows.MaxAsync(row => (int?)row.Position, cancellation) ?? 0) + 1;

    /// <summary>Puts a row one place up or down; the first stays first and the last stays last. The other rows keep their places where they can.</summary>
    /// <param name="rows">All rows, in any order.</param>
    /// <param name="row">One of them.</param>
    /// <param name="isUp">Up, or down.</param>
    public static void Move<T>(IEnumerable<T> rows, T row, bool isUp) where T : Entity, IPlaced
    {
        var ordered = rows.OrderBy(other => other.Position).ThenBy(other => other.Id).ToList();
        var from = ordered.IndexOf(row);
        var to = isUp ? from - 1 : from + 1;
        if (to < 0 || to >= ordered.Count)
        {
            return;
        }

        var places = ordered.ConvertAll(other => other.Position);
        (ordered[from], ordered[to]) = (ordered[to], ordered[from]);
        for (var i = 0; i < ordered.Count; i++)
        {
            places[i] = i == 0 ? places[0] : Math.Max(places[i], places[i - 1] + 1);
            ordered[i].Position = places[i];
        }
    }
}
