using System.Globalization;
using QuestPDF;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Layout;
using Style = SonTrung.Cchc.Documents.Layout.TextStyle;

namespace SonTrung.Cchc.Documents.QuestPdf;

/// <summary>
/// Renders official documents with QuestPDF, by the same dated layout profile and fonts as the built-in engine (docs/adr/0004-questpdf-adapter.md).
/// </summary>
/// <remarks>
/// QuestPDF's licence, version 3.0 of 6 July 2026, keeps public-sector bodies out of its free Community licence whatever their revenue,
/// academic institutions excepted: a People's Committee needs a paid licence before production use, also when a contractor builds for it.
/// The licence is therefore the caller's to state; nothing here chooses one.
/// </remarks>
public sealed class QuestPdfDocumentRenderer : IOfficialDocumentRenderer
{
    private const string FontFamily = "Liberation Serif";
    private const string MainSection = "document";

    private static readonly Lazy<bool> Fonts = new(RegisterFonts);

    /// <summary>Creates the renderer and states the licence to QuestPDF, for the whole process.</summary>
    /// <param name="license">The licence that the body holds.</param>
    public QuestPdfDocumentRenderer(LicenseType license)
    {
        Settings.License = license;
        // A font of the same name on the machine may lack Vietnamese letters.
        Settings.UseEnvironmentFonts = false;
        _ = Fonts.Value;
    }

    /// <inheritdoc />
    public string Engine { get; } = $"QuestPDF {typeof(Document).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">The document names an unknown layout profile.</exception>
    public RenderedDocument Render(OfficialDocument document, IssueMark? issue = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var profile = LayoutProfile.Named(document.LayoutProfile);
        var places = new PlaceCollector(profile);
        var pdf = Document
            .Create(container =>
            {
                container.Page(page => Sheet(page, profile, places, MainSection).Column(column => new QuestPdfText(profile).Compose(column, document, issue)));
                foreach (var (index, appendix) in document.Appendices.Index())
                {
                    var section = string.Create(CultureInfo.InvariantCulture, $"appendix-{index}");
                    container.Page(page => Sheet(page, profile, places, section)
                        .Column(column => new QuestPdfAppendix(profile).Compose(column, appendix, OfficialWording.AppendixReference(document, issue))));
                }
            })
            .WithMetadata(Metadata(document, issue))
            // PDF/UA on top would put a random id into the file.
            .WithSettings(new DocumentSettings { PDFA_Conformance = PDFA_Conformance.PDFA_2A })
            .GeneratePdf();
        return new RenderedDocument(pdf, places.PageCount, places.Anchors());
    }

    internal static QuestPDF.Infrastructure.TextStyle TextStyle(Style style, double lineSpacing = 1)
    {
        var bold = style.Face is FontStyle.Bold or FontStyle.BoldItalic;
        var text = QuestPDF.Infrastructure.TextStyle.Default
            .FontFamily(FontFamily)
            .FontSize((float)style.Size)
            .LineHeight((float)(style.SingleLine * lineSpacing / style.Size))
            .Italic(style.Face is FontStyle.Italic or FontStyle.BoldItalic);
        return bold ? text.Bold() : text;
    }

    // The page number stands in the top margin, and each appendix counts anew (Phụ lục I, I.7).
    private static IContainer Sheet(PageDescriptor page, LayoutProfile profile, PlaceCollector places, string section)
    {
        page.Size((float)profile.PageWidth, (float)profile.PageHeight);
        page.MarginLeft((float)profile.Left);
        page.MarginRight((float)profile.Right);
        page.MarginBottom((float)profile.Bottom);
        page.Header()
            .Height((float)profile.Top)
            .PaddingTop((float)(profile.PageNumberBaseline - profile.PageNumber.Ascent))
            .Text(text =>
            {
                text.AlignCenter();
                text.DefaultTextStyle(TextStyle(profile.PageNumber));
                text.PageNumberWithinSection(section).Format(number => number > 1 ? number.Value.ToString(CultureInfo.InvariantCulture) : "");
            });
        page.Foreground().Dynamic(places);
        return page.Content().Section(section);
    }

    // A file's bytes depend on document and mark alone, so the clock plays no part in its dates.
    private static DocumentMetadata Metadata(OfficialDocument document, IssueMark? issue)
    {
        var date = issue is null ? DateTimeOffset.UnixEpoch : new DateTimeOffset(issue.IssuedOn, TimeOnly.MinValue, TimeSpan.FromHours(7));
        return new DocumentMetadata
        {
            Title = $"{document.Kind} {string.Join(' ', document.Subject)}",
            Author = string.Join(' ', document.Letterhead.Agency),
            Language = "vi-VN",
            CreationDate = date,
            ModifiedDate = date,
        };
    }

    private static bool RegisterFonts()
    {
        foreach (var face in Enum.GetNames<FontStyle>())
        {
            using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"Fonts/LiberationSerif-{face}.ttf")
                ?? throw new InvalidOperationException($"The assembly lacks the font face {face}.");
            FontManager.RegisterFont(stream);
        }

        return true;
    }
}
