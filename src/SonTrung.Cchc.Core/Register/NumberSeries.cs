using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Register;

/// <summary>
/// Gives and checks the numbers of the agency's outgoing documents (Điều 15.1): unique in the calendar year, in the order of their dates, from a series that all
/// kinds share or that each kind has. It knows nothing of what is numbered; who takes a number saves its line of the register in the same transaction.
/// </summary>
public sealed class NumberSeries(CchcDbContext db, TimeProvider time)
{
    /// <summary>How often an act begins again that lost a number, or the first line of a series, to somebody at the same moment.</summary>
    private const int MostTries = 3;

    /// <summary>The last number of the series that a document of a kind would be numbered in, and what comes next.</summary>
    /// <param name="kind">"Báo cáo"; in capitals as on the document, too.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<NumberOffer> OfferAsync(string kind, int year, CancellationToken cancellation = default)
    {
        var (source, scope) = await SettingsAsync(cancellation);
        var key = SearchKey.Of(kind);
        var last = await OfSeries(scope, key, year).AsNoTracking().OrderByDescending(row => row.Number)
            .Select(row => new LastNumber(row.Number, row.Symbol, row.IssuedOn)).FirstOrDefaultAsync(cancellation);
        var counted = source == NumberSource.OwnSeries ? await CounterOf(SeriesOf(scope, key), year).Select(row => row.Last).SingleOrDefaultAsync(cancellation) : 0;
        var symbol = await db.OutgoingDocuments.AsNoTracking().Where(row => row.KindKey == key && row.NumberYear == year)
            .OrderByDescending(row => row.BookOrder).Select(row => row.Symbol).FirstOrDefaultAsync(cancellation);
        return new NumberOffer(source, scope, last, Math.Max(last?.Number ?? 0, counted) + 1, symbol);
    }

    /// <summary>
    /// Takes a number within the transaction that is open, before anything else of it is changed. Whoever comes second in a series waits here until the first
    /// is done: on SQL Server for the counter's row, which stays locked; on SQLite the transaction itself is the turn.
    /// </summary>
    /// <param name="request">What is to be numbered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<NumberResult> TakeAsync(NumberRequest request, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A number is taken within the transaction that gives it to its document.");
        }

        if (request.IssuedOn > time.Today())
        {
            return new NumberResult(NumberRefusal.DateInFuture);
        }

        var (source, scope) = await SettingsAsync(cancellation);
        var key = SearchKey.Of(request.Kind);
        var series = SeriesOf(scope, key);
        var year = request.IssuedOn.Year;
        await LockAsync(series, year, cancellation);
        var others = OfSeries(scope, key, year).Where(row => row.Id != request.EntryId);
        var isGiven = source == NumberSource.OwnSeries && request.Number is null;
        if (request.Number is null && !isGiven)
        {
            return new NumberResult(NumberRefusal.Missing);
        }

        if (source == NumberSource.OwnSeries && !request.IsKept && request.Number is { } typed
            && await others.Where(row => row.IsGivenByPortal).MinAsync(row => (int?)row.Number, cancellation) is { } first && typed > first)
        {
            return new NumberResult(NumberRefusal.GivenByPortal);
        }

        var number = request.Number ?? await NextAsync(others, series, year, cancellation);
        if (await others.AnyAsync(row => row.Number == number, cancellation)
            || await OfYear(year).AnyAsync(row => row.Id != request.EntryId && row.Symbol == request.Symbol && row.Number == number, cancellation))
        {
            return new NumberResult(NumberRefusal.Taken);
        }

        if (await others.AnyAsync(
            row => (row.Number < number && row.IssuedOn > request.IssuedOn) || (row.Number > number && row.IssuedOn < request.IssuedOn),
            cancellation))
        {
            return new NumberResult(NumberRefusal.DateOutOfOrder);
        }

        if (isGiven)
        {
            // Saved with the document's line, or not at all: an act that is refused after this gives nothing away.
            (await CounterOf(series, year).AsTracking().SingleAsync(cancellation)).Last = number;
        }

        return new NumberResult(null, new GivenNumber(number, request.Symbol, request.IssuedOn, series, key, isGiven));
    }

    /// <summary>Runs a transaction that takes a number. Who loses one to somebody at the same moment begins again and meets the rule.</summary>
    internal async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await db.InTransactionAsync(work, cancellation);
            }
            catch (DbUpdateException problem) when (problem is not DbUpdateConcurrencyException && tries < MostTries)
            {
            }
        }
    }

    private static string SeriesOf(NumberScope scope, string kindKey) => scope == NumberScope.Common ? "" : kindKey;

    private async Task<(NumberSource Source, NumberScope Scope)> SettingsAsync(CancellationToken cancellation)
    {
        var agency = db.OwnAgency();
        var settings = await db.AgencySettings.AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == agency, cancellation);
        return (settings?.NumberSource ?? NumberSource.TypedIn, settings?.NumberScope ?? NumberScope.PerKind);
    }

    /// <summary>Makes whoever comes second in a series wait until the open transaction ends.</summary>
    internal async Task LockAsync(string series, int year, CancellationToken cancellation)
    {
        // Writing the row, even as it is, is what makes the second wait.
        if (await CounterOf(series, year).ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, row => row.Last), cancellation) == 0)
        {
            db.NumberCounters.Add(new NumberCounter { AgencyId = db.OwnAgency(), Year = year, Series = series });
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<int> NextAsync(IQueryable<OutgoingDocument> others, string series, int year, CancellationToken cancellation)
    {
        var last = await others.MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
        return Math.Max(last, await CounterOf(series, year).Select(row => row.Last).SingleAsync(cancellation)) + 1;
    }

    private IQueryable<NumberCounter> CounterOf(string series, int year)
    {
        var agency = db.OwnAgency();
        return db.NumberCounters.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == year && row.Series == series);
    }

    private IQueryable<OutgoingDocument> OfSeries(NumberScope scope, string kindKey, int year) =>
        scope == NumberScope.Common ? OfYear(year) : OfYear(year).Where(row => row.KindKey == kindKey);

    private IQueryable<OutgoingDocument> OfYear(int year)
    {
        var agency = db.OwnAgency();
        return db.OutgoingDocuments.Where(row => row.AgencyId == agency && row.NumberYear == year);
    }
}

/// <summary>What is to be numbered.</summary>
/// <param name="Kind">"Báo cáo"; in capitals as on the document, too.</param>
/// <param name="Symbol">What follows the number: "BC-UBND".</param>
/// <param name="IssuedOn">The document's date.</param>
/// <param name="Number">The number typed in; null to have the portal give the next one of the agency's own series.</param>
/// <param name="EntryId">The line of the register that has a number already and gets this one.</param>
/// <param name="IsKept">The line had this very number before.</param>
public sealed record NumberRequest(
    string Kind, string Symbol, DateOnly IssuedOn, int? Number = null, long? EntryId = null, bool IsKept = false);

/// <summary>Why a number is not given.</summary>
public enum NumberRefusal
{
    /// <summary>None was typed in, and the agency has no series of its own.</summary>
    Missing,

    /// <summary>Given before in this calendar year.</summary>
    Taken,

    /// <summary>Dated before a document with a lower number, or after one with a higher.</summary>
    DateOutOfOrder,

    /// <summary>Dated in the future.</summary>
    DateInFuture,

    /// <summary>Numbers from here on are given by the portal.</summary>
    GivenByPortal,
}

/// <summary>A number given, or why not.</summary>
/// <param name="Refusal">Why not; null when it was given.</param>
/// <param name="Given">The number; null when refused.</param>
public sealed record NumberResult(NumberRefusal? Refusal, GivenNumber? Given = null);

/// <summary>A number with its date and series.</summary>
/// <param name="Number">The number.</param>
/// <param name="Symbol">What follows it.</param>
/// <param name="IssuedOn">The document's date.</param>
/// <param name="Series">The series; empty for the one of all kinds.</param>
/// <param name="KindKey">The kind without marks and case.</param>
/// <param name="IsGivenByPortal">Whether the portal gave it, or a person typed it.</param>
public sealed record GivenNumber(int Number, string Symbol, DateOnly IssuedOn, string Series, string KindKey, bool IsGivenByPortal);

/// <summary>The last number of a series.</summary>
/// <param name="Number">The number.</param>
/// <param name="Symbol">What follows it.</param>
/// <param name="IssuedOn">Its date.</param>
public sealed record LastNumber(int Number, string Symbol, DateOnly IssuedOn);

/// <summary>What a form that numbers a document proposes.</summary>
/// <param name="Source">Who gives numbers.</param>
/// <param name="Scope">What has a series of its own.</param>
/// <param name="Last">The last number; null when the year's series is empty.</param>
/// <param name="Next">The number after it.</param>
/// <param name="Symbol">The symbol that the newest document of the kind has; null when there is none.</param>
public sealed record NumberOffer(NumberSource Source, NumberScope Scope, LastNumber? Last, int Next, string? Symbol);
