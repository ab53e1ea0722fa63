using System.Globalization;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Html;

namespace SonTrung.Cchc.Documents.Packs;

/// <summary>The index of an evidence pack: one page that needs nothing but itself, to read and to print.</summary>
internal static class EvidencePackIndex
{
    private const string Style = """
        body{font-family:"Times New Roman","Liberation Serif",serif;font-size:16px;line-height:1.5;color:#1f1c18;background:#fdfcf9;margin:0 auto;max-width:70rem;padding:1.5rem}
        header{text-align:center}h1{font-size:1.35rem;margin:.4rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-top:1px solid #857d71;padding-top:.8rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #857d71;padding:.3rem .45rem;text-align:left;vertical-align:top}
        .num{text-align:right;white-space:nowrap}.day{white-space:nowrap}ul{margin:0;padding-left:1.1rem}code{font-size:.75rem;overflow-wrap:anywhere;color:#5b554c}a{color:inherit;overflow-wrap:anywhere}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0}dt{font-weight:bold}dd{margin:0;white-space:pre-line}.warn{font-weight:bold;color:#7c1414}
        .acts{table-layout:fixed}.acts th:nth-child(1){width:12rem}.acts th:nth-child(3){width:9rem}.acts th:nth-child(4){width:8rem}.acts th:nth-child(5){width:23rem}
        @media(max-width:40rem){body{padding:.75rem}table{display:block;overflow-x:auto}dl{display:block}dd{margin-bottom:.4rem}
        .acts tbody,.acts tr,.acts td{display:block}.acts thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.acts tr{border:1px solid #857d71;padding:.3rem .5rem;margin-bottom:.6rem}
        .acts td{border:0;padding:.1rem 0}.acts td:empty{display:none}.acts td::before{content:attr(data-label) ": ";font-weight:bold}}
        @media print{@page{size:A4 landscape;margin:15mm}body{background:#fff;font-size:11pt;max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}a{text-decoration:none}}
        """;

    /// <summary>The page.</summary>
    /// <param name="pack">What is in the pack.</param>
    /// <param name="hashes">The hash of each file that went in, by path.</param>
    public static string Write(EvidencePack pack, IReadOnlyDictionary<string, string> hashes)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var html = new HtmlElements(writer);
        var sheet = pack.Sheet;
        var title = EvidencePackWording.Title(sheet.Year);
        writer.Write("<!DOCTYPE html>\n");
        html.Open("html", "", ("lang", "vi"));
        html.Open("head", "");
        html.Void("meta", "", ("charset", "utf-8"));
        html.Void("meta", "", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Text("title", "", $"{title} - {pack.AgencyName}");
        html.Open("style", "");
        writer.Write(Style);
        html.Close();
        html.Close();
        html.Open("body", "");
        html.Open("header", "");
        html.Text("p", "", pack.AgencyName);
        html.Text("h1", "", title);
        html.Text("p", "", EvidencePackWording.AsOf(sheet));
        html.Text("p", "", EvidencePackWording.Rules(sheet));
        html.Close();
        Summary(html, sheet);
        foreach (var criterion in pack.Criteria)
        {
            Criterion(html, criterion, hashes);
        }

        html.Text("p", "", EvidencePackWording.HowToCheck);
        html.Close();
        html.Close();
        return writer.ToString();
    }

    private static void Summary(HtmlElements html, ScoreSheet sheet)
    {
        html.Open("table", "");
        Head(html, EvidencePackWording.Code, EvidencePackWording.Criterion, EvidencePackWording.Most, EvidencePackWording.Points, EvidencePackWording.Count);
        html.Open("tbody", "");
        foreach (var row in sheet.Rows)
        {
            var criterion = row.Score.Criterion;
            html.Open("tr", "");
            html.Text("td", "", criterion.Code);
            html.Open("td", "");
            if (criterion.Kind == ScoreKind.Group)
            {
                html.Text(criterion.Name);
            }
            else
            {
                html.Text("a", "", criterion.Name, ("href", $"#{Anchor(criterion)}"));
            }

            html.Close();
            html.Text("td", "num", ScoreWording.Points(row.Score.MaxPoints));
            html.Text("td", "num", ScoreWording.Points(row.Score.Points));
            html.Text("td", "num", criterion.Kind == ScoreKind.Group ? "" : VietnameseNumber.Format((long)row.Evidence));
            html.Close();
        }

        html.Open("tr", "");
        html.Text("th", "", "");
        html.Text("th", "", EvidencePackWording.Total);
        html.Text("th", "num", ScoreWording.Points(sheet.MaxPoints));
        html.Text("th", "num", ScoreWording.Points(sheet.Points));
        html.Text("th", "", "");
        html.Close();
        html.Close();
        html.Close();
    }

    private static void Criterion(HtmlElements html, PackCriterion criterion, IReadOnlyDictionary<string, string> hashes)
    {
        var row = criterion.Row;
        html.Text("h2", "", $"{row.Score.Criterion.Code} {row.Score.Criterion.Name}", ("id", Anchor(row.Score.Criterion)));
        html.Open("dl", "");
        Fact(html, EvidencePackWording.Points, $"{ScoreWording.Points(row.Score.Points)}/{ScoreWording.Points(row.Score.MaxPoints)}");
        Fact(html, EvidencePackWording.Rule, string.Join('\n', row.Rule));
        Fact(html, EvidencePackWording.Explanation, row.Explanation.Length > 0 ? row.Explanation : EvidencePackWording.None);
        html.Close();
        if (criterion.Documents.Count > 0)
        {
            html.Open("ul", "");
            foreach (var document in criterion.Documents)
            {
                Document(html, document, hashes);
            }

            html.Close();
        }

        foreach (var group in criterion.Groups)
        {
            html.Text("h3", "", group.Title);
            html.Text("p", "", group.Note);
            Activities(html, group.Activities, hashes);
        }
    }

    private static void Activities(HtmlElements html, IReadOnlyList<PackActivity> activities, IReadOnlyDictionary<string, string> hashes)
    {
        if (activities.Count == 0)
        {
            html.Text("p", "", EvidencePackWording.NoActivities);
            return;
        }

        html.Open("table", "acts");
        Head(html, EvidencePackWording.Day, EvidencePackWording.Activity, EvidencePackWording.Place, EvidencePackWording.Figures, EvidencePackWording.Evidence);
        html.Open("tbody", "");
        foreach (var activity in activities)
        {
            html.Open("tr", "");
            html.Text("td", "day", activity.Days, Label(EvidencePackWording.Day));
            html.Text("td", "", activity.Title, Label(EvidencePackWording.Activity));
            html.Text("td", "", activity.Place, Label(EvidencePackWording.Place));
            html.Text("td", "", activity.Figures, Label(EvidencePackWording.Figures));
            html.Open("td", "", Label(EvidencePackWording.Evidence));
            Evidence(html, activity, hashes);
            html.Close();
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static void Evidence(HtmlElements html, PackActivity activity, IReadOnlyDictionary<string, string> hashes)
    {
        if (activity.Files.Count + activity.Links.Count + activity.Documents.Count == 0)
        {
            html.Text("span", "warn", EvidencePackWording.NoEvidence);
            return;
        }

        html.Open("ul", "");
        foreach (var file in activity.Files)
        {
            html.Open("li", "");
            File(html, file, hashes);
            html.Close();
        }

        foreach (var link in activity.Links)
        {
            html.Open("li", "");
            html.Text("a", "", link, ("href", link), ("rel", "noreferrer"));
            html.Close();
        }

        foreach (var document in activity.Documents)
        {
            Document(html, document, hashes);
        }

        html.Close();
    }

    private static void Document(HtmlElements html, PackDocument document, IReadOnlyDictionary<string, string> hashes)
    {
        html.Open("li", "");
        html.Text(document.Citation);
        foreach (var file in document.Files)
        {
            html.Open("div", "");
            File(html, file, hashes);
            html.Close();
        }

        html.Close();
    }

    private static void File(HtmlElements html, PackFile file, IReadOnlyDictionary<string, string> hashes)
    {
        if (!hashes.TryGetValue(file.Path, out var hash))
        {
            html.Text(file.Name + " ");
            html.Text("span", "warn", EvidencePackWording.Missing);
            return;
        }

        html.Text("a", "", file.Name, ("href", file.Path));
        html.Text(" ");
        html.Text("code", "", $"SHA-256 {hash}");
        if (hash != file.Sha256)
        {
            html.Text(" ");
            html.Text("span", "warn", EvidencePackWording.Changed);
        }
    }

    private static void Head(HtmlElements html, params ReadOnlySpan<string> columns)
    {
        html.Open("thead", "");
        html.Open("tr", "");
        foreach (var column in columns)
        {
            html.Text("th", "", column, ("scope", "col"));
        }

        html.Close();
        html.Close();
    }

    /// <summary>On a phone a row is a block, and each cell says what it is.</summary>
    private static (string Name, string Value) Label(string column) => ("data-label", column);

    private static void Fact(HtmlElements html, string name, string text)
    {
        html.Text("dt", "", name);
        html.Text("dd", "", text);
    }

    private static string Anchor(ScoreCriterion criterion) => $"tieu-chi-{criterion.Code.Replace('.', '-')}";
}
