using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>One person at one computer: cookies, pages read, forms fetched before they are sent.</summary>
public sealed class Session(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = address,
    };

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, url) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string url) => SendAsync(HttpMethod.Get, url);

    /// <summary>The page at an address, which must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string url)
    {
        var answer = await GetAsync(url);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {url}: {(int)answer.StatusCode}");
        return await ParseAsync(answer);
    }

    /// <summary>Fills in the form of a page that posts to an address, and sends it.</summary>
    /// <param name="page">The page that was read.</param>
    /// <param name="action">The end of the form's address.</param>
    /// <param name="values">What is typed over the form's own values.</param>
    public Task<HttpResponseMessage> SubmitAsync(IDocument page, string action, params (string Name, string Value)[] values)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").SingleOrDefault(form => form.GetAttribute("action")?.EndsWith(action, StringComparison.Ordinal) == true);
        Assert.True(form is not null, $"No form to {action} on “{page.Title}”.");
        var typed = values.Select(value => value.Name).ToHashSet();
        var fields = Fields(form).Where(field => !typed.Contains(field.Key)).Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        return SendAsync(HttpMethod.Post, form.GetAttribute("action")!, new FormUrlEncodedContent(fields));
    }

    /// <summary>Posts fields with the token of this session, without a form to fetch.</summary>
    public async Task<HttpResponseMessage> PostAsync(string url, params (string Name, string Value)[] values)
    {
        var token = (await ParseAsync(await GetAsync("/"))).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value
            ?? (await PageAsync("/dang-nhap")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return await SendAsync(HttpMethod.Post, url, new FormUrlEncodedContent(
            values.Append(("__RequestVerificationToken", token)).Select(value => KeyValuePair.Create(value.Item1, value.Item2))));
    }

    public async Task SignInAsync(string userName, string password)
    {
        var answer = await SubmitAsync(await PageAsync("/dang-nhap"), "/dang-nhap", ("UserName", userName), ("Password", password));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{userName} cannot sign in: {(int)answer.StatusCode}");
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Dispose() => client.Dispose();

    /// <summary>What a form would send as it stands.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(IElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }
}
