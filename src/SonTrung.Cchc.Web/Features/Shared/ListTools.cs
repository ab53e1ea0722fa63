using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>What can be done with a whole list: print it, take it away as Excel or CSV with the filter in force, see what was deleted.</summary>
/// <param name="Year">The reporting year shown; null for a list without years.</param>
/// <param name="DeletedUrl">The list of deleted rows; null for who may not restore.</param>
public sealed record ListTools(int? Year = null, string? DeletedUrl = null)
{
    private const string YearParameter = "nam";

    /// <summary>The filter in force, with the year that the list chose itself, without the page.</summary>
    internal QueryString QueryOf(HttpRequest request)
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
