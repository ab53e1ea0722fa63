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

/// <summary>The agency's units. They end and have successors; none is ever removed, since old work stays theirs.</summary>
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
