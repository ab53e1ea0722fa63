namespace SonTrung.Cchc.Core.Accounts;

/// <summary>What policies speak of. Duties are turned into permissions here and nowhere else.</summary>
public enum Permission
{
    /// <summary>See the agency's plan and activities.</summary>
    ViewWork,

    /// <summary>Enter and change the year's data.</summary>
    EditWork,

    /// <summary>See the agency's reports.</summary>
    ViewReports,

    /// <summary>Write the report's lines and submit it (Trình ký).</summary>
    SubmitReports,

    /// <summary>Return a report that waits for its checks (Điều 12).</summary>
    CheckReports,

    /// <summary>Answer for a submitted report's content (Điều 12.1).</summary>
    CheckContent,

    /// <summary>Answer for a submitted report's form (Điều 12.2).</summary>
    CheckForm,

    /// <summary>Approve or return (Điều 13).</summary>
    ApproveReports,

    /// <summary>Give number and date, issue (Điều 14–18).</summary>
    IssueReports,

    /// <summary>See, acknowledge and return what was delivered to the own office.</summary>
    ReceiveReports,

    /// <summary>Accounts and audit: of the own agency, or those that the system administrator answers for.</summary>
    Administer,

    /// <summary>Departments, signers, periods, letterhead and names in the catalogues of the own agency.</summary>
    ManageAgency,

    /// <summary>See the catalogues, with the own agency's names.</summary>
    ViewCatalogues,

    /// <summary>Agencies, superior offices and what all agencies share.</summary>
    ManageSystem,
}

/// <summary>The permissions of each duty.</summary>
public static class Permissions
{
    private static readonly IReadOnlyDictionary<Duties, Permission[]> ByDuty = new Dictionary<Duties, Permission[]>
    {
        [Duties.Staff] = [Permission.ViewWork, Permission.ViewCatalogues, Permission.EditWork, Permission.ViewReports, Permission.SubmitReports],
        [Duties.Clerk] = [Permission.ViewWork, Permission.ViewCatalogues, Permission.EditWork, Permission.ViewReports, Permission.SubmitReports, Permission.IssueReports],
        [Duties.Chairman] = [Permission.ViewWork, Permission.ViewCatalogues, Permission.ViewReports, Permission.ApproveReports],
        [Duties.Administrator] = [Permission.ViewCatalogues, Permission.Administer, Permission.ManageAgency],
        [Duties.SuperiorOfficer] = [Permission.ReceiveReports],
        [Duties.ContentChecker] = [Permission.ViewWork, Permission.ViewCatalogues, Permission.ViewReports, Permission.CheckReports, Permission.CheckContent],
        [Duties.FormChecker] = [Permission.ViewWork, Permission.ViewCatalogues, Permission.ViewReports, Permission.CheckReports, Permission.CheckForm],
        [Duties.SystemAdministrator] = [Permission.ViewCatalogues, Permission.Administer, Permission.ManageSystem],
    };

    /// <summary>All permissions that a set of duties gives.</summary>
    public static IReadOnlySet<Permission> Of(Duties duties) =>
        ByDuty.Where(pair => duties.HasFlag(pair.Key)).SelectMany(pair => pair.Value).ToHashSet();
}
