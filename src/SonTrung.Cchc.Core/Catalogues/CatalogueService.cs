using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Catalogues;

/// <summary>
/// The catalogues: shared entries, kept by the system administrator, and each agency's own names for them. An entry ends and can be taken up again;
/// none is ever removed, since old work stays as it was entered.
/// </summary>
public sealed class CatalogueService(CchcDbContext db, TimeProvider time)
{
    /// <summary>The entries, with the reader's own names, one catalogue after the other.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> ListAsync(CatalogueFilter filter, CancellationToken cancellation = default)
    {
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var found = new List<CatalogueEntry>();
        foreach (var kind in Enum.GetValues<CatalogueKind>().Where(kind => filter.Kind is null || filter.Kind == kind))
        {
            var rows = await Entries(kind).AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
            names.PutInto(rows);
            var wanted = rows.Where(filter.Lets);
            found.AddRange(filter.Order == CatalogueOrder.Name ? wanted.OrderBy(row => SortKey.Of(row.Name), StringComparer.Ordinal) : wanted);
        }

        return found;
    }

    /// <summary>The entries of a list, for a file.</summary>
    public async IAsyncEnumerable<CatalogueEntry> StreamAsync(CatalogueFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var row in await ListAsync(filter, cancellation))
        {
            yield return row;
        }
    }

    /// <summary>One entry with the reader's own name, or null.</summary>
    public async Task<CatalogueEntry?> FindAsync(long id, CancellationToken cancellation = default)
    {
        var row = await LoadAsync(id, isTracked: false, cancellation);
        (await CatalogueNames.ReadAsync(db, cancellation)).PutInto([row]);
        return row;
    }

    /// <summary>The token of the own agency's name for an entry; empty while it has none.</summary>
    public async Task<Guid> OwnNameVersionAsync(CatalogueEntry entry, CancellationToken cancellation = default) =>
        await OwnNames(entry).OrderByDescending(row => row.Id).Select(row => row.Version).FirstOrDefaultAsync(cancellation);

    /// <summary>Adds an entry at the end of its catalogue, once per form.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, CatalogueKind kind, CatalogueInput input, CancellationToken cancellation = default)
    {
        var name = PlainText.Clean(input.Name);
        if (await IsTakenAsync(kind, 0, name, input.ValidFrom, null, cancellation)
            && !await db.FormReceipts.AnyAsync(receipt => receipt.Key == formKey, cancellation))
        {
            return new SetupResult(SetupOutcome.NameTaken);
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                var row = New(kind, await CodeAsync(kind, name, cancellation), name, await Entries(kind).EndAsync(cancellation), input);
                db.Add(row);
                return row;
            },
            cancellation));
    }

    /// <summary>Changes name, unit and mode of an entry; its catalogue and its first day stay.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, CatalogueInput input, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, isTracked: true, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        row.Name = PlainText.Clean(input.Name);
        switch (row)
        {
            case PropagandaChannel channel:
                channel.Mode = input.Mode;
                break;
            case Indicator indicator:
                indicator.Unit = PlainText.Clean(input.Unit);
                break;
        }

        return await IsTakenAsync(row.Kind, id, row.Name, row.ValidFrom, row.ValidTo, cancellation)
            ? new SetupResult(SetupOutcome.NameTaken, id)
            : await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Ngừng dùng: the entry is not offered after a day.</summary>
    public async Task<SetupResult> EndAsync(long id, Guid version, DateOnly lastDay, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, isTracked: true, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (lastDay < row.ValidFrom)
        {
            return new SetupResult(SetupOutcome.EndsBeforeStart, id);
        }

        row.ValidTo = lastDay;
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Dùng lại: the entry is offered again, unless another of its name has taken its place.</summary>
    public async Task<SetupResult> ReopenAsync(long id, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, isTracked: true, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        row.ValidTo = null;
        return await IsTakenAsync(row.Kind, id, row.Name, row.ValidFrom, null, cancellation)
            ? new SetupResult(SetupOutcome.NameTaken, id)
            : await db.SaveSetupAsync(row, row.Version, cancellation);
    }

    /// <summary>Puts an entry one place up or down in its catalogue.</summary>
    public async Task<SetupResult> MoveAsync(long id, Guid version, bool isUp, CancellationToken cancellation = default)
    {
        if (await LoadAsync(id, isTracked: true, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        Places.Move(await Entries(row.Kind).ToListAsync(cancellation), row, isUp);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Gives an entry a name of the own agency, changes it, or takes it away.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="version">The token of the name that the form showed; empty for none.</param>
    /// <param name="name">The name; empty, or everyone's name, for none.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<OwnNameResult> NameAsync(long id, Guid version, string? name, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { } entry)
        {
            return new OwnNameResult(SetupOutcome.NotFound);
        }

        var wanted = PlainText.Clean(name);
        if (wanted == entry.Name)
        {
            wanted = "";
        }

        if (wanted.Length > 0 && (await ListAsync(new CatalogueFilter(Kind: entry.Kind), cancellation)).Any(other => other.Id != id && IsCalled(other, wanted)))
        {
            return new OwnNameResult(SetupOutcome.NameTaken);
        }

        try
        {
            return await db.InTransactionAsync(() => SaveNameAsync(entry, version, wanted, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new OwnNameResult(SetupOutcome.Conflict);
        }
    }

    private async Task<OwnNameResult> SaveNameAsync(CatalogueEntry entry, Guid version, string wanted, CancellationToken cancellation)
    {
        // Two who give the first name at the same moment leave two rows: the later one counts, and the next change tidies up.
        var rows = await OwnNames(entry).OrderBy(row => row.Id).ToListAsync(cancellation);
        var row = rows.LastOrDefault();
        if ((row?.Version ?? Guid.Empty) != version)
        {
            return new OwnNameResult(SetupOutcome.Conflict);
        }

        var former = row?.Name;
        if (wanted.Length == 0)
        {
            db.RemoveRange(rows);
        }
        else if (row is null)
        {
            row = new CatalogueLocalName
            {
                AgencyId = db.OwnAgency(),
                TopicId = entry is Topic ? entry.Id : null,
                ChannelId = entry is PropagandaChannel ? entry.Id : null,
                IndicatorId = entry is Indicator ? entry.Id : null,
                CauseId = entry is ShortcomingCause ? entry.Id : null,
                Name = wanted,
            };
            db.Add(row);
        }
        else
        {
            db.RemoveRange(rows.SkipLast(1));
            row.Name = wanted;
        }

        await db.SaveChangesAsync(cancellation);
        return new OwnNameResult(SetupOutcome.Done, former, wanted.Length == 0 ? Guid.Empty : row!.Version);
    }

    private IQueryable<CatalogueLocalName> OwnNames(CatalogueEntry entry)
    {
        var (agency, id) = (db.OwnAgency(), entry.Id);
        return db.CatalogueLocalNames.Where(row => row.AgencyId == agency && (row.TopicId == id || row.ChannelId == id || row.IndicatorId == id || row.CauseId == id));
    }

    private IQueryable<CatalogueEntry> Entries(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Topic => db.Topics,
        CatalogueKind.Channel => db.PropagandaChannels,
        CatalogueKind.Indicator => db.Indicators,
        CatalogueKind.Cause => db.ShortcomingCauses,
        _ => throw new InvalidOperationException($"Unknown catalogue {kind}."),
    };

    /// <summary>A key names one entry, whatever its catalogue: keys are never given twice.</summary>
    private async Task<CatalogueEntry?> LoadAsync(long id, bool isTracked, CancellationToken cancellation)
    {
        foreach (var rows in Enum.GetValues<CatalogueKind>().Select(Entries))
        {
            if (await (isTracked ? rows : rows.AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<bool> IsTakenAsync(CatalogueKind kind, long id, string name, DateOnly from, DateOnly? to, CancellationToken cancellation) =>
        (await Entries(kind).AsNoTracking().Where(row => row.Id != id && (to == null || row.ValidFrom <= to) && (row.ValidTo == null || row.ValidTo >= from))
            .Select(row => row.Name).ToListAsync(cancellation))
        .Exists(other => SearchKey.Of(other) == SearchKey.Of(name));

    private static bool IsCalled(CatalogueEntry entry, string name) => SearchKey.Of(entry.DisplayName) == SearchKey.Of(name);

    /// <summary>"loa-truyen-thanh", with a number when it is taken.</summary>
    private async Task<string> CodeAsync(CatalogueKind kind, string name, CancellationToken cancellation)
    {
        var taken = await Entries(kind).Select(row => row.Code).ToListAsync(cancellation);
        var words = SearchKey.Of(name).Replace(' ', '-');
        var code = words.Length == 0 ? "muc" : words[..Math.Min(words.Length, CatalogueEntry.CodeLength - 4)].TrimEnd('-');
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? code : $"{code}-{number}").First(free => !taken.Contains(free));
    }

    private static CatalogueEntry New(CatalogueKind kind, string code, string name, int position, CatalogueInput input) => kind switch
    {
        CatalogueKind.Topic => new Topic { Code = code, Name = name, Position = position, ValidFrom = input.ValidFrom },
        CatalogueKind.Channel => new PropagandaChannel { Code = code, Name = name, Position = position, ValidFrom = input.ValidFrom, Mode = input.Mode },
        CatalogueKind.Indicator => new Indicator
        {
            Code = code,
            Name = name,
            Position = position,
            ValidFrom = input.ValidFrom,
            Unit = PlainText.Clean(input.Unit),
        },
        CatalogueKind.Cause => new ShortcomingCause { Code = code, Name = name, Position = position, ValidFrom = input.ValidFrom },
        _ => throw new InvalidOperationException($"Unknown catalogue {kind}."),
    };
}

/// <summary>Which entries are listed.</summary>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="Kind">One catalogue alone.</param>
/// <param name="Order">The order within a catalogue.</param>
public sealed record CatalogueFilter(string? Search = null, CatalogueKind? Kind = null, CatalogueOrder Order = CatalogueOrder.Place)
{
    private readonly string[] words = SearchKey.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal bool Lets(CatalogueEntry entry)
    {
        var key = SearchKey.Of($"{entry.Name} {entry.OwnName} {(entry as Indicator)?.Unit}");
        return Array.TrueForAll(words, word => key.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>The orders of a catalogue.</summary>
public enum CatalogueOrder
{
    /// <summary>As forms offer it.</summary>
    Place,

    /// <summary>By everyone's name, in the Vietnamese alphabet.</summary>
    Name,
}

/// <summary>What is entered about an entry.</summary>
public sealed record CatalogueInput
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>An indicator's unit; ignored for others.</summary>
    public string? Unit { get; init; }

    /// <summary>A channel's mode; ignored for others.</summary>
    public ChannelMode Mode { get; init; }

    /// <summary>The first day; kept once it is saved.</summary>
    public required DateOnly ValidFrom { get; init; }
}

/// <summary>How giving or taking away an agency's own name ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Former">The name before; null when there was none.</param>
/// <param name="Version">The token of the name that counts now; empty for none.</param>
public sealed record OwnNameResult(SetupOutcome Outcome, string? Former = null, Guid Version = default);
