using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Data;

public sealed class IdGeneratorTests
{
    [Fact]
    public void NewId_InARow_Grows()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => IdGenerator.NewId()).ToList();

        Assert.All(ids.Zip(ids.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public async Task NewId_EightAtOnce_NeverTheSameTwice()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 20_000).Select(_ => IdGenerator.NewId()).ToArray())));

        Assert.Equal(160_000, ids.SelectMany(part => part).Distinct().Count());
    }

    [Fact]
    public void NewId_ForYears_StaysExactInAScriptsNumber()
    {
        var in2080 = (long)(new DateTime(2080, 1, 1) - new DateTime(2020, 1, 1)).TotalMilliseconds << 12;

        Assert.InRange(IdGenerator.NewId(), 1, 1L << 53);
        Assert.True(in2080 < 1L << 53);
    }
}
