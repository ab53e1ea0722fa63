using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The clerk's hand in the lines, and the composer's when the data change.</summary>
public sealed class ReportLinesTests : IAsyncLifetime
{
    private readonly SampleDatabase samples = new();
    private long reportId;
    private AccessScope staff = AccessScope.Nobody;

    public async ValueTask InitializeAsync()
    {
        reportId = await samples.CreateAsync("xa-huong-son", 2026);
        staff = Given.Scope(Given.User(samples.Database, samples.Agency("xa-huong-son"), "sua"));
        await samples.DocumentAsync(reportId);
    }

    public ValueTask DisposeAsync()
    {
        samples.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Create_Twice_OpensTheSameReport()
    {
        await using var db = samples.Database.Open(staff);

        Assert.Equal(reportId, await SampleDatabase.Composition(db).CreateAsync(2026, TestContext.Current.CancellationToken));
        Assert.Equal(AnnualReport.PublicCodeLength, db.AnnualReports.Single(row => row.Id == reportId).PublicCode.Length);
    }

    [Fact]
    public async Task Create_YearWithoutPeriod_OpensNothing()
    {
        await using var db = samples.Database.Open(staff);

        Assert.Null(await SampleDatabase.Composition(db).CreateAsync(2019, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refresh_NothingChanged_KeepsEveryIdAndVersion()
    {
        var before = Lines().Select(line => (line.Id, line.Version)).ToList();

        await samples.DocumentAsync(reportId);

        Assert.Equal(before, Lines().Select(line => (line.Id, line.Version)));
    }

    [Fact]
    public async Task Edit_DataChangeLater_KeepsTheTextAndMarksItStale()
    {
        var line = Line("45 tin, bài");
        var result = await EditAsync(line, "Đăng 45 tin, bài có ảnh");
        Assert.Equal(LineOutcome.Done, result.Outcome);
        Assert.False(Lines().Single(row => row.Id == line.Id).HasStaleData);

        await RaiseTinBaiAsync();
        var document = await samples.DocumentAsync(reportId);

        Assert.Equal("Đăng 45 tin, bài có ảnh;", document.Body.Single(block => block.Id == $"{line.Id}").Text);
        var stored = Lines().Single(row => row.Id == line.Id);
        Assert.True(stored.HasStaleData);
        Assert.Contains("50 tin, bài", stored.AutoText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_EditedLine_FollowsTheDataAgain()
    {
        var line = Line("45 tin, bài");
        await EditAsync(line, "Viết tay");
        await RaiseTinBaiAsync();
        await samples.DocumentAsync(reportId);

        await ChangeAsync(line.Id, (editor, row) => editor.RestoreLineAsync(row.Id, row.Version));

        var restored = Lines().Single(row => row.Id == line.Id);
        Assert.False(restored.IsEdited);
        Assert.False(restored.HasStaleData);
        Assert.EndsWith("50 tin, bài", restored.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_DataAndHandChangedDifferentWords_HasBoth()
    {
        var line = Line("45 tin, bài");
        await EditAsync(line, line.Text.Replace("Đăng tin", "Viết, đăng tin", StringComparison.Ordinal));
        await RaiseTinBaiAsync();
        await samples.DocumentAsync(reportId);

        await ChangeAsync(line.Id, (editor, row) => editor.MergeLineAsync(row.Id, row.Version));

        var merged = Lines().Single(row => row.Id == line.Id);
        Assert.Equal(line.Text.Replace("Đăng tin", "Viết, đăng tin", StringComparison.Ordinal).Replace("45", "50", StringComparison.Ordinal), merged.Text);
        Assert.True(merged.IsEdited);
        Assert.False(merged.HasStaleData);
    }

    [Fact]
    public async Task Merge_BothChangedTheFigure_LeavesTheChoiceToThePerson()
    {
        var line = Line("45 tin, bài");
        await EditAsync(line, line.Text.Replace("45", "46", StringComparison.Ordinal));
        await RaiseTinBaiAsync();
        await samples.DocumentAsync(reportId);

        var stale = Lines().Single(row => row.Id == line.Id);
        Assert.Equal(LineOutcome.Stays, (await WithAsync(editor => editor.MergeLineAsync(stale.Id, stale.Version))).Outcome);

        var left = Lines().Single(row => row.Id == line.Id);
        Assert.Contains("46 tin, bài", left.Text, StringComparison.Ordinal);
        Assert.True(left.HasStaleData);
    }

    [Fact]
    public async Task Keep_StaleLine_IsMarkedAgainOnlyByTheNextChange()
    {
        var line = Line("45 tin, bài");
        await EditAsync(line, "Viết tay");
        await RaiseTinBaiAsync();
        await samples.DocumentAsync(reportId);

        await ChangeAsync(line.Id, (editor, row) => editor.KeepLineAsync(row.Id, row.Version));
        await samples.DocumentAsync(reportId);
        Assert.False(Lines().Single(row => row.Id == line.Id).HasStaleData);

        await RaiseTinBaiAsync();
        await samples.DocumentAsync(reportId);
        Assert.True(Lines().Single(row => row.Id == line.Id).HasStaleData);
    }

    [Fact]
    public async Task Edit_StaleVersion_SaysWhatSomebodyElseSaved()
    {
        var line = Line("45 tin, bài");
        await EditAsync(line, "Người thứ nhất");

        var result = await EditAsync(line, "Người thứ hai");

        Assert.Equal(LineOutcome.Conflict, result.Outcome);
        Assert.Equal("Người thứ nhất", result.Current!.Text);
    }

    [Fact]
    public async Task Edit_AnotherAgencysLine_FindsNothing()
    {
        var line = Line("45 tin, bài");
        var other = Given.Scope(Given.User(samples.Database, samples.Agency("son-trung"), "khac"));
        await using var db = samples.Database.Open(other);

        var result = await SampleDatabase.Editor(db).EditLineAsync(line.Id, line.Version, "x", null, TestContext.Current.CancellationToken);

        Assert.Equal(LineOutcome.NotFound, result.Outcome);
    }

    [Fact]
    public async Task Remove_Line_StaysOutUntilItIsRestored()
    {
        var line = Line("45 tin, bài");
        await ChangeAsync(line.Id, (editor, row) => editor.RemoveLineAsync(row.Id, row.Version));
        await RaiseTinBaiAsync();
        Assert.DoesNotContain((await samples.DocumentAsync(reportId)).Body, block => block.Id == $"{line.Id}");

        await ChangeAsync(line.Id, (editor, row) => editor.RestoreLineAsync(row.Id, row.Version));

        Assert.Contains((await samples.DocumentAsync(reportId)).Body, block => block.Id == $"{line.Id}" && block.Text.Contains("50 tin, bài", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Remove_EveryShortcoming_TakesTheLeadWithThem()
    {
        foreach (var line in Lines().Where(row => row.ElementKey == "shortcomings").ToList())
        {
            await ChangeAsync(line.Id, (editor, row) => editor.RemoveLineAsync(row.Id, row.Version));
        }

        var lead = Lines().Single(row => row.ElementKey == "shortcomings-lead");
        Assert.DoesNotContain((await samples.DocumentAsync(reportId)).Body, block => block.Id == $"{lead.Id}");
    }

    [Fact]
    public async Task Add_LineByHand_StaysBehindItsNeighbourWhenTheRestIsComposedAnew()
    {
        var neighbour = Line("45 tin, bài");
        await using (var db = samples.Database.Open(staff))
        {
            var editor = SampleDatabase.Editor(db);
            var added = (await editor.AddLineAsync(reportId, neighbour.Id, TestContext.Current.CancellationToken)).Current!;
            await editor.EditLineAsync(added.Id, added.Version, "Đã thay giao diện trang", null, TestContext.Current.CancellationToken);
        }

        await RaiseTinBaiAsync();
        var body = (await samples.DocumentAsync(reportId)).Body.ToList();

        var at = body.FindIndex(block => block.Text == "Đã thay giao diện trang;");
        Assert.Equal($"{neighbour.Id}", body[at - 1].Id);
        Assert.Equal("- Đã thay giao diện trang;", body[at].Printed());
    }

    [Fact]
    public async Task Move_LastDashUp_ExchangesItWithItsNeighbourAndTheEndMarks()
    {
        var dashes = Lines().Where(row => row.ElementKey == "form").ToList();

        await ChangeAsync(dashes[^1].Id, (editor, row) => editor.MoveLineAsync(row.Id, row.Version, LineMove.Up));

        var form = (await samples.DocumentAsync(reportId)).Body.Where(block => dashes.Exists(row => block.Id == $"{row.Id}")).ToList();
        Assert.Equal($"{dashes[^1].Id}", form[^2].Id);
        Assert.EndsWith(";", form[^2].Text, StringComparison.Ordinal);
        Assert.Equal($"{dashes[^2].Id}", form[^1].Id);
        Assert.EndsWith(".", form[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ways_OfEveryLine_AreExactlyTheMovesThatChangeSomething()
    {
        var ways = LineOrder.Ways(Lines());

        foreach (var line in Lines())
        {
            foreach (var (move, isOffered) in new[] { (LineMove.Up, ways[line.Id].Up), (LineMove.Down, ways[line.Id].Down) })
            {
                var siblings = Lines().Where(row => row.ElementKey == line.ElementKey).ToList();
                var before = siblings.Select(row => row.Id).ToList();
                Assert.Equal(isOffered, LineOrder.Move(siblings, siblings.Single(row => row.Id == line.Id), move));
                Assert.Equal(isOffered, !before.SequenceEqual(siblings.OrderBy(row => row.Position).Select(row => row.Id)));
            }
        }

        var form = Lines().Where(row => row.ElementKey == "form" && row.Level == BlockLevel.Dash).ToList();
        Assert.Equal(new LineWays(Up: false, Down: true, In: false, Out: true), ways[form[0].Id]);
        Assert.Equal(new LineWays(Up: true, Down: false, In: true, Out: true), ways[form[^1].Id]);
        Assert.All(Lines().Where(row => row.Level is BlockLevel.Section or BlockLevel.Heading), row => Assert.False(ways[row.Id].In || ways[row.Id].Out));
    }

    [Fact]
    public async Task Move_LineThatCannot_StaysAndSaysSo()
    {
        var first = Lines().First(row => row.ElementKey == "form");

        Assert.Equal(LineOutcome.Stays, (await WithAsync(editor => editor.MoveLineAsync(first.Id, first.Version, LineMove.Up))).Outcome);
        Assert.Equal(LineOutcome.Stays, (await WithAsync(editor => editor.PlaceLineAsync(first.Id, first.Version, null))).Outcome);
        Assert.Equal(LineOutcome.Stays, (await WithAsync(editor => editor.IndentLineAsync(first.Id, first.Version, LineIndent.In))).Outcome);

        Assert.Equivalent(first, Lines().First(row => row.ElementKey == "form"));
    }

    [Fact]
    public async Task Refresh_RowDeletedBehindEditedLine_KeepsTheSentence()
    {
        var line = Line("đối thoại giữa Chủ tịch");
        await EditAsync(line, "Một buổi đối thoại được ghi hình");

        await samples.ChangeAsync(db =>
            db.PropagandaActivities.Single(row => row.Title == "Đối thoại với Nhân dân, doanh nghiệp lần 1").DeletedUtc = DateTime.UtcNow);

        var document = await samples.DocumentAsync(reportId);
        Assert.Contains(document.Body, block => block.Id == $"{line.Id}" && block.Text.StartsWith("Một buổi đối thoại", StringComparison.Ordinal));
        Assert.True(Lines().Single(row => row.Id == line.Id).HasStaleData);
    }

    [Fact]
    public async Task Refresh_Line_KnowsTheRowsBehindIt()
    {
        await using var db = samples.Database.Open();
        var line = Line("45 tin, bài");

        var origins = await db.Set<ReportLineOrigin>().Where(row => row.LineId == line.Id).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Single(origins, row => row.Kind == OriginKind.PlanItem);
        Assert.Equal(28, origins.Count(row => row.Kind == OriginKind.Activity));
    }

    private List<ReportLine> Lines()
    {
        using var db = samples.Database.Open();
        return db.ReportLines.AsNoTracking().Where(row => row.ReportId == reportId).OrderBy(row => row.Position).ToList();
    }

    private ReportLine Line(string text) => Lines().First(row => row.Text.Contains(text, StringComparison.Ordinal));

    private Task<LineResult> EditAsync(ReportLine line, string text) =>
        WithAsync(editor => editor.EditLineAsync(line.Id, line.Version, text, null, TestContext.Current.CancellationToken));

    private async Task ChangeAsync(long lineId, Func<ReportLineEditor, ReportLine, Task<LineResult>> change)
    {
        var line = Lines().Single(row => row.Id == lineId);
        Assert.Equal(LineOutcome.Done, (await WithAsync(editor => change(editor, line))).Outcome);
    }

    private async Task<LineResult> WithAsync(Func<ReportLineEditor, Task<LineResult>> change)
    {
        await using var db = samples.Database.Open(staff);
        return await change(SampleDatabase.Editor(db));
    }

    private Task RaiseTinBaiAsync() => samples.ChangeAsync(db =>
        db.ActivityMeasures.First(row => db.PropagandaActivities.Any(activity =>
            activity.Id == row.ActivityId && activity.Year == 2026 && activity.PlanItem!.Title.StartsWith("Tin, bài trên Trang"))).Value += 5);
}
