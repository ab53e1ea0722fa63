using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Connections;

/// <summary>What is entered about a system to be connected.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it may read.</param>
/// <param name="ExpiresOn">The last day.</param>
public sealed record SystemTokenInput(string Name, ApiScopes Scopes, DateOnly ExpiresOn);

/// <summary>How making or revoking a token ended.</summary>
public enum SystemTokenOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such token of the user's agency.</summary>
    NotFound,

    /// <summary>No scope was chosen, or one that the agency cannot give.</summary>
    ScopesWrong,

    /// <summary>The last day is past, or further away than <see cref="SystemToken.LongestDays"/>.</summary>
    ExpiryWrong,

    /// <summary>A valid token has this name.</summary>
    NameTaken,

    /// <summary>As many tokens as <see cref="SystemToken.MostPerAgency"/> are valid.</summary>
    TooMany,
}

/// <summary>How it ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Id">The token's row.</param>
/// <param name="Token">The token, right after it was made and never again.</param>
public sealed record SystemTokenResult(SystemTokenOutcome Outcome, long Id = 0, string? Token = null);

/// <summary>A token in the list.</summary>
/// <param name="Token">The row.</param>
/// <param name="CreatedBy">Who made it.</param>
public sealed record SystemTokenRow(SystemToken Token, string CreatedBy);

/// <summary>The tokens of the systems that read the agency's data.</summary>
public sealed class SystemTokenService(CchcDbContext db, TimeProvider time)
{
    /// <summary>How a token begins, so that people and scanners know it for one.</summary>
    public const string Prefix = "cchc_";

    private const int SecretBytes = 32;

    private static readonly TimeSpan BetweenUses = TimeSpan.FromMinutes(1);

    /// <summary>All tokens of the agency, valid ones first, the newest first.</summary>
    public async Task<IReadOnlyList<SystemTokenRow>> ListAsync(CancellationToken cancellation = default)
    {
        var (agency, today) = (db.OwnAgency(), time.Today());
        var rows = await db.SystemTokens.AsNoTracking().Where(row => row.AgencyId == agency)
            .Select(row => new { Token = row, By = db.Users.Where(user => user.Id == row.CreatedById).Select(user => user.FullName).FirstOrDefault() ?? "" })
            .ToListAsync(cancellation);
        return rows.OrderByDescending(row => row.Token.IsValidOn(today)).ThenByDescending(row => row.Token.CreatedUtc)
            .Select(row => new SystemTokenRow(row.Token, row.By)).ToList();
    }

    /// <summary>What the agency's systems may be let read.</summary>
    public async Task<ApiScopes> OfferedAsync(CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        return SystemToken.ScopesOf(await db.Agencies.Where(row => row.Id == agency).Select(row => row.Kind).SingleAsync(cancellation));
    }

    /// <summary>Makes a token, once per form; the same form sent again gives its row without the token.</summary>
    public async Task<SystemTokenResult> CreateAsync(Guid formKey, SystemTokenInput input, CancellationToken cancellation = default)
    {
        if (await db.MadeByFormAsync(formKey, cancellation) is { } made)
        {
            return new SystemTokenResult(SystemTokenOutcome.Done, made);
        }

        var (agency, today, name) = (db.OwnAgency(), time.Today(), PlainText.Clean(input.Name));
        if (input.Scopes == ApiScopes.None || (input.Scopes & ~await OfferedAsync(cancellation)) != 0)
        {
            return new SystemTokenResult(SystemTokenOutcome.ScopesWrong);
        }

        if (input.ExpiresOn < today || input.ExpiresOn > today.AddDays(SystemToken.LongestDays))
        {
            return new SystemTokenResult(SystemTokenOutcome.ExpiryWrong);
        }

        var valid = await db.SystemTokens.AsNoTracking().Where(row => row.AgencyId == agency && row.RevokedUtc == null && row.ExpiresOn >= today)
            .Select(row => row.Name).ToListAsync(cancellation);
        if (valid.Count >= SystemToken.MostPerAgency)
        {
            return new SystemTokenResult(SystemTokenOutcome.TooMany);
        }

        if (valid.Exists(other => SearchKey.Of(other) == SearchKey.Of(name)))
        {
            return new SystemTokenResult(SystemTokenOutcome.NameTaken);
        }

        var token = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var now = time.GetUtcNow().UtcDateTime;
        var id = await db.CreateOnceAsync(
            formKey,
            now,
            () =>
            {
                var row = new SystemToken
                {
                    AgencyId = agency,
                    Name = name,
                    Scopes = input.Scopes,
                    TokenHash = HashOf(token),
                    TokenEnd = token[^SystemToken.EndLength..],
                    ExpiresOn = input.ExpiresOn,
                    CreatedUtc = now,
                    CreatedById = db.Scope.UserId!.Value,
                };
                db.SystemTokens.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation);

        // Sent twice at the same moment: the other one's token is the one that was kept.
        var isOwn = await db.SystemTokens.AnyAsync(row => row.Id == id && row.TokenHash == HashOf(token), cancellation);
        return new SystemTokenResult(SystemTokenOutcome.Done, id, isOwn ? token : null);
    }

    /// <summary>Revokes a token, at once and for ever.</summary>
    public async Task<SystemTokenResult> RevokeAsync(long id, CancellationToken cancellation = default)
    {
        if (await db.SystemTokens.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SystemTokenResult(SystemTokenOutcome.NotFound);
        }

        if (row.RevokedUtc is null)
        {
            row.RevokedUtc = time.GetUtcNow().UtcDateTime;
            row.RevokedById = db.Scope.UserId;
            await db.SaveChangesAsync(cancellation);
        }

        return new SystemTokenResult(SystemTokenOutcome.Done, id);
    }

    /// <summary>The valid token that a system shows, whatever its agency: as signing in, this comes before anybody has a scope. Null for any other text.</summary>
    public async Task<SystemToken?> RecognizeAsync(string token, CancellationToken cancellation = default)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100)
        {
            return null;
        }

        var hash = HashOf(token);
        var row = await db.SystemTokens.IgnoreQueryFilters([CchcDbContext.AgencyFilter]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.TokenHash == hash, cancellation);
        return row?.IsValidOn(time.Today()) == true ? row : null;
    }

    /// <summary>Notes that a system used its token: the first time of a day in the audit, later times to the minute. Runs in the token's own scope.</summary>
    public async Task RecordUseAsync(long id, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var recently = now - BetweenUses;
        if (await db.SystemTokens.SingleOrDefaultAsync(row => row.Id == id && (row.LastUsedUtc == null || row.LastUsedUtc < recently), cancellation) is not { } row)
        {
            return;
        }

        row.LastUsedUtc = now;
        row.LastUsedOn = VietnamTime.DayOf(now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request of the same moment noted it, or the token was just revoked.
            db.ChangeTracker.Clear();
        }
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
