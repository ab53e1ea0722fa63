using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>A document as the sequence of (level, text) that the golden file holds: from its kind to the signer's name.</summary>
internal static class PrintedText
{
    public static IReadOnlyList<string> Of(OfficialDocument document) =>
    [
        $"kind\t{document.Kind}",
        .. document.Subject.Select(line => $"subject\t{line}"),
        "caption\tKính gửi:",
        .. document.Addressees.Select(line => $"addressee\t{Marked(line)}"),
        .. document.PrintedBody().Select(block => $"{block.Level.ToString().ToLowerInvariant()}\t{block.Printed()}"),
        "caption\tNơi nhận:",
        .. document.Recipients.Select(line => $"recipient\t{Marked(line)}"),
        .. document.Signature.Authority.Select(line => $"authority\t{line}"),
        $"signer\t{document.Signature.SignerName}",
    ];

    public static IReadOnlyList<string> Golden2023()
    {
        using var stream = typeof(PrintedText).Assembly.GetManifestResourceStream(typeof(PrintedText), "Golden.bao-cao-2023.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    /// <summary>Lines of one that the other lacks, both ways round: "-" taken out, "+" put in.</summary>
    public static IReadOnlyList<string> Difference(OfficialDocument before, OfficialDocument after)
    {
        var (old, now) = (Of(before), Of(after));
        return [.. old.Except(now).Select(line => $"-{line}"), .. now.Except(old).Select(line => $"+{line}")];
    }

    private static string Marked(PrintedLine line) => line.Label.Length == 0 ? line.Text : $"{line.Label} {line.Text}";
}
