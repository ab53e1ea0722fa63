using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Tests.Accounts;

/// <summary>The codes of authenticator apps, by the examples of RFC 6238, appendix B (their last six digits), and recovery codes.</summary>
public sealed class AuthenticatorCodeTests
{
    /// <summary>"12345678901234567890".</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Of_ExamplesOfTheStandard_AreRight(long seconds, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, AuthenticatorCode.Of(Key, at));
        Assert.Equal(seconds / 30, AuthenticatorCode.Find(Key, code, at, 0));
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public void Find_PhoneThatIsSlowOrFast_IsTakenWithinOneStep(int seconds, bool isTaken)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

        Assert.Equal(isTaken, AuthenticatorCode.Find(Key, AuthenticatorCode.Of(Key, at.AddSeconds(seconds)), at, 0) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059244")]
    [InlineData("005925")]
    [InlineData("٠٠٥٩٢٤")]
    public void Find_AnotherCode_IsNotTaken(string code) =>
        Assert.Null(AuthenticatorCode.Find(Key, code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890), 0));

    [Fact]
    public void Find_CodeUsedBefore_IsNotTakenAgain()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);
        var step = AuthenticatorCode.Find(Key, "005924", at, 0)!.Value;

        Assert.Null(AuthenticatorCode.Find(Key, "005924", at.AddSeconds(5), step));
        Assert.NotNull(AuthenticatorCode.Find(Key, AuthenticatorCode.Of(Key, at.AddSeconds(30)), at.AddSeconds(30), step));
    }

    [Fact]
    public void RecoveryCodes_AreTenDifferentOnes_AndStoredAsHashes()
    {
        var codes = RecoveryCodes.New();

        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[2-9B-DF-HJKMNP-RTV-Y]{4}(-[2-9B-DF-HJKMNP-RTV-Y]{4}){3}$", code));
        Assert.Equal(RecoveryCodes.Hash(codes[0]), RecoveryCodes.Hash(codes[0].ToLowerInvariant().Replace('-', ' ')));
        Assert.NotEqual(RecoveryCodes.Hash(codes[0]), RecoveryCodes.Hash(codes[1]));
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), RecoveryCodes.Hash(codes[0]), StringComparison.Ordinal);
    }
}
