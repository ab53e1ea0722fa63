using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SonTrung.Cchc.Core.Evidence;

/// <summary>Looks into a ZIP for a Word document or an Excel workbook, without unpacking more than its list of contents.</summary>
internal static class OfficePackage
{
    /// <summary>The most files that an honest document holds.</summary>
    private const int MaxEntries = 5000;

    /// <summary>The largest list of files, bytes; reading it is bounded by this.</summary>
    private const int MaxDirectory = 1_000_000;

    /// <summary>The most that a document may unpack to, bytes.</summary>
    private const long MaxUnpacked = 400_000_000;

    /// <summary>How many times its size a large part may unpack to; text in XML reaches about 20.</summary>
    private const int MaxRatio = 200;

    /// <summary>Parts smaller than this may have any ratio, bytes.</summary>
    private const int SmallPart = 1_000_000;

    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>Words in the type or the name of a part that runs: macros, Excel 4.0 macro sheets, ActiveX.</summary>
    private static readonly string[] Programs = ["macro", "vbaProject", "activeX"];

    private static readonly (string MainType, EvidenceKind Kind)[] Mains =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", EvidenceKind.Docx),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", EvidenceKind.Xlsx),
    ];

    public static (EvidenceKind Kind, EvidenceRefusal? Refusal) Inspect(Stream file)
    {
        try
        {
            if (!HasSmallDirectory(file))
            {
                return (default, EvidenceRefusal.Damaged);
            }

            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (!IsHonest(zip, file.Length))
            {
                return (default, EvidenceRefusal.Damaged);
            }

            return zip.GetEntry(ContentTypes) is { } list ? Judge(zip, list) : (default, EvidenceRefusal.TypeNotAllowed);
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or OverflowException)
        {
            return (default, EvidenceRefusal.Damaged);
        }
    }

    private static (EvidenceKind Kind, EvidenceRefusal? Refusal) Judge(ZipArchive zip, ZipArchiveEntry list)
    {
        using var content = list.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxDirectory,
        });
        var types = XDocument.Load(reader).Root!.Elements().Select(part => (string?)part.Attribute("ContentType") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (Programs.Any(word => types.Any(type => type.Contains(word, StringComparison.OrdinalIgnoreCase))
            || zip.Entries.Any(entry => entry.FullName.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            return (default, EvidenceRefusal.HasMacros);
        }

        foreach (var (mainType, kind) in Mains)
        {
            if (types.Contains(mainType))
            {
                return (kind, null);
            }
        }

        return (default, EvidenceRefusal.TypeNotAllowed);
    }

    /// <summary>
    /// The list of files must stand at the very end and be short: <see cref="ZipArchive"/> reads all of it into memory, however many
    /// files the end record admits to.
    /// </summary>
    private static bool HasSmallDirectory(Stream file)
    {
        const int EndLength = 22;
        const int LongestComment = 65_535;
        var tail = new byte[Math.Min(file.Length, EndLength + LongestComment)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < EndLength)
        {
            return false;
        }

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        return entries <= MaxEntries && size <= MaxDirectory && offset + (long)size == file.Length - tail.Length + at;
    }

    /// <summary>No part is a bomb, encrypted, or points out of the document; parts do not share bytes.</summary>
    private static bool IsHonest(ZipArchive zip, long length) =>
        zip.Entries.Count <= MaxEntries
        && zip.Entries.Sum(entry => entry.Length) <= MaxUnpacked
        && zip.Entries.Sum(entry => entry.CompressedLength) <= length
        && zip.Entries.All(entry =>
            !entry.IsEncrypted
            && (entry.Length <= SmallPart || entry.Length / MaxRatio <= entry.CompressedLength)
            && !entry.FullName.Contains("..", StringComparison.Ordinal)
            && !entry.FullName.StartsWith('/'));
}
