using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.OldReports;
using SonTrung.Cchc.Tests.Text;

namespace SonTrung.Cchc.Tests.Imports;

public sealed class ImportServiceTests : IDisposable
{
    private const string Sound = "05/04/2026\tPhát thanh chuyên mục số 7\tTruyền thanh cơ sở";

    private readonly ImportDesk desk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Import_SoundRow_EntersAllOfIt()
    {
        var id = await desk.PasteAsync(
            "Đơn vị thực hiện\tNgày\tNội dung hoạt động\tĐến ngày\tPhương tiện, hình thức\tNhiệm vụ trong kế hoạch\tChủ đề chính\tĐịa điểm\tSố người tiếp cận\tKinh phí (đồng)\tLượt phát\tTờ gấp, tờ rơi (tờ)\tNêu riêng trong báo cáo\tCâu ghi trong báo cáo\tĐường dẫn kiểm chứng\tVăn bản kiểm chứng",
            "Văn phòng HĐND và UBND\t5/4/2026\tĐối thoại\t06-04-2026\tTruyền thanh cơ sở\tPhát thanh hằng tuần\tCải cách thể chế\tThôn 1\t1.250\t1.500.000\t12\t1.234\tCó\tĐối thoại với dân\thttps://a.example/1 https://a.example/2\t5/KH-UBND");

        var result = await desk.ImportAsync(id);

        Assert.Equal((null, 1), (result.Refusal, result.Count));
        var row = Assert.Single(await desk.ActivitiesAsync());
        Assert.Equal(("Đối thoại", new DateOnly(2026, 4, 5), new DateOnly(2026, 4, 6), 2026), (row.Title, row.StartsOn, row.EndsOn, row.Year));
        Assert.Equal((desk.Radio.Id, desk.Line.Id, desk.Topic.Id, desk.Office.Id), (row.ChannelId, row.PlanItemId, row.TopicId, row.DepartmentId));
        Assert.Equal(("Thôn 1", 1250, 1_500_000L, true, "Đối thoại với dân"), (row.Place, row.PeopleReached, row.CostDong, row.IsHighlighted, row.ReportText));
        Assert.Equal([(desk.Broadcasts.Id, 12m), (desk.Leaflets.Id, 1234m)], row.Measures.OrderBy(measure => measure.Value).Select(measure => (measure.IndicatorId, measure.Value)));
        Assert.Equal(["https://a.example/1", "https://a.example/2"], row.Links.Select(link => link.Url).Order());
        Assert.Equal(desk.Document.Id, Assert.Single(row.References).ReferenceDocumentId);
        Assert.Equal((id, row.Version, desk.User.Id), (row.ImportBatchId, row.ImportedVersion, row.EnteredById));
    }

    [Fact]
    public async Task Import_Rows_AreAuditedOneByOneAndTheImportItself()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound, "06/04/2026\tHội nghị\tZalo, Facebook");
        await desk.ImportAsync(id);

        await using var db = desk.Database.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Entity == nameof(PropagandaActivity) && entry.Action == AuditAction.Added, Cancellation));
        var batch = await db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(ImportBatch) && entry.EntityId == $"{id}" && entry.Action == AuditAction.Changed, Cancellation);
        Assert.Contains("\"Imported\":2", batch.After, StringComparison.Ordinal);
        Assert.Equal(desk.User.Id, batch.UserId);
    }

    [Fact]
    public async Task Preview_Table_WritesNothingAndCounts()
    {
        var id = await desk.PasteAsync("Bảng theo dõi năm 2026", "", ImportDesk.Headings + "Ghi chú", Sound, "31/02/2026\tSai ngày\tTruyền thanh cơ sở", "5/4/2026\tphat thanh CHUYEN MUC so 7\ttruyen thanh co so");

        var preview = await desk.PreviewAsync(id);

        Assert.Equal((3, 1, 1, 1, 0), (preview.Total, preview.Ready, preview.Wrong, preview.Alike, preview.AlikeTaken));
        Assert.Equal(["Ghi chú"], preview.Columns.Unknown);
        Assert.Equal([4, 5, 6], preview.Page.Rows.Select(row => row.Number));
        Assert.Equal(4, preview.Page.Rows[2].Alike!.RowNumber);
        Assert.Equal([5], (await desk.PreviewAsync(id, ImportFilter.Wrong)).Page.Rows.Select(row => row.Number));
        Assert.Equal([6], (await desk.PreviewAsync(id, ImportFilter.Alike)).Page.Rows.Select(row => row.Number));
        Assert.Empty(await desk.ActivitiesAsync());
    }

    [Theory]
    [InlineData("05/04/2026", "2026-04-05")]
    [InlineData("5/4/2026", "2026-04-05")]
    [InlineData("05-04-2026", "2026-04-05")]
    [InlineData("5.4.2026", "2026-04-05")]
    [InlineData("05042026", "2026-04-05")]
    [InlineData("2026-04-05", "2026-04-05")]
    public async Task Preview_DayInAnyForm_IsRead(string typed, string day)
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, $"{typed}\tA\tTruyền thanh cơ sở");
        await desk.ImportAsync(id);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await desk.ActivitiesAsync()).StartsOn);
    }

    [Theory]
    [InlineData(46117, true)]
    [InlineData(5042026, true)]
    [InlineData(15042026, true)]
    [InlineData(46117.5, true)]
    [InlineData(0, false)]
    [InlineData(400000, false)]
    [InlineData(99999999, false)]
    public async Task Preview_DayKeptAsANumber_IsReadOrRefused(double number, bool isDay)
    {
        var row = new ReadRow(2, [ReadCell.Of((decimal)number), ReadCell.Text("A"), ReadCell.Text("Truyền thanh cơ sở")]);
        var result = await desk.ReceiveAsync([new ReadTable("", [Heading(), row])]);

        var preview = await desk.PreviewAsync(result.Id);

        Assert.Equal(isDay ? 1 : 0, preview.Ready);
        Assert.Equal(isDay, preview.Page.Rows[0].Cells[0].Text.EndsWith("/04/2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ngày", "", ImportProblem.Missing)]
    [InlineData("Ngày", "hôm qua", ImportProblem.NotADay)]
    [InlineData("Ngày", "30/02/2026", ImportProblem.NotADay)]
    [InlineData("Ngày", "05/04/2019", ImportProblem.NoPeriod)]
    [InlineData("Nội dung hoạt động", "", ImportProblem.Missing)]
    [InlineData("Phương tiện, hình thức", "", ImportProblem.Missing)]
    [InlineData("Phương tiện, hình thức", "Truyền thanh xã", ImportProblem.UnknownName)]
    [InlineData("Đến ngày", "04/04/2026", ImportProblem.EndsWrong)]
    [InlineData("Đến ngày", "15/12/2026", ImportProblem.EndsWrong)]
    [InlineData("Nhiệm vụ trong kế hoạch", "Việc khác", ImportProblem.UnknownName)]
    [InlineData("Đơn vị thực hiện", "Ban A", ImportProblem.UnknownName)]
    [InlineData("Lượt phát", "mười", ImportProblem.NotANumber)]
    [InlineData("Lượt phát", "-3", ImportProblem.OutOfRange)]
    [InlineData("Lượt phát", "1.000.000.000", ImportProblem.OutOfRange)]
    [InlineData("Lượt phát", "1,234", ImportProblem.Ambiguous)]
    [InlineData("Lượt phát", "0,5", ImportProblem.NotWhole)]
    [InlineData("Cụm cũ", "5", ImportProblem.NotOnThatDay)]
    [InlineData("Số người tiếp cận", "2,5", ImportProblem.NotWhole)]
    [InlineData("Kinh phí (đồng)", "1.000.000.000.000", ImportProblem.OutOfRange)]
    [InlineData("Thường xuyên cả năm", "thỉnh thoảng", ImportProblem.NotYesNo)]
    [InlineData("Đường dẫn kiểm chứng", "javascript:alert(1)", ImportProblem.NotALink)]
    [InlineData("Văn bản kiểm chứng", "99/KH-UBND", ImportProblem.UnknownName)]
    [InlineData("Số lượng", "5", ImportProblem.HalfAFigure)]
    [InlineData("Đơn vị tính", "tờ", ImportProblem.HalfAFigure)]
    public async Task Preview_WrongCell_SaysWhatAndWhere(string heading, string value, ImportProblem problem)
    {
        var cells = new Dictionary<string, string> { ["Ngày"] = "05/04/2026", ["Nội dung hoạt động"] = "A", ["Phương tiện, hình thức"] = "Truyền thanh cơ sở", [heading] = value };
        var id = await desk.PasteAsync(string.Join('\t', cells.Keys), string.Join('\t', cells.Values));

        var issue = Assert.Single(Assert.Single((await desk.PreviewAsync(id)).Page.Rows).Issues);

        Assert.Equal(problem, issue.Problem);
        Assert.StartsWith(heading, issue.Column.Heading, StringComparison.Ordinal);
        Assert.Equal(ImportRefusal.NothingToEnter, (await desk.ImportAsync(id)).Refusal);
    }

    [Fact]
    public async Task Import_NamesOfTheAgencyAndEveryones_MeanTheSameEntries()
    {
        desk.Name(channel: desk.Radio, name: "Loa thôn");
        desk.Name(topic: desk.Topic, name: "Thể chế xã");
        desk.Name(indicator: desk.Broadcasts, name: "buổi phát");
        var ids = new[]
        {
            await desk.PasteAsync(ImportDesk.Headings + "Chủ đề chính\tBuổi phát", "05/04/2026\tTheo tên riêng\tloa thon\tThể chế xã\t3"),
            await desk.PasteAsync(ImportDesk.Headings + "Chủ đề chính\tLượt phát", "15/04/2026\tTheo tên chung\tTruyền thanh cơ sở\tCải cách thể chế\t3"),
            await desk.PasteAsync(ImportDesk.Headings + "Số lượng\tĐơn vị tính", "25/04/2026\tTheo đơn vị tính\tLoa thôn\t3\tbuổi phát"),
        };

        var own = await desk.PreviewAsync(ids[0]);
        foreach (var id in ids)
        {
            Assert.Equal((null, 1), (await desk.ImportAsync(id)) is var done ? (done.Refusal, done.Count) : default);
        }

        Assert.Equal(["05/04/2026", "Theo tên riêng", "Loa thôn", "Thể chế xã", "3"], own.Page.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["Buổi phát"], own.Columns.Columns.Values.Where(column => column.IndicatorId is not null).Select(column => column.Heading));
        var rows = await desk.ActivitiesAsync();
        Assert.All(rows, row => Assert.Equal((desk.Radio.Id, desk.Broadcasts.Id), (row.ChannelId, row.Measures.Single().IndicatorId)));
        Assert.Equal([desk.Topic.Id, desk.Topic.Id, null], rows.Select(row => row.TopicId));
    }

    [Fact]
    public async Task Preview_OwnNameThatIsAnothersCommonName_MeansTheEntryThatShowsIt()
    {
        desk.Name(channel: desk.Radio, name: "Zalo, Facebook");
        var id = await desk.PasteAsync(ImportDesk.Headings, "05/04/2026\tHai nghĩa\tZalo, Facebook", "06/04/2026\tMột nghĩa\tTruyền thanh cơ sở");

        // As long as both show the same words, the person is asked.
        var rows = (await desk.PreviewAsync(id)).Page.Rows;
        Assert.Equal(ImportProblem.SeveralOfThisName, Assert.Single(rows[0].Issues).Problem);
        Assert.Empty(rows[1].Issues);

        desk.Name(channel: desk.Online, name: "Mạng xã hội");
        await desk.ImportAsync(id);

        Assert.All(await desk.ActivitiesAsync(), row => Assert.Equal(desk.Radio.Id, row.ChannelId));
        Assert.Equal(2, (await desk.ActivitiesAsync()).Count);
    }

    [Fact]
    public async Task Preview_TooLongWords_AreRefusedNotCut()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, $"05/04/2026\t{new string('ữ', PropagandaActivity.TitleLength + 1)}\tTruyền thanh cơ sở");

        var issue = Assert.Single((await desk.PreviewAsync(id)).Page.Rows[0].Issues);

        Assert.Equal((ImportProblem.TooLong, PropagandaActivity.TitleLength), (issue.Problem, issue.Limit));
    }

    [Fact]
    public async Task Import_NumberWithUnitBesideIt_IsTheIndicatorsFigure()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings + "Số lượng\tĐVT", "05/04/2026\tA\tTruyền thanh cơ sở\t12\tLuot phat", "06/04/2026\tB\tTruyền thanh cơ sở\t3.000\ttờ");
        await desk.ImportAsync(id);

        Assert.Equal([(desk.Broadcasts.Id, 12m), (desk.Leaflets.Id, 3000m)], (await desk.ActivitiesAsync()).SelectMany(row => row.Measures).Select(measure => (measure.IndicatorId, measure.Value)));
    }

    [Fact]
    public async Task ChooseNames_UnknownName_IsProposedOnceAndCountsForEveryRow()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings + "Chủ đề chính", "05/04/2026\tA\tLoa truyền thanh\tKhác", "07/04/2026\tB\tloa TRUYEN thanh\tKhác");

        var names = (await desk.PreviewAsync(id)).Names;

        Assert.Equal([("Phương tiện, hình thức", "Loa truyền thanh", desk.Radio.Id, false), ("Chủ đề chính", "Khác", null, true)], names.Select(name => (name.Heading, name.Name, name.ProposedId, name.MayStayEmpty)));
        await desk.AsAsync(service => service.ChooseNamesAsync(id, [new(names[0].List, names[0].Name, desk.Radio.Id), new(names[1].List, names[1].Name, ImportChoices.LeaveEmpty)], Cancellation));
        var preview = await desk.PreviewAsync(id);
        Assert.Equal((2, 0), (preview.Ready, preview.NamesInAll));
        await desk.ImportAsync(id);
        Assert.Equal([(desk.Radio.Id, null), (desk.Radio.Id, null)], (await desk.ActivitiesAsync()).Select(row => (row.ChannelId, row.TopicId)));
    }

    [Fact]
    public async Task ChooseAlike_LikelyRepetitions_ArePassedOverUnlessWanted()
    {
        await desk.ImportAsync(await desk.PasteAsync(ImportDesk.Headings, Sound));
        var id = await desk.PasteAsync(
            ImportDesk.Headings, "06/04/2026\tPHÁT THANH chuyên mục số 7\tZalo, Facebook", "06/04/2026\tPhát thanh chuyên mục số 8\tZalo, Facebook", "07/04/2026\tPhát thanh chuyên mục số 8\tZalo, Facebook");

        var preview = await desk.PreviewAsync(id);
        Assert.Equal((1, 2, 0), (preview.Ready, preview.Alike, preview.AlikeTaken));
        Assert.Equal("Phát thanh chuyên mục số 7", preview.Page.Rows[0].Alike!.Text);
        await desk.AsAsync(service => service.TurnAsync(id, 4, Cancellation));
        Assert.Equal((2, 1), ((await desk.PreviewAsync(id)).Ready, (await desk.PreviewAsync(id)).AlikeTaken));
        await desk.AsAsync(service => service.ChooseAlikeAsync(id, takes: true, Cancellation));
        Assert.Equal(3, (await desk.PreviewAsync(id)).Ready);
        await desk.AsAsync(service => service.TurnAsync(id, 2, Cancellation));

        Assert.Equal(2, (await desk.ImportAsync(id)).Count);
        await using var db = desk.Database.Open();
        Assert.Equal((2, 0, 1), await db.ImportBatches.Where(batch => batch.Id == id).Select(batch => new ValueTuple<int, int, int>(batch.Imported, batch.Wrong, batch.Skipped)).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task Preview_RowsWithoutPlanLine_AreProposedTheOneOfTheirChannelAsTheFormDoes()
    {
        desk.Database.Add(new PlanItemChannel { AgencyId = desk.Agency.Id, PlanItemId = desk.Line.Id, ChannelId = desk.Radio.Id });
        var id = await desk.PasteAsync(
            ImportDesk.Headings + "Nhiệm vụ trong kế hoạch",
            "05/04/2026\tPhát thanh đợt một\tTruyền thanh cơ sở\t",
            "05/04/2026\tĐọc bài về hộ tịch\tTruyền thanh cơ sở\t",
            "12/05/2026\tTin trên mạng\tZalo, Facebook\t",
            "19/06/2026\tViệc riêng của thôn\tTruyền thanh cơ sở\tNgoài kế hoạch",
            "20/01/2027\tNăm chưa có kế hoạch\tTruyền thanh cơ sở\t");

        var preview = await desk.PreviewAsync(id);
        Assert.Equal((2, true, 1), (preview.PlanLines, preview.TakesPlanLines, preview.NoPlanLine));
        Assert.Equal((5, 0), (preview.Ready, preview.Alike));
        Assert.Equal(
            [ImportPlanLine.Proposed, ImportPlanLine.Proposed, ImportPlanLine.NoneFits, ImportPlanLine.AsGiven, ImportPlanLine.AsGiven],
            preview.Page.Rows.Select(row => row.PlanLine));
        Assert.Equal("Phát thanh hằng tuần", preview.Page.Rows[0].ProposedLine);

        await desk.ImportAsync(id);

        Assert.Equal([desk.Line.Id, desk.Line.Id, null, null, null], (await desk.ActivitiesAsync()).Select(row => row.PlanItemId));
    }

    [Fact]
    public async Task ChoosePlanLines_Declined_EntersTheRowsOutsideThePlan()
    {
        desk.Database.Add(new PlanItemChannel { AgencyId = desk.Agency.Id, PlanItemId = desk.Line.Id, ChannelId = desk.Radio.Id });
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound);
        var before = await desk.PreviewAsync(id);

        Assert.Null((await desk.AsAsync(service => service.ChoosePlanLinesAsync(id, takes: false, Cancellation))).Refusal);
        var preview = await desk.PreviewAsync(id);
        Assert.Equal((1, false, ImportPlanLine.Declined), (preview.PlanLines, preview.TakesPlanLines, preview.Page.Rows[0].PlanLine));
        Assert.Equal(ImportRefusal.Changed, (await desk.AsAsync(service => service.ImportAsync(id, before.Fingerprint, Cancellation))).Refusal);
        await desk.ImportAsync(id);

        Assert.Null(Assert.Single(await desk.ActivitiesAsync()).PlanItemId);
    }

    [Fact]
    public async Task Preview_ChannelThatThePersonGaveALineLast_IsProposedThatLine()
    {
        await desk.ImportAsync(await desk.PasteAsync(ImportDesk.Headings + "Nhiệm vụ", "05/04/2026\tTin đầu tiên\tZalo, Facebook\tPhát thanh hằng tuần"));

        var preview = await desk.PreviewAsync(await desk.PasteAsync(ImportDesk.Headings, "12/05/2026\tTin sau\tZalo, Facebook"));

        Assert.Equal("Phát thanh hằng tuần", preview.Page.Rows[0].ProposedLine);
    }

    [Fact]
    public async Task Import_SentTwice_EntersOnce()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound);
        var fingerprint = (await desk.PreviewAsync(id)).Fingerprint;

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.AsAsync(service => service.ImportAsync(id, fingerprint, Cancellation)))));

        Assert.All(results, result => Assert.Equal((null, 1), (result.Refusal, result.Count)));
        Assert.Single(await desk.ActivitiesAsync());
    }

    [Fact]
    public async Task Receive_SameFormTwice_IsOneImport()
    {
        var (key, tables) = (Guid.NewGuid(), TableReading.OfText($"{ImportDesk.Headings}\n{Sound}").Tables);

        Assert.Equal((await desk.ReceiveAsync(tables, formKey: key)).Id, (await desk.ReceiveAsync(tables, formKey: key)).Id);
    }

    [Fact]
    public async Task Import_SomethingElseThanThePreviewShowed_IsRefused()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound);
        var fingerprint = (await desk.PreviewAsync(id)).Fingerprint;
        await desk.ImportAsync(await desk.PasteAsync(ImportDesk.Headings, Sound));

        var result = await desk.AsAsync(service => service.ImportAsync(id, fingerprint, Cancellation));

        Assert.Equal(ImportRefusal.NothingToEnter, result.Refusal);
        await desk.AsAsync(service => service.ChooseAlikeAsync(id, takes: true, Cancellation));
        Assert.Equal(ImportRefusal.Changed, (await desk.AsAsync(service => service.ImportAsync(id, new string('0', 64), Cancellation))).Refusal);
        Assert.Single(await desk.ActivitiesAsync());
    }

    [Fact]
    public async Task Import_FailingHalfway_LeavesNothing()
    {
        var lines = Enumerable.Range(1, 1200).Select(i => $"{1 + (i % 28):00}/04/2026\tViệc số {i}\tTruyền thanh cơ sở");
        var id = await desk.PasteAsync([ImportDesk.Headings, .. lines]);
        var fingerprint = (await desk.PreviewAsync(id)).Fingerprint;
        await using (var db = desk.Database.Open(Given.Scope(desk.User), new FailingSave(after: 3)))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => ImportDesk.Service(db, desk.Database).ImportAsync(id, fingerprint, Cancellation));
        }

        Assert.Empty(await desk.ActivitiesAsync());
        Assert.Equal(1200, (await desk.ImportAsync(id)).Count);
    }

    [Fact]
    public async Task Undo_RowsThatSomebodyChangedOrProved_AreKept()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound, "06/04/2026\tSẽ được sửa\tZalo, Facebook", "07/04/2026\tSẽ có tài liệu\tZalo, Facebook", "08/04/2026\tSẽ bị xóa\tZalo, Facebook");
        await desk.ImportAsync(id);
        var rows = await desk.ActivitiesAsync();
        await using (var db = desk.Database.Open(Given.Scope(desk.User)))
        {
            var service = new ActivityService(db, desk.Database.Time);
            await service.UpdateAsync(rows[1].Id, rows[1].Version, Input(rows[1]) with { Place = "Thôn 2" }, [], Cancellation);
            await service.DeleteAsync(rows[3].Id, rows[3].Version, Cancellation);
        }

        desk.Database.Add(new Attachment
        {
            AgencyId = desk.Agency.Id,
            ActivityId = rows[2].Id,
            FileName = "a.pdf",
            ContentType = "application/pdf",
            Length = 1,
            Sha256 = new string('0', 64),
            SourceSha256 = new string('0', 64),
            AddedUtc = desk.Database.Time.GetUtcNow().UtcDateTime,
        });
        var before = (await desk.AsAsync(service => service.SummaryAsync(id, Cancellation)))!;

        var result = await desk.UndoAsync(id);

        Assert.Equal((null, 1, 2), (result.Refusal, result.Count, result.Kept));
        Assert.Equal(["Sẽ được sửa", "Sẽ có tài liệu"], before.Kept.Select(row => row.Name));
        Assert.Equal(["Sẽ được sửa", "Sẽ có tài liệu"], (await desk.ActivitiesAsync()).Select(row => row.Title));
        var after = (await desk.AsAsync(service => service.SummaryAsync(id, Cancellation)))!;
        Assert.Equal((ImportStatus.Undone, 1, 2, 2), (after.Batch.Status, after.Batch.Undone, after.Left, after.KeptInAll));
        Assert.Equal(1, (await desk.UndoAsync(id)).Count);
        Assert.Equal(2, (await desk.ActivitiesAsync()).Count);
        await using var audit = desk.Database.Open();
        Assert.Equal(2, await audit.AuditEntries.CountAsync(entry => entry.Entity == nameof(PropagandaActivity) && entry.Action == AuditAction.Hidden, Cancellation));
    }

    [Fact]
    public async Task Undo_OtherImportsAndTypedRows_Stay()
    {
        await desk.ImportAsync(await desk.PasteAsync(ImportDesk.Headings, "01/03/2026\tLần trước\tZalo, Facebook"));
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound);
        await desk.ImportAsync(id);

        Assert.Equal((1, 0), ((await desk.UndoAsync(id)).Count, (await desk.UndoAsync(id)).Kept));

        Assert.Equal("Lần trước", Assert.Single(await desk.ActivitiesAsync()).Title);
    }

    [Fact]
    public async Task Import_PlanLines_ComeAfterTheOthersOfTheirSection()
    {
        var id = await desk.PastePlanAsync(
            "STT\tNhiệm vụ\tMục trong báo cáo\tĐơn vị thực hiện\tNgười phụ trách\tChỉ tiêu\tChỉ tiêu 2\tHạn hoàn thành\tVăn bản kèm theo\tPhương tiện, hình thức",
            "1\tĐăng tin\tHình thức\tVan phong HDND va UBND\tTrần Thị Mẫu\t48 tờ\t\t30/9/2026\tKế hoạch số 05/KH-UBND\tTruyền thanh cơ sở; Zalo, Facebook",
            "2\tKhảo sát\tHình thức\t\t\t300 phiếu thu về\t≥ 90% phiếu hài lòng / phiếu thu về\t\t\t",
            "3\tBan hành văn bản\tNội dung\t\t\tHoàn thành\t\t\t\t",
            "4\tphát thanh hằng tuần\tHình thức\t\t\t\t\t\t\t");

        var preview = await desk.PreviewAsync(id);
        Assert.Equal((3, 0, 1), (preview.Ready, preview.Wrong, preview.Alike));
        await desk.ImportAsync(id);

        await using var db = desk.Database.Open();
        var lines = await db.PlanItems.Include(row => row.Targets).Include(row => row.Channels).Include(row => row.References)
            .Where(row => row.ImportBatchId == id).OrderBy(row => row.Id).ToListAsync(Cancellation);
        Assert.Equal([(PlanSection.Form, 1), (PlanSection.Form, 2), (PlanSection.Content, 0)], lines.Select(row => (row.Section, row.Position)));
        Assert.Equal((desk.Office.Id, desk.User.Id, new DateOnly(2026, 9, 30)), (lines[0].DepartmentId, lines[0].ResponsibleId, lines[0].DueOn));
        Assert.Equal((2, desk.Document.Id), (lines[0].Channels.Count, Assert.Single(lines[0].References).ReferenceDocumentId));
        Assert.Equal((TargetKind.Quantity, desk.Leaflets.Id, 48m), Target(lines[0], 0));
        Assert.Equal((TargetKind.Quantity, desk.Returned.Id, 300m), Target(lines[1], 0));
        Assert.Equal((TargetKind.Ratio, desk.Content.Id, 90m), Target(lines[1], 1));
        Assert.Equal(desk.Returned.Id, lines[1].Targets.Single(target => target.Kind == TargetKind.Ratio).BaseIndicatorId);
        Assert.Equal((TargetKind.Completion, null, null), Target(lines[2], 0));
    }

    [Theory]
    [InlineData("48", "", "", "", ImportProblem.NoIndicator)]
    [InlineData("90%", "", "phiếu hài lòng", "", ImportProblem.NoBase)]
    [InlineData("90", "Tỷ lệ", "phiếu hài lòng", "phiếu hài lòng", ImportProblem.NoBase)]
    [InlineData("120", "Tỷ lệ", "phiếu hài lòng", "phiếu thu về", ImportProblem.AboveHundred)]
    [InlineData("", "Số lượng", "tờ", "", ImportProblem.HalfAFigure)]
    [InlineData("nhiều", "", "tờ", "", ImportProblem.NotANumber)]
    [InlineData("48 con", "", "", "", ImportProblem.UnknownName)]
    public async Task Preview_WrongTarget_SaysWhat(string value, string kind, string unit, string whole, ImportProblem problem)
    {
        var id = await desk.PastePlanAsync("Nhiệm vụ\tMục\tChỉ tiêu 1\tLoại chỉ tiêu 1\tĐơn vị tính 1\tTrên tổng số 1", $"A\tHình thức\t{value}\t{kind}\t{unit}\t{whole}");

        Assert.Equal([problem], (await desk.PreviewAsync(id)).Page.Rows[0].Issues.Select(issue => issue.Problem));
    }

    [Fact]
    public async Task Undo_PlanLineThatWorkWasDoneFor_IsKept()
    {
        var id = await desk.PastePlanAsync("Nhiệm vụ\tMục", "Có việc\tHình thức", "Chưa có việc\tHình thức");
        await desk.ImportAsync(id);
        await desk.ImportAsync(await desk.PasteAsync(ImportDesk.Headings + "Nhiệm vụ trong kế hoạch", $"{Sound}\tCó việc"));

        var result = await desk.UndoAsync(id);

        Assert.Equal((1, 1), (result.Count, result.Kept));
        await using var db = desk.Database.Open();
        Assert.Equal(["Có việc"], await db.PlanItems.Where(row => row.ImportBatchId == id).Select(row => row.Title).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Receive_WhatIsNoTableOfActivities_IsRefusedWithTheReason()
    {
        async Task<ImportResult> ReceiveAsync(params string[] lines) => await desk.ReceiveAsync(TableReading.OfText(string.Join('\n', lines)).Tables);

        Assert.Equal(ImportRefusal.NoHeadings, (await ReceiveAsync("a\tb", "c\td")).Refusal);
        var missing = await ReceiveAsync("Ngày\tNội dung", "05/04/2026\tA");
        Assert.Equal(ImportRefusal.MissingColumns, missing.Refusal);
        Assert.Equal(["Phương tiện, hình thức"], missing.Missing);
        Assert.Equal(ImportRefusal.Nothing, (await ReceiveAsync(ImportDesk.Headings)).Refusal);
        Assert.Equal(ImportRefusal.Nothing, (await desk.ReceiveAsync([])).Refusal);
        Assert.Equal(ImportRefusal.TooManyRows, (await ReceiveAsync([ImportDesk.Headings, .. Enumerable.Repeat(Sound, ImportBatch.MostRows + 1)])).Refusal);
        Assert.Equal(ImportRefusal.NoPlan, (await desk.AsAsync(service => service.ReceiveAsync(Guid.NewGuid(), ImportKind.PlanItems, 2027, null, [], Cancellation))).Refusal);
    }

    [Fact]
    public async Task Receive_TooManyWaiting_IsRefusedUntilSomeAreGivenUp()
    {
        var ids = new List<long>();
        for (var i = 0; i < ImportBatch.MostWaiting; i++)
        {
            ids.Add(await desk.PasteAsync(ImportDesk.Headings, Sound));
        }

        var tables = TableReading.OfText($"{ImportDesk.Headings}\n{Sound}").Tables;
        Assert.Equal(ImportRefusal.TooManyWaiting, (await desk.ReceiveAsync(tables)).Refusal);
        Assert.Null((await desk.AsAsync(service => service.GiveUpAsync(ids[0], Cancellation))).Refusal);
        Assert.Equal(ImportRefusal.NotFound, (await desk.AsAsync(service => service.GiveUpAsync(ids[0], Cancellation))).Refusal);
        Assert.Null((await desk.ReceiveAsync(tables)).Refusal);
    }

    [Fact]
    public async Task EveryAct_OnWhatIsAnothersOrElsewhere_FindsNothing()
    {
        var waiting = await desk.PasteAsync(ImportDesk.Headings, Sound);
        var done = await desk.PasteAsync(ImportDesk.Headings, "01/03/2026\tViệc khác hẳn\tZalo, Facebook");
        await desk.ImportAsync(done);
        var colleague = Given.User(desk.Database, desk.Agency, "dongnghiep");
        var stranger = Given.User(desk.Database, Given.Agency(desk.Database, "noi-khac"), "nguoila");
        Given.Period(desk.Database, await AgencyOfAsync(stranger), 2026);

        Assert.NotNull(await desk.AsAsync(service => service.SummaryAsync(done, Cancellation), colleague));
        foreach (var (id, person) in new[] { (waiting, colleague), (waiting, stranger), (done, stranger) })
        {
            Assert.Null(await desk.AsAsync(service => service.FindAsync(id, Cancellation), person));
            Assert.Null(await desk.AsAsync(service => service.PreviewAsync(id, ImportFilter.All, PageAt.First, Cancellation), person));
            Assert.Null(await desk.AsAsync(service => service.SummaryAsync(id, Cancellation), person));
            Assert.Null(await desk.AsAsync(service => service.RefusedAsync(id, Cancellation), person));
            Assert.Equal(ImportRefusal.NotFound, (await desk.AsAsync(service => service.ImportAsync(id, "", Cancellation), person)).Refusal);
            Assert.Equal(ImportRefusal.NotFound, (await desk.AsAsync(service => service.UndoAsync(id, Cancellation), person)).Refusal);
            Assert.Equal(ImportRefusal.NotFound, (await desk.AsAsync(service => service.GiveUpAsync(id, Cancellation), person)).Refusal);
            Assert.Equal(ImportRefusal.NotFound, (await desk.AsAsync(service => service.TurnAsync(id, 2, Cancellation), person)).Refusal);
        }

        Assert.Equal([done], (await desk.AsAsync(service => service.ListAsync(PageAt.First, Cancellation), colleague)).Rows.Select(row => row.Id));
        Assert.Equal([done, waiting], (await desk.AsAsync(service => service.ListAsync(PageAt.First, Cancellation))).Rows.Select(row => row.Id));
        Assert.Empty((await desk.AsAsync(service => service.ListAsync(PageAt.First, Cancellation), stranger)).Rows);
    }

    [Fact]
    public async Task Acts_InAWrongState_AreRefused()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound);
        Assert.Equal(ImportRefusal.WrongState, (await desk.UndoAsync(id)).Refusal);
        await desk.ImportAsync(id);

        Assert.Equal(ImportRefusal.WrongState, (await desk.AsAsync(service => service.GiveUpAsync(id, Cancellation))).Refusal);
        Assert.Equal(ImportRefusal.WrongState, (await desk.AsAsync(service => service.ChooseAlikeAsync(id, true, Cancellation))).Refusal);
        Assert.Null(await desk.AsAsync(service => service.PreviewAsync(id, ImportFilter.All, PageAt.First, Cancellation)));
    }

    [Fact]
    public async Task RefusedRows_OfAnImport_ComeBackAsTheyCame()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound, "hôm qua\tViệc thứ hai\tTruyền thanh cơ sở");
        await desk.ImportAsync(id);

        var refused = (await desk.AsAsync(service => service.RefusedAsync(id, Cancellation)))!;

        var (row, why) = Assert.Single(refused.Rows);
        Assert.Equal((3, "hôm qua", ImportProblem.NotADay), (row.Number, row[0].Content, Assert.Single(why.Issues).Problem));
    }

    [Fact]
    public async Task Cleanup_AfterADay_ForgetsTablesAndKeepsWhatWasEntered()
    {
        var waiting = await desk.PasteAsync(ImportDesk.Headings, "01/03/2026\tKhông bao giờ nhập\tZalo, Facebook");
        var done = await desk.PasteAsync(ImportDesk.Headings, Sound);
        await desk.ImportAsync(done);
        desk.Database.Time.Now += TimeSpan.FromHours(12);
        await CleanAsync();
        Assert.NotNull(await desk.PreviewAsync(waiting));
        desk.Database.Time.Now += TimeSpan.FromHours(13);
        var young = await desk.PasteAsync(ImportDesk.Headings, "02/03/2026\tVừa đưa lên\tZalo, Facebook");

        await CleanAsync();

        await using var db = desk.Database.Open();
        Assert.Equal([(done, false), (young, true)], await db.ImportBatches.OrderBy(batch => batch.Id).Select(batch => new ValueTuple<long, bool>(batch.Id, batch.RowsSha256 != null)).ToListAsync(Cancellation));
        Assert.Single(Directory.EnumerateFiles(desk.Database.Files, "*", SearchOption.AllDirectories));
        Assert.Equal((1, false), ((await desk.ActivitiesAsync()).Count, (await desk.AsAsync(service => service.SummaryAsync(done, Cancellation)))!.HasRows));
        Assert.Equal(1, (await desk.UndoAsync(done)).Count);
    }

    /// <summary>A sheet typed in .VnTime or VNI-Times, its headings too: read as Vietnamese, and each cell tells what stood there.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Preview_TableInAFontOfOld_IsMendedAsAWhole(bool isVni)
    {
        string Typed(string text) => isVni ? OldFonts.ToVni(text) : OldFonts.ToTcvn3(text);
        var id = await desk.PasteAsync(
            Typed(ImportDesk.Headings + "Địa điểm\tNêu riêng trong báo cáo"), Typed(Sound + "\tXã\tCó"), Typed("06/04/2026\tĐối thoại với người dân về cải cách hành chính\tZalo, Facebook\tNhà văn hóa\tKhông"));

        var preview = await desk.PreviewAsync(id, ImportFilter.Mended);
        await desk.ImportAsync(id);

        Assert.Equal((2, 2, 2, 2), (preview.Total, preview.Ready, preview.Mended, preview.Page.Rows.Count));
        var cell = Assert.Single(preview.Page.Rows[1].Cells, cell => cell.Column.Key == ImportColumns.Title);
        Assert.Equal(("Đối thoại với người dân về cải cách hành chính", Typed("Đối thoại với người dân về cải cách hành chính")), (cell.Text, cell.Original));
        var rows = await desk.ActivitiesAsync();
        Assert.Equal(["Phát thanh chuyên mục số 7", "Đối thoại với người dân về cải cách hành chính"], rows.Select(row => row.Title));
        Assert.Equal(["Xã", "Nhà văn hóa"], rows.Select(row => row.Place));
        Assert.True(rows[0].IsHighlighted);
    }

    [Fact]
    public async Task Preview_DamagedCellsAmongSoundOnes_MendsTheseAlone()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound, "06/04/2026\tPhƣơng hƣớng tuyên truyền\tZalo, Facebook", "07/04/2026\tBuổi hư ớng dẫn nộp hồ sơ\tZalo, Facebook");

        var preview = await desk.PreviewAsync(id);

        Assert.Equal((3, 2), (preview.Ready, preview.Mended));
        Assert.Equal(["Phát thanh chuyên mục số 7", "Phương hướng tuyên truyền", "Buổi hướng dẫn nộp hồ sơ"], preview.Page.Rows.Select(row => row.Text(ImportColumns.Title)));
        Assert.Equal(["Phƣơng hƣớng tuyên truyền", "Buổi hư ớng dẫn nộp hồ sơ"], preview.Page.Rows.SelectMany(row => row.Cells).Select(cell => cell.Original).OfType<string>());
    }

    [Fact]
    public async Task RefusedRows_WithMendedCells_ComeBackAsTheyCame()
    {
        var id = await desk.PasteAsync(ImportDesk.Headings, Sound, "hôm qua\tPhƣơng hƣớng tuyên truyền\tTruyền thanh cơ sở");

        var (row, _) = Assert.Single((await desk.AsAsync(service => service.RefusedAsync(id, Cancellation)))!.Rows);

        Assert.Equal(("Phương hướng tuyên truyền", "Phƣơng hƣớng tuyên truyền"), (row[1].Content, row[1].Original));
    }

    /// <summary>What is sound stays the very same table.</summary>
    [Fact]
    public void Heal_SoundTable_IsLeftAlone() => Gen.Select(VietnameseTextGen.Paragraph.Array[1, 4].Array[1, 8], Gen.Bool).Sample(
        (rows, isDecomposed) =>
        {
            var table = new ReadTable("", rows.Select((row, i) => new ReadRow(i + 1, row.Select(text => ReadCell.Text(isDecomposed ? text.Normalize(NormalizationForm.FormD) : text)).ToList())).ToList());
            return ReferenceEquals(table, TableHealing.Heal(table));
        },
        iter: 300);

    /// <summary>The packed form of a cell, as it is kept between upload and import.</summary>
    [Fact]
    public void Pack_MendedCell_KeepsBothTexts()
    {
        var cell = ReadCell.Text("Phương") with { Original = "Phƣơng" };

        Assert.Equal(cell, ReadCell.Unpack(cell.Pack()));
        Assert.Equal(ReadCell.Text("một"), ReadCell.Unpack(ReadCell.Text("một").Pack()));
    }

    [Fact]
    public async Task Preview_ManyAlikeRowsOfOneDay_IsQuick()
    {
        var lines = Enumerable.Range(1, 10_000).Select(i => $"05/04/2026\tĐăng bài về thủ tục hành chính mới ban hành trong tuần {i % 7}\tZalo, Facebook");
        var id = await desk.PasteAsync([ImportDesk.Headings, .. lines]);

        var start = Environment.CpuUsage.TotalTime;
        var preview = await desk.PreviewAsync(id);

        Assert.Equal((7, 9993), (preview.Ready, preview.Alike));
        Assert.InRange((Environment.CpuUsage.TotalTime - start).TotalSeconds, 0, 20);
    }

    private static ReadRow Heading() => new(1, [ReadCell.Text("Ngày"), ReadCell.Text("Nội dung"), ReadCell.Text("Phương tiện")]);

    private static (TargetKind, long?, decimal?) Target(PlanItem line, int place)
    {
        var target = line.Targets.Single(row => row.Position == place);
        return (target.Kind, target.IndicatorId, target.Value);
    }

    private static ActivityInput Input(PropagandaActivity row) => new()
    {
        Title = row.Title,
        StartsOn = row.StartsOn,
        ChannelId = row.ChannelId,
        Measures = new Dictionary<long, decimal>(),
    };

    private async Task<Core.Agencies.Agency> AgencyOfAsync(UserAccount person)
    {
        await using var db = desk.Database.Open();
        return await db.Agencies.SingleAsync(agency => agency.Id == person.AgencyId, Cancellation);
    }

    private async Task CleanAsync()
    {
        await using var db = desk.Database.Open();
        await new ImportCleanup(db, new FileStore(desk.Database.Files, desk.Database.Time), desk.Database.Time).RunAsync(Cancellation);
    }

    /// <summary>The database is lost after some saves.</summary>
    private sealed class FailingSave(int after) : Microsoft.EntityFrameworkCore.Diagnostics.SaveChangesInterceptor
    {
        private int saves;

        public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int>> SavingChangesAsync(
            Microsoft.EntityFrameworkCore.Diagnostics.DbContextEventData eventData,
            Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int> result,
            CancellationToken cancellationToken = default) =>
            ++saves > after ? throw new TimeoutException() : base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
