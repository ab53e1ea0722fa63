using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Packs;
using SonTrung.Cchc.Documents.Pictures;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Evidence;

/// <summary>Counts what the whole process allocates, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(EvidenceMemoryTests), DisableParallelization = true)]
[Collection(nameof(EvidenceMemoryTests))]
public sealed class EvidenceMemoryTests
{
    [Fact]
    public async Task AddAsync_NineteenMegabytes_IsNeverHeldWhole()
    {
        const int Length = 19_000_000;
        using var database = new TestDatabase();
        var user = Given.User(database, Given.Agency(database, "huong-son"));
        await using var db = database.Open(Given.Scope(user));
        var service = new EvidenceService(db, new FileStore(database.Files), new SkiaPictureRewriter(), database.Time);
        await service.AddAsync(null, "trước.pdf", new MemoryStream(EvidenceFiles.Pdf()), TestContext.Current.CancellationToken);
        using var content = new LongPdf(Length);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var result = await service.AddAsync(null, "quét.pdf", content, TestContext.Current.CancellationToken);

        Assert.Equal(Length, result.File!.Length);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 3_000_000);
    }

    [Fact]
    public async Task WritePack_NineteenMegabytes_IsNeverHeldWhole()
    {
        const int Length = 19_000_000;
        using var database = new TestDatabase();
        var files = new FileStore(database.Files);
        using var content = new LongPdf(Length);
        using var received = await files.ReceiveAsync(content, Length, TestContext.Current.CancellationToken);
        var hash = files.Keep(received!);
        var sheet = new ScoreSheet
        {
            Year = 2026,
            Days = new PlanDays(new DateOnly(2025, 12, 15), new DateOnly(2026, 12, 14), new DateOnly(2026, 11, 23)),
            Set = null,
            Plan = null,
            Report = null,
            Facts = new ScoreFacts(0, 0, []),
            Rows = [],
            Lines = [],
            Forecast = null,
        };
        var criterion = new ScoreCriterion { Position = 0, Code = "4.1", Name = "Kế hoạch", Kind = ScoreKind.PlanShare, MaxPoints = 1 };
        var row = new ScoreRow(new CriterionScore(criterion, 1, 1, []), [], 1, "", Guid.Empty);
        var pack = new EvidencePack("UBND xã", sheet, [new PackCriterion(row, [new PackDocument("Báo cáo", [new PackFile("4.1_ke-hoach/bao-cao.pdf", "Báo cáo.pdf", hash)])], [])]);
        await EvidencePackZip.WriteAsync(Stream.Null, pack, files, TestContext.Current.CancellationToken);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await EvidencePackZip.WriteAsync(Stream.Null, pack, files, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 3_000_000);
    }

    [Fact]
    public async Task WritePeriodPack_SixtyNineReportsOfFiveMegabytes_StaysFarBelowOneHundredMegabytes()
    {
        const int Communes = 69;
        const int Length = 5 * 1024 * 1024;
        using var database = new TestDatabase();
        var files = new FileStore(database.Files);
        using var content = new LongPdf(Length);
        using var received = await files.ReceiveAsync(content, Length, TestContext.Current.CancellationToken);
        var hash = files.Keep(received!);
        var period = RequestedPeriod.Whole(2026);
        var pack = new PeriodPack(period, Enumerable.Range(1, Communes).Select(number => new PackedReport(
            $"UBND xã {number}", new WallCell(number, period, WallState.Received) { Number = $"{number}/BC-UBND" }, $"{number:00}_xa.pdf", hash)).ToList());
        var index = new TableExport<(PackedReport Report, string? Sha256)>("Mục lục", "muc-luc").Text("Xã", 30, row => row.Report.Commune).Text("Mã băm", 66, row => row.Sha256);
        using var counted = new CountingStream();
        await PeriodPackZip.WriteAsync(Stream.Null, pack, index, files, TestContext.Current.CancellationToken);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await PeriodPackZip.WriteAsync(counted, pack, index, files, TestContext.Current.CancellationToken);

        Assert.InRange(counted.Written, (long)Communes * Length, ((long)Communes * Length) + 1_000_000);
        Assert.InRange(counted.Greatest, 1, 1_000_000);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 50_000_000);
    }

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class CountingStream : Stream
    {
        public long Written { get; private set; }

        public int Greatest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position
        {
            get => Written;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => (Written, Greatest) = (Written + count, Math.Max(Greatest, count));

        public override void Write(ReadOnlySpan<byte> buffer) => (Written, Greatest) = (Written + buffer.Length, Math.Max(Greatest, buffer.Length));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    /// <summary>A PDF of any length that takes no memory itself.</summary>
    private sealed class LongPdf(int length) : Stream
    {
        private static readonly byte[] Head = "%PDF-1.4\n"u8.ToArray();
        private static readonly byte[] End = "\n%%EOF\n"u8.ToArray();
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - position);
            for (var i = 0; i < count; i++)
            {
                var at = position + i;
                buffer[i] = at < Head.Length ? Head[at] : at >= length - End.Length ? End[at - (length - End.Length)] : (byte)'x';
            }

            position += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
