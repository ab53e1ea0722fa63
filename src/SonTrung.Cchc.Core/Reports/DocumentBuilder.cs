using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Builds the official document from a report's lines: marks, running numbers, head and foot.</summary>
internal static class DocumentBuilder
{
    public static OfficialDocument Build(AnnualReport report, ReportSource source)
    {
        var lines = Printed(report, source.Outline);
        return new OfficialDocument
        {
            LayoutProfile = source.Outline.LayoutProfile,
            Letterhead = new Letterhead
            {
                Superior = source.Paper is { Agency.Count: > 0 } head ? head.Superior : source.Profile.SuperiorLine,
                Agency = source.Paper is { Agency.Count: > 0 } paper ? paper.AgencyLines(source.Profile) : SplitLines(source.Profile.LetterheadLines),
                FullName = source.Profile.FullName,
                Symbol = $"{source.Outline.KindCode}-{source.Profile.SymbolCode}",
                Place = source.Profile.PlaceName,
                PaperNumber = source.Paper?.Number,
                PaperDate = source.Paper?.PlaceAndDate,
            },
            Kind = source.Outline.Kind,
            Subject = SplitLines(report.Subject ?? ReportComposer.Subject(source)),
            Addressees = Addressees(source),
            Body = Blocks(lines),
            Recipients = Recipients(source),
            Signature = new SignatureBlock
            {
                Authority = source.Paper is { Authority.Count: > 0 } signed ? signed.Authority : source.Signer.AuthorityLines(source.Profile.AuthorityName),
                SignerName = source.Paper?.SignerName ?? source.Signer.FullName,
            },
            Appendices = AppendixBuilder.Build(source),
        };
    }

    /// <summary>The lines that were not taken out and have a text, without the lead of a list whose lines all were.</summary>
    private static List<ReportLine> Printed(AnnualReport report, OutlineTemplate outline)
    {
        var lines = report.Lines.Where(line => !line.IsRemoved && line.Text.Length > 0).OrderBy(line => line.Position).ToList();
        var filled = lines.Select(line => line.ElementKey).ToHashSet();
        var idle = outline.Elements.Where(element => element.LeadOf is { } slot && !filled.Contains(slot))
            .Select(element => element.Key).ToHashSet();
        return lines.Where(line => !idle.Contains(line.ElementKey)).ToList();
    }

    private static string[] SplitLines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<DocumentBlock> Blocks(List<ReportLine> lines)
    {
        var blocks = new List<DocumentBlock>();
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            blocks.Add(new DocumentBlock
            {
                Id = $"{line.Id}",
                Level = line.Level,
                Label = line.Level switch
                {
                    BlockLevel.Dash => "-",
                    BlockLevel.Plus => "+",
                    BlockLevel.Numbered => $"{numbers[line.ElementKey] = numbers.GetValueOrDefault(line.ElementKey) + 1}.",
                    _ => line.Label,
                },
                Text = line.Text + (line.EndMark ?? AutomaticMark(lines, i)),
            });
        }

        return blocks;
    }

    /// <summary>";" between lines of a list and before the parts of a line, "." after the last; nothing after a heading.</summary>
    internal static string AutomaticMark(List<ReportLine> lines, int index)
    {
        var line = lines[index];
        if (line.Level is BlockLevel.Section or BlockLevel.Heading || (line.Text.Length > 0 && ".;:!?…".Contains(line.Text[^1])))
        {
            return "";
        }

        if (line.Level is BlockLevel.Paragraph or BlockLevel.Numbered)
        {
            return ".";
        }

        var next = lines.Skip(index + 1).TakeWhile(other => other.ElementKey == line.ElementKey).ToList();
        if (line.Level == BlockLevel.Plus)
        {
            return next is [{ Level: BlockLevel.Plus }, ..] ? ";" : ".";
        }

        return next is [{ Level: BlockLevel.Plus }, ..] || next.Exists(other => other.Level == BlockLevel.Dash) ? ";" : ".";
    }

    private static List<PrintedLine> Addressees(ReportSource source)
    {
        var names = Names(source, RecipientKind.Addressee);
        return names.Count == 1 ? [new PrintedLine("", $"{names[0]}.")] : Marked(names);
    }

    private static List<PrintedLine> Recipients(ReportSource source) =>
        Marked(source.Paper is { HasRecipients: true } paper
            ? [.. Names(source, RecipientKind.Copy), .. paper.ArchiveLine is { } archive ? new[] { $"Lưu: {archive}" } : []]
            : [.. Names(source, RecipientKind.Copy), $"Lưu: {source.Profile.ArchiveLine}"]);

    /// <summary>The report's own list, else the letterhead's.</summary>
    private static List<string> Names(ReportSource source, RecipientKind kind)
    {
        var own = source.Recipients.Where(line => line.Kind == kind).OrderBy(line => line.Position).Select(line => line.PrintedText).ToList();
        return own.Count > 0
            ? own
            : source.Profile.Recipients.Where(line => line.Kind == kind).OrderBy(line => line.Position).Select(line => line.PrintedText).ToList();
    }

    private static List<PrintedLine> Marked(List<string> texts) =>
        texts.Select((text, i) => new PrintedLine("-", text + (i < texts.Count - 1 ? ";" : "."))).ToList();
}
