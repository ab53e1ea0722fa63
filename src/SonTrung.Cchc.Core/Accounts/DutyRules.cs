using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>Which duties there are in an agency, and which go together in one person.</summary>
public static class DutyRules
{
    private static readonly Duties[] OfCommune =
        [Duties.Staff, Duties.Clerk, Duties.ContentChecker, Duties.FormChecker, Duties.Chairman, Duties.Administrator];

    private static readonly Duties[] OfSuperiorOffice = [Duties.SuperiorOfficer, Duties.Administrator];

    /// <summary>What a person of an agency may do; of no agency, the portal's system alone.</summary>
    public static IReadOnlyList<Duties> Of(AgencyKind? kind) => kind switch
    {
        AgencyKind.Commune => OfCommune,
        AgencyKind.SuperiorOffice => OfSuperiorOffice,
        _ => [Duties.SystemAdministrator],
    };

    /// <summary>
    /// Whether one person may have these duties: at least one; an administrator has no part in the workflow;
    /// who approves neither edits nor checks.
    /// </summary>
    public static bool Fit(Duties duties, AgencyKind? kind)
    {
        var chosen = Of(kind).Where(duty => duties.HasFlag(duty)).ToList();
        var standsAlone = chosen.Exists(duty => duty is not (Duties.Staff or Duties.Clerk or Duties.ContentChecker or Duties.FormChecker));
        return chosen.Count > 0
            && chosen.Aggregate(Duties.None, (all, duty) => all | duty) == duties
            && (!standsAlone || chosen.Count == 1);
    }
}
