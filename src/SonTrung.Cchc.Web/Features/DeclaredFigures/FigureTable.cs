using System.Globalization;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Features.Activities;

namespace SonTrung.Cchc.Web.Features.DeclaredFigures;

/// <summary>The list of figures as a table to take away.</summary>
internal static class FigureTable
{
    public static TableExport<FigureRow> Of(int? year) =>
        new TableExport<FigureRow>(FigureTexts.ListTitle, string.Create(CultureInfo.InvariantCulture, $"so-lieu-khac-{year}").TrimEnd('-'))
            .Text(FigureTexts.Name, 50, row => row.Name)
            .Number(FigureTexts.Value, 16, row => row.Value)
            .Text(FigureTexts.Unit, 20, row => row.Unit)
            .Text(FigureTexts.Source, 40, row => row.Source)
            .Date(FigureTexts.AsOf, 13, row => row.AsOf)
            .Text(FigureTexts.Document, 60, row => row.Document?.Label() ?? "");
}
