using Microsoft.AspNetCore.Identity;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Accounts;

/// <summary>A person who signs in. Looked up without any agency filter, or nobody could sign in.</summary>
public sealed class UserAccount : IdentityUser<long>, IVersioned
{
    /// <summary>Longest full name, characters.</summary>
    public const int NameLength = 100;

    /// <summary>Where the person works; null for a system administrator only.</summary>
    public long? AgencyId { get; init; }

    /// <summary>Where the person works.</summary>
    public Agency? Agency { get; init; }

    /// <summary>"Trần Thị Mẫu".</summary>
    public required string FullName { get; set; }

    /// <summary>Orders people by given name in the Vietnamese alphabet; written at every save.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>What the person does; the permissions follow from it.</summary>
    public required Duties Duties { get; set; }

    /// <summary>The unit the person works in, offered first in forms.</summary>
    public long? DepartmentId { get; set; }

    /// <summary>An administrator gave the password, which was shown once: nothing opens before the person has chosen another.</summary>
    public bool HasTemporaryPassword { get; set; }

    /// <summary>When the person left (UTC): signs in no more, keeps the name in history.</summary>
    public DateTime? LeftUtc { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; private set; }
}

/// <summary>What a person does in the portal; one person may have several duties.</summary>
[Flags]
public enum Duties
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Cán bộ: edits the year's data, composes and submits.</summary>
    Staff = 1,

    /// <summary>Văn thư: staff who number, seal and issue.</summary>
    Clerk = 2,

    /// <summary>Chủ tịch or Phó Chủ tịch: reads, returns, approves; edits nothing.</summary>
    Chairman = 4,

    /// <summary>Quản trị of the agency: users, catalogues, letterhead; no part in the workflow.</summary>
    Administrator = 8,

    /// <summary>Officer of the superior office: sees delivered reports only.</summary>
    SuperiorOfficer = 16,

    /// <summary>Creates agencies; sees no agency's data.</summary>
    SystemAdministrator = 32,

    /// <summary>Kiểm tra nội dung before signing (Điều 12.1): as a rule the head of the drafting unit.</summary>
    ContentChecker = 64,

    /// <summary>Kiểm tra thể thức, kỹ thuật trình bày before signing (Điều 12.2).</summary>
    FormChecker = 128,
}
