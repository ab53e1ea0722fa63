using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Finds the rows of a file that are likely the same as what is there or as an earlier row of the file: by the rule of the form.</summary>
internal sealed class AlikeRows
{
    /// <summary>Activities of one day that a row is compared with one by one; beyond them only those of the same words count.</summary>
    private const int MostCompared = 300;

    private readonly Dictionary<DateOnly, List<(ActivityTraits Traits, ImportAlike What)>> byDay = [];
    private readonly Dictionary<(DateOnly Day, string Wording), ImportAlike> byWording = [];

    /// <summary>Adds an activity of the portal.</summary>
    public void Add(AlikeActivity row) =>
        Add(new ActivityTraits(row.StartsOn, row.Title, row.Place, row.ChannelId, row.PlanItemId), new ImportAlike(0, row.Id, row.Title, row.StartsOn));

    /// <summary>What a sound row repeats; afterwards later rows may repeat it.</summary>
    public ImportAlike? Check(int number, ActivityInput input)
    {
        var traits = ActivityTraits.Of(input);
        var found = Find(traits);
        Add(traits, new ImportAlike(number, 0, input.Title, input.StartsOn));
        return found;
    }

    /// <summary>Whether a plan line's words are those of another.</summary>
    public static string Wording(string title) => SearchKey.Of(title);

    private ImportAlike? Find(ActivityTraits traits)
    {
        for (var offset = -1; offset <= 1; offset++)
        {
            var day = traits.Day.AddDays(offset);
            if (byWording.TryGetValue((day, traits.Wording), out var same))
            {
                return same;
            }

            if (byDay.TryGetValue(day, out var near) && near.Take(MostCompared).FirstOrDefault(other => other.Traits.IsLike(traits)) is { What: { } like })
            {
                return like;
            }
        }

        return null;
    }

    private void Add(ActivityTraits traits, ImportAlike what)
    {
        if (!byDay.TryGetValue(traits.Day, out var rows))
        {
            byDay[traits.Day] = rows = [];
        }

        rows.Add((traits, what));
        byWording.TryAdd((traits.Day, traits.Wording), what);
    }
}
