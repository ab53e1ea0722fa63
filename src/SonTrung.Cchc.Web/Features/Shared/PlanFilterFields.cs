using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>The fields by which a list of rows that belong to plan lines is filtered and ordered.</summary>
/// <param name="Lines">What can be chosen.</param>
/// <param name="PlanItemId">The line chosen.</param>
/// <param name="DepartmentId">The unit chosen.</param>
/// <param name="Order">The order chosen.</param>
public sealed record PlanFilterFields(PlanChoices Lines, long? PlanItemId, long? DepartmentId, PlacedOrder Order)
{
    /// <summary>What was chosen in words, for the head of a printed list.</summary>
    internal IEnumerable<string> Words()
    {
        (string Label, string? Name)[] named =
        [
            (SharedTexts.FilterPlanItem, Lines.Items.FirstOrDefault(item => item.Id == PlanItemId)?.Name),
            (SharedTexts.FilterDepartment, Lines.Departments.FirstOrDefault(unit => unit.Id == DepartmentId)?.Name),
        ];
        return named.Where(pair => pair.Name is not null).Select(pair => SharedTexts.FilterNamed.Fill(pair.Label, pair.Name));
    }
}
