using Microsoft.AspNetCore.Identity;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.FirstRun;

/// <summary>Makes an empty portal usable: catalogues, outline, the agency, its superior, and one account each.</summary>
public sealed class FirstRunService(
    CchcDbContext db, CurrentAccess access, SampleLoader starter, UserManager<UserAccount> users, TimeProvider time)
{
    /// <summary>Checks names and passwords before anything is written.</summary>
    /// <returns>The fields that Identity refuses, with its reasons.</returns>
    public async Task<IReadOnlyList<(string Field, string Reason)>> CheckAsync(FirstRunForm form)
    {
        var refusals = new List<(string, string)>();
        foreach (var (user, name, password) in new[]
        {
            (form.SystemUser, nameof(form.SystemUser), nameof(form.SystemPassword)),
            (form.AdminUser, nameof(form.AdminUser), nameof(form.AdminPassword)),
            (form.SuperiorUser, nameof(form.SuperiorUser), nameof(form.SuperiorPassword)),
        })
        {
            var account = new UserAccount { UserName = user.Trim(), FullName = user, Duties = Duties.None };
            var typed = password switch
            {
                nameof(form.SystemPassword) => form.SystemPassword,
                nameof(form.AdminPassword) => form.AdminPassword,
                _ => form.SuperiorPassword,
            };
            foreach (var validator in users.PasswordValidators)
            {
                refusals.AddRange((await validator.ValidateAsync(users, account, typed)).Errors.Select(error => (password, error.Description)));
            }

            foreach (var validator in users.UserValidators)
            {
                refusals.AddRange((await validator.ValidateAsync(users, account)).Errors.Select(error => (name, error.Description)));
            }
        }

        if (new[] { form.SystemUser, form.AdminUser, form.SuperiorUser }.Select(name => name.Trim().ToUpperInvariant()).Distinct().Count() < 3)
        {
            refusals.Add((nameof(form.SuperiorUser), FirstRunTexts.UserTwice));
        }

        return refusals;
    }

    /// <summary>Writes everything in one transaction.</summary>
    public async Task SetUpAsync(FirstRunForm form)
    {
        access.Scope = AccessScope.System(FirstRunTexts.Actor);
        await starter.LoadStartingPointAsync();
        await db.InTransactionAsync(async () =>
        {
            var superior = new Agency { Id = IdGenerator.NewId(), Code = "cap-tren", Name = PlainText.Clean(form.SuperiorName), Kind = AgencyKind.SuperiorOffice };
            var agency = new Agency { Id = IdGenerator.NewId(), Code = form.AgencyCode, Name = PlainText.Clean(form.AgencyName), Kind = AgencyKind.Commune };
            db.AddRange(superior, agency);
            AddLetterhead(form, agency, superior);
            await db.SaveChangesAsync();
            await users.CreateOrThrowAsync(Account(form.SystemUser, Duties.SystemAdministrator, null), form.SystemPassword);
            await users.CreateOrThrowAsync(Account(form.AdminUser, Duties.Administrator, agency.Id), form.AdminPassword);
            await users.CreateOrThrowAsync(Account(form.SuperiorUser, Duties.SuperiorOfficer, superior.Id), form.SuperiorPassword);
            return true;
        });
    }

    private void AddLetterhead(FirstRunForm form, Agency agency, Agency superior)
    {
        var year = time.Today().Year;
        var since = new DateOnly(year - 1, 12, 15);
        var letterhead = PlainText.CleanLines(form.LetterheadLines);
        var profile = new AgencyProfile
        {
            AgencyId = agency.Id,
            ValidFrom = since,
            FullName = PlainText.Clean(form.AgencyFullName),
            ShortName = agency.Name,
            LaterName = "UBND xã",
            LetterheadLines = letterhead,
            AuthorityName = letterhead.Split('\n')[0],
            PlaceName = PlainText.Clean(form.PlaceName),
            SymbolCode = "UBND",
            ArchiveLine = "VT",
            SuperiorName = "tỉnh",
            OneStopName = "Trung tâm Phục vụ hành chính công",
        };
        profile.Recipients.Add(new AgencyRecipient
        {
            AgencyId = agency.Id,
            Kind = RecipientKind.Addressee,
            Position = 0,
            PrintedText = superior.Name,
            RecipientAgencyId = superior.Id,
        });
        profile.Recipients.Add(new AgencyRecipient { AgencyId = agency.Id, Kind = RecipientKind.Copy, Position = 0, PrintedText = "Như trên" });
        db.Add(profile);
        db.Add(new AgencySuperior { AgencyId = agency.Id, SuperiorId = superior.Id, ValidFrom = since });
        db.Add(new Signer
        {
            AgencyId = agency.Id,
            ValidFrom = since,
            FullName = PlainText.Clean(form.SignerName),
            Post = "CHỦ TỊCH",
            Capacity = SigningCapacity.OnBehalf,
        });
        db.AddRange(ReportingPeriod.StandardYear(agency.Id, year), ReportingPeriod.StandardYear(agency.Id, year + 1));
    }

    private static UserAccount Account(string name, Duties duties, long? agencyId) => new()
    {
        UserName = name.Trim(),
        FullName = name.Trim(),
        Duties = duties,
        AgencyId = agencyId,
    };
}
