using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>What the rules of recipients share.</summary>
internal static partial class RecipientLines
{
    /// <summary>"- Như trên" is the first line where there is a Kính gửi (II.9.b).</summary>
    public static bool IsAsAbove(ReadBlock line) => AsAbove().IsMatch(line.Text);

    public static bool IsArchive(ReadBlock line) => Archive().IsMatch(line.Text);

    /// <summary>A body's name as comparable words, without what it gets the document for: "(để báo cáo)".</summary>
    public static string Key(ReadBlock line) => TextFacts.Abbreviated(InBrackets().Replace(line.Text, ""));

    [GeneratedRegex(@"^\s*(?:[Nn]hư|NHƯ)\s+(?:trên|kính gửi|Kính gửi|đã gửi|Trên)(?!\p{L})")]
    private static partial Regex AsAbove();

    [GeneratedRegex(@"^\s*[Ll]ưu(?!\p{L})")]
    private static partial Regex Archive();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InBrackets();
}

/// <summary>A report or proposal to a higher body addresses it (II.9.b).</summary>
internal sealed partial class AddresseeMissing : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-KINH-GUI", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.AddresseeTitle, FormRuleTexts.AddresseeBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var facts = text.Facts;
        if (facts.Has(DocumentPart.Addressee) || !facts.Has(DocumentPart.Recipient))
        {
            yield break;
        }

        var higher = facts.Unit?.Level switch
        {
            "xã" or "phường" or "thị trấn" or "đặc khu" => AboveCommune(),
            "huyện" or "quận" or "thị xã" => AboveDistrict(),
            _ => null,
        };
        if (facts.Kind is "Báo cáo" or "Tờ trình" && higher is not null && facts.Of(DocumentPart.Recipient).FirstOrDefault(line => higher.IsMatch(line.Text)) is { } above)
        {
            yield return At(above, Say(FormRuleTexts.AddresseeMissing, facts.Kind, above.Text.Trim().TrimEnd(';', '.')));
        }
        else if (facts.Of(DocumentPart.Recipient).FirstOrDefault(RecipientLines.IsAsAbove) is { } line)
        {
            yield return At(line, FormRuleTexts.AsAboveOfNothing);
        }
    }

    [GeneratedRegex(@"huyện|tỉnh|thành phố|(?<!\p{L})Sở\s|Trung ương|(?<!\p{L})TP\.?\s")]
    private static partial Regex AboveCommune();

    [GeneratedRegex(@"tỉnh|(?<!\p{L})Sở\s|Trung ương")]
    private static partial Regex AboveDistrict();
}

/// <summary>"- Như trên;" leads Nơi nhận where there is a Kính gửi (II.9.b).</summary>
internal sealed class AsAboveFirst : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-NHU-TREN", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.AsAboveTitle, FormRuleTexts.AsAboveBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var lines = text.Facts.Of(DocumentPart.Recipient).ToList();
        if (!text.Facts.Has(DocumentPart.Addressee) || lines.Count == 0)
        {
            yield break;
        }

        if (lines.Find(RecipientLines.IsAsAbove) is not { } line)
        {
            yield return At(lines[0], FormRuleTexts.AsAboveMissing);
        }
        else if (line != lines[0])
        {
            yield return At(line, FormRuleTexts.AsAboveNotFirst);
        }
        else if (line.Text.Contains("ính gửi", StringComparison.Ordinal))
        {
            var start = line.Text.IndexOf("ính gửi", StringComparison.Ordinal) - 1;
            yield return At(new TextPlace(line, start, "kính gửi".Length), FormRuleTexts.AsAboveWords, "trên", isSafe: true);
        }
    }
}

/// <summary>Whoever is addressed is among the recipients: by "Như trên" or by name (II.9.b).</summary>
internal sealed class AddresseeNotReceiving : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-NOI-NHAN-THIEU", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.NotReceivingTitle, FormRuleTexts.NotReceivingBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var lines = text.Facts.Of(DocumentPart.Recipient).ToList();
        if (lines.Count == 0 || lines.Exists(RecipientLines.IsAsAbove))
        {
            return [];
        }

        var keys = lines.Where(line => !RecipientLines.IsArchive(line)).Select(RecipientLines.Key).Where(key => key.Length > 0).ToList();
        return text.Facts.Of(DocumentPart.Addressee)
            .Where(addressee => RecipientLines.Key(addressee) is { Length: > 0 } key && !keys.Exists(other => Covers(other, key)))
            .Select(addressee => At(addressee, Say(FormRuleTexts.NotReceiving, addressee.Text.Trim().TrimEnd(';', '.'))));
    }

    /// <summary>"Phòng Nội vụ huyện" is "Phòng Nội vụ huyện Sơn Dương", shortened; the other way round too.</summary>
    private static bool Covers(string recipient, string addressee) =>
        $"{addressee} ".StartsWith($"{recipient} ", StringComparison.Ordinal) || $"{recipient} ".StartsWith($"{addressee} ", StringComparison.Ordinal);
}

/// <summary>Nobody receives it twice.</summary>
internal sealed class RecipientTwice : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-NOI-NHAN-LAP", RuleKind.Form, FindingSeverity.Hint, FormRuleTexts.TwiceTitle, FormRuleTexts.TwiceBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var lines = text.Facts.Of(DocumentPart.Recipient).ToList();
        var seen = lines.Exists(RecipientLines.IsAsAbove) ? text.Facts.Of(DocumentPart.Addressee).Select(RecipientLines.Key).ToHashSet() : [];
        return lines.Where(line => !RecipientLines.IsAsAbove(line) && RecipientLines.Key(line) is { Length: > 0 } key && !seen.Add(key))
            .Select(line => At(line, Say(FormRuleTexts.Twice, line.Text.Trim().TrimEnd(';', '.'))));
    }
}

/// <summary>"- Lưu: VT, …." ends Nơi nhận (II.9.d).</summary>
internal sealed partial class ArchiveLine : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-LUU", RuleKind.Form, FindingSeverity.Error, FormRuleTexts.ArchiveTitle, FormRuleTexts.ArchiveBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var lines = text.Facts.Of(DocumentPart.Recipient).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        if (lines.Find(RecipientLines.IsArchive) is not { } line)
        {
            yield return At(lines[^1], FormRuleTexts.ArchiveMissing);
            yield break;
        }

        if (Line().Match(line.Text) is { Success: true } match && Written(match) is { } written && written != match.Value.Trim())
        {
            var place = new TextPlace(line, match.Index, match.Length);
            yield return At(place, Say(WithoutClerk(match) ? FormRuleTexts.ArchiveWithoutClerk : FormRuleTexts.ArchiveForm, written), written, isSafe: true);
        }
        else if (line != lines[^1])
        {
            yield return At(line, FormRuleTexts.ArchiveNotLast);
        }
    }

    /// <summary>"Lưu: VT, VP": the clerk's file first, then the unit that drafted.</summary>
    private static string Written(Match match)
    {
        var units = Units(match).Where(unit => !IsClerk(unit)).ToList();
        var clerk = Units(match).FirstOrDefault(IsClerk);
        return $"Lưu: {string.Join(", ", units.Prepend(clerk is not null && clerk.StartsWith("VT", StringComparison.Ordinal) ? clerk : "VT"))}";
    }

    private static bool WithoutClerk(Match match) => !Units(match).Exists(IsClerk);

    private static bool IsClerk(string unit) => Clerk().IsMatch(unit);

    private static List<string> Units(Match match) =>
        [.. match.Groups["units"].Value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [GeneratedRegex(@"^\s*[Ll]ưu\s*:?\s*(?<units>[^.;]*(?:\.(?=\p{L})[^.;]*)*)(?=[.;]|\s*$)")]
    private static partial Regex Line();

    [GeneratedRegex(@"^VT(?!\p{L})|^[Vv]ăn thư$")]
    private static partial Regex Clerk();
}

/// <summary>Ends of the lines of Kính gửi and Nơi nhận (II.9.d).</summary>
internal sealed class RecipientMarks : CheckRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new(
        "F-DAU-NOI-NHAN", RuleKind.Form, FindingSeverity.Warning, FormRuleTexts.RecipientMarksTitle, FormRuleTexts.RecipientMarksBasis);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(CheckedText text) =>
        Check(text.Facts.Of(DocumentPart.Recipient).ToList())
            // One addressee stands beside the words and may go without a mark.
            .Concat(text.Facts.Of(DocumentPart.Addressee).ToList() is { Count: > 1 } addressees ? Check(addressees) : []);

    private IEnumerable<Finding> Check(List<ReadBlock> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var mark = i < lines.Count - 1 ? ';' : '.';
            var line = lines[i].Text.TrimEnd();
            if (line.Length == 0 || line[^1] == mark)
            {
                continue;
            }

            var old = line[^1] is '.' or ';' or ',' or ':' ? 1 : 0;
            var words = line[..^old].TrimEnd();
            if (words.Length > 0)
            {
                yield return At(
                    new TextPlace(lines[i], words.Length - 1, line.Length - words.Length + 1),
                    Say(mark == ';' ? FormRuleTexts.RecipientMark : FormRuleTexts.RecipientLastMark, mark),
                    $"{words[^1]}{mark}",
                    isSafe: true);
            }
        }
    }
}
