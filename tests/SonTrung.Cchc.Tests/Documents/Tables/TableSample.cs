using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Tests.Documents.Tables;

/// <summary>A table with every kind of column.</summary>
internal sealed record TableSample(string? Text, decimal? Number = null, DateOnly? Day = null, DateTime? Moment = null)
{
    public static TableExport<TableSample> Table { get; } = new TableExport<TableSample>("Hoạt động [2026]: tuyên truyền, phổ biến", "hoat-dong-2026")
        .Text("Nội dung", 40, row => row.Text)
        .Number("Số lượng", 12, row => row.Number)
        .Date("Ngày", 13, row => row.Day)
        .Time("Lúc", 17, row => row.Moment);

    public static async IAsyncEnumerable<TableSample> Rows(params TableSample[] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
