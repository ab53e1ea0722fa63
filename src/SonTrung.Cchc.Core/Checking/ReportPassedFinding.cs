using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>A finding of the checker that somebody passed over, with the reason. It holds as long as the sentence stays as it was.</summary>
public sealed class ReportPassedFinding : AgencyPart
{
    /// <summary>Longest rule id, characters.</summary>
    public const int RuleLength = 40;

    /// <summary>Longest block id, characters.</summary>
    public const int BlockLength = 40;

    /// <summary>Longest excerpt, characters.</summary>
    public const int ExcerptLength = 300;

    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary><see cref="RuleInfo.Id"/>.</summary>
    public required string RuleId { get; init; }

    /// <summary><see cref="Finding.BlockId"/>; empty for a finding without a place.</summary>
    public required string BlockId { get; init; }

    /// <summary>SHA-256 of the sentence and the marked place in it, 64 lower-case hex digits.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The sentence, or its beginning, for whoever reads the reason later; empty for a finding without a place.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Why it may stay.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided so.</summary>
    public required long UserId { get; init; }

    /// <summary>The name of that day.</summary>
    public required string UserName { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }
}
