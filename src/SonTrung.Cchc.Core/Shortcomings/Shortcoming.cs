using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Checking.Language;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Core.Shortcomings;

/// <summary>What fell short in a year (tồn tại, hạn chế).</summary>
public sealed class Shortcoming : AgencyEntity, ISoftDeletable, ISearchable, ISortable, IPlaced
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <inheritdoc/>
    public required int Position { get; set; }

    /// <summary>The sentence without end mark.</summary>
    public required string Text { get; set; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; set; }

    /// <summary>Nguyên nhân, from the catalogue: what adds up over years and communes.</summary>
    public long? CauseId { get; set; }

    /// <summary>Nguyên nhân, from the catalogue.</summary>
    public ShortcomingCause? CatalogueCause { get; init; }

    /// <summary>Nguyên nhân in the agency's own words; where there are none, the report prints the catalogue's.</summary>
    public string? Cause { get; set; }

    /// <summary>How it is to be mended.</summary>
    public string? Remedy { get; set; }

    /// <summary>The plan line that was not met.</summary>
    public long? PlanItemId { get; set; }

    /// <summary>The plan line that was not met.</summary>
    public PlanItem? PlanItem { get; init; }

    /// <summary>The row of the year before that it was copied from; each is copied once.</summary>
    public long? CopiedFromId { get; init; }

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <summary>The cause as the report prints it after "Nguyên nhân: "; null when none was named. The catalogue's entry must have been read with the row.</summary>
    public string? PrintedCause => (Cause ?? CatalogueCause?.DisplayName) is { } words ? InSentence.Of(words) : null;

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => $"{Text} {Cause} {Remedy}";

    /// <inheritdoc/>
    public string SortKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SortText => Text;
}
