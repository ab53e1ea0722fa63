using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>What is entered about a unit.</summary>
public sealed record DepartmentInput
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the report.</summary>
    public required int Position { get; init; }

    /// <summary>The first day; kept once it is saved.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The unit that takes over.</summary>
    public long? SuccessorId { get; init; }
}

/// <summary>The agency's units. They end and have successors, since old work stays theirs; only one that nothing refers to can be taken away.</summary>
public sealed class DepartmentService(CchcDbContext db, TimeProvider time)
{
    /// <summary>All units in the report's order.</summary>
    public Task<List<Department>> ListAsync(CancellationToken cancellation = default) =>
        db.Departments.AsNoTracking().Include(row => row.Successor).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>One unit, or null.</summary>
    public Task<Department?> FindAsync(long id, CancellationToken cancellation = default) =>
        db.Departments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Enters a unit once per form.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, DepartmentInput input, CancellationToken cancellation = default)
    {
        var row = new Department { AgencyId = db.OwnAgency(), Name = "", Position = 0, ValidFrom = input.ValidFrom };
        if (await FillAsync(row, input, cancellation) is { } refusal && !await db.FormReceipts.AnyAsync(receipt => receipt.Key == formKey, cancellation))
        {
            return new SetupResult(refusal);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                db.Departments.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation));
    }

    /// <summary>Changes a unit; its first day stays.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, DepartmentInput input, CancellationToken cancellation = default)
    {
        if (await db.Departments.SingleOrDefaultAsync(unit => unit.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        return await FillAsync(row, input, cancellation) is { } refusal
            ? new SetupResult(refusal, id)
            : await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Whether nothing refers to a unit, deleted rows included: it was entered by mistake and can be taken away.</summary>
    public Task<bool> IsUnusedAsync(long id, CancellationToken cancellation = default) =>
        db.Departments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(
            unit => unit.Id == id
                && !db.PropagandaActivities.Any(row => row.DepartmentId == id)
                && !db.PlanItems.Any(row => row.DepartmentId == id)
                && !db.DepartmentConfirmations.Any(row => row.DepartmentId == id)
                && !db.Users.Any(row => row.DepartmentId == id)
                && !db.Departments.Any(row => row.SuccessorId == id),
            cancellation);

    /// <summary>Takes away a unit that nothing refers to.</summary>
    public async Task<SetupResult> RemoveAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await db.Departments.SingleOrDefaultAsync(unit => unit.Id == id, cancellation) is not { } row)
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

    private async Task<SetupOutcome?> FillAsync(Department row, DepartmentInput input, CancellationToken cancellation)
    {
        row.Name = PlainText.Clean(input.Name);
        row.Position = input.Position;
        row.ValidTo = input.ValidTo;
        row.SuccessorId = input.SuccessorId;
        if (row.ValidTo < row.ValidFrom)
        {
            return SetupOutcome.EndsBeforeStart;
        }

        if (row.SuccessorId is { } successor && (successor == row.Id || !await db.Departments.AnyAsync(other => other.Id == successor, cancellation)))
        {
            return SetupOutcome.ChoiceWrong;
        }

        var isTaken = await db.Departments.AnyAsync(
            other => other.Id != row.Id && other.Name == row.Name
                && (row.ValidTo == null || other.ValidFrom <= row.ValidTo) && (other.ValidTo == null || other.ValidTo >= row.ValidFrom),
            cancellation);
        return isTaken ? SetupOutcome.NameTaken : null;
    }
}
