namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>The way from link to link: one address for each page there is, and more of the same in reserve.</summary>
/// <param name="routes">The routes of the portal.</param>
/// <param name="isPage">Whether a route is worth a visit.</param>
internal sealed class SiteWalk(IReadOnlyList<PortalRoute> routes, Func<PortalRoute, bool> isPage)
{
    /// <summary>How many more addresses of one page are kept.</summary>
    private const int Reserve = 12;

    private readonly Queue<string> waiting = [];
    private readonly Queue<string> more = [];
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<string, int> known = [];

    /// <summary>The patterns of all pages that were offered.</summary>
    public IReadOnlyCollection<string> Known => known.Keys;

    /// <summary>Puts addresses on the way: at once those of pages that are new, in reserve the others.</summary>
    public void Offer(params IEnumerable<string?> urls)
    {
        foreach (var url in urls.OfType<string>().Select(url => url.Split('#')[0]))
        {
            var path = url.Split('?')[0];
            if (path is not ['/', ..] || PortalRoute.Find(routes, HttpMethod.Get, path) is not { } route || !isPage(route) || !seen.Add(path))
            {
                continue;
            }

            known[route.Pattern] = known.GetValueOrDefault(route.Pattern) + 1;
            if (known[route.Pattern] == 1)
            {
                waiting.Enqueue(url);
            }
            else if (known[route.Pattern] <= Reserve)
            {
                more.Enqueue(url);
            }
        }
    }

    /// <summary>The next page to visit; false at the end.</summary>
    public bool TryNext(out string url) => waiting.TryDequeue(out url!);

    /// <summary>An address like one that was visited, which may lead on where that one did not; false when there is none.</summary>
    public bool TryMore(out string url) => more.TryDequeue(out url!);
}
