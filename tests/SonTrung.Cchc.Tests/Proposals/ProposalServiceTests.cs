using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Proposals;

/// <summary>The yearly loop: each proposal is taken once or dismissed with a reason, whoever comes at the same moment; causes come from the catalogue and are printed.</summary>
public sealed class ProposalServiceTests : IDisposable
{
    private const string Pano = "Pano, băng rôn";

    private readonly SampleDatabase samples = new();
    private readonly UserAccount[] people;

    public ProposalServiceTests()
    {
        var agency = samples.Agency("xa-huong-son");
        people = [Given.User(samples.Database, agency, "mot"), Given.User(samples.Database, agency, "hai")];
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => samples.Dispose();

    [Fact]
    public async Task Take_TwoPeopleAtOnce_MakesOneShortcoming()
    {
        var line = await UnmetAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TakeAsync(people[i % 2], line, $"Lần {i}"), Cancellation)));

        await using var db = samples.Database.Open();
        Assert.Single(await db.Shortcomings.Where(row => row.PlanItemId == line).ToListAsync(Cancellation));
        Assert.Equal(ProposalOutcome.Taken, (await db.ProposalAnswers.SingleAsync(row => row.PlanItemId == line, Cancellation)).Outcome);
    }

    [Fact]
    public async Task TakeAndDismiss_AtOnce_LeavesOneAnswerThatTheShortcomingsAgreeWith()
    {
        var line = await UnmetAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => i % 2 == 0 ? TakeAsync(people[0], line, $"Lần {i}") : DismissAsync(people[1], line), Cancellation)));

        await using var db = samples.Database.Open();
        var answer = await db.ProposalAnswers.SingleAsync(row => row.PlanItemId == line, Cancellation);
        Assert.Equal(answer.Outcome == ProposalOutcome.Taken ? 1 : 0, await db.Shortcomings.CountAsync(row => row.PlanItemId == line, Cancellation));
    }

    [Fact]
    public async Task Answer_SecondToOneProposal_IsRefusedByTheDatabaseItself()
    {
        var line = await UnmetAsync();
        await DismissAsync(people[0], line);

        await Assert.ThrowsAsync<DbUpdateException>(() => samples.ChangeAsync(db => db.Add(new ProposalAnswer
        {
            AgencyId = people[0].AgencyId!.Value,
            Year = 2026,
            PlanItemId = line,
            Outcome = ProposalOutcome.Taken,
            AnsweredBy = "x",
            AnsweredUtc = DateTime.UtcNow,
        })));
    }

    [Fact]
    public async Task Take_RefusedByTheDatabaseOnce_IsCarriedOutAgain()
    {
        // SQL Server lets two people read before either writes; here another's answer stands in the way of the first try.
        var line = await UnmetAsync();
        var rival = new AnswerBetween(line, people[1]);
        await using var db = samples.Database.Open(Given.Scope(people[0]), rival);

        await Shortcomings(db).AddUnmetAsync(Guid.NewGuid(), 2026, [new Pick(line, "Của tôi")], Cancellation);

        Assert.Equal(2, rival.Times);
        await using var fresh = samples.Database.Open();
        Assert.Single(await fresh.ProposalAnswers.Where(row => row.PlanItemId == line).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Dismiss_ThenProposeAgain_OpensItAndIsAudited()
    {
        var line = await UnmetAsync();

        Assert.Equal(ProposalResult.ReasonWrong, await DismissAsync(people[0], line, "  "));
        Assert.Equal(ProposalResult.ReasonWrong, await DismissAsync(people[0], line, new string('x', ProposalAnswer.ReasonLength + 1)));
        Assert.Equal(ProposalResult.Done, await DismissAsync(people[0], line, "Chờ kinh phí quý IV"));
        Assert.Equal(ProposalResult.Answered, await DismissAsync(people[1], line));

        await using var db = samples.Database.Open(Given.Scope(people[1]));
        var unmet = await Shortcomings(db).UnmetAsync(2026, Cancellation);
        Assert.DoesNotContain(unmet.Lines, row => row.Item.Id == line);
        var dismissed = Assert.Single(unmet.Dismissed, row => row.Reason == "Chờ kinh phí quý IV");
        Assert.Equal("mot@xa-huong-son", dismissed.By);
        Assert.Equal(ProposalResult.Done, (await new ProposalService(db, TimeProvider.System).ReopenAsync(dismissed.Id, Cancellation)).Result);
        Assert.Contains((await Shortcomings(db).UnmetAsync(2026, Cancellation)).Lines, row => row.Item.Id == line);
        await using var system = samples.Database.Open();
        Assert.Equal(
            2, await system.AuditEntries.CountAsync(row => row.Entity == nameof(ProposalAnswer) && row.EntityId == $"{dismissed.Id}", Cancellation));
    }

    [Fact]
    public async Task Dismiss_WhatWasEnteredByHand_SaysThatItIsAnswered()
    {
        await using var db = samples.Database.Open();
        var named = await db.Shortcomings.Where(row => row.Year == 2026 && row.AgencyId == people[0].AgencyId && row.PlanItemId != null).Select(row => row.PlanItemId!.Value).FirstAsync(Cancellation);

        Assert.Equal(ProposalResult.Answered, await DismissAsync(people[0], named));
    }

    [Fact]
    public async Task Loop_UnmetLine_BecomesShortcomingTaskAndNextYearsLine_EachOnce()
    {
        var line = await UnmetAsync();
        await TakeAsync(people[0], line, "Pano chưa đủ");
        await using var db = samples.Database.Open(Given.Scope(people[0]));
        var shortcoming = await db.Shortcomings.SingleAsync(row => row.PlanItemId == line, Cancellation);
        var tasks = new NextYearTaskService(db, new ProposalService(db, TimeProvider.System), TimeProvider.System);
        await tasks.AddAnswersAsync(Guid.NewGuid(), 2026, [new Pick(shortcoming.Id, "Lắp pano từ quý I")], Cancellation);
        await tasks.AddAnswersAsync(Guid.NewGuid(), 2026, [new Pick(shortcoming.Id, "Lần nữa")], Cancellation);
        var task = await db.NextYearTasks.AsNoTracking().SingleAsync(row => row.ShortcomingId == shortcoming.Id, Cancellation);
        await samples.ChangeAsync(system => system.Add(new Plan { AgencyId = people[0].AgencyId!.Value, Year = 2027, Subject = "tuyên truyền năm 2027" }));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            await using var other = samples.Database.Open(Given.Scope(people[i % 2]));
            await new LastYearPlan(other, new ProposalService(other, TimeProvider.System), TimeProvider.System)
                .TakeAsync(2027, new LastYearChoice([], [task.Id], WithParts: false), Cancellation);
        }, Cancellation)));

        await using var fresh = samples.Database.Open();
        var opened = await fresh.PlanItems.SingleAsync(row => row.Plan!.Year == 2027 && row.Title == "Lắp pano từ quý I", Cancellation);
        Assert.Equal(opened.Id, (await fresh.NextYearTasks.SingleAsync(row => row.Id == task.Id, Cancellation)).PlanItemId);
    }

    [Fact]
    public async Task Propose_ReasonWithTheWordsOfACause_ProposesThatCause()
    {
        var line = await UnmetAsync();
        await samples.ChangeAsync(db => db.PlanItems.Single(row => row.Id == line).ReasonNotDone = "Do thiên tai, dịch bệnh kéo dài trong quý III");
        await using var db = samples.Database.Open(Given.Scope(people[0]));

        var unmet = await Shortcomings(db).UnmetAsync(2026, Cancellation);

        var cause = unmet.CauseOf(unmet.Lines.Single(row => row.Item.Id == line));
        Assert.Equal("Thiên tai, dịch bệnh", unmet.Causes.Single(row => row.Id == cause).Name);
        Assert.All(unmet.Lines.Where(row => row.Item.Id != line), row => Assert.Null(unmet.CauseOf(row)));
    }

    [Fact]
    public async Task Compose_OutlineWithCauses_PrintsOwnWordsElseTheCatalogues()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        var causes = ReportComposer.Compose(await samples.SourceAsync(report)).Where(line => line.AutoKey.EndsWith("/cause", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [
                "Nguyên nhân: thời gian thi trùng dịp nghỉ hè, việc phổ biến thể lệ đến các thôn còn chậm",
                "Nguyên nhân: thiếu nhân lực, cán bộ kiêm nhiệm nhiều việc",
            ],
            causes.Select(line => line.Text));
        Assert.All(causes, line => Assert.Equal(BlockLevel.Plus, line.Level));
    }

    [Fact]
    public async Task Compose_OutlineWithoutCauses_PrintsNone()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.ChangeAsync(db => db.OutlineTemplates.Where(row => row.HasCauses).ToList().ForEach(row => row.HasCauses = false));

        Assert.DoesNotContain(ReportComposer.Compose(await samples.SourceAsync(report)), line => line.Text.StartsWith("Nguyên nhân", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_CauseWithAnOwnName_PrintsIt()
    {
        var agency = samples.Agency("xa-huong-son").Id;
        await samples.ChangeAsync(db => db.Add(new CatalogueLocalName
        {
            AgencyId = agency,
            CauseId = db.ShortcomingCauses.Single(row => row.Code == "thieu-nhan-luc").Id,
            Name = "Ít người làm",
        }));

        var lines = ReportComposer.Compose(await samples.SourceAsync(await samples.CreateAsync("xa-huong-son", 2026)));

        Assert.Contains(lines, line => line.Text == "Nguyên nhân: ít người làm");
    }

    private static ShortcomingService Shortcomings(CchcDbContext db) =>
        new(db, new PlanProgressReader(db), new ProposalService(db, TimeProvider.System), new ManualTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)));

    /// <summary>A line of 2026 that is proposed: its target was raised.</summary>
    private async Task<long> UnmetAsync()
    {
        long id = 0;
        await samples.ChangeAsync(db =>
        {
            var item = db.PlanItems.Include(row => row.Targets).Single(row => row.Plan!.Year == 2026 && row.AgencyId == people[0].AgencyId && row.Title == Pano);
            db.Entry(item.Targets[0]).Property(target => target.Value).CurrentValue = 99;
            id = item.Id;
        });
        return id;
    }

    private async Task<ProposalResult> TakeAsync(UserAccount person, long line, string text)
    {
        await using var db = samples.Database.Open(Given.Scope(person));
        await Shortcomings(db).AddUnmetAsync(Guid.NewGuid(), 2026, [new Pick(line, text)], Cancellation);
        return ProposalResult.Done;
    }

    private async Task<ProposalResult> DismissAsync(UserAccount person, long line, string reason = "Không cần nêu")
    {
        await using var db = samples.Database.Open(Given.Scope(person));
        return (await new ProposalService(db, TimeProvider.System).DismissAsync(ProposalKind.UnmetLine, line, reason, Cancellation)).Result;
    }

    /// <summary>Writes another person's answer in the same transaction before the first save, as if it had been there before.</summary>
    private sealed class AnswerBetween(long line, UserAccount other) : SaveChangesInterceptor
    {
        public int Times { get; private set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Times++ == 0)
            {
                await eventData.Context!.Database.ExecuteSqlAsync(
                    $"INSERT INTO ProposalAnswers (Id, AgencyId, Version, Year, PlanItemId, Outcome, AnsweredBy, AnsweredById, AnsweredUtc) VALUES (1, {other.AgencyId}, {Guid.NewGuid()}, 2026, {line}, 'Taken', 'x', {other.Id}, '2026-11-23 02:00:00')",
                    cancellationToken);
            }

            return result;
        }
    }
}
