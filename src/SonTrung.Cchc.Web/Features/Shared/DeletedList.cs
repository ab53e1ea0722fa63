using SonTrung.Cchc.Core.Lists;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>The deleted rows of a list.</summary>
/// <param name="Title">What the list is called.</param>
/// <param name="Url">The list's address; a row is restored by a POST to its key and "khoi-phuc" below it.</param>
/// <param name="Page">The rows.</param>
public sealed record DeletedList(string Title, string Url, ListPage<DeletedRow> Page);
