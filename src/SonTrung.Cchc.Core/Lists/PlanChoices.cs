using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Core.Lists;

/// <summary>The orders of rows that have a place in the report.</summary>
public enum PlacedOrder
{
    /// <summary>As the report tells them.</summary>
    Place,

    /// <summary>Last entered first.</summary>
    Newest,

    /// <summary>In the order of the Vietnamese alphabet.</summary>
    Alphabet,
}

/// <summary>By what of a year's plan a list can be filtered.</summary>
/// <param name="Items">The lines in the order of the report.</param>
/// <param name="Departments">The units in charge of them, as they stand in the report.</param>
public sealed record PlanChoices(IReadOnlyList<Choice> Items, IReadOnlyList<Choice> Departments)
{
    internal static async Task<PlanChoices> OfAsync(CchcDbContext db, int year, CancellationToken cancellation) => new(
        await db.PlanItems.AsNoTracking().Where(row => row.Plan!.Year == year).InReportOrder()
            .Select(row => new Choice(row.Id, row.Title)).ToListAsync(cancellation),
        await db.Departments.AsNoTracking().Where(unit => db.PlanItems.Any(row => row.Plan!.Year == year && row.DepartmentId == unit.Id))
            .OrderBy(unit => unit.Position).ThenBy(unit => unit.Id).Select(unit => new Choice(unit.Id, unit.Name)).ToListAsync(cancellation));
}
