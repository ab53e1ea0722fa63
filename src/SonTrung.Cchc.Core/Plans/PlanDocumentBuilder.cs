using System.Globalization;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>All that the plan's document is built from: the plan and what is printed around it on its date.</summary>
public sealed record PlanSource
{
    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Its lines in the order of the report, with targets, department and documents.</summary>
    public required IReadOnlyList<PlanItem> Items { get; init; }

    /// <summary>The agency as printed on the plan's date.</summary>
    public required AgencyProfile Profile { get; init; }

    /// <summary>Who signs it.</summary>
    public required Signer Signer { get; init; }

    /// <summary>The documents of higher bodies that it carries out, in order.</summary>
    public required IReadOnlyList<ReferenceDocument> Bases { get; init; }
}

/// <summary>Builds the commune's own "Kế hoạch" (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4). Pure: the same source gives the same document.</summary>
public static class PlanDocumentBuilder
{
    /// <summary>The code of the kind in a symbol (Phụ lục III, bảng chữ viết tắt): "KH".</summary>
    public const string KindCode = "KH";

    private const string LayoutProfile = "nd30-2020";

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>Builds the document. A part that says nothing is left out and the numbers close up.</summary>
    /// <param name="source">The plan.</param>
    /// <param name="withAppendix">Whether the lines follow as a table too.</param>
    public static OfficialDocument Build(PlanSource source, bool withAppendix)
    {
        var plan = source.Plan;
        return new OfficialDocument
        {
            LayoutProfile = LayoutProfile,
            Letterhead = new Letterhead
            {
                Superior = source.Profile.SuperiorLine,
                Agency = source.Profile.LetterheadLines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                FullName = source.Profile.FullName,
                Symbol = Numbered(plan.Number)?.Symbol ?? $"{KindCode}-{source.Profile.SymbolCode}",
                Place = source.Profile.PlaceName,
            },
            Kind = PlanWording.Kind,
            Subject = [PlainText.Capital(plan.Subject)],
            Addressees = [],
            Body = Body(source, withAppendix && source.Items.Count > 0),
            Recipients = Recipients(source.Profile),
            Signature = new SignatureBlock
            {
                Authority = source.Signer.AuthorityLines(source.Profile.AuthorityName),
                SignerName = source.Signer.FullName,
            },
            Appendices = withAppendix && source.Items.Count > 0 ? [Appendix(source)] : [],
        };
    }

    /// <summary>Number and date, when the plan has both and its number begins with a running number; else their places stay blank.</summary>
    public static IssueMark? IssueMark(Plan plan) =>
        plan.IssuedOn is { } day && Numbered(plan.Number) is { } number ? new IssueMark(number.Running, day) : null;

    /// <summary>"18/KH-UBND" as 18 and "KH-UBND"; null for a number of another form.</summary>
    private static (int Running, string Symbol)? Numbered(string number) =>
        number.Split('/', 2, StringSplitOptions.TrimEntries) is [var running, { Length: > 0 } symbol]
        && int.TryParse(running, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? (value, symbol)
            : null;

    private static List<DocumentBlock> Body(PlanSource source, bool hasAppendix)
    {
        var own = new OwnName(source.Profile);
        var body = new List<DocumentBlock> { Block("mo-dau", BlockLevel.Paragraph, "", Opening(source, own)) };
        var parts = new (string Title, IEnumerable<DocumentBlock> Blocks)[]
        {
            (PlanWording.Aims, Aims(source.Plan)),
            (PlanWording.Work, Work(source, own, hasAppendix)),
            (PlanWording.Funding, Funding(source)),
            (PlanWording.Implementation, Written("to-chuc", source.Plan.Implementation)),
        };
        foreach (var (title, blocks) in parts.Select(part => (part.Title, part.Blocks.ToList())).Where(part => part.Item2.Count > 0))
        {
            var number = Roman[body.Count(block => block.Level == BlockLevel.Section)];
            body.Add(Block($"phan-{number}", BlockLevel.Section, $"{number}.", title));
            body.AddRange(blocks);
        }

        return body;
    }

    private static string Opening(PlanSource source, OwnName own)
    {
        var bases = string.Join("; ", source.Bases.Select(document => Citation.Of(document, own)));
        return bases.Length > 0
            ? $"{PlanWording.CarryingOut} {bases}, {own.Next()} {PlanWording.Issues} {source.Plan.Subject} {PlanWording.AsFollows}"
            : $"{own.Next()} {PlanWording.Issues} {source.Plan.Subject} {PlanWording.AsFollows}";
    }

    private static IEnumerable<DocumentBlock> Aims(Plan plan) =>
        new[] { ("muc-dich", PlanWording.Purpose, plan.Purpose), ("yeu-cau", PlanWording.Requirements, plan.Requirements) }
            .Where(part => part.Item3 is not null)
            .SelectMany((part, i) => Written(part.Item1, part.Item3).Prepend(Block(part.Item1, BlockLevel.Heading, $"{i + 1}.", part.Item2)));

    private static IEnumerable<DocumentBlock> Work(PlanSource source, OwnName own, bool hasAppendix)
    {
        var number = 0;
        if (hasAppendix)
        {
            yield return Block("phu-luc", BlockLevel.Paragraph, "", PlanWording.SeeAppendix);
        }

        foreach (var section in source.Items.GroupBy(item => item.Section).OrderBy(group => group.Key))
        {
            yield return Block($"muc-{section.Key}", BlockLevel.Heading, $"{++number}.", PlanWording.Section(section.Key));
            var lines = section.SelectMany(item => Lines(item, source, own)).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                yield return lines[i] with { Text = WithMark(lines[i].Text, i == lines.Count - 1 ? "." : ";") };
            }
        }
    }

    private static IEnumerable<DocumentBlock> Lines(PlanItem item, PlanSource source, OwnName own)
    {
        var isUnits = item.Section == PlanSection.Department && item.Department is not null;
        var title = AgencyTokens.Fill(item.Title, source.Plan.Year, source.Profile, own);
        var facts = string.Join("; ", new[]
        {
            item.Targets.Count > 0 ? $"{PlanWording.Target} {Targets(item)}" : "",
            item.Department is { } unit && !isUnits ? $"{PlanWording.Unit} {unit.Name}" : "",
            item.DueOn is { } due ? $"{PlanWording.DoneBy} {VietnameseDate.Format(due)}" : "",
        }.Where(fact => fact.Length > 0));
        yield return Block(
            $"{item.Id}",
            BlockLevel.Dash,
            "-",
            $"{(isUnits ? $"{item.Department!.Name}: {title}" : title)}{(facts.Length > 0 ? $" ({facts})" : "")}");
        foreach (var document in item.References.Select(row => row.ReferenceDocument).OfType<ReferenceDocument>()
            .Where(document => source.Plan.IssuedOn is not { } day || document.IssuedOn is not { } issued || issued <= day))
        {
            yield return Block($"{item.Id}-{document.Id}", BlockLevel.Plus, "+", Citation.Of(document, own));
        }
    }

    private static IEnumerable<DocumentBlock> Funding(PlanSource source)
    {
        var total = source.Items.Sum(item => item.BudgetDong ?? 0);
        return total > 0
            ? Written("kinh-phi", source.Plan.Funding).Append(Block("tong-kinh-phi", BlockLevel.Paragraph, "", PlanWording.Total(total)))
            : Written("kinh-phi", source.Plan.Funding);
    }

    /// <summary>What was typed, a paragraph a line: "- …" becomes a dash, "+ …" a plus line, each with its end mark.</summary>
    private static List<DocumentBlock> Written(string id, string? text)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((line, i) => line[0] switch
            {
                '-' or '–' => Block($"{id}-{i}", BlockLevel.Dash, "-", line[1..].Trim()),
                '+' => Block($"{id}-{i}", BlockLevel.Plus, "+", line[1..].Trim()),
                _ => Block($"{id}-{i}", BlockLevel.Paragraph, "", line),
            })
            .Where(block => block.Text.Length > 0).ToList();
        return lines.Select((block, i) => block with
        {
            Text = WithMark(block.Text, block.Level != BlockLevel.Paragraph && i + 1 < lines.Count && lines[i + 1].Level != BlockLevel.Paragraph ? ";" : "."),
        }).ToList();
    }

    private static Appendix Appendix(PlanSource source)
    {
        var hasMoney = source.Items.Any(item => item.BudgetDong > 0);
        var own = new OwnName(source.Profile);
        return new Appendix
        {
            Label = PlanWording.Appendix,
            Title = PlanWording.AppendixTitle,
            Columns =
            [
                new AppendixColumn(PlanWording.ColumnNumber, 0.6, CellAlignment.Center),
                new AppendixColumn(PlanWording.ColumnTask, 3.4, CellAlignment.Left),
                new AppendixColumn(PlanWording.ColumnUnit, 2.2, CellAlignment.Left),
                new AppendixColumn(PlanWording.ColumnTarget, 2.3, CellAlignment.Left),
                new AppendixColumn(PlanWording.ColumnDue, 1.7, CellAlignment.Center),
                .. hasMoney ? [new AppendixColumn(PlanWording.ColumnMoney, 1.5, CellAlignment.Right)] : Array.Empty<AppendixColumn>(),
            ],
            Rows = source.Items.Select((item, i) => (IReadOnlyList<string>)
            [
                $"{i + 1}",
                AgencyTokens.Fill(item.Title, source.Plan.Year, source.Profile, own),
                item.Department?.Name ?? "",
                Targets(item),
                item.DueOn is { } due ? VietnameseDate.Format(due) : PlanWording.AllYear,
                .. hasMoney ? [item.BudgetDong is { } dong ? VietnameseNumber.Format(dong) : ""] : Array.Empty<string>(),
            ]).ToList(),
        };
    }

    private static string Targets(PlanItem item) =>
        string.Join(", ", item.Targets.OrderBy(target => target.Position).Select(PlanWording.Of));

    /// <summary>Those above the agency, who have no "Kính gửi" here and so no "Như trên", then the usual copies.</summary>
    private static List<PrintedLine> Recipients(AgencyProfile profile)
    {
        var lines = profile.Recipients.Where(line => line.Kind == RecipientKind.Addressee).OrderBy(line => line.Position)
            .Select(line => $"{line.PrintedText} {PlanWording.ToReport}")
            .Concat(profile.Recipients.Where(line => line.Kind == RecipientKind.Copy && !line.PrintedText.StartsWith(PlanWording.AsAbove, StringComparison.OrdinalIgnoreCase))
                .OrderBy(line => line.Position).Select(line => line.PrintedText))
            .Append($"{PlanWording.Filed} {profile.ArchiveLine}").ToList();
        return lines.Select((text, i) => new PrintedLine("-", text + (i < lines.Count - 1 ? ";" : "."))).ToList();
    }

    private static DocumentBlock Block(string id, BlockLevel level, string label, string text) => new() { Id = id, Level = level, Label = label, Text = text };

    private static string WithMark(string text, string mark) => ".;:!?…".Contains(text[^1], StringComparison.Ordinal) ? text : text + mark;
}
