using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Lists;

/// <summary>Pages as the list of documents cuts them: by day with gaps and equal days, and by the Vietnamese alphabet.</summary>
public sealed class KeysetPagingTests : IDisposable
{
    private const int Rows = (KeysetPaging.PageSize * 2) + 7;
    private readonly TestDatabase database = new();
    private readonly Core.Agencies.Agency agency;

    public KeysetPagingTests()
    {
        agency = Given.Agency(database, "a");
        Given.Period(database, agency, 2026);
        using var db = database.Open();
        db.AddRange(Enumerable.Range(0, Rows).Select(i => Document(agency.Id, i)));
        db.Add(Document(Given.Agency(database, "b").Id, 1000));
        db.SaveChanges();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ReferenceOrder.Newest)]
    [InlineData(ReferenceOrder.Subject)]
    public async Task Page_ForwardAndBack_ShowsEveryRowOnceInOrder(ReferenceOrder order)
    {
        var filter = new ReferenceFilter(2026, Order: order);
        var all = await AllAsync(filter);
        var forward = new List<ListPage<ReferenceRow>>();
        for (PageAt? at = PageAt.First; at is not null;)
        {
            var page = await PageAsync(filter, at);
            forward.Add(page);
            at = page.After is { } after ? new PageAt(After: after) : null;
        }

        Assert.Equal(all, forward.SelectMany(page => page.Rows).Select(row => row.Id));
        Assert.Equal([KeysetPaging.PageSize, KeysetPaging.PageSize, 7], forward.Select(page => page.Rows.Count));
        Assert.Null(forward[0].Before);
        for (var i = forward.Count - 1; i > 0; i--)
        {
            var back = await PageAsync(filter, new PageAt(Before: forward[i].Before));
            Assert.Equal(forward[i - 1].Rows, back.Rows);
            Assert.Equal((forward[i - 1].Before, forward[i - 1].After), (back.Before, back.After));
        }
    }

    [Fact]
    public async Task Page_AfterARowThatIsGone_IsTheFirst()
    {
        var page = await PageAsync(new ReferenceFilter(2026), new PageAt(After: 12345));

        Assert.Equal(KeysetPaging.PageSize, page.Rows.Count);
        Assert.Null(page.Before);
    }

    [Fact]
    public async Task List_BySubject_FollowsTheVietnameseAlphabet()
    {
        foreach (var subject in (string[])["đề án", "ê", "e", "dân vận", "ổn định", "ơn", "ô"])
        {
            var row = Document(agency.Id, 0);
            row.Year = 2025;
            row.Subject = subject;
            database.Add(row);
        }

        var page = await PageAsync(new ReferenceFilter(2025, Order: ReferenceOrder.Subject), PageAt.First);

        Assert.Equal(["dân vận", "đề án", "e", "ê", "ô", "ổn định", "ơn"], page.Rows.Select(row => row.Subject));
    }

    [Theory]
    [InlineData("van ban so 12", 1)]
    [InlineData("VĂN BẢN", Rows)]
    [InlineData("12/kh-ubnd", 1)]
    [InlineData("%", Rows)]
    [InlineData("không có", 0)]
    public async Task Stream_WithSearch_IsWhatTheListFinds(string search, int count)
    {
        var found = await AllAsync(new ReferenceFilter(2026, search));

        Assert.Equal(count, found.Count);
    }

    public void Dispose() => database.Dispose();

    private static ReferenceDocument Document(long agencyId, int i) => new()
    {
        AgencyId = agencyId,
        Year = 2026,
        Kind = "Kế hoạch",
        Number = $"{i}/KH-UBND",
        IssuedOn = i % 5 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(i / 3),
        Issuer = "UBND tỉnh Hà Tĩnh",
        Subject = $"văn bản số {i}",
    };

    private async Task<ListPage<ReferenceRow>> PageAsync(ReferenceFilter filter, PageAt at)
    {
        await using var db = database.Open(Core.Accounts.AccessScope.ForUser(1, "canbo", agency.Id));
        return (await new ReferenceService(db, database.Time).ListAsync(filter, at, Cancellation)).Page;
    }

    private async Task<List<long>> AllAsync(ReferenceFilter filter)
    {
        await using var db = database.Open(Core.Accounts.AccessScope.ForUser(1, "canbo", agency.Id));
        var rows = new List<long>();
        await foreach (var row in new ReferenceService(db, database.Time).StreamAsync(filter, Cancellation))
        {
            rows.Add(row.Id);
        }

        return rows;
    }
}
