using System.Security.Cryptography;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// The revocation lists (<c>.crl</c>, DER or PEM) that the administrator of the machine, or a task that fetches them, put into a folder. Read anew when a file changes.
/// </summary>
/// <param name="folder">The folder; it may be missing, then nobody's revocation is asked for.</param>
public sealed class RevocationFolder(string folder)
{
    /// <summary>Largest list, bytes: a large issuer's has some hundred thousand lines.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    private readonly Lock _reading = new();
    private string _state = "";
    private RevocationLists _content = RevocationLists.None;

    /// <summary>The lists as they are now.</summary>
    public RevocationLists Read()
    {
        var files = Directory.Exists(folder)
            ? new DirectoryInfo(folder).GetFiles().Where(file => file.Extension.Equals(".crl", StringComparison.OrdinalIgnoreCase)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList()
            : [];
        var state = string.Join('|', files.Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
        lock (_reading)
        {
            if (state != _state)
            {
                (_content, _state) = (Load(files), state);
            }

            return _content;
        }
    }

    private static RevocationLists Load(List<FileInfo> files)
    {
        var lists = new List<RevocationList>();
        var unreadable = new List<string>();
        foreach (var file in files)
        {
            try
            {
                lists.Add(file.Length <= LargestFile ? RevocationList.Read(File.ReadAllBytes(file.FullName)) : throw new CryptographicException("Too large."));
            }
            catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
            {
                unreadable.Add(file.Name);
            }
        }

        return new RevocationLists(lists, unreadable);
    }
}

/// <summary>Revocation lists.</summary>
/// <param name="Lists">The lists that can be read.</param>
/// <param name="Unreadable">Files that hold no list that can be relied on, by name. While there is one, a certificate that no other list speaks of counts as not checked.</param>
public sealed record RevocationLists(IReadOnlyList<RevocationList> Lists, IReadOnlyList<string> Unreadable)
{
    /// <summary>Nothing is configured: revocation is not asked for.</summary>
    public static RevocationLists None { get; } = new([], []);
}
