using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>
/// How a result is told in a sentence: for every channel and topic, or for one. The common ones are the system administrator's; an
/// agency's own go before them. Several of the same channel and topic take turns.
/// </summary>
public sealed class SentencePattern : Entity, IVersioned
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 500;

    /// <summary>The agency with a pattern of its own; null for a common one.</summary>
    public long? AgencyId { get; init; }

    /// <summary>For this channel alone.</summary>
    public long? ChannelId { get; set; }

    /// <summary>For this channel alone.</summary>
    public PropagandaChannel? Channel { get; init; }

    /// <summary>For this topic alone.</summary>
    public long? TopicId { get; set; }

    /// <summary>For this topic alone.</summary>
    public Topic? Topic { get; init; }

    /// <summary>Its place among those of the same channel and topic.</summary>
    public required int Position { get; set; }

    /// <summary>The text with tokens, without end mark; a part in square brackets falls away when one of its tokens has nothing to say.</summary>
    public required string Text { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}
