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

    [GeneratedRegex("""<icon name="([a-z0-9-]+)""")]
    private static partial Regex Icon();
}
