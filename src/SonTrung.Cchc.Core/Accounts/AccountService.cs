using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>What administrators do with accounts, and people with their own password.</summary>
public sealed class AccountService(CchcDbContext db, UserManager<UserAccount> users, TimeProvider time)
{
    /// <summary>Creates an account once per form, with a password to be shown once; sent again, the form gives the account and no password.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AccountResult> CreateAsync(Guid formKey, AccountInput input, CancellationToken cancellation = default)
    {
        var agencyId = db.Scope.AdministersSystem ? input.AgencyId : db.Scope.WriteAgencyId;
        if (agencyId is { } id && !await db.Agencies.AnyAsync(agency => agency.Id == id, cancellation))
        {
            return new AccountResult(AccountOutcome.AgencyUnknown);
        }

        if (await CheckAsync(input, agencyId, cancellation) is { } refusal)
        {
            return new AccountResult(refusal);
        }

        var receipt = await db.FormReceipts.SingleOrDefaultAsync(row => row.Key == formKey && row.UserId == db.Scope.UserId, cancellation);
        if (receipt is null && await users.FindByNameAsync(input.UserName) is not null)
        {
            return new AccountResult(AccountOutcome.NameTaken);
        }

        string? password = null;
        var made = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                password = OneTimePassword.New();
                var user = new UserAccount
                {
                    AgencyId = agencyId,
                    UserName = input.UserName,
                    FullName = PlainText.Clean(input.FullName),
                    Duties = input.Duties,
                    DepartmentId = input.DepartmentId,
                    HasTemporaryPassword = true,
                    LockoutEnabled = true,
                };
                var result = await users.CreateAsync(user, password);
                return result.Succeeded
                    ? user.Id
                    : throw new InvalidOperationException($"Not created: {string.Join(", ", result.Errors.Select(error => error.Code))}");
            },
            cancellation);
        return new AccountResult(AccountOutcome.Done, made, password);
    }

    /// <summary>Changes name, duties and unit. New duties end the person's open sessions.</summary>
    /// <param name="id">The account.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">What was entered; sign-in name and agency stay.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<AccountResult> UpdateAsync(long id, Guid version, AccountInput input, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            async user =>
            {
                if (await CheckAsync(input, user.AgencyId, cancellation) is { } refusal)
                {
                    return refusal;
                }

                if (input.Duties != user.Duties)
                {
                    if (user.Id == db.Scope.UserId)
                    {
                        return AccountOutcome.OwnAccount;
                    }

                    if (!await LeavesAnAdministratorAsync(user, cancellation))
                    {
                        return AccountOutcome.LastAdministrator;
                    }

                    EndSessions(user);
                }

                user.FullName = PlainText.Clean(input.FullName);
                user.Duties = input.Duties;
                user.DepartmentId = input.DepartmentId;
                return AccountOutcome.Done;
            },
            cancellation);

    /// <summary>Gives a new password, to be shown once, and ends the person's open sessions.</summary>
    public async Task<AccountResult> ResetPasswordAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        var password = OneTimePassword.New();
        var result = await ChangeAsync(
            id,
            version,
            user =>
            {
                var outcome = user.Id == db.Scope.UserId ? AccountOutcome.OwnAccount
                    : user.LeftUtc is not null ? AccountOutcome.WrongState
                    : AccountOutcome.Done;
                if (outcome == AccountOutcome.Done)
                {
                    GivePassword(user, password);
                }

                return Task.FromResult(outcome);
            },
            cancellation);
        return result.Outcome == AccountOutcome.Done ? result with { Password = password } : result;
    }

    /// <summary>Lets a person try again who typed a wrong password too often.</summary>
    public Task<AccountResult> UnlockAsync(long id, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            user =>
            {
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
                return Task.FromResult(AccountOutcome.Done);
            },
            cancellation);

    /// <summary>Turns a person's second factor off, for who has lost phone and recovery codes; open sessions end.</summary>
    public Task<AccountResult> RemoveSecondFactorAsync(long id, Guid version, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            async user =>
            {
                if (user.Id == db.Scope.UserId)
                {
                    return AccountOutcome.OwnAccount;
                }

                if (!user.TwoFactorEnabled)
                {
                    return AccountOutcome.WrongState;
                }

                user.TwoFactorEnabled = false;
                db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == id).ToListAsync(cancellation));
                EndSessions(user);
                return AccountOutcome.Done;
            },
            cancellation);

    /// <summary>
    /// Đã nghỉ: the person signs in no more, open sessions end, and the work goes to colleagues in the same act. Nobody signs under a
    /// leaver's name: the leaver's posts end today, the chosen signer gets them under the own name, and reports that wait for the leaver go
    /// back to their writers.
    /// </summary>
    public Task<AccountResult> LeaveAsync(long id, Guid version, HandOverInput input, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            async user =>
            {
                if (user.Id == db.Scope.UserId)
                {
                    return AccountOutcome.OwnAccount;
                }

                if (user.LeftUtc is not null)
                {
                    return AccountOutcome.WrongState;
                }

                if (!await LeavesAnAdministratorAsync(user, cancellation))
                {
                    return AccountOutcome.LastAdministrator;
                }

                var outcome = await HandOverAsync(user, input, cancellation);
                if (outcome == AccountOutcome.Done)
                {
                    user.LeftUtc = time.GetUtcNow().UtcDateTime;
                    EndSessions(user);
                }

                return outcome;
            },
            cancellation);

    /// <summary>A leaver comes back, with a new password to be shown once.</summary>
    public async Task<AccountResult> ComeBackAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        var password = OneTimePassword.New();
        var result = await ChangeAsync(
            id,
            version,
            user =>
            {
                if (user.LeftUtc is null)
                {
                    return Task.FromResult(AccountOutcome.WrongState);
                }

                user.LeftUtc = null;
                GivePassword(user, password);
                return Task.FromResult(AccountOutcome.Done);
            },
            cancellation);
        return result.Outcome == AccountOutcome.Done ? result with { Password = password } : result;
    }

    /// <summary>Changes the own password; other sessions of the account end.</summary>
    /// <returns>Identity's refusals, or success.</returns>
    public async Task<IdentityResult> ChangeOwnPasswordAsync(string current, string wanted, CancellationToken cancellation = default)
    {
        var user = await db.Users.SingleAsync(row => row.Id == db.Scope.UserId, cancellation);
        // Saved with the new password, or not at all.
        user.HasTemporaryPassword = false;
        return await users.ChangePasswordAsync(user, current, wanted);
    }

    private async Task<AccountOutcome?> CheckAsync(AccountInput input, long? agencyId, CancellationToken cancellation)
    {
        var kind = await db.Agencies.Where(agency => agency.Id == agencyId).Select(agency => (AgencyKind?)agency.Kind).SingleOrDefaultAsync(cancellation);
        if (!DutyRules.Fit(input.Duties, kind))
        {
            return AccountOutcome.DutiesWrong;
        }

        return input.DepartmentId is { } unit && !await db.Departments.AnyAsync(row => row.Id == unit && row.AgencyId == agencyId, cancellation)
            ? AccountOutcome.DepartmentUnknown
            : null;
    }

    private async Task<AccountOutcome> HandOverAsync(UserAccount leaver, HandOverInput input, CancellationToken cancellation)
    {
        var today = time.Today();
        var items = await AccountReader.OpenItems(db, leaver.Id, await db.ReportingYearAsync(today, cancellation)).ToListAsync(cancellation);
        var owed = await AccountReader.OwedAloneAsync(db, leaver, cancellation);
        var colleague = await ColleagueAsync(leaver, input.ColleagueId, Permission.EditWork, cancellation);
        if (colleague is null && (input.ColleagueId is not null || items.Count > 0 || owed.Count > 0))
        {
            return AccountOutcome.ColleagueMissing;
        }

        var signer = await ColleagueAsync(leaver, input.SignerId, Permission.ApproveReports, cancellation);
        if (input.SignerId is not null && signer is not { FullName.Length: <= Signer.NameLength })
        {
            return AccountOutcome.SignerWrong;
        }

        items.ForEach(item => item.ResponsibleId = colleague!.Id);
        if (owed.Count > 0)
        {
            colleague!.DepartmentId = leaver.DepartmentId;
        }

        var successors = new Dictionary<long, long>();
        foreach (var post in await AccountReader.CurrentSigners(db, leaver.Id, today).ToListAsync(cancellation))
        {
            if (signer is not null)
            {
                // Nobody gets more than the leaver had: not longer, not sooner, not for more.
                var next = new Signer
                {
                    AgencyId = post.AgencyId,
                    ValidFrom = post.ValidFrom > today ? post.ValidFrom : today,
                    ValidTo = post.ValidTo,
                    Scope = post.Scope,
                    Reports = post.Reports,
                    UserId = signer.Id,
                    FullName = signer.FullName,
                    Post = post.Post,
                    HeadPost = post.HeadPost,
                    Capacity = post.Capacity,
                };
                db.Signers.Add(next);
                successors[post.Id] = next.Id;
            }

            // A post that has not begun never holds.
            post.ValidTo = post.ValidFrom > today ? post.ValidFrom.AddDays(-1) : today;
        }

        await ReportWorkflow.GiveBackAsync(db, time, leaver.Id, successors, input.ReportNote, cancellation);
        return AccountOutcome.Done;
    }

    private async Task<UserAccount?> ColleagueAsync(UserAccount leaver, long? id, Permission permission, CancellationToken cancellation)
    {
        var colleague = id is null || id == leaver.Id
            ? null
            : await AccountReader.ManagedBy(db)
                .SingleOrDefaultAsync(user => user.Id == id && user.AgencyId == leaver.AgencyId && user.LeftUtc == null, cancellation);
        return colleague is not null && Permissions.Of(colleague.Duties).Contains(permission) ? colleague : null;
    }

    /// <summary>
    /// Whether somebody else goes on administering. All of them are renewed, so that of two administrators who remove each other
    /// at the same moment only one succeeds.
    /// </summary>
    private async Task<bool> LeavesAnAdministratorAsync(UserAccount user, CancellationToken cancellation)
    {
        if (user.Duties is not (Duties.Administrator or Duties.SystemAdministrator) || user.LeftUtc is not null)
        {
            return true;
        }

        var others = await db.Users
            .Where(other => other.Id != user.Id && other.AgencyId == user.AgencyId && other.Duties == user.Duties && other.LeftUtc == null)
            .ToListAsync(cancellation);
        others.ForEach(other => other.ConcurrencyStamp = Guid.NewGuid().ToString());
        return others.Count > 0;
    }

    private void GivePassword(UserAccount user, string password)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.HasTemporaryPassword = true;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        EndSessions(user);
    }

    /// <summary>A cookie whose stamp is not the account's is refused at its next check.</summary>
    private static void EndSessions(UserAccount user) => user.SecurityStamp = Guid.NewGuid().ToString("N");

    private async Task<AccountResult> ChangeAsync(long id, Guid version, Func<UserAccount, Task<AccountOutcome>> change, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    if (await AccountReader.ManagedBy(db).SingleOrDefaultAsync(user => user.Id == id, cancellation) is not { } user)
                    {
                        return new AccountResult(AccountOutcome.NotFound);
                    }

                    db.Entry(user).Property(row => row.Version).OriginalValue = version;
                    var outcome = await change(user);
                    if (outcome == AccountOutcome.Done)
                    {
                        // Written even when nothing differs, so that a stale form never passes for a saved one.
                        user.ConcurrencyStamp = Guid.NewGuid().ToString();
                        await db.SaveChangesAsync(cancellation);
                    }

                    return new AccountResult(outcome, id);
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new AccountResult(AccountOutcome.Conflict, id);
        }
    }
}
