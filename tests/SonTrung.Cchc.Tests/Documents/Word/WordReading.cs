using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SonTrung.Cchc.Tests.Documents.Word;

/// <summary>A Word file read back with the SDK.</summary>
internal sealed class WordReading : IDisposable
{
    private readonly WordprocessingDocument _word;
    private readonly Dictionary<string, Style> _styles;

    public WordReading(byte[] file)
    {
        _word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        _styles = Main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
    }

    public MainDocumentPart Main => _word.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public WordprocessingDocument Package => _word;

    /// <summary>What the SDK's validator says against Word as of Microsoft 365.</summary>
    public IReadOnlyList<string> Errors() =>
    [
        .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(_word)
            .Select(error => $"{error.Part?.Uri}: {error.Path?.XPath}: {error.Description}"),
    ];

    /// <summary>Rank ("H1" for the kind, "H2" and "H3" for headings, else "P") and text of each printed line, columns of the head and foot one after the other.</summary>
    public IReadOnlyList<(string Rank, string Text)> Paragraphs() => [.. Body.Elements().SelectMany(Read)];

    public Style StyleOf(Paragraph paragraph) => _styles[paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!];

    public Style Style(string name) => Assert.Single(_styles.Values, style => style.StyleName!.Val == name);

    public Paragraph Paragraph(string start) =>
        Assert.Single(Body.Descendants<Paragraph>(), paragraph => paragraph.InnerText.StartsWith(start, StringComparison.Ordinal));

    /// <summary>A property of a style, its own or the nearest that it is based on.</summary>
    public T? Inherited<T>(Style style)
        where T : OpenXmlElement
    {
        for (var at = style; ; at = _styles[at.BasedOn.Val!.Value!])
        {
            if (at.Descendants<T>().FirstOrDefault() is { } found || at.BasedOn is null)
            {
                return at.Descendants<T>().FirstOrDefault();
            }
        }
    }

    public void Dispose() => _word.Dispose();

    private IEnumerable<(string Rank, string Text)> Read(OpenXmlElement element) => element switch
    {
        Paragraph paragraph => Lines(paragraph),
        Table table when table.Descendants<TableHeader>().Any() => table.Descendants<Paragraph>().SelectMany(Lines),
        Table table => Columns(table).SelectMany(cell => cell.Elements<Paragraph>()).SelectMany(Lines),
        _ => [],
    };

    private static IEnumerable<TableCell> Columns(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().ToList()).ToList();
        return Enumerable.Range(0, rows[0].Count).SelectMany(column => rows.Select(row => row[column]));
    }

    private IEnumerable<(string Rank, string Text)> Lines(Paragraph paragraph)
    {
        var rank = Inherited<OutlineLevel>(StyleOf(paragraph)) is { } outline
            ? $"H{outline.Val!.Value + 2}"
            : StyleOf(paragraph).BasedOn?.Val == "Title" ? "H1" : "P";
        return string.Concat(paragraph.Descendants().Select(part => part is Break ? "\n" : (part as DocumentFormat.OpenXml.Wordprocessing.Text)?.Text))
            .Split('\n').Where(line => line.Length > 0).Select(line => (rank, line));
    }
}
