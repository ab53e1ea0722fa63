using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Evidence;

public sealed class EvidenceCleanerTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExecuteAsync_EachHour_RemovesWhatWasNeverSaved()
    {
        var id = await portal.ReadAsync(async db =>
        {
            var row = new Attachment
            {
                AgencyId = await db.Agencies.OrderBy(agency => agency.Id).Select(agency => agency.Id).FirstAsync(Cancellation),
                FileName = "bỏ quên.pdf",
                ContentType = "application/pdf",
                Length = 1,
                Sha256 = new string('0', 64),
                SourceSha256 = new string('0', 64),
                AddedUtc = DateTime.UtcNow.AddDays(-2),
            };
            db.Attachments.Add(row);
            await db.SaveChangesAsync(Cancellation);
            return row.Id;
        });
        var time = new HandClock();
        using var cleaner = new EvidenceCleaner(
            portal.Services.GetRequiredService<IServiceScopeFactory>(), new FailureLog(time), time, NullLogger<EvidenceCleaner>.Instance);
        await cleaner.StartAsync(Cancellation);
        Assert.Equal(TimeSpan.FromHours(1), await time.Period.WaitAsync(Cancellation));
        Assert.True(await ExistsAsync(id));

        time.Tick();

        for (var tries = 0; await ExistsAsync(id) && tries < 200; tries++)
        {
            await Task.Delay(50, Cancellation);
        }

        Assert.False(await ExistsAsync(id));
        await cleaner.StopAsync(Cancellation);
    }

    private Task<bool> ExistsAsync(long id) =>
        portal.ReadAsync(db => db.Attachments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(row => row.Id == id, Cancellation));

    /// <summary>A clock whose one timer rings when the test says so.</summary>
    private sealed class HandClock : TimeProvider
    {
        private Action ring = () => { };

        private readonly TaskCompletionSource<TimeSpan> made = new();

        public Task<TimeSpan> Period => made.Task;

        public void Tick() => ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ring = () => callback(state);
            made.SetResult(period);
            return new Handle();
        }

        private sealed class Handle : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
