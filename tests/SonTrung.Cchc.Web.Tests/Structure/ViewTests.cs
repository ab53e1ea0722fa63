using System.Text.RegularExpressions;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Structure;

public sealed partial class ViewTests
{
    private static readonly Dictionary<string, string> Views = Directory
        .GetFiles(Path.Combine(ShellHost.WebFolder, "Features"), "*.cshtml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(ShellHost.WebFolder, file), File.ReadAllText);

    [Fact]
    public void Views_All_AreFreeOfInlineScriptAndStyle()
    {
        Assert.NotEmpty(Views);
        Assert.Empty(Views.Where(view => Inline().IsMatch(view.Value)).Select(view => view.Key));
    }

    [Fact]
    public void Views_All_EncodeWhatTheyWrite()
    {
        Assert.Empty(Views.Where(view => view.Value.Contains("Html.Raw", StringComparison.Ordinal)).Select(view => view.Key));
    }

    [Fact]
    public void Views_WithAPassword_DoNotSayThatItWasKept()
    {
        var views = Views.Where(view => view.Value.Contains("autocomplete=\"new-password\"", StringComparison.Ordinal)
            || view.Value.Contains("autocomplete=\"current-password\"", StringComparison.Ordinal)).ToList();

        // The fields of a piece stand on the pages that take it in.
        var pieces = views.Select(view => Path.GetFileNameWithoutExtension(view.Key)).Where(name => name.StartsWith('_')).ToList();
        var pages = Views.Where(view => pieces.Exists(piece => view.Value.Contains($"\"{piece}\"", StringComparison.Ordinal)))
            .Concat(views).Where(view => !Path.GetFileName(view.Key).StartsWith('_')).DistinctBy(view => view.Key).ToList();

        Assert.Equal(5, pages.Count);
        Assert.All(pages, page => Assert.True(page.Value.Contains("<error-summary lead=", StringComparison.Ordinal), page.Key));
    }

    [Fact]
    public void Acts_ThatCannotBeTakenBack_AskFirst()
    {
        string[] acts =
        [
            "/trinh-ky", "/rut-lai", "/kiem-tra-noi-dung", "/kiem-tra-the-thuc", "/duyet", "/@(Model.ReturnAddress)", "/phat-hanh", "/thay-the",
            "/tiep-nhan", "/tra-lai", "xac-nhan", "/xoa", "Id/bo", "/nghi", "/tro-lai", "/mat-khau", "/theo-the-thuc",
        ];
        var forms = Views.SelectMany(view => PostForm().Matches(view.Value).Select(form => (View: view.Key, Action: form.Groups[1].Value, Form: form.Value)))
            // A file that was taken away is brought back beside it; a sentence that was confirmed can be looked at again; a code was typed on purpose.
            .Where(form => !form.Action.StartsWith("/tai-lieu/", StringComparison.Ordinal)
                && form.Action is not ("/tai-khoan/mat-khau" or "@act/xac-nhan" or "/tai-khoan/xac-thuc-hai-buoc/xac-nhan" or "/dang-nhap/ma-xac-nhan")).ToList();

        foreach (var act in acts)
        {
            var found = forms.Where(form => form.Action.Contains(act, StringComparison.Ordinal)).ToList();
            Assert.True(found.Count > 0, $"No form posts to …{act}.");
            Assert.All(found, form => Assert.True(form.Form.Contains("data-confirm=", StringComparison.Ordinal), $"{form.View}: {form.Action} does not ask."));
        }
    }

    [Fact]
    public void Icons_InViewsAndMenu_AreInTheSprite()
    {
        var sprite = File.ReadAllText(Path.Combine(ShellHost.WebFolder, "wwwroot/img/icons.svg"));
        var used = Views.Values.SelectMany(view => Icon().Matches(view).Select(match => match.Groups[1].Value))
            .Concat(Navigation.Items.Select(item => item.Icon)).Distinct().ToList();

        Assert.NotEmpty(used);
        Assert.All(used, name => Assert.Contains($"<symbol id=\"{name}\"", sprite, StringComparison.Ordinal));
    }

    [Fact]
    public void Styles_Built_NeedNoDataUrls()
    {
        Assert.DoesNotContain("data:", File.ReadAllText(Path.Combine(ShellHost.WebFolder, "wwwroot/css/site.css")), StringComparison.Ordinal);
    }

    [GeneratedRegex("""<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\ssrc=)|javascript:|hx-on""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""<form method="post"[^>]*? action="((?:@\((?:[^()]|\([^()]*\))*\)|[^"])*)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex PostForm();

    [GeneratedRegex("""<icon name="([a-z0-9-]+)""")]
    private static partial Regex Icon();
}
