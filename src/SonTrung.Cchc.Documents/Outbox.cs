namespace SonTrung.Cchc.Documents;

/// <summary>Takes what the archive writes without waiting, and passes it on with waiting: a web server takes bytes in no other way.</summary>
internal sealed class Outbox(Stream output) : Stream
{
    private const int Full = 64 * 1024;

    private readonly MemoryStream waiting = new();

    /// <summary>Whether enough waits to be passed on.</summary>
    public bool IsFull => waiting.Length > Full;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Passes on what waits.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        await output.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellation);
        waiting.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        waiting.Dispose();
        base.Dispose(disposing);
    }
}
