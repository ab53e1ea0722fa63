using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Home;

/// <summary>What needs a person: the first page and the bell ask the same reader.</summary>
public sealed class DeskReader(CchcDbContext db, DeliveryReader deliveries)
{
    /// <summary>Days before the due day from which an unfinished report asks for attention.</summary>
    public const int DueSoonDays = 30;

    /// <summary>The most corrections and recalls told one by one.</summary>
    private const int MostFollowUps = 50;

    /// <summary>What needs the signed-in person on a day, the most urgent kind first.</summary>
    /// <param name="permissions">What the person may do.</param>
    /// <param name="today">Today in Việt Nam.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<DeskItem>> ReadAsync(
        IReadOnlySet<Permission> permissions, DateOnly today, CancellationToken cancellation = default)
    {
        var items = new List<DeskItem>();
        if (permissions.Contains(Permission.ViewReports))
        {
            items.AddRange((await ReportsAsync(cancellation)).SelectMany(report => Acts(report, permissions)));
        }

        if (permissions.Contains(Permission.EditWork))
        {
            items.AddRange(await OwedAsync(cancellation));
        }

        if (permissions.Contains(Permission.SubmitReports))
        {
            items.AddRange(await CommentsAsync(cancellation));
            foreach (var due in await DueAsync(today, cancellation))
            {
                Add(items, due);
            }

            items.AddRange(await RemindersAsync(cancellation));
        }

        if (permissions.Contains(Permission.ReceiveReports) && await deliveries.CountWaitingAsync(cancellation) is > 0 and var waiting)
        {
            items.Add(new DeskItem(DeskItemKind.DeliveriesToReceive, null, 0, waiting));
        }

        if (permissions.Contains(Permission.ReceiveReports))
        {
            items.AddRange(await FollowUpsAsync(cancellation));
        }

        items.AddRange(await EndingsAsync(permissions, today, cancellation));
        return items.OrderBy(item => item.Stage is EndingStage.SevenDays or EndingStage.Ended ? 0 : 1).ThenBy(item => item.Kind).ThenBy(item => item.Year).ToList();
    }

    /// <summary>A report that came back and is due is one thing to do: it takes the day along.</summary>
    private static void Add(List<DeskItem> items, DeskItem due)
    {
        var returned = items.FindIndex(item => item.Kind == DeskItemKind.ReportReturned && item.ReportId == due.ReportId);
        if (returned < 0)
        {
            items.Add(due);
        }
        else
        {
            items[returned] = items[returned] with { DueOn = due.DueOn };
        }
    }

    /// <summary>Corrections and recalls of received reports that the office has not taken note of.</summary>
    private async Task<IEnumerable<DeskItem>> FollowUpsAsync(CancellationToken cancellation)
    {
        var office = db.Scope.WriteAgencyId;
        var rows = await db.ReportDeliveries.AsNoTracking()
            .Where(row => row.RecipientAgencyId == office
                && (row.Report!.Status == ReportStatus.Issued || row.Report.Status == ReportStatus.Received || row.Report.Status == ReportStatus.Recalled)
                && db.ReportFollowUps.Any(after => after.ReportId == row.ReportId && (row.NotedUtc == null || after.AtUtc > row.NotedUtc)))
            .OrderBy(row => row.Id).Take(MostFollowUps)
            .Select(row => new
            {
                row.Id,
                row.Report!.Year,
                IsRecalled = row.Report.Status == ReportStatus.Recalled,
                Sender = db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Name).Single(),
            })
            .ToListAsync(cancellation);
        return rows.Select(row => new DeskItem(
            row.IsRecalled ? DeskItemKind.RecallToConfirm : DeskItemKind.CorrectionToNote, null, row.Year, Name: row.Sender, DeliveryId: row.Id));
    }

    private Task<List<ReportOnDesk>> ReportsAsync(CancellationToken cancellation) =>
        db.OwnReports().AsNoTracking()
            .Where(report => !report.IsReentered
                && (report.Status == ReportStatus.AwaitingCheck || report.Status == ReportStatus.AwaitingSignature
                    || report.Status == ReportStatus.Returned || report.Status == ReportStatus.Approved
                    || report.Status == ReportStatus.Signed || report.Status == ReportStatus.Numbered
                    || report.Deliveries.Any(delivery => delivery.Status == DeliveryStatus.Returned)))
            .Select(report => new ReportOnDesk(
                report.Id,
                report.Year,
                report.Status,
                report.SubmittedById,
                db.Signers.Where(signer => signer.Id == report.SignerId).Select(signer => signer.UserId).FirstOrDefault(),
                report.Checks.Where(check => check.VersionNumber == report.VersionNumber).Select(check => check.Kind).ToList(),
                report.Deliveries.Any(delivery => delivery.Status == DeliveryStatus.Returned)
                    && !db.OwnReports().Any(other => other.ReplacesId == report.Id)))
            .ToListAsync(cancellation);

    private IEnumerable<DeskItem> Acts(ReportOnDesk report, IReadOnlySet<Permission> permissions)
    {
        var isOwn = report.SubmittedById == db.Scope.UserId;
        switch (report.Status)
        {
            case ReportStatus.AwaitingSignature when permissions.Contains(Permission.ApproveReports)
                && !isOwn && (report.SignerAccount ?? db.Scope.UserId) == db.Scope.UserId:
                yield return new DeskItem(DeskItemKind.ReportToSign, report.Id, report.Year);
                break;
            case ReportStatus.AwaitingCheck when !isOwn && permissions.Contains(Permission.CheckContent) && !report.Checks.Contains(ReportCheckKind.Content):
                yield return new DeskItem(DeskItemKind.ReportToCheckContent, report.Id, report.Year);
                break;
            case ReportStatus.AwaitingCheck when !isOwn && permissions.Contains(Permission.CheckForm) && !report.Checks.Contains(ReportCheckKind.Form):
                yield return new DeskItem(DeskItemKind.ReportToCheckForm, report.Id, report.Year);
                break;
            case ReportStatus.Numbered when permissions.Contains(Permission.IssueReports):
                yield return new DeskItem(DeskItemKind.ReportToSeal, report.Id, report.Year);
                break;
            case ReportStatus.Approved or ReportStatus.Signed when permissions.Contains(Permission.IssueReports):
                yield return new DeskItem(DeskItemKind.ReportToIssue, report.Id, report.Year);
                break;
            case ReportStatus.Returned when permissions.Contains(Permission.SubmitReports):
                yield return new DeskItem(DeskItemKind.ReportReturned, report.Id, report.Year);
                break;
            default:
                break;
        }

        if (report.IsReturnedBySuperior && permissions.Contains(Permission.SubmitReports))
        {
            yield return new DeskItem(DeskItemKind.ReportReturnedBySuperior, report.Id, report.Year);
        }
    }

    /// <summary>
    /// Certificates and capacities that end: told to whom they belong, and to the agency's administrator. A kept certificate that is also declared is told once.
    /// </summary>
    private async Task<List<DeskItem>> EndingsAsync(IReadOnlySet<Permission> permissions, DateOnly today, CancellationToken cancellation)
    {
        var (isAdministrator, signs, seals) = (
            permissions.Contains(Permission.ManageAgency), permissions.Contains(Permission.ApproveReports), permissions.Contains(Permission.IssueReports));
        if (!isAdministrator && !signs && !seals)
        {
            return [];
        }

        var (user, last) = (db.Scope.UserId, EndingStages.LastDayToldOf(today));
        var until = VietnamTime.StartOf(last.AddDays(1));
        var items = new List<DeskItem>();
        foreach (var kept in await db.KeptCertificates.AsNoTracking().Where(row => row.ExpiresUtc < until && (isAdministrator || row.UserId == user))
            .OrderBy(row => row.ExpiresUtc).Select(row => new { row.UserId, row.Use, row.SignerName, row.ExpiresUtc }).ToListAsync(cancellation))
        {
            items.Add(Ending(
                DeskItemKind.KeptCertificateEnds, VietnamTime.DayOf(kept.ExpiresUtc), today, kept.SignerName,
                kept.UserId != user ? DeskPlace.Seal : kept.Use == CertificateUse.Person ? DeskPlace.OwnCertificate : DeskPlace.OrganisationCertificate));
        }

        if ((isAdministrator || seals)
            && await db.AgencySeals.Where(row => row.CertificateEndsOn <= last).Select(row => row.CertificateEndsOn).FirstOrDefaultAsync(cancellation) is { } sealEnds)
        {
            AddUnlessKept(items, Ending(DeskItemKind.SealEnds, sealEnds, today, null, isAdministrator ? DeskPlace.Seal : DeskPlace.OrganisationCertificate));
        }

        if (isAdministrator || signs)
        {
            var place = isAdministrator ? DeskPlace.Signers : DeskPlace.OwnCertificate;
            // Who follows in the same capacity makes the warning needless.
            foreach (var signer in await db.Signers.AsNoTracking()
                .Where(row => (isAdministrator || row.UserId == user) && row.ValidFrom <= last && (row.ValidTo == null || row.ValidTo >= today)
                    && (row.CertificateEndsOn <= last || row.ValidTo <= last))
                .OrderBy(row => row.Id)
                .Select(row => new
                {
                    Signer = row,
                    IsFollowed = db.Signers.Any(next => next.AgencyId == row.AgencyId && next.Capacity == row.Capacity && next.Post == row.Post && next.Id != row.Id
                        && next.ValidFrom <= row.ValidTo!.Value.AddDays(1) && (next.ValidTo == null || next.ValidTo > row.ValidTo)),
                })
                .ToListAsync(cancellation))
            {
                if (signer.Signer.CertificateEndsOn is { } end && end <= last)
                {
                    AddUnlessKept(items, Ending(DeskItemKind.SignerCertificateEnds, end, today, signer.Signer.FullName, place));
                }

                if (signer.Signer.ValidTo is { } to && to <= last && !signer.IsFollowed)
                {
                    items.Add(Ending(DeskItemKind.CapacityEnds, to, today, signer.Signer.FullName, place));
                }
            }
        }

        return items;
    }

    private static DeskItem Ending(DeskItemKind kind, DateOnly end, DateOnly today, string? name, DeskPlace place) =>
        new(kind, null, end.Year, 1, end, name) { Stage = EndingStages.Of(end, today), Place = place };

    private static void AddUnlessKept(List<DeskItem> items, DeskItem ending)
    {
        if (!items.Exists(kept => kept.Kind == DeskItemKind.KeptCertificateEnds && kept.DueOn == ending.DueOn))
        {
            items.Add(ending);
        }
    }

    /// <summary>Comments that nobody of the writers has answered yet.</summary>
    private Task<List<DeskItem>> CommentsAsync(CancellationToken cancellation) =>
        db.ReportComments.AsNoTracking().Where(comment => comment.Status == CommentStatus.Open)
            .GroupBy(comment => new { comment.ReportId, comment.Report!.Year })
            .Select(group => new DeskItem(DeskItemKind.CommentsToAnswer, group.Key.ReportId, group.Key.Year, group.Count(), null, null, null, null))
            .ToListAsync(cancellation);

    /// <summary>Figures that the person's department owes; a person of no department is asked for none.</summary>
    private Task<List<DeskItem>> OwedAsync(CancellationToken cancellation)
    {
        var user = db.Scope.UserId;
        return db.DepartmentConfirmations.AsNoTracking()
            .Where(owed => owed.ConfirmedUtc == null && db.Users.Any(person => person.Id == user && person.DepartmentId == owed.DepartmentId))
            .Join(db.DataCollections, owed => owed.CollectionId, collection => collection.Id, (owed, collection) => new { owed, collection })
            .Where(row => row.collection.Report!.Status == ReportStatus.Draft || row.collection.Report.Status == ReportStatus.Returned)
            .Select(row => new DeskItem(
                DeskItemKind.FiguresOwed, row.collection.ReportId, row.collection.Report!.Year, 1, row.collection.ClosesOn, row.owed.Department!.Name, row.owed.DepartmentId, null))
            .ToListAsync(cancellation);
    }

    private Task<List<DeskItem>> DueAsync(DateOnly today, CancellationToken cancellation)
    {
        var soon = today.AddDays(DueSoonDays);
        return db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && period.From <= today && period.DueOn <= soon)
            .Where(period => !db.OwnReports().Any(report => report.Year == period.Year && report.PeriodKind == PeriodKind.Year
                && (report.IsReentered || (report.Status != ReportStatus.Draft && report.Status != ReportStatus.Returned && report.Status != ReportStatus.Recalled))))
            .Select(period => new DeskItem(
                DeskItemKind.ReportDue,
                db.OwnReports().Where(report => report.Year == period.Year && report.PeriodKind == PeriodKind.Year)
                    .OrderByDescending(report => report.Revision).Select(report => (long?)report.Id).FirstOrDefault(),
                period.Year, 1, period.DueOn, null, null, null))
            .ToListAsync(cancellation);
    }

    /// <summary>Reminders of superior offices, the last of each period, until the report has come.</summary>
    private async Task<List<DeskItem>> RemindersAsync(CancellationToken cancellation)
    {
        var own = db.Scope.WriteAgencyId;
        var open = await db.ReportReminders.AsNoTracking().Where(row => row.CommuneId == own)
            .Where(row => !db.ReportDeliveries.Any(sent => sent.AgencyId == own && sent.RecipientAgencyId == row.AgencyId && sent.Status != DeliveryStatus.Returned
                && sent.Report!.Status != ReportStatus.Recalled && sent.Report.Year == row.Year && sent.Report.PeriodKind == row.PeriodKind && sent.Report.PeriodOrdinal == row.PeriodOrdinal))
            .Where(row => !db.OutsideReports.Any(came => came.CommuneId == own && came.AgencyId == row.AgencyId
                && came.Year == row.Year && came.PeriodKind == row.PeriodKind && came.PeriodOrdinal == row.PeriodOrdinal))
            .OrderBy(row => row.Id)
            .Select(row => new { row.Year, row.PeriodKind, row.PeriodOrdinal, row.DueOn, row.AgencyId, Office = db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Name).Single() })
            .ToListAsync(cancellation);
        return open.GroupBy(row => (row.AgencyId, row.Year, row.PeriodKind, row.PeriodOrdinal)).Select(group => group.Last())
            .Select(row => new DeskItem(DeskItemKind.ReportReminder, null, row.Year, 1, row.DueOn, row.Office)
            {
                Period = new RequestedPeriod(row.Year, row.PeriodKind, row.PeriodOrdinal),
            }).ToList();
    }

    private sealed record ReportOnDesk(
        long Id, int Year, ReportStatus Status, long? SubmittedById, long? SignerAccount, IReadOnlyList<ReportCheckKind> Checks, bool IsReturnedBySuperior);
}

/// <summary>Something that needs a person.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="ReportId">The report; null for deliveries and for a report not opened yet.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="Count">How many things it stands for; what is counted above it is their sum.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="Name">The department that owes, the office that reminds, or the agency that sent.</param>
/// <param name="DepartmentId">The department that owes.</param>
/// <param name="DeliveryId">What was delivered to the office.</param>
public sealed record DeskItem(
    DeskItemKind Kind, long? ReportId, int Year, int Count = 1, DateOnly? DueOn = null, string? Name = null, long? DepartmentId = null, long? DeliveryId = null)
{
    /// <summary>The period that a superior office waits for.</summary>
    public RequestedPeriod? Period { get; init; }

    /// <summary>How near the end of a certificate or capacity is; null for everything else.</summary>
    public EndingStage? Stage { get; init; }

    /// <summary>Where something that ends is renewed.</summary>
    public DeskPlace? Place { get; init; }
}

/// <summary>Where something that ends is renewed.</summary>
public enum DeskPlace
{
    /// <summary>The own certificate in the portal's keeping.</summary>
    OwnCertificate,

    /// <summary>The organisation's certificate in the clerk's hand.</summary>
    OrganisationCertificate,

    /// <summary>The administrator's page of the organisation's signature.</summary>
    Seal,

    /// <summary>The administrator's page of signers.</summary>
    Signers,
}

/// <summary>What something asks for, the most urgent first.</summary>
public enum DeskItemKind
{
    /// <summary>Chờ ký.</summary>
    ReportToSign,

    /// <summary>Chờ kiểm tra nội dung.</summary>
    ReportToCheckContent,

    /// <summary>Chờ kiểm tra thể thức.</summary>
    ReportToCheckForm,

    /// <summary>Chờ cấp số, phát hành.</summary>
    ReportToIssue,

    /// <summary>A report has its number and waits for the seal.</summary>
    ReportToSeal,

    /// <summary>Bị trả lại, chờ sửa.</summary>
    ReportReturned,

    /// <summary>Ý kiến chờ trả lời.</summary>
    CommentsToAnswer,

    /// <summary>Cấp trên trả lại.</summary>
    ReportReturnedBySuperior,

    /// <summary>Cấp trên đôn đốc.</summary>
    ReportReminder,

    /// <summary>Đơn vị chưa xác nhận số liệu.</summary>
    FiguresOwed,

    /// <summary>Sắp đến hạn hoặc quá hạn báo cáo.</summary>
    ReportDue,

    /// <summary>Chờ xác nhận thu hồi.</summary>
    RecallToConfirm,

    /// <summary>Có công văn đính chính chưa xem.</summary>
    CorrectionToNote,

    /// <summary>Chờ tiếp nhận.</summary>
    DeliveriesToReceive,

    /// <summary>Chứng thư số lưu trên cổng sắp hết hạn.</summary>
    KeptCertificateEnds,

    /// <summary>Chứng thư số của cơ quan sắp hết hạn.</summary>
    SealEnds,

    /// <summary>Chứng thư số của người ký sắp hết hạn.</summary>
    SignerCertificateEnds,

    /// <summary>Tư cách ký sắp kết thúc.</summary>
    CapacityEnds,
}
