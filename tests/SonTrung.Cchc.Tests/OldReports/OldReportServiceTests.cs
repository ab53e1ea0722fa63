using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Home;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;
using SonTrung.Cchc.Tests.Text;

namespace SonTrung.Cchc.Tests.OldReports;

public sealed class OldReportServiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Apply_Report2023_PrintsThePaperToTheLetter(bool keepsRows)
    {
        using var desk = new OldReportDesk(keepsRows);

        var report = await desk.WriteAsync(await desk.BringAsync(TestTexts.Damaged2023));

        Assert.Equal(PrintedText.Golden2023(), PrintedText.Of(await desk.DocumentAsync(report)));
        await using var db = desk.Samples.Database.Open();
        Assert.True((await db.AnnualReports.SingleAsync(row => row.Id == report, Cancellation)).IsReentered);
    }

    [Fact]
    public async Task Apply_Report2023_MakesTheRowsThatNextYearTakes()
    {
        using var desk = new OldReportDesk();

        await desk.WriteAsync(await desk.BringAsync(TestTexts.Damaged2023));

        await using var db = desk.Samples.Database.Open();
        var plan = await db.Plans.Include(row => row.Items).ThenInclude(item => item.References).ThenInclude(reference => reference.ReferenceDocument)
            .SingleAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2023, Cancellation);
        Assert.Equal(("11/KH-UBND", new DateOnly(2023, 1, 19), "tuyên truyền cải cách hành chính năm 2023"), (plan.Number, plan.IssuedOn, plan.Subject));
        Assert.Equal([(PlanSection.Content, 8), (PlanSection.Means, 4), (PlanSection.Form, 4)], plan.Items.GroupBy(item => item.Section).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));
        var cited = Assert.Single(plan.Items.SelectMany(item => item.References)).ReferenceDocument!;
        Assert.Equal(("Quyết định", "14/KH-UBND", true, "ban hành Kế hoạch Cải cách hành chính năm 2023"), (cited.Kind, cited.Number, cited.IsOwn, cited.Subject));
        Assert.Equal(3, await db.Shortcomings.CountAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2023, Cancellation));
        var tasks = await db.NextYearTasks.Where(row => row.AgencyId == desk.Agency.Id && row.Year == 2023).OrderBy(row => row.Position).ToListAsync(Cancellation);
        Assert.Equal([NextYearTaskKind.Direction, NextYearTaskKind.Direction, .. Enumerable.Repeat(NextYearTaskKind.Task, 4)], tasks.Select(row => row.Kind));
        Assert.All(tasks, task => Assert.Null(task.EndMark));
        Assert.Contains(await db.AuditEntries.ToListAsync(Cancellation), entry => entry.Entity == nameof(AnnualReport) && entry.Action == AuditAction.Added && entry.UserId == desk.User.Id);
        Assert.Contains(await db.AuditEntries.ToListAsync(Cancellation), entry => entry.Entity == nameof(OldReport) && entry.Action == AuditAction.Changed && entry.After!.Contains("AppliedUtc", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Apply_OwnFileReadBack_GivesTheSameDocument(bool isWord)
    {
        using var desk = new OldReportDesk();
        var first = await desk.DocumentAsync(await desk.WriteAsync(await desk.BringAsync(TestTexts.Damaged2023)));
        var file = isWord ? OfficialDocumentWord.Write(first) : new PdfDocumentRenderer().Render(first).Pdf;

        var result = await desk.ReceiveAsync(DocumentFileReader.Read(file).Lines, 2022);
        var second = await desk.DocumentAsync(await desk.WriteAsync(result.Id));

        Assert.Equal(PrintedText.Of(first), PrintedText.Of(second));
        Assert.Equal(first.Letterhead.Agency, second.Letterhead.Agency);
        await using var db = desk.Samples.Database.Open();
        Assert.Equal(new DateOnly(2022, 12, 14), (await db.ReportingPeriods.SingleAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2022, Cancellation)).To);
    }

    [Fact]
    public async Task Apply_PaperOfAnotherForm_KeepsItsOwnOrderAndMarks()
    {
        const string Paper = """
            ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              XÃ SƠN TRUNG                       Độc lập - Tự do - Hạnh phúc
            Số: 105/BC-UBND                    Sơn Trung, ngày 12 tháng 12 năm 2021

                                            BÁO CÁO
                    Kết quả công tác tuyên truyền cải cách hành chính năm 2021

                         Kính gửi: Phòng Nội vụ huyện Hương Sơn.

                 Năm 2021, xã đã tổ chức nhiều đợt tuyên truyền.
            A. PHẦN CHUNG
            1. Hạn chế
            a) Còn ít người nghe;
            b) Còn thiếu kinh phí.
            2. Nhiệm vụ trọng tâm năm 2022
            - Phát thanh hằng tuần;
            - Đối thoại với người dân.
            B. KẾT QUẢ THEO BIỂU
            Mai Hà | 12
            1. Việc khác
            - Không có.
            Trên đây là báo cáo của Ủy ban nhân dân xã./.

            Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
            - Như trên;                                    KT. CHỦ TỊCH
            - Lưu: VT.                                   PHÓ CHỦ TỊCH

                                                           Trần Văn Mẫu
            """;
        using var desk = new OldReportDesk();

        var id = await desk.BringAsync(Paper, 2021);
        var document = await desk.DocumentAsync(await desk.WriteAsync(id));

        Assert.Equal(
            [
                "Năm 2021, xã đã tổ chức nhiều đợt tuyên truyền.", "A. PHẦN CHUNG", "1. Hạn chế", "a) Còn ít người nghe;", "b) Còn thiếu kinh phí.",
                "2. Nhiệm vụ trọng tâm năm 2022", "- Phát thanh hằng tuần;", "- Đối thoại với người dân.", "B. KẾT QUẢ THEO BIỂU", "1. Việc khác", "- Không có.",
                "Trên đây là báo cáo của Ủy ban nhân dân xã./.",
            ],
            document.PrintedBody().Select(block => block.Printed()));
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ SƠN TRUNG"], document.Letterhead.Agency);
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], document.Signature.Authority);
        Assert.Equal("Trần Văn Mẫu", document.Signature.SignerName);
        Assert.Equal(["Như trên;", "Lưu: VT."], document.Recipients.Select(line => line.Text));
        Assert.Contains(await desk.BlocksAsync(id), block => block is { Part: OldReportPart.Unplaced, Text: "Mai Hà | 12" });
    }

    /// <summary>Number and date are the paper's: printed to the letter, and no part of the portal's register.</summary>
    [Theory]
    [InlineData("Số: 105/BC-UBND", "Sơn Trung, ngày 12 tháng 12 năm 2021", "Số: 105/BC-UBND", "Sơn Trung, ngày 12 tháng 12 năm 2021")]
    [InlineData("Số:      /BC-UBND", "Sơn Trung, ngày      tháng 12 năm 2021", null, "Sơn Trung, ngày tháng 12 năm 2021")]
    public async Task Apply_PaperWithNumberAndDate_PrintsThemButRegistersNothing(string number, string date, string? printedNumber, string? printedDate)
    {
        using var desk = new OldReportDesk();
        var paper = $"ỦY BAN NHÂN DÂN\nXÃ SƠN TRUNG\n{number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{date}\nBÁO CÁO\nKết quả tuyên truyền năm 2021\n"
            + "Kính gửi: Phòng Nội vụ huyện Hương Sơn.\nI. KẾT QUẢ\n- Đã phát thanh 12 buổi;\nTrên đây là báo cáo của xã./.";

        var report = await desk.WriteAsync(await desk.BringAsync(paper, 2021));
        var document = await desk.DocumentAsync(report);

        Assert.Equal((printedNumber, printedDate), (document.Letterhead.PaperNumber, document.Letterhead.PaperDate));
        var read = ReadDocument.Of(document).Blocks;
        Assert.Equal(printedNumber ?? $"Số:      /{document.Letterhead.Symbol}", Assert.Single(read, block => block.Part == DocumentPart.Number).Text);
        Assert.Equal(printedDate, Assert.Single(read, block => block.Part == DocumentPart.PlaceAndDate).Text);
        var pdf = string.Join('\n', DocumentFileReader.Read(new PdfDocumentRenderer().Render(document).Pdf).Lines.Select(line => line.Text));
        var word = string.Join('\n', DocumentFileReader.Read(OfficialDocumentWord.Write(document)).Lines.Select(line => line.Text));
        foreach (var printed in new[] { printedNumber, printedDate }.OfType<string>())
        {
            Assert.Contains(printed, pdf, StringComparison.Ordinal);
            Assert.Contains(printed, word, StringComparison.Ordinal);
        }

        await using var db = desk.Samples.Database.Open();
        var row = await db.AnnualReports.SingleAsync(other => other.Id == report, Cancellation);
        Assert.Equal((ReportStatus.Draft, null, null, null), (row.Status, row.Number, row.Symbol, row.IssuedOn));
    }

    [Fact]
    public async Task Keep_Corrections_AreReadAnew()
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync("BÁO CÁO\nKết quả tuyên truyền năm 2023\nI. KẾT QUẢ\nMột dòng hai việc.\n- Dòng gạch đầu dòng;");
        var blocks = await desk.BlocksAsync(id);
        var paragraph = blocks.Single(block => block.Part == OldReportPart.Paragraph);
        var dash = blocks.Single(block => block.Part == OldReportPart.Dash);

        await desk.KeepAsync(id, [new(paragraph.Key, OldReportPart.Dash, "Việc một;\n- Việc hai.", true), new(dash.Key, OldReportPart.Dash, "", false)]);

        var kept = await desk.BlocksAsync(id);
        Assert.Equal(["- Việc một;", "- Việc hai."], kept.Where(block => block.Part == OldReportPart.Dash).Select(block => block.Printed()));
        Assert.DoesNotContain(kept, block => block.Key == dash.Key);
        Assert.Equal(kept.Count, kept.Select(block => block.Key).Distinct().Count());
        Assert.Equal(OldReportRefusal.Unconfirmed, (await desk.ApplyAsync(id)).Refusal);
    }

    [Fact]
    public async Task Keep_StaleVersion_IsAConflict()
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync(TestTexts.Damaged2023);
        var version = (await desk.RowAsync(id)).Version;
        await desk.KeepAsync(id, []);

        Assert.Equal(OldReportRefusal.Conflict, (await desk.AsAsync(service => service.KeepAsync(id, version, [], cancellation: Cancellation))).Refusal);
        Assert.Equal(OldReportRefusal.Conflict, (await desk.AsAsync(service => service.ApplyAsync(id, version, Cancellation))).Refusal);
    }

    [Fact]
    public async Task Receive_SameFormTwice_IsOneOldReport()
    {
        using var desk = new OldReportDesk();
        var key = Guid.NewGuid();
        var lines = DocumentRecognizer.Lines(TestTexts.Damaged2023);

        Assert.Equal((await desk.ReceiveAsync(lines, formKey: key)).Id, (await desk.ReceiveAsync(lines, formKey: key)).Id);
        Assert.Single(await desk.AsAsync(service => service.WaitingAsync(Cancellation)));
    }

    [Fact]
    public async Task Receive_WhatCannotBe_IsRefused()
    {
        using var desk = new OldReportDesk();
        var lines = DocumentRecognizer.Lines(TestTexts.Damaged2023);

        Assert.Equal(OldReportRefusal.UnknownYear, (await desk.ReceiveAsync(lines, 2027)).Refusal);
        Assert.Equal(OldReportRefusal.UnknownYear, (await desk.ReceiveAsync(lines, 2014)).Refusal);
        Assert.Equal(OldReportRefusal.Nothing, (await desk.ReceiveAsync([new SourceLine("  ")])).Refusal);
        Assert.Equal(OldReportRefusal.TooManyBlocks, (await desk.ReceiveAsync([.. Enumerable.Range(0, OldReport.MostBlocks + 1).Select(i => new SourceLine($"- Dòng {i};"))])).Refusal);
        await desk.WriteAsync(await desk.BringAsync(TestTexts.Damaged2023));
        Assert.Equal(OldReportRefusal.YearTaken, (await desk.ReceiveAsync(lines)).Refusal);
        Assert.DoesNotContain(2023, await desk.AsAsync(service => service.YearsAsync(Cancellation)));
    }

    [Fact]
    public async Task Apply_Twice_WritesOnce()
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync(TestTexts.Damaged2023);
        var report = await desk.WriteAsync(id);

        Assert.Equal(report, (await desk.ApplyAsync(id)).Row!.ReportId);
        await using var db = desk.Samples.Database.Open();
        Assert.Equal(1, await db.AnnualReports.CountAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2023, Cancellation));
    }

    [Fact]
    public async Task TakeBack_Untouched_LeavesNothingAndCanBeWrittenAgain()
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync(TestTexts.Damaged2023);
        await desk.DocumentAsync(await desk.WriteAsync(id));

        Assert.Null((await desk.AsAsync(service => service.TakeBackAsync(id, Cancellation))).Refusal);

        await using (var db = desk.Samples.Database.Open())
        {
            Assert.False(await db.AnnualReports.AnyAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2023, Cancellation));
            Assert.False(await db.Plans.AnyAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2023, Cancellation));
            Assert.False(await db.Shortcomings.AnyAsync(row => row.AgencyId == desk.Agency.Id && row.Year == 2023, Cancellation));
            Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Entity == nameof(AnnualReport) && entry.Action == AuditAction.Removed && entry.UserId == desk.User.Id, Cancellation));
        }

        Assert.All(await desk.BlocksAsync(id), block => Assert.True(block.IsConfirmed));
        Assert.Equal(PrintedText.Golden2023(), PrintedText.Of(await desk.DocumentAsync((await desk.ApplyAsync(id)).Row!.ReportId!.Value)));
    }

    [Fact]
    public async Task TakeBack_OfAYearOpenedForThePaper_ClosesItAgain()
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync(TestTexts.Damaged2023, 2021);
        await desk.WriteAsync(id);

        await desk.AsAsync(service => service.TakeBackAsync(id, Cancellation));

        await using var db = desk.Samples.Database.Open();
        Assert.Equal([2023], await db.ReportingPeriods.Where(row => row.AgencyId == desk.Agency.Id).Select(row => row.Year).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Apply_ReportTypedInAgain_IsNotDue()
    {
        using var desk = new OldReportDesk();
        await desk.WriteAsync(await desk.BringAsync(TestTexts.Damaged2023, 2021));

        await using var db = desk.Samples.Database.Open(Given.Scope(desk.User));
        var items = await new DeskReader(db, null!).ReadAsync(new HashSet<Permission> { Permission.SubmitReports }, new DateOnly(2026, 11, 23), Cancellation);

        Assert.DoesNotContain(items, item => item.Year == 2021);
    }

    [Theory]
    [InlineData("line")]
    [InlineData("task")]
    [InlineData("copied")]
    public async Task TakeBack_ChangedOrUsed_IsRefused(string how)
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync(TestTexts.Damaged2023);
        var report = await desk.WriteAsync(id);
        await desk.Samples.ChangeAsync(db =>
        {
            switch (how)
            {
                case "line":
                    db.ReportLines.First(line => line.ReportId == report && line.Level == BlockLevel.Dash && !line.IsRemoved).Text = "Câu đã sửa";
                    break;
                case "task":
                    db.NextYearTasks.First(task => task.AgencyId == desk.Agency.Id && task.Year == 2023).Text = "Việc đã sửa";
                    break;
                default:
                    var old = db.NextYearTasks.First(task => task.AgencyId == desk.Agency.Id && task.Year == 2023);
                    db.Add(new NextYearTask { AgencyId = old.AgencyId, Year = 2024, Kind = old.Kind, Position = 0, Text = "Chép sang", CopiedFromId = old.Id });
                    break;
            }
        });

        Assert.Equal(OldReportRefusal.InUse, (await desk.AsAsync(service => service.TakeBackAsync(id, Cancellation))).Refusal);
        await using var db = desk.Samples.Database.Open();
        Assert.True(await db.AnnualReports.AnyAsync(row => row.Id == report, Cancellation));
    }

    [Fact]
    public async Task Anything_OfAnotherAgency_IsNotThere()
    {
        using var desk = new OldReportDesk();
        var id = await desk.BringAsync(TestTexts.Damaged2023);
        var stranger = Given.User(desk.Samples.Database, desk.Samples.Agency("xa-huong-son"), "khach");

        Assert.Null(await desk.AsAsync(service => service.FindAsync(id, Cancellation), stranger));
        Assert.Equal(OldReportRefusal.NotFound, (await desk.AsAsync(service => service.KeepAsync(id, Guid.Empty, [], cancellation: Cancellation), stranger)).Refusal);
        Assert.Equal(OldReportRefusal.NotFound, (await desk.AsAsync(service => service.ApplyAsync(id, Guid.Empty, Cancellation), stranger)).Refusal);
        Assert.Equal(OldReportRefusal.NotFound, (await desk.AsAsync(service => service.TakeBackAsync(id, Cancellation), stranger)).Refusal);
        Assert.Equal(OldReportRefusal.NotFound, (await desk.AsAsync(service => service.GiveUpAsync(id, Cancellation), stranger)).Refusal);
        Assert.Empty(await desk.AsAsync(service => service.WaitingAsync(Cancellation), stranger));
    }

    [Fact]
    public async Task Cleanup_ForgottenOnes_GoAndWrittenOnesStay()
    {
        using var desk = new OldReportDesk();
        var written = await desk.BringAsync(TestTexts.Damaged2023);
        await desk.WriteAsync(written);
        var waiting = await desk.BringAsync(TestTexts.Damaged2023, 2022);
        desk.Samples.Database.Time.Now += OldReport.WaitingTime + TimeSpan.FromDays(1);
        var fresh = await desk.BringAsync(TestTexts.Damaged2023, 2021);

        await using (var db = desk.Samples.Database.Open())
        {
            await new OldReportCleanup(db, desk.Samples.Database.Time).RunAsync(Cancellation);
        }

        await using var after = desk.Samples.Database.Open();
        Assert.Equal([fresh, written], await after.OldReports.Select(row => row.Id).OrderByDescending(id => id).ToListAsync(Cancellation));
        Assert.NotEqual(waiting, fresh);
    }
}
