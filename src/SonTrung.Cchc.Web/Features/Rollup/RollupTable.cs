using System.Globalization;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Features.Wall;

namespace SonTrung.Cchc.Web.Features.Rollup;

/// <summary>Rolled-up figures as a table to take away; the last row is the total.</summary>
internal static class RollupTable
{
    public static TableExport<RollupLine> Of(Core.Superior.Rollup rollup, RollupBy by)
    {
        var table = new TableExport<RollupLine>(RollupTexts.Title, string.Create(CultureInfo.InvariantCulture, $"tong-hop-{rollup.Period.Code}"))
            .Text(RollupWords.Name(by), 44, line => RollupWords.Name(line, by))
            .Number(RollupTexts.Activities, 14, line => line.Activities);
        return rollup.Columns.Aggregate(table, (export, column) => export.Number($"{column.Name} ({column.Unit})", 18, line => line.Of(column.Code)));
    }
}
