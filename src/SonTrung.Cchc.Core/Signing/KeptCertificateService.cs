using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>Why a certificate is not kept, or not signed with.</summary>
public enum KeptRefusal
{
    /// <summary>No such report or certificate for this user.</summary>
    NotFound,

    /// <summary>Production keeps none before the system administrator has recorded the decision.</summary>
    NotDecided,

    /// <summary>Production keeps one for those alone who sign in with a second factor.</summary>
    NoSecondFactor,

    /// <summary>The file is no PKCS#12, or its password is another.</summary>
    NotOpened,

    /// <summary>The file has no key.</summary>
    NoKey,

    /// <summary>The certificate can't sign now; <see cref="KeptResult.Problems"/> say why.</summary>
    CertificateProblem,

    /// <summary>The PIN is shorter or longer than allowed.</summary>
    PinLength,

    /// <summary>The picture is no PNG on a transparent ground, or too large.</summary>
    PictureWrong,

    /// <summary>The seal's picture does not fit its place in real size.</summary>
    PictureLarger,

    /// <summary>The PIN is another.</summary>
    WrongPin,

    /// <summary>Three wrong PINs: an administrator opens it again.</summary>
    Locked,

    /// <summary>Another try came at the same moment.</summary>
    Conflict,

    /// <summary>The machine's clock can't be right; <see cref="KeptResult.Clock"/> says why.</summary>
    ClockWrong,

    /// <summary>The configured time-stamp service gave no stamp.</summary>
    NoTimestamp,
}

/// <summary>How it ended.</summary>
/// <param name="Refusal">Why not; null when it was done, or when the workflow answers.</param>
public sealed record KeptResult(KeptRefusal? Refusal = null)
{
    /// <summary>What is wrong with the certificate.</summary>
    public IReadOnlyList<SignatureProblem> Problems { get; init; } = [];

    /// <summary>All that Production asks for and is missing.</summary>
    public IReadOnlyList<KeptRefusal> Missing { get; init; } = [];

    /// <summary>Why the clock can't be right.</summary>
    public ClockProblem? Clock { get; init; }

    /// <summary>It was kept, but its picture has hardly the colour that it must have.</summary>
    public bool HasOtherColour { get; init; }

    /// <summary>Tries that are left.</summary>
    public int TriesLeft { get; init; }

    /// <summary>What the workflow answered.</summary>
    public WorkflowResult? Workflow { get; init; }
}

/// <summary>A certificate that comes into keeping.</summary>
/// <param name="File">The PKCS#12.</param>
/// <param name="Password">The password of the file; not kept.</param>
/// <param name="Pin">The PIN that the owner chooses; not kept.</param>
public sealed record KeptCertificateInput(byte[] File, string? Password, string Pin)
{
    /// <summary>The picture that the signature shows: PNG on a transparent ground; null shows none.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>The real width of a seal, mm; null fills the place.</summary>
    public int? PictureMillimetres { get; init; }
}

/// <summary>Whether the portal asks for a recorded decision and a second factor before it keeps keys: in Production.</summary>
/// <param name="IsStrict">True in Production.</param>
public sealed record KeptCertificatePolicy(bool IsStrict);

/// <summary>Certificates that the portal keeps for their owners, and signing with them.</summary>
public sealed class KeptCertificateService(
    CchcDbContext db, CertificateVault vault, IReportSignatures signatures, ReportWorkflow workflow, SigningReader signing, SigningClock clock, FileStore files,
    KeptCertificatePolicy policy, TimeProvider time)
{
    /// <summary>Largest PKCS#12, bytes.</summary>
    public const int LargestFile = 100_000;

    /// <summary>Largest picture, bytes.</summary>
    public const int LargestPicture = 1_000_000;

    /// <summary>The user's own certificate for a use, or null.</summary>
    public Task<KeptCertificate?> FindAsync(CertificateUse use, CancellationToken cancellation = default)
    {
        var user = db.Scope.UserId;
        return db.KeptCertificates.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == user && row.Use == use, cancellation);
    }

    /// <summary>All of the own agency, with their owners' names.</summary>
    public Task<List<KeptRow>> ListAsync(CancellationToken cancellation = default) => db.KeptCertificates.AsNoTracking().OrderBy(row => row.Id)
        .Select(row => new KeptRow(
            row.Id, db.Users.Where(user => user.Id == row.UserId).Select(user => user.FullName).Single(), row.Use, row.SignerName, row.ExpiresUtc,
            row.WrongPins >= KeptCertificate.MostWrongPins))
        .ToListAsync(cancellation);

    /// <summary>All that keeps the portal from keeping certificates for this user; empty when it does.</summary>
    public async Task<IReadOnlyList<KeptRefusal>> MissingAsync(CancellationToken cancellation = default)
    {
        if (!policy.IsStrict)
        {
            return [];
        }

        var user = db.Scope.UserId;
        var missing = new List<KeptRefusal>();
        if (!await IsDecidedAsync(cancellation))
        {
            missing.Add(KeptRefusal.NotDecided);
        }

        if (!await db.Users.AnyAsync(row => row.Id == user && row.TwoFactorEnabled, cancellation))
        {
            missing.Add(KeptRefusal.NoSecondFactor);
        }

        return missing;
    }

    /// <summary>Takes a certificate into keeping; it replaces the owner's earlier one.</summary>
    /// <param name="use">Whose signature it makes.</param>
    /// <param name="input">The file, its password, the PIN, the picture.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<KeptResult> ImportAsync(CertificateUse use, KeptCertificateInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await MissingAsync(cancellation) is { Count: > 0 } missing)
        {
            return new KeptResult(missing[0]) { Missing = missing };
        }

        if (input.Pin.Length is < KeptCertificate.ShortestPin or > KeptCertificate.LongestPin)
        {
            return new KeptResult(KeptRefusal.PinLength);
        }

        var looks = input.Picture is { } picture ? signatures.JudgePicture(picture, use, input.PictureMillimetres) : PictureVerdict.Good;
        if (looks is PictureVerdict.Unfit or PictureVerdict.LargerThanPlace)
        {
            return new KeptResult(looks == PictureVerdict.Unfit ? KeptRefusal.PictureWrong : KeptRefusal.PictureLarger);
        }

        if (Read(input.File, input.Password) is not { } read)
        {
            return new KeptResult(KeptRefusal.NotOpened);
        }

        using var opened = new OpenedCertificate(read);
        if (opened.Own is not { } own)
        {
            return new KeptResult(KeptRefusal.NoKey);
        }

        if (signatures.Examine(own, opened.Chain) is { Count: > 0 } problems)
        {
            return new KeptResult(KeptRefusal.CertificateProblem) { Problems = problems };
        }

        var user = db.Scope.UserId ?? throw new AgencyIsolationException("Certificates are kept for signed-in people.");
        var plain = read.Export(X509ContentType.Pkcs12, "")!;
        var (salt, locked) = vault.Encrypt(plain, input.Pin, Owner(user, use));
        CryptographicOperations.ZeroMemory(plain);
        var row = new KeptCertificate
        {
            AgencyId = db.OwnAgency(),
            UserId = user,
            Use = use,
            SignerName = Short(own.GetNameInfo(X509NameType.SimpleName, forIssuer: false)),
            Issuer = Short(own.Issuer),
            Thumbprint = own.GetCertHashString(HashAlgorithmName.SHA256),
            ExpiresUtc = own.NotAfter.ToUniversalTime(),
            Certificates = CertificateBundle.Write(own, opened.Chain),
            Salt = salt,
            Rounds = CertificateVault.Rounds,
            Locked = locked,
            Picture = input.Picture,
            PictureMillimetres = input.PictureMillimetres,
            ImportedUtc = time.GetUtcNow().UtcDateTime,
        };
        return await db.InTransactionAsync(
            async () =>
            {
                db.KeptCertificates.RemoveRange(await db.KeptCertificates.Where(old => old.UserId == user && old.Use == use).ToListAsync(cancellation));
                await db.SaveChangesAsync(cancellation);
                db.KeptCertificates.Add(row);
                await db.SaveChangesAsync(cancellation);
                return new KeptResult { HasOtherColour = looks == PictureVerdict.OtherColour };
            },
            cancellation);
    }

    /// <summary>Whether the system administrator has decided that Production keeps certificates.</summary>
    public Task<bool> IsDecidedAsync(CancellationToken cancellation = default) => db.PortalSettings.AnyAsync(row => row.KeepsCertificates, cancellation);

    /// <summary>The system administrator's decision as it was recorded last.</summary>
    public async Task<PortalSettings> DecisionAsync(CancellationToken cancellation = default) =>
        await db.PortalSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new PortalSettings();

    /// <summary>Records the system administrator's decision.</summary>
    /// <param name="keeps">Whether certificates are kept from now on.</param>
    /// <param name="decision">By which decision, or why.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task DecideAsync(bool keeps, string decision, CancellationToken cancellation = default)
    {
        var row = await db.PortalSettings.SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            row = new PortalSettings();
            db.PortalSettings.Add(row);
        }

        row.KeepsCertificates = keeps;
        row.KeepingDecision = PlainText.Clean(decision);
        row.KeepingDecidedBy = db.Scope.UserName;
        row.KeepingDecidedUtc = time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes the user's own certificate out of keeping.</summary>
    public async Task<KeptResult> RemoveAsync(CertificateUse use, CancellationToken cancellation = default)
    {
        var user = db.Scope.UserId;
        if (await db.KeptCertificates.SingleOrDefaultAsync(row => row.UserId == user && row.Use == use, cancellation) is not { } row)
        {
            return new KeptResult(KeptRefusal.NotFound);
        }

        db.KeptCertificates.Remove(row);
        await db.SaveChangesAsync(cancellation);
        return new KeptResult();
    }

    /// <summary>Opens a certificate again that wrong PINs have locked; by an administrator.</summary>
    public async Task<KeptResult> ReopenAsync(long id, CancellationToken cancellation = default)
    {
        if (await db.KeptCertificates.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new KeptResult(KeptRefusal.NotFound);
        }

        row.WrongPins = 0;
        await db.SaveChangesAsync(cancellation);
        return new KeptResult();
    }

    /// <summary>Why the user's own certificate can't sign, before the PIN is asked; no refusal when it can.</summary>
    public async Task<KeptResult> ReadyAsync(CertificateUse use, CancellationToken cancellation = default)
    {
        if (await MissingAsync(cancellation) is { Count: > 0 } missing)
        {
            return new KeptResult(missing[0]) { Missing = missing };
        }

        if (await FindAsync(use, cancellation) is not { } row)
        {
            return new KeptResult(KeptRefusal.NotFound);
        }

        if (row.IsLocked)
        {
            return new KeptResult(KeptRefusal.Locked);
        }

        if (await clock.CheckAsync(cancellation) is { } wrong)
        {
            return new KeptResult(KeptRefusal.ClockWrong) { Clock = wrong };
        }

        return Examine(row) is { Count: > 0 } problems ? new KeptResult(KeptRefusal.CertificateProblem) { Problems = problems } : new KeptResult();
    }

    /// <summary>Signs a report with the user's own certificate.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="use">Whose signature.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<KeptResult> SignAsync(long reportId, Guid version, CertificateUse use, string pin, CancellationToken cancellation = default)
    {
        var action = use == CertificateUse.Person ? ReportAction.Sign : ReportAction.Seal;
        if (await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId, cancellation) is not { } report)
        {
            return new KeptResult(KeptRefusal.NotFound);
        }

        if (report.Version != version || ReportTransitions.Find(report.Status, action) is null)
        {
            return new KeptResult
            {
                Workflow = new WorkflowResult(report.Version == version ? WorkflowOutcome.WrongState : WorkflowOutcome.Conflict, reportId, report.Status),
            };
        }

        var user = db.Scope.UserId;
        if (await ReadyAsync(use, cancellation) is { Refusal: not null } refused)
        {
            return refused;
        }

        var row = await db.KeptCertificates.SingleAsync(item => item.UserId == user && item.Use == use, cancellation);
        var (certificates, refusal) = await OpenAsync(row, pin, cancellation);
        if (certificates is null)
        {
            return refusal!;
        }

        using var opened = new OpenedCertificate(certificates);
        if (signatures.Examine(opened.Own!, opened.Chain) is { Count: > 0 } problems)
        {
            return new KeptResult(KeptRefusal.CertificateProblem) { Problems = problems };
        }

        var desk = await signing.ReadAsync(report, action, cancellation);
        var signed = await signatures.SignAsync(
            await files.ReadAsync(desk.FileSha256, cancellation),
            use == CertificateUse.Person ? ReportFileStep.Signed : ReportFileStep.Sealed,
            new KeyInHand(opened.Own!, opened.Chain) { Picture = row.Picture, PictureMillimetres = row.PictureMillimetres },
            cancellation);
        if (signed is null)
        {
            return new KeptResult(KeptRefusal.NoTimestamp);
        }

        return new KeptResult
        {
            Workflow = use == CertificateUse.Person
                ? await workflow.SignAsync(reportId, version, signed, SignatureWay.Portal, cancellation)
                : await workflow.SealAsync(reportId, version, signed, SignatureWay.Portal, cancellation),
        };
    }

    /// <summary>What the certificate itself has against signing now; its key is not needed for it.</summary>
    private IReadOnlyList<SignatureProblem> Examine(KeptCertificate row)
    {
        var certificates = CertificateBundle.Read(row.Certificates);
        try
        {
            return signatures.Examine(certificates[0], certificates.Skip(1).ToList());
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    /// <summary>Counts the try, then tries the PIN: who comes second at the same moment is not tried at all.</summary>
    private async Task<(X509Certificate2Collection? Certificates, KeptResult? Refusal)> OpenAsync(KeptCertificate row, string pin, CancellationToken cancellation)
    {
        if (row.IsLocked)
        {
            return (null, new KeptResult(KeptRefusal.Locked));
        }

        row.WrongPins++;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(row).State = EntityState.Detached;
            return (null, new KeptResult(KeptRefusal.Conflict));
        }

        if (vault.Open(row.Locked, row.Salt, row.Rounds, pin, Owner(row.UserId, row.Use)) is not { } plain)
        {
            return (null, new KeptResult(row.IsLocked ? KeptRefusal.Locked : KeptRefusal.WrongPin) { TriesLeft = KeptCertificate.MostWrongPins - row.WrongPins });
        }

        row.WrongPins = 0;
        await db.SaveChangesAsync(cancellation);
        var certificates = X509CertificateLoader.LoadPkcs12Collection(plain, "", InMemory);
        CryptographicOperations.ZeroMemory(plain);
        return (certificates, null);
    }

    /// <summary>Keys leave no trace in the machine's own key stores; macOS knows no other way.</summary>
    private static X509KeyStorageFlags InMemory => OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    private static X509Certificate2Collection? Read(byte[] file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.Exportable | InMemory);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Owner(long user, CertificateUse use) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{user}/{use}");

    private static string Short(string name) => name[..Math.Min(name.Length, ReportFile.CertificateNameLength)];

    /// <summary>The certificates of a file: the one with the key, and the others.</summary>
    private sealed class OpenedCertificate(X509Certificate2Collection all) : IDisposable
    {
        public X509Certificate2? Own => all.FirstOrDefault(item => item.HasPrivateKey);

        public IReadOnlyList<X509Certificate2> Chain => all.Where(item => item != Own).ToList();

        public void Dispose()
        {
            foreach (var item in all)
            {
                item.Dispose();
            }
        }
    }
}

/// <summary>A kept certificate in the administrator's list.</summary>
/// <param name="Id">The row.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Use">Whose signature it makes.</param>
/// <param name="SignerName">The holder.</param>
/// <param name="ExpiresUtc">Until when it is valid (UTC).</param>
/// <param name="IsLocked">Whether wrong PINs have locked it.</param>
public sealed record KeptRow(long Id, string Owner, CertificateUse Use, string SignerName, DateTime ExpiresUtc, bool IsLocked);
