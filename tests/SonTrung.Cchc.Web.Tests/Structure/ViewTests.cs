using System.Text.RegularExpressions;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Structure;

public sealed partial class ViewTests
{
    private static readonly Dictionary<string, string> Views = Directory
        .GetFiles(Path.Combine(ShellHost.WebFolder, "Features"), "*.cshtml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(ShellHost.WebFolder, file), File.ReadAllText);

    /// <summary>Tables on first pages of features that are no lists, and why.</summary>
    private static readonly Dictionary<string, string> NoLists = new()
    {
        ["Api"] = "describes the interface",
        ["Collections"] = "the departments of one report, each with its button",
        ["Home"] = "what needs the reader today",
        ["ReportVersions"] = "the submissions of one report, each on paper by itself",
        ["Superiors"] = "the offices of one commune, each with its form",
    };

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
            "/cap-so", "dinh-chinh", "thu-hoi", "/huy-so", "/don-doc/gui", "/sao", "/ky-bao-cao/mo", "@home/bo",
        ];
        var forms = Views.SelectMany(view => PostForm().Matches(view.Value).Select(form => (View: view.Key, Action: form.Groups[1].Value, Form: form.Value)))
            // A file that was taken away is brought back beside it; a sentence that was confirmed can be looked at again; a code was typed on purpose.
            .Where(form => !form.Action.StartsWith("/tai-lieu/", StringComparison.Ordinal)
                && form.Action is not ("/tai-khoan/mat-khau" or "@act/xac-nhan" or "/tai-khoan/xac-thuc-hai-buoc/xac-nhan" or "/dang-nhap/ma-xac-nhan")).ToList();

        foreach (var act in acts)
        {
            var found = forms.Where(form => form.Action.Contains(act, StringComparison.Ordinal)).ToList();
            Assert.True(found.Count > 0, $"No form posts to …{act}.");
            // Reminders have a button for each choice of communes: each asks.
            Assert.All(found, form => Assert.True(
                Asking().Count(form.Form) is > 0 and var asking && (act != "/don-doc/gui" || asking >= Submitting().Count(form.Form)), $"{form.View}: {form.Action} does not ask."));
        }
    }

    [Fact]
    public void Lists_WithATableOfRows_CanBeTakenAwayAndPrinted()
    {
        var without = Views.Where(view => Path.GetFileName(view.Key) == "Index.cshtml" && view.Value.Contains("<table", StringComparison.Ordinal)
                && !view.Value.Contains("\"_ListTools\"", StringComparison.Ordinal) && !view.Value.Contains("\"_ListDownloads\"", StringComparison.Ordinal))
            .Select(view => Path.GetFileName(Path.GetDirectoryName(view.Key)!)).Order(StringComparer.Ordinal);

        Assert.Equal(NoLists.Keys.Order(StringComparer.Ordinal), without);
    }

    [Fact]
    public void Forms_WithTextsOfOnesOwn_KeepADraft()
    {
        string[] views =
        [
            "Activities/Edit", "Catalogues/Edit", "Catalogues/OwnName", "Collections/Index", "DeclaredFigures/Edit", "Departments/Edit", "Letterheads/Edit",
            "NextYearTasks/Edit", "Outlines/Edit", "OutsideReports/Edit", "PlanItems/Edit", "Plans/Edit", "References/Edit", "Register/Edit", "Reminders/Index",
            "Requests/Edit", "SentencePatterns/Edit", "Shortcomings/Edit", "Signers/Edit", "Users/Edit",
        ];

        Assert.All(views, name => Assert.Contains(
            " method=\"post\" data-draft", Views[Path.Combine("Features", $"{name}.cshtml")], StringComparison.Ordinal));
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

    [GeneratedRegex("""<button[^>]* data-confirm=""")]
    private static partial Regex Asking();

    [GeneratedRegex("""<button(?=[^>]* type="submit")""")]
    private static partial Regex Submitting();

    [GeneratedRegex("""<icon name="([a-z0-9-]+)""")]
    private static partial Regex Icon();
}
