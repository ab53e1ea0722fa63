using System.Security.Cryptography;
using System.Text;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>
/// Encrypts keys that the portal keeps: AES-256-GCM under a key made of the owner's PIN (PBKDF2-SHA256) and of a secret that lies in a file of its own, beside the database and
/// never in it. Who has the database alone can't even try PINs.
/// </summary>
/// <param name="secretPath">The file of the secret; made when it is first needed, for its owner alone.</param>
public sealed class CertificateVault(string secretPath)
{
    /// <summary>The rounds of PBKDF2.</summary>
    public const int Rounds = 600_000;

    private const int SecretLength = 32;
    private const int KeyLength = 32;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Lock making = new();

    /// <summary>Encrypts.</summary>
    /// <param name="content">What is kept.</param>
    /// <param name="pin">The owner's PIN.</param>
    /// <param name="owner">What it is bound to: it opens for nothing else.</param>
    public (byte[] Salt, byte[] Locked) Encrypt(ReadOnlySpan<byte> content, string pin, string owner)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var locked = new byte[NonceLength + TagLength + content.Length];
        RandomNumberGenerator.Fill(locked.AsSpan(0, NonceLength));
        var key = Key(pin, salt, Rounds);
        try
        {
            using var cipher = new AesGcm(key, TagLength);
            cipher.Encrypt(
                locked.AsSpan(0, NonceLength), content, locked.AsSpan(NonceLength + TagLength), locked.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(owner));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }

        return (salt, locked);
    }

    /// <summary>Decrypts; null when the PIN, the secret or the owner is another, or the bytes were changed.</summary>
    /// <param name="locked">What <see cref="Encrypt"/> gave.</param>
    /// <param name="salt">Its salt.</param>
    /// <param name="rounds">Its rounds.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="owner">What it is bound to.</param>
    public byte[]? Open(byte[] locked, byte[] salt, int rounds, string pin, string owner)
    {
        ArgumentNullException.ThrowIfNull(locked);
        if (locked.Length < NonceLength + TagLength)
        {
            return null;
        }

        var content = new byte[locked.Length - NonceLength - TagLength];
        var key = Key(pin, salt, rounds);
        try
        {
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(
                locked.AsSpan(0, NonceLength), locked.AsSpan(NonceLength + TagLength), locked.AsSpan(NonceLength, TagLength), content, Encoding.UTF8.GetBytes(owner));
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private byte[] Key(string pin, byte[] salt, int rounds)
    {
        // The same PIN typed on another keyboard may be composed otherwise.
        var ofPin = Rfc2898DeriveBytes.Pbkdf2(pin.Normalize(), salt, rounds, HashAlgorithmName.SHA256, KeyLength);
        var secret = Secret();
        try
        {
            return HMACSHA256.HashData(secret, ofPin);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(ofPin);
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private byte[] Secret()
    {
        lock (making)
        {
            if (!File.Exists(secretPath))
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                using var file = new FileStream(secretPath, options);
                file.Write(RandomNumberGenerator.GetBytes(SecretLength));
                file.Flush(flushToDisk: true);
            }

            var secret = File.ReadAllBytes(secretPath);
            return secret.Length == SecretLength ? secret : throw new InvalidDataException($"{secretPath} is not a secret of {SecretLength} bytes.");
        }
    }
}
