using System.Text;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Tests.Documents.Tables;

public sealed class CsvTableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AnyRows_BeginsWithByteOrderMarkAndHeader()
    {
        var bytes = await BytesAsync(new TableSample("Đối thoại", -1234.5m, new DateOnly(2026, 4, 5), new DateTime(2026, 11, 24, 10, 32, 0)));

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "Nội dung;Số lượng;Ngày;Lúc\r\nĐối thoại;-1234,5;05/04/2026;24/11/2026 10:32\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("một;hai", "\"một;hai\"")]
    [InlineData("nói \"thế\"", "\"nói \"\"thế\"\"\"")]
    [InlineData("dòng một\ndòng hai", "\"dòng một\ndòng hai\"")]
    [InlineData("một, hai", "một, hai")]
    [InlineData(null, "")]
    public async Task Write_SpecialCharacters_AreQuoted(string? text, string field) => Assert.Equal(field, await FieldAsync(text));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1;2", "\"'\r=1;2\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"")]
    public async Task Write_Formula_IsMadeWords(string text, string field) => Assert.Equal(field, await FieldAsync(text));

    [Theory]
    [InlineData("-5")]
    [InlineData("+84,5")]
    [InlineData("-1.234,5")]
    [InlineData("14/KH-UBND")]
    public async Task Write_NumberOrPlainWords_StayAsTheyAre(string text) => Assert.Equal(text, await FieldAsync(text));

    private static async Task<string> FieldAsync(string? text)
    {
        var csv = Encoding.UTF8.GetString(await BytesAsync(new TableSample(text)));
        return csv[(csv.IndexOf("\r\n", StringComparison.Ordinal) + 2)..^";;;\r\n".Length];
    }

    private static async Task<byte[]> BytesAsync(params TableSample[] rows)
    {
        var output = new AsyncOnlyStream();
        await CsvTable.WriteAsync(output, TableSample.Table, TableSample.Rows(rows), Cancellation);
        return output.Bytes;
    }
}
