using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What is entered about a sentence pattern.</summary>
/// <param name="ChannelId">For this channel alone.</param>
/// <param name="TopicId">For this topic alone.</param>
/// <param name="Position">Its place among its like.</param>
/// <param name="Text">The text with tokens.</param>
public sealed record SentencePatternInput(long? ChannelId, long? TopicId, int Position, string Text);

/// <summary>How saving a pattern ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Id">The pattern.</param>
/// <param name="Trial">How it did on the sample data, when that is why it was not saved.</param>
public sealed record PatternResult(SetupOutcome Outcome, long Id = 0, PatternTrial? Trial = null);

/// <summary>Mẫu câu: the common patterns are the system administrator's, an agency's own go before them.</summary>
public sealed class SentencePatternService(CchcDbContext db, TimeProvider time)
{
    /// <summary>The common patterns and the own agency's, in the order in which they are looked at.</summary>
    public async Task<List<SentencePattern>> ListAsync(CancellationToken cancellation = default)
    {
        var rows = await db.SentencePatterns.AsNoTracking().Include(row => row.Channel).Include(row => row.Topic)
            .OrderBy(row => row.AgencyId == null).ThenBy(row => row.ChannelId == null).ThenBy(row => row.TopicId == null)
            .ThenBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        (await CatalogueNames.ReadAsync(db, cancellation)).PutInto(rows.SelectMany(row => new CatalogueEntry?[] { row.Channel, row.Topic }));
        return rows;
    }

    /// <summary>One pattern, or null.</summary>
    public Task<SentencePattern?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.SentencePatterns.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Whether the signed-in administrator changes a pattern: the own agency's, or a common one.</summary>
    public bool IsOwn(SentencePattern row) => row.AgencyId == db.Scope.WriteAgencyId;

    /// <summary>The channels to choose from.</summary>
    public async Task<List<Choice>> ChannelsAsync(CancellationToken cancellation = default) =>
        await (await CatalogueNames.ReadAsync(db, cancellation)).ChoicesAsync(db.PropagandaChannels, cancellation);

    /// <summary>The topics to choose from.</summary>
    public async Task<List<Choice>> TopicsAsync(CancellationToken cancellation = default) =>
        await (await CatalogueNames.ReadAsync(db, cancellation)).ChoicesAsync(db.Topics, cancellation);

    /// <summary>Enters an own pattern once per form, if it does well on the sample data.</summary>
    public async Task<PatternResult> CreateAsync(Guid formKey, SentencePatternInput input, CancellationToken cancellation = default)
    {
        if (await RefusalAsync(input, cancellation) is { } refusal)
        {
            return refusal;
        }

        return new PatternResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new SentencePattern
                {
                    AgencyId = db.Scope.WriteAgencyId,
                    ChannelId = input.ChannelId,
                    TopicId = input.TopicId,
                    Position = input.Position,
                    Text = PlainText.Clean(input.Text),
                };
                db.SentencePatterns.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation));
    }

    /// <summary>Changes an own pattern, if it does well on the sample data.</summary>
    public async Task<PatternResult> UpdateAsync(long id, Guid version, SentencePatternInput input, CancellationToken cancellation = default)
    {
        if (await db.SentencePatterns.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row || !IsOwn(row))
        {
            return new PatternResult(SetupOutcome.NotFound);
        }

        if (await RefusalAsync(input, cancellation) is { } refusal)
        {
            return refusal;
        }

        row.ChannelId = input.ChannelId;
        row.TopicId = input.TopicId;
        row.Position = input.Position;
        row.Text = PlainText.Clean(input.Text);
        return new PatternResult(await db.TrySaveAsync(row, version, cancellation) ? SetupOutcome.Done : SetupOutcome.Conflict, id);
    }

    /// <summary>Takes an own pattern out, but never the last common one; where an agency has none left, the common ones count.</summary>
    public async Task<SetupOutcome> RemoveAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await db.SentencePatterns.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row || !IsOwn(row))
        {
            return SetupOutcome.NotFound;
        }

        if (row.AgencyId is null && !await db.SentencePatterns.AnyAsync(other => other.AgencyId == null && other.Id != id, cancellation))
        {
            return SetupOutcome.Needed;
        }

        db.Entry(row).Property(stored => stored.Version).OriginalValue = version;
        db.SentencePatterns.Remove(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return SetupOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SetupOutcome.Conflict;
        }
    }

    private async Task<PatternResult?> RefusalAsync(SentencePatternInput input, CancellationToken cancellation)
    {
        if ((input.ChannelId is { } channel && !await db.PropagandaChannels.AnyAsync(row => row.Id == channel, cancellation))
            || (input.TopicId is { } topic && !await db.Topics.AnyAsync(row => row.Id == topic, cancellation)))
        {
            return new PatternResult(SetupOutcome.ChoiceWrong);
        }

        var trial = PatternCheck.Try(PlainText.Clean(input.Text));
        return trial.Problem is null ? null : new PatternResult(SetupOutcome.Needed, Trial: trial);
    }
}
