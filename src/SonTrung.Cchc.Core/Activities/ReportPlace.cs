namespace SonTrung.Cchc.Core.Activities;

/// <summary>Whether the report will tell of an activity, and if not, what it lacks.</summary>
public enum ReportPlace
{
    /// <summary>Its figures are added to its plan line, or it has a line of its own.</summary>
    Shown,

    /// <summary>Counted for its plan line, but without a figure to add.</summary>
    NoFigures,

    /// <summary>Its figures belong to no plan line.</summary>
    NoPlanItem,

    /// <summary>To be told separately, but lines of their own stand below a unit and it has none.</summary>
    NoDepartment,

    /// <summary>Neither figures nor plan line nor told separately: the report says nothing of it.</summary>
    Nowhere,
}

/// <summary>The rule of <see cref="Reports.ReportComposer"/>, told while an activity is entered.</summary>
public static class ReportPlaces
{
    /// <summary>Where an activity with these traits goes.</summary>
    public static ReportPlace Of(bool hasFigures, bool hasPlanItem, bool isHighlighted, bool hasDepartment) =>
        (hasFigures && hasPlanItem) || (isHighlighted && hasDepartment) ? ReportPlace.Shown
        : isHighlighted && !hasPlanItem ? ReportPlace.NoDepartment
        : hasPlanItem ? ReportPlace.NoFigures
        : hasFigures ? ReportPlace.NoPlanItem
        : ReportPlace.Nowhere;

    /// <summary>Where a row goes; its measures must be loaded.</summary>
    public static ReportPlace Of(PropagandaActivity row) =>
        Of(row.Measures.Count > 0, row.PlanItemId is not null, row.IsHighlighted, row.DepartmentId is not null);
}
