using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>The agency's own reports under the checker: nothing in what the portal composed from clean data, everything in the paper of 2023.</summary>
public sealed class ReportCheckerTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    public void Dispose() => samples.Dispose();

    [Fact]
    public async Task Check_SampleReportsOf2026_FindsNothing()
    {
        await using var db = samples.Database.Open();
        var reports = await db.AnnualReports.AsNoTracking().Where(report => report.Year == 2026).Select(report => report.Id).ToListAsync(Cancellation);

        Assert.True(reports.Count >= 8);
        foreach (var report in reports)
        {
            Assert.Empty(Told(await CheckAsync(report)));
        }
    }

    [Fact]
    public async Task Check_ReportOfAMadeUpWard_FindsNothing() => Assert.Empty(Told(await CheckAsync(await MadeUpWardAsync())));

    [Theory]
    [InlineData("F-KY-HIEU", "Quyết định số 14/KH-UBND")]
    [InlineData("N-SO-NGAY", "Quyết định số 14/KH-UBND")]
    [InlineData("F-NHU-TREN", "UBND huyện;")]
    [InlineData("F-NOI-NHAN-THIEU", "Phòng Văn hóa – Thông tin huyện Hương Sơn.")]
    [InlineData("F-LUU", "Lưu: VP")]
    [InlineData("N-DAU-THANH", "UỶ")]
    [InlineData("H-CO-QUAN", "Phòng nội vụ")]
    [InlineData("P-KHONG-SO-LIEU", "Kế hoạch số 11/KH-UBND")]
    public async Task Check_PaperOf2023_FindsItsErrors(string rule, string words)
    {
        var found = await CheckAsync(samples.ReportOf2023());

        Assert.Contains(words, found.Findings.Where(row => row.Finding.Rule.Id == rule).Select(row => row.Words.Length > 0 ? row.Words : row.Block!.Text));
    }

    [Fact]
    public async Task Check_FigureWrittenOver_IsHeldAgainstTheData()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(report);
        await samples.ChangeAsync(db =>
        {
            var line = db.ReportLines.First(row => row.ReportId == report && row.Text.EndsWith(": 45 tin, bài"));
            line.Text = line.Text.Replace("45 tin", "54 tin", StringComparison.Ordinal);
            line.IsEdited = true;
        });

        var finding = Assert.Single((await CheckAsync(report)).OpenErrors);

        Assert.Equal("N-SO-LIEU", finding.Finding.Rule.Id);
        Assert.Equal(("54", "45", true), (finding.Words, finding.Finding.Replacement, finding.Finding.IsSafe));
        Assert.NotNull(finding.LineId);
    }

    [Theory]
    [InlineData("Kế hoạch có 12 nhiệm vụ; đã hoàn thành 9/12 nhiệm vụ, đạt 75%.", "9 → 7|75 → 58,3")]
    [InlineData("Kế hoạch có 13 nhiệm vụ; đã hoàn thành 7/13 nhiệm vụ, đạt 53,8%.", "13 → 12|13 → 12|53,8 → 58,3")]
    [InlineData("Xã đã hoàn thành 9 nhiệm vụ trong Kế hoạch.", "9 → 7")]
    [InlineData("Xã chưa hoàn thành 3 nhiệm vụ.", "3 → 5")]
    [InlineData("Xã hoàn thành 7 nhiệm vụ, chưa hoàn thành 5 nhiệm vụ trong số 12 nhiệm vụ của Kế hoạch, đạt 58%.", "")]
    [InlineData("Kế hoạch có 12 nhiệm vụ; đã hoàn thành 7/12 nhiệm vụ, đạt 58,3%, tăng 5% so với năm 2025.", "")]
    [InlineData("Kế hoạch được thực hiện đúng tiến độ.", "")]
    public async Task Check_PlanSummedUpByHand_IsHeldAgainstThePlan(string sentence, string expected)
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(report);
        await samples.ChangeAsync(db =>
        {
            var line = db.ReportLines.First(row => row.ReportId == report && row.AutoKey == "outline:assessment-result");
            (line.Text, line.IsEdited) = (sentence, true);
        });

        var found = (await CheckAsync(report)).Findings.Where(row => row.Finding.Rule.Id == "N-SO-LIEU").ToList();

        Assert.Equal(expected, string.Join('|', found.Select(row => $"{row.Words} → {row.Finding.Replacement}")));
        Assert.All(found, row => Assert.True(row.Finding.IsSafe));
    }

    /// <summary>The unit half written is the unit; a part of the whole is not the whole.</summary>
    [Theory]
    [InlineData("Đăng 54 bài trên Trang thông tin điện tử", "54 → 45")]
    [InlineData("Đăng 54 tin bài trên Trang thông tin điện tử", "54 → 45")]
    [InlineData("Đăng 45 bài trên Trang thông tin điện tử", "")]
    [InlineData("Đăng tin đều đặn, trong đó có 5 bài về dịch vụ công trực tuyến", "")]
    [InlineData("Đăng 40 tin và 5 bài trên Trang thông tin điện tử", "")]
    [InlineData("Đăng 54 văn bản trên Trang thông tin điện tử", "")]
    public async Task Check_FigureWithHalfItsUnit_IsHeldAgainstTheData(string sentence, string expected)
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(report);
        await samples.ChangeAsync(db =>
        {
            var line = db.ReportLines.First(row => row.ReportId == report && row.Text.EndsWith("45 tin, bài"));
            (line.Text, line.IsEdited) = (sentence, true);
        });

        var found = (await CheckAsync(report)).Findings.Where(row => row.Finding.Rule.Id == "N-SO-LIEU");

        Assert.Equal(expected, string.Join('|', found.Select(row => $"{row.Words} → {row.Finding.Replacement}")));
    }

    [Theory]
    [InlineData(true, "Chưa đạt chỉ tiêu kế hoạch, mới làm được một nửa", "Chưa đạt")]
    [InlineData(true, "Nội dung tuyên truyền còn hình thức", "")]
    [InlineData(false, "Chưa đạt chỉ tiêu kế hoạch, mới làm được một nửa", "")]
    public async Task Check_ShortcomingOfAPlanLine_IsHeldAgainstItsProgress(bool isMet, string shortcoming, string marked)
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.ChangeAsync(db =>
        {
            var agency = db.AnnualReports.Where(row => row.Id == report).Select(row => row.AgencyId).Single();
            var lines = db.PlanItems.Include(row => row.Targets).Where(row => row.AgencyId == agency && row.Plan!.Year == 2026).OrderBy(row => row.Id).ToList();
            var item = lines.First(line => isMet == PlanProgress.IsMet(line, db.PropagandaActivities.Include(row => row.Measures).Where(row => row.PlanItemId == line.Id).ToList()));
            var row = db.Shortcomings.Where(row => row.AgencyId == agency && row.Year == 2026).OrderBy(row => row.Position).First();
            (row.PlanItemId, row.Text) = (item.Id, shortcoming);
        });
        await samples.DocumentAsync(report);

        var found = (await CheckAsync(report)).Findings.Where(row => row.Finding.Rule.Id == "N-TON-TAI");

        Assert.Equal(marked, string.Join('|', found.Select(row => row.Words)));
    }

    [Fact]
    public async Task Pass_Error_HoldsUntilTheSentenceChanges()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(report);
        await samples.ChangeAsync(db => Write(db, report, "Hội nghị ngày 31/02/2026 có 80 người"));
        var finding = Assert.Single((await CheckAsync(report)).OpenErrors);

        Assert.Equal(PassOutcome.ReasonMissing, await PassAsync(report, finding, "  "));
        Assert.Equal(PassOutcome.Gone, await PassAsync(report, finding with { TextSha256 = new string('0', 64) }, "Đúng"));
        Assert.Equal(PassOutcome.Done, await PassAsync(report, finding, "Ngày theo văn bản gốc"));
        Assert.Equal(PassOutcome.Done, await PassAsync(report, finding, "Lần nữa"));

        var passed = Assert.Single((await CheckAsync(report)).Findings, row => row.Finding.Rule.Id == "N-NGAY-KHONG-CO").Passed;
        Assert.Equal("Ngày theo văn bản gốc", passed!.Reason);
        await samples.ChangeAsync(db => Write(db, report, "Hội nghị ngày 31/02/2026 có 90 người"));
        Assert.Single((await CheckAsync(report)).OpenErrors);
        await samples.ChangeAsync(db => Write(db, report, "Hội nghị ngày 31/02/2026 có 80 người"));
        Assert.Empty((await CheckAsync(report)).OpenErrors);
    }

    [Fact]
    public async Task Reconsider_PassedFinding_CountsAgain()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(report);
        await samples.ChangeAsync(db => Write(db, report, "Hội nghị ngày 31/02/2026 có 80 người"));
        await PassAsync(report, Assert.Single((await CheckAsync(report)).OpenErrors), "Đúng");
        var passed = (await CheckAsync(report)).Findings.Single(row => row.Passed is not null).Passed!;

        await using var db = Staff();
        Assert.Equal(PassOutcome.Done, await Checker(db).ReconsiderAsync(report, passed.Id, Cancellation));

        Assert.Single((await CheckAsync(report)).OpenErrors);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Told(CheckedReport report) =>
        report.Findings.Select(row => $"{row.Finding.Rule.Id} [{row.Words}] in “{row.Block?.Text}”: {row.Finding.Message}");

    private static ReportChecker Checker(CchcDbContext db) =>
        new(db, SampleDatabase.Composition(db), new CheckKnowledgeReader(db, new ReportSourceReader(db, TimeProvider.System)), TimeProvider.System);

    private async Task<CheckedReport> CheckAsync(long report)
    {
        await using var db = samples.Database.Open();
        return await Checker(db).CheckAsync(report, Cancellation) ?? throw new InvalidOperationException("Not found.");
    }

    private async Task<PassOutcome> PassAsync(long report, ReportFinding finding, string reason)
    {
        await using var db = Staff();
        return await Checker(db).PassAsync(report, new PassInput(finding.Finding.Rule.Id, finding.Finding.BlockId ?? "", finding.TextSha256, reason), Cancellation);
    }

    private CchcDbContext Staff()
    {
        using var db = samples.Database.Open();
        var user = db.Users.SingleOrDefault(row => row.UserName == "soat@xa-huong-son") ?? Given.User(samples.Database, samples.Agency("xa-huong-son"), "soat");
        return samples.Database.Open(Given.Scope(user));
    }

    private static void Write(CchcDbContext db, long report, string text)
    {
        var line = db.ReportLines.OrderBy(row => row.Position).First(row => row.ReportId == report && row.Level == Core.Reports.Official.BlockLevel.Dash);
        line.Text = text;
        line.IsEdited = true;
    }

    /// <summary>A ward with data of its own, some lines with sentences for the report and some without.</summary>
    private async Task<long> MadeUpWardAsync()
    {
        var database = samples.Database;
        var ward = Given.Agency(database, "phuong-ban-mai");
        Given.Period(database, ward, 2026);
        var from = new DateOnly(2025, 7, 1);
        var profile = new AgencyProfile
        {
            AgencyId = ward.Id,
            ValidFrom = from,
            FullName = "Ủy ban nhân dân phường Bản Mai",
            ShortName = "UBND phường Bản Mai",
            LaterName = "UBND phường",
            LetterheadLines = "ỦY BAN NHÂN DÂN\nPHƯỜNG BẢN MAI",
            AuthorityName = "ỦY BAN NHÂN DÂN",
            PlaceName = "Bản Mai",
            SymbolCode = "UBND",
            ArchiveLine = "VT, VP",
            SuperiorName = "tỉnh",
            OneStopName = "Trung tâm Phục vụ hành chính công",
        };
        profile.Recipients.AddRange(
            new[] { (RecipientKind.Addressee, "Sở Nội vụ tỉnh Lào Cai"), (RecipientKind.Addressee, "Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai"), (RecipientKind.Copy, "Như trên"), (RecipientKind.Copy, "Lãnh đạo UBND phường") }
                .Select((row, i) => new AgencyRecipient { AgencyId = ward.Id, Kind = row.Item1, Position = i, PrintedText = row.Item2 }));
        var office = new Department { AgencyId = ward.Id, Name = "Văn phòng HĐND và UBND phường", Position = 0, ValidFrom = from };
        var plan = new Plan { AgencyId = ward.Id, Year = 2026, Number = "07/KH-UBND", IssuedOn = new DateOnly(2026, 1, 8), Subject = "tuyên truyền cải cách hành chính năm 2026" };
        await samples.ChangeAsync(db =>
        {
            db.AddRange(
                profile,
                office,
                new Signer { AgencyId = ward.Id, ValidFrom = from, FullName = "Vàng A Mẫu", Post = "PHÓ CHỦ TỊCH", HeadPost = "CHỦ TỊCH", Capacity = SigningCapacity.ForHead },
                plan,
                new Shortcoming { AgencyId = ward.Id, Year = 2026, Position = 0, Text = "Số buổi tuyên truyền bằng tiếng dân tộc còn ít" },
                new NextYearTask { AgencyId = ward.Id, Year = 2026, Kind = NextYearTaskKind.Direction, Position = 0, Text = "Tuyên truyền bằng hai thứ tiếng trong năm {năm sau}" },
                new NextYearTask { AgencyId = ward.Id, Year = 2026, Kind = NextYearTaskKind.Task, Position = 1, Text = "Tổ chức hai hội nghị tập huấn cho tổ trưởng tổ dân phố" });
            var channel = db.PropagandaChannels.OrderBy(row => row.Id).First();
            var indicator = db.Indicators.Single(row => row.Code == "cuoc");
            foreach (var (section, title, sentence, count) in new[]
            {
                (PlanSection.Content, "Công khai thủ tục hành chính", null, 0),
                (PlanSection.Means, "Tuyên truyền qua loa di động", "Tuyên truyền CCHC qua loa di động tại các tổ dân phố", 3),
                (PlanSection.Form, "Hội nghị triển khai nhiệm vụ CCHC", null, 2),
                (PlanSection.Department, "Trả lời ý kiến của người dân về thủ tục hành chính", (string?)null, 1),
            })
            {
                var item = new PlanItem { AgencyId = ward.Id, PlanId = plan.Id, Section = section, Position = count, Title = title, ReportText = sentence, DepartmentId = office.Id };
                db.Add(item);
                for (var i = 0; i < count; i++)
                {
                    var activity = new PropagandaActivity
                    {
                        AgencyId = ward.Id,
                        Year = 2026,
                        Title = $"{title} lần {i + 1}",
                        StartsOn = new DateOnly(2026, 3 + i, 5),
                        EndsOn = new DateOnly(2026, 3 + i, 5),
                        ChannelId = channel.Id,
                        PlanItemId = item.Id,
                        DepartmentId = office.Id,
                    };
                    activity.Measures.Add(new ActivityMeasure { AgencyId = ward.Id, IndicatorId = indicator.Id, Value = 1 });
                    db.Add(activity);
                }
            }
        });
        var report = await samples.CreateAsync("phuong-ban-mai", 2026);
        await samples.DocumentAsync(report);
        return report;
    }
}
