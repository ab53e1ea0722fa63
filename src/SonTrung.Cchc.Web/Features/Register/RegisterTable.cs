using System.Globalization;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Register;

/// <summary>The register as a table to take away: the ten columns of Phụ lục IV.</summary>
internal static class RegisterTable
{
    public static TableExport<RegisterRow> Of(int year) =>
        new TableExport<RegisterRow>(RegisterTexts.ListTitle, string.Create(CultureInfo.InvariantCulture, $"so-van-ban-di-{year}"))
            .Text(RegisterTexts.Column1, 18, row => row.NumberText)
            .Date(RegisterTexts.Column2, 13, row => row.IssuedOn)
            .Text(RegisterTexts.Column3, 70, RegisterWords.What)
            .Text(RegisterTexts.Column4, 24, row => row.Signer)
            .Text(RegisterTexts.Column5, 44, row => row.Recipients)
            .Text(RegisterTexts.Column6, 22, row => row.Keeper)
            .Number(RegisterTexts.Column7, 10, row => row.Copies)
            .Date(RegisterTexts.Column8, 13, row => row.SentOn)
            .Text(RegisterTexts.Column9, 34, RegisterWords.Receipt)
            .Text(RegisterTexts.Column10, 30, RegisterWords.Remark);
}
