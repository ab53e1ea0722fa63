using System.Text;
using CsCheck;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Tests.Documents.Tables;

public sealed class TextTableTests
{
    [Theory]
    [InlineData("Ngày;Nội dung, hình thức;Số\r\n05/04/2026;một, hai;1,5\r\n", "Ngày|Nội dung, hình thức|Số", "05/04/2026|một, hai|1,5")]
    [InlineData("Ngày,Nội dung\n05/04/2026,\"một, hai\"\n", "Ngày|Nội dung", "05/04/2026|một, hai")]
    [InlineData("Ngày\tNội dung\r\n05/04/2026\t\"dòng một\r\ndòng hai\"", "Ngày|Nội dung", "05/04/2026|dòng một\r\ndòng hai")]
    [InlineData("a;b\n\"nói \"\"thế\"\"\";x", "a|b", "nói \"thế\"|x")]
    [InlineData("a\tb\n\"Nhà\" tuyên truyền\tx", "a|b", "\"Nhà\" tuyên truyền|x")]
    [InlineData("a\tb\n\"không đóng\tx\n", "a|b", "\"không đóng|x")]
    [InlineData("a\tb\n5\" màn hình\tx", "a|b", "5\" màn hình|x")]
    [InlineData("sep=,\na,b\n1;2,3", "a|b", "1;2|3")]
    [InlineData("a;b\r1;2\r", "a|b", "1|2")]
    [InlineData("a;b;\n1;2;", "a|b|", "1|2|")]
    [InlineData("a;b\n'=1+1;'ngoặc", "a|b", "=1+1|'ngoặc")]
    public void Read_TextWithSeparators_GivesTheCells(string text, params string[] rows) =>
        Assert.Equal(rows, TableReading.OfText(text).Tables.Single().Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Content ?? ""))));

    [Fact]
    public void Read_EmptyLinesAndLineBreaksInCells_NumbersRowsAsExcelShowsThem() =>
        Assert.Equal([1, 3, 4], TableReading.OfText("a;b\n\n\"một\nhai\";x\ny;z\n").Tables.Single().Rows.Select(row => row.Number));

    [Fact]
    public void OfFile_EveryEncodingThatKeepsVietnamese_IsRead()
    {
        const string text = "Ngày;Nội dung\r\n05/04/2026;Đối thoại\r\n";
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

        foreach (var encoding in encodings)
        {
            using var bytes = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.Equal("Đối thoại", TableReading.OfFile(bytes).Tables.Single().Rows[1].Cells[1].Content);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n;;\r\n")]
    public void Read_Nothing_IsRefused(string text) => Assert.Equal(TableRefusal.Empty, TableReading.OfText(text).Refusal);

    [Fact]
    public void Read_MoreThanIsTaken_IsRefused()
    {
        Assert.Equal(TableRefusal.TooLarge, TableReading.OfText(string.Concat(Enumerable.Repeat("a;b\n", ImportBatch.MostRows + 200))).Refusal);
        Assert.Equal(TableRefusal.Empty, TableReading.OfText(new string(';', 5000) + "a").Refusal);
        Assert.InRange(TableReading.OfText("a;" + new string('x', 100_000)).Tables.Single().Rows[0].Cells[1].Content.Length, 1, 32_768);
    }

    /// <summary>What Excel writes is read as it was, whatever stands in the cells.</summary>
    [Fact]
    public void Read_QuotedCells_ComeBackAsTheyWere()
    {
        var cell = Gen.String[Gen.Char["aữ \"\t;,\n'=5"], 0, 8];
        Gen.Select(Gen.Char["\t;,"], cell.Array[2, 4].Array[1, 5]).Sample((separator, rows) =>
        {
            var text = string.Join("\r\n", rows.Select(row => string.Join(separator, row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            var wanted = rows.Where(row => row.Any(value => Shown(value).Length > 0)).Select(row => string.Join('|', row.Select(Shown)));

            var read = TableReading.OfText($"sep={separator}\r\n{text}").Tables.SelectMany(table => table.Rows).Select(row => string.Join('|', row.Cells.Select(value => value.Content ?? "")));

            Assert.Equal(wanted, read);
        });

        static string Shown(string value)
        {
            // An apostrophe before what begins like a formula is the portal's own mark.
            var words = value is ['\'', '=' or '\t' or '\n', ..] ? value[1..] : value;
            return string.IsNullOrWhiteSpace(words) ? "" : words;
        }
    }

    /// <summary>Any text is read or refused in a moment, and nothing is lost of what has no quotation marks.</summary>
    [Fact]
    public void Read_AnyText_NeverFails() =>
        Gen.String[Gen.Char["ab\"\"\"\t;,\r\n'= "], 0, 300].Sample(text => Assert.True(TableReading.OfText(text) is { Refusal: not null } or { Tables.Count: 1 }));
}
