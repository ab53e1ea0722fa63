using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SonTrung.Cchc.Core.Reports.Official;
using LayoutProfile = SonTrung.Cchc.Documents.Layout.LayoutProfile;
using VerificationCode = SonTrung.Cchc.Documents.Layout.VerificationCode;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>
/// An official document as a Word file (ISO/IEC 29500, transitional), for those who go on writing in it: the texts of the PDF on the
/// figures of its layout profile, in named styles and plain tables, with no text boxes. The same document gives the same bytes.
/// </summary>
public static class OfficialDocumentWord
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string MainType = ContentType + ".main+xml";
    private const string HeaderId = "rId3";
    private const string CodeId = "rId4";

    // The first day that a ZIP entry can carry.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="issue">Number and date, or null to leave their places blank.</param>
    /// <exception cref="UnprintableTextException">A character has no glyph in the font of the PDF.</exception>
    /// <exception cref="NotSupportedException">The document names an unknown layout profile.</exception>
    /// <exception cref="ArgumentException">A row of an appendix has not one text per column.</exception>
    public static byte[] Write(OfficialDocument document, IssueMark? issue = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var profile = LayoutProfile.Named(document.LayoutProfile);
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddNewPart<MainDocumentPart>(MainType, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Of(document, issue, profile);
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Settings(profile);
            main.AddNewPart<HeaderPart>(HeaderId).Header = PageNumber();
            if (document.VerificationUrl is { Length: > 0 } url)
            {
                using var picture = new MemoryStream(VerificationCode.Png(url));
                main.AddNewPart<ImagePart>("image/png", CodeId).FeedData(picture);
            }

            var content = new WordContent(document, issue, profile, HeaderId, document.VerificationUrl is { Length: > 0 } ? CodeId : null);
            main.Document = new Document(content.Body());
            using var properties = new MemoryStream(Properties(document, issue));
            word.AddNewPart<CoreFilePropertiesPart>("rId2").FeedData(properties);
        }

        return Settled(stream.ToArray());
    }

    private static Settings Settings(LayoutProfile profile) => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = (short)WordUnits.Twips(profile.FirstLineIndent) },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "vi-VN" },
        new DecimalSymbol { Val = "," },
        new ListSeparator { Val = ";" });

    private static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = WordStyleIds.PageNumber } },
        new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " }));

    /// <summary>Title, author and, once it has one, the document's date.</summary>
    private static byte[] Properties(OfficialDocument document, IssueMark? issue)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        XElement Day(string name, DateOnly day) => new(
            terms + name,
            new XAttribute(xsi + "type", "dcterms:W3CDTF"),
            day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));

        var root = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", Text([document.Kind, .. document.Subject])),
            new XElement(dc + "creator", Text([.. document.Letterhead.Agency])),
            new XElement(dc + "language", "vi-VN"));
        if (issue is { IssuedOn: var day })
        {
            root.Add(Day("created", day), Day("modified", day));
        }

        return Encoding.UTF8.GetBytes(new XDeclaration("1.0", "utf-8", "yes") + root.ToString(SaveOptions.DisableFormatting));
    }

    private static string Text(params string[] lines) => string.Join(' ', lines).ReplaceLineEndings(" ").Normalize(NormalizationForm.FormC);

    /// <summary>The same entries without the time of writing.</summary>
    private static byte[] Settled(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var settled = new MemoryStream();
        using (var target = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = EntryTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return settled.ToArray();
    }
}
