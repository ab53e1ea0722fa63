using SonTrung.Cchc.Core.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Reads a tagged PDF by its structure tree (ISO 32000-1, 14.7): what its author's program called a paragraph, a list item, a row.</summary>
internal sealed class PdfStructureText
{
    private const int MaxDepth = 60;
    private const int MaxElements = 100_000;

    /// <summary>The share of the pages' letters that the tree must reach: one that was made for a part of the text only would lose the rest.</summary>
    private const double LeastReached = 0.98;

    private static readonly HashSet<string> Inline =
    [
        "Span", "Link", "Quote", "Reference", "BibEntry", "Code", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Em", "Strong", "Sub", "LBody", "NonStruct",
    ];

    private static readonly HashSet<string> Grouping = ["Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "L", "TOC", "Index", "Private", "THead", "TBody", "TFoot", "Aside"];

    private readonly PdfDocument pdf;
    private readonly ReadingBudget budget;
    private readonly Dictionary<IndirectReference, int> pageNumbers = [];
    private readonly Dictionary<(int Page, int Mark), List<Letter>> contents = [];
    private readonly Dictionary<string, string> roles = [];
    private readonly List<SourceLine> lines = [];
    private readonly List<(int Page, Letter Letter)> block = [];
    private int elements;
    private int labelLength = -1;
    private int endPage = 1;

    private PdfStructureText(PdfDocument pdf, ReadingBudget budget)
    {
        this.pdf = pdf;
        this.budget = budget;
    }

    /// <summary>The lines; null when the file is not tagged, or not through and through.</summary>
    public static IReadOnlyList<SourceLine>? Read(PdfDocument pdf, IReadOnlyList<Page> pages, ReadingBudget budget)
    {
        var reader = new PdfStructureText(pdf, budget);
        if (reader.Dictionary(pdf.Structure.Catalog.CatalogDictionary, "StructTreeRoot") is not { } root)
        {
            return null;
        }

        var (written, artifacts) = reader.Collect(pages);
        reader.NumberPages();
        reader.ReadRoles(root);
        reader.Children(root, null, 0);
        reader.EndBlock();
        var reached = reader.lines.Sum(line => Letters(line.Text));
        return reached >= LeastReached * (written - artifacts) && reached <= written ? reader.lines : null;
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    /// <summary>The text of every marked run; and how many letters there are, and how many of them are no content.</summary>
    private (int Written, int Artifacts) Collect(IReadOnlyList<Page> pages)
    {
        var (written, artifacts) = (0, 0);
        foreach (var page in pages)
        {
            budget.CheckTime();
            written += page.Letters.Sum(letter => Letters(letter.Value));
            foreach (var mark in page.GetMarkedContents())
            {
                Collect(page.Number, mark, 0);
            }

            artifacts += page.GetMarkedContents().Where(mark => mark.IsArtifact).Sum(ArtifactLetters);
        }

        return (written, artifacts);
    }

    private static int ArtifactLetters(MarkedContentElement mark) => mark.Letters.Sum(letter => Letters(letter.Value)) + mark.Children.Sum(ArtifactLetters);

    private void Collect(int page, MarkedContentElement mark, int depth)
    {
        if (mark.IsArtifact || depth > MaxDepth)
        {
            return;
        }

        if (mark.MarkedContentIdentifier >= 0)
        {
            var key = (page, mark.MarkedContentIdentifier);
            if (!contents.TryGetValue(key, out var letters))
            {
                contents[key] = letters = [];
            }

            letters.AddRange(mark.Letters);
        }

        foreach (var child in mark.Children)
        {
            Collect(page, child, depth + 1);
        }
    }

    private void NumberPages()
    {
        var open = new Stack<(IndirectReference? Reference, DictionaryToken Node, int Depth)>();
        if (Dictionary(pdf.Structure.Catalog.CatalogDictionary, "Pages") is { } root)
        {
            open.Push((null, root, 0));
        }

        var next = 1;
        while (open.TryPop(out var node))
        {
            if (node.Depth > MaxDepth || next > DocumentFileReader.MaxPages)
            {
                continue;
            }

            if (!node.Node.TryGet(NameToken.Create("Kids"), out var kids) || Resolve(kids) is not ArrayToken pages)
            {
                if (node.Reference is { } reference)
                {
                    pageNumbers.TryAdd(reference, next);
                }

                next++;
                continue;
            }

            foreach (var kid in pages.Data.Reverse())
            {
                if (kid is IndirectReferenceToken indirect && Resolve(kid) is DictionaryToken page)
                {
                    open.Push((indirect.Data, page, node.Depth + 1));
                }
            }
        }
    }

    private void ReadRoles(DictionaryToken root)
    {
        foreach (var (name, role) in Dictionary(root, "RoleMap")?.Data ?? new Dictionary<string, IToken>())
        {
            if (Resolve(role) is NameToken standard)
            {
                roles[name] = standard.Data;
            }
        }
    }

    private void Children(DictionaryToken element, int? page, int depth)
    {
        if (depth > MaxDepth || !element.TryGet(NameToken.Create("K"), out var token))
        {
            return;
        }

        foreach (var kid in Resolve(token) is ArrayToken kids ? kids.Data : [token])
        {
            Child(Resolve(kid), page, depth + 1);
        }
    }

    private void Child(IToken? kid, int? page, int depth)
    {
        budget.CheckTime();
        if (++elements > MaxElements)
        {
            throw new ReadingGivenUpException(ReadingRefusal.Damaged);
        }

        switch (kid)
        {
            case NumericToken mark:
                Add(page, mark.Int);
                break;
            case DictionaryToken dictionary when dictionary.TryGet(NameToken.Create("MCID"), out var mark) && Resolve(mark) is NumericToken number:
                Add(PageOf(dictionary) ?? page, number.Int);
                break;
            case DictionaryToken dictionary when dictionary.TryGet(NameToken.Create("S"), out var type) && Resolve(type) is NameToken name:
                Element(dictionary, Role(name.Data), PageOf(dictionary) ?? page, depth);
                break;
        }
    }

    private void Element(DictionaryToken element, string type, int? page, int depth)
    {
        if (type is "Lbl")
        {
            Children(element, page, depth);
            labelLength = block.Count;
        }
        else if (Inline.Contains(type))
        {
            Children(element, page, depth);
        }
        else if (type == "Table")
        {
            EndBlock();
            lines.AddRange(TableText.Lines(Rows(element, page, depth)));
        }
        else
        {
            // The paragraph inside a list item goes on behind the item's label.
            if (block.Count != labelLength)
            {
                EndBlock();
            }

            Children(element, page, depth);
            if (!Grouping.Contains(type) || block.Count > 0)
            {
                EndBlock();
            }
        }
    }

    private List<IReadOnlyList<IReadOnlyList<SourceLine>>> Rows(DictionaryToken table, int? page, int depth)
    {
        var rows = new List<IReadOnlyList<IReadOnlyList<SourceLine>>>();
        foreach (var (row, rowPage) in Descend(table, "TR", page, depth))
        {
            var cells = Descend(row, "TD", rowPage, depth + 1).Concat(Descend(row, "TH", rowPage, depth + 1)).ToList();
            rows.Add(cells.Select(cell =>
            {
                var from = lines.Count;
                Children(cell.Element, cell.Page, depth + 2);
                EndBlock();
                var own = lines.Skip(from).ToList();
                lines.RemoveRange(from, own.Count);
                return (IReadOnlyList<SourceLine>)own;
            }).ToList());
        }

        return rows;
    }

    private IEnumerable<(DictionaryToken Element, int? Page)> Descend(DictionaryToken parent, string wanted, int? page, int depth)
    {
        if (depth > MaxDepth || !parent.TryGet(NameToken.Create("K"), out var token))
        {
            yield break;
        }

        foreach (var kid in Resolve(token) is ArrayToken kids ? kids.Data : [token])
        {
            if (++elements > MaxElements)
            {
                throw new ReadingGivenUpException(ReadingRefusal.Damaged);
            }

            if (Resolve(kid) is not DictionaryToken element || !element.TryGet(NameToken.Create("S"), out var type) || Resolve(type) is not NameToken name)
            {
                continue;
            }

            var own = PageOf(element) ?? page;
            if (Role(name.Data) == wanted)
            {
                yield return (element, own);
            }
            else if (Grouping.Contains(Role(name.Data)))
            {
                foreach (var found in Descend(element, wanted, own, depth + 1))
                {
                    yield return found;
                }
            }
        }
    }

    private void Add(int? page, int mark)
    {
        if (page is { } number && contents.Remove((number, mark), out var letters))
        {
            block.AddRange(letters.Select(letter => (number, letter)));
        }
    }

    private void EndBlock()
    {
        if (PdfLetters.Text(block) is { Length: > 0 } text)
        {
            // Some writers end a paragraph with the page and begin another on the next.
            if (lines.Count > 0 && endPage != block[0].Page)
            {
                lines[^1] = lines[^1] with { Break = LineBreakKind.Unknown };
            }

            lines.Add(new SourceLine(text, LineBreakKind.Paragraph));
            endPage = block[^1].Page;
        }

        block.Clear();
        labelLength = -1;
    }

    private string Role(string type)
    {
        for (var i = 0; i < 5 && roles.TryGetValue(type, out var role) && role != type; i++)
        {
            type = role;
        }

        return type;
    }

    private int? PageOf(DictionaryToken element) =>
        element.TryGet(NameToken.Create("Pg"), out var page) && page is IndirectReferenceToken reference && pageNumbers.TryGetValue(reference.Data, out var number) ? number : null;

    private DictionaryToken? Dictionary(DictionaryToken parent, string name) =>
        parent.TryGet(NameToken.Create(name), out var token) ? Resolve(token) as DictionaryToken : null;

    private IToken? Resolve(IToken? token)
    {
        for (var i = 0; i < 8 && token is IndirectReferenceToken reference; i++)
        {
            token = pdf.Structure.GetObject(reference.Data)?.Data;
        }

        return token;
    }
}
