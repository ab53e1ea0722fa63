using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Fonts;
using static SonTrung.Cchc.Documents.Word.WordUnits;
using Id = SonTrung.Cchc.Documents.Word.WordStyleIds;
using LayoutProfile = SonTrung.Cchc.Documents.Layout.LayoutProfile;
using TextStyle = SonTrung.Cchc.Documents.Layout.TextStyle;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>
/// The styles of a document, with Vietnamese names in Word's style box: whoever changes one changes every such line.
/// Headings stand on Word's own, so that the navigation pane and tables of contents know them.
/// </summary>
internal sealed class WordStyles
{
    private const string Font = "Times New Roman";
    private const string Language = "vi-VN";

    private readonly LayoutProfile _profile;
    private readonly Styles _styles;

    private WordStyles(LayoutProfile profile)
    {
        _profile = profile;
        _styles = new Styles(Defaults(), Latent());
    }

    /// <summary>All styles of a document.</summary>
    /// <param name="document">The document; rules and Kính gửi are measured on its own lines.</param>
    /// <param name="issue">Number and date, or null while their places are blank.</param>
    /// <param name="profile">Its layout profile.</param>
    public static Styles Of(OfficialDocument document, IssueMark? issue, LayoutProfile profile)
    {
        var styles = new WordStyles(profile);
        styles.AddBuiltIn();
        styles.AddHead(document);
        styles.AddBody(WordMeasures.Addressees(document, profile));
        styles.AddFoot();
        styles.AddAppendix(document, issue);
        return styles._styles;
    }

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            Languages = new Languages { Val = Language, EastAsia = Language, Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { WidowControl = new WidowControl() }));

    // Word's own styles stay out of sight, so that the box shows those of the document.
    private static LatentStyles Latent() => new()
    {
        DefaultLockedState = false,
        DefaultUiPriority = 99,
        DefaultSemiHidden = true,
        DefaultUnhideWhenUsed = true,
        DefaultPrimaryStyle = false,
        Count = 376,
    };

    private void AddBuiltIn()
    {
        var normal = Add(Id.Normal, "Normal", null, _profile.Body, new StyleParagraphProperties());
        (normal.Default, normal.CustomStyle) = (true, null);
        Inherit(Id.Title, "Title", new StyleParagraphProperties { KeepNext = new KeepNext(), Justification = Centered() });
        Inherit(Id.Heading1, "heading 1", Outline(0));
        Inherit(Id.Heading2, "heading 2", Outline(1));
        Inherit(Id.Header, "header", new StyleParagraphProperties());
    }

    private void AddHead(OfficialDocument document)
    {
        var (left, right) = WordMeasures.LetterheadColumns(_profile);
        var agencyWidth = WordMeasures.LastLine(document.Letterhead.Agency[^1], _profile.Agency, left);
        Centre(Id.Superior, "Cơ quan chủ quản", _profile.Superior);
        Centre(Id.Agency, "Cơ quan ban hành", _profile.Agency);
        Centre(Id.Motherland, "Quốc hiệu", _profile.MotherlandLine);
        Centre(Id.Motto, "Tiêu ngữ", _profile.MottoLine);
        Centre(Id.Number, "Số và ký hiệu", _profile.Number, _profile.SpaceAboveNumber);
        Centre(Id.PlaceAndDate, "Địa danh và thời gian", _profile.PlaceAndDate, _profile.SpaceAboveNumber);
        Centre(Id.Kind, "Tên loại văn bản", _profile.Title, _profile.SpaceAboveTitle, Id.Title);
        Centre(Id.Subject, "Trích yếu", _profile.Title).StyleParagraphProperties!.KeepNext = new KeepNext();

        Add(Id.Rule, "Đường kẻ", Id.Normal, null, new StyleParagraphProperties
        {
            KeepNext = new KeepNext(),
            ParagraphBorders = new ParagraphBorders { TopBorder = Border<TopBorder>() },
            SpacingBetweenLines = RuleSpacing(_profile.Title),
        });
        AddRule(Id.AgencyRule, "Đường kẻ dưới tên cơ quan", left, agencyWidth * _profile.ShortRuleShare);
        AddRule(Id.MottoRule, "Đường kẻ dưới tiêu ngữ", right, WordMeasures.LastLine(OfficialWording.Motto, _profile.MottoLine, right));
        var subject = WordMeasures.LastLine(document.Subject[^1], _profile.Title, _profile.TextWidth);
        AddRule(Id.SubjectRule, "Đường kẻ dưới trích yếu", _profile.TextWidth, subject * _profile.ShortRuleShare);
    }

    private void AddBody(AddresseeMeasures addressees)
    {
        var head = Centre(Id.OneAddressee, "Kính gửi một nơi", _profile.Body, _profile.SpaceAboveAddressees);
        head.StyleParagraphProperties!.KeepNext = new KeepNext();
        Add(Id.AddresseesLabel, "Kính gửi", Id.Normal, null, new StyleParagraphProperties
        {
            KeepNext = new KeepNext(),
            SpacingBetweenLines = Spacing(_profile.SpaceAboveAddressees, _profile.LineSpacing),
            Indentation = new Indentation { Left = TwipsText(addressees.Label) },
        });
        Add(Id.Addressee, "Nơi kính gửi", Id.Normal, null, new StyleParagraphProperties
        {
            KeepNext = new KeepNext(),
            KeepLines = new KeepLines(),
            SpacingBetweenLines = Spacing(0, _profile.LineSpacing),
            Indentation = new Indentation { Left = TwipsText(addressees.Lines) },
        });

        Add(Id.Paragraph, "Đoạn văn", Id.Normal, null, RunningText());
        foreach (var (id, name) in new[] { (Id.Numbered, "Khoản"), (Id.Dash, "Gạch đầu dòng"), (Id.Plus, "Dấu cộng") })
        {
            Add(id, name, Id.Paragraph, null, new StyleParagraphProperties());
        }

        AddHeading(Id.Section, "Mục", Id.Heading1);
        AddHeading(Id.Heading, "Khoản có tiêu đề", Id.Heading2);
    }

    private void AddFoot()
    {
        // "Ngang hàng" (II.9.d): on the baseline of the authority's first line.
        var drop = _profile.Authority.Ascent - _profile.RecipientsLabel.Ascent;
        Add(Id.RecipientsLabel, "Nơi nhận", Id.Normal, _profile.RecipientsLabel, new StyleParagraphProperties { SpacingBetweenLines = Spacing(drop) });
        Add(Id.Recipient, "Dòng nơi nhận", Id.Normal, _profile.Recipients, new StyleParagraphProperties());
        Add(Id.Code, "Mã xác thực", Id.Normal, _profile.Recipients, new StyleParagraphProperties { SpacingBetweenLines = Spacing(_profile.SpaceAboveCode) });
        Centre(Id.Authority, "Quyền hạn và chức vụ", _profile.Authority);
        Centre(Id.SignatureRoom, "Chỗ ký", _profile.Authority).StyleParagraphProperties!.SpacingBetweenLines =
            new SpacingBetweenLines { Line = TwipsText(_profile.SealDiameter), LineRule = LineSpacingRuleValues.Exact };
        Centre(Id.Signer, "Họ tên người ký", _profile.Authority);
        Centre(Id.PageNumber, "Số trang", _profile.PageNumber, basedOn: Id.Header);
        Add(Id.SectionEnd, "Kết thúc phần", Id.Normal, null, new StyleParagraphProperties
        {
            SpacingBetweenLines = new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact },
        }).StyleRunProperties = new StyleRunProperties { Vanish = new Vanish(), FontSize = new FontSize { Val = "2" } };
        _styles.Append(new Style(
            new StyleName { Val = "Khung không kẻ" },
            new UIPriority { Val = 1 },
            new StyleTableProperties(new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = Id.FrameTable, CustomStyle = true });
    }

    private void AddAppendix(OfficialDocument document, IssueMark? issue)
    {
        Centre(Id.AppendixLabel, "Phụ lục", _profile.Title, basedOn: Id.Heading1);
        Centre(Id.AppendixTitle, "Tên phụ lục", _profile.Title).StyleParagraphProperties!.KeepNext = new KeepNext();
        Centre(Id.AppendixReference, "Chỉ dẫn kèm theo", _profile.AppendixReference).StyleParagraphProperties!.KeepNext = new KeepNext();
        var reference = WordMeasures.LastLine(OfficialWording.AppendixReference(document, issue)[^1], _profile.AppendixReference, _profile.TextWidth);
        var rule = AddRule(Id.AppendixRule, "Đường kẻ dưới chỉ dẫn", _profile.TextWidth, reference * _profile.ShortRuleShare);
        rule.SpacingBetweenLines = RuleSpacing(_profile.AppendixReference);
        rule.SpacingBetweenLines.After = TwipsText(_profile.SpaceAboveTable);
        Centre(Id.HeadCell, "Đầu cột", _profile.HeadCell).StyleParagraphProperties!.KeepNext = new KeepNext();
        Add(Id.LeftCell, "Ô canh trái", Id.Normal, _profile.Cell, new StyleParagraphProperties());
        Centre(Id.CenterCell, "Ô canh giữa", _profile.Cell);
        Add(Id.RightCell, "Ô canh phải", Id.Normal, _profile.Cell, new StyleParagraphProperties
        {
            Justification = new Justification { Val = JustificationValues.Right },
        });
        var padding = (short)Twips(_profile.CellPadding);
        // Word makes a row taller by its border, the PDF does not.
        var vertical = TwipsText(_profile.CellVerticalPadding - (_profile.RuleThickness / 2));
        _styles.Append(new Style(
            new StyleName { Val = "Bảng phụ lục" },
            new UIPriority { Val = 1 },
            new StyleTableProperties(
                new TableBorders(
                    Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableCellMarginDefault(
                    new TopMargin { Width = vertical, Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = padding, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = vertical, Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = padding, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = Id.AppendixTable, CustomStyle = true });
    }

    private void AddHeading(string id, string name, string basedOn)
    {
        var layout = RunningText();
        (layout.KeepNext, layout.KeepLines) = (new KeepNext(), new KeepLines());
        Add(id, name, basedOn, _profile.Heading, layout).NextParagraphStyle = new NextParagraphStyle { Val = Id.Paragraph };
    }

    private StyleParagraphProperties AddRule(string id, string name, double width, double length)
    {
        var side = TwipsText((width - length) / 2);
        return Add(id, name, Id.Rule, null, new StyleParagraphProperties { Indentation = new Indentation { Left = side, Right = side } }).StyleParagraphProperties!;
    }

    /// <summary>The gap of the profile is from the foot of the letters; a line of text ends a little lower.</summary>
    private SpacingBetweenLines RuleSpacing(TextStyle above) => new()
    {
        Before = TwipsText(_profile.RuleGap - (above.SingleLine - above.Ascent - above.Descent)),
        Line = "20",
        LineRule = LineSpacingRuleValues.Exact,
    };

    private Style Centre(string id, string name, TextStyle text, double before = 0, string basedOn = Id.Normal) =>
        Add(id, name, basedOn, text, new StyleParagraphProperties { SpacingBetweenLines = Spacing(before), Justification = Centered() });

    private void Inherit(string id, string name, StyleParagraphProperties layout)
    {
        var style = Add(id, name, Id.Normal, null, layout);
        style.CustomStyle = null;
        style.RemoveAllChildren<PrimaryStyle>();
    }

    private Style Add(string id, string name, string? basedOn, TextStyle? text, StyleParagraphProperties layout)
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
            StyleName = new StyleName { Val = name },
            BasedOn = basedOn is null ? null : new BasedOn { Val = basedOn },
            UIPriority = new UIPriority { Val = 1 },
            PrimaryStyle = new PrimaryStyle(),
            StyleParagraphProperties = layout,
            StyleRunProperties = text is null ? null : Letters(text),
        };
        _styles.Append(style);
        return style;
    }

    private StyleParagraphProperties RunningText() => new()
    {
        SpacingBetweenLines = Spacing(_profile.ParagraphSpacing, _profile.LineSpacing),
        Indentation = new Indentation { FirstLine = TwipsText(_profile.FirstLineIndent) },
        Justification = new Justification { Val = JustificationValues.Both },
    };

    private T Border<T>()
        where T : BorderType, new() => new()
        {
            Val = BorderValues.Single,
            Size = Eighths(_profile.RuleThickness),
            Space = 0,
            Color = "auto",
        };

    private static StyleParagraphProperties Outline(int level) => new()
    {
        KeepNext = new KeepNext(),
        KeepLines = new KeepLines(),
        OutlineLevel = new OutlineLevel { Val = level },
    };

    private static Justification Centered() => new() { Val = JustificationValues.Center };

    private static SpacingBetweenLines Spacing(double before, double lines = 1) => new()
    {
        Before = TwipsText(before),
        Line = ((int)Math.Round(lines * 240)).ToString(CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.Auto,
    };

    private static StyleRunProperties Letters(TextStyle text)
    {
        var size = HalfPoints(text.Size);
        var (bold, italic) = (text.Face is FontStyle.Bold or FontStyle.BoldItalic, text.Face is FontStyle.Italic or FontStyle.BoldItalic);
        return new StyleRunProperties
        {
            Bold = bold ? new Bold() : null,
            BoldComplexScript = bold ? new BoldComplexScript() : null,
            Italic = italic ? new Italic() : null,
            ItalicComplexScript = italic ? new ItalicComplexScript() : null,
            FontSize = new FontSize { Val = size },
            FontSizeComplexScript = new FontSizeComplexScript { Val = size },
        };
    }
}
