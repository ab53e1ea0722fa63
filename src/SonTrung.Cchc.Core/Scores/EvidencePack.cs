using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>What goes into the evidence pack of a year: by criterion what is claimed, and what proves it. Files have the same path for the same data.</summary>
/// <param name="AgencyName">Whose it is.</param>
/// <param name="Sheet">The score sheet.</param>
/// <param name="Criteria">The criteria that are no groups.</param>
public sealed record EvidencePack(string AgencyName, ScoreSheet Sheet, IReadOnlyList<PackCriterion> Criteria)
{
    /// <summary>The files, each once, in the order of the index.</summary>
    public IEnumerable<PackFile> Files => Criteria
        .SelectMany(criterion => criterion.Documents.SelectMany(document => document.Files)
            .Concat(criterion.Groups.SelectMany(group => group.Activities).SelectMany(activity =>
                activity.Files.Concat(activity.Documents.SelectMany(document => document.Files)))))
        .DistinctBy(file => file.Path);
}

/// <summary>A criterion with its evidence.</summary>
/// <param name="Row">Its row of the sheet.</param>
/// <param name="Documents">Documents that prove it as a whole.</param>
/// <param name="Groups">Lines of the plan, or forms.</param>
public sealed record PackCriterion(ScoreRow Row, IReadOnlyList<PackDocument> Documents, IReadOnlyList<PackGroup> Groups);

/// <summary>A line of the plan, or a form, with its activities.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Note">How far it is, or for what it counts.</param>
/// <param name="Activities">What was done.</param>
public sealed record PackGroup(string Title, string Note, IReadOnlyList<PackActivity> Activities);

/// <summary>An activity with its evidence.</summary>
public sealed record PackActivity
{
    /// <summary>When, as printed.</summary>
    public required string Days { get; init; }

    /// <summary>What was done.</summary>
    public required string Title { get; init; }

    /// <summary>Where; empty when nobody said.</summary>
    public required string Place { get; init; }

    /// <summary>"45 tin, bài; 132 lượt phát".</summary>
    public required string Figures { get; init; }

    /// <summary>Web addresses.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>Issued documents.</summary>
    public required IReadOnlyList<PackDocument> Documents { get; init; }

    /// <summary>Files.</summary>
    public required IReadOnlyList<PackFile> Files { get; init; }
}

/// <summary>An issued document: its number is evidence, with its text or without.</summary>
/// <param name="Citation">Kind, number, date, issuer and subject.</param>
/// <param name="Files">Files with its text.</param>
public sealed record PackDocument(string Citation, IReadOnlyList<PackFile> Files);

/// <summary>A file of the pack.</summary>
/// <param name="Path">Its path: letters, digits, points, hyphens and underscores of ASCII, folders separated by "/".</param>
/// <param name="Name">The name that people know it by.</param>
/// <param name="Sha256">The SHA-256 of its bytes as kept, 64 lower-case hex digits.</param>
public sealed record PackFile(string Path, string Name, string Sha256);

/// <summary>Gives the files of a pack paths that every system takes, and that say what is in them.</summary>
internal sealed class PackPaths
{
    private const int FolderLength = 40;
    private const int TitleLength = 40;
    private const int NameLength = 30;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, string> byFile = [];

    /// <summary>"4.2_muc-do-da-dang-trong-tuyen-truyen".</summary>
    public static string Criterion(ScoreCriterion criterion) =>
        $"{string.Concat(criterion.Code.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign == '.' ? sign : '-')).Trim('.')}_{Plain(criterion.Name, FolderLength)}";

    /// <summary>"01_hoi-nghi-cuoc-hop": the number keeps the order, and no name is one that Windows keeps to itself.</summary>
    public static string Group(int number, string title) => $"{number:00}_{Plain(title, FolderLength)}";

    /// <summary>The path of a file, the same each time it is asked for.</summary>
    /// <param name="file">The file's key.</param>
    /// <param name="folder">Where it goes.</param>
    /// <param name="day">The day it speaks of.</param>
    /// <param name="title">What it proves.</param>
    /// <param name="name">Its name with an ending.</param>
    public string File(long file, string folder, DateOnly? day, string title, string name)
    {
        if (!byFile.TryGetValue(file, out var path))
        {
            var ending = System.IO.Path.GetExtension(name).ToLowerInvariant();
            ending = ending.Length is > 1 and <= 5 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";
            var stem = $"{folder}/{(day is { } date ? $"{date:yyyy-MM-dd}_" : "")}{Plain(title, TitleLength)}_{Plain(System.IO.Path.GetFileNameWithoutExtension(name), NameLength)}";
            path = stem + ending;
            for (var number = 2; !taken.Add(path); number++)
            {
                path = $"{stem}-{number}{ending}";
            }

            byFile[file] = path;
        }

        return path;
    }

    /// <summary>Lower-case ASCII letters and digits, words joined by hyphens, cut after a word.</summary>
    internal static string Plain(string text, int length)
    {
        var words = SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        var plain = "";
        foreach (var word in words)
        {
            var longer = plain.Length == 0 ? word[..Math.Min(word.Length, length)] : $"{plain}-{word}";
            if (longer.Length > length)
            {
                break;
            }

            plain = longer;
        }

        return plain.Length == 0 ? "khong-ten" : plain;
    }
}
