using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Features.Users;

/// <summary>Duties and states in words.</summary>
internal static class DutyTexts
{
    public static string Name(Duties duty) => duty switch
    {
        Duties.Staff => UserTexts.DutyStaff,
        Duties.Clerk => UserTexts.DutyClerk,
        Duties.ContentChecker => UserTexts.DutyContentChecker,
        Duties.FormChecker => UserTexts.DutyFormChecker,
        Duties.Chairman => UserTexts.DutyChairman,
        Duties.Administrator => UserTexts.DutyAdministrator,
        Duties.SuperiorOfficer => UserTexts.DutySuperiorOfficer,
        Duties.SystemAdministrator => UserTexts.DutySystemAdministrator,
        _ => UserTexts.DutyNone,
    };

    /// <summary>The duty with what it is about, for the form.</summary>
    public static string Description(Duties duty) => $"{Name(duty)}: " + duty switch
    {
        Duties.Staff => UserTexts.DutyStaffDoes,
        Duties.Clerk => UserTexts.DutyClerkDoes,
        Duties.ContentChecker => UserTexts.DutyContentCheckerDoes,
        Duties.FormChecker => UserTexts.DutyFormCheckerDoes,
        Duties.Chairman => UserTexts.DutyChairmanDoes,
        Duties.Administrator => UserTexts.DutyAdministratorDoes,
        Duties.SuperiorOfficer => UserTexts.DutySuperiorOfficerDoes,
        _ => UserTexts.DutySystemAdministratorDoes,
    };

    public static string Names(Duties duties) => string.Join(", ", Split(duties).Select(Name));

    public static List<Duties> Split(Duties duties) =>
        Enum.GetValues<Duties>().Where(duty => duty != Duties.None && duties.HasFlag(duty)).ToList();

    public static string Name(AccountState state) => state switch
    {
        AccountState.Locked => UserTexts.StateLocked,
        AccountState.Left => UserTexts.StateLeft,
        _ => UserTexts.StateWorking,
    };
}
