using SonTrung.Cchc.Documents.Fonts;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>
/// The figures that a decree prescribes for the page, in one dated place. All lengths in points (1/72 inch).
/// Where the decree gives a range the profile holds the office's choice within it.
/// </summary>
internal sealed record LayoutProfile
{
    /// <summary>Phụ lục I, Nghị định 30/2020/NĐ-CP.</summary>
    public static readonly LayoutProfile Nd30Of2020 = new()
    {
        Name = "nd30-2020",
        PageWidth = Mm(210),
        PageHeight = Mm(297),
        Top = Mm(20),
        Bottom = Mm(20),
        Left = Mm(30),
        Right = Mm(20),
        FirstLineIndent = Mm(12.7),
        ParagraphSpacing = 6,
        LineSpacing = 1.15,
        SpaceAboveNumber = 6,
        SpaceAboveTitle = 18,
        SpaceAboveAddressees = 12,
        SpaceAboveFoot = 14,
        SpaceAboveCode = 8,
        SpaceAboveTable = 12,
        LetterheadOverhang = Mm(3.5),
        LetterheadLeftShare = 0.4,
        FootLeftShare = 0.32,
        RuleGap = 3,
        RuleThickness = 0.6,
        ShortRuleShare = 0.4,
        SignatureWidth = Mm(50),
        SignatureHeight = Mm(25),
        SealDiameter = Mm(36),
        CodeSize = Mm(20),
        CodeGap = Mm(2),
        CodeAddress = new(FontStyle.Regular, 7),
        CellPadding = Mm(1.5),
        CellVerticalPadding = 2,
        PageNumberBaseline = Mm(14),
        NumberDigits = 4,
        MotherlandLine = new(FontStyle.Bold, 13),
        MottoLine = new(FontStyle.Bold, 14),
        Superior = new(FontStyle.Regular, 13),
        Agency = new(FontStyle.Bold, 13),
        Number = new(FontStyle.Regular, 13),
        PlaceAndDate = new(FontStyle.Italic, 14),
        Title = new(FontStyle.Bold, 14),
        Body = new(FontStyle.Regular, 14),
        Heading = new(FontStyle.Bold, 14),
        RecipientsLabel = new(FontStyle.BoldItalic, 12),
        Recipients = new(FontStyle.Regular, 11),
        Authority = new(FontStyle.Bold, 14),
        AppendixReference = new(FontStyle.Italic, 14),
        Cell = new(FontStyle.Regular, 13),
        HeadCell = new(FontStyle.Bold, 13),
        PageNumber = new(FontStyle.Regular, 14),
    };

    /// <summary>The name that a document carries.</summary>
    public required string Name { get; init; }

    /// <summary>A4, upright (I.1).</summary>
    public required double PageWidth { get; init; }

    /// <summary>A4, upright (I.1).</summary>
    public required double PageHeight { get; init; }

    /// <summary>Top margin, 20–25 mm (I.3).</summary>
    public required double Top { get; init; }

    /// <summary>Bottom margin, 20–25 mm.</summary>
    public required double Bottom { get; init; }

    /// <summary>Left margin, 30–35 mm.</summary>
    public required double Left { get; init; }

    /// <summary>Right margin, 15–20 mm.</summary>
    public required double Right { get; init; }

    /// <summary>Indent of a paragraph's first line, 1 cm or 1.27 cm (II.6.e).</summary>
    public required double FirstLineIndent { get; init; }

    /// <summary>Space between paragraphs, at least 6 pt (II.6.e).</summary>
    public required double ParagraphSpacing { get; init; }

    /// <summary>Distance of lines in the body as a multiple of single spacing, 1–1.5 (II.6.e).</summary>
    public required double LineSpacing { get; init; }

    /// <summary>Space between the letterhead's rules and the line of number and date.</summary>
    public required double SpaceAboveNumber { get; init; }

    /// <summary>Space between the letterhead and the kind of document.</summary>
    public required double SpaceAboveTitle { get; init; }

    /// <summary>Space between the subject's rule and "Kính gửi".</summary>
    public required double SpaceAboveAddressees { get; init; }

    /// <summary>Space between the body and the foot.</summary>
    public required double SpaceAboveFoot { get; init; }

    /// <summary>Space between the recipients and the QR code.</summary>
    public required double SpaceAboveCode { get; init; }

    /// <summary>Space between the head of an appendix and its table.</summary>
    public required double SpaceAboveTable { get; init; }

    /// <summary>How far the letterhead's two columns stick out of the text area on each side, as in Mẫu 1.4.</summary>
    public required double LetterheadOverhang { get; init; }

    /// <summary>The left column's share of the letterhead, as in Mẫu 1.4.</summary>
    public required double LetterheadLeftShare { get; init; }

    /// <summary>The share of "Nơi nhận" in the foot, as in Mẫu 1.4.</summary>
    public required double FootLeftShare { get; init; }

    /// <summary>Distance from the foot of a text to the rule below it.</summary>
    public required double RuleGap { get; init; }

    /// <summary>Thickness of rules.</summary>
    public required double RuleThickness { get; init; }

    /// <summary>Length of the rules below agency and subject as a share of the line, 1/3–1/2 (II.2.b, II.5.b).</summary>
    public required double ShortRuleShare { get; init; }

    /// <summary>Width kept for the image of the signature.</summary>
    public required double SignatureWidth { get; init; }

    /// <summary>Height kept for the image of the signature.</summary>
    public required double SignatureHeight { get; init; }

    /// <summary>Diameter of the seal, printed in real size (II.8.a); it also sets the space between post and name.</summary>
    public required double SealDiameter { get; init; }

    /// <summary>Side of the QR code with its quiet zone.</summary>
    public required double CodeSize { get; init; }

    /// <summary>Between the QR code and its address.</summary>
    public required double CodeGap { get; init; }

    /// <summary>The address beside the QR code.</summary>
    public required TextStyle CodeAddress { get; init; }

    /// <summary>Space between a cell's border and its text, left and right.</summary>
    public required double CellPadding { get; init; }

    /// <summary>Space between a cell's border and its text, above and below.</summary>
    public required double CellVerticalPadding { get; init; }

    /// <summary>Baseline of the page number from the paper's top, within the top margin (I.7).</summary>
    public required double PageNumberBaseline { get; init; }

    /// <summary>Digits for which room is kept after "Số:".</summary>
    public required int NumberDigits { get; init; }

    /// <summary>Quốc hiệu, 12–13 pt (II.1.a).</summary>
    public required TextStyle MotherlandLine { get; init; }

    /// <summary>Tiêu ngữ, 13–14 pt (II.1.b).</summary>
    public required TextStyle MottoLine { get; init; }

    /// <summary>Tên cơ quan chủ quản, 12–13 pt (II.2).</summary>
    public required TextStyle Superior { get; init; }

    /// <summary>Tên cơ quan ban hành, 12–13 pt (II.2.b).</summary>
    public required TextStyle Agency { get; init; }

    /// <summary>Số, ký hiệu, 13 pt (II.3.c).</summary>
    public required TextStyle Number { get; init; }

    /// <summary>Địa danh và thời gian, 13–14 pt (II.4.c).</summary>
    public required TextStyle PlaceAndDate { get; init; }

    /// <summary>Tên loại, trích yếu, Phụ lục and its title, 13–14 pt (II.5.b, III.1.b).</summary>
    public required TextStyle Title { get; init; }

    /// <summary>Nội dung and Kính gửi, 13–14 pt (II.6.e, II.9.d).</summary>
    public required TextStyle Body { get; init; }

    /// <summary>Mục, and khoản with a title: the size of the body (II.6.d).</summary>
    public required TextStyle Heading { get; init; }

    /// <summary>"Nơi nhận:", 12 pt (II.9.d).</summary>
    public required TextStyle RecipientsLabel { get; init; }

    /// <summary>The recipients, 11 pt (II.9.d).</summary>
    public required TextStyle Recipients { get; init; }

    /// <summary>Quyền hạn, chức vụ and họ tên, 13–14 pt (II.7.đ).</summary>
    public required TextStyle Authority { get; init; }

    /// <summary>"(Kèm theo …)", 13–14 pt (III.1.c).</summary>
    public required TextStyle AppendixReference { get; init; }

    /// <summary>Cells of an appendix.</summary>
    public required TextStyle Cell { get; init; }

    /// <summary>Head cells of an appendix.</summary>
    public required TextStyle HeadCell { get; init; }

    /// <summary>Số trang, 13–14 pt (I.7).</summary>
    public required TextStyle PageNumber { get; init; }

    /// <summary>Width of the text area.</summary>
    public double TextWidth => PageWidth - Left - Right;

    /// <summary>Height of the text area.</summary>
    public double TextHeight => PageHeight - Top - Bottom;

    /// <summary>The profile of a name.</summary>
    /// <exception cref="NotSupportedException">There is no such profile.</exception>
    public static LayoutProfile Named(string name) => name == Nd30Of2020.Name
        ? Nd30Of2020
        : throw new NotSupportedException($"There is no layout profile '{name}'; the only one is '{Nd30Of2020.Name}'.");

    private static double Mm(double millimetres) => millimetres * 72 / 25.4;
}
