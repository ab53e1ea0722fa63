namespace SonTrung.Cchc.Core.Checking;

/// <summary>What the portal knows of the year before a report's, to hold the words that people wrote or carried over against it.</summary>
public sealed record KnownLastYear
{
    /// <summary>The year before.</summary>
    public required int Year { get; init; }

    /// <summary>
    /// The blocks that people wrote: lines of their own, shortcomings, tasks, and composed lines that were written over. What the outline says and what the
    /// portal composed from this year's data is never held against last year.
    /// </summary>
    public IReadOnlySet<string> OwnBlocks { get; init; } = new HashSet<string>();

    /// <summary>
    /// The blocks that the portal composed around words carried over from last year: lines of the plan that were taken over from last year's plan or report. Their
    /// sentences are the plan's and equal last year's by right; years, names and numbers in them are held against it as in own words.
    /// </summary>
    public IReadOnlySet<string> CarriedBlocks { get; init; } = new HashSet<string>();

    /// <summary>The sentences of last year's report, by <see cref="Stale.StaleText.Key"/>.</summary>
    public IReadOnlySet<string> Sentences { get; init; } = new HashSet<string>();

    /// <summary>People, posts, units and documents that last year knew and this one does not.</summary>
    public IReadOnlyList<FormerName> Former { get; init; } = [];

    /// <summary>Whether a block's words are held against last year.</summary>
    public bool IsHeldAgainst(string block) => OwnBlocks.Contains(block) || CarriedBlocks.Contains(block);
}

/// <summary>A name that no longer holds.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">As it stands in a text: "Nguyễn Văn Mẫu", "Bộ phận Văn hóa", "22/KH-UBND".</param>
/// <param name="Post">The post before a name, in small letters: "phó chủ tịch"; empty where the name alone is meant.</param>
/// <param name="Detail">What there is to say: the post that ended, the unit that took over, the document's kind.</param>
public sealed record FormerName(FormerKind Kind, string Name, string Post = "", string Detail = "");

/// <summary>What a former name names.</summary>
public enum FormerKind
{
    /// <summary>A person who left.</summary>
    Person,

    /// <summary>A post that the person no longer holds.</summary>
    Post,

    /// <summary>A unit of the agency that ended.</summary>
    Unit,

    /// <summary>The number of last year's document.</summary>
    Document,
}
