namespace SonTrung.Cchc.Core.Activities;

/// <summary>An activity that may be the same as one about to be entered.</summary>
public sealed record AlikeActivity(long Id, DateOnly StartsOn, string Title, string? Place, long ChannelId, string Channel, long? PlanItemId)
{
    /// <summary>
    /// Whether the two are likely the same: about the same day and words; or the same day, channel and plan line, unless both name
    /// different places. Titles with different numbers ("chuyên mục số 7", "số 8") are different works.
    /// </summary>
    public bool IsLike(ActivityInput input) => Traits.IsLike(ActivityTraits.Of(input));

    private ActivityTraits Traits => new(StartsOn, Title, Place, ChannelId, PlanItemId);
}
