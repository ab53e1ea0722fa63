using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Register;

/// <summary>The register of the agency's outgoing documents (Sổ đăng ký văn bản đi, Điều 16).</summary>
public sealed class OutgoingRegister(CchcDbContext db, NumberSeries numbers, FileStore files, TimeProvider time)
{
    private const string Archive = "Lưu:";
    private const string AsAbove = "Như trên";

    /// <summary>A page of the register.</summary>
    public async Task<RegisterList> ListAsync(RegisterFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var year = await YearAsync(filter.Year, cancellation);
        var kinds = await OwnRows().AsNoTracking().Where(row => row.NumberYear == year.Year).Select(row => row.Kind).Distinct().ToListAsync(cancellation);
        var page = await Filtered(filter, year.Year).PageAsync(row => row.BookOrder, DirectionOf(filter), at, Row, cancellation: cancellation);
        return new RegisterList(year, kinds.OrderBy(SortKey.Of, StringComparer.Ordinal).ToList(), page);
    }

    /// <summary>All lines of a list, in its order.</summary>
    public async IAsyncEnumerable<RegisterRow> StreamAsync(RegisterFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = filter.Year ?? time.Today().Year;
        await foreach (var row in Filtered(filter, year).StreamAsync(row => row.BookOrder, DirectionOf(filter), Row, cancellation))
        {
            yield return row;
        }
    }

    /// <summary>The book of a year as the decree lays it out, to be printed and bound (Điều 16.2.b).</summary>
    public async Task<RegisterBook> PrintAsync(RegisterFilter filter, CancellationToken cancellation = default)
    {
        var year = filter.Year ?? time.Today().Year;
        var lines = await db.AgencyProfiles.AsNoTracking().ValidOn(time.Today()).OrderByDescending(row => row.ValidFrom)
            .Select(row => row.LetterheadLines).FirstOrDefaultAsync(cancellation);
        var head = lines?.Split('\n') ?? [];
        var rows = new List<RegisterRow>();
        await foreach (var row in StreamAsync(filter with { Year = year, Order = RegisterOrder.Book }, cancellation))
        {
            if (rows.Count == RegisterBook.MostRows)
            {
                return new RegisterBook(year, head, rows, IsWhole: false);
            }

            rows.Add(row);
        }

        return new RegisterBook(year, head, rows, IsWhole: true);
    }

    /// <summary>The deleted lines, last deleted first.</summary>
    public Task<ListPage<DeletedRow>> DeletedAsync(PageAt at, CancellationToken cancellation = default) =>
        OwnRows().AsNoTracking().Deleted().PageAsync(
            row => row.DeletedUtc!.Value,
            ListOrder.Descending,
            at,
            row => new DeletedRow(row.Id, row.Kind + " " + row.Number + "/" + row.Symbol + " – " + row.Subject, row.NumberYear, row.DeletedUtc!.Value),
            cancellation: cancellation);

    /// <summary>One line, or null.</summary>
    public async Task<RegisterDetail?> FindAsync(long id, CancellationToken cancellation = default) =>
        await OwnRows().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? new RegisterDetail(
                row,
                await db.OwnReports().AsNoTracking().Where(report => report.Id == row.ReportId)
                    .Select(report => new RegisteredReport(report.Id, report.Year, report.Status)).SingleOrDefaultAsync(cancellation),
                row.CancelReason is null ? await ReceiptsOf(row.ReportId).ToListAsync(cancellation) : [],
                await db.ReportFollowUps.AsNoTracking().Where(found => found.EntryId == id).OrderBy(found => found.Id)
                    .Select(found => new RegisterSubject(found.ReportId, found.Report!.Year, found.Kind)).FirstOrDefaultAsync(cancellation))
            : null;

    /// <summary>What the form offers.</summary>
    public async Task<RegisterChoices> ChoicesAsync(CancellationToken cancellation = default)
    {
        var used = await OwnRows().AsNoTracking().Select(row => row.Kind).Distinct().ToListAsync(cancellation);
        var keepers = await OwnRows().AsNoTracking().Where(row => row.Keeper != "").Select(row => row.Keeper).Distinct().ToListAsync(cancellation);
        var signers = await db.Signers.AsNoTracking().ValidOn(time.Today()).Select(row => row.FullName).Distinct().ToListAsync(cancellation);
        return new RegisterChoices(
            DocumentKinds.Names.Union(used.OrderBy(SortKey.Of, StringComparer.Ordinal)).ToList(),
            signers.OrderBy(SortKey.ForPerson, StringComparer.Ordinal).ToList(),
            keepers.OrderBy(SortKey.Of, StringComparer.Ordinal).ToList());
    }

    /// <summary>What the form of a document proposes: the next number, and the symbol that such documents have.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="day">Its date; today when null.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<NumberOffer> OfferAsync(string? kind, DateOnly? day, CancellationToken cancellation = default)
    {
        var date = day ?? time.Today();
        var offer = await numbers.OfferAsync(PlainText.Clean(kind), date.Year, cancellation);
        return offer with { Symbol = offer.Symbol ?? await UsualSymbolAsync(kind, date, cancellation) };
    }

    /// <summary>Takes in the signed file of a document: a PDF, no larger than the portal's setting. The caller disposes it.</summary>
    /// <param name="fileName">Its name at the sender's.</param>
    /// <param name="content">Its bytes, read once.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<EntryFileResult> ReceiveAsync(string fileName, Stream content, CancellationToken cancellation = default)
    {
        var megabytes = await db.PortalSettings.AsNoTracking().Select(settings => (int?)settings.MaxUploadMegabytes).SingleOrDefaultAsync(cancellation)
            ?? PortalSettings.DefaultMaxUploadMegabytes;
        var received = await files.ReceiveAsync(content, megabytes * 1024L * 1024L, cancellation);
        var refusal = received switch
        {
            null => EvidenceRefusal.TooLarge,
            { Length: 0 } => EvidenceRefusal.Empty,
            _ => RefusalOf(received),
        };
        if (refusal is not null)
        {
            received?.Dispose();
            return new EntryFileResult(refusal, megabytes);
        }

        return new EntryFileResult(null, megabytes, new EntryFile(received!, NameOf(fileName)));
    }

    /// <summary>Opens the signed file of a line; null when it has none, or there is no such line for this user.</summary>
    public async Task<EvidenceContent?> OpenFileAsync(long id, CancellationToken cancellation = default) =>
        await OwnRows().AsNoTracking().Where(row => row.Id == id && row.PdfSha256 != null).Select(row => new { row.PdfSha256, row.FileName }).SingleOrDefaultAsync(cancellation) is { } file
            ? new EvidenceContent(files.Open(file.PdfSha256!), file.FileName!, EvidenceKind.Pdf, file.PdfSha256!)
            : null;

    /// <summary>Enters a document by hand, once per form, with the number typed or the next one of the agency's own series.</summary>
    public Task<RegisterResult> CreateAsync(Guid formKey, RegisterInput input, EntryFile? file = null, CancellationToken cancellation = default) =>
        EnterOnceAsync(
            formKey,
            input,
            () =>
            {
                var row = New(input.Kind);
                FillWords(row, input);
                FillCopies(row, input.Copies);
                Keep(row, file);
                return row;
            },
            cancellation);

    /// <summary>Hủy số: enters a number that no document will have, with the reason.</summary>
    public Task<RegisterResult> CancelNumberAsync(Guid formKey, RegisterInput input, string reason, CancellationToken cancellation = default) =>
        EnterOnceAsync(
            formKey,
            input,
            () =>
            {
                var row = New(input.Kind);
                row.CancelReason = PlainText.Clean(reason);
                return row;
            },
            cancellation);

    /// <summary>Changes a document entered by hand.</summary>
    public Task<RegisterResult> UpdateAsync(long id, Guid version, RegisterInput input, EntryFile? file = null, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            async row =>
            {
                var taken = await numbers.TakeAsync(Renumbered(row, input), cancellation);
                if (taken.Given is not { } given || (row.IsGivenByPortal && given.IssuedOn.Year != row.NumberYear))
                {
                    return taken.Refusal ?? NumberRefusal.DateOutOfOrder;
                }

                row.Kind = row.IsGivenByPortal ? row.Kind : PlainText.Clean(input.Kind);
                row.Take(given);
                FillWords(row, input);
                Keep(row, file);
                FillCopies(row, input.Copies);
                return null;
            },
            cancellation,
            detail => detail.IsOpen);

    /// <summary>Notes what became of the copies: all that is left to change of a report's line or of a number given up.</summary>
    public Task<RegisterResult> NoteCopiesAsync(long id, Guid version, RegisterCopies copies, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            row =>
            {
                FillCopies(row, copies);
                return Task.FromResult<NumberRefusal?>(null);
            },
            cancellation);

    /// <summary>Hủy số: gives up the number of a line, with the reason.</summary>
    public Task<RegisterResult> CancelAsync(long id, Guid version, string reason, CancellationToken cancellation = default) =>
        ChangeAsync(
            id,
            version,
            row =>
            {
                row.CancelReason = PlainText.Clean(reason);
                return Task.FromResult<NumberRefusal?>(null);
            },
            cancellation,
            detail => detail.MayCancel);

    /// <summary>Hides a line that nothing hangs on; it can be restored.</summary>
    public async Task<SaveResult<OutgoingDocument>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { MayDelete: false } detail
            ? new SaveResult<OutgoingDocument>(SaveOutcome.InUse, detail.Row)
            : await db.DeleteAsync<OutgoingDocument>(id, version, time.GetUtcNow().UtcDateTime, cancellation);

    /// <summary>Brings a deleted line back, unless its number was given to another meanwhile.</summary>
    public Task<RegisterResult> RestoreAsync(long id, CancellationToken cancellation = default) =>
        numbers.InTransactionAsync(
            async () =>
            {
                var row = await OwnRows().IgnoreQueryFilters([CchcDbContext.DeletedFilter]).SingleOrDefaultAsync(found => found.Id == id && found.DeletedUtc != null, cancellation);
                if (row is null)
                {
                    return new RegisterResult(SaveOutcome.NotFound);
                }

                var taken = await numbers.TakeAsync(new NumberRequest(row.Kind, row.Symbol, row.IssuedOn, row.Number, row.Id, IsKept: true), cancellation);
                if (taken.Given is not { } given)
                {
                    return new RegisterResult(SaveOutcome.UnknownChoice, row, taken.Refusal);
                }

                row.DeletedUtc = null;
                row.Take(given);
                await db.SaveChangesAsync(cancellation);
                return new RegisterResult(SaveOutcome.Done, row);
            },
            cancellation);

    /// <summary>
    /// Numbers a report and enters it (Điều 15, 16), within the open transaction that issues it and before the report is changed. The caller saves.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="document">Its frozen document.</param>
    /// <param name="number">The number typed in; null to have the portal give it.</param>
    /// <param name="issuedOn">The document's date.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<NumberResult> EnterAsync(
        AnnualReport report, OfficialDocument document, int? number, DateOnly issuedOn, CancellationToken cancellation)
    {
        var kind = DocumentKinds.NameOf(document.Kind);
        var taken = await numbers.TakeAsync(new NumberRequest(kind, document.Letterhead.Symbol, issuedOn, number), cancellation);
        if (taken.Given is not { } given)
        {
            return taken;
        }

        var row = new OutgoingDocument
        {
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            Kind = kind,
            Subject = Cut(string.Join(' ', document.Subject), ReferenceDocument.SubjectLength),
            Signer = Cut(document.Signature.SignerName, OutgoingDocument.SignerLength),
            Recipients = Cut(Receivers(document), OutgoingDocument.RecipientsLength),
            Keeper = Cut(Keeper(document), OutgoingDocument.KeeperLength),
            SentOn = time.Today(),
        };
        row.Take(given);
        db.OutgoingDocuments.Add(row);
        return taken;
    }

    /// <summary>Hủy số: gives up the number of a report that is returned before it was issued, within the transaction that returns it. The caller saves.</summary>
    internal async Task GiveUpAsync(AnnualReport report, string reason, CancellationToken cancellation)
    {
        var row = await OwnRows().SingleAsync(entry => entry.ReportId == report.Id && entry.CancelReason == null, cancellation);
        row.CancelReason = Cut(PlainText.Clean(reason), OutgoingDocument.RemarkLength);
        row.SentOn = null;
    }

    /// <summary>
    /// Enters the document that corrects or recalls a report, within the open transaction and before the report is changed. One that a clerk entered by hand
    /// before is taken, not entered again. What is not said is as in the report's line. The caller saves.
    /// </summary>
    internal async Task<NumberResult> EnterFollowUpAsync(
        AnnualReport report, FollowUpKind kind, FollowUpInput input, EntryFile? file, CancellationToken cancellation)
    {
        var row = await EnteredBeforeAsync(input, cancellation);
        if (row is null)
        {
            var taken = await numbers.TakeAsync(
                new NumberRequest(PlainText.Clean(input.DocumentKind), CleanSymbol(input.Symbol), input.IssuedOn, input.Number), cancellation);
            if (taken.Given is not { } given)
            {
                return taken;
            }

            row = New(input.DocumentKind);
            row.Take(given);
            row.Subject = Cut(PlainText.Clean(input.Subject), ReferenceDocument.SubjectLength);
            row.SentOn = time.Today();
            var old = await OwnRows().AsNoTracking().SingleOrDefaultAsync(entry => entry.ReportId == report.Id && entry.CancelReason == null, cancellation);
            (row.Signer, row.Recipients, row.Keeper) = (old?.Signer ?? "", old?.Recipients ?? "", old?.Keeper ?? "");
            if (PlainText.Clean(input.Signer) is { Length: > 0 } signer)
            {
                row.Signer = signer;
            }

            db.OutgoingDocuments.Add(row);
        }

        Keep(row, file);
        db.ReportFollowUps.Add(new ReportFollowUp
        {
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            Kind = kind,
            EntryId = row.Id,
            DocumentKind = row.Kind,
            Number = row.Number,
            Symbol = row.Symbol,
            IssuedOn = row.IssuedOn,
            Content = PlainText.CleanLines(input.Content),
            PdfSha256 = row.PdfSha256,
            FileName = row.FileName,
            AtUtc = time.GetUtcNow().UtcDateTime,
        });
        return new NumberResult(null);
    }

    /// <inheritdoc cref="NumberSeries.InTransactionAsync"/>
    internal Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation) => numbers.InTransactionAsync(work, cancellation);

    private static Expression<Func<ReportDelivery, RegisterReceipt>> Receipt => delivery =>
        new RegisterReceipt(delivery.RecipientAgency!.Name, delivery.AnsweredUtc!.Value, delivery.AnsweredBy);

    private Expression<Func<OutgoingDocument, RegisterRow>> Row => row => new RegisterRow
    {
        Id = row.Id,
        Number = row.Number,
        Symbol = row.Symbol,
        IssuedOn = row.IssuedOn,
        Kind = row.Kind,
        Subject = row.Subject,
        Signer = row.Signer,
        Recipients = row.Recipients,
        Keeper = row.Keeper,
        Copies = row.Copies,
        SentOn = row.SentOn,
        Receipt = row.Receipt,
        Receipts = db.ReportDeliveries.Where(delivery => delivery.ReportId == row.ReportId && delivery.Status == DeliveryStatus.Acknowledged)
            .OrderBy(delivery => delivery.Id).Select(delivery => new RegisterReceipt(
                db.Agencies.Where(agency => agency.Id == delivery.RecipientAgencyId).Select(agency => agency.Name).First(), delivery.AnsweredUtc!.Value, delivery.AnsweredBy)).ToList(),
        FollowUps = db.ReportFollowUps.Where(found => found.ReportId == row.ReportId).OrderBy(found => found.Id)
            .Select(found => new RegisterFollowUp(found.Kind, found.Number, found.Symbol, found.IssuedOn)).ToList(),
        Remark = row.Remark,
        CancelReason = row.CancelReason,
        ReportStatus = db.AnnualReports.Where(report => report.Id == row.ReportId).Select(report => (ReportStatus?)report.Status).FirstOrDefault(),
    };

    private static ListOrder DirectionOf(RegisterFilter filter) => filter.Order == RegisterOrder.Book ? ListOrder.Ascending : ListOrder.Descending;

    private IQueryable<OutgoingDocument> OwnRows()
    {
        var agency = db.OwnAgency();
        return db.OutgoingDocuments.Where(row => row.AgencyId == agency);
    }

    private IQueryable<RegisterReceipt> ReceiptsOf(long? reportId) =>
        db.ReportDeliveries.AsNoTracking().Where(delivery => delivery.ReportId == reportId && delivery.Status == DeliveryStatus.Acknowledged)
            .OrderBy(delivery => delivery.Id).Select(Receipt);

    private IQueryable<OutgoingDocument> Filtered(RegisterFilter filter, int year)
    {
        var rows = OwnRows().AsNoTracking().Where(row => row.NumberYear == year).Matching(filter.Search);
        return string.IsNullOrEmpty(filter.Kind) ? rows : rows.Where(row => row.Kind == filter.Kind);
    }

    private async Task<YearChoice> YearAsync(int? asked, CancellationToken cancellation)
    {
        var used = await OwnRows().AsNoTracking().Select(row => row.NumberYear).Distinct().ToListAsync(cancellation);
        var today = time.Today().Year;
        var year = asked is { } given && given is >= ReportingPeriod.FirstYear and <= ReportingPeriod.LastYear ? given : today;
        return new YearChoice(year, used.Append(today).Append(year).Distinct().OrderDescending().ToList());
    }

    /// <summary>A number that the portal gave stays, with kind and symbol; what may still be wrong is its date.</summary>
    private static NumberRequest Renumbered(OutgoingDocument row, RegisterInput input)
    {
        var number = row.IsGivenByPortal ? row.Number : input.Number ?? row.Number;
        return new NumberRequest(
            row.IsGivenByPortal ? row.Kind : PlainText.Clean(input.Kind),
            row.IsGivenByPortal ? row.Symbol : CleanSymbol(input.Symbol),
            input.IssuedOn,
            number,
            row.Id,
            IsKept: number == row.Number);
    }

    private Task<OutgoingDocument?> EnteredBeforeAsync(FollowUpInput input, CancellationToken cancellation)
    {
        var (kind, symbol) = (SearchKey.Of(input.DocumentKind), CleanSymbol(input.Symbol));
        return OwnRows().SingleOrDefaultAsync(
            row => row.NumberYear == input.IssuedOn.Year && row.Number == input.Number && row.Symbol == symbol && row.KindKey == kind
                && row.IssuedOn == input.IssuedOn && row.ReportId == null && row.CancelReason == null,
            cancellation);
    }

    private async Task<string?> UsualSymbolAsync(string? kind, DateOnly day, CancellationToken cancellation)
    {
        var own = await db.AgencyProfiles.AsNoTracking().ValidOn(day).OrderByDescending(row => row.ValidFrom).Select(row => row.SymbolCode).FirstOrDefaultAsync(cancellation);
        return (DocumentKinds.AbbreviationOf(kind ?? ""), own) switch
        {
            (null, _) or (_, null) => null,
            ("", { } code) => code,
            ({ } abbreviation, { } code) => $"{abbreviation}-{code}",
        };
    }

    private OutgoingDocument New(string kind) => new() { AgencyId = db.OwnAgency(), Kind = PlainText.Clean(kind), Subject = "" };

    private Task<RegisterResult> EnterOnceAsync(Guid formKey, RegisterInput input, Func<OutgoingDocument> make, CancellationToken cancellation) =>
        numbers.InTransactionAsync(
            async () =>
            {
                if (await db.MadeByFormAsync(formKey, cancellation) is { } made)
                {
                    return new RegisterResult(
                        SaveOutcome.Done,
                        await OwnRows().IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AsNoTracking().SingleAsync(row => row.Id == made, cancellation));
                }

                var taken = await numbers.TakeAsync(
                    new NumberRequest(PlainText.Clean(input.Kind), CleanSymbol(input.Symbol), input.IssuedOn, input.Number), cancellation);
                if (taken.Given is not { } given)
                {
                    return new RegisterResult(SaveOutcome.UnknownChoice, null, taken.Refusal);
                }

                var row = make();
                row.Take(given);
                db.OutgoingDocuments.Add(row);
                db.FormReceipts.Add(new FormReceipt
                {
                    Key = formKey,
                    UserId = db.Scope.UserId ?? throw new AgencyIsolationException("Forms are sent by signed-in users."),
                    EntityId = row.Id,
                    AtUtc = time.GetUtcNow().UtcDateTime,
                });
                await db.SaveChangesAsync(cancellation);
                return new RegisterResult(SaveOutcome.Done, row);
            },
            cancellation);

    private Task<RegisterResult> ChangeAsync(
        long id,
        Guid version,
        Func<OutgoingDocument, Task<NumberRefusal?>> change,
        CancellationToken cancellation,
        Func<RegisterDetail, bool>? isOpen = null) =>
        numbers.InTransactionAsync(
            async () =>
            {
                if (isOpen is not null && await FindAsync(id, cancellation) is { } detail && !isOpen(detail))
                {
                    return new RegisterResult(SaveOutcome.InUse, detail.Row);
                }

                if (await OwnRows().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } found)
                {
                    return new RegisterResult(SaveOutcome.NotFound);
                }

                if (found.Version != version)
                {
                    return new RegisterResult(SaveOutcome.Conflict, found);
                }

                if (await change(found) is { } refusal)
                {
                    return new RegisterResult(SaveOutcome.UnknownChoice, null, refusal);
                }

                var saved = await db.SaveAsync(found, version, cancellation);
                return new RegisterResult(saved.Outcome, saved.Row);
            },
            cancellation);

    private static void FillWords(OutgoingDocument row, RegisterInput input)
    {
        row.Subject = PlainText.Clean(input.Subject);
        row.Signer = PlainText.Clean(input.Signer);
        row.Recipients = PlainText.Clean(input.Recipients);
    }

    private static void FillCopies(OutgoingDocument row, RegisterCopies copies)
    {
        row.Keeper = PlainText.Clean(copies.Keeper);
        row.Copies = copies.Count;
        row.SentOn = copies.SentOn;
        row.Receipt = PlainText.Clean(copies.Receipt);
        row.Remark = PlainText.Clean(copies.Remark);
    }

    private void Keep(OutgoingDocument row, EntryFile? file)
    {
        if (file is not null)
        {
            row.PdfSha256 = files.Keep(file.Content);
            row.FileName = file.Name;
        }
    }

    private static EvidenceRefusal? RefusalOf(IncomingFile received)
    {
        using var bytes = received.Open();
        var (kind, refusal) = FileInspector.Inspect(bytes);
        return refusal ?? (kind == EvidenceKind.Pdf ? null : EvidenceRefusal.TypeNotAllowed);
    }

    /// <summary>The last part of what some browsers send as a path, as the name of a PDF.</summary>
    private static string NameOf(string fileName)
    {
        const string Extension = ".pdf";
        var name = PlainText.Clean(Path.GetFileNameWithoutExtension(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]));
        return (name.Length == 0 ? "van-ban" : Cut(name, Attachment.FileNameLength - Extension.Length)) + Extension;
    }

    private static string CleanSymbol(string symbol) => PlainText.Clean(symbol).TrimStart('/');

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();

    /// <summary>Kính gửi, then Nơi nhận without what repeats it and without the archive.</summary>
    private static string Receivers(OfficialDocument document) => string.Join(
        "; ",
        document.Addressees.Concat(document.Recipients).Select(line => WithoutEnd(line.Text))
            .Where(text => !text.StartsWith(Archive, StringComparison.OrdinalIgnoreCase) && !text.StartsWith(AsAbove, StringComparison.OrdinalIgnoreCase)));

    private static string Keeper(OfficialDocument document) =>
        document.Recipients.Select(line => WithoutEnd(line.Text)).LastOrDefault(text => text.StartsWith(Archive, StringComparison.OrdinalIgnoreCase)) is { } line
            ? line[Archive.Length..].TrimStart()
            : "";

    private static string WithoutEnd(string text) => text.Trim().TrimEnd('.', ';', ',');
}

/// <summary>The signed file of a document on its way into the register.</summary>
/// <param name="content">Its bytes.</param>
/// <param name="name">Its name.</param>
public sealed class EntryFile(IncomingFile content, string name) : IDisposable
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its bytes.</summary>
    internal IncomingFile Content => content;

    /// <inheritdoc/>
    public void Dispose() => content.Dispose();
}

/// <summary>A signed file taken in, or why not.</summary>
/// <param name="Refusal">Why not; null when it was taken in. <see cref="EvidenceRefusal.TypeNotAllowed"/> for anything but a PDF.</param>
/// <param name="MostMegabytes">The largest file accepted, megabytes.</param>
/// <param name="File">The file.</param>
public sealed record EntryFileResult(EvidenceRefusal? Refusal, int MostMegabytes, EntryFile? File = null);
