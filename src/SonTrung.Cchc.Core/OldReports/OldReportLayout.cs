using System.Globalization;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>A line of the text with its place in the outline.</summary>
internal sealed record LaidLine
{
    /// <summary>The block that it was.</summary>
    public required OldReportBlock Block { get; init; }

    /// <summary>Its rank.</summary>
    public required BlockLevel Level { get; init; }

    /// <summary>Its mark, for a title.</summary>
    public required string Label { get; init; }

    /// <summary>The text without end mark.</summary>
    public required string Text { get; init; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; init; }

    /// <summary>The element of the outline that it stands in.</summary>
    public required string ElementKey { get; init; }

    /// <summary>The line of the composer that it takes the place of; null for a line by hand.</summary>
    public string? AutoKey { get; init; }
}

/// <summary>
/// Lays the blocks of an old report over an outline, and makes the rows that the portal keeps of them: the plan with its lines and documents, shortcomings, tasks.
/// Every block of the text becomes one line; what no row has a place for is a line by hand. Pure, apart from the keys of new rows.
/// </summary>
internal sealed partial class OldReportLayout
{
    private const double AlikeEnough = 0.5;

    private readonly AnnualReport report;
    private readonly AgencyProfile profile;
    private readonly List<OutlineElement> elements;
    private readonly List<LaidLine> lines = [];
    private int at = -1;

    private OldReportLayout(AnnualReport report, OutlineTemplate outline, AgencyProfile profile)
    {
        this.report = report;
        this.profile = profile;
        elements = outline.Elements.OrderBy(element => element.Position).ToList();
    }

    /// <summary>The lines, top to bottom.</summary>
    public IReadOnlyList<LaidLine> Lines => lines;

    /// <summary>The plan that the report cites, when the portal has none of that year.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>Its lines.</summary>
    public List<PlanItem> PlanItems { get; } = [];

    /// <summary>The documents cited below them.</summary>
    public List<ReferenceDocument> Documents { get; } = [];

    /// <summary>The year's shortcomings.</summary>
    public List<Shortcoming> Shortcomings { get; } = [];

    /// <summary>Directions and tasks of the next year.</summary>
    public List<NextYearTask> Tasks { get; } = [];

    /// <summary>Lays the blocks.</summary>
    /// <param name="report">The report, without lines.</param>
    /// <param name="outline">Its outline.</param>
    /// <param name="profile">The agency as printed on its day.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="hasPlan">Whether the portal has a plan of the year.</param>
    public static OldReportLayout Of(AnnualReport report, OutlineTemplate outline, AgencyProfile profile, IReadOnlyList<OldReportBlock> blocks, bool hasPlan)
    {
        var layout = new OldReportLayout(report, outline, profile);
        if (!hasPlan && blocks.FirstOrDefault(block => block.Part == OldReportPart.Basis) is { } basis
            && OldReportCitation.Plan(basis.Text) is { Subject: { Length: > 0 and <= ReferenceDocument.SubjectLength } subject, Number.Length: <= ReferenceDocument.NumberLength } cited)
        {
            layout.Plan = new Plan { Id = IdGenerator.NewId(), AgencyId = report.AgencyId, Year = report.Year, Number = cited.Number, IssuedOn = cited.IssuedOn, Subject = subject };
        }

        var themes = OldReportThemes.Of(blocks);
        var last = blocks.ToList().FindLastIndex(block => block.IsBody());
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].IsBody())
            {
                layout.Lay(blocks[i], themes[i], i == last);
            }
        }

        layout.ReleaseIdleLeads();
        layout.CountNumbers();
        layout.LeaveMarksToThePrinter();
        return layout;
    }

    private void Lay(OldReportBlock block, OldReportTheme theme, bool isLast)
    {
        var printed = isLast && block.Text.EndsWith(OfficialDocument.ClosingMark, StringComparison.Ordinal)
            ? string.Concat(block.Text.AsSpan(0, block.Text.Length - OfficialDocument.ClosingMark.Length).TrimEnd(), ".")
            : block.Text;
        var (text, mark) = Split(printed);
        var level = block.Level();
        var line = new LaidLine
        {
            Block = block,
            Level = level,
            Label = level is BlockLevel.Section or BlockLevel.Heading ? block.Label : "",
            Text = text,
            EndMark = mark,
            ElementKey = "",
        };
        if (line.Label.Length > ReportLine.LabelLength)
        {
            line = line with { Label = "", Text = $"{line.Label} {line.Text}" };
        }

        lines.Add(
            block.Part switch
            {
                OldReportPart.Section or OldReportPart.Heading => Title(line, printed),
                OldReportPart.Basis or OldReportPart.Paragraph => Fixed(line, printed),
                OldReportPart.Shortcoming => ShortcomingOf(line),
                OldReportPart.Direction or OldReportPart.Task => TaskOf(line),
                OldReportPart.Dash => PlanItemOf(line, theme),
                OldReportPart.Plus => DocumentOf(line),
                _ => null,
            } ?? line with { ElementKey = Here() });
    }

    /// <summary>A title takes the place of the outline's with the same mark, in its order.</summary>
    private LaidLine? Title(LaidLine line, string printed)
    {
        line = line with { Text = line.Label.Length == 0 && line.Block.Label.Length > 0 ? $"{line.Block.Label} {printed}" : printed, EndMark = "" };
        for (var i = at + 1; i < elements.Count && line.Label.Length > 0; i++)
        {
            var element = elements[i];
            if (element.Kind != OutlineElementKind.Text || element.Level is not (BlockLevel.Section or BlockLevel.Heading))
            {
                continue;
            }

            if (element.Level == line.Level && element.Label == line.Label)
            {
                at = i;
                return line with { ElementKey = element.Key, AutoKey = $"outline:{element.Key}" };
            }

            if (line.Level == BlockLevel.Heading && element.Level == BlockLevel.Section)
            {
                break;
            }
        }

        return line with { ElementKey = Here() };
    }

    /// <summary>The opening sentence, a lead, the closing sentence: where the paper says much the same as the outline.</summary>
    private LaidLine? Fixed(LaidLine line, string printed)
    {
        for (var i = at + 1; i < elements.Count; i++)
        {
            var element = elements[i];
            if (element.Kind == OutlineElementKind.Text && element.Level is BlockLevel.Section or BlockLevel.Heading)
            {
                break;
            }

            if (element.Kind == OutlineElementKind.Text
                && (line.Block.Part == OldReportPart.Basis ? element.Text.Contains("{căn cứ}", StringComparison.Ordinal) : AreAlike(element.Text, printed)))
            {
                at = i;
                return line with { Text = printed, EndMark = "", ElementKey = element.Key, AutoKey = $"outline:{element.Key}" };
            }
        }

        return null;
    }

    private LaidLine? ShortcomingOf(LaidLine line)
    {
        if (line.Text.Length > Shortcoming.TextLength || Slot(OutlineElementKind.Shortcomings) is not { } slot)
        {
            return null;
        }

        var row = new Shortcoming
        {
            Id = IdGenerator.NewId(),
            AgencyId = report.AgencyId,
            Year = report.Year,
            Position = Shortcomings.Count,
            Text = line.Text,
            EndMark = line.EndMark,
        };
        Shortcomings.Add(row);
        return line with { ElementKey = slot, AutoKey = Key($"shortcoming:{row.Id}") };
    }

    private LaidLine? TaskOf(LaidLine line)
    {
        if (line.Text.Length > NextYearTask.TextLength || Slot(OutlineElementKind.NextYearTasks) is not { } slot)
        {
            return null;
        }

        var row = new NextYearTask
        {
            Id = IdGenerator.NewId(),
            AgencyId = report.AgencyId,
            Year = report.Year,
            Kind = line.Block.Part == OldReportPart.Direction ? NextYearTaskKind.Direction : NextYearTaskKind.Task,
            Position = Tasks.Count,
            Text = line.Text,
            EndMark = line.EndMark,
        };
        Tasks.Add(row);
        return line with { ElementKey = slot, AutoKey = Key($"task:{row.Id}") };
    }

    private LaidLine? PlanItemOf(LaidLine line, OldReportTheme theme)
    {
        var (section, kind) = theme switch
        {
            OldReportTheme.Content => (PlanSection.Content, OutlineElementKind.PlanContent),
            OldReportTheme.Means => (PlanSection.Means, OutlineElementKind.PlanMeans),
            _ => (PlanSection.Form, OutlineElementKind.PlanForm),
        };
        if (Plan is null || theme is not (OldReportTheme.Content or OldReportTheme.Means or OldReportTheme.Form)
            || line.Text.Length > PlanItem.ReportTextLength || Slot(kind) is not { } slot)
        {
            return null;
        }

        var isShort = line.Text.Length <= PlanItem.TitleLength;
        var row = new PlanItem
        {
            Id = IdGenerator.NewId(),
            AgencyId = report.AgencyId,
            PlanId = Plan.Id,
            Section = section,
            Position = PlanItems.Count(item => item.Section == section),
            Title = isShort ? line.Text : line.Text[..(PlanItem.TitleLength - 1)].TrimEnd() + "…",
            ReportText = isShort ? null : line.Text,
            EndMark = line.EndMark,
        };
        PlanItems.Add(row);
        return line with { ElementKey = slot, AutoKey = Key($"plan-item:{row.Id}") };
    }

    /// <summary>A document cited right below a line of the plan.</summary>
    private LaidLine? DocumentOf(LaidLine line)
    {
        var above = lines.FindLast(other => other.Level == BlockLevel.Dash);
        if (above?.AutoKey is not { } key || PlanItems.Find(item => Key($"plan-item:{item.Id}") == key) is not { } owner || lines[^1].Level is not (BlockLevel.Dash or BlockLevel.Plus)
            || OldReportCitation.Whole(line.Text) is not { } cited
            || cited.Kind.Length > ReferenceDocument.KindLength || cited.Number.Length > ReferenceDocument.NumberLength
            || cited.Issuer.Length > ReferenceDocument.IssuerLength || cited.Subject.Length is 0 or > ReferenceDocument.SubjectLength)
        {
            return null;
        }

        var isOwn = new[] { profile.FullName, profile.ShortName, profile.LaterName }.Any(name => SearchKey.Of(name) == SearchKey.Of(cited.Issuer));
        var document = new ReferenceDocument
        {
            Id = IdGenerator.NewId(),
            AgencyId = report.AgencyId,
            Year = report.Year,
            Kind = cited.Kind,
            Number = cited.Number,
            IssuedOn = cited.IssuedOn,
            Issuer = isOwn ? "" : cited.Issuer,
            IsOwn = isOwn,
            Subject = cited.Subject,
            Purpose = ReferencePurpose.Propagated,
        };
        Documents.Add(document);
        owner.References.Add(new PlanItemReference { AgencyId = report.AgencyId, Position = owner.References.Count, ReferenceDocumentId = document.Id });
        return line with { ElementKey = above.ElementKey, AutoKey = Key($"plan-item:{owner.Id}/reference:{document.Id}") };
    }

    /// <summary>The slot of a kind, or null when the outline has none.</summary>
    private string? Slot(OutlineElementKind kind)
    {
        var slot = elements.FindIndex(element => element.Kind == kind);
        at = Math.Max(at, slot);
        return slot < 0 ? null : elements[slot].Key;
    }

    /// <summary>Where a line by hand stands: the slot that the last title or lead opens, else that title.</summary>
    private string Here()
    {
        if (at < 0)
        {
            return elements[0].Key;
        }

        var here = elements[at];
        if (here.Kind != OutlineElementKind.Text || at + 1 == elements.Count)
        {
            return here.Key;
        }

        return here.LeadOf ?? (elements[at + 1].Kind == OutlineElementKind.Text ? elements[at + 1].LeadOf ?? here.Key : elements[at + 1].Key);
    }

    /// <summary>A lead is printed only while its list has lines: above an empty one it is a line by hand.</summary>
    private void ReleaseIdleLeads()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].AutoKey is not null && elements.Find(element => element.Key == lines[i].ElementKey)?.LeadOf is { } list)
            {
                var isComposed = lines.Exists(line => line.ElementKey == list && line.AutoKey is not null);
                lines[i] = isComposed ? lines[i] : lines[i] with { AutoKey = null, ElementKey = list };
            }
        }
    }

    /// <summary>Numbers are counted when printing; where the paper counts otherwise its number is part of the text.</summary>
    private void CountNumbers()
    {
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Level != BlockLevel.Numbered)
            {
                continue;
            }

            var number = counts.GetValueOrDefault(line.ElementKey) + 1;
            if (line.Block.Label == string.Create(CultureInfo.InvariantCulture, $"{number}."))
            {
                counts[line.ElementKey] = number;
            }
            else
            {
                lines[i] = line with { Level = BlockLevel.Paragraph, Text = line.Block.Label.Length == 0 ? line.Text : $"{line.Block.Label} {line.Text}" };
            }
        }
    }

    /// <summary>Marks that the printer would set itself are left to it, so that lines taken over into another year end as they should.</summary>
    private void LeaveMarksToThePrinter()
    {
        var printed = lines.Select((line, i) => new ReportLine
        {
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            ElementKey = line.ElementKey,
            Position = i,
            Level = line.Level,
            Text = line.Text,
        }).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].EndMark == DocumentBuilder.AutomaticMark(printed, i) && !(lines[i].AutoKey?.StartsWith("outline:", StringComparison.Ordinal) ?? false))
            {
                lines[i] = lines[i] with { EndMark = null };
            }
        }

        foreach (var row in Shortcomings)
        {
            row.EndMark = MarkOf(Key($"shortcoming:{row.Id}"));
        }

        foreach (var row in Tasks)
        {
            row.EndMark = MarkOf(Key($"task:{row.Id}"));
        }

        foreach (var row in PlanItems)
        {
            row.EndMark = MarkOf(Key($"plan-item:{row.Id}"));
            var references = row.References.ToList();
            row.References.Clear();
            row.References.AddRange(references.Select(reference => new PlanItemReference
            {
                AgencyId = row.AgencyId,
                Position = reference.Position,
                ReferenceDocumentId = reference.ReferenceDocumentId,
                EndMark = MarkOf(Key($"plan-item:{row.Id}/reference:{reference.ReferenceDocumentId}")),
            }));
        }

        string? MarkOf(string key) => lines.Find(line => line.AutoKey == key)?.EndMark;
    }

    /// <summary>Whether a paragraph says much the same as a text of the outline.</summary>
    private static bool AreAlike(string outline, string printed)
    {
        var (ours, theirs) = (WordsOf(Token().Replace(outline, " ")), WordsOf(printed));
        var shared = ours.Count(theirs.Contains);
        return ours.Count > 0 && shared >= AlikeEnough * (ours.Count + theirs.Count - shared);
    }

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(SearchKey.Of(text)).Select(word => word.Value)];

    /// <summary>A text and the marks that it ends with.</summary>
    private static (string Text, string Mark) Split(string text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '.' or ';' or ',' or '…' or ' ')
        {
            end--;
        }

        return end == 0 || text.Length - end > PlanItem.EndMarkLength ? (text, "") : (text[..end], text[end..]);
    }

    private static string Key(FormattableString key) => key.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
