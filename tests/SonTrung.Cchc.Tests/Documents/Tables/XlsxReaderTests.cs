using System.IO.Compression;
using System.Text;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Tests.Evidence;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Documents.Tables;

public sealed class XlsxReaderTests
{
    [Theory]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>Đối thoại</t></is></c>""", "Text Đối thoại")]
    [InlineData("""<c r="A1" t="inlineStr"><is><r><t>Đối </t></r><r><t>thoại</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>""", "Text Đối thoại")]
    [InlineData("""<c r="A1" t="s"><v>0</v></c>""", "Text chung")]
    [InlineData("""<c r="A1" t="s"><v>1</v></c>""", "Text hai phần")]
    [InlineData("""<c r="A1" t="str"><f>A2&amp;B2</f><v>ghép</v></c>""", "Text ghép")]
    [InlineData("""<c r="A1"><v>1234.5</v></c>""", "Number 1234.5")]
    [InlineData("""<c r="A1"><v>0.30000000000000004</v></c>""", "Number 0.3")]
    [InlineData("""<c r="A1"><v>1E3</v></c>""", "Number 1000")]
    [InlineData("""<c r="A1"><f>SUM(B1:B9)</f><v>12</v></c>""", "Number 12")]
    [InlineData("""<c r="A1" s="1"><v>46117</v></c>""", "Day 2026-04-05")]
    [InlineData("""<c r="A1" s="2"><v>46117.75</v></c>""", "Day 2026-04-05")]
    [InlineData("""<c r="A1" s="3"><v>5</v></c>""", "Number 5")]
    [InlineData("""<c r="A1" s="4"><v>0.941</v></c>""", "Text 94,1%")]
    [InlineData("""<c r="A1" t="d"><v>2026-04-05T00:00:00</v></c>""", "Day 2026-04-05")]
    [InlineData("""<c r="A1" t="b"><v>1</v></c>""", "Text true")]
    [InlineData("""<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>""", "Fault #DIV/0!")]
    [InlineData("""<c r="A1"><f>NOW()</f></c>""", "Fault =")]
    public void Read_EveryKindOfCell_GivesItsValue(string cell, string expected)
    {
        var file = new XlsxFile { Words = "<si><t>chung</t></si><si><r><t>hai </t></r><r><t>phần</t></r></si>" }.Sheet("a", $"<row r=\"1\">{cell}</row>");

        var read = Read(file).Rows.Single().Cells[0];

        Assert.Equal(expected, $"{read.Kind} {read.Content}");
    }

    [Fact]
    public void Read_DaysFrom1904_AreTheSameDays()
    {
        var file = new XlsxFile { From1904 = true }.Sheet("a", """<row r="1"><c r="A1" s="1"><v>44655</v></c></row>""");

        Assert.Equal(new DateOnly(2026, 4, 5), Read(file).Rows.Single().Cells[0].Day);
    }

    [Fact]
    public void Read_GapsAndEmptyRows_KeepNumbersAndPlaces()
    {
        var file = new XlsxFile().Sheet("a", """<row r="3"><c r="B3"><v>1</v></c><c r="E3"><v>2</v></c></row><row r="4"/><row r="7"><c r="A7" t="inlineStr"><is><t>x</t></is></c></row>""");

        var rows = Read(file).Rows;

        Assert.Equal([3, 7], rows.Select(row => row.Number));
        Assert.Equal(["", "1", "", "", "2"], rows[0].Cells.Select(cell => cell.Content ?? ""));
    }

    [Fact]
    public void Read_MergedCells_CountForEveryRowAndTitlesAreNoRows()
    {
        var rows = string.Concat(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>Tháng 4</t></is></c></row>""",
            """<row r="2"><c r="A2" s="1"><v>46117</v></c><c r="B2"><v>1</v></c></row>""",
            """<row r="3"><c r="B3"><v>2</v></c></row>""",
            """<row r="4"><c r="A4" s="1"><v>46118</v></c><c r="B4"><v>3</v></c></row>""");
        var file = new XlsxFile().Sheet("a", rows, """<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>""");

        var read = Read(file).Rows;

        Assert.Equal([2, 3, 4], read.Select(row => row.Number));
        Assert.Equal([new(2026, 4, 5), new(2026, 4, 5), new DateOnly(2026, 4, 6)], read.Select(row => row.Cells[0].Day!.Value));
    }

    [Fact]
    public void Read_SeveralSheets_GivesTheVisibleOnesWithRows()
    {
        const string row = """<row r="1"><c r="A1"><v>1</v></c></row>""";
        var file = new XlsxFile().Sheet("ẩn", row, state: "hidden").Sheet("trống", "").Sheet("Hoạt động", row).Sheet("Danh mục", row);

        using var bytes = file.Open();
        Assert.Equal(["Hoạt động", "Danh mục"], TableReading.OfFile(bytes).Tables.Select(table => table.Name));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileFile_IsRefused(string name, TableRefusal expected)
    {
        using var bytes = new MemoryStream(HostileFiles[name]());

        var reading = TableReading.OfFile(bytes);

        Assert.Equal((expected, 0), (reading.Refusal, reading.Tables.Count));
    }

    public static TheoryData<string, TableRefusal> Hostile() => new()
    {
        { "nothing", TableRefusal.Empty },
        { "empty workbook", TableRefusal.Empty },
        { "zip that is no workbook", TableRefusal.TypeNotAllowed },
        { "word", TableRefusal.TypeNotAllowed },
        { "old workbook", TableRefusal.TypeNotAllowed },
        { "cut in half", TableRefusal.Damaged },
        { "macros", TableRefusal.HasMacros },
        { "macro workbook", TableRefusal.HasMacros },
        { "bomb", TableRefusal.Damaged },
        { "entities", TableRefusal.Damaged },
        { "words that are not there", TableRefusal.Damaged },
        { "no XML", TableRefusal.Damaged },
        { "too many rows", TableRefusal.TooLarge },
        { "a million rows", TableRefusal.TooLarge },
        { "spaces between the rows", TableRefusal.Damaged },
        { "one long word in every cell", TableRefusal.TooLarge },
        { "a word of ten million letters", TableRefusal.TooLarge },
        { "merged over everything", TableRefusal.TooLarge },
        { "picture", TableRefusal.TypeNotAllowed },
        { "no text", TableRefusal.WrongEncoding },
        { "windows-1258", TableRefusal.WrongEncoding },
    };

    [Fact]
    public void Read_TenThousandColumns_KeepsTheFirst()
    {
        var cells = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<c><v>{i}</v></c>"));

        Assert.Equal(200, Read(new XlsxFile().Sheet("a", $"<row>{cells}</row>")).Rows.Single().Cells.Count);
    }

    [Fact]
    public void Read_WorkbookOfLibreOffice_GivesTheCells()
    {
        Assert.SkipUnless(LibreOffice.HasCalc, LibreOffice.WhyNot);
        var csv = "Ngày;Nội dung hoạt động;Lượt người\r\n05/04/2026;Đối thoại với Nhân dân;1234,5\r\n"u8.ToArray();

        using var bytes = new MemoryStream(LibreOffice.ToXlsx([0xEF, 0xBB, 0xBF, .. csv]));
        var rows = TableReading.OfFile(bytes).Tables.Single().Rows;

        Assert.Equal(["Ngày", "Nội dung hoạt động", "Lượt người"], rows[0].Cells.Select(cell => cell.Content));
        Assert.Equal(new DateOnly(2026, 4, 5), rows[1].Cells[0].Day);
        Assert.Equal(("Đối thoại với Nhân dân", 1234.5m), (rows[1].Cells[1].Content, rows[1].Cells[2].Number));
    }

    private static readonly Dictionary<string, Func<byte[]>> HostileFiles = new()
    {
        ["nothing"] = () => [],
        ["empty workbook"] = () => Bytes(new XlsxFile().Sheet("a", "")),
        ["zip that is no workbook"] = () => EvidenceFiles.Office("application/xml"),
        ["word"] = () => EvidenceFiles.Office(),
        ["old workbook"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
        ["cut in half"] = () => Bytes(new XlsxFile().Sheet("a", Row("x")))[..500],
        ["macros"] = () => Bytes(new XlsxFile().Sheet("a", Row("x")).Part("xl/vbaProject.bin", "x")),
        ["macro workbook"] = () => Bytes(new XlsxFile { MainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Sheet("a", Row("x"))),
        ["bomb"] = () => Bytes(new XlsxFile().Sheet("a", Row("x")).Part("xl/media/image1.xml", new string('0', 20_000_000))),
        ["entities"] = () => Raw("""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""),
        ["words that are not there"] = () => Bytes(new XlsxFile().Sheet("a", """<row r="1"><c r="A1" t="s"><v>7</v></c></row>""")),
        ["no XML"] = () => Raw("<worksheet><sheetData><row><c>"),
        ["too many rows"] = () => Bytes(new XlsxFile().Sheet("a", string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", ImportBatch.MostRows + 200)))),
        ["a million rows"] = () => Bytes(new XlsxFile().Sheet("a", string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row><c><v>{i}</v></c></row>")))),
        ["spaces between the rows"] = () => Bytes(new XlsxFile().Sheet("a", Row("x") + new string(' ', 20_000_000))),
        ["one long word in every cell"] = () => Bytes(new XlsxFile { Words = $"<si><t>{new string('ữ', 30_000)}</t></si>" }
            .Sheet("a", string.Concat(Enumerable.Repeat("""<row><c t="s"><v>0</v></c></row>""", 2000)))),
        ["a word of ten million letters"] = () => Bytes(new XlsxFile().Sheet("a", string.Concat(Enumerable.Repeat(Row(Letters(10_000_000)), 3)))),
        ["merged over everything"] = () => Bytes(new XlsxFile().Sheet(
            "a",
            string.Concat(Enumerable.Range(1, 15_000).Select(i => $"""<row r="{i}"><c r="A{i}"><v>1</v></c></row>""")),
            $"<mergeCells>{string.Concat(Enumerable.Repeat("""<mergeCell ref="A1:A15000"/>""", 20))}</mergeCells>")),
        ["picture"] = () => EvidenceFiles.Picture(),
        ["no text"] = () => [0, 1, 2, 3, 4, 5, 6, 7],
        ["windows-1258"] = () => [.. "Ng\u00E0y"u8.ToArray()[..2], 0xE0, (byte)'y', (byte)';'],
    };

    private static string Letters(int count)
    {
        var random = new Random(1);
        return string.Create(count, random, (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('a' + source.Next(26));
            }
        });
    }

    private static string Row(string text) => $"""<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>""";

    private static byte[] Bytes(XlsxFile file)
    {
        using var bytes = file.Open();
        return bytes.ToArray();
    }

    /// <summary>A workbook whose sheet is this text.</summary>
    private static byte[] Raw(string sheet)
    {
        using var bytes = new XlsxFile().Sheet("a", Row("x")).Open();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(sheet));
        }

        return bytes.ToArray();
    }

    private static ReadTable Read(XlsxFile file)
    {
        using var bytes = file.Open();
        var reading = TableReading.OfFile(bytes);
        Assert.Null(reading.Refusal);
        return reading.Tables.Single();
    }
}
