using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Activities;

/// <summary>The log stays fast with a million rows because every query on activities is a range of an index by agency and year.</summary>
public sealed class ActivityLogTests
{
    public static TheoryData<string, ActivityFilter> Filters() => new()
    {
        { "StartsOn", new ActivityFilter { Year = 2026 } },
        { "StartsOn", new ActivityFilter { Year = 2026, Search = "đối thoại" } },
        { "StartsOn", new ActivityFilter { Year = 2026, Month = new DateOnly(2026, 3, 1) } },
        { "StartsOn", new ActivityFilter { Year = 2026, ChannelId = 1 } },
        { "StartsOn", new ActivityFilter { Year = 2026, DepartmentId = 1 } },
        { "StartsOn", new ActivityFilter { Year = 2026, TopicId = 1 } },
        { "StartsOn", new ActivityFilter { Year = 2026, IsOutsidePlan = true } },
        { "StartsOn", new ActivityFilter { Year = 2026, IsWithoutEvidence = true } },
        { "StartsOn", new ActivityFilter { Year = 2026, IsLate = true } },
        { "StartsOn", new ActivityFilter { Year = 2026, Search = "đối thoại", ChannelId = 1, DepartmentId = 1, TopicId = 1, IsWithoutEvidence = true } },
        { "SortKey", new ActivityFilter { Year = 2026, Order = ActivityOrder.Title } },
        { "SortKey", new ActivityFilter { Year = 2026, Order = ActivityOrder.Title, ChannelId = 1, DepartmentId = 1, TopicId = 1 } },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task ListAsync_AnyFilterAndPage_ReadsARangeOfItsIndexWithoutSorting(string index, ActivityFilter filter)
    {
        using var database = new TestDatabase();
        var agency = Given.Agency(database, "xa");
        var user = Given.User(database, agency);
        Given.Period(database, agency, 2026);
        var channel = database.Add(new Core.Catalogues.PropagandaChannel
        {
            Code = "loa",
            Name = "Loa",
            Position = 1,
            Mode = Core.Catalogues.ChannelMode.Traditional,
            ValidFrom = new DateOnly(2020, 1, 1),
        });
        var anchor = database.Add(new PropagandaActivity
        {
            AgencyId = agency.Id,
            Title = "Một",
            Year = 2026,
            StartsOn = new DateOnly(2026, 3, 3),
            EndsOn = new DateOnly(2026, 3, 3),
            ChannelId = channel.Id,
        });

        var commands = new QueryPlans();
        await using (var db = database.Open(Given.Scope(user), commands))
        {
            var log = new ActivityLog(db, new ActivityService(db, database.Time), database.Time);
            await log.ListAsync(filter, PageAt.First, TestContext.Current.CancellationToken);
            await log.ListAsync(filter, new PageAt(After: anchor.Id), TestContext.Current.CancellationToken);
            await log.ListAsync(filter, new PageAt(Before: anchor.Id), TestContext.Current.CancellationToken);
        }

        var pages = commands.All.Where(plan => plan.Sql.Contains("FROM \"PropagandaActivities\"", StringComparison.Ordinal)
            && plan.Sql.Contains("ORDER BY", StringComparison.Ordinal) && plan.Sql.Contains("LIMIT", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, plan => Assert.True(
            plan.Steps.Any(step => step.Contains("INDEX IX_PropagandaActivities_AgencyId_Year_DeletedUtc_" + index, StringComparison.Ordinal)),
            $"{plan}"));
        Assert.All(
            commands.All.Where(plan => plan.Sql.Contains("FROM \"PropagandaActivities\" AS \"p\"", StringComparison.Ordinal)),
            plan => Assert.DoesNotContain("SCAN p", plan.Steps));
    }
}
