using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>A sentence, or a part of one between semicolons.</summary>
internal readonly record struct Sentence(ReadBlock Block, int Start, int Length)
{
    public string Text => Block.Text.Substring(Start, Length);

    public int End => Start + Length;
}

/// <summary>What several rules ask of a text, found once.</summary>
internal sealed partial class TextFacts(CheckedText text)
{
    /// <summary>More than any report cites; a hostile text must not hold the portal up.</summary>
    private const int MostCitations = 500;

    private static readonly DocumentPart[] BodyParts =
        [DocumentPart.Section, DocumentPart.Heading, DocumentPart.Paragraph, DocumentPart.Numbered, DocumentPart.Dash, DocumentPart.Plus];

    private readonly Lazy<ILookup<DocumentPart, ReadBlock>> byPart = new(() => text.Document.Blocks.ToLookup(block => block.Part));
    private readonly Lazy<IReadOnlyList<ReadBlock>> body = new(() => text.Document.Blocks.Where(block => BodyParts.Contains(block.Part)).ToList());
    private readonly Lazy<IReadOnlyList<CitedDocument>> citations = new(() => text.Document.Blocks
        .Where(block => BodyParts.Contains(block.Part) || block.Part == DocumentPart.Unplaced).SelectMany(CitationReader.Read).Take(MostCitations).ToList());

    private readonly Dictionary<ReadBlock, IReadOnlyList<Sentence>> sentences = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ReadBlock, IReadOnlyList<TextDate>> dates = new(ReferenceEqualityComparer.Instance);

    /// <summary>All blocks of a part.</summary>
    public IEnumerable<ReadBlock> Of(DocumentPart part) => byPart.Value[part];

    public ReadBlock? First(DocumentPart part) => byPart.Value[part].FirstOrDefault();

    public bool Has(DocumentPart part) => byPart.Value.Contains(part);

    /// <summary>Ô số 6.</summary>
    public IReadOnlyList<ReadBlock> Body => body.Value;

    /// <summary>The documents that the body cites, in reading order.</summary>
    public IReadOnlyList<CitedDocument> Citations => citations.Value;

    /// <summary>"Báo cáo"; "Công văn" for a document that has a number and a subject but no kind; null when it can't be told.</summary>
    public string? Kind => kind ??= FindKind();

    private string? kind;

    /// <summary>The lines of the trích yếu as one.</summary>
    public string Title => title ??= string.Join(' ', Of(DocumentPart.Subject).Select(block => block.Text));

    private string? title;

    /// <summary>Number and symbol of the document itself; null when they are not there or still open.</summary>
    public Match? OwnNumber => First(DocumentPart.Number) is { } block && NumberOf().Match(block.Text) is { Success: true } match ? match : null;

    /// <summary>The document's day: what the portal knows, else what stands there.</summary>
    public DateOnly? Day => text.Knowledge.Day ?? WrittenDay;

    /// <summary>The day in ô số 4.</summary>
    public DateOnly? WrittenDay => First(DocumentPart.PlaceAndDate) is { } block
        ? Dates(block).Select(date => date.Day).FirstOrDefault(day => day is not null)
        : null;

    /// <summary>The reporting year: what the portal knows, else the first that the title names, else the document's.</summary>
    public int? Year => text.Knowledge.Year ?? YearsIn(Title).Select(year => (int?)year.Year).FirstOrDefault();

    /// <summary>"xã" and "Hương Sơn", from the letterhead; null when it can't be told.</summary>
    public (string Level, string Name)? Unit
    {
        get
        {
            var name = text.Knowledge.Agency?.FullName ?? First(DocumentPart.Agency)?.Text ?? "";
            return UnitOf().Match(name) is { Success: true } match
                ? (match.Groups["level"].Value.ToLower(Vietnamese), match.Groups["name"].Value.Trim())
                : null;
        }
    }

    /// <summary>The words of the issuing body as comparable words: "ubnd xa huong son".</summary>
    public string AgencyKey => agencyKey ??= Abbreviated(text.Knowledge.Agency?.FullName ?? First(DocumentPart.Agency)?.Text);

    private string? agencyKey;

    /// <summary>Comparable words of a body's name.</summary>
    public static string Abbreviated(string? name) => SearchKey.Of(name)
        .Replace("uy ban nhan dan", "ubnd", StringComparison.Ordinal).Replace("hoi dong nhan dan", "hdnd", StringComparison.Ordinal);

    /// <summary>Whether a citation speaks of these characters.</summary>
    public bool IsCited(TextPlace place) => Citations.Any(cited =>
        ReferenceEquals(cited.Block, place.Block) && place.Start < cited.Whole.Start + cited.Whole.Length && cited.Whole.Start < place.Start + Math.Max(place.Length, 1));

    /// <summary>"năm 2026", "năm 2025 - 2026": the years that a text names with the word.</summary>
    public static IEnumerable<(int Year, int Start, int Length)> YearsIn(string text) => NamedYear().Matches(text)
        .Select(match => (int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["year"].Index, match.Groups["year"].Length));

    /// <summary>The sentences of a block; a semicolon ends one too.</summary>
    public IReadOnlyList<Sentence> Sentences(ReadBlock block) =>
        sentences.TryGetValue(block, out var known) ? known : sentences[block] = [.. Split(block)];

    /// <summary>The dates of a block.</summary>
    public IReadOnlyList<TextDate> Dates(ReadBlock block) =>
        dates.TryGetValue(block, out var known) ? known : dates[block] = [.. TextDates.In(block)];

    private static IEnumerable<Sentence> Split(ReadBlock block)
    {
        var start = 0;
        foreach (Match end in EndOfSentence().Matches(block.Text))
        {
            if (end.Index > start)
            {
                yield return new Sentence(block, start, end.Index - start);
            }

            start = end.Index + end.Length;
        }

        if (start < block.Text.Length)
        {
            yield return new Sentence(block, start, block.Text.Length - start);
        }
    }

    /// <summary>The sentence around a place.</summary>
    public Sentence SentenceAt(TextPlace place)
    {
        var all = Sentences(place.Block);
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].End > place.Start ? (low, middle) : (middle + 1, high);
        }

        return low < all.Count ? all[low] : new Sentence(place.Block, 0, place.Block.Text.Length);
    }

    public static bool IsUpper(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    internal static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    private string? FindKind()
    {
        if (First(DocumentPart.Kind) is { } block)
        {
            var name = PlainText.Clean(block.Text).Trim('.', ':', ' ');
            return DocumentKinds.Names.FirstOrDefault(kind => string.Equals(kind, name, StringComparison.OrdinalIgnoreCase));
        }

        return Has(DocumentPart.Number) && Of(DocumentPart.Subject).Any(subject => subject.Text.TrimStart().StartsWith("V/v", StringComparison.OrdinalIgnoreCase))
            ? "Công văn"
            : null;
    }

    [GeneratedRegex(@"^\s*(?:(?<word>[Ss]ố|SỐ)\s*)?(?:(?<colon>:)\s*)?(?<no>\d{1,5})(?<gap>\s*/\s*)(?<sym>\S.*)$")]
    private static partial Regex NumberOf();

    [GeneratedRegex(@"(?<!\p{L})(?<level>XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+(?<name>[^,;\n]+)$")]
    private static partial Regex UnitOf();

    [GeneratedRegex(@"(?<!\p{L})(?:[Nn]ăm|NĂM)\s+(?<year>(?:19|20)\d\d)(?!\d)")]
    private static partial Regex NamedYear();

    [GeneratedRegex(@"(?<![.!?…])(?>[.!?…]+)(?=\s|$)\s*|;\s*|\./\.\s*$")]
    private static partial Regex EndOfSentence();
}
