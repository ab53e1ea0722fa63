using System.Security.Claims;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>An entry of the menu.</summary>
/// <param name="Text">What the menu says.</param>
/// <param name="Url">Where it leads; pages below it mark it as current.</param>
/// <param name="Permission">Who sees it; null for everyone signed in.</param>
/// <param name="Icon">A name from the sprite.</param>
public sealed record NavigationItem(string Text, string Url, Permission? Permission, string Icon)
{
    /// <summary>Pages elsewhere that belong to it.</summary>
    public string? Also { get; init; }

    public bool IsCurrent(PathString path) => Url == "/" ? path == "/" : path.StartsWithSegments(Url) || (Also is not null && path.StartsWithSegments(Also));
}

/// <summary>The menu. A page that exists has its line here.</summary>
public static class Navigation
{
    public static IReadOnlyList<NavigationItem> Items { get; } =
    [
        new(SharedTexts.NavHome, "/", null, "house"),
        new(SharedTexts.NavActivities, "/hoat-dong", Permission.ViewWork, "journal-text") { Also = "/nhap-excel" },
        new(SharedTexts.NavPlans, "/ke-hoach", Permission.ViewWork, "list-check"),
        new(SharedTexts.NavReferences, "/van-ban-can-cu", Permission.ViewWork, "files"),
        new(SharedTexts.NavShortcomings, "/ton-tai-han-che", Permission.ViewWork, "dash-circle"),
        new(SharedTexts.NavTasks, "/phuong-huong-nhiem-vu", Permission.ViewWork, "signpost-split"),
        new(SharedTexts.NavFigures, "/so-lieu-khac", Permission.ViewWork, "bar-chart"),
        new(SharedTexts.NavReports, "/bao-cao", Permission.ViewReports, "file-earmark-text"),
        new(SharedTexts.NavRegister, "/so-van-ban-di", Permission.ViewReports, "send"),
        new(SharedTexts.NavScores, "/diem-cchc", Permission.ViewReports, "patch-check"),
        new(SharedTexts.NavCheck, "/ra-soat", null, "clipboard-check"),
        new(SharedTexts.NavReceived, "/tiep-nhan", Permission.ReceiveReports, "inbox"),
        new(SharedTexts.NavWall, "/theo-doi", Permission.ReceiveReports, "list-check"),
        new(SharedTexts.NavRequests, "/dot-bao-cao", Permission.ReceiveReports, "send"),
        new(SharedTexts.NavRollup, "/tong-hop", Permission.ReceiveReports, "bar-chart"),
        new(SharedTexts.NavCatalogues, "/danh-muc", Permission.ViewCatalogues, "tags"),
        new(SharedTexts.NavAdministration, "/quan-tri", Permission.Administer, "gear"),
    ];

    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user) =>
        Items.Where(item => item.Permission is not { } permission || user.May(permission));
}
