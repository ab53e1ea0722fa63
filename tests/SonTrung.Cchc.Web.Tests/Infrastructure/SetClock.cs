namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>A clock that stands still until a test sets it.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
