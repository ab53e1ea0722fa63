using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What is entered about an outline.</summary>
public sealed record OutlineInput
{
    /// <summary>Its name in lists.</summary>
    public required string Name { get; init; }

    /// <summary>The trích yếu with tokens.</summary>
    public required string Subject { get; init; }

    /// <summary>New reports get the appendix with the plan's lines.</summary>
    public bool HasPlanAppendix { get; init; }

    /// <summary>Whether the causes of shortcomings are printed.</summary>
    public bool HasCauses { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Its elements; those with key 0 are new texts.</summary>
    public required IReadOnlyList<OutlineElementInput> Elements { get; init; }
}

/// <summary>An element as entered.</summary>
/// <param name="Id">Its key; 0 for a new text.</param>
/// <param name="Position">Its place.</param>
/// <param name="Level">The rank of a text.</param>
/// <param name="Label">The mark of a text.</param>
/// <param name="Text">The text; ignored for a slot.</param>
public sealed record OutlineElementInput(long Id, int Position, BlockLevel Level, string Label, string Text);

/// <summary>
/// The outlines: the common ones are the system administrator's, an agency copies one and then has its own, which goes before
/// the common one from its first day on.
/// </summary>
public sealed class OutlineService(CchcDbContext db, ReportSourceReader sources, TimeProvider time)
{
    /// <summary>The common outlines and the own agency's, newest first.</summary>
    public Task<List<OutlineTemplate>> ListAsync(CancellationToken cancellation = default) =>
        db.OutlineTemplates.AsNoTracking().OrderBy(row => row.AgencyId == null).ThenByDescending(row => row.ValidFrom).ThenBy(row => row.Id)
            .ToListAsync(cancellation);

    /// <summary>One outline with its elements, or null.</summary>
    public Task<OutlineTemplate?> FindAsync(long id, CancellationToken cancellation = default) =>
        WithElements(db.OutlineTemplates.AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Whether the signed-in administrator changes an outline: the own agency's, or the common one.</summary>
    public bool IsOwn(OutlineTemplate outline) => outline.AgencyId == db.Scope.WriteAgencyId;

    /// <summary>Copies an outline into an own one from a day on, once per form.</summary>
    public async Task<SetupResult> CopyAsync(long id, Guid formKey, DateOnly validFrom, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { } source)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        var agency = db.Scope.WriteAgencyId;
        if (!await db.FormReceipts.AnyAsync(receipt => receipt.Key == formKey, cancellation)
            && await db.OutlineTemplates.AnyAsync(row => row.AgencyId == agency && row.ValidFrom == validFrom, cancellation))
        {
            return new SetupResult(SetupOutcome.Overlaps, id);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var copy = new OutlineTemplate
                {
                    AgencyId = agency,
                    Name = source.Name,
                    Kind = source.Kind,
                    KindCode = source.KindCode,
                    Subject = source.Subject,
                    LayoutProfile = source.LayoutProfile,
                    HasPlanAppendix = source.HasPlanAppendix,
                    HasCauses = source.HasCauses,
                    ValidFrom = validFrom,
                };
                db.OutlineTemplates.Add(copy);
                copy.Elements.AddRange(source.Elements.Select(element => new OutlineElement
                {
                    TemplateId = copy.Id,
                    Key = element.Key,
                    Position = element.Position,
                    Kind = element.Kind,
                    Label = element.Label,
                    Level = element.Level,
                    Text = element.Text,
                    LeadOf = element.LeadOf,
                }));
                db.AddRange(copy.Elements);
                return Task.FromResult<Entity>(copy);
            },
            cancellation));
    }

    /// <summary>Changes an own outline. Keys stay, so that lines of open reports keep their places; a text is taken out by emptying it.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, OutlineInput input, CancellationToken cancellation = default)
    {
        if (await WithElements(db.OutlineTemplates).SingleOrDefaultAsync(outline => outline.Id == id, cancellation) is not { } row || !IsOwn(row))
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (input.ValidTo < row.ValidFrom)
        {
            return new SetupResult(SetupOutcome.EndsBeforeStart, id);
        }

        var texts = row.Elements.Where(element => element.Kind == OutlineElementKind.Text).ToList();
        var emptied = texts.Where(text => input.Elements.Any(given => given.Id == text.Id && PlainText.Clean(given.Text).Length == 0)).ToList();
        if (emptied.Count > 0 && row.ValidFrom <= time.Today())
        {
            return new SetupResult(SetupOutcome.Needed, id);
        }

        row.Name = PlainText.Clean(input.Name);
        row.Subject = PlainText.CleanLines(input.Subject);
        row.HasPlanAppendix = input.HasPlanAppendix;
        row.HasCauses = input.HasCauses;
        row.ValidTo = input.ValidTo;
        foreach (var given in input.Elements)
        {
            Fill(row, given);
        }

        foreach (var gone in emptied)
        {
            row.Elements.Remove(gone);
            db.Remove(gone);
        }

        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Whether no report and no request, deleted ones included, goes by an outline.</summary>
    public Task<bool> IsUnusedAsync(long id, CancellationToken cancellation = default) =>
        db.OutlineTemplates.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(
            outline => outline.Id == id && !db.AnnualReports.Any(row => row.OutlineTemplateId == id) && !db.ReportRequests.Any(row => row.OutlineTemplateId == id),
            cancellation);

    /// <summary>Takes away an agency's own outline that nothing goes by; the common ones stay.</summary>
    public async Task<SetupResult> RemoveAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await WithElements(db.OutlineTemplates).SingleOrDefaultAsync(outline => outline.Id == id, cancellation) is not { AgencyId: not null } row || !IsOwn(row))
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (!await IsUnusedAsync(id, cancellation))
        {
            return new SetupResult(SetupOutcome.Needed, id);
        }

        db.RemoveRange(row.Elements);
        db.Remove(row);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>The report that an outline makes of the own agency's newest plan; writes nothing.</summary>
    /// <returns>The document; null when there is no such outline, or no year with a plan and a period.</returns>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public async Task<OfficialDocument?> PreviewAsync(long id, CancellationToken cancellation = default)
    {
        var year = await db.Plans.Where(plan => db.ReportingPeriods.Any(period => period.Year == plan.Year && period.Kind == PeriodKind.Year))
            .OrderByDescending(plan => plan.Year).Select(plan => (int?)plan.Year).FirstOrDefaultAsync(cancellation);
        if (year is null || await FindAsync(id, cancellation) is not { } outline)
        {
            return null;
        }

        var report = new AnnualReport
        {
            AgencyId = db.OwnAgency(),
            Year = year.Value,
            OutlineTemplateId = id,
            PublicCode = "",
            HasPlanAppendix = outline.HasPlanAppendix,
        };
        var source = await sources.ReadAsync(report, cancellation);
        ReportLines.Reconcile(report, ReportComposer.Compose(source), outline.Elements.Select(element => element.Key).ToList());
        return DocumentBuilder.Build(report, source);
    }

    private static IQueryable<OutlineTemplate> WithElements(IQueryable<OutlineTemplate> rows) =>
        rows.Include(row => row.Elements.OrderBy(element => element.Position));

    private void Fill(OutlineTemplate row, OutlineElementInput given)
    {
        var element = row.Elements.Find(element => element.Id == given.Id);
        if (element is null)
        {
            if (given.Id != 0 || PlainText.Clean(given.Text).Length == 0)
            {
                return;
            }

            var key = IdGenerator.NewId();
            element = new OutlineElement
            {
                Id = key,
                TemplateId = row.Id,
                Key = string.Create(CultureInfo.InvariantCulture, $"text-{key}"),
                Position = given.Position,
                Kind = OutlineElementKind.Text,
            };
            row.Elements.Add(element);
            db.Add(element);
        }

        element.Position = given.Position;
        if (element.Kind == OutlineElementKind.Text)
        {
            element.Level = given.Level;
            element.Label = PlainText.Clean(given.Label);
            element.Text = PlainText.Clean(given.Text);
        }
    }
}
