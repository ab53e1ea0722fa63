using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>Words that last year left in what people wrote stop the report until each is mended or confirmed; what the portal composed never does.</summary>
public sealed class StaleTextTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => samples.Dispose();

    [Theory]
    [InlineData("C-CAU-CU", "Công tác tuyên truyền CCHC được triển khai ngay khi xã mới đi vào hoạt động, tập trung vào những thay đổi mà người dân cần biết khi làm thủ tục", null)]
    [InlineData("C-CAU-CU", "CÁC thôn, tổ dân phố và tổ  công nghệ số cộng đồng đã cùng tham gia hướng dẫn người dân nộp hồ sơ trực tuyến", null)]
    [InlineData("N-NAM", "Kết quả tuyên truyền năm 2025 được người dân ghi nhận ở các thôn", "2025")]
    [InlineData("N-NAM", "Tăng cường tuyên truyền cải cách hành chính năm 2025 ở các thôn", "2025")]
    [InlineData("N-NAM", "Các thôn đã nộp kết quả tuyên truyền trong quý IV/2025", "quý IV/2025")]
    [InlineData("N-NAM", "Các thôn nộp kết quả tuyên truyền trước 31/12/2025", "31/12/2025")]
    [InlineData("N-NAM", "Hội thi tìm hiểu CCHC 2025 có đông người tham gia", "2025")]
    [InlineData("N-CAP-HUYEN", "Đài phát thanh của huyện đã đưa hai tin về xã", "huyện")]
    [InlineData("N-MOT-CUA", "Người dân nộp hồ sơ tại Bộ phận một cửa đông hơn mọi khi", "Bộ phận một cửa")]
    [InlineData("C-SO-CU", "Các đơn vị tiếp tục làm theo văn bản số 22/KH-UBND đã nêu", "22/KH-UBND")]
    [InlineData("C-NGUOI-CU", "Ông Hoàng Mẫu Tiến đã chủ trì ba cuộc họp", "Hoàng Mẫu Tiến")]
    [InlineData("C-NGUOI-CU", "Đồng chí Phó Chủ tịch UBND xã Lê Mẫu Thăng đã chủ trì ba cuộc họp", "Phó Chủ tịch UBND xã Lê Mẫu Thăng")]
    [InlineData("C-DON-VI-CU", "Ban Văn xã mẫu đã phối hợp với các thôn", "Ban Văn xã mẫu")]
    public async Task Check_WordsOfLastYearInAnOwnLine_MustBeConfirmed(string rule, string text, string? words)
    {
        var report = await ReportAsync();
        await KnowFormerAsync();
        await WriteAsync(report, text);

        var found = (await CheckAsync(report)).OpenStale.Where(row => row.Finding.Rule.Id == rule).ToList();

        Assert.Contains(words ?? text, Assert.Single(found).Words, StringComparison.Ordinal);
        Assert.NotNull(found[0].LineId);
    }

    [Theory]
    [InlineData("So với năm 2025, số tin bài của xã tăng gấp đôi")]
    [InlineData("Đồng chí Chủ tịch UBND xã Lê Mẫu Thăng đã chủ trì ba cuộc họp")]
    [InlineData("Công tác tuyên truyền năm 2026 có nhiều cách làm mới ở các thôn")]
    [InlineData("Kinh phí còn ít")]
    public async Task Check_WordsOfThisYear_NeedNoWord(string text)
    {
        var report = await ReportAsync();
        await KnowFormerAsync();
        await WriteAsync(report, text);

        Assert.Empty((await CheckAsync(report)).OpenStale);
    }

    /// <summary>What is offered to be taken over is marked by the same rules before it is taken.</summary>
    [Theory]
    [InlineData("Kết quả tuyên truyền năm 2025 được người dân ghi nhận", "2025")]
    [InlineData("Kết quả tuyên truyền năm 2024 được người dân ghi nhận", "2024")]
    [InlineData("Đăng 12 tin trong quý IV/2025", "2025")]
    [InlineData("Đài phát thanh của huyện đã đưa hai tin về xã", "huyện")]
    [InlineData("Phối hợp với Phòng Nội vụ tổ chức hai buổi", "Phòng Nội vụ")]
    [InlineData("Phối hợp với Phòng Văn hóa – Thông tin tổ chức hai buổi", "Phòng Văn hóa – Thông tin")]
    [InlineData("Người dân nộp hồ sơ tại Bộ phận một cửa", "Bộ phận một cửa")]
    [InlineData("Tiếp tục làm theo văn bản số 22/KH-UBND đã nêu", "22/KH-UBND")]
    [InlineData("Ông Hoàng Mẫu Tiến chủ trì ba cuộc họp", "Hoàng Mẫu Tiến")]
    [InlineData("Đồng chí Phó Chủ tịch UBND xã Lê Mẫu Thăng chủ trì", "Phó Chủ tịch UBND xã Lê Mẫu Thăng")]
    [InlineData("Ban Văn xã mẫu đăng 12 tin, bài", "Ban Văn xã mẫu")]
    [InlineData("Đồng chí Chủ tịch UBND xã Lê Mẫu Thăng chủ trì", null)]
    [InlineData("Các thôn, tổ dân phố và tổ công nghệ số cộng đồng đã cùng tham gia hướng dẫn người dân nộp hồ sơ trực tuyến", null)]
    [InlineData("", null)]
    public async Task Find_TextOfLastYear_MarksTheWordsThatTheGuardWouldStopAt(string text, string? words)
    {
        await KnowFormerAsync();
        await using var db = Staff();

        var found = await new StaleMarks(db).FindAsync(2026, ["Một câu khác của năm 2025", text], Cancellation);

        string[] expected = words is null ? [] : [words];
        Assert.Equal(expected, found[1].Parts().Where(part => part.IsStale).Select(part => part.Text));
        Assert.Equal(text, string.Concat(found[1].Parts().Select(part => part.Text)));
        Assert.Equal(found[1].Marks.Count, found[1].Messages.Count());
        Assert.Equal("2025", Assert.Single(found[0].Parts(), part => part.IsStale).Text);
    }

    [Fact]
    public async Task Find_SeveralWords_AreMarkedInOrderAndSaidOnce()
    {
        await KnowFormerAsync();
        await using var db = Staff();

        var found = Assert.Single(await new StaleMarks(db).FindAsync(2026, ["Năm 2025, huyện và Ban Văn xã mẫu giao cho xã; huyện kiểm tra trong năm 2025"], Cancellation));

        Assert.Equal(["2025", "huyện", "Ban Văn xã mẫu", "huyện", "2025"], found.Parts().Where(part => part.IsStale).Select(part => part.Text));
        Assert.Equal(3, found.Messages.Count());
    }

    [Fact]
    public async Task Check_ShortcomingAndTaskAsLastYear_MustBeConfirmed_TheirYearsMovedOn()
    {
        var report = await ReportAsync();
        await samples.ChangeAsync(db =>
        {
            var agency = samples.Agency("xa-huong-son").Id;
            db.Shortcomings.Where(row => row.AgencyId == agency && row.Year == 2026).OrderBy(row => row.Position).Last().Text = "Hình thức tuyên truyền chưa thu hút được thanh niên và học sinh";
            db.NextYearTasks.Where(row => row.AgencyId == agency && row.Year == 2026).OrderBy(row => row.Position).Last().Text = "Tổ chức 24 buổi hướng dẫn lưu động tại nhà văn hóa thôn trong năm {năm sau}";
        });
        await samples.DocumentAsync(report);

        var stale = (await CheckAsync(report)).OpenStale.ToList();

        Assert.Equal(["C-CAU-CU", "C-CAU-CU"], stale.Select(row => row.Finding.Rule.Id));
        Assert.Contains("Hình thức tuyên truyền chưa thu hút", stale[0].Words, StringComparison.Ordinal);
        Assert.Contains("trong năm 2027", stale[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ComposedLinesAndOutline_AreNeverHeldAgainstLastYear()
    {
        var report = await ReportAsync();
        await samples.ChangeAsync(db =>
        {
            // Last year's report says, word for word, what the portal composes for this one.
            var agency = samples.Agency("xa-huong-son").Id;
            var last = db.AnnualReports.Single(row => row.Year == 2025 && row.AgencyId == agency);
            var lines = db.ReportLines.Where(row => row.ReportId == report && row.AutoKey != null).ToList();
            db.AddRange(lines.Select((line, i) => new ReportLine
            {
                AgencyId = line.AgencyId,
                ReportId = last.Id,
                ElementKey = line.ElementKey,
                Position = 500 + i,
                Level = line.Level,
                Text = line.Text,
            }));
        });

        var stale = (await CheckAsync(report)).OpenStale.Select(row => row.Words).ToList();

        Assert.All(stale, words => Assert.DoesNotContain("45 tin, bài", words, StringComparison.Ordinal));
        Assert.Contains(stale, words => words.StartsWith("Số lượt tham gia cuộc thi trực tuyến", StringComparison.Ordinal));
    }

    /// <summary>"Lấy từ năm trước" copies a line of the plan with its words; the sentence composed from it is held against last year but for being the same.</summary>
    [Theory]
    [InlineData(true, "C-NGUOI-CU", "Tổ chức hội nghị do ông Hoàng Mẫu Tiến chủ trì", "Hoàng Mẫu Tiến")]
    [InlineData(true, "C-DON-VI-CU", "Ban Văn xã mẫu đăng tin, bài về CCHC", "Ban Văn xã mẫu")]
    [InlineData(true, "C-SO-CU", "Tuyên truyền theo văn bản số 22/KH-UBND đã nêu", "22/KH-UBND")]
    [InlineData(true, "N-NAM", "Tăng cường tuyên truyền CCHC năm 2025", "2025")]
    [InlineData(true, "N-CAP-HUYEN", "Phát tin trên đài phát thanh của huyện", "huyện")]
    [InlineData(false, "N-MOT-CUA", "Công khai thủ tục tại Bộ phận một cửa", "Bộ phận một cửa")]
    [InlineData(false, "C-NGUOI-CU", "Tổ chức hội nghị do ông Hoàng Mẫu Tiến chủ trì", "Hoàng Mẫu Tiến")]
    public async Task Check_LineCarriedOverIntoThePlan_MustBeConfirmed(bool isCopied, string rule, string title, string words)
    {
        var report = await ReportAsync();
        await KnowFormerAsync();
        Assert.Empty((await CheckAsync(report)).OpenStale);
        await samples.ChangeAsync(db => Carry(db, title, isCopied));
        await samples.DocumentAsync(report);

        var open = Assert.Single((await CheckAsync(report)).OpenStale);

        Assert.Equal((rule, words), (open.Finding.Rule.Id, open.Words));
        await using var read = samples.Database.Open();
        Assert.False((await read.ReportLines.SingleAsync(line => line.Id == open.LineId, Cancellation)).IsEdited);
    }

    [Fact]
    public async Task Check_LineOfThePlanAsLastYear_IsNoSentenceOfLastYear()
    {
        var report = await ReportAsync();
        const string Title = "Các thôn cùng tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến";
        await samples.ChangeAsync(db =>
        {
            Carry(db, Title, isCopied: true);
            var last = db.AnnualReports.Single(row => row.Year == 2025 && row.AgencyId == samples.Agency("xa-huong-son").Id);
            db.Add(new ReportLine { AgencyId = last.AgencyId, ReportId = last.Id, ElementKey = db.ReportLines.First(line => line.ReportId == last.Id).ElementKey, Position = 900, Level = BlockLevel.Dash, Text = Title });
        });
        await samples.DocumentAsync(report);

        Assert.Empty((await CheckAsync(report)).OpenStale);
    }

    [Fact]
    public async Task Check_LineThatThisYearsPlanHasOfItsOwn_IsNotHeldAgainstLastYear()
    {
        var report = await ReportAsync();
        await KnowFormerAsync();
        await samples.ChangeAsync(db => Carry(db, "Tổ chức hội nghị do ông Hoàng Mẫu Tiến chủ trì", isCopied: null));
        await samples.DocumentAsync(report);

        Assert.Empty((await CheckAsync(report)).OpenStale);
    }

    [Fact]
    public async Task Confirm_OneByOne_HoldsUntilTheLineChanges_AndIsAudited()
    {
        var report = await ReportAsync();
        await KnowFormerAsync();
        const string Text = "Ban Văn xã mẫu làm theo văn bản số 22/KH-UBND đã nêu";
        await WriteAsync(report, Text);
        var open = (await CheckAsync(report)).OpenStale.ToList();
        Assert.Equal(["C-DON-VI-CU", "C-SO-CU"], open.Select(row => row.Finding.Rule.Id));

        Assert.Equal(PassOutcome.Done, await ConfirmAsync(report, open[0]));

        var passed = Assert.Single((await CheckAsync(report)).Findings, row => row.Passed is not null).Passed!;
        Assert.Equal((open[0].TextSha256, "soat@xa-huong-son"), (passed.TextSha256, passed.UserName));
        Assert.Equal("C-SO-CU", Assert.Single((await CheckAsync(report)).OpenStale).Finding.Rule.Id);
        await using (var db = samples.Database.Open())
        {
            var entry = await db.AuditEntries.SingleAsync(row => row.Entity == nameof(ReportPassedFinding) && row.EntityId.EndsWith($"/{passed.Id}") && row.Action == AuditAction.Added, Cancellation);
            Assert.Contains(passed.TextSha256, entry.After, StringComparison.Ordinal);
            Assert.Equal(passed.UserId, entry.UserId);
        }

        await ConfirmAsync(report, open[1]);
        Assert.Empty((await CheckAsync(report)).OpenStale);
        await WriteAsync(report, Text + " ở trên");
        Assert.Equal(2, (await CheckAsync(report)).OpenStale.Count());
        await WriteAsync(report, Text);
        Assert.Empty((await CheckAsync(report)).OpenStale);
    }

    [Fact]
    public async Task Confirm_WhatIsNotStale_StillNeedsAReason()
    {
        var report = await ReportAsync();
        await WriteAsync(report, "Hội nghị ngày 31/02/2026 có 80 người");

        Assert.Equal(PassOutcome.ReasonMissing, await ConfirmAsync(report, Assert.Single((await CheckAsync(report)).OpenErrors)));
    }

    [Theory]
    [InlineData("Tổ chức 24 buổi trong năm 2025 tại các thôn", "tổ chức 24 buổi trong năm {0} tại các thôn")]
    [InlineData("  Tổ chức   24 buổi, trong năm 2026 tại các thôn. ", "tổ chức 24 buổi trong năm {1} tại các thôn")]
    [InlineData("Số 12025 là một con số của xã", "số 12025 là một con số của xã")]
    [InlineData("Chỉ có năm từ thôi", "")]
    [InlineData("", "")]
    public void Key_Sentence_IsSmallWithoutMarksAndYears(string sentence, string key) => Assert.Equal(key, StaleText.Key(sentence, 2025));

    private async Task<long> ReportAsync()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(report);
        return report;
    }

    /// <summary>A deputy who left, one who became chairman, a unit that ended.</summary>
    private async Task KnowFormerAsync()
    {
        var agency = samples.Agency("xa-huong-son").Id;
        var (from, to) = (new DateOnly(2025, 7, 1), new DateOnly(2026, 5, 31));
        await samples.ChangeAsync(db => db.AddRange(
            new Signer { AgencyId = agency, ValidFrom = from, ValidTo = to, FullName = "Hoàng Mẫu Tiến", Post = "PHÓ CHỦ TỊCH", HeadPost = "CHỦ TỊCH", Capacity = SigningCapacity.ForHead },
            new Signer { AgencyId = agency, ValidFrom = from, ValidTo = to, FullName = "Lê Mẫu Thăng", Post = "PHÓ CHỦ TỊCH", HeadPost = "CHỦ TỊCH", Capacity = SigningCapacity.ForHead },
            new Signer { AgencyId = agency, ValidFrom = to.AddDays(1), FullName = "Lê Mẫu Thăng", Post = "CHỦ TỊCH", Capacity = SigningCapacity.OnBehalf },
            new Department { AgencyId = agency, Name = "Ban Văn xã mẫu", Position = 90, ValidFrom = from, ValidTo = to }));
    }

    /// <summary>A line of this year's plan that continues one of last year's, or that a task of last year opened.</summary>
    private void Carry(CchcDbContext db, string title, bool? isCopied)
    {
        var agency = samples.Agency("xa-huong-son").Id;
        var plan = db.Plans.Single(row => row.AgencyId == agency && row.Year == 2026);
        var last = new Plan { AgencyId = agency, Year = 2025, Subject = "tuyên truyền cải cách hành chính năm 2025" };
        if (db.Plans.SingleOrDefault(row => row.AgencyId == agency && row.Year == 2025) is { } known)
        {
            last = known;
        }
        else
        {
            db.Add(last);
        }

        var before = new PlanItem { AgencyId = agency, PlanId = last.Id, Section = PlanSection.Content, Position = 70, Title = title };
        db.Add(before);
        var item = new PlanItem
        {
            AgencyId = agency,
            PlanId = plan.Id,
            Section = PlanSection.Content,
            Position = 70,
            Title = title,
            PreviousItemId = isCopied == true ? before.Id : null,
        };
        db.Add(item);
        if (isCopied == false)
        {
            db.Add(new NextYearTask { AgencyId = agency, Year = 2025, Kind = NextYearTaskKind.Task, Position = 70, Text = title, PlanItemId = item.Id });
        }
    }

    private Task WriteAsync(long report, string text) => samples.ChangeAsync(db =>
    {
        var line = db.ReportLines.OrderBy(row => row.Position).First(row => row.ReportId == report && row.Level == BlockLevel.Dash);
        line.Text = text;
        line.IsEdited = true;
    });

    private static ReportChecker Checker(CchcDbContext db) =>
        new(db, SampleDatabase.Composition(db), new CheckKnowledgeReader(db, new ReportSourceReader(db, TimeProvider.System)), TimeProvider.System);

    private async Task<CheckedReport> CheckAsync(long report)
    {
        await using var db = samples.Database.Open();
        return await Checker(db).CheckAsync(report, Cancellation) ?? throw new InvalidOperationException("Not found.");
    }

    private async Task<PassOutcome> ConfirmAsync(long report, ReportFinding finding)
    {
        await using var db = Staff();
        return await Checker(db).PassAsync(report, new PassInput(finding.Finding.Rule.Id, finding.Finding.BlockId ?? "", finding.TextSha256, null), Cancellation);
    }

    private CchcDbContext Staff()
    {
        using var db = samples.Database.Open();
        var user = db.Users.SingleOrDefault(row => row.UserName == "soat@xa-huong-son") ?? Given.User(samples.Database, samples.Agency("xa-huong-son"), "soat");
        return samples.Database.Open(Given.Scope(user));
    }
}
