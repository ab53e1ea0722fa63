using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>The accounts that the signed-in administrator answers for.</summary>
public sealed class AccountReader(CchcDbContext db, TimeProvider time)
{
    /// <summary>Rows on a page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// An agency's administrator has the own people; the system administrator has agencies' administrators, superior officers and
    /// system administrators, and no commune's staff. Accounts are found without any agency filter, so this is their only fence.
    /// </summary>
    internal static IQueryable<UserAccount> ManagedBy(CchcDbContext db) => db.Scope switch
    {
        { WriteAgencyId: { } agency } => db.Users.Where(user => user.AgencyId == agency),
        { AdministersSystem: true } => db.Users.Where(user =>
            user.Duties == Duties.Administrator || user.Duties == Duties.SuperiorOfficer || user.Duties == Duties.SystemAdministrator),
        _ => db.Users.Where(user => false),
    };

    /// <summary>A page of the list, by given name.</summary>
    /// <param name="search">Words of the name or sign-in name, with or without marks.</param>
    /// <param name="state">Only people in this state; all when null.</param>
    /// <param name="at">Which page. A person who is gone gives the first page.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AccountPage> ListAsync(string? search, AccountState? state, PageAt at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var rows = await AllAsync(search, state, cancellation);
        var from = at.Before is { } before
            ? Math.Max(0, rows.FindIndex(row => row.Id == before) - PageSize)
            : at.After is { } after ? rows.FindIndex(row => row.Id == after) + 1 : 0;
        var page = rows.Skip(from).Take(PageSize).ToList();
        return new AccountPage(
            new ListPage<AccountRow>(page, from > 0 && page.Count > 0 ? page[0].Id : null, rows.Count > from + PageSize ? page[^1].Id : null),
            rows.Count);
    }

    /// <summary>The whole list, by given name.</summary>
    /// <param name="search">Words of the name or sign-in name, with or without marks.</param>
    /// <param name="state">Only people in this state; all when null.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<List<AccountRow>> AllAsync(string? search, AccountState? state, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // An agency has tens of people: their names are searched here, where "doi" finds "Đối" on every database.
        var words = SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (await ManagedBy(db).AsNoTracking().OrderBy(user => user.SortKey).ThenBy(user => user.Id)
                .Select(user => new
                {
                    user.Id,
                    user.FullName,
                    UserName = user.UserName!,
                    user.Duties,
                    Agency = user.Agency!.Name,
                    user.LeftUtc,
                    user.LockoutEnd,
                    user.HasTemporaryPassword,
                    Department = db.Departments.Where(unit => unit.Id == user.DepartmentId).Select(unit => unit.Name).FirstOrDefault(),
                })
                .ToListAsync(cancellation))
            .Select(user => new AccountRow(
                user.Id, user.FullName, user.UserName, user.Duties, user.Agency, user.Department,
                StateOf(user.LeftUtc, user.LockoutEnd, now), user.HasTemporaryPassword))
            .Where(row => state is null || row.State == state)
            .Where(row => SearchKey.Of($"{row.FullName} {row.UserName}") is var key && Array.TrueForAll(words, word => key.Contains(word, StringComparison.Ordinal)))
            .ToList();
    }

    /// <summary>One account, or null.</summary>
    public Task<UserAccount?> FindAsync(long id, CancellationToken cancellation = default) =>
        ManagedBy(db).AsNoTracking().Include(user => user.Agency).SingleOrDefaultAsync(user => user.Id == id, cancellation);

    /// <summary>The account's state now.</summary>
    public AccountState StateOf(UserAccount user) => StateOf(user.LeftUtc, user.LockoutEnd, time.GetUtcNow().UtcDateTime);

    /// <summary>What the form of an account offers.</summary>
    /// <param name="id">The account; null for a new one.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AccountChoices> ChoicesAsync(long? id, CancellationToken cancellation = default)
    {
        var agency = id is null
            ? db.Scope.WriteAgencyId
            : await ManagedBy(db).Where(user => user.Id == id).Select(user => user.AgencyId).SingleOrDefaultAsync(cancellation);
        var kind = await KindAsync(agency, cancellation);
        var choosesAgency = id is null && db.Scope.AdministersSystem;
        return new AccountChoices(
            choosesAgency ? [Duties.Administrator, Duties.SuperiorOfficer, Duties.SystemAdministrator] : DutyRules.Of(kind),
            await db.Departments.AsNoTracking().ValidOn(time.Today()).OrderBy(row => row.Position).ThenBy(row => row.Id)
                .Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            choosesAgency
                ? (await db.Agencies.AsNoTracking().Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation))
                    .OrderBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).ToList()
                : null);
    }

    /// <summary>What a person would leave behind, and who could take it; null when there is no such person at work.</summary>
    public async Task<HandOver?> HandOverAsync(long id, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { LeftUtc: null } user)
        {
            return null;
        }

        var today = time.Today();
        var colleagues = await ManagedBy(db).AsNoTracking()
            .Where(other => other.Id != id && other.AgencyId == user.AgencyId && other.LeftUtc == null)
            .OrderBy(other => other.SortKey).ToListAsync(cancellation);
        return new HandOver(
            user,
            await OpenItems(db, id, await db.ReportingYearAsync(today, cancellation)).AsNoTracking()
                .OrderBy(item => item.Plan!.Year).ThenBy(item => item.Section).ThenBy(item => item.Position)
                .Select(item => new HandOverItem(item.Plan!.Year, item.Title)).ToListAsync(cancellation),
            await CurrentSigners(db, id, today).AsNoTracking().OrderBy(signer => signer.Id).Select(signer => signer.Post).ToListAsync(cancellation),
            await OwedAloneAsync(db, user, cancellation) is { Count: > 0 } ? user.DepartmentId : null,
            await db.Departments.AsNoTracking().Where(unit => unit.Id == user.DepartmentId).Select(unit => unit.Name).SingleOrDefaultAsync(cancellation),
            colleagues.Where(other => Permissions.Of(other.Duties).Contains(Permission.EditWork)).Select(other => new Choice(other.Id, other.FullName)).ToList(),
            colleagues.Where(other => other.Duties.HasFlag(Duties.Chairman)).Select(other => new Choice(other.Id, other.FullName)).ToList())
        {
            ReportYears = await ReportWorkflow.WaitingFor(db, id).OrderBy(report => report.Year).ThenBy(report => report.Id).Select(report => report.Year).ToListAsync(cancellation),
            Checks = await ChecksAloneAsync(user, colleagues, cancellation),
        };
    }

    /// <summary>The checks of submitted reports that nobody else could make.</summary>
    private async Task<List<HandOverCheck>> ChecksAloneAsync(UserAccount user, List<UserAccount> colleagues, CancellationToken cancellation)
    {
        var alone = new[] { (Duties.ContentChecker, ReportCheckKind.Content), (Duties.FormChecker, ReportCheckKind.Form) }
            .Where(pair => user.Duties.HasFlag(pair.Item1) && !colleagues.Exists(other => other.Duties.HasFlag(pair.Item1))).Select(pair => pair.Item2).ToList();
        if (alone.Count == 0)
        {
            return [];
        }

        var waiting = await db.AnnualReports.AsNoTracking().Where(report => report.AgencyId == user.AgencyId && report.Status == ReportStatus.AwaitingCheck)
            .OrderBy(report => report.Year).ThenBy(report => report.Id)
            .Select(report => new { report.Year, Done = report.Checks.Where(check => check.VersionNumber == report.VersionNumber).Select(check => check.Kind).ToList() })
            .ToListAsync(cancellation);
        return waiting.SelectMany(report => alone.Except(report.Done).Select(kind => new HandOverCheck(report.Year, kind))).ToList();
    }

    /// <summary>The lines of this year's and later plans that a person answers for; those of years past keep the name.</summary>
    internal static IQueryable<PlanItem> OpenItems(CchcDbContext db, long userId, int year) =>
        db.PlanItems.Where(item => item.ResponsibleId == userId && item.Plan!.Year >= year);

    /// <summary>The posts in which a person signs today or later.</summary>
    internal static IQueryable<Signer> CurrentSigners(CchcDbContext db, long userId, DateOnly today) =>
        db.Signers.Where(signer => signer.UserId == userId && (signer.ValidTo == null || signer.ValidTo >= today));

    /// <summary>What a person's department still has to confirm when nobody else works there.</summary>
    internal static async Task<List<DepartmentConfirmation>> OwedAloneAsync(CchcDbContext db, UserAccount user, CancellationToken cancellation)
    {
        if (user.DepartmentId is not { } unit
            || await db.Users.AnyAsync(other => other.Id != user.Id && other.DepartmentId == unit && other.LeftUtc == null, cancellation))
        {
            return [];
        }

        return await db.DepartmentConfirmations.AsNoTracking()
            .Where(row => row.DepartmentId == unit && row.ConfirmedUtc == null
                && db.DataCollections.Any(collection => collection.Id == row.CollectionId && db.AnnualReports.Any(report => report.Id == collection.ReportId))).ToListAsync(cancellation);
    }

    private async Task<AgencyKind?> KindAsync(long? agency, CancellationToken cancellation) => agency is null
        ? null
        : await db.Agencies.Where(row => row.Id == agency).Select(row => (AgencyKind?)row.Kind).SingleAsync(cancellation);

    private static AccountState StateOf(DateTime? leftUtc, DateTimeOffset? lockedUntil, DateTime now) =>
        leftUtc is not null ? AccountState.Left
        : lockedUntil?.UtcDateTime > now ? AccountState.Locked
        : AccountState.Working;
}

/// <summary>Whether a person can sign in.</summary>
public enum AccountState
{
    /// <summary>Đang làm việc.</summary>
    Working,

    /// <summary>Tạm khóa after too many wrong passwords.</summary>
    Locked,

    /// <summary>Đã nghỉ.</summary>
    Left,
}

/// <summary>A page of the list.</summary>
/// <param name="List">Its rows and its neighbours.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record AccountPage(ListPage<AccountRow> List, int Count);

/// <summary>A person in the list.</summary>
public sealed record AccountRow(
    long Id, string FullName, string UserName, Duties Duties, string? Agency, string? Department, AccountState State, bool HasTemporaryPassword) : IListRow;

/// <summary>What the form of an account offers.</summary>
/// <param name="Duties">Duties.</param>
/// <param name="Departments">Units of today.</param>
/// <param name="Agencies">Agencies, for a system administrator who enters a new person; else null.</param>
public sealed record AccountChoices(IReadOnlyList<Duties> Duties, IReadOnlyList<Choice> Departments, IReadOnlyList<Choice>? Agencies);

/// <summary>What a leaver leaves behind.</summary>
/// <param name="User">The person.</param>
/// <param name="Items">Plan lines.</param>
/// <param name="Posts">Posts in which the person signs.</param>
/// <param name="OwingDepartmentId">The person's department when it still owes its word and would have nobody.</param>
/// <param name="Department">The name of the person's department.</param>
/// <param name="Colleagues">Who could go on with the work.</param>
/// <param name="Signers">Who could sign.</param>
public sealed record HandOver(
    UserAccount User, IReadOnlyList<HandOverItem> Items, IReadOnlyList<string> Posts, long? OwingDepartmentId, string? Department,
    IReadOnlyList<Choice> Colleagues, IReadOnlyList<Choice> Signers)
{
    /// <summary>Whether somebody must be chosen to go on.</summary>
    public bool NeedsColleague => Items.Count > 0 || OwingDepartmentId is not null;

    /// <summary>The years of the reports that wait for the person's approval or signature.</summary>
    public IReadOnlyList<int> ReportYears { get; init; } = [];

    /// <summary>The checks that wait for the person and that nobody else could make.</summary>
    public IReadOnlyList<HandOverCheck> Checks { get; init; } = [];

    /// <summary>Nothing waits for the person.</summary>
    public bool IsEmpty => !NeedsColleague && Posts.Count == 0 && ReportYears.Count == 0 && Checks.Count == 0;
}

/// <summary>A check of a submitted report that nobody else could make.</summary>
/// <param name="Year">The report's year.</param>
/// <param name="Kind">What is to be checked.</param>
public sealed record HandOverCheck(int Year, ReportCheckKind Kind);

/// <summary>A plan line to hand over.</summary>
public sealed record HandOverItem(int Year, string Title);
