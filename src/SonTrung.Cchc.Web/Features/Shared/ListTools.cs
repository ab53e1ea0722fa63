using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>What can be done with a whole list: print it, take it away as Excel or CSV with the filter in force, see what was deleted.</summary>
/// <param name="Year">The reporting year shown; null for a list without years.</param>
/// <param name="DeletedUrl">The list of deleted rows; null for who may not restore.</param>
public sealed record ListTools(int? Year = null, string? DeletedUrl = null)
{
    /// <summary>The query parameter with the reporting year.</summary>
    internal const string YearParameter = "nam";

    /// <summary>The query parameter with the words looked for.</summary>
    internal const string SearchParameter = "tim";

    /// <summary>The end of the address of the workbook.</summary>
    internal const string ExcelEnd = "excel";

    /// <summary>The end of the address of the text.</summary>
    internal const string CsvEnd = "csv";

    /// <summary>The end of the address of the page to be printed.</summary>
    internal const string PrintEnd = "in";

    /// <summary>Where the whole list leaves the portal in one of the ways, with the filter in force.</summary>
    internal string UrlOf(HttpRequest request, string end) => $"{request.PathBase}{request.Path.Value?.TrimEnd('/')}/{end}{QueryOf(request)}";

    /// <summary>The filter in force, with the year that the list chose itself, without the page.</summary>
    private QueryString QueryOf(HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(pair =>
            pair.Key is not (PagerTagHelper.BeforeParameter or PagerTagHelper.AfterParameter) && (pair.Key != YearParameter || Year is null)));
        if (Year is { } year)
        {
            query.Add(YearParameter, year.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToQueryString();
    }
}
