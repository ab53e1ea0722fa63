namespace SonTrung.Cchc.Core.Evidence;

/// <summary>The kinds of file accepted as evidence (tài liệu kiểm chứng).</summary>
public enum EvidenceKind
{
    /// <summary>A JPEG picture.</summary>
    Jpeg,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A WebP picture.</summary>
    WebP,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A Word document without macros.</summary>
    Docx,

    /// <summary>An Excel workbook without macros.</summary>
    Xlsx,
}

/// <summary>What follows from the kind of a file.</summary>
public static class EvidenceKinds
{
    private static readonly (EvidenceKind Kind, string ContentType, string[] Extensions)[] All =
    [
        (EvidenceKind.Jpeg, "image/jpeg", [".jpg", ".jpeg"]),
        (EvidenceKind.Png, "image/png", [".png"]),
        (EvidenceKind.WebP, "image/webp", [".webp"]),
        (EvidenceKind.Pdf, "application/pdf", [".pdf"]),
        (EvidenceKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]),
        (EvidenceKind.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]),
    ];

    /// <summary>Every extension that a file may be chosen by, with its dot.</summary>
    public static IEnumerable<string> Extensions => All.SelectMany(row => row.Extensions);

    /// <summary>The media type.</summary>
    public static string ContentType(this EvidenceKind kind) => Row(kind).ContentType;

    /// <summary>Whether it is shown as a picture.</summary>
    public static bool IsPicture(this EvidenceKind kind) => kind is EvidenceKind.Jpeg or EvidenceKind.Png or EvidenceKind.WebP;

    /// <summary>The kind of a stored media type.</summary>
    /// <exception cref="InvalidOperationException">It is none that was ever accepted.</exception>
    public static EvidenceKind Of(string contentType) => All.Single(row => row.ContentType == contentType).Kind;

    /// <summary>The name with an extension that tells the truth: "giấy mời.pdf" stays, a PNG named "ảnh.jpg" becomes "ảnh.png".</summary>
    public static string NameFor(this EvidenceKind kind, string name)
    {
        var extension = Path.GetExtension(name);
        if (Row(kind).Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            return name;
        }

        var isKnown = Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
        return (isKnown ? name[..^extension.Length] : name) + Row(kind).Extensions[0];
    }

    private static (EvidenceKind Kind, string ContentType, string[] Extensions) Row(EvidenceKind kind) => All.Single(row => row.Kind == kind);
}
