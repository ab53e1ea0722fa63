using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>The steps of the 2026 report as people take them, for tests that begin somewhere on the way.</summary>
public static class ReportPath
{
    /// <summary>Opens the report of 2026 and returns its address.</summary>
    public static async Task<string> OpenAsync(Session staff)
    {
        var list = await staff.PageAsync("/bao-cao");
        if (list.QuerySelector("button[name=nam][value='2026']") is not null)
        {
            await staff.SubmitAsync(list, "/bao-cao", ("nam", "2026"));
            list = await staff.PageAsync("/bao-cao");
        }

        return list.QuerySelectorAll("table a").First(link => link.TextContent.Contains("2026", StringComparison.Ordinal)).GetAttribute("href")!;
    }

    public static async Task<HttpResponseMessage> ActAsync(Session person, string report, string act, params (string, string)[] values) =>
        await person.SubmitAsync(await person.PageAsync(report), act, values);

    /// <summary>Submits and approves.</summary>
    public static async Task ApproveAsync(Portal portal, Session staff, string report)
    {
        await DoneAsync(await ActAsync(staff, report, "/trinh-ky"));
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        await DoneAsync(await ActAsync(chairman, report, "/duyet"));
    }

    /// <summary>Submits, approves and issues today.</summary>
    public static async Task IssueAsync(Portal portal, Session staff, string report, int number)
    {
        await ApproveAsync(portal, staff, report);
        using var clerk = await portal.SignInAsync("vanthu@xahuongson");
        await DoneAsync(await ActAsync(clerk, report, "/phat-hanh", ("Issue.Number", $"{number}")));
    }

    public static Task<Guid> VersionAsync(Portal portal, string report) => portal.ReadAsync(db =>
        db.AnnualReports.Where(row => row.Id == Id(report)).Select(row => row.Version).SingleAsync(TestContext.Current.CancellationToken));

    public static long Id(string report) => long.Parse(report.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task DoneAsync(HttpResponseMessage answer) => Assert.True(
        answer.StatusCode == HttpStatusCode.Redirect,
        $"{(int)answer.StatusCode}: {(await Session.ParseAsync(answer)).QuerySelector("main")?.TextContent.Trim()}");
}
