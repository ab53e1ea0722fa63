using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Web.Features.Settings;

/// <summary>Cách làm việc của cơ quan.</summary>
public sealed class WayOfWorkForm
{
    /// <summary>The version that the form was opened with; empty when nothing was saved yet.</summary>
    public Guid Version { get; set; }

    /// <summary>Chờ kiểm tra (Điều 12).</summary>
    [Display(Name = nameof(SettingsTexts.ChecksBeforeSigning), ResourceType = typeof(SettingsTexts), Description = nameof(SettingsTexts.ChecksHint))]
    public bool ChecksBeforeSigning { get; set; }
}

/// <summary>Cài đặt hệ thống.</summary>
public sealed class PortalSettingsForm
{
    /// <summary>The version that the form was opened with; empty when nothing was saved yet.</summary>
    public Guid Version { get; set; }

    /// <summary>Largest file, megabytes.</summary>
    [Required, Range(1, 200)]
    [Display(Name = nameof(SettingsTexts.MaxUpload), ResourceType = typeof(SettingsTexts), Description = nameof(SettingsTexts.MaxUploadHint))]
    public int? MaxUploadMegabytes { get; set; }

    /// <summary>Whom to ask.</summary>
    [StringLength(PortalSettings.SupportLength)]
    [Display(Name = nameof(SettingsTexts.Support), ResourceType = typeof(SettingsTexts), Description = nameof(SettingsTexts.SupportHint))]
    public string? SupportLine { get; set; }
}
