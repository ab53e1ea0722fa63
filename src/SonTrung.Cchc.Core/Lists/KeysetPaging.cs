using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Lists;

/// <summary>Cuts lists by the key of a row, so that the thousandth page costs what the first does.</summary>
internal static class KeysetPaging
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Rows that a stream reads at once.</summary>
    public const int ChunkSize = 500;

    /// <summary>A page of a list ordered by a key and, where that is equal, by the rows' own keys.</summary>
    /// <param name="rows">All rows of the list, unordered.</param>
    /// <param name="key">The key; never null.</param>
    /// <param name="order">Its direction.</param>
    /// <param name="at">Which page. A row that is gone gives the first page.</param>
    /// <param name="read">What is read of a row.</param>
    /// <param name="size">Rows on the page.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ListPage<TRow>> PageAsync<T, TKey, TRow>(
        this IQueryable<T> rows,
        Expression<Func<T, TKey>> key,
        ListOrder order,
        PageAt at,
        Expression<Func<T, TRow>> read,
        int size = PageSize,
        CancellationToken cancellation = default)
        where T : class
        where TRow : IListRow
    {
        var isBackward = at.Before is not null;
        var isDescending = order == ListOrder.Descending != isBackward;
        var rest = rows;
        var isFirst = true;
        if ((at.Before ?? at.After) is { } anchor
            && await rows.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).Where(IdIs<T>(anchor)).Select(key).ToListAsync(cancellation) is [var value])
        {
            rest = rows.Where(Beyond(key, value, anchor, isDescending));
            isFirst = false;
        }

        var sorted = isDescending
            ? rest.OrderByDescending(key).ThenByDescending(Id<T>())
            : rest.OrderBy(key).ThenBy(Id<T>());
        var found = await sorted.Take(size + 1).Select(read).ToListAsync(cancellation);
        if (isBackward && (isFirst || found.Count == 0))
        {
            return await rows.PageAsync(key, order, PageAt.First, read, size, cancellation);
        }

        var page = found.Take(size).ToList();
        if (isBackward)
        {
            page.Reverse();
        }

        var hasMore = found.Count > size;
        return new ListPage<TRow>(
            page,
            page.Count > 0 && (isBackward ? hasMore : !isFirst) ? page[0].Id : null,
            page.Count > 0 && (isBackward || hasMore) ? page[^1].Id : null);
    }

    /// <summary>All rows of a list in its order. They are read in chunks: a strategy that retries would hold the whole answer in memory.</summary>
    public static async IAsyncEnumerable<TRow> StreamAsync<T, TKey, TRow>(
        this IQueryable<T> rows,
        Expression<Func<T, TKey>> key,
        ListOrder order,
        Expression<Func<T, TRow>> read,
        [EnumeratorCancellation] CancellationToken cancellation = default)
        where T : class
        where TRow : IListRow
    {
        var at = PageAt.First;
        do
        {
            var chunk = await rows.PageAsync(key, order, at, read, ChunkSize, cancellation);
            foreach (var row in chunk.Rows)
            {
                yield return row;
            }

            at = new PageAt(After: chunk.After);
        }
        while (at.After is not null);
    }

    private static Expression<Func<T, long>> Id<T>() => row => EF.Property<long>(row!, nameof(Entity.Id));

    private static Expression<Func<T, bool>> IdIs<T>(long id) => row => EF.Property<long>(row!, nameof(Entity.Id)) == id;

    private static Expression<Func<T, bool>> Beyond<T, TKey>(Expression<Func<T, TKey>> key, TKey value, long id, bool isDescending)
    {
        var row = key.Parameters[0];
        var own = Expression.Call(
            typeof(EF), nameof(EF.Property), [typeof(long)], Expression.Convert(row, typeof(object)), Expression.Constant(nameof(Entity.Id)));
        var wanted = Sent(value);

        // The bound on the key alone comes first: a database reads a range of the index for it, and for "or" it does not.
        var beyond = Expression.AndAlso(
            Expression.Not(Compare(key.Body, wanted, !isDescending)),
            Expression.OrElse(Compare(key.Body, wanted, isDescending), Compare(own, Sent(id), isDescending)));
        return Expression.Lambda<Func<T, bool>>(beyond, row);
    }

    private static BinaryExpression Compare(Expression left, Expression right, bool isDescending)
    {
        if (left.Type == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), null, left, right);
            right = Expression.Constant(0);
        }

        return isDescending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    /// <summary>A value as a parameter of the command, as if a lambda had captured it.</summary>
    private static MemberExpression Sent<TValue>(TValue value) =>
        Expression.Field(Expression.Constant(new StrongBox<TValue>(value)), nameof(StrongBox<>.Value));
}
