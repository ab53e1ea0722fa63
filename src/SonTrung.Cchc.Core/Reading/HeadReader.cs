using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>Reads ô số 1–5 and 9a: the letterhead, the kind and subject, the addressees. What it does not know stays unplaced.</summary>
internal static partial class HeadReader
{
    private const int FarthestKind = 60;
    private const int LongestTitle = 260;
    private const int LongestName = 90;

    private enum Role
    {
        Stray,
        Body,
        NationalName,
        Motto,
        Number,
        PlaceAndDate,
        Subject,
    }

    /// <summary>Reads the head; gives the number of lines that it took.</summary>
    public static int Read(IReadOnlyList<TextLine> lines, List<Piece> pieces)
    {
        var kind = KindLine(lines);
        var end = kind ?? EndOfLetterhead(lines);
        ReadLetterhead(lines.Take(end).ToList(), pieces);
        if (kind is { } at)
        {
            end = ReadTitle(lines, at, pieces);
        }

        return ReadAddressees(lines, end, pieces);
    }

    /// <summary>The line that names the kind in capitals; else, in a text without one, one that is nothing but the name.</summary>
    private static int? KindLine(IReadOnlyList<TextLine> lines)
    {
        int? plain = null;
        var count = Math.Min(lines.Count, FarthestKind);
        for (var i = 0; i < count; i++)
        {
            var text = lines[i].Text;
            if (Wording.Addressees().IsMatch(text) || Marks.IsSection(text) || Wording.Recipients().IsMatch(text)
                || text.EndsWith("./.", StringComparison.Ordinal) || Wording.Capacity().IsMatch(text))
            {
                break;
            }

            var words = Wording.KindWords(text);
            if (words == 0 || text.Length > LongestTitle)
            {
                continue;
            }

            var parts = text.Split(' ');
            var isWhole = parts.Length == words;
            if (Wording.IsCapitals(string.Join(' ', parts.Take(words))) && !(text.EndsWith(':') && isWhole)
                && (isWhole || IsTitle(string.Join(' ', parts.Skip(words)))))
            {
                return i;
            }

            // "Quyết định BAN HÀNH …": the subject alone is in capitals.
            if (plain is null && (isWhole ? HasBody(lines, i) : Wording.IsCapitals(string.Join(' ', parts.Skip(words)))))
            {
                plain = i;
            }
        }

        return plain;

        static bool IsTitle(string rest) => !Wording.IsTerminated(rest) && rest.Length > 0 && char.IsLetter(rest[0]) && char.IsUpper(rest[0]);
    }

    /// <summary>Whether something of a letterhead stands before a line, so that the bare name of a kind is no menu entry of a web page.</summary>
    private static bool HasBody(IReadOnlyList<TextLine> lines, int at) =>
        lines.Take(at).Any(line => Anchor().IsMatch(line.Text) || Wording.IsCapitals(line.Text));

    /// <summary>In a letter, or a text that was cut: the head ends where the addressees or the text begin.</summary>
    private static int EndOfLetterhead(IReadOnlyList<TextLine> lines)
    {
        var last = -1;
        for (var i = 0; i < Math.Min(lines.Count, FarthestKind); i++)
        {
            var text = lines[i].Text;
            if (Wording.Addressees().IsMatch(text) || Marks.Of(text) is not null || Wording.Recipients().IsMatch(text))
            {
                // A piece of a text has no head.
                return last < 0 && !Wording.Addressees().IsMatch(text) ? 0 : i;
            }

            if (Anchor().IsMatch(text) || About().IsMatch(text))
            {
                last = i;
            }
            else if (last < 0 && (text.Length > 110 || (Wording.IsTerminated(text) && text.Length > 60)))
            {
                return 0;
            }
            else if (last >= 0 && IsText(text))
            {
                return i;
            }
        }

        return last + 1;

        static bool IsText(string text) => !Wording.IsCapitals(text) && (Wording.Opening().IsMatch(text) || text.Length > 80);
    }

    private static void ReadLetterhead(IReadOnlyList<TextLine> lines, List<Piece> pieces)
    {
        var cut = Columns.Apart(lines).SelectMany(CutAtAnchors).ToList();
        var roles = Roles(cut);
        var (head, stray) = (new List<Piece>(), new List<Piece>());
        foreach (var (part, role) in new[]
        {
            (DocumentPart.NationalName, Role.NationalName), (DocumentPart.Motto, Role.Motto), (DocumentPart.Number, Role.Number),
            (DocumentPart.PlaceAndDate, Role.PlaceAndDate), (DocumentPart.Subject, Role.Subject),
        })
        {
            var own = cut.Where((_, i) => roles[i] == role).ToList();
            if (own.Count > 0)
            {
                head.Add(new Piece(part, "", string.Join(' ', own.Select(line => line.Text)), Span(own)));
            }
        }

        var bodies = Bodies(cut.Where((_, i) => roles[i] == Role.Body).ToList());
        if (bodies.Count > 1)
        {
            head.Insert(0, Body(DocumentPart.Superior, bodies[0]));
        }

        if (bodies.Count > 0)
        {
            head.Insert(bodies.Count > 1 ? 1 : 0, Body(DocumentPart.Agency, bodies.Skip(bodies.Count > 1 ? 1 : 0).SelectMany(group => group).ToList()));
        }

        stray.AddRange(cut.Where((_, i) => roles[i] == Role.Stray).Select(line => new Piece(DocumentPart.Unplaced, "", line.Text, line.Place)));
        var first = head.Count == 0 ? int.MaxValue : head.Min(piece => piece.Place.First);
        pieces.AddRange(stray.Where(piece => piece.Place.First < first));
        pieces.AddRange(head);
        pieces.AddRange(stray.Where(piece => piece.Place.First >= first));
    }

    private static Piece Body(DocumentPart part, IReadOnlyList<TextLine> lines) => new(part, "", string.Join(' ', lines.Select(line => line.Text)), Span(lines));

    /// <summary>
    /// What each line is. Quốc hiệu, Tiêu ngữ, number and date may be broken over lines where a web page broke them; one such run is told by the
    /// words it makes together.
    /// </summary>
    private static Role[] Roles(List<TextLine> lines)
    {
        var roles = new Role[lines.Count];
        var isSet = new bool[lines.Count];
        foreach (var (role, whole) in new[]
        {
            (Role.NationalName, NationalName()), (Role.Motto, Motto()), (Role.Number, Number()), (Role.PlaceAndDate, PlaceAndDate()),
        })
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var run = Enumerable.Range(1, 3)
                    .Where(count => i + count <= lines.Count && !isSet.AsSpan(i, count).Contains(true))
                    .FirstOrDefault(count => whole.Match(string.Join(' ', lines.Skip(i).Take(count).Select(line => line.Text))) is { Success: true } match
                        && match.Length == lines.Skip(i).Take(count).Sum(line => line.Text.Length + 1) - 1);
                for (var k = i; k < i + run; k++)
                {
                    (roles[k], isSet[k]) = (role, true);
                }

                if (run > 0)
                {
                    break;
                }
            }
        }

        var about = lines.FindIndex(line => About().IsMatch(line.Text));
        var hasAnchors = isSet.Contains(true);
        for (var i = 0; i < lines.Count; i++)
        {
            if (isSet[i])
            {
                continue;
            }

            roles[i] = about >= 0 && i >= about && lines.Skip(about).Take(i - about).Select((_, k) => about + k).All(k => !isSet[k]) ? Role.Subject
                : hasAnchors && IsBody(lines, i) ? Role.Body
                : Role.Stray;
        }

        return roles;
    }

    /// <summary>A name of a body: in capitals, or, in a head that has none in capitals, one that begins like such a name.</summary>
    private static bool IsBody(List<TextLine> lines, int index)
    {
        var text = lines[index].Text;
        if (text.Length > LongestName || text.Any(char.IsAsciiDigit) || text.EndsWith('.') || Draft().IsMatch(text))
        {
            return false;
        }

        return Wording.IsCapitals(text)
            || (BodyName().IsMatch(text) && !text.Contains(':')
                && !lines.Exists(line => Wording.IsCapitals(line.Text) && !NationalName().IsMatch(line.Text) && !Draft().IsMatch(line.Text)));
    }

    /// <summary>Bodies one by one: "ỦY BAN NHÂN DÂN" and "XÃ SƠN TRUNG" are one.</summary>
    private static List<List<TextLine>> Bodies(List<TextLine> lines)
    {
        var groups = new List<List<TextLine>>();
        foreach (var line in lines)
        {
            if (groups.Count > 0 && (Wording.Post().IsMatch(groups[^1][^1].Text) || Area().IsMatch(line.Text) || Wording.IsDangling(groups[^1][^1].Text)))
            {
                groups[^1].Add(line);
            }
            else
            {
                groups.Add([line]);
            }
        }

        return groups;
    }

    /// <summary>A line in which the parts of the head follow one another with single spaces, one part at a time.</summary>
    private static IEnumerable<TextLine> CutAtAnchors(TextLine line)
    {
        var rest = line.Text;
        while (rest.Length > 0)
        {
            var match = Anchor().Matches(rest).Where(found => found.Length < rest.Length).OrderBy(found => found.Index).FirstOrDefault();
            if (match is null)
            {
                yield return line with { Raw = rest, Text = rest };
                yield break;
            }

            var before = rest[..match.Index].Trim();
            if (before.Length > 0)
            {
                yield return line with { Raw = before, Text = before };
            }

            yield return line with { Raw = match.Value.Trim(), Text = match.Value.Trim() };
            rest = rest[(match.Index + match.Length)..].Trim(' ', '|');
        }
    }

    private static int ReadTitle(IReadOnlyList<TextLine> lines, int at, List<Piece> pieces)
    {
        var words = lines[at].Text.Split(' ');
        var count = Wording.KindWords(lines[at].Text);
        pieces.Add(new Piece(DocumentPart.Kind, "", string.Join(' ', words.Take(count)), lines[at].Place));
        var subject = new List<Piece>();
        if (words.Length > count)
        {
            subject.Add(new Piece(DocumentPart.Subject, "", string.Join(' ', words.Skip(count)), lines[at].Place));
        }

        var i = at + 1;
        for (; i < lines.Count; i++)
        {
            if (!GoesOn(lines, i, subject))
            {
                break;
            }

            // A line that goes on with a small letter was broken by the page, unless it is known to have been broken by its author.
            if (subject.Count > 0 && (lines[i - 1].Break is LineBreakKind.Unknown or LineBreakKind.Wrapped)
                && Wording.BeginsSmall(lines[i].Text) && !subject[^1].Text.EndsWith(')'))
            {
                subject[^1] = subject[^1] with { Text = $"{subject[^1].Text} {lines[i].Text}", Place = new LineSpan(subject[^1].Place.First, lines[i].Index) };
            }
            else
            {
                subject.Add(new Piece(DocumentPart.Subject, "", lines[i].Text, lines[i].Place));
            }
        }

        pieces.AddRange(subject);
        return i;
    }

    private static bool GoesOn(IReadOnlyList<TextLine> lines, int index, List<Piece> subject)
    {
        var text = lines[index].Text;
        if (text.Length > LongestTitle || Wording.Addressees().IsMatch(text) || Marks.Of(text) is not null || Marks.IsSection(text)
            || Wording.Recipients().IsMatch(text) || IsBasis(text))
        {
            return false;
        }

        if (text[0] == '(' && text.EndsWith(')'))
        {
            return true;
        }

        if (subject.Count == 0)
        {
            return !(Wording.IsTerminated(text) && text.Length > 120);
        }

        var before = subject[^1].Text;
        if (before.EndsWith(',') || (Wording.BeginsSmall(text) && !Wording.IsTerminated(before)) || (Wording.IsDangling(before) && !Wording.IsTerminated(text)))
        {
            return true;
        }

        // After the rule below the subject, or a terminated sentence, the text begins.
        return lines[index].BlankBefore == lines[index - 1].BlankBefore && !Wording.IsTerminated(text) && !Wording.Opening().IsMatch(text)
            && text.Length < 100 && subject.Count < 4 && Wording.IsCapitals(text) == Wording.IsCapitals(before) && !IsIssuer(lines, index);
    }

    /// <summary>Thẩm quyền ban hành (Mẫu 1.1–1.3): the body or post between the subject of a decision and its bases.</summary>
    private static bool IsIssuer(IReadOnlyList<TextLine> lines, int index) =>
        index + 1 < lines.Count && Wording.IsCapitals(lines[index].Text) && lines[index + 1].Text.StartsWith("Căn cứ", StringComparison.OrdinalIgnoreCase)
        && (Wording.Post().IsMatch(lines[index].Text) || BodyInCapitals().IsMatch(lines[index].Text));

    /// <summary>A citation, or the sentence that opens the text.</summary>
    private static bool IsBasis(string text) =>
        Wording.Opening().IsMatch(text) && (Cited().IsMatch(text) || text.EndsWith(';') || text.EndsWith(':') || text.StartsWith("Căn cứ", StringComparison.OrdinalIgnoreCase));

    private static int ReadAddressees(IReadOnlyList<TextLine> lines, int from, List<Piece> pieces)
    {
        if (from >= lines.Count || Wording.Addressees().Match(lines[from].Text) is not { Success: true } caption)
        {
            return from;
        }

        var own = new List<Piece>();
        Add(caption.Groups["rest"].Value, lines[from]);
        var i = from + 1;
        for (; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (Marks.Dash(text) is not null && (own.Count == 0 || own[^1].Label.Length > 0) && (own.Count == 0 || !own[^1].Text.EndsWith('.')))
            {
                Add(text, lines[i]);
            }
            else if (own.Count > 0 && !Wording.IsTerminated(own[^1].Text) && IsMore(own[^1], text))
            {
                own[^1] = own[^1] with { Text = $"{own[^1].Text} {text}", Place = new LineSpan(own[^1].Place.First, lines[i].Index) };
            }
            else if (own.Count == 0 && text.Length < LongestName && !Wording.Opening().IsMatch(text) && Marks.Of(text) is null)
            {
                Add(text, lines[i]);
            }
            else
            {
                break;
            }
        }

        pieces.AddRange(own);
        return i;

        void Add(string text, TextLine line) => own.AddRange(Entries(text).Select(entry => new Piece(DocumentPart.Addressee, entry.Label, entry.Text, line.Place)));

        static bool IsMore(Piece last, string text) => Marks.Of(text) is null && !Wording.Opening().IsMatch(text) && text.Length < LongestName
            && (Wording.BeginsSmall(text) || Wording.IsDangling(last.Text) || (last.Label.Length > 0 && Wording.IsTerminated(text)));
    }

    /// <summary>"- A; - B." on one line are two entries.</summary>
    internal static IEnumerable<(string Label, string Text)> Entries(string text)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        foreach (var part in EntryBreak().Split(text).Where(part => part.Length > 0))
        {
            yield return Marks.Dash(part) is { } mark ? (mark.Label, mark.Text) : ("", part);
        }
    }

    internal static LineSpan Span(IReadOnlyList<TextLine> lines) => new(lines.Min(line => line.Index), lines.Max(line => line.Index));

    /// <summary>"CHỦ TỊCH ỦY BAN NHÂN DÂN": a post that issues, not one that signs.</summary>
    internal static bool IsBodyOfPost(string text) => Wording.Post().Match(text) is { Success: true } post && BodyInCapitals().IsMatch(text[post.Length..].TrimStart());

    /// <summary>Whether a line is Quốc hiệu.</summary>
    internal static bool IsNationalName(string text) => NationalName().IsMatch(text);

    private const string NationalNameWords = @"CỘNG\s+(?:HÒA|HOÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM";

    private const string MottoWords = @"[Đđ]ộc\s+[Ll]ập\s*[-–—]\s*[Tt]ự\s+[Dd]o\s*[-–—]\s*[Hh]ạnh\s+[Pp]húc";

    private const string NumberWords = @"(?<=^|[\s|])Số\s*:?[\s\d.…_]*[/\-]\s*[\p{L}\d.…]+(?:\s?[-/&.–]\s?[\p{Lu}\d][\p{L}\d]*)*";

    private const string DateWords = @"ngày[\s\d.…_]*tháng[\s\d.…_]*năm(?:[\s.…_]*\d[\d.…_]*|[\s.…_]*)";

    private const string PlaceWords = @"(?<=^|[\s|])\p{Lu}[\p{L}’'\-.]*(?:\s[\p{L}\d’'\-.–]+){0,6}\s?,\s*";

    [GeneratedRegex(NationalNameWords)]
    private static partial Regex NationalName();

    [GeneratedRegex(MottoWords)]
    private static partial Regex Motto();

    [GeneratedRegex(NumberWords + @"\.?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:" + PlaceWords + @"|^[.…_\s]*,?\s*)" + DateWords)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(NationalNameWords + "|" + MottoWords + "|" + NumberWords + "|" + PlaceWords + DateWords)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^(?:V/v|Về\s+việc)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH|TP\b|VÀ\b|ĐẶC KHU)", RegexOptions.CultureInvariant)]
    private static partial Regex Area();

    [GeneratedRegex(@"^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|BỘ|SỞ|CHÍNH PHỦ|QUỐC HỘI|BAN|TÒA ÁN|TOÀ ÁN|VIỆN|PHÒNG|CỤC|CHI CỤC|TỔNG CỤC)\s")]
    private static partial Regex BodyInCapitals();

    [GeneratedRegex(@"^(?:Bộ|Sở|UBND|Ủy ban|Uỷ ban|Phòng|Ban|Hội|Đảng ủy|Đảng uỷ|Trường|Trung tâm|Công an|Cục|Chi cục|Tổng cục|Văn phòng|Mặt trận|Đoàn|Chính phủ|Quốc hội|Viện|Tòa án)\s+\p{Lu}")]
    private static partial Regex BodyName();

    [GeneratedRegex(@"^(?:DỰ\s*THẢO|HỎA TỐC|HOẢ TỐC|KHẨN|THƯỢNG KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT|BẢN SAO|SAO Y)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Draft();

    [GeneratedRegex(@"\bsố\s*:?\s*\d|/[\p{L}]{2,}|\bLuật\b|\bNghị quyết\b|\bCông văn\b", RegexOptions.CultureInvariant)]
    private static partial Regex Cited();

    [GeneratedRegex(@"(?<=[;.])\s+(?=[-–—•]\s)")]
    private static partial Regex EntryBreak();
}
