using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>Rows with sound defaults, saved in the system's scope.</summary>
internal static class Given
{
    public static Agency Agency(TestDatabase database, string code, AgencyKind kind = AgencyKind.Commune) =>
        database.Add(new Agency { Code = code, Name = $"UBND xã {code}", Kind = kind });

    /// <summary>A member of staff; <see cref="Scope"/> makes the scope of the person.</summary>
    public static UserAccount User(TestDatabase database, Agency agency, string name = "canbo", Duties duties = Duties.Staff) =>
        database.Add(new UserAccount
        {
            UserName = $"{name}@{agency.Code}",
            NormalizedUserName = $"{name}@{agency.Code}".ToUpperInvariant(),
            FullName = "Trần Thị Mẫu",
            Duties = duties,
            AgencyId = agency.Id,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        });

    public static AccessScope Scope(UserAccount user) => AccessScope.ForUser(user.Id, user.UserName!, user.AgencyId);

    /// <summary>The reporting year 15/12 to 14/12.</summary>
    public static ReportingPeriod Period(TestDatabase database, Agency agency, int year) =>
        database.Add(ReportingPeriod.StandardYear(agency.Id, year));
}
