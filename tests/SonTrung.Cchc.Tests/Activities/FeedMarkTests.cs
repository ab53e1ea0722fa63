using CsCheck;
using SonTrung.Cchc.Core.Activities;

namespace SonTrung.Cchc.Tests.Activities;

public sealed class FeedMarkTests
{
    [Fact]
    public void Parse_AnyMark_ComesBackAsItWas() => Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Long[0, long.MaxValue]).Sample((ticks, id) =>
    {
        var mark = new FeedMark(new DateTime(ticks, DateTimeKind.Utc), id);
        Assert.Equal(mark, FeedMark.Parse(mark.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("zzz")]
    [InlineData("MTI")]
    [InlineData("LTE6NQ")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTo1")]
    public void Parse_WhatIsNoMark_IsNull(string text) => Assert.Null(FeedMark.Parse(text));

    [Fact]
    public void Parse_AnyText_NeverFails() => Gen.String[0, 100].Sample(text => FeedMark.Parse(text) is not { Id: < 0 });
}
