using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// The roots that signatures are judged by: the certificates (PEM with any number of them, or DER) that the administrator of the machine put into a folder. Read anew when a file changes.
/// </summary>
/// <param name="folder">The folder; it may be missing, then nobody is trusted.</param>
public sealed class TrustFolder(string folder)
{
    private static readonly string[] Endings = [".pem", ".crt", ".cer"];

    private readonly Lock _reading = new();
    private string _state = "";
    private Content _content = new([], []);

    /// <summary>The roots.</summary>
    public IReadOnlyList<X509Certificate2> Roots => Read().Roots;

    /// <summary>Files that hold no certificate that can be read, by name.</summary>
    public IReadOnlyList<string> Unreadable => Read().Unreadable;

    /// <summary>Adds a root, in the place of one of the same name.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="root">The certificate.</param>
    public void Add(string name, X509Certificate2 root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), root.ExportCertificatePem());
    }

    private Content Read()
    {
        var files = Directory.Exists(folder)
            ? new DirectoryInfo(folder).GetFiles().Where(file => Endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList()
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

    private static Content Load(List<FileInfo> files)
    {
        var roots = new List<X509Certificate2>();
        var unreadable = new List<string>();
        foreach (var file in files)
        {
            try
            {
                var found = new X509Certificate2Collection();
                found.ImportFromPemFile(file.FullName);
                if (found.Count == 0)
                {
                    found.Add(X509CertificateLoader.LoadCertificateFromFile(file.FullName));
                }

                roots.AddRange(found);
            }
            catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
            {
                unreadable.Add(file.Name);
            }
        }

        return new Content(roots, unreadable);
    }

    private sealed record Content(IReadOnlyList<X509Certificate2> Roots, IReadOnlyList<string> Unreadable);
}
