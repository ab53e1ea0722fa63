using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>
/// Which line of a year's plan is proposed for a channel: the one that the person gave it last, or else the plan's first with this channel.
/// The form and the import ask the same rule.
/// </summary>
/// <param name="own">What the person entered last, newest first.</param>
/// <param name="lines">The lines of the year's plan in its order.</param>
internal sealed class PlanLineProposal(IReadOnlyList<ChannelUse> own, IReadOnlyList<PlanLineChannels> lines)
{
    /// <summary>Rows of a person that count as habit.</summary>
    public const int RecentRows = 30;

    /// <summary>Whether there is a line to choose.</summary>
    public bool HasLines => lines.Count > 0;

    /// <summary>The line for a channel; null when none fits.</summary>
    public long? Of(long channelId) => own.Where(row => row.ChannelId == channelId).Select(row => row.PlanItemId)
        .Concat(lines.Where(line => line.ChannelIds.Contains(channelId)).Select(line => (long?)line.Id))
        .FirstOrDefault(id => lines.Any(line => line.Id == id));

    /// <summary>What the signed-in person entered last, newest first.</summary>
    public static IQueryable<PropagandaActivity> Own(CchcDbContext db)
    {
        var userId = db.Scope.UserId;
        return db.PropagandaActivities.AsNoTracking().Where(row => row.EnteredById == userId).OrderByDescending(row => row.EnteredUtc);
    }
}

/// <summary>A channel with the plan line that an activity was given.</summary>
internal sealed record ChannelUse(long ChannelId, long? PlanItemId);

/// <summary>A plan line with the channels that it names.</summary>
internal sealed record PlanLineChannels(long Id, IReadOnlyList<long> ChannelIds);
