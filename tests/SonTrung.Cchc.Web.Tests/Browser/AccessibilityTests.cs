using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>
/// Every page that a person may see, found as people find it: from link to link. Axe finds nothing, nothing scrolls sideways on an
/// office screen or a phone, and the browser has nothing to complain about. A page that no link leads to fails here too.
/// </summary>
public sealed class AccessibilityTests(Chromium chromium, UsedPortal used) : IClassFixture<UsedPortal>
{
    private static readonly (int Width, int Height)[] Sizes = [(1366, 768), (360, 740)];

    /// <summary>One of each duty; between them they hold every permission.</summary>
    private static readonly string?[] Everybody =
    [
        null, "canbo@xahuongson", "vanthu@xahuongson", "chutich@xahuongson", "noidung@sontay", "thethuc@sontay", "quantri@xahuongson", "sonoivu@hatinh", "hethong@cchc",
    ];

    /// <summary>What axe judges by: elements, their marks, and whether there is text in them, not what it says.</summary>
    private const string Shape = """
        () => [...document.querySelectorAll("*")].map(one => one.tagName
            + [...one.attributes].map(mark => mark.name + (/^(class|role|type|scope|lang|dir|tabindex|aria-(hidden|live|expanded|current|invalid|required|sort|pressed|checked|level))$/.test(mark.name) ? mark.value : mark.value !== "")).sort()
            + [...one.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.textContent.trim() !== "")).join("\n")
        """;

    private const string Links = "[...document.querySelectorAll('a[href], form[method=get]')].map(to => to.getAttribute('href') ?? to.getAttribute('action'))";

    private const string Violations =
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(rule => `${rule.id} ${rule.nodes[0].html}`)";

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>Pages that come only after an act which no walk does; the tests of these acts look at them.</summary>
    private static readonly string[] AfterAnAct = ["/dang-nhap/ma-xac-nhan", "/bao-cao/{id:long}/ky", "/bao-cao/{id:long}/ky-co-quan"];

    public static TheoryData<string?> People() => new(Everybody);

    [Theory]
    [MemberData(nameof(People))]
    public async Task EveryPage_ThatAPersonMaySee_IsReadableAtBothSizes(string? userName)
    {
        var routes = PortalRoute.All(used.Portal).Where(route => route.Method == HttpMethod.Get).ToList();
        var permissions = userName is null ? null : await used.PermissionsAsync(userName);
        var mine = routes.Where(route => !route.IsFile && !IsFirstRun(route) && !AfterAnAct.Contains(route.Pattern)
            && (permissions is null ? route.IsAnonymous : !route.IsAnonymous && route.Needs.All(permissions.Contains))).ToHashSet();
        var page = userName is null ? await chromium.OpenAsync(used.Portal.Address) : await chromium.OpenAsAsync(used.Portal, userName);
        var findings = new List<string>();
        Listen(page, findings);
        var walk = new SiteWalk(routes, mine.Contains);
        walk.Offer(userName is null ? "/dang-nhap" : "/");
        if (userName is null)
        {
            // The address is printed on paper.
            walk.Offer($"/xac-thuc/{await used.IssuedCodeAsync()}");
        }

        do
        {
            while (walk.TryNext(out var url))
            {
                var answer = await page.GotoAsync(url);
                if (answer!.Status == 200)
                {
                    await LookAsync(page, findings);
                    walk.Offer(await page.EvaluateAsync<string[]>(Links));
                }
                else
                {
                    findings.Add($"{url}: {answer.Status}");
                }
            }
        }
        while (mine.Count > walk.Known.Count && await LeadOnAsync(page, walk));

        findings.AddRange(mine.Select(route => route.Pattern).Except(walk.Known).Select(pattern => $"{pattern}: no link leads there"));
        Assert.True(findings.Count == 0, $"{userName}:\n{string.Join('\n', findings)}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FirstRun_BeforeAnything_IsReadable()
    {
        await using var portal = Portal.InProduction();
        var page = await chromium.OpenAsync(portal.Address);
        var findings = new List<string>();
        Listen(page, findings);

        await page.GotoAsync("/thiet-lap-ban-dau");
        await LookAsync(page, findings);

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everybody_Together_SeesEveryPage()
    {
        var all = new List<IReadOnlySet<Core.Accounts.Permission>>();
        foreach (var userName in Everybody.OfType<string>())
        {
            all.Add(await used.PermissionsAsync(userName));
        }

        Assert.All(
            PortalRoute.All(used.Portal).Where(route => route.Method == HttpMethod.Get && !route.IsAnonymous),
            route => Assert.True(all.Exists(permissions => route.Needs.All(permissions.Contains)), $"Nobody here may see {route}."));
    }

    /// <summary>Open only before there is any account; looked at in a portal of its own.</summary>
    private static bool IsFirstRun(PortalRoute route) => route.Pattern == "/thiet-lap-ban-dau";

    private static void Listen(IPage page, List<string> findings)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                findings.Add($"{page.Url} says: {message.Text}");
            }
        };
        page.PageError += (_, error) => findings.Add($"{page.Url} throws: {error}");
    }

    /// <summary>Reads links from a page like one that was looked at: the first of many need not show all there is.</summary>
    private static async Task<bool> LeadOnAsync(IPage page, SiteWalk walk)
    {
        if (!walk.TryMore(out var url))
        {
            return false;
        }

        var answer = await page.Context.APIRequest.GetAsync(url);
        walk.Offer((await new HtmlParser().ParseDocumentAsync(await answer.TextAsync())).QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")));
        return true;
    }

    /// <summary>Looks at the page at both sizes without loading it again; axe only where nobody has seen the same elements with the same marks.</summary>
    private async Task LookAsync(IPage page, List<string> findings)
    {
        var shape = await page.EvaluateAsync<string>(Shape);
        var isNew = used.ShapesSeen.Add(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shape))));
        if (isNew)
        {
            await page.EvaluateAsync(Axe.Value);
        }

        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            if (isNew)
            {
                findings.AddRange((await page.EvaluateAsync<string[]>(Violations)).Select(rule => $"{page.Url} at {width}: {rule}"));
            }

            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                findings.Add($"{page.Url} is {wide} px wide at {width}");
            }
        }
    }
}
