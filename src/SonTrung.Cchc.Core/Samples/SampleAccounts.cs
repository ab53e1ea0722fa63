using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>An account for trying the portal; nobody real.</summary>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="FullName">An invented name, marked as a sample.</param>
/// <param name="AgencyCode">The agency; null for the system administrator.</param>
/// <param name="Duties">What the person does.</param>
public sealed record SampleAccount(string UserName, string FullName, string? AgencyCode, Duties Duties);

/// <summary>The accounts of the samples. The caller makes them, since a password needs Identity's services.</summary>
public static class SampleAccounts
{
    /// <summary>Every account.</summary>
    public static readonly IReadOnlyList<SampleAccount> All =
    [
        new("canbo@sontrung", "Trần Thị Mẫu Lan", "son-trung", Duties.Staff),
        new("vanthu@sontrung", "Phan Thị Mẫu Hoa", "son-trung", Duties.Clerk),
        new("chutich@sontrung", "Đặng Văn Mẫu", "son-trung", Duties.Chairman),
        new("quantri@sontrung", "Hồ Văn Mẫu Sơn", "son-trung", Duties.Administrator),
        new("noivu.huyen@huongson", "Võ Thị Mẫu Thu", "phong-noi-vu-huong-son", Duties.SuperiorOfficer),
        new("canbo@xahuongson", "Nguyễn Thị Mẫu Hà", "xa-huong-son", Duties.Staff),
        new("vanthu@xahuongson", "Phạm Thị Mẫu Ngọc", "xa-huong-son", Duties.Clerk),
        new("chutich@xahuongson", "Lê Văn Mẫu", "xa-huong-son", Duties.Chairman),
        new("quantri@xahuongson", "Bùi Văn Mẫu An", "xa-huong-son", Duties.Administrator),
        new("sonoivu@hatinh", "Đinh Thị Mẫu Yến", "so-noi-vu-ha-tinh", Duties.SuperiorOfficer),
        new("hethong@cchc", "Quản trị hệ thống mẫu", null, Duties.SystemAdministrator),
    ];
}
