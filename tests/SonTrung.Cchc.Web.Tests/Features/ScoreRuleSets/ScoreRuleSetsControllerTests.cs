using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.ScoreRuleSets;

public sealed class ScoreRuleSetsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/bo-tieu-chi";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_ThenEditThresholds_ChangesTheSheetsOfItsYearsAlone()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var first = await FirstAsync();

        var copied = await system.SubmitAsync(await system.PageAsync($"{List}/{first.Id}"), "/sao", ("firstYear", "2026"));
        var again = await system.SubmitAsync(await system.PageAsync($"{List}/{first.Id}"), "/sao", ("firstYear", "2026"));
        var wrong = await system.SubmitAsync(await system.PageAsync($"{List}/{first.Id}"), "/sao", ("firstYear", "1999"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (copied.StatusCode, again.StatusCode, wrong.StatusCode));
        var url = copied.Headers.Location!.OriginalString;
        var page = await system.PageAsync(url);
        var saved = await system.SubmitAsync(
            page, url,
            ("Form.Name", "Bộ tiêu chí của tỉnh"),
            ("Form.Criteria[1].Steps[1].FromPercent", "50"),
            ("Form.Criteria[1].Steps[1].Points", "0,5"),
            ("Form.Criteria[2].Parts[0].Name", ""),
            ("Form.Criteria[2].Parts[3].Name", "Cuộc thi trực tuyến"),
            ("Form.Criteria[2].Parts[3].Points", "0,25"),
            ("Form.Criteria[2].Parts[3].Mode", "Online"),
            ("Form.Criteria[2].Parts[3].ChannelIds", $"{await ChannelAsync("thi-truc-tuyen")}"));
        var stale = await system.SubmitAsync(page, url, ("Form.Name", "Tên khác"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, stale.StatusCode));
        Assert.Equal("1,5/2", (await staff.PageAsync("/diem-cchc/2026")).QuerySelector(".tile .figure")!.TextContent);
        Assert.Contains("từ 50% đến dưới 100%, 0,5 điểm", (await staff.PageAsync("/diem-cchc/2026")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(first.Name, (await staff.PageAsync("/diem-cchc/2025")).QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(ScoreStep) && entry.Action == AuditAction.Added && entry.AgencyId == null, Cancellation)));
        Assert.Contains("Bộ tiêu chí của tỉnh", (await system.PageAsync(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Name", "")]
    [InlineData("Form.LastYear", "2020")]
    [InlineData("Form.Criteria[1].Steps[0].FromPercent", "101")]
    [InlineData("Form.Criteria[1].Steps[1].FromPercent", "100")]
    [InlineData("Form.Criteria[1].Steps[0].Points", "1,5")]
    [InlineData("Form.Criteria[2].Parts[0].Points", "0,75")]
    [InlineData("Form.Criteria[2].Parts[0].MinForms", "0")]
    [InlineData("Form.Criteria[2].Parts[0].ChannelIds", "99")]
    public async Task Edit_WhatDoesNotFit_IsRefusedAndKept(string field, string value)
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var url = $"{List}/{(await FirstAsync()).Id}";

        var answer = await system.SubmitAsync(await system.PageAsync(url), url, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary"));
        Assert.Equal(3, await portal.ReadAsync(db => db.ScoreRuleSets.Where(row => row.FirstYear == 2022).SelectMany(row => row.Criteria).SelectMany(row => row.Parts).CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Sets_OfAgencysAdministrator_StayShut()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var system = await portal.SignInAsync("hethong@cchc");
        var url = $"{List}/{(await FirstAsync()).Id}";

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(List)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync(url, ("Form.Name", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync($"{List}/99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.PostAsync($"{List}/99", ("Form.Name", "x"), ("Form.Source", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.PostAsync($"{List}/99/sao", ("firstYear", "2027"))).StatusCode);
        Assert.NotNull((await system.PageAsync("/quan-tri")).QuerySelector($"a[href='{List}']"));
    }

    private Task<ScoreRuleSet> FirstAsync() => portal.ReadAsync(db => db.ScoreRuleSets.AsNoTracking().OrderBy(row => row.FirstYear).FirstAsync(Cancellation));

    private Task<long> ChannelAsync(string code) => portal.ReadAsync(db => db.PropagandaChannels.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(Cancellation));
}
