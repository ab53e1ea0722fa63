using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What became of a document between two of its submissions: every block of both, in reading order, with the words that changed. Number and date count for nothing.</summary>
/// <param name="Blocks">The blocks; one that was taken out stands where it stood.</param>
public sealed record DocumentComparison(IReadOnlyList<ComparedBlock> Blocks)
{
    /// <summary>What is not as it was.</summary>
    public IReadOnlyList<ComparedBlock> Changes { get; } = Blocks.Where(block => block.IsChanged).ToList();

    /// <summary>Compares two submissions of one report. Lines of the body are told by their ids, all other parts by their words.</summary>
    public static DocumentComparison Of(OfficialDocument old, OfficialDocument now)
    {
        var (before, after) = (ReadDocument.Of(old).Blocks, ReadDocument.Of(now).Blocks);
        return new DocumentComparison(Enum.GetValues<DocumentPart>().SelectMany(part => part switch
        {
            DocumentPart.Number or DocumentPart.PlaceAndDate => [],
            DocumentPart.Section => Body(before.Where(IsBody).ToArray(), after.Where(IsBody).ToArray()),
            > DocumentPart.Section and <= DocumentPart.Plus => [],
            _ => Lines(before.Where(block => block.Part == part).ToArray(), after.Where(block => block.Part == part).ToArray()),
        }).ToList());
    }

    private static bool IsBody(ReadBlock block) => block.Part is >= DocumentPart.Section and <= DocumentPart.Plus;

    private static IEnumerable<ComparedBlock> Body(ReadBlock[] old, ReadBlock[] now)
    {
        var places = WordDiff.Matches(Array.ConvertAll(old, block => block.Id), Array.ConvertAll(now, block => block.Id));
        var was = old.ToDictionary(block => block.Id);
        var stays = now.Select(block => block.Id).ToHashSet();
        var under = "";
        for (var (i, j) = (0, 0); i < old.Length || j < now.Length;)
        {
            if (i < old.Length && places[i] < 0)
            {
                // What only moved is shown where it stands now.
                if (!stays.Contains(old[i].Id))
                {
                    yield return Removed(old[i], under);
                }

                i++;
                continue;
            }

            var block = now[j];
            if (i < old.Length && places[i] == j)
            {
                yield return Compared(old[i++], block, under);
            }
            else
            {
                yield return was.TryGetValue(block.Id, out var from) ? Compared(from, block, under) with { IsMoved = true } : Added(block, under);
            }

            under = block.Part is DocumentPart.Section or DocumentPart.Heading ? Printed(block) : under;
            j++;
        }
    }

    /// <summary>Parts without ids of their own: what has the same words is the same; between these one line after the other is compared.</summary>
    private static IEnumerable<ComparedBlock> Lines(ReadBlock[] old, ReadBlock[] now)
    {
        var places = WordDiff.Matches(Array.ConvertAll(old, block => block.Text), Array.ConvertAll(now, block => block.Text));
        for (var (i, j) = (0, 0); i < old.Length || j < now.Length;)
        {
            var nextOld = i;
            while (nextOld < old.Length && places[nextOld] < 0)
            {
                nextOld++;
            }

            var nextNow = nextOld < old.Length ? places[nextOld] : now.Length;
            for (; i < nextOld && j < nextNow; i++, j++)
            {
                yield return Compared(old[i], now[j], "");
            }

            for (; i < nextOld; i++)
            {
                yield return Removed(old[i], "");
            }

            for (; j < nextNow; j++)
            {
                yield return Added(now[j], "");
            }

            if (i < old.Length)
            {
                yield return Compared(old[i++], now[j++], "");
            }
        }
    }

    private static ComparedBlock Compared(ReadBlock old, ReadBlock now, string under) => old.Text == now.Text
        ? new ComparedBlock(now.Id, now.Part, now.Label, BlockChange.Same, [new DiffPart(DiffKind.Same, now.Text)], under) { IsMoved = old.Part != now.Part }
        : new ComparedBlock(now.Id, now.Part, now.Label, BlockChange.Changed, WordDiff.Compare(old.Text, now.Text), under) { IsMoved = old.Part != now.Part };

    private static ComparedBlock Added(ReadBlock block, string under) =>
        new(block.Id, block.Part, block.Label, BlockChange.Added, [new DiffPart(DiffKind.Inserted, block.Text)], under);

    private static ComparedBlock Removed(ReadBlock block, string under) =>
        new(block.Id, block.Part, block.Label, BlockChange.Removed, [new DiffPart(DiffKind.Deleted, block.Text)], under);

    private static string Printed(ReadBlock block) => block.Label.Length == 0 ? block.Text : $"{block.Label} {block.Text}";
}

/// <summary>A block of two submissions.</summary>
/// <param name="Id">Its key: of the newer document, or of the older one for a block that was taken out.</param>
/// <param name="Part">What it is.</param>
/// <param name="Label">Its printed mark; a running number that only shifted is no change.</param>
/// <param name="Change">What became of its words.</param>
/// <param name="Parts">Its words, old and new.</param>
/// <param name="Under">The heading it stands under, as printed; empty outside the body.</param>
public sealed record ComparedBlock(string Id, DocumentPart Part, string Label, BlockChange Change, IReadOnlyList<DiffPart> Parts, string Under)
{
    /// <summary>It stands in another place or has another rank.</summary>
    public bool IsMoved { get; init; }

    /// <summary>It is not as it was.</summary>
    public bool IsChanged => Change != BlockChange.Same || IsMoved;
}

/// <summary>What became of a block.</summary>
public enum BlockChange
{
    /// <summary>Its words stayed.</summary>
    Same,

    /// <summary>Its words changed.</summary>
    Changed,

    /// <summary>It came in.</summary>
    Added,

    /// <summary>It was taken out.</summary>
    Removed,
}
