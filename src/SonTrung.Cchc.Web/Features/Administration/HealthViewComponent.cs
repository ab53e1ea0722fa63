using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Administration;

/// <summary>Health and last backup, two tiles: figures for the system's administrator, the state in words for an agency's.</summary>
public sealed class HealthViewComponent(PortalHealthReader reader, AuditVerifier audit, FailureLog failures) : ViewComponent
{
    /// <summary>Shows the tiles.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var health = await reader.ReadAsync(HttpContext.RequestAborted);
        var showsFigures = UserClaimsPrincipal.May(Permission.ManageSystem);
        return View(new HealthTiles(health, reader.ReadBackup(), failures.SinceUtc, failures.Count, failures.Last, showsFigures)
        {
            AuditHead = showsFigures && health.DatabaseTime is not null ? await audit.HeadAsync(HttpContext.RequestAborted) : null,
        });
    }
}

/// <summary>What the tiles show.</summary>
/// <param name="Health">The machine.</param>
/// <param name="Backup">The last backup.</param>
/// <param name="SinceUtc">Since when failures are counted (UTC).</param>
/// <param name="Failures">How many there were.</param>
/// <param name="LastFailure">The last one.</param>
/// <param name="ShowsFigures">For who can act on them.</param>
public sealed record HealthTiles(PortalHealth Health, BackupHealth Backup, DateTime SinceUtc, int Failures, Failure? LastFailure, bool ShowsFigures)
{
    /// <summary>The last entry of the audit, to be noted on paper; for who can act on it.</summary>
    public AuditChainHead? AuditHead { get; init; }

    /// <summary>Nothing asks to be looked at, the backup included.</summary>
    public bool IsWell => Health is { DatabaseTime: not null, IsDiskTight: false } && Failures == 0 && !AsksForBackup;

    /// <summary>There is no backup that would do.</summary>
    public bool AsksForBackup => Backup.State is not (BackupState.Fresh or BackupState.Elsewhere);

    internal string BackupSentence => Backup switch
    {
        { Last: { } last, State: BackupState.Doubtful } => AdministrationTexts.BackupDoubtfulText.Fill(last.Doubts),
        { State: BackupState.Old } => ShowsFigures ? AdministrationTexts.BackupActSystem : AdministrationTexts.BackupActAgency,
        { State: BackupState.Missing } => $"{AdministrationTexts.BackupMissingText} {(ShowsFigures ? AdministrationTexts.BackupActSystem : AdministrationTexts.BackupActAgency)}",
        { State: BackupState.Elsewhere } => AdministrationTexts.BackupElsewhereText,
        _ => "",
    };
}
