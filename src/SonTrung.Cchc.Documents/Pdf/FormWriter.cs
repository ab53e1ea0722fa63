using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Signing;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>
/// Writes the empty form fields of a document that is going to be signed (ISO 32000-1, 12.7): number and date in the fonts of their lines, the person's
/// signature, the organisation's seal with the lock that closes the form. Every field has an appearance of ours, so that no reader makes its own.
/// </summary>
internal sealed class FormWriter
{
    private const int PrintFlag = 4;

    private readonly PdfFile _file;
    private readonly int _firstKey;
    private readonly List<(int Widget, int Page)> _fields = [];
    private int _dates;

    /// <summary>Starts the form.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fonts">The four faces, nothing set in them yet.</param>
    /// <param name="firstKey">The key of the first field in the structure's parent tree.</param>
    public FormWriter(PdfFile file, IReadOnlyList<EmbeddedFont> fonts, int firstKey)
    {
        (_file, _firstKey) = (file, firstKey);
        // Set first, the digits have the same codes in every file: who fills the fields needs no font.
        foreach (var font in new[] { fonts[(int)FontStyle.Regular], fonts[(int)FontStyle.Italic] })
        {
            foreach (var digit in SigningFields.Characters)
            {
                font.Code(digit);
            }
        }
    }

    /// <summary>Adds the field of a place and returns the number of its widget.</summary>
    /// <param name="item">The place.</param>
    /// <param name="page">The object number of the page.</param>
    /// <param name="top">Where the band of the box begins, from the page's bottom.</param>
    public int Add(FieldItem item, int page, double top)
    {
        var box = item.Box;
        var widget = _file.Add(
            Invariant($"<</Type/Annot/Subtype/Widget/P {page} 0 R/F {PrintFlag}/StructParent {_firstKey + _fields.Count}")
            + $"/Rect[{PdfSyntax.Number(box.X)} {PdfSyntax.Number(top - box.Y - box.Height)} {PdfSyntax.Number(box.X + box.Width)} {PdfSyntax.Number(top - box.Y)}]"
            + (item.Blank is { } blank ? Text(box.Kind, blank) : Signature(box.Kind))
            + Invariant($"/AP<</N {EmptyAppearance(box)} 0 R>>>>"));
        _fields.Add((widget, page));
        return widget;
    }

    /// <summary>The entry of a page that names its fields.</summary>
    /// <param name="page">The object number of the page.</param>
    public string Annotations(int page)
    {
        var widgets = _fields.Where(field => field.Page == page).Select(field => PdfSyntax.Reference(field.Widget)).ToList();
        return widgets.Count == 0 ? "" : $"/Annots[{string.Join(' ', widgets)}]";
    }

    /// <summary>Writes the form and returns the entry of the catalog that names it.</summary>
    /// <param name="fonts">The object numbers of the fonts.</param>
    public string Write(IReadOnlyDictionary<EmbeddedFont, int> fonts)
    {
        const int signaturesExistAppendOnly = 3;
        var names = string.Concat(fonts.Select(font => $"/{font.Key.Name} {PdfSyntax.Reference(font.Value)}"));
        var form = _file.Add(
            $"<</Fields[{string.Join(' ', _fields.Select(field => PdfSyntax.Reference(field.Widget)))}]"
            + Invariant($"/SigFlags {signaturesExistAppendOnly}/DR<</Font<<{names}>>>>>>"));
        return Invariant($"/AcroForm {form} 0 R");
    }

    private string Text(AnchorKind kind, TextItem blank)
    {
        const int rightAligned = 2;
        const int centred = 1;
        var (name, spoken) = kind == AnchorKind.Number
            ? (SigningFields.Number, "Số của văn bản")
            : _dates++ switch
            {
                0 => (SigningFields.Day, "Ngày ban hành"),
                1 => (SigningFields.Month, "Tháng ban hành"),
                _ => (SigningFields.Year, "Năm ban hành"),
            };
        // The blank holds two spaces for each digit.
        return $"/FT/Tx/T({name})/TU{PdfSyntax.Text(spoken)}"
            + Invariant($"/MaxLen {blank.Text.Length / 2}/Q {(kind == AnchorKind.Number ? rightAligned : centred)}")
            + Invariant($"/DA(/F{(int)blank.Style.Face} {PdfSyntax.Number(blank.Style.Size)} Tf 0 g)");
    }

    private static string Signature(AnchorKind kind) => kind == AnchorKind.Signature
        ? $"/FT/Sig/T({SigningFields.Person})/TU{PdfSyntax.Text("Chữ ký số của người có thẩm quyền")}"
        : $"/FT/Sig/T({SigningFields.Seal})/TU{PdfSyntax.Text("Chữ ký số của cơ quan")}/Lock<</Type/SigFieldLock/Action/All>>";

    private int EmptyAppearance(ReservedBox box) => _file.AddStream(
        $"/Type/XObject/Subtype/Form/BBox[0 0 {PdfSyntax.Number(box.Width)} {PdfSyntax.Number(box.Height)}]/Resources<<>>", "/Tx BMC EMC"u8, compress: false);
}
