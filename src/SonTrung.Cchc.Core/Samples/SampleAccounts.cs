using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>An account for trying the portal; nobody real.</summary>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="FullName">An invented name, marked as a sample.</param>
/// <param name="AgencyCode">The agency; null for the system administrator.</param>
/// <param name="Duties">What the person does.</param>
/// <param name="SignsIn">False for people who only stand in histories: they have no password.</param>
public sealed record SampleAccount(string UserName, string FullName, string? AgencyCode, Duties Duties, bool SignsIn = true);

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
        new("phochutich@xahuongson", "Trần Văn Mẫu Bình", "xa-huong-son", Duties.Chairman),
        new("canbo@sontay", "Lê Thị Mẫu Thảo", "xa-son-tay", Duties.Staff),
        new("chutich@sontay", "Hoàng Văn Mẫu", "xa-son-tay", Duties.Chairman),
        new("noidung@sontay", "Nguyễn Văn Mẫu Tùng", "xa-son-tay", Duties.ContentChecker),
        new("thethuc@sontay", "Đỗ Thị Mẫu Quyên", "xa-son-tay", Duties.FormChecker),
        new("canbo@tumy", "Trịnh Thị Mẫu Vân", "xa-tu-my", Duties.Staff, SignsIn: false),
        new("chutich@tumy", "Ngô Thị Mẫu Hạnh", "xa-tu-my", Duties.Chairman),
        new("canbo@songiang", "Bạch Thị Mẫu Huệ", "xa-son-giang", Duties.Staff),
        new("chutich@songiang", "Phan Văn Mẫu Đức", "xa-son-giang", Duties.Chairman, SignsIn: false),
        new("canbo@sontien", "Vương Thị Mẫu Cúc", "xa-son-tien", Duties.Staff, SignsIn: false),
        new("chutich@sontien", "Đào Văn Mẫu Long", "xa-son-tien", Duties.Chairman, SignsIn: false),
        new("canbo@sonhong", "Chu Văn Mẫu Tâm", "xa-son-hong", Duties.Staff, SignsIn: false),
        new("chutich@sonhong", "Tô Thị Mẫu Nga", "xa-son-hong", Duties.Chairman, SignsIn: false),
        new("vanthu@sonhong", "Kiều Thị Mẫu Nhung", "xa-son-hong", Duties.Clerk, SignsIn: false),
        new("canbo@kimhoa", "Hà Thị Mẫu Xuân", "xa-kim-hoa", Duties.Staff, SignsIn: false),
        new("chutich@kimhoa", "Lương Văn Mẫu Khánh", "xa-kim-hoa", Duties.Chairman, SignsIn: false),
        new("vanthu@kimhoa", "Thái Thị Mẫu Mai", "xa-kim-hoa", Duties.Clerk),
        new("canbo@sonkim1", "Lý Thị Mẫu Oanh", "xa-son-kim-1", Duties.Staff, SignsIn: false),
        new("chutich@sonkim1", "Cao Văn Mẫu Hải", "xa-son-kim-1", Duties.Chairman, SignsIn: false),
        new("canbo@sonkim2", "Đoàn Thị Mẫu Hiền", "xa-son-kim-2", Duties.Staff, SignsIn: false),
        new("chutich@sonkim2", "Mai Thị Mẫu Liên", "xa-son-kim-2", Duties.Chairman, SignsIn: false),
        new("vanthu@sonkim1", "Lâm Thị Mẫu Diệp", "xa-son-kim-1", Duties.Clerk),
        new("hethong@cchc", "Quản trị hệ thống mẫu", null, Duties.SystemAdministrator),
    ];
}
