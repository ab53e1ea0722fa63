using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>"TM.", "KT.", "TL.", "TUQ.", "Q." with their dots, in capitals (II.7.b, đ).</summary>
internal sealed partial class AuthorityMarks : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-QUYEN-HAN", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.AuthorityTitle, FormRuleTexts.AuthorityBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var line in text.Facts.Of(DocumentPart.Authority))
        {
            if (Loose().Match(line.Text) is { Success: true } mark)
            {
                var written = $"{mark.Groups["mark"].Value.Replace("/", "", StringComparison.Ordinal).ToUpperInvariant()}. ";
                yield return At(new TextPlace(line, mark.Index, mark.Length), Say(FormRuleTexts.AuthorityMark, written.Trim()), written, isSafe: true);
            }
            else if (!TextFacts.IsUpper(line.Text) && line.Text.Any(char.IsLetter) && !line.Text.TrimStart().StartsWith('('))
            {
                var capitals = line.Text.ToUpper(TextFacts.Vietnamese);
                yield return At(line, Say(FormRuleTexts.AuthorityCapitals, capitals), capitals, isSafe: true);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<mark>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)(?:\s*[:/]\s*|\s+|\.(?=\S)|\s+\.\s*)(?=\p{L})")]
    private static partial Regex Loose();
}

/// <summary>The mark fits the post that stands below it (II.7.b, Điều 13).</summary>
internal sealed partial class AuthorityFitsPost : CheckRule
{
    /// <summary>What a chairman may also sign in his own name.</summary>
    private static readonly string[] OfTheHeadToo = ["Quyết định", "Chỉ thị", "Thông báo", "Công điện", "Giấy mời", "Giấy ủy quyền", "Công văn"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-CHUC-VU", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.PostTitle, FormRuleTexts.PostBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var lines = text.Facts.Of(DocumentPart.Authority).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        var post = lines[^1];
        var isMarked = Mark().IsMatch(post.Text);
        if (Deputy().IsMatch(post.Text) && !isMarked && !lines.Exists(line => Mark().Match(line.Text) is { Success: true } mark && mark.Value.TrimStart().StartsWith("KT", StringComparison.Ordinal)))
        {
            yield return At(post, lines.Exists(line => Mark().IsMatch(line.Text)) && !lines.Exists(IsOnBehalf) ? FormRuleTexts.DeputyByOrder : FormRuleTexts.DeputyWithoutFor);
        }
        else if (isMarked && Mark().Match(post.Text).Value.Trim('.', ' ') is "KT" or "TL" or "TUQ" or "TM")
        {
            yield return At(post, Say(FormRuleTexts.PostMissing, post.Text.Trim()));
        }
        else if (text.Facts.Kind is { } kind && !OfTheHeadToo.Contains(kind) && text.Facts.AgencyKey.StartsWith("ubnd ", StringComparison.Ordinal)
            && Chairman().IsMatch(post.Text) && !lines.Exists(line => Mark().IsMatch(line.Text)))
        {
            yield return At(post, Say(FormRuleTexts.NotOnBehalf, kind));
        }
    }

    private static bool IsOnBehalf(ReadBlock line) => line.Text.TrimStart().StartsWith("TM", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:TM|T/M|KT|K/T|TL|TUQ|Q)(?:\.|\s)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*PHÓ\s")]
    private static partial Regex Deputy();

    [GeneratedRegex(@"^\s*CHỦ TỊCH(?!\p{L})")]
    private static partial Regex Chairman();
}

/// <summary>No title before the signer's name, and the name in lower case (II.7.c, đ).</summary>
internal sealed partial class SignerWithoutTitle : CheckRule
{
    /// <summary>Whose heads decide on titles themselves.</summary>
    private static readonly string[] Free = ["CÔNG AN", "QUÂN SỰ", "BIÊN PHÒNG", "BỆNH VIỆN", "TRƯỜNG", "HỌC VIỆN", "VIỆN", "TRẠM Y TẾ", "TRUNG TÂM Y TẾ", "QUỐC PHÒNG"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-HO-TEN", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.SignerTitle, FormRuleTexts.SignerBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Facts.First(DocumentPart.SignerName) is not { } name)
        {
            yield break;
        }

        var agency = string.Join(' ', text.Facts.Of(DocumentPart.Agency).Concat(text.Facts.Of(DocumentPart.Superior)).Select(block => block.Text)).ToUpper(TextFacts.Vietnamese);
        if (Title().Match(name.Text) is { Success: true } title)
        {
            if (!Array.Exists(Free, agency.Contains))
            {
                yield return At(new TextPlace(name, title.Index, title.Length), Say(FormRuleTexts.SignerHasTitle, title.Value.Trim()), "", isSafe: true);
            }
        }
        else if (name.Text.Contains(' ', StringComparison.Ordinal) && TextFacts.IsUpper(name.Text))
        {
            var lower = TextFacts.Vietnamese.TextInfo.ToTitleCase(name.Text.ToLower(TextFacts.Vietnamese));
            yield return At(name, Say(FormRuleTexts.SignerInCapitals, lower), lower, isSafe: true);
        }
    }

    [GeneratedRegex(@"^\s*(?:(?:PGS\.?|GS\.?|TS\.?|ThS\.?|Th\.S\.?|BS\.?|BSCKI{1,2}\.?|KS\.?|CN\.?|LS\.?|NGƯT\.?|NGND\.?|TTƯT\.?|Thạc sĩ|Thạc sỹ|Tiến sĩ|Tiến sỹ|Phó [Gg]iáo sư|Giáo sư|Bác sĩ|Bác sỹ|Kỹ sư|Cử nhân|Luật sư|Ông|Bà|Đ/c|Đồng chí)[\s.,]+)+(?=\p{Lu})")]
    private static partial Regex Title();
}
