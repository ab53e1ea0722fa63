using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Proposals;

/// <summary>How an act on a proposal ended.</summary>
public enum ProposalResult
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Nothing of the kind for this user.</summary>
    NotFound,

    /// <summary>Somebody has taken or dismissed it meanwhile.</summary>
    Answered,

    /// <summary>No reason, or one that is too long.</summary>
    ReasonWrong,
}

/// <summary>How an act on a proposal ended.</summary>
/// <param name="Result">The end.</param>
/// <param name="Kind">What was proposed.</param>
/// <param name="Year">The reporting year in whose lists it was proposed.</param>
public sealed record ProposalAct(ProposalResult Result, ProposalKind Kind, int Year);

/// <summary>A proposal that was dismissed.</summary>
/// <param name="Id">The answer.</param>
/// <param name="Title">What was proposed.</param>
/// <param name="Reason">Why it was dismissed.</param>
/// <param name="By">Who did so.</param>
/// <param name="AtUtc">When (UTC).</param>
public sealed record DismissedProposal(long Id, string Title, string Reason, string By, DateTime AtUtc);

/// <summary>Bỏ qua, đề xuất lại: the proposals of the yearly loop that nobody wants, each with its reason.</summary>
public sealed class ProposalService(CchcDbContext db, TimeProvider time)
{
    /// <summary>The dismissed proposals of a year, last dismissed first.</summary>
    public async Task<List<DismissedProposal>> DismissedAsync(ProposalKind kind, int year, CancellationToken cancellation = default)
    {
        var rows = await Dismissed(kind, year).AsNoTracking().IgnoreQueryFilters([CchcDbContext.DeletedFilter])
            .OrderByDescending(row => row.AnsweredUtc).ThenByDescending(row => row.Id)
            .Select(row => new { row.Id, row.PlanItem!.Title, Shortcoming = row.Shortcoming!.Text, Task = row.NextYearTask!.Text, row.Reason, row.AnsweredBy, row.AnsweredUtc })
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new DismissedProposal(
            row.Id,
            kind switch
            {
                ProposalKind.UnmetLine => row.Title,
                ProposalKind.Shortcoming => row.Shortcoming,
                _ => NextYearTask.TextIn(row.Task, year),
            },
            row.Reason ?? "",
            row.AnsweredBy,
            row.AnsweredUtc));
    }

    /// <summary>How many proposals of a year were dismissed.</summary>
    public Task<int> CountAsync(ProposalKind kind, int year, CancellationToken cancellation = default) => Dismissed(kind, year).CountAsync(cancellation);

    /// <summary>Bỏ qua: the proposal is not made again until it is taken back.</summary>
    /// <param name="kind">What is proposed.</param>
    /// <param name="sourceId">The plan line, shortcoming or task.</param>
    /// <param name="reason">Why it is dismissed.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ProposalAct> DismissAsync(ProposalKind kind, long sourceId, string? reason, CancellationToken cancellation = default)
    {
        if (await YearOfAsync(kind, sourceId, cancellation) is not { } year)
        {
            return new ProposalAct(ProposalResult.NotFound, kind, 0);
        }

        var words = PlainText.Clean(reason);
        if (words.Length is 0 or > ProposalAnswer.ReasonLength)
        {
            return new ProposalAct(ProposalResult.ReasonWrong, kind, year);
        }

        try
        {
            return new ProposalAct(
                await db.InTransactionAsync(
                    async () =>
                    {
                        if (await IsAnsweredAsync(kind, sourceId, year, cancellation))
                        {
                            return ProposalResult.Answered;
                        }

                        db.ProposalAnswers.Add(db.Answer(kind, sourceId, year, time.GetUtcNow().UtcDateTime, words));
                        await db.SaveChangesAsync(cancellation);
                        return ProposalResult.Done;
                    },
                    cancellation),
                kind,
                year);
        }
        catch (DbUpdateException)
        {
            // Two people at the same moment: the database kept the other one's answer.
            db.ChangeTracker.Clear();
            if (await db.Answered(kind, year).AnyAsync(id => id == sourceId, cancellation))
            {
                return new ProposalAct(ProposalResult.Answered, kind, year);
            }

            throw;
        }
    }

    /// <summary>Đề xuất lại: takes a dismissal back.</summary>
    public async Task<ProposalAct> ReopenAsync(long id, CancellationToken cancellation = default)
    {
        if (await db.ProposalAnswers.SingleOrDefaultAsync(row => row.Id == id && row.Outcome == ProposalOutcome.Dismissed, cancellation) is not { } row)
        {
            return new ProposalAct(ProposalResult.NotFound, default, 0);
        }

        db.ProposalAnswers.Remove(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has taken it back: what was wanted is there.
            db.ChangeTracker.Clear();
        }

        return new ProposalAct(ProposalResult.Done, row.Kind, row.Year);
    }

    private IQueryable<ProposalAnswer> Dismissed(ProposalKind kind, int year)
    {
        var agency = db.OwnAgency();
        var rows = db.ProposalAnswers.Where(row => row.AgencyId == agency && row.Year == year && row.Outcome == ProposalOutcome.Dismissed);
        return kind switch
        {
            ProposalKind.UnmetLine => rows.Where(row => row.PlanItemId != null),
            ProposalKind.Shortcoming => rows.Where(row => row.ShortcomingId != null),
            _ => rows.Where(row => row.NextYearTaskId != null),
        };
    }

    private Task<int?> YearOfAsync(ProposalKind kind, long id, CancellationToken cancellation) => kind switch
    {
        ProposalKind.UnmetLine => db.PlanItems.Where(row => row.Id == id).Select(row => (int?)row.Plan!.Year).SingleOrDefaultAsync(cancellation),
        ProposalKind.Shortcoming => db.Shortcomings.Where(row => row.Id == id).Select(row => (int?)row.Year).SingleOrDefaultAsync(cancellation),
        _ => db.NextYearTasks.Where(row => row.Id == id && row.Kind == NextYearTaskKind.Task).Select(row => (int?)row.Year).SingleOrDefaultAsync(cancellation),
    };

    /// <summary>Answered, or taken by hand: a shortcoming or task that was entered for it.</summary>
    private async Task<bool> IsAnsweredAsync(ProposalKind kind, long id, int year, CancellationToken cancellation) =>
        await db.Answered(kind, year).AnyAsync(source => source == id, cancellation)
        || await (kind switch
        {
            ProposalKind.UnmetLine => db.Shortcomings.AnyAsync(row => row.Year == year && row.PlanItemId == id, cancellation),
            ProposalKind.Shortcoming => db.NextYearTasks.AnyAsync(row => row.Year == year && row.ShortcomingId == id, cancellation),
            _ => db.NextYearTasks.AnyAsync(row => row.Id == id && row.PlanItemId != null, cancellation),
        });
}
