using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>What is entered about a rule set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="LastYear">The last reporting year.</param>
/// <param name="Criteria">Its criteria.</param>
public sealed record ScoreRuleSetInput(string Name, string Source, int? LastYear, IReadOnlyList<ScoreCriterionInput> Criteria);

/// <summary>A criterion as entered.</summary>
public sealed record ScoreCriterionInput
{
    /// <summary>Its key.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The most points; ignored for a group.</summary>
    public required decimal MaxPoints { get; init; }

    /// <summary>Only what has evidence counts.</summary>
    public bool NeedsEvidence { get; init; }

    /// <summary>Its thresholds.</summary>
    public required IReadOnlyList<(decimal FromPercent, decimal? Points)> Steps { get; init; }

    /// <summary>Its groups of forms; those with key 0 are new.</summary>
    public required IReadOnlyList<ScorePartInput> Parts { get; init; }
}

/// <summary>A group of forms as entered.</summary>
/// <param name="Id">Its key; 0 for a new one.</param>
/// <param name="Name">Its name; empty to take it out.</param>
/// <param name="Points">Its points.</param>
/// <param name="Mode">Its class of channels.</param>
/// <param name="MinForms">How many different forms it takes.</param>
/// <param name="ChannelIds">The channels that count; empty for all of the class.</param>
public sealed record ScorePartInput(long Id, string Name, decimal Points, ChannelMode Mode, int MinForms, IReadOnlyList<long> ChannelIds);

/// <summary>The rule sets, which are the system administrator's: copied for another span of years and then edited.</summary>
public sealed class ScoreRuleSetService(CchcDbContext db, TimeProvider time)
{
    /// <summary>All sets, newest first.</summary>
    public Task<List<ScoreRuleSet>> ListAsync(CancellationToken cancellation = default) =>
        db.ScoreRuleSets.AsNoTracking().OrderByDescending(row => row.FirstYear).ToListAsync(cancellation);

    /// <summary>One set with its criteria, or null.</summary>
    public Task<ScoreRuleSet?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.ScoreRuleSets.AsNoTracking().WithCriteria().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The channels that a group may name.</summary>
    public Task<List<Choice>> ChannelsAsync(CancellationToken cancellation = default) => db.PropagandaChannels.AsNoTracking()
        .OrderBy(row => row.Position).ThenBy(row => row.Id).Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation);

    /// <summary>Copies a set for the years from one on, once per form.</summary>
    public async Task<SetupResult> CopyAsync(long id, Guid formKey, int firstYear, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { } source)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (!ScoreExplanation.IsYear(firstYear))
        {
            return new SetupResult(SetupOutcome.ChoiceWrong, id);
        }

        if (await db.MadeByFormAsync(formKey, cancellation) is null && await db.ScoreRuleSets.AnyAsync(row => row.FirstYear == firstYear, cancellation))
        {
            return new SetupResult(SetupOutcome.Overlaps, id);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var copy = new ScoreRuleSet { Name = source.Name, Source = source.Source, FirstYear = firstYear };
                db.ScoreRuleSets.Add(copy);
                copy.Criteria.AddRange(source.Criteria.Select(Copy));
                db.AddRange(copy.Criteria);
                return Task.FromResult<Entity>(copy);
            },
            cancellation));
    }

    /// <summary>Changes a set. Its codes stay, so that what was said of them keeps its place.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, ScoreRuleSetInput input, CancellationToken cancellation = default)
    {
        if (await db.ScoreRuleSets.WithCriteria().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } set)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (input.LastYear < set.FirstYear)
        {
            return new SetupResult(SetupOutcome.EndsBeforeStart, id);
        }

        if (!await FitsAsync(set, input, cancellation))
        {
            return new SetupResult(SetupOutcome.ChoiceWrong, id);
        }

        set.Name = PlainText.Clean(input.Name);
        set.Source = PlainText.Clean(input.Source);
        set.LastYear = input.LastYear;
        foreach (var given in input.Criteria)
        {
            if (set.Criteria.Find(criterion => criterion.Id == given.Id) is { } criterion)
            {
                Fill(criterion, given);
            }
        }

        return await db.SaveSetupAsync(set, version, cancellation);
    }

    private static ScoreCriterion Copy(ScoreCriterion source)
    {
        var copy = new ScoreCriterion
        {
            Position = source.Position,
            Code = source.Code,
            Name = source.Name,
            Kind = source.Kind,
            MaxPoints = source.MaxPoints,
            NeedsEvidence = source.NeedsEvidence,
        };
        copy.Steps.AddRange(source.Steps.Select(step => new ScoreStep { FromPercent = step.FromPercent, Points = step.Points }));
        copy.Parts.AddRange(source.Parts.Select(part =>
        {
            var own = new ScorePart { Position = part.Position, Name = part.Name, Points = part.Points, Mode = part.Mode, MinForms = part.MinForms };
            own.Channels.AddRange(part.Channels.Select(channel => new ScorePartChannel { ChannelId = channel.ChannelId }));
            return own;
        }));
        return copy;
    }

    /// <summary>No threshold twice, no more points than there are, no channel that does not exist.</summary>
    private async Task<bool> FitsAsync(ScoreRuleSet set, ScoreRuleSetInput input, CancellationToken cancellation)
    {
        var channels = input.Criteria.SelectMany(criterion => criterion.Parts).SelectMany(part => part.ChannelIds).Distinct().ToList();
        return await db.PropagandaChannels.CountAsync(row => channels.Contains(row.Id), cancellation) == channels.Count
            && input.Criteria.All(given => set.Criteria.Find(criterion => criterion.Id == given.Id) is not { } stored || Fits(stored.Kind, given));
    }

    private static bool Fits(ScoreKind kind, ScoreCriterionInput given) => kind switch
    {
        ScoreKind.PlanShare => given.Steps.Count > 0
            && given.Steps.Select(step => step.FromPercent).Distinct().Count() == given.Steps.Count
            && given.Steps.All(step => step.FromPercent is >= 0 and <= 100 && (step.Points ?? 0) <= given.MaxPoints),
        ScoreKind.ChannelVariety => Kept(given).ToList() is { Count: > 0 } parts && parts.Sum(part => part.Points) <= given.MaxPoints,
        _ => true,
    };

    private static IEnumerable<ScorePartInput> Kept(ScoreCriterionInput given) => given.Parts.Where(part => PlainText.Clean(part.Name).Length > 0);

    private void Fill(ScoreCriterion criterion, ScoreCriterionInput given)
    {
        criterion.Name = PlainText.Clean(given.Name);
        if (criterion.Kind == ScoreKind.Group)
        {
            return;
        }

        criterion.MaxPoints = given.MaxPoints;
        criterion.NeedsEvidence = given.NeedsEvidence;
        if (criterion.Kind == ScoreKind.PlanShare)
        {
            FillSteps(criterion, given);
        }
        else
        {
            FillParts(criterion, given);
        }
    }

    private void FillSteps(ScoreCriterion criterion, ScoreCriterionInput given)
    {
        foreach (var gone in criterion.Steps.Where(step => given.Steps.All(other => other.FromPercent != step.FromPercent)).ToList())
        {
            criterion.Steps.Remove(gone);
            db.Remove(gone);
        }

        foreach (var (fromPercent, points) in given.Steps)
        {
            if (criterion.Steps.Find(step => step.FromPercent == fromPercent) is { } step)
            {
                step.Points = points;
                continue;
            }

            step = new ScoreStep { CriterionId = criterion.Id, FromPercent = fromPercent, Points = points };
            criterion.Steps.Add(step);
            db.Add(step);
        }
    }

    private void FillParts(ScoreCriterion criterion, ScoreCriterionInput given)
    {
        var kept = Kept(given).ToList();
        foreach (var gone in criterion.Parts.Where(part => kept.TrueForAll(other => other.Id != part.Id)).ToList())
        {
            criterion.Parts.Remove(gone);
            db.RemoveRange(gone.Channels);
            db.Remove(gone);
        }

        foreach (var (input, place) in kept.Select((part, i) => (part, i)))
        {
            var part = criterion.Parts.Find(part => part.Id == input.Id);
            if (part is null)
            {
                part = new ScorePart { CriterionId = criterion.Id, Position = place, Name = "", Points = 0, Mode = input.Mode, MinForms = 1 };
                criterion.Parts.Add(part);
                db.Add(part);
            }

            part.Position = place;
            part.Name = PlainText.Clean(input.Name);
            part.Points = input.Points;
            part.Mode = input.Mode;
            part.MinForms = input.MinForms;
            var gone = part.Channels.Where(channel => !input.ChannelIds.Contains(channel.ChannelId)).ToList();
            db.RemoveRange(gone);
            part.Channels.RemoveAll(gone.Contains);
            foreach (var channel in input.ChannelIds.Except(part.Channels.Select(channel => channel.ChannelId)).ToList())
            {
                var row = new ScorePartChannel { PartId = part.Id, ChannelId = channel };
                part.Channels.Add(row);
                db.Add(row);
            }
        }
    }
}
