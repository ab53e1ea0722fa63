using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>What is printed around a document.</summary>
public sealed record LetterheadInput
{
    /// <inheritdoc cref="AgencyProfile.FullName"/>
    public required string FullName { get; init; }

    /// <inheritdoc cref="AgencyProfile.ShortName"/>
    public required string ShortName { get; init; }

    /// <inheritdoc cref="AgencyProfile.LaterName"/>
    public required string LaterName { get; init; }

    /// <inheritdoc cref="AgencyProfile.SuperiorLine"/>
    public string? SuperiorLine { get; init; }

    /// <inheritdoc cref="AgencyProfile.LetterheadLines"/>
    public required string LetterheadLines { get; init; }

    /// <inheritdoc cref="AgencyProfile.AuthorityName"/>
    public required string AuthorityName { get; init; }

    /// <inheritdoc cref="AgencyProfile.PlaceName"/>
    public required string PlaceName { get; init; }

    /// <inheritdoc cref="AgencyProfile.SymbolCode"/>
    public required string SymbolCode { get; init; }

    /// <inheritdoc cref="AgencyProfile.ArchiveLine"/>
    public required string ArchiveLine { get; init; }

    /// <inheritdoc cref="AgencyProfile.SuperiorName"/>
    public required string SuperiorName { get; init; }

    /// <inheritdoc cref="AgencyProfile.OneStopName"/>
    public required string OneStopName { get; init; }

    /// <summary>Kính gửi, in order; an office of the portal gets the report delivered.</summary>
    public required IReadOnlyList<(string Text, long? OfficeId)> Addressees { get; init; }

    /// <summary>Nơi nhận without "Lưu", in order.</summary>
    public required IReadOnlyList<string> Copies { get; init; }
}

/// <summary>
/// The agency's printed names and addressees, from a day on. A new version begins where the old one ends, so that an old report
/// keeps its old letterhead.
/// </summary>
public sealed class LetterheadService(CchcDbContext db, TimeProvider time)
{
    /// <summary>All versions, newest first.</summary>
    public Task<List<AgencyProfile>> ListAsync(CancellationToken cancellation = default) =>
        db.AgencyProfiles.AsNoTracking().OrderByDescending(row => row.ValidFrom).ToListAsync(cancellation);

    /// <summary>One version with its receivers, or null.</summary>
    public Task<AgencyProfile?> FindAsync(long id, CancellationToken cancellation = default) =>
        WithRecipients(db.AgencyProfiles.AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The version in force, which a new one copies; the newest when none is in force; null when there is none.</summary>
    public async Task<AgencyProfile?> CurrentAsync(CancellationToken cancellation = default)
    {
        var today = time.Today();
        return await WithRecipients(db.AgencyProfiles.AsNoTracking()).OrderBy(row => row.ValidFrom <= today ? 0 : 1)
            .ThenByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The offices to which a report can be delivered, the own superior first.</summary>
    public async Task<IReadOnlyList<Choice>> OfficesAsync(CancellationToken cancellation = default)
    {
        var superior = await SuperiorAsync(cancellation);
        return (await db.Agencies.AsNoTracking().Where(agency => agency.Kind == AgencyKind.SuperiorOffice)
                .Select(agency => new Choice(agency.Id, agency.Name)).ToListAsync(cancellation))
            .OrderBy(office => office.Id == superior?.Id ? 0 : 1).ThenBy(office => SortKey.Of(office.Name), StringComparer.Ordinal).ToList();
    }

    /// <summary>The office that the agency reports to today, which belongs in Kính gửi; null when there is none.</summary>
    public Task<Choice?> SuperiorAsync(CancellationToken cancellation = default)
    {
        var agency = db.Scope.WriteAgencyId;
        return db.AgencySuperiors.AsNoTracking().ValidOn(time.Today()).Where(row => row.AgencyId == agency).OrderByDescending(row => row.ValidFrom)
            .Select(row => new Choice(row.SuperiorId, row.Superior!.Name)).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Adds a version from a day on; the one before it ends the day before.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, DateOnly validFrom, LetterheadInput input, CancellationToken cancellation = default)
    {
        if (!await db.FormReceipts.AnyAsync(receipt => receipt.Key == formKey, cancellation)
            && await db.AgencyProfiles.AnyAsync(row => row.ValidFrom == validFrom, cancellation))
        {
            return new SetupResult(SetupOutcome.Overlaps);
        }

        if (!await AreOfficesAsync(input, cancellation))
        {
            return new SetupResult(SetupOutcome.ChoiceWrong);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                var row = Of(db.OwnAgency(), validFrom, input);
                var before = await db.AgencyProfiles.Where(other => other.ValidFrom < validFrom)
                    .OrderByDescending(other => other.ValidFrom).FirstOrDefaultAsync(cancellation);
                row.ValidTo = (await db.AgencyProfiles.Where(other => other.ValidFrom > validFrom)
                    .OrderBy(other => other.ValidFrom).Select(other => (DateOnly?)other.ValidFrom).FirstOrDefaultAsync(cancellation))?.AddDays(-1);
                if (before is not null && (before.ValidTo is null || before.ValidTo >= validFrom))
                {
                    before.ValidTo = validFrom.AddDays(-1);
                }

                db.AgencyProfiles.Add(row);
                return row;
            },
            cancellation));
    }

    /// <summary>Changes a version; its days stay.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, LetterheadInput input, CancellationToken cancellation = default)
    {
        if (await WithRecipients(db.AgencyProfiles).SingleOrDefaultAsync(profile => profile.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (!await AreOfficesAsync(input, cancellation))
        {
            return new SetupResult(SetupOutcome.ChoiceWrong, id);
        }

        Fill(row, input);
        var wanted = Recipients(row.AgencyId, input);
        foreach (var gone in row.Recipients.Where(old => !wanted.Exists(line => IsSame(old, line))).ToList())
        {
            db.Remove(gone);
        }

        var added = wanted.Where(line => !row.Recipients.Exists(old => IsSame(old, line))).ToList();
        row.Recipients.AddRange(added);
        // Before anything makes EF look for changes: it takes a row that has its key for a stored one.
        db.AddRange(added);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Takes away a version that is not in force yet; the one before goes on in its place.</summary>
    public async Task<SetupResult> RemoveAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await WithRecipients(db.AgencyProfiles).SingleOrDefaultAsync(profile => profile.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        var before = await db.AgencyProfiles.Where(other => other.ValidFrom < row.ValidFrom)
            .OrderByDescending(other => other.ValidFrom).FirstOrDefaultAsync(cancellation);
        if (before is null || row.ValidFrom <= time.Today())
        {
            return new SetupResult(SetupOutcome.Needed, id);
        }

        if (before.ValidTo == row.ValidFrom.AddDays(-1))
        {
            before.ValidTo = row.ValidTo;
        }

        db.RemoveRange(row.Recipients);
        db.Remove(row);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>A document with this letterhead as it would be printed, without a report: head, subject, receivers and signature of a day.</summary>
    /// <param name="input">What was typed so far.</param>
    /// <param name="day">The day, for outline and signer.</param>
    /// <param name="bodyText">What stands for the text.</param>
    /// <param name="noSigner">What stands for the name when nobody may sign on the day.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The document; null without an outline.</returns>
    public async Task<OfficialDocument?> PreviewAsync(
        LetterheadInput input, DateOnly day, string bodyText, string noSigner, CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        var outline = await db.OutlineTemplates.AsNoTracking().ValidOn(day).OrderBy(row => row.AgencyId == null)
            .ThenByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancellation);
        if (outline is null)
        {
            return null;
        }

        var signer = await db.Signers.AsNoTracking().ValidOn(day)
            .OrderBy(row => row.Capacity == SigningCapacity.OnBehalf ? 0 : 1).ThenBy(row => row.ValidFrom).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellation)
            ?? new Signer { AgencyId = agency, ValidFrom = day, FullName = noSigner, Post = "CHỦ TỊCH", Capacity = SigningCapacity.OnBehalf };
        var year = await db.ReportingYearAsync(day, cancellation);
        var report = new AnnualReport { AgencyId = agency, Year = year, OutlineTemplateId = outline.Id, PublicCode = "" };
        report.Lines.Add(new ReportLine { AgencyId = agency, ReportId = 0, ElementKey = "", Position = 0, Level = BlockLevel.Paragraph, Text = bodyText });
        return DocumentBuilder.Build(report, new ReportSource
        {
            Year = year,
            Outline = outline,
            Profile = Of(agency, day, input),
            Signer = signer,
            Bases = [],
            PlanItems = [],
            Activities = [],
            Departments = [],
            Shortcomings = [],
            NextYearTasks = [],
        });
    }

    private static IQueryable<AgencyProfile> WithRecipients(IQueryable<AgencyProfile> rows) =>
        rows.Include(row => row.Recipients.OrderBy(line => line.Kind).ThenBy(line => line.Position));

    private async Task<bool> AreOfficesAsync(LetterheadInput input, CancellationToken cancellation)
    {
        var offices = input.Addressees.Select(line => line.OfficeId).OfType<long>().Distinct().ToList();
        return await db.Agencies.CountAsync(agency => offices.Contains(agency.Id) && agency.Kind == AgencyKind.SuperiorOffice, cancellation) == offices.Count;
    }

    private static AgencyProfile Of(long agency, DateOnly validFrom, LetterheadInput input)
    {
        var row = new AgencyProfile
        {
            AgencyId = agency,
            ValidFrom = validFrom,
            FullName = "",
            ShortName = "",
            LaterName = "",
            LetterheadLines = "",
            AuthorityName = "",
            PlaceName = "",
            SymbolCode = "",
            ArchiveLine = "",
            SuperiorName = "",
            OneStopName = "",
        };
        Fill(row, input);
        row.Recipients.AddRange(Recipients(agency, input));
        return row;
    }

    private static void Fill(AgencyProfile row, LetterheadInput input)
    {
        row.FullName = PlainText.Clean(input.FullName);
        row.ShortName = PlainText.Clean(input.ShortName);
        row.LaterName = PlainText.Clean(input.LaterName);
        row.SuperiorLine = PlainText.Clean(input.SuperiorLine) is { Length: > 0 } line ? line : null;
        row.LetterheadLines = PlainText.CleanLines(input.LetterheadLines);
        row.AuthorityName = PlainText.Clean(input.AuthorityName);
        row.PlaceName = PlainText.Clean(input.PlaceName);
        row.SymbolCode = PlainText.Clean(input.SymbolCode);
        row.ArchiveLine = PlainText.Clean(input.ArchiveLine);
        row.SuperiorName = PlainText.Clean(input.SuperiorName);
        row.OneStopName = PlainText.Clean(input.OneStopName);
    }

    private static List<AgencyRecipient> Recipients(long agency, LetterheadInput input) =>
    [
        .. input.Addressees.Select((line, i) => Recipient(agency, RecipientKind.Addressee, i, line.Text, line.OfficeId)),
        .. input.Copies.Select((text, i) => Recipient(agency, RecipientKind.Copy, i, text, null)),
    ];

    private static AgencyRecipient Recipient(long agency, RecipientKind kind, int position, string text, long? office) => new()
    {
        AgencyId = agency,
        Kind = kind,
        Position = position,
        PrintedText = PlainText.Clean(text),
        RecipientAgencyId = office,
    };

    private static bool IsSame(AgencyRecipient one, AgencyRecipient other) =>
        (one.Kind, one.Position, one.PrintedText, one.RecipientAgencyId) == (other.Kind, other.Position, other.PrintedText, other.RecipientAgencyId);
}
