using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>A whole list on paper.</summary>
/// <param name="Title">What the list is called.</param>
/// <param name="Filter">The filter in force in words, without the year and the words looked for.</param>
/// <param name="Headers">The columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsWhole">Whether no row was left out.</param>
/// <param name="Today">Today in Việt Nam.</param>
public sealed record ListPrint(
    string Title,
    IReadOnlyList<string> Filter,
    IReadOnlyList<string> Headers,
    IReadOnlyList<IReadOnlyList<TableCell>> Rows,
    bool IsWhole,
    DateOnly Today)
{
    /// <summary>Rows that are printed at most: about two hundred sheets.</summary>
    public const int MostRows = 5000;

    /// <summary>All that narrows the list, in words.</summary>
    internal IEnumerable<string> Words(HttpRequest request)
    {
        if (int.TryParse(request.Query[ListTools.YearParameter], out var year))
        {
            yield return SharedTexts.YearLead.Fill(year);
        }

        if (PlainText.Clean(request.Query[ListTools.SearchParameter]) is { Length: > 0 } search)
        {
            yield return SharedTexts.FilterSearch.Fill(search);
        }

        foreach (var word in Filter)
        {
            yield return word;
        }
    }

    /// <summary>The list itself, with the same filter.</summary>
    internal static string BackUrl(HttpRequest request)
    {
        var path = request.PathBase + request.Path.Value;
        return $"{path[..path.LastIndexOf('/')]}{request.QueryString}";
    }
}
