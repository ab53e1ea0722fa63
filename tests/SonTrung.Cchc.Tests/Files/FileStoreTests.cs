using System.Text;
using SonTrung.Cchc.Core.Files;

namespace SonTrung.Cchc.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    /// <summary>SHA-256 of "abc", from the standard.</summary>
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-files-");

    private FileStore Store => new(Path.Combine(folder.FullName, "files"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task SaveAsync_Bytes_AreReadBackUnderTheirHash()
    {
        Assert.Equal(HashOfAbc, await Store.SaveAsync("abc"u8.ToArray(), TestContext.Current.CancellationToken));
        Assert.Equal("abc", Encoding.ASCII.GetString(await Store.ReadAsync(HashOfAbc, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SaveAsync_SameBytesAtOnce_KeepOneWholeFileAndNothingElse()
    {
        var content = new byte[300_000];
        Random.Shared.NextBytes(content);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.SaveAsync(content))));

        var file = Assert.Single(folder.EnumerateFiles("*", SearchOption.AllDirectories));
        Assert.Equal(content, await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReceiveAsync_Stream_IsKeptUnderItsHash()
    {
        using (var file = await Store.ReceiveAsync(new MemoryStream("abc"u8.ToArray()), 3, TestContext.Current.CancellationToken))
        {
            Assert.Equal((HashOfAbc, 3), (Store.Keep(file!), file!.Length));
        }

        await using var kept = Store.Open(HashOfAbc);
        Assert.Equal("abc", await new StreamReader(kept).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Single(folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ReceiveAsync_OneByteTooMany_LeavesNothing()
    {
        Assert.Null(await Store.ReceiveAsync(new MemoryStream("abcd"u8.ToArray()), 3, TestContext.Current.CancellationToken));
        Assert.Empty(folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Begin_NeverFinished_LeavesNothing()
    {
        using (var file = Store.Begin())
        {
            file.Content.Write("abc"u8);
        }

        Assert.Empty(folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Remove_KeptAgainSince_Stays()
    {
        var content = "abc"u8.ToArray();
        await Store.SaveAsync(content, TestContext.Current.CancellationToken);
        var between = DateTime.UtcNow.AddSeconds(1);
        await new FileStore(Path.Combine(folder.FullName, "files"), new Infrastructure.ManualTimeProvider(between.AddSeconds(1)))
            .SaveAsync(content, TestContext.Current.CancellationToken);

        Store.Remove(HashOfAbc, between);
        Assert.Single(folder.EnumerateFiles("*", SearchOption.AllDirectories));
        Store.Remove(HashOfAbc, between.AddSeconds(2));
        Assert.Empty(folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ReadAsync_ChangedFile_IsNoticed()
    {
        await Store.SaveAsync("abc"u8.ToArray(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Assert.Single(folder.EnumerateFiles("*", SearchOption.AllDirectories)).FullName, "abd", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.ReadAsync(HashOfAbc, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAsync_UnknownHash_IsNotFound()
    {
        await Store.SaveAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<IOException>(() => Store.ReadAsync(HashOfAbc, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("../7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public async Task ReadAsync_AnythingButAHash_NeverBecomesAPath(string hash) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadAsync(hash, TestContext.Current.CancellationToken));
}
