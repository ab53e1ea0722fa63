namespace SonTrung.Cchc.Core.Evidence;

/// <summary>Finds the kind of a file in its bytes. Names and announced types are never asked.</summary>
public static class FileInspector
{
    /// <summary>The end of a PDF must be this near to the end of the file, bytes: some writers append a line or two.</summary>
    private const int PdfTail = 2048;

    /// <summary>The kind, or why the file is refused.</summary>
    /// <param name="file">The bytes, from their beginning; must be seekable and is left anywhere.</param>
    public static (EvidenceKind Kind, EvidenceRefusal? Refusal) Inspect(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => (EvidenceKind.Jpeg, null),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => (EvidenceKind.Png, null),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => (EvidenceKind.WebP, null),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => (EvidenceKind.Pdf, EndsAsPdf(file) ? null : EvidenceRefusal.Damaged),
            [(byte)'P', (byte)'K', 3, 4, ..] => OfficePackage.Inspect(file),
            _ => (default, EvidenceRefusal.TypeNotAllowed),
        };
    }

    private static bool EndsAsPdf(Stream file)
    {
        file.Seek(-Math.Min(PdfTail, file.Length), SeekOrigin.End);
        Span<byte> tail = stackalloc byte[PdfTail];
        tail = tail[..file.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false)];
        return tail.IndexOf("%%EOF"u8) >= 0;
    }
}
