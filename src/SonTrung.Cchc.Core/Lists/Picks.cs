using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Lists;

/// <summary>A row taken over from elsewhere, with the words that it is given here.</summary>
/// <param name="SourceId">What it comes from.</param>
/// <param name="Text">Its words.</param>
/// <param name="CauseId">For a shortcoming: its cause of the catalogue.</param>
public sealed record Pick(long SourceId, string Text, long? CauseId = null);

/// <summary>Takes rows over from elsewhere.</summary>
internal static class Picks
{
    /// <summary>
    /// Makes a row of each pick, once per form. What was taken over or dismissed meanwhile is no longer open and passed over; where two people answer a
    /// proposal at the same moment, the database keeps one answer and the other form is carried out again without it.
    /// </summary>
    /// <param name="db">A context in the scope of a signed-in user.</param>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="atUtc">Now (UTC).</param>
    /// <param name="picks">What was chosen.</param>
    /// <param name="open">What can still be taken over, by key.</param>
    /// <param name="end">The place of the first new row.</param>
    /// <param name="make">Makes a row of its source, its place and its words.</param>
    /// <param name="answer">The answer that keeps a proposal from being taken twice; null for what is no proposal.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task AddPicksAsync<TSource, TRow>(
        this CchcDbContext db,
        Guid formKey,
        DateTime atUtc,
        IReadOnlyList<Pick> picks,
        Func<Task<Dictionary<long, TSource>>> open,
        Func<Task<int>> end,
        Func<TSource, int, string, TRow> make,
        Func<TSource, ProposalAnswer>? answer,
        CancellationToken cancellation = default)
        where TRow : Entity
    {
        try
        {
            await AddAsync();
        }
        catch (DbUpdateException) when (answer is not null)
        {
            db.ChangeTracker.Clear();
            await AddAsync();
        }

        Task AddAsync() => db.CreateOnceAsync(
            formKey,
            atUtc,
            async () =>
            {
                var sources = await open();
                var place = await end();
                var taken = picks.DistinctBy(pick => pick.SourceId).Where(pick => sources.ContainsKey(pick.SourceId)).ToList();
                var rows = taken.Select((pick, i) => make(sources[pick.SourceId], place + i, PlainText.Clean(pick.Text))).ToList();
                db.AddRange(rows);
                if (answer is not null)
                {
                    db.AddRange(taken.Select(pick => answer(sources[pick.SourceId])));
                }

                return rows.Count > 0 ? rows[0].Id : 0;
            },
            cancellation);
    }
}
