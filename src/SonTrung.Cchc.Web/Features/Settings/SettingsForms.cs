using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Register;

namespace SonTrung.Cchc.Web.Features.Settings;

/// <summary>Cách làm việc của cơ quan.</summary>
public sealed class WayOfWorkForm
{
    /// <summary>The version that the form was opened with; empty when nothing was saved yet.</summary>
    public Guid Version { get; set; }

    /// <summary>Chờ kiểm tra (Điều 12).</summary>
    [Display(Name = nameof(SettingsTexts.ChecksBeforeSigning), ResourceType = typeof(SettingsTexts), Description = nameof(SettingsTexts.ChecksHint))]
    public bool ChecksBeforeSigning { get; set; }

    /// <summary>Who gives numbers.</summary>
    [EnumDataType(typeof(NumberSource))]
    [Display(Name = nameof(SettingsTexts.NumberSource), ResourceType = typeof(SettingsTexts), Description = nameof(SettingsTexts.NumberSourceHint))]
    public NumberSource NumberSource { get; set; }

    /// <summary>What has a series of its own.</summary>
    [EnumDataType(typeof(NumberScope))]
    [Display(Name = nameof(SettingsTexts.NumberScope), ResourceType = typeof(SettingsTexts), Description = nameof(SettingsTexts.NumberScopeHint))]
    public NumberScope NumberScope { get; set; }

    internal WayOfWork ToInput() => new(ChecksBeforeSigning, NumberSource, NumberScope);

    internal static WayOfWorkForm Of(AgencySettings row) => new()
    {
        Version = row.Version,
        ChecksBeforeSigning = row.ChecksBeforeSigning,
        NumberSource = row.NumberSource,
        NumberScope = row.NumberScope,
    };
}

/// <summary>The words for how numbers are given.</summary>
internal static class NumberWords
{
    public static IEnumerable<SelectListItem> Sources() =>
    [
        new(SettingsTexts.NumberTypedIn, nameof(NumberSource.TypedIn)),
        new(SettingsTexts.NumberOwnSeries, nameof(NumberSource.OwnSeries)),
    ];

    public static IEnumerable<SelectListItem> Scopes() =>
    [
        new(SettingsTexts.NumberPerKind, nameof(NumberScope.PerKind)),
        new(SettingsTexts.NumberCommon, nameof(NumberScope.Common)),
    ];
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
