using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>What stands on the paper around the text: printed as it was, whatever letterhead and signers the portal knows of that day.</summary>
/// <param name="Superior">Cơ quan chủ quản; null when none is printed.</param>
/// <param name="Agency">Cơ quan ban hành, a line each; empty when the paper lost it.</param>
/// <param name="Authority">The lines above the signature; empty when the paper lost them.</param>
/// <param name="SignerName">Who signed; null when the paper lost it.</param>
/// <param name="ArchiveLine">What follows "Lưu: "; null when no such line is printed.</param>
/// <param name="HasRecipients">Whether the paper has Nơi nhận at all.</param>
public sealed partial record PaperHead(
    string? Superior, IReadOnlyList<string> Agency, IReadOnlyList<string> Authority, string? SignerName, string? ArchiveLine, bool HasRecipients)
{
    /// <summary>The longest number or date that has room in its half of the head, characters; more is no such line.</summary>
    private const int LongestMark = 60;

    /// <summary>Số, ký hiệu as they stand there; null when the paper lost them or never had a number.</summary>
    public string? Number { get; init; }

    /// <summary>Địa danh, ngày tháng as they stand there; null when the paper lost them or never had a date.</summary>
    public string? PlaceAndDate { get; init; }

    /// <summary>How the line of the archive begins.</summary>
    private const string Archive = "Lưu:";

    /// <summary>What the blocks of an old report say of it.</summary>
    public static PaperHead Of(IReadOnlyList<OldReportBlock> blocks)
    {
        var recipients = blocks.Where(block => block.Part == OldReportPart.Recipient).ToList();
        return new PaperHead(
            Texts(OldReportPart.Superior) is { Count: > 0 } superior ? string.Join(' ', superior) : null,
            [.. Texts(OldReportPart.Agency).SelectMany(text => Area().Split(text)).Where(line => line.Length > 0)],
            Texts(OldReportPart.Authority),
            Texts(OldReportPart.SignerName) is { Count: > 0 } signer ? string.Join(' ', signer) : null,
            recipients.FirstOrDefault(IsArchive) is { } archive ? Entry(archive.Text)[Archive.Length..].Trim() : null,
            recipients.Count > 0)
        {
            Number = Mark(OldReportPart.Number),
            PlaceAndDate = Mark(OldReportPart.PlaceAndDate),
        };

        string? Mark(OldReportPart part) => Texts(part) is [var text] && text.Length <= LongestMark && text.Any(char.IsAsciiDigit) ? text : null;

        List<string> Texts(OldReportPart part) => blocks.Where(block => block.Part == part).Select(block => block.Text).ToList();
    }

    /// <summary>The agency's lines, broken as the letterhead of today breaks the same words.</summary>
    internal IReadOnlyList<string> AgencyLines(AgencyProfile profile)
    {
        var known = profile.LetterheadLines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', known) == string.Join(' ', Agency) ? known : Agency;
    }

    /// <summary>Whether a line of Nơi nhận is the archive's.</summary>
    internal static bool IsArchive(OldReportBlock block) => block.Text.StartsWith(Archive, StringComparison.OrdinalIgnoreCase);

    /// <summary>A line of Kính gửi or Nơi nhận without its end mark.</summary>
    internal static string Entry(string text) => text.Trim().TrimEnd('.', ';', ',').TrimEnd();

    /// <summary>"ỦY BAN NHÂN DÂN | XÃ SƠN TRUNG".</summary>
    [GeneratedRegex(@"\s+(?=(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|TỈNH|THÀNH PHỐ)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Area();
}
