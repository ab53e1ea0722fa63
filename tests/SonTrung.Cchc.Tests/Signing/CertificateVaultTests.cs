using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Tests.Signing;

/// <summary>What is locked opens with the right PIN, on the right server, for the right owner, unchanged; and not otherwise.</summary>
public sealed class CertificateVaultTests : IDisposable
{
    private const string Pin = "mã-pin-2026";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-vault-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Open_AsItWasLocked_GivesTheContent()
    {
        var (salt, locked) = Vault().Encrypt("khóa ký"u8, Pin, "7/Person");

        Assert.Equal("khóa ký"u8.ToArray(), Vault().Open(locked, salt, CertificateVault.Rounds, Pin, "7/Person"));
        Assert.Equal("khóa ký"u8.ToArray(), Vault().Open(locked, salt, CertificateVault.Rounds, Pin.Normalize(System.Text.NormalizationForm.FormD), "7/Person"));
        Assert.True(CertificateVault.Rounds >= 600_000);
    }

    [Fact]
    public void Open_AnythingElse_GivesNothing()
    {
        var (salt, locked) = Vault().Encrypt("khóa ký"u8, Pin, "7/Person");
        var changed = locked.ToArray();
        changed[^1] ^= 1;

        Assert.Null(Vault().Open(locked, salt, CertificateVault.Rounds, Pin + "1", "7/Person"));
        Assert.Null(Vault().Open(locked, salt, CertificateVault.Rounds, Pin, "8/Person"));
        Assert.Null(Vault().Open(locked, salt, CertificateVault.Rounds, Pin, "7/Organisation"));
        Assert.Null(Vault().Open(locked, salt, CertificateVault.Rounds - 1, Pin, "7/Person"));
        Assert.Null(Vault().Open(changed, salt, CertificateVault.Rounds, Pin, "7/Person"));
        Assert.Null(Vault().Open([], salt, CertificateVault.Rounds, Pin, "7/Person"));
        Assert.Null(Vault("another.key").Open(locked, salt, CertificateVault.Rounds, Pin, "7/Person"));
    }

    [Fact]
    public void Secret_IsItsOwnersAlone_AndADamagedOneIsSaid()
    {
        Vault().Encrypt("khóa ký"u8, Pin, "7/Person");
        var path = Path.Combine(folder.FullName, "secret.key");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        File.WriteAllText(path, "short");
        Assert.Throws<InvalidDataException>(() => Vault().Encrypt("khóa ký"u8, Pin, "7/Person"));
    }

    private CertificateVault Vault(string name = "secret.key") => new(Path.Combine(folder.FullName, name));
}
