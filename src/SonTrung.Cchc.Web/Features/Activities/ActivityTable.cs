using System.Globalization;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Activities;

/// <summary>The log as a table to take away.</summary>
internal static class ActivityTable
{
    /// <summary>As many figures as the form takes.</summary>
    private const int Figures = 3;

    public static TableExport<ActivityRow> Of(int? year)
    {
        var table = new TableExport<ActivityRow>(ActivityTexts.LogTitle, string.Create(CultureInfo.InvariantCulture, $"hoat-dong-{year}").TrimEnd('-'))
            .Date(ActivityTexts.TableFrom, 13, row => row.StartsOn)
            .Date(ActivityTexts.TableTo, 13, row => row.EndsOn)
            .Text(ActivityTexts.ColumnWhat, 60, row => row.Title)
            .Text(ActivityTexts.ColumnPlace, 28, row => row.Place)
            .Text(ActivityTexts.ColumnChannel, 28, row => row.Channel)
            .Text(ActivityTexts.ColumnDepartment, 24, row => row.Department)
            .Text(ActivityTexts.PlanItem, 40, row => row.PlanItem ?? ActivityTexts.OutsidePlan)
            .Text(ActivityTexts.Topic, 28, row => row.Topic);
        for (var i = 0; i < Figures; i++)
        {
            var place = i;
            table.Number(ActivityTexts.TableFigure.Fill(place + 1), 11, row => place < row.Measures.Count ? row.Measures[place].Value : null)
                .Text(ActivityTexts.TableUnit.Fill(place + 1), 16, row => place < row.Measures.Count ? row.Measures[place].Unit : null);
        }

        return table
            .Number(ActivityTexts.PeopleReached, 12, row => row.PeopleReached)
            .Number(ActivityTexts.CostDong, 14, row => row.CostDong)
            .Number(ActivityTexts.ColumnEvidence, 12, row => row.EvidenceCount)
            .Time(ActivityTexts.TableEntered, 18, row => row.EnteredUtc == default ? null : VietnamTime.From(row.EnteredUtc))
            .Text(ActivityTexts.Late, 14, row => row.IsLate ? ActivityTexts.TableYes : null);
    }
}
