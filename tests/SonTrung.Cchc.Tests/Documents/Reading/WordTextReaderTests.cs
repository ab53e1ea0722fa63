using System.IO.Compression;
using System.Text;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Tests.Evidence;
using SonTrung.Cchc.Tests.Reading;

namespace SonTrung.Cchc.Tests.Documents.Reading;

/// <summary>Word files as Word writes them, piece by piece.</summary>
public sealed class WordTextReaderTests
{
    [Fact]
    public void Read_NumberedParagraphs_HaveTheLabelsThatWordCounts()
    {
        var file = Word(
            Item("KẾT QUẢ", 1, 0) + Item("Chỉ đạo", 1, 1) + Item("Đã ban hành kế hoạch.", 2, 0) + Item("Tổ chức", 1, 1) + Item("Họp.", 1, 2) + Item("Giao ban.", 1, 2)
            + Item("TỒN TẠI", 1, 0) + Item("Kinh phí", 1, 1) + Item("Ít.", 2, 0),
            Numbering);

        Assert.Equal(
            ["I. KẾT QUẢ", "1. Chỉ đạo", "- Đã ban hành kế hoạch.", "2. Tổ chức", "a) Họp.", "b) Giao ban.", "II. TỒN TẠI", "1. Kinh phí", "- Ít."],
            Lines(file));
    }

    [Fact]
    public void Read_NumberingOfTheStyle_AndAListThatBeginsAnew_AreCounted()
    {
        const string styles = """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
              <w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
              <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>
              <w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
            </w:styles>
            """;
        var file = Word(
            Paragraph("Một", "<w:pStyle w:val='Muc'/>") + Paragraph("Hai", "<w:pStyle w:val='MucCon'/>") + Item("Ba", 3, 1) + Item("Bốn", 3, 1)
            + Paragraph("Năm", "<w:pStyle w:val='Muc'/><w:numPr><w:numId w:val='0'/></w:numPr>") + Paragraph("Sáu", "<w:pStyle w:val='Vong'/>"),
            Numbering,
            styles);

        Assert.Equal(["1. Một", "2. Hai", "5. Ba", "6. Bốn", "Năm", "Sáu"], Lines(file));
    }

    [Fact]
    public void Read_MarkedChanges_AreTakenAsMade()
    {
        var file = Word("""
            <w:p><w:r><w:t xml:space="preserve">Đã tổ chức </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>02</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>03</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> hội nghị.</w:t></w:r></w:p>
            <w:p><w:moveFrom w:id="3" w:author="a"><w:r><w:t>Dời đi</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:moveTo w:id="4" w:author="a"><w:r><w:t>Dời đến</w:t></w:r></w:moveTo></w:p>
            """);

        Assert.Equal(["Đã tổ chức 03 hội nghị.", "Dời đến"], Lines(file));
    }

    [Fact]
    public void Read_WhatIsNotPrinted_IsLeftOut_AndAllElseKept()
    {
        var file = Word("""
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \@ "yyyy" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2023</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> là năm</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn</w:t></w:r><w:r><w:t>Hiện</w:t></w:r></w:p>
            <w:p><w:hyperlink><w:r><w:t>xa.gov.vn</w:t></w:r></w:hyperlink><w:fldSimple w:instr=" PAGE "><w:r><w:t xml:space="preserve"> trang 2</w:t></w:r></w:fldSimple></w:p>
            <w:sdt><w:sdtContent><w:p><w:r><w:t>Trong ô điều khiển</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:p><w:r><w:t>Không</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>ngắt</w:t></w:r><w:r><w:softHyphen/></w:r></w:p>
            <w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"><mc:Choice Requires="v"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """);

        Assert.Equal(["2023 là năm", "Hiện", "xa.gov.vn trang 2", "Trong ô điều khiển", "Không-ngắt", "Trong khung"], Lines(file));
    }

    [Fact]
    public void Read_TablesOfHeadAndFoot_AreReadColumnByColumn_OthersRowByRow()
    {
        var file = Word(
            Table([["ỦY BAN NHÂN DÂN\nXÃ SƠN TRUNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"], ["Số: 12/BC-UBND", "Sơn Trung, ngày 05 tháng 12 năm 2023"]])
            + Paragraph("BÁO CÁO") + Paragraph("Kết quả tuyên truyền") + Paragraph("Xã báo cáo như sau:")
            + Table([["TT", "Nội dung", "Số lượng"], ["1", "Tin, bài", "45"]])
            + Paragraph("Trên đây là báo cáo./.")
            + Table([["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nTrần Văn Mẫu"]]));

        Assert.Equal(
            [
                "Agency|ỦY BAN NHÂN DÂN XÃ SƠN TRUNG", "NationalName|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motto|Độc lập - Tự do - Hạnh phúc",
                "Number|Số: 12/BC-UBND", "PlaceAndDate|Sơn Trung, ngày 05 tháng 12 năm 2023", "Kind|BÁO CÁO", "Subject|Kết quả tuyên truyền", "Paragraph|Xã báo cáo như sau:",
                "Unplaced|TT | Nội dung | Số lượng", "Unplaced|1 | Tin, bài | 45", "Paragraph|Trên đây là báo cáo./.",
                "Recipient|- Như trên;", "Recipient|- Lưu: VT.", "Authority|TM. ỦY BAN NHÂN DÂN", "Authority|CHỦ TỊCH", "SignerName|Trần Văn Mẫu",
            ],
            ReadText.Of(DocumentRecognizer.Recognize(DocumentFileReader.Read(file).Lines).Document));
    }

    [Fact]
    public void Read_BreaksInsideParagraphs_AreLinesOfTheirOwn()
    {
        var file = Word("<w:p><w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t></w:r></w:p>");

        Assert.Equal([new SourceLine("Một", LineBreakKind.Manual), new SourceLine("Hai", LineBreakKind.Paragraph)], DocumentFileReader.Read(file).Lines);
    }

    public static TheoryData<string, byte[], ReadingRefusal> Refused => new()
    {
        { "not Word", EvidenceFiles.Office(EvidenceFiles.ExcelMain), ReadingRefusal.TypeNotAllowed },
        { "a ZIP", Zip(("a.txt", "a"u8.ToArray())), ReadingRefusal.TypeNotAllowed },
        { "cut off", Word(Paragraph("Một"))[..300], ReadingRefusal.Damaged },
        { "macros", EvidenceFiles.Office(EvidenceFiles.WordMain, ("word/vbaProject.bin", [1])), ReadingRefusal.HasMacros },
        { "bomb", EvidenceFiles.Office(EvidenceFiles.WordMain, ("word/media.bin", new byte[50_000_000])), ReadingRefusal.Damaged },
        { "no XML", Word("<w:p><w:r>"), ReadingRefusal.Damaged },
        { "an entity bomb", Word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before: "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'>]>"), ReadingRefusal.Damaged },
        { "deep", Word(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000))), ReadingRefusal.Damaged },
        { "too long", Word(string.Concat(Enumerable.Repeat(Paragraph("một hai ba bốn năm sáu bảy tám chín mười"), 12_000))), ReadingRefusal.TooLong },
        { "empty", Word(Paragraph("")), ReadingRefusal.Empty },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_HostileFiles_AreRefused(string name, byte[] file, ReadingRefusal expected)
    {
        var reading = DocumentFileReader.Read(file);

        Assert.True(reading.Refusal == expected, $"{name}: {reading.Refusal}");
        Assert.Empty(reading.Lines);
    }

    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>Three levels: I., 1., a); a list of dashes; and the first list again, its second level from 5.</summary>
    private const string Numbering = $"""
        <w:numbering {Namespaces}>
          <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
          </w:abstractNum>
          <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
          <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        </w:numbering>
        """;

    private static string Item(string text, int list, int level) => Paragraph(text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");

    private static string Paragraph(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Table(string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(row =>
        $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{string.Concat(cell.Split('\n').Select(line => Paragraph(line)))}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static IEnumerable<string> Lines(byte[] file)
    {
        var reading = DocumentFileReader.Read(file);
        Assert.Null(reading.Refusal);
        return reading.Lines.Select(line => line.Text).Where(text => text.Length > 0);
    }

    private static byte[] Word(string body, string? numbering = null, string? styles = null, string before = "")
    {
        const string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        return Zip(
            ("[Content_Types].xml", Utf8($"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{type}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="{type}.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="{type}.styles+xml"/></Types>
                """)),
            ("_rels/.rels", Utf8($"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>
                """)),
            ("word/_rels/document.xml.rels", Utf8($"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="{relation}/styles" Target="styles.xml"/></Relationships>
                """)),
            ("word/numbering.xml", Utf8(numbering ?? $"<w:numbering {Namespaces}/>")),
            ("word/styles.xml", Utf8(styles ?? $"<w:styles {Namespaces}/>")),
            ("word/document.xml", Utf8($"{before}<w:document {Namespaces}><w:body>{body}</w:body></w:document>")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
