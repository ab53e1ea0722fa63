using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Lists;

namespace SonTrung.Cchc.Web.Features.Imports;

/// <summary>A table to be looked through: a file, or what was copied from Excel. The pasted text is read as it was sent: between its cells stand tabs.</summary>
public sealed class ImportUpload
{
    /// <summary>The key that makes the same form, sent twice, one import.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>The page on which a table is given.</summary>
/// <param name="Kind">What is brought in.</param>
/// <param name="Year">The plan's year.</param>
/// <param name="Pasted">What was pasted before.</param>
public sealed record ImportUploadPage(ImportKind Kind, int? Year, string? Pasted = null)
{
    /// <summary>The page's address.</summary>
    public string Url => ImportWords.UploadUrl(Kind, Year);

    /// <summary>Where it was opened from.</summary>
    public string BackUrl => ImportWords.ListUrl(Kind, Year);
}

/// <summary>What a preview is asked for.</summary>
public sealed record ImportQuery
{
    /// <summary>The value of <see cref="Show"/> for rows with something wrong.</summary>
    public const string Wrong = "loi";

    /// <summary>The value of <see cref="Show"/> for likely repetitions.</summary>
    public const string Alike = "trung";

    /// <summary>The value of <see cref="Show"/> for rows with mended letters.</summary>
    public const string Mended = "da-sua";

    /// <summary>Which rows.</summary>
    [FromQuery(Name = "hien")]
    public string? Show { get; init; }

    /// <summary>The row that follows the page.</summary>
    [FromQuery(Name = "truoc")]
    public long? Before { get; init; }

    /// <summary>The row that precedes it.</summary>
    [FromQuery(Name = "sau")]
    public long? After { get; init; }

    internal ImportFilter Filter => Show switch
    {
        Wrong => ImportFilter.Wrong,
        Alike => ImportFilter.Alike,
        Mended => ImportFilter.Mended,
        _ => ImportFilter.All,
    };

    internal PageAt At => new(Before, After);
}

/// <summary>An entry chosen for a name that no list has.</summary>
public sealed class NameForm
{
    /// <summary>The list.</summary>
    public string? List { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The entry; null for none yet.</summary>
    public long? Id { get; set; }
}

/// <summary>A preview with what it was asked for.</summary>
/// <param name="Preview">The preview.</param>
/// <param name="Filter">Which rows are shown.</param>
public sealed record ImportPreviewPage(ImportPreview Preview, ImportFilter Filter);
