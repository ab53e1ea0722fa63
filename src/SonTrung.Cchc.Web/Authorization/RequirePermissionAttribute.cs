using Microsoft.AspNetCore.Authorization;
using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Authorization;

/// <summary>Lets only users with a permission in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute(PolicyOf(permission))
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>The name of the policy of a permission.</summary>
    public static string PolicyOf(Permission permission) => $"permission:{permission}";
}
