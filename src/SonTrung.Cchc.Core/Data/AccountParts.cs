using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Identity's own rows of an account: claims, outside sign-ins, tokens, passkeys.</summary>
internal static class AccountParts
{
    /// <summary>Whose account the row belongs to, or null for any other row.</summary>
    public static long? UserIdOf(EntityEntry entry) => entry.Entity switch
    {
        IdentityUserClaim<long> claim => claim.UserId,
        IdentityUserLogin<long> login => login.UserId,
        IdentityUserToken<long> token => token.UserId,
        IdentityUserPasskey<long> passkey => passkey.UserId,
        IdentityPasskeyData => (long?)entry.Context.ChangeTracker.Entries<IdentityUserPasskey<long>>()
            .SingleOrDefault(passkey => ReferenceEquals(passkey.Entity.Data, entry.Entity))?.Entity.UserId,
        _ => null,
    };
}
