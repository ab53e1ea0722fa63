using System.IO.Compression;
using System.Text;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>Files that look like papers and are none.</summary>
internal static class HostilePapers
{
    /// <summary>A PDF whose only page is a picture.</summary>
    public static byte[] Scan() => Pdf("/Resources<</XObject<</I 5 0 R>>>>", "q 595 0 0 842 0 0 cm /I Do Q", "", "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n\x7f\nendstream");

    /// <summary>A PDF that asks for a password.</summary>
    public static byte[] Encrypted() =>
        Pdf("/Resources<<>>", "BT ET", "/ID[<01><01>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O(" + new string('o', 32) + ")/U(" + new string('u', 32) + ")>>");

    /// <summary>A Word file of a few hundred kilobytes that unpacks to 300 megabytes.</summary>
    public static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Write(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var block = new byte[1_000_000];
            block.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 300; i++)
            {
                entry.Write(block);
            }
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Pdf(string page, string content, string trailer, params string[] more)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var part in (string[])[
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{page}>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream", .. more])
        {
            places.Add(file.Length);
            file.Append($"{places.Count} 0 obj\n{part}\nendobj\n");
        }

        var start = file.Length;
        file.Append($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer\n<</Size {places.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
