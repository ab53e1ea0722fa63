using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Departments;

public sealed class DepartmentsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/bo-phan";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_ShowsTheUnitAndAuditsIt()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Trạm Y tế"), ("Form.ValidFrom", "1/2/2026"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("01/02/2026", (await admin.PageAsync(List)).QuerySelectorAll("tr").Single(row => row.TextContent.Contains("Trạm Y tế", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        var saved = await FindAsync("Trạm Y tế");
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(Department) && entry.EntityId == $"{saved.Id}" && entry.Action == AuditAction.Added && entry.AgencyId == saved.AgencyId, Cancellation)));
    }

    [Fact]
    public async Task Remove_AUnitThatNothingRefersTo_TakesItAway_AndNoOther()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Đơn vị gõ nhầm"), ("Form.ValidFrom", "1/2/2026"));
        var mistyped = await FindAsync("Đơn vị gõ nhầm");
        var used = await portal.ReadAsync(db => db.Departments.FirstAsync(
            row => row.AgencyId == mistyped.AgencyId && db.PropagandaActivities.Any(activity => activity.DepartmentId == row.Id), Cancellation));
        Assert.Null((await admin.PageAsync($"{List}/{used.Id}")).QuerySelector("form[action$='/xoa']"));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsync($"{List}/{used.Id}/xoa", ("version", used.Version.ToString()))).StatusCode);

        var page = await admin.PageAsync($"{List}/{mistyped.Id}");
        var removed = await admin.SubmitAsync(page, "/xoa");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(1, await portal.ReadAsync(db => db.Departments.CountAsync(row => row.Id == mistyped.Id || row.Id == used.Id, Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(Department) && entry.EntityId == $"{mistyped.Id}" && entry.Action == AuditAction.Removed, Cancellation)));
        var undone = await admin.SubmitAsync(await admin.PageAsync(List), "/them");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var again = await FindAsync("Đơn vị gõ nhầm");
        Assert.Equal((mistyped.Position, mistyped.ValidFrom, mistyped.ValidTo, mistyped.AgencyId), (again.Position, again.ValidFrom, again.ValidTo, again.AgencyId));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SubmitAsync(page, "/xoa")).StatusCode);
    }

    [Fact]
    public async Task Edit_WhatAnotherSavedMeanwhile_ShowsTheirWords_AndSavesOverThemWhenAskedAgain()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Đơn vị hai người sửa"), ("Form.ValidFrom", "01/02/2026"));
        var row = await FindAsync("Đơn vị hai người sửa");
        var page = await admin.PageAsync($"{List}/{row.Id}");
        await admin.SubmitAsync(page, $"/{row.Id}", ("Form.Name", "Đơn vị tên của họ"), ("Form.ValidTo", "30/09/2026"));

        var answer = await Session.ParseAsync(await admin.SubmitAsync(page, $"/{row.Id}", ("Form.Name", "Đơn vị tên của tôi")));

        var theirs = answer.QuerySelectorAll(".callout dt").Zip(answer.QuerySelectorAll(".callout dd"), (label, text) => $"{label.TextContent}: {text.TextContent}");
        Assert.Equal(["Tên bộ phận, đơn vị: Đơn vị tên của họ", "Đến hết ngày: 30/09/2026"], theirs);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(answer, $"/{row.Id}")).StatusCode);
        await FindAsync("Đơn vị tên của tôi");
    }

    [Theory]
    [InlineData("Form.Name", "")]
    [InlineData("Form.Position", "-1")]
    [InlineData("Form.ValidFrom", "")]
    [InlineData("Form.ValidTo", "31/01/2026")]
    [InlineData("Form.SuccessorId", "99")]
    public async Task Create_WrongValue_SaysSo(string field, string value)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        (string, string)[] values = [("Form.Name", $"Sai {field}"), ("Form.ValidFrom", "01/02/2026")];

        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", [.. values.Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
    }

    [Fact]
    public async Task Create_SameNameAtTheSameTime_IsRefusedAndLaterIsNot()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var form = await admin.PageAsync($"{List}/them");
        (string, string)[] values = [("Form.Name", "Đội Thông tin"), ("Form.ValidFrom", "01/02/2026"), ("Form.ValidTo", "31/03/2026")];

        var first = await admin.SubmitAsync(form, "/them", values);
        var again = await admin.SubmitAsync(form, "/them", values);
        var same = await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Đội Thông tin"), ("Form.ValidFrom", "31/03/2026"));
        var later = await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Đội Thông tin"), ("Form.ValidFrom", "01/04/2026"));

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect),
            (first.StatusCode, again.StatusCode, same.StatusCode, later.StatusCode));
        Assert.Equal(2, await portal.ReadAsync(db => db.Departments.CountAsync(row => row.Name == "Đội Thông tin", Cancellation)));
    }

    [Fact]
    public async Task Edit_EndsTheUnitAndNamesItsSuccessor_AndTellsTheSecondOfTwo()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Đơn vị cũ"), ("Form.ValidFrom", "01/02/2026"));
        await admin.SubmitAsync(await admin.PageAsync($"{List}/them"), "/them", ("Form.Name", "Đơn vị mới"), ("Form.ValidFrom", "01/06/2026"));
        var (old, next) = (await FindAsync("Đơn vị cũ"), await FindAsync("Đơn vị mới"));
        var page = await admin.PageAsync($"{List}/{old.Id}");

        var ended = await admin.SubmitAsync(page, $"/{old.Id}", ("Form.ValidTo", "31/05/2026"), ("Form.SuccessorId", $"{next.Id}"));
        var stale = await admin.SubmitAsync(page, $"/{old.Id}", ("Form.Name", "Đơn vị khác"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (ended.StatusCode, stale.StatusCode));
        var saved = await FindAsync("Đơn vị cũ");
        Assert.Equal((new DateOnly(2026, 5, 31), next.Id), (saved.ValidTo, saved.SuccessorId));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SubmitAsync(await admin.PageAsync($"{List}/{old.Id}"), $"/{old.Id}", ("Form.SuccessorId", $"{await ForeignAsync()}"))).StatusCode);
    }

    [Theory]
    [InlineData("canbo@xahuongson")]
    [InlineData("hethong@cchc")]
    public async Task Index_WithoutTheDuty_IsForbidden(string userName)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(List)).StatusCode);
    }

    [Fact]
    public async Task Edit_OfAnotherAgency_IsNotFound()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{await ForeignAsync()}")).StatusCode);
    }

    private Task<long> ForeignAsync() => portal.ReadAsync(db =>
        db.Departments.Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "son-trung")).Select(row => row.Id).FirstAsync(Cancellation));

    private Task<Department> FindAsync(string name) => portal.ReadAsync(db => db.Departments.AsNoTracking().SingleAsync(row => row.Name == name, Cancellation));
}
