using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>Reads ô số 7 and 9b, in either order, side by side or one below the other, and the appendices after them.</summary>
internal static partial class FootReader
{
    private const int LongestLine = 120;
    private const int LongestName = 60;

    /// <summary>How far behind "Nơi nhận" the foot must have shown itself, and how near before it a signature belongs to it.</summary>
    private const int FarthestSign = 40;
    private const int NearestSign = 12;

    /// <summary>A line that may have been broken at its end, characters.</summary>
    private const int ShortestFull = 40;

    /// <summary>The line where the foot begins; the number of lines when there is none.</summary>
    /// <param name="lines">The written lines.</param>
    /// <param name="from">The first line behind the head.</param>
    public static int Start(IReadOnlyList<TextLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            var cells = lines[i].Raw.Split('|', '\t').Select(cell => cell.Trim()).Prepend(text).ToList();
            if (cells.Exists(IsCapacity) || (cells.Exists(IsCaption) && IsTitle(lines, i)))
            {
                return i;
            }

            if (Wording.Post().IsMatch(text) && Wording.IsCapitals(text) && IsSigned(lines, i))
            {
                return i;
            }
        }

        // A name alone after the closing mark.
        var closing = -1;
        for (var i = from; i < lines.Count; i++)
        {
            closing = lines[i].Text.EndsWith("./.", StringComparison.Ordinal) ? i : closing;
        }

        return closing >= 0 && closing + 1 < lines.Count && (IsName(lines[closing + 1].Text) || Wording.IsCapitals(lines[closing + 1].Text))
            ? closing + 1
            : lines.Count;
    }

    /// <summary>Reads the foot and all behind it.</summary>
    public static void Read(IReadOnlyList<TextLine> lines, List<Piece> pieces)
    {
        var appendix = AppendixStart(lines);
        var foot = Columns.Apart(lines.Take(appendix).ToList()).SelectMany(Cut).ToList();
        ReadFoot(foot, pieces);
        if (appendix < lines.Count)
        {
            pieces.AddRange(LineJoiner.Join(lines.Skip(appendix).ToList())
                .Select(paragraph => new Piece(DocumentPart.Appendix, "", paragraph.Text, paragraph.Place)));
        }
    }

    private static void ReadFoot(List<TextLine> lines, List<Piece> pieces)
    {
        // Where the columns follow one another line by line, entries of the list stand between lines of the signature.
        var hasCaption = false;
        var isListing = false;
        var at = 0;
        var list = new List<Piece>();
        foreach (var line in lines)
        {
            var text = line.Text;
            if (Wording.Recipients().Match(text) is { Success: true } caption)
            {
                hasCaption = isListing = true;
                at = pieces.Count;
                list.AddRange(Entries(caption.Groups["rest"].Value, line));
            }
            else if (IsAuthority(text))
            {
                isListing = false;
                pieces.Add(new Piece(DocumentPart.Authority, "", text, line.Place));
            }
            else if (hasCaption && Marks.Dash(text) is not null)
            {
                isListing = true;
                list.AddRange(Entries(text, line));
            }
            else if (isListing && IsMore(list, line))
            {
                list[^1] = list[^1] with { Text = $"{list[^1].Text} {text}", Place = new LineSpan(list[^1].Place.First, line.Index) };
            }
            else if (isListing && !IsName(text) && text.Length < LongestLine && (list.Count == 0 || !list[^1].Text.EndsWith('.') || Kept().IsMatch(text)))
            {
                list.AddRange(Entries(text, line));
            }
            else
            {
                isListing = false;
                pieces.Add(new Piece(IsName(text) ? DocumentPart.SignerName : DocumentPart.Unplaced, "", text, line.Place));
            }
        }

        pieces.InsertRange(hasCaption ? at : pieces.Count, list);
    }

    private static IEnumerable<Piece> Entries(string text, TextLine line) =>
        HeadReader.Entries(text).Select(entry => new Piece(DocumentPart.Recipient, entry.Label, entry.Text, line.Place));

    private static bool IsMore(List<Piece> list, TextLine line) => list.Count > 0 && !Wording.IsTerminated(list[^1].Text) && !IsName(line.Text)
        && line.Text.Length < LongestLine && (Wording.BeginsSmall(line.Text) || list[^1].Label.Length > 0) && !Kept().IsMatch(line.Text);

    /// <summary>Where an appendix, or a document that comes with this one, begins: behind a signature.</summary>
    private static int AppendixStart(IReadOnlyList<TextLine> lines)
    {
        var hasSigner = false;
        for (var i = 1; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            hasSigner |= IsName(lines[i - 1].Text) || Columns.Cells(lines[i - 1].Raw).Any(IsName);
            if (Wording.AppendixHead().IsMatch(text) || (hasSigner && Wording.KindWords(text) > 0 && Wording.IsCapitals(text)))
            {
                return i;
            }

            if (HeadReader.IsNationalName(text))
            {
                // The names of the letterhead's other column stand above.
                while (i > 1 && Wording.IsCapitals(lines[i - 1].Text) && !IsCapacity(lines[i - 1].Text) && (!Wording.Post().IsMatch(lines[i - 1].Text) || HeadReader.IsBodyOfPost(lines[i - 1].Text)))
                {
                    i--;
                }

                return i;
            }
        }

        return lines.Count;
    }

    /// <summary>Lines in which the two columns follow one another with a single space.</summary>
    private static IEnumerable<TextLine> Cut(TextLine line)
    {
        var text = line.Text;
        var right = Wording.Capacity().Match(text) is { Success: true, Index: > 0 } capacity && Wording.IsCapitals(text[capacity.Index..]) ? capacity.Index
            : !Wording.IsCapitals(text) && PostBehind().Match(text) is { Success: true } post ? post.Groups["post"].Index
            : NameBehind().Match(text) is { Success: true } name && IsName(name.Groups["name"].Value) ? name.Groups["name"].Index
            : 0;
        if (right <= 0)
        {
            return [line];
        }

        var (first, second) = (text[..right].Trim(), text[right..].Trim());
        return [line with { Raw = first, Text = first }, line with { Raw = second, Text = second }];
    }

    private static bool IsCaption(string text) => Wording.Recipients().IsMatch(text);

    /// <summary>
    /// Whether "Nơi nhận" is the foot's title here and not a word of the text, which may speak of it or head a column with it: entries or a signature
    /// follow, or the signature stands before, or the text is at its end.
    /// </summary>
    private static bool IsTitle(IReadOnlyList<TextLine> lines, int index)
    {
        var cells = Columns.Cells(lines[index].Raw);
        if (cells.Any(IsSigning) || lines.Skip(Math.Max(0, index - NearestSign)).Take(Math.Min(index, NearestSign)).Any(line => Columns.Cells(line.Raw).Any(IsSigning)))
        {
            return true;
        }

        if (cells.Count > 1 && cells.Any(cell => IsCaption(cell) && !cell.EndsWith(':')))
        {
            return false;
        }

        var rest = Wording.Recipients().Match(lines[index].Text).Groups["rest"].Value;
        var hasEntries = IsEntry(rest);
        var runsOn = Wording.BeginsSmall(rest) || (index > 0 && IsBroken(lines[index - 1]));
        for (var i = index + 1; i < Math.Min(lines.Count, index + FarthestSign); i++)
        {
            var text = lines[i].Text;
            cells = Columns.Cells(lines[i].Raw);
            if (cells.Any(cell => IsSigning(cell) || IsName(cell)) || Wording.AppendixHead().IsMatch(text))
            {
                return hasEntries || !runsOn;
            }

            if (cells.Any(IsEntry) || (i == index + 1 && Marks.Of(text) is { Kind: MarkKind.Number }))
            {
                hasEntries = true;
            }
            else if (cells.Any(IsCaption) || Marks.IsSection(text) || Marks.Of(text) is { Kind: MarkKind.Article } || (!hasEntries && (text.Length >= LongestLine || Marks.Of(text) is not null)))
            {
                return false;
            }
        }

        return hasEntries || (!runsOn && index + FarthestSign >= lines.Count);
    }

    private static bool IsSigning(string text) => IsCapacity(text) || (Wording.Post().IsMatch(text) && Wording.IsCapitals(text));

    private static bool IsEntry(string text) => Marks.Dash(text) is not null || Kept().IsMatch(text);

    /// <summary>Whether a sentence may go on behind this line.</summary>
    private static bool IsBroken(TextLine line) =>
        line.Break != LineBreakKind.Paragraph && line.Text.Length >= ShortestFull && !Wording.IsTerminated(line.Text) && !Wording.IsCapitals(line.Text);

    private static bool IsCapacity(string text) => text.Length < LongestLine && Wording.Capacity().Match(text) is { Success: true, Index: 0 } && Wording.IsCapitals(text);

    private static bool IsAuthority(string text) => IsCapacity(text) || (text.Length < LongestLine && Wording.IsCapitals(text) && !IsNameInCapitals(text));

    private static bool IsNameInCapitals(string text) => Wording.IsCapitals(text) && text.Split(' ').Length is >= 3 and <= 5
        && !Wording.Post().IsMatch(text) && Surname().IsMatch(text);

    /// <summary>Whether a name, or the foot's other column, follows soon: the post closes a document.</summary>
    private static bool IsSigned(IReadOnlyList<TextLine> lines, int index) =>
        lines.Skip(index + 1).Take(8).Any(line => IsName(line.Text) || IsCaption(line.Text))
        && lines.Skip(Math.Max(0, index - 3)).Take(Math.Min(index, 3)).Any(line => Wording.IsTerminated(line.Text) || Wording.IsCapitals(line.Text));

    /// <summary>A person's name: two to six words, each with a capital, perhaps behind an academic title.</summary>
    internal static bool IsName(string text)
    {
        if (text.Length is < 4 or > LongestName)
        {
            return false;
        }

        var words = Title().Replace(text, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return IsNameInCapitals(text)
            || (words.Length is >= 2 and <= 6 && words.All(IsNamePart));

        static bool IsNamePart(string word) => char.IsUpper(word[0]) && word.Skip(1).All(c => char.IsLetter(c) || c is '’' or '\'' or '-')
            && (word.Length == 1 || word.Skip(1).Any(char.IsLower));
    }

    [GeneratedRegex(@"[;.]\s+(?<post>(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG)[\p{Lu}\s,]*)$")]
    private static partial Regex PostBehind();

    [GeneratedRegex(@"Lưu\s*:?[^.;]*[.;]\s*(?<name>\p{Lu}[\p{L}\s.]+)$")]
    private static partial Regex NameBehind();

    [GeneratedRegex(@"^Lưu\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    [GeneratedRegex(@"^(?:(?:GS|PGS|TS|ThS|Ths|BS|KS|CN|LS|Ông|Bà|Đ/c|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy)\.?\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐÀO|ĐINH|HÀ|CAO|LƯƠNG|MAI|TRỊNH|TRƯƠNG|LƯU|TẠ|ĐOÀN|PHÙNG|THÁI|KIỀU|TÔ|TỐNG|CHU|QUÁCH|LÂM|NÔNG|VI|LÒ|GIÀNG|Y|A)\s")]
    private static partial Regex Surname();
}
