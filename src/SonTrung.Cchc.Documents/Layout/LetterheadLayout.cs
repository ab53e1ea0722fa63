using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>The head of page 1: ô số 1–4. Everything but number and date stands in the same place with and without them.</summary>
internal static class LetterheadLayout
{
    /// <summary>Lays the head out as one band.</summary>
    public static Band Lay(Letterhead head, IssueMark? issue, LayoutProfile profile, StructureNode parent)
    {
        var x = profile.Left - profile.LetterheadOverhang;
        var width = profile.TextWidth + (2 * profile.LetterheadOverhang);
        var leftWidth = width * profile.LetterheadLeftShare;
        var left = new TextColumn(x, leftWidth);
        var right = new TextColumn(x + leftWidth, width - leftWidth);

        if (head.Superior is { Length: > 0 } superior)
        {
            left.Add(superior, profile.Superior, CellAlignment.Center, parent.Add("P"));
        }

        foreach (var line in head.Agency)
        {
            left.Add(line, profile.Agency, CellAlignment.Center, parent.Add("P"));
        }

        left.Rule(left.LastLineWidth * profile.ShortRuleShare, profile.Agency, profile);
        var numberNode = parent.Add("P");
        right.Add(OfficialWording.Motherland, profile.MotherlandLine, CellAlignment.Center, parent.Add("P"));
        right.Add(OfficialWording.Motto, profile.MottoLine, CellAlignment.Center, parent.Add("P"));
        right.Rule(right.LastLineWidth, profile.MottoLine, profile);

        var baseline = Math.Max(left.Bottom, right.Bottom) + profile.SpaceAboveNumber + profile.PlaceAndDate.Ascent;
        var number = Number(head, issue, profile);
        var date = Date(head, issue);
        var numberLine = new FieldLine(number, profile.Number, left.Center, baseline, numberNode);
        var dateLine = new FieldLine(date, profile.PlaceAndDate, right.Center, baseline, parent.Add("P"));
        return new Band
        {
            Height = baseline + profile.PlaceAndDate.SingleLine - profile.PlaceAndDate.Ascent,
            Items = [.. left.Items, .. numberLine.Items, .. right.Items, .. dateLine.Items],
            Boxes = [.. numberLine.Boxes, .. dateLine.Boxes],
        };
    }

    /// <summary>Số, ký hiệu (II.3), the number with a leading zero below 10; those of a paper as they stand there.</summary>
    public static FieldPart[] Number(Letterhead head, IssueMark? issue, LayoutProfile profile) => head.PaperNumber is { } paper
        ? [FieldPart.Fixed(paper)]
        :
        [
            FieldPart.Fixed("Số: "),
            FieldPart.Slot(AnchorKind.Number, profile.NumberDigits, issue is null ? null : OfficialWording.Number(issue.Number)),
            FieldPart.Fixed("/" + head.Symbol),
        ];

    /// <summary>Địa danh và thời gian: "Ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 phía trước" (II.4.b); those of a paper as they stand there.</summary>
    public static FieldPart[] Date(Letterhead head, IssueMark? issue) => head.PaperDate is { } paper
        ? [FieldPart.Fixed(paper)]
        :
        [
            FieldPart.Fixed(head.Place + ", ngày "),
            FieldPart.Slot(AnchorKind.Date, 2, issue is null ? null : OfficialWording.Day(issue.IssuedOn)),
            FieldPart.Fixed(" tháng "),
            FieldPart.Slot(AnchorKind.Date, 2, issue is null ? null : OfficialWording.Month(issue.IssuedOn)),
            FieldPart.Fixed(" năm "),
            FieldPart.Slot(AnchorKind.Date, 4, issue is null ? null : OfficialWording.Year(issue.IssuedOn)),
        ];
}
