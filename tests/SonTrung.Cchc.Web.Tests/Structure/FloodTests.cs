using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Structure;

/// <summary>
/// HTML and 100,000 characters in every field of every form on every page that a person can walk to: refused or kept as text, never a
/// failure. What posts without being met on this walk is named below, or fails here.
/// </summary>
public sealed partial class FloodTests(UsedPortal used) : IClassFixture<UsedPortal>
{
    private static readonly string Flood = "<script>x</script>" + new string('ữ', 100_000);

    /// <summary>One of each duty, and of communes whose reports stand at other steps.</summary>
    private static readonly string?[] Everybody =
    [
        null, "canbo@xahuongson", "vanthu@xahuongson", "chutich@xahuongson", "noidung@sontay", "thethuc@sontay", "chutich@tumy",
        "quantri@xahuongson", "sonoivu@hatinh", "hethong@cchc",
    ];

    /// <summary>What scripts send without a form, and acts whose report is at no such step: each has its own tests.</summary>
    private static readonly string[] MetElsewhere =
    [
        "/bao-cao/{id:long}/can-cu/nhiem-vu/{itemId:long}/ly-do",
        "/bao-cao/{id:long}/khoi-phuc",
        "/bao-cao/{id:long}/kiem-tra-noi-dung",
        "/bao-cao/{id:long}/ky-co-quan/phan-mem/ket-qua",
        "/bao-cao/{id:long}/ky/phan-mem/ket-qua",
        "/bao-cao/{id:long}/phat-hanh",
        "/bao-cao/{id:long}/ra-soat/xac-nhan",
        "/bao-cao/{id:long}/ra-soat/{passedId:long}/xet-lai",
        "/bao-cao/{id:long}/rut-lai",
        "/bao-cao/{id:long}/soan/{lineId:long}/dat",
        "/bao-cao/{id:long}/soan/{lineId:long}/ghep",
        "/bao-cao/{id:long}/soan/{lineId:long}/giu",
        "/bao-cao/{id:long}/van-thu-tra-lai",
        "/bao-cao/{id:long}/vien-dan/{requestId:long}/thoi",
        "/chuan-hoa",
        "/danh-muc/{id:long}/dung-lai",
        "/danh-muc/{id:long}/ten-rieng/bo",
        "/danh-muc/{id:long}/ten-rieng/hoan-tac",
        "/de-xuat/nhiem-vu/{id:long}/bo-qua",
        "/ke-hoach/khoi-phuc/{id:long}",
        "/quan-tri/co-quan/{id:long}/cap-tren/{row:long}/bo",
        "/quan-tri/ky-bao-cao/{id:long}/xoa",
        "/quan-tri/nguoi-dung/{id:long}/mo-khoa",
        "/quan-tri/nguoi-dung/{id:long}/tro-lai",
        "/tai-lieu",
        "/tai-lieu/{id:long}/khoi-phuc",
        "/thiet-lap-ban-dau",
        "/van-ban-can-cu/{id:long}/xoa",

        // Behind a signature, a comment, a kept certificate, a second factor, a number of the register: the tests of these send them.
        "/bao-cao/{id:long}/cap-so",
        "/bao-cao/{id:long}/ky-co-quan/phan-mem",
        "/bao-cao/{id:long}/ky-co-quan/pin",
        "/bao-cao/{id:long}/ky-co-quan/tai-len",
        "/bao-cao/{id:long}/ky/phan-mem",
        "/bao-cao/{id:long}/ky/pin",
        "/bao-cao/{id:long}/ky/tai-len",
        "/bao-cao/{id:long}/phat-hanh-ban-in",
        "/bao-cao/{id:long}/y-kien/{commentId:long}/da-xu-ly",
        "/bao-cao/{id:long}/y-kien/{commentId:long}/mo-lai",
        "/bao-cao/{id:long}/y-kien/{commentId:long}/tra-loi",
        "/chung-thu-so/ca-nhan/bo",
        "/chung-thu-so/co-quan/bo",
        "/dang-nhap/ma-xac-nhan",
        "/quan-tri/chu-ky-so/{id:long}/mo-khoa",
        "/quan-tri/nguoi-dung/{id:long}/tat-hai-buoc",
        "/so-van-ban-di/{id:long}/ban-luu",
        "/tai-khoan/xac-thuc-hai-buoc/ma-du-phong",
        "/tai-khoan/xac-thuc-hai-buoc/tat",
        "/tai-khoan/xac-thuc-hai-buoc/xac-nhan",
    ];

    [Fact]
    public async Task EveryField_OfEveryForm_TakesAFloodOfHtml()
    {
        var routes = PortalRoute.All(used.Portal);
        var posts = routes.Where(route => route.Method == HttpMethod.Post).ToList();
        var met = new HashSet<string>();
        var flooded = new HashSet<(string, string)>();
        var failures = new List<string>();
        foreach (var userName in Everybody)
        {
            using var session = userName is null ? used.Portal.Visit() : await used.Portal.SignInAsync(userName);
            var permissions = userName is null ? null : await used.PermissionsAsync(userName);
            var mine = posts.Where(route => permissions is not null && route.Needs.All(permissions.Contains)).Select(route => route.Pattern).ToHashSet();
            foreach (var (url, forms) in await WalkAsync(session, routes, userName is null ? "/dang-nhap" : "/", mine, met))
            {
                foreach (var form in forms)
                {
                    foreach (var name in form.Names.Where(name => flooded.Add((form.Pattern, Numbers().Replace(name, "#")))))
                    {
                        await SendAsync(session, url, form.Action, name, failures);
                    }
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(flooded.Count > 200, $"{flooded.Count} fields only.");
        var unmet = posts.Select(route => route.Pattern).Except(met).Except(MetElsewhere).Order(StringComparer.Ordinal).ToList();
        Assert.True(unmet.Count == 0, $"Met on no page: {string.Join("; ", unmet)}");
    }

    [Fact]
    public async Task FirstRun_EveryField_TakesAFloodOfHtml()
    {
        await using var portal = Portal.InProduction();
        using var visitor = portal.Visit();
        const string url = "/thiet-lap-ban-dau";
        var failures = new List<string>();
        var form = Assert.Single(FormsOf(await visitor.PageAsync(url), []));
        foreach (var name in form.Names)
        {
            await SendAsync(visitor, url, form.Action, name, failures);
        }

        Assert.True(form.Names.Count > 10 && failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>
    /// Every page that a person can reach, with the forms on it, before anything is sent; more of the same pages while an act of the
    /// person's has not been met.
    /// </summary>
    private static async Task<List<(string Url, IReadOnlyList<SentForm> Forms)>> WalkAsync(
        Session session, IReadOnlyList<PortalRoute> routes, string start, HashSet<string> mine, HashSet<string> met)
    {
        var pages = new List<(string, IReadOnlyList<SentForm>)>();
        var walk = new SiteWalk(routes, route => !route.IsFile);
        walk.Offer(start);
        while (walk.TryNext(out var url) || (!mine.IsSubsetOf(met) && walk.TryMore(out url)))
        {
            var answer = await session.GetAsync(url);
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await Session.ParseAsync(answer);
                walk.Offer(page.QuerySelectorAll("a[href], form[method=get]").Select(to => to.GetAttribute("href") ?? to.GetAttribute("action")));
                var forms = FormsOf(page, routes);
                met.UnionWith(forms.Select(form => form.Pattern));
                pages.Add((url, forms));
            }
        }

        return pages;
    }

    private static async Task SendAsync(Session session, string url, string action, string name, List<string> failures)
    {
        // The form is fetched anew: keys and versions are used up. Where an act has gone through and its form is gone, its fields are sent alone.
        var form = FormsOf(await Session.ParseAsync(await session.GetAsync(url)), []).FirstOrDefault(form => form.Action == action && form.Names.Contains(name));
        var answer = form is null
            ? await session.PostAsync(action, (name, Flood))
            : await session.SendAsync(HttpMethod.Post, action, new FormUrlEncodedContent(form.Fields.Where(field => field.Key != name).Append(KeyValuePair.Create(name, Flood))));
        var status = (int)answer.StatusCode;
        if (status >= 500 || status is not (200 or 302 or 400 or 404 or 409 or 422))
        {
            failures.Add($"{name} to {action}: {status}");
        }

        if ((await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("<script>x", StringComparison.Ordinal))
        {
            failures.Add($"{name} to {action}: HTML comes back as HTML");
        }
    }

    /// <summary>What a page sends: its forms, their buttons that post elsewhere, and what a script sends with a form's fields.</summary>
    private static IReadOnlyList<SentForm> FormsOf(IDocument page, IReadOnlyList<PortalRoute> routes)
    {
        var forms = page.QuerySelectorAll("form[method=post]")
            .SelectMany(form => form.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction")!)
                .Prepend(form.GetAttribute("action")!).Distinct().Select(action => SentForm.Of(form, action, routes)));
        var scripted = page.QuerySelectorAll("[hx-post][hx-include^='#']")
            .Select(sender => SentForm.Of(page.QuerySelector(sender.GetAttribute("hx-include")!)!, sender.GetAttribute("hx-post")!, routes));
        return [.. forms, .. scripted];
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    /// <summary>What can be sent from a page.</summary>
    /// <param name="Action">The address.</param>
    /// <param name="Pattern">The route that answers there.</param>
    /// <param name="Fields">What it sends as it stands, the token too.</param>
    /// <param name="Names">The fields that a person or an attacker may fill.</param>
    private sealed record SentForm(string Action, string Pattern, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Names)
    {
        public static SentForm Of(IElement form, string action, IReadOnlyList<PortalRoute> routes)
        {
            var path = action.Split('?')[0];
            return new SentForm(
                path,
                PortalRoute.Find(routes, HttpMethod.Post, path)?.Pattern ?? path,
                Session.Fields(form).ToList(),
                form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).Where(name => name != "__RequestVerificationToken").Distinct().ToList());
        }
    }
}
