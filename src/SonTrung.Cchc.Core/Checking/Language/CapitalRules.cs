using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>What the rules of capitals have in common: lines of capitals say nothing.</summary>
internal abstract class CapitalRule : LanguageRule
{
    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) =>
        (IsBody(block) || block.Part is DocumentPart.Subject or DocumentPart.Addressee or DocumentPart.Recipient or DocumentPart.Unplaced or DocumentPart.Appendix) && !TextWord.IsTitle(block.Text);

    /// <summary>A word with a capital first, or without.</summary>
    protected static string Cased(string word, bool capital) =>
        (capital ? char.ToUpperInvariant(word[0]) : char.ToLowerInvariant(word[0])) + word[1..].ToLowerInvariant();
}

/// <summary>"gì? ý nghĩa": a sentence begins with a capital, so does a line (Phụ lục II, I).</summary>
internal sealed partial class SentenceCapital : CapitalRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-DAU-CAU", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.SentenceTitle, LanguageRuleTexts.SentenceBasis);

    /// <inheritdoc/>
    protected override bool AppliesTo(ReadBlock block) => IsBody(block);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        if (LineStart().Match(block.Text) is { Success: true } first && VietnameseSyllable.IsValid(first.Groups["word"].Value))
        {
            yield return Say(first.Groups["word"]);
        }

        foreach (Match match in SentenceStart().Matches(block.Text))
        {
            if (VietnameseSyllable.IsValid(match.Groups["before"].Value) && VietnameseSyllable.IsValid(match.Groups["word"].Value))
            {
                yield return Say(match.Groups["word"]);
            }
        }

        Finding Say(Group word)
        {
            var written = Cased(word.Value, capital: true);
            return Mark(block, word.Index, word.Length, Fill(LanguageRuleTexts.Sentence, written), written, isSafe: true);
        }
    }

    [GeneratedRegex(@"^[“""(]?(?<word>\p{Ll}{2,})(?=[\s,])")]
    private static partial Regex LineStart();

    /// <summary>Behind a word in full, not an abbreviation ("v.v. và", "TP. vinh") nor an ellipsis.</summary>
    [GeneratedRegex(@"(?<!\p{L}|\.)(?<before>\p{L}{3,}|là|có|về|gì|ra|xã|tế|đó|ở|số)[.!?]\s+[“""]?(?<word>\p{Ll}+)(?=[\s,])")]
    private static partial Regex SentenceStart();
}

/// <summary>"Ủy Ban nhân dân", "Phòng nội vụ", "Mặt trận tổ quốc" (Phụ lục II, IV.1).</summary>
internal sealed class BodyCapitals : CapitalRule
{
    /// <summary>Here the word is a common one: "phi chính phủ", "chính phủ điện tử", "chính phủ số".</summary>
    private static readonly FrozenSet<string> CommonBefore = FrozenSet.ToFrozenSet(["phi", "liên"]);

    private static readonly FrozenSet<string> CommonBehind = FrozenSet.ToFrozenSet(["điện", "số", "kiến", "hai", "cũ", "mở"]);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-CO-QUAN", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.BodyTitle, LanguageRuleTexts.BodyBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var words = LanguageFacts.Of(text).Words(block);
        for (var i = 0; i < words.Count; i++)
        {
            if (BodyNames.At(words, i, block.Text) is not { } name)
            {
                continue;
            }

            var last = i + name.Keys.Count - 1;
            var isCompound = i > 0 && words[i] is { IsJoined: true, Case: WordCase.Lower } && (CommonBefore.Contains(words[i - 1].Key) || OfficialLexicon.Instance.HasWord($"{words[i - 1].Key} {words[i].Key}"));
            var isCommon = isCompound || name.Keys.Count == 2 && last + 1 < words.Count && words[last + 1].IsJoined && words[last + 1].Case == WordCase.Lower && CommonBehind.Contains(words[last + 1].Key);
            var isName = name.IsAlways || words[i].Case != WordCase.Lower || Enumerable.Range(i + 1, last - i).Any(at => name.Capitals[at - i] && words[at].Case != WordCase.Lower);
            if (isName && !isCommon && Write(block.Text, words, i, name) is var written && written != block.Text[words[i].Start..words[last].End])
            {
                yield return Mark(block, words[i].Start, written.Length, Fill(LanguageRuleTexts.Body, written), written, isSafe: true);
            }

            i = last;
        }
    }

    private static string Write(string text, IReadOnlyList<TextWord> words, int start, BodyName name)
    {
        var written = new StringBuilder();
        for (var i = 0; i < name.Keys.Count; i++)
        {
            var word = words[start + i];
            if (i > 0)
            {
                written.Append(text, words[start + i - 1].End, word.Start - words[start + i - 1].End);
            }

            // "UBND" inside a name, and a line's own capitals, stay.
            written.Append(word.Case == WordCase.Upper ? word.Text : Cased(word.Text, name.Capitals[i]));
        }

        return written.ToString();
    }
}

/// <summary>"UBND Xã", "Xã Sơn Trung" inside a sentence: only the proper part has capitals (Phụ lục II, III.1.a).</summary>
internal sealed partial class UnitCapitals : CapitalRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-DON-VI", RuleKind.Typography, FindingSeverity.Warning, LanguageRuleTexts.UnitTitle, LanguageRuleTexts.UnitBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Unit().Matches(block.Text))
        {
            var unit = match.Groups["unit"];
            var name = match.Groups["name"].Value;

            // With a number, a person or an event the word belongs to the name ("Quận 1", "Phường Điện Biên Phủ").
            if (Person().IsMatch(name))
            {
                continue;
            }

            var written = unit.Value.ToLowerInvariant();
            yield return Mark(block, unit.Index, unit.Length, Fill(LanguageRuleTexts.Unit, written), written, isSafe: true);
        }
    }

    [GeneratedRegex(@"(?:(?<=\b(?:UBND|HĐND|MTTQ|UBMTTQ|Đảng ủy|Đảng uỷ|nhân dân|Công an)\s)(?<unit>Xã|Phường|Huyện|Tỉnh|Thị trấn|Thị xã|Quận)(?!\p{L})(?!\s(?:đoàn|đội|ủy|uỷ)(?!\p{L}))|(?<=\p{Ll},?\s)(?<unit>Xã|Phường|Huyện|Tỉnh|Thị trấn|Thị xã|Thôn|Quận))(?:\s(?<name>\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*)*)|(?<name>)(?<=(?:UBND|HĐND|MTTQ|UBMTTQ|Đảng ủy|Đảng uỷ|nhân dân|Công an)\s\k<unit>))(?!\p{L})")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:Nguyễn|Trần|Lê|Phạm|Phan|Võ|Vũ|Đặng|Hoàng|Huỳnh|Ngô|Lý|Đinh|Hồ|Bùi|Đỗ|Dương|Đoàn|Lương|Mạc|Tôn|Hai Bà|Bà|Quang|Điện Biên|Cách|Ba Tháng|Thống|Chiến)(?:\s|$)")]
    private static partial Regex Person();
}

/// <summary>"Nhân dân", "Nhà nước" as nouns (Phụ lục II, V.1); behind another noun they describe it and stay small: "quản lý nhà nước".</summary>
internal sealed partial class PeopleAndState : CapitalRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-NHAN-DAN", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.PeopleTitle, LanguageRuleTexts.PeopleBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in Noun().Matches(block.Text))
        {
            var word = match.Groups["noun"];
            var written = Cased(word.Value[..1], capital: true) + word.Value[1..];
            yield return Mark(block, word.Index, word.Length, Fill(LanguageRuleTexts.People, written), written, isSafe: false);
        }
    }

    [GeneratedRegex(@"(?:^|[,;:(]\s?|(?<!\p{L})(?i:của|cho|với|do|được|bởi|vì|về|trong|tới|đến|và|phục vụ|giúp|để|đối với|tuyên truyền|vận động|lấy ý kiến|người|cùng|từ|ở|mà)\s)(?<noun>nhân dân(?!\stệ)|(?<!(?:quản lý|hành chính|cơ quan|ngân sách|công chức|tổ chức|doanh nghiệp|kinh tế|pháp luật)\s(?:và|của|,)\s)nhà nước(?=\s(?:và|ta|giao|ban hành|quy định|về|đã|có|cho|trao|bảo|thu|cấp|hỗ trợ|đầu tư)|[,.;:]|$))(?!\p{L})")]
    private static partial Regex Noun();
}

/// <summary>"khoản 2 Điều 5", "Chương II" (Phụ lục II, V.7 and its examples).</summary>
internal sealed partial class CitationCapitals : CapitalRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-VIEN-DAN", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.CitingTitle, LanguageRuleTexts.CitingBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in TooSmall().Matches(block.Text).Concat(TooBig().Matches(block.Text)))
        {
            var word = match.Groups["word"];
            var written = char.IsLower(word.Value[0]) ? Cased(word.Value[..1], capital: true) + word.Value[1..] : word.Value.ToLowerInvariant();
            yield return Mark(block, word.Index, word.Length, Fill(LanguageRuleTexts.Citing, written), written, isSafe: true);
        }

        // "kế hoạch số 25/KH-UBND": a certain document has a name (V.6).
        foreach (var cited in text.Facts.Citations.Where(cited => ReferenceEquals(cited.Block, block) && cited.Kind.Length > 0 && char.IsLower(cited.Place.Text[0])))
        {
            var kind = cited.Place.Text.Split(' ')[0];
            yield return Mark(block, cited.Place.Start, kind.Length, Fill(LanguageRuleTexts.Citing, cited.Kind), Cased(kind, capital: true), isSafe: true);
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(?:(?<word>điều)\s\d{1,3}(?=\s(?:của|và|Nghị|Luật|Thông|Quyết|Bộ|Pháp|Hiến|Quy|này|Chương|Mục|Phụ)|[,.;)])|(?<=(?:khoản|Khoản)\s\d{1,2},?\s)(?<word>điều)\s\d|(?<word>chương|phần|tiểu mục|phụ lục)\s(?:[IVX]+|\d{1,2})(?=\s(?:của|Nghị|Luật|Thông|Quyết|Quy|này|ban hành|kèm)|[,.;)]))")]
    private static partial Regex TooSmall();

    [GeneratedRegex(@"(?<=(?:\p{Ll}|[,;])\s)(?<word>Khoản|Điểm)\s(?:\d{1,2}|[a-zđ])(?=\s(?:khoản|Khoản|Điều|điều|của|và|này)|,\s)")]
    private static partial Regex TooBig();
}

/// <summary>A post beside a person's name has a capital (Phụ lục II, V.3), and only its first syllable.</summary>
internal sealed partial class PostCapitals : CapitalRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-CHUC-VU", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.PostTitle, LanguageRuleTexts.PostBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        foreach (Match match in BesideName().Matches(block.Text).Concat(EachSyllable().Matches(block.Text)))
        {
            var post = match.Groups["post"];
            var syllables = post.Value.Split(' ');
            var isDeputy = syllables.Length == 3 && syllables[0] is "Phó" or "phó";
            var written = string.Join(' ', syllables.Select((syllable, i) => Cased(syllable, capital: i == 0 || (isDeputy && i == 1))));
            if (written != post.Value)
            {
                yield return Mark(block, post.Index, post.Length, Fill(LanguageRuleTexts.Post, written), written, isSafe: true);
            }
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(?<post>(?:phó )?(?:chủ tịch|bí thư|giám đốc|chủ nhiệm|trưởng phòng|hiệu trưởng))\s(?:(?:UBND|HĐND)(?:\s(?:xã|phường|huyện|tỉnh))?\s)?(?=(?:ông |bà |đồng chí )?(?:Nguyễn|Trần|Lê|Phạm|Phan|Võ|Vũ|Đặng|Hoàng|Huỳnh|Ngô|Lý|Đinh|Hồ|Bùi|Đỗ|Dương|Đào|Cao|Hà|Mai|Trịnh|Thái|Tô|Từ|Tạ|Lương|Đoàn)\s\p{Lu}\p{Ll})")]
    private static partial Regex BesideName();

    [GeneratedRegex(@"(?<!\p{L})(?<post>(?:Phó )?(?:Chủ Tịch|Bí Thư|Giám Đốc|Chủ Nhiệm|Trưởng Phòng|Hiệu Trưởng))(?!\p{L})")]
    private static partial Regex EachSyllable();
}

/// <summary>"công tác Cải cách hành chính" in a text that writes it small elsewhere: no reason for the capital is to be seen.</summary>
internal sealed class MidSentenceCapital : CapitalRule
{
    private const int LongestThing = 5;

    /// <summary>Things that no body, document or post is named by; in names they stand behind a word that has a capital.</summary>
    private static readonly FrozenSet<string> Things = FrozenSet.ToFrozenSet(
        new[]
        {
            "cải cách hành chính", "cải cách thủ tục hành chính", "thủ tục hành chính", "dịch vụ công", "dịch vụ công trực tuyến", "chuyển đổi số", "chính quyền", "chính quyền địa phương", "cán bộ",
            "công chức", "viên chức", "người dân", "doanh nghiệp", "tổ chức", "cá nhân", "đoàn thể", "hồ sơ", "công tác", "nhiệm vụ", "nội dung", "hình thức", "giải pháp", "mục tiêu", "tuyên truyền",
            "loa truyền thanh", "đài truyền thanh", "hội nghị", "pano", "tờ gấp", "khẩu hiệu", "băng rôn", "pháp luật", "địa phương", "cơ quan", "đơn vị", "lãnh đạo", "nông thôn mới", "kinh tế", "xã hội",
            "văn hóa", "môi trường", "an ninh", "quốc phòng", "giáo dục", "y tế", "công nghệ thông tin", "thông tin", "kết quả", "tồn tại", "hạn chế", "nguyên nhân", "kinh phí", "trách nhiệm",
        }.Select(thing => string.Join(' ', thing.Split(' ').Select(OfficialLexicon.Key))));

    /// <summary>Those of them that no name begins with: one capital is enough to tell.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        new[] { "loa truyền thanh", "đài truyền thanh", "người dân", "hồ sơ", "tờ gấp", "khẩu hiệu", "băng rôn", "nội dung", "kinh phí", "nguyên nhân", "hạn chế", "tồn tại" }
            .Select(thing => string.Join(' ', thing.Split(' ').Select(OfficialLexicon.Key))));

    private static readonly FrozenSet<string> Linking = FrozenSet.ToFrozenSet(
        new[] { "về", "các", "những", "với", "cho", "của", "trong", "qua", "theo", "từ", "tại", "do", "và", "có", "là" }.Select(OfficialLexicon.Key));

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-GIUA-CAU", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.MiddleTitle, LanguageRuleTexts.MiddleBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var facts = LanguageFacts.Of(text);
        var words = facts.Words(block);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] is not { Case: WordCase.Capital, BeginsSentence: false, IsSyllable: true } || !GoesOn(block.Text, words, i)
                || IsInName(words, i) || BodyNames.At(words, i, block.Text) is not null)
            {
                continue;
            }

            if (ThingsAt(words, i).FirstOrDefault(thing => facts.HasSmallPhrase(thing.Key) || (words[i].IsJoined && Plain.Contains(thing.Key))) is { Length: > 0 } found)
            {
                var length = found.Length;
                var written = Cased(words[i].Text, capital: false);
                yield return Mark(block, words[i].Start, words[i].Text.Length, Fill(LanguageRuleTexts.Middle, block.Text[words[i].Start..words[i + length - 1].End]), written, isSafe: false);
            }
        }
    }

    /// <summary>Whether the sentence simply goes on: behind a small word, a linking word that only begins the line ("Về Nội dung"), or a comma.</summary>
    private static bool GoesOn(string text, IReadOnlyList<TextWord> words, int at)
    {
        var before = words[at - 1];
        return words[at].IsJoined
            ? before.Case == WordCase.Lower || (before.BeginsSentence && Linking.Contains(before.Key))
            : text.AsSpan(before.End, words[at].Start - before.End).Trim() is ",";
    }

    /// <summary>"Kế hoạch Cải cách hành chính": behind a word that has a capital of its own, this one belongs to the same name.</summary>
    private static bool IsInName(IReadOnlyList<TextWord> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4 && words[i + 1].IsJoined; i--)
        {
            if (words[i].Case != WordCase.Lower && (!words[i].BeginsSentence || OfficialLexicon.Instance.HasWord(string.Join(' ', words.Skip(i).Take(at - i).Select(word => word.Key)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The things that begin with this capital and go on in small letters, the longest first, each with its number of words.</summary>
    private static IEnumerable<(string Key, int Length)> ThingsAt(IReadOnlyList<TextWord> words, int start)
    {
        var keys = words[start].Key;
        var found = new Stack<(string, int)>();
        for (var end = start + 1; end < words.Count && end < start + LongestThing && words[end].IsJoined && words[end].Case == WordCase.Lower; end++)
        {
            keys = $"{keys} {words[end].Key}";
            if (Things.Contains(keys))
            {
                found.Push((keys, end - start + 1));
            }
        }

        return found;
    }
}

/// <summary>"…; Đăng tải đầy đủ": behind a comma or semicolon the sentence goes on in small letters (Phụ lục II, I).</summary>
internal sealed class CapitalAfterMark : CapitalRule
{
    /// <summary>Deeds, which no name begins with, and the words that second lines of titles begin with.</summary>
    private static readonly FrozenSet<string> Deeds = FrozenSet.ToFrozenSet(
        new[]
        {
            "ban hành", "bảo đảm", "bố trí", "bồi dưỡng", "cập nhật", "chấp hành", "chú trọng", "chủ động", "công khai", "cung cấp", "duy trì", "đăng tải", "đảm bảo", "đánh giá", "đẩy mạnh", "đề nghị",
            "đề xuất", "đôn đốc", "đối thoại", "đổi mới", "giải quyết", "gắn kết", "giám sát", "hoàn thành", "hoàn thiện", "huy động", "hướng dẫn", "kết hợp", "khắc phục", "khảo sát", "khuyến khích",
            "kịp thời", "lồng ghép", "mở rộng", "nâng cao", "nêu cao", "niêm yết", "phát động", "phát hành", "phát huy", "phân công", "phấn đấu", "phê bình", "phối hợp", "phổ biến", "phục vụ", "quan tâm",
            "quán triệt", "rà soát", "sử dụng", "tạo điều", "tăng cường", "tập huấn", "tập trung", "tham gia", "tham mưu", "thay thế", "theo dõi", "thực hiện", "tiếp nhận", "tiếp tục", "tổ chức", "tổng hợp",
            "triển khai", "trả lời", "trả kết", "tuyên truyền", "vận động", "xây dựng", "xử lý", "ứng dụng", "phương hướng", "nhiệm vụ",
        }.Select(deed => string.Join(' ', deed.Split(' ').Select(OfficialLexicon.Key))));

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("H-SAU-DAU", RuleKind.Typography, FindingSeverity.Hint, LanguageRuleTexts.AfterMarkTitle, LanguageRuleTexts.AfterMarkBasis);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedText text, ReadBlock block)
    {
        var words = LanguageFacts.Of(text).Words(block);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Case == WordCase.Capital && words[i + 1] is { IsJoined: true, Case: WordCase.Lower }
                && MarkBefore(text, block, words, i) is ";" or "," && Deeds.Contains($"{words[i].Key} {words[i + 1].Key}")
                // "Tổ chức Y tế Thế giới"
                && !(i + 2 < words.Count && words[i + 2] is { IsJoined: true, Case: WordCase.Capital }))
            {
                var written = Cased(words[i].Text, capital: false);
                yield return Mark(block, words[i].Start, words[i].Text.Length, Fill(LanguageRuleTexts.AfterMark, MarkBefore(text, block, words, i), written), written, isSafe: true);
            }
        }
    }

    /// <summary>What stands in front of a word; for the first of a line of the title, what ends the line above.</summary>
    private static string MarkBefore(CheckedText text, ReadBlock block, IReadOnlyList<TextWord> words, int at)
    {
        if (at > 0)
        {
            return block.Text[words[at - 1].End..words[at].Start].Trim();
        }

        var above = block.Part == DocumentPart.Subject ? text.Facts.Of(DocumentPart.Subject).TakeWhile(line => !ReferenceEquals(line, block)).LastOrDefault()?.Text.TrimEnd() : null;
        return above is { Length: > 0 } ? above[^1..] : "";
    }
}
