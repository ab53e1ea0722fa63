using System.Globalization;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.References;

/// <summary>The list of documents as a table to take away.</summary>
internal static class ReferenceTable
{
    public static TableExport<ReferenceRow> Of(int? year, string ownName) =>
        new TableExport<ReferenceRow>(ReferenceTexts.ListTitle, string.Create(CultureInfo.InvariantCulture, $"van-ban-can-cu-{year}").TrimEnd('-'))
            .Text(ReferenceTexts.Kind, 16, row => row.Kind)
            .Text(ReferenceTexts.Number, 20, row => row.Number)
            .Date(ReferenceTexts.IssuedOn, 13, row => row.IssuedOn)
            .Text(ReferenceTexts.Issuer, 32, row => row.IsOwn ? ownName : row.Issuer)
            .Text(ReferenceTexts.Subject, 70, row => row.Subject)
            .Text(ReferenceTexts.Purpose, 24, row => ReferenceWords.Of(row.Purpose))
            .Number(ReferenceTexts.ColumnUses, 12, row => row.Uses);
}
