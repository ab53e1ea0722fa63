using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>
/// Reads a Word file: paragraphs with the labels that Word counts, tables, text boxes, notes. Deletions that are only marked are left out and insertions taken as
/// made; running heads, page numbers, field codes and hidden text are no part of the text.
/// </summary>
internal sealed class WordTextReader
{
    private const int MaxDepth = 120;
    private const int MaxPartCharacters = 24_000_000;
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly WordNumbering numbering;
    private readonly ReadingBudget budget;

    private WordTextReader(MainDocumentPart main, ReadingBudget budget)
    {
        numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering, main.StyleDefinitionsPart?.Styles);
        this.budget = budget;
    }

    public static DocumentReading Read(byte[] file, ReadingBudget budget)
    {
        using var stream = new MemoryStream(file, writable: false);
        var (kind, refusal) = FileInspector.Inspect(stream);
        if (refusal is not null || kind != EvidenceKind.Docx)
        {
            return DocumentReading.Refused(
                refusal switch
                {
                    EvidenceRefusal.Damaged => ReadingRefusal.Damaged,
                    EvidenceRefusal.HasMacros => ReadingRefusal.HasMacros,
                    _ => ReadingRefusal.TypeNotAllowed,
                },
                DocumentSourceKind.Word);
        }

        try
        {
            stream.Position = 0;
            using var word = WordprocessingDocument.Open(stream, false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MaxPartCharacters });
            if (word.MainDocumentPart is not { } main || !Parts(main).All(part => IsShallow(part, budget)) || main.Document?.Body is not { } body)
            {
                return DocumentReading.Refused(ReadingRefusal.Damaged, DocumentSourceKind.Word);
            }

            var reader = new WordTextReader(main, budget);
            var lines = reader.Blocks(body).ToList();
            lines.AddRange(main.FootnotesPart?.Footnotes?.Elements<Footnote>().Where(note => note.Type is null).SelectMany(reader.Blocks) ?? []);
            lines.AddRange(main.EndnotesPart?.Endnotes?.Elements<Endnote>().Where(note => note.Type is null).SelectMany(reader.Blocks) ?? []);
            return new DocumentReading { Kind = DocumentSourceKind.Word, Lines = lines };
        }
        catch (Exception damage) when (damage is OpenXmlPackageException or XmlException or InvalidDataException or IOException or FormatException
            or InvalidOperationException or ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            return DocumentReading.Refused(ReadingRefusal.Damaged, DocumentSourceKind.Word);
        }
    }

    /// <summary>The parts that are loaded whole.</summary>
    private static IEnumerable<OpenXmlPart> Parts(MainDocumentPart main) =>
        new OpenXmlPart?[] { main, main.NumberingDefinitionsPart, main.StyleDefinitionsPart, main.FootnotesPart, main.EndnotesPart }.OfType<OpenXmlPart>();

    /// <summary>Loading goes as deep into the processor's stack as the elements stand in one another.</summary>
    private static bool IsShallow(OpenXmlPart part, ReadingBudget budget)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxPartCharacters,
        });
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth)
            {
                return false;
            }

            budget.CheckTime();
        }

        return true;
    }

    private IEnumerable<SourceLine> Blocks(OpenXmlElement parent) => parent.ChildElements.SelectMany(Block);

    private IEnumerable<SourceLine> Block(OpenXmlElement element)
    {
        budget.CheckTime();
        return element switch
        {
            Paragraph paragraph => Lines(paragraph),
            Table table => TableText.Lines(Rows(table)),
            SdtBlock { SdtContentBlock: { } content } => Blocks(content),
            CustomXmlBlock or InsertedRun or MoveToRun => Blocks(element),
            _ => [],
        };
    }

    private List<IReadOnlyList<IReadOnlyList<SourceLine>>> Rows(Table table) => Descend<TableRow>(table)
        .Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null)
        .Select(row => (IReadOnlyList<IReadOnlyList<SourceLine>>)Descend<TableCell>(row).Select(cell => (IReadOnlyList<SourceLine>)Blocks(cell).ToList()).ToList())
        .ToList();

    /// <summary>Rows and cells may stand in content controls.</summary>
    private static IEnumerable<T> Descend<T>(OpenXmlElement parent) where T : OpenXmlElement => parent.ChildElements.SelectMany(child => child switch
    {
        T found => [found],
        SdtRow { SdtContentRow: { } content } => Descend<T>(content),
        SdtCell { SdtContentCell: { } content } => Descend<T>(content),
        CustomXmlRow or CustomXmlCell => Descend<T>(child),
        _ => [],
    });

    private IEnumerable<SourceLine> Lines(Paragraph paragraph)
    {
        var text = new StringBuilder();
        var boxes = new List<OpenXmlElement>();
        new RunText(text, boxes).Append(paragraph);
        var label = numbering.LabelOf(paragraph);
        var lines = text.ToString().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = i == 0 && label.Length > 0 && lines[0].Trim().Length > 0 ? $"{label} {lines[0].TrimStart()}" : lines[i];
            yield return new SourceLine(line, i == lines.Length - 1 ? LineBreakKind.Paragraph : LineBreakKind.Manual);
        }

        foreach (var line in boxes.SelectMany(Blocks))
        {
            yield return line;
        }
    }

    /// <summary>Gathers the printed text of a paragraph.</summary>
    private sealed class RunText(StringBuilder text, List<OpenXmlElement> boxes)
    {
        /// <summary>Open fields, the innermost on top: whether its code is still being read. What Word calculates from is not printed.</summary>
        private readonly Stack<bool> fields = new();

        public void Append(OpenXmlElement parent)
        {
            foreach (var element in parent.ChildElements)
            {
                Add(element);
            }
        }

        private void Add(OpenXmlElement element)
        {
            switch (element)
            {
                case FieldChar { FieldCharType: { } type }:
                    Follow(type);
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties or RunProperties or FieldCode or DeletedText:
                    break;
                case Run run when run.RunProperties?.Vanish is { } vanish && (vanish.Val is null || vanish.Val.Value):
                    break;
                case Text or TabChar or Break or CarriageReturn or NoBreakHyphen or SymbolChar:
                    if (!fields.Contains(true))
                    {
                        text.Append(Printed(element));
                    }

                    break;
                case AlternateContent alternate:
                    // The same content twice: for new and for old versions of Word.
                    if (alternate.GetFirstChild<AlternateContentChoice>() is { } choice)
                    {
                        Append(choice);
                    }

                    break;
                case TextBoxContent box:
                    boxes.Add(box);
                    break;
                default:
                    if (element.LocalName == "txbxContent" && element.NamespaceUri == WordNamespace)
                    {
                        // In a place that the format does not foresee its paragraphs are no paragraphs yet.
                        boxes.Add(new TextBoxContent(element.OuterXml));
                    }
                    else
                    {
                        Append(element);
                    }

                    break;
            }
        }

        private void Follow(FieldCharValues type)
        {
            if (type == FieldCharValues.Begin)
            {
                fields.Push(true);
            }
            else if (fields.TryPop(out _) && type == FieldCharValues.Separate)
            {
                fields.Push(false);
            }
        }

        private static string Printed(OpenXmlElement element) => element switch
        {
            Text plain => plain.Text,
            TabChar => "\t",
            NoBreakHyphen => "-",
            SymbolChar => "•",
            _ => "\n",
        };
    }
}
