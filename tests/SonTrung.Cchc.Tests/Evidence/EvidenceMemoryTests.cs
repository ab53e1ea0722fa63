using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Documents.Pictures;
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
