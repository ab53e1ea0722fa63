using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>What is entered about a signer.</summary>
public sealed record SignerInput
{
    /// <summary>The name as printed, without titles.</summary>
    public required string FullName { get; init; }

    /// <summary>The own post.</summary>
    public required string Post { get; init; }

    /// <summary>The capacity.</summary>
    public required SigningCapacity Capacity { get; init; }

    /// <summary>The post signed for (KT., TL., TUQ.).</summary>
    public string? HeadPost { get; init; }

    /// <summary>The first day; kept once it is saved.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The account that approves.</summary>
    public long? UserId { get; init; }

    /// <summary>The personal certificate: thumbprint or holder.</summary>
    public string? Certificate { get; init; }

    /// <summary>The certificate's last day.</summary>
    public DateOnly? CertificateEndsOn { get; init; }

    /// <summary>What may be signed, and by which paper that was given.</summary>
    public string? Scope { get; init; }

    /// <summary>Which reports may be signed; all when null.</summary>
    public SignedReports? Reports { get; init; }
}

/// <summary>Who may sign for the agency. Old papers keep their signers; only one that no paper names can be taken away.</summary>
public sealed class SignerService(CchcDbContext db, TimeProvider time)
{
    /// <summary>All signers, present ones first.</summary>
    public async Task<IReadOnlyList<SignerRow>> ListAsync(CancellationToken cancellation = default)
    {
        var today = time.Today();
        var authority = await db.AgencyProfiles.AsNoTracking().ValidOn(today).OrderByDescending(row => row.ValidFrom)
            .Select(row => row.AuthorityName).FirstOrDefaultAsync(cancellation) ?? "";
        return (await db.Signers.AsNoTracking()
                .Select(row => new { Signer = row, Account = db.Users.Where(user => user.Id == row.UserId).Select(user => user.FullName).FirstOrDefault() })
                .ToListAsync(cancellation))
            .Select(row => new SignerRow(row.Signer, row.Signer.AuthorityLines(authority), row.Account, row.Signer.ValidTo is { } last && last < today))
            .OrderBy(row => row.HasEnded).ThenBy(row => row.Signer.Capacity).ThenByDescending(row => row.Signer.ValidFrom).ThenBy(row => row.Signer.Id)
            .ToList();
    }

    /// <summary>One signer, or null.</summary>
    public Task<Signer?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.Signers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The accounts that approve, by given name.</summary>
    public Task<List<Choice>> AccountsAsync(CancellationToken cancellation = default) => Approvers()
        .OrderBy(user => user.SortKey).ThenBy(user => user.Id).Select(user => new Choice(user.Id, user.FullName)).ToListAsync(cancellation);

    /// <summary>Enters a signer once per form.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, SignerInput input, CancellationToken cancellation = default)
    {
        var row = new Signer { AgencyId = db.OwnAgency(), FullName = "", Post = "", Capacity = input.Capacity, ValidFrom = input.ValidFrom };
        if (await FillAsync(row, input, cancellation) is { } refusal)
        {
            return new SetupResult(refusal);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                db.Signers.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation));
    }

    /// <summary>Changes a signer; the first day stays.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, SignerInput input, CancellationToken cancellation = default)
    {
        if (await db.Signers.SingleOrDefaultAsync(signer => signer.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        return await FillAsync(row, input, cancellation) is { } refusal
            ? new SetupResult(refusal, id)
            : await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Whether no report and no plan, deleted ones included, names a signer, who was then entered by mistake and can be taken away.</summary>
    public Task<bool> IsUnusedAsync(long id, CancellationToken cancellation = default) =>
        db.Signers.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(
            signer => signer.Id == id && !db.AnnualReports.Any(row => row.SignerId == id) && !db.Plans.Any(row => row.SignerId == id), cancellation);

    /// <summary>Takes away a signer whom no paper names.</summary>
    public async Task<SetupResult> RemoveAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await db.Signers.SingleOrDefaultAsync(signer => signer.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (!await IsUnusedAsync(id, cancellation))
        {
            return new SetupResult(SetupOutcome.Needed, id);
        }

        db.Remove(row);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Whether a capacity prints the post signed for.</summary>
    public static bool SignsForAnother(SigningCapacity capacity) => capacity is not (SigningCapacity.OnBehalf or SigningCapacity.Acting);

    private async Task<SetupOutcome?> FillAsync(Signer row, SignerInput input, CancellationToken cancellation)
    {
        var isKnown = input.UserId is not { } account || account == row.UserId || await Approvers().AnyAsync(user => user.Id == account, cancellation);
        row.FullName = PlainText.Clean(input.FullName);
        row.Post = Capitals(input.Post);
        row.Capacity = input.Capacity;
        row.HeadPost = SignsForAnother(input.Capacity) ? Capitals(input.HeadPost) : null;
        row.Reports = SignsForAnother(input.Capacity) ? input.Reports : null;
        row.ValidTo = input.ValidTo;
        row.UserId = input.UserId;
        row.Scope = PlainText.Clean(input.Scope) is { Length: > 0 } scope ? scope : null;
        var certificate = PlainText.Clean(input.Certificate) is { Length: > 0 } typed ? typed : null;
        row.CertificateEndsOn = certificate is null || (certificate != row.Certificate && input.CertificateEndsOn == row.CertificateEndsOn) ? null : input.CertificateEndsOn;
        row.Certificate = certificate;
        return row.ValidTo < row.ValidFrom ? SetupOutcome.EndsBeforeStart
            : row is { Capacity: SigningCapacity.ByAuthorisation } and ({ ValidTo: null } or { Scope: null }) ? SetupOutcome.Unlimited
            : isKnown && row.HeadPost is not "" ? null
            : SetupOutcome.ChoiceWrong;
    }

    private IQueryable<UserAccount> Approvers() =>
        db.Users.AsNoTracking().Where(user => user.AgencyId == db.OwnAgency() && user.Duties == Duties.Chairman && user.LeftUtc == null);

    private static string Capitals(string? text) => PlainText.Clean(text).ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
}

/// <summary>A signer in the list.</summary>
/// <param name="Signer">The signer.</param>
/// <param name="AuthorityLines">What is printed above the name.</param>
/// <param name="Account">Who approves, by name.</param>
/// <param name="HasEnded">Whether the last day is past.</param>
public sealed record SignerRow(Signer Signer, IReadOnlyList<string> AuthorityLines, string? Account, bool HasEnded);
