using System.ComponentModel.DataAnnotations;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Web.Features.Letterheads;

/// <summary>Tiêu đề văn bản.</summary>
public sealed class LetterheadForm : IValidatableObject
{
    /// <summary>Lines offered beyond those in use.</summary>
    private const int SpareLines = 2;

    /// <summary>The key that makes the same form, sent twice, one version.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public Guid Version { get; set; }

    /// <summary>The first day; asked for a new version alone.</summary>
    [Display(Name = nameof(LetterheadTexts.ValidFrom), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.ValidFromHint))]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The superior body, in capitals.</summary>
    [StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.SuperiorLine), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.SuperiorLineHint))]
    public string? SuperiorLine { get; set; }

    /// <summary>The agency's lines, in capitals.</summary>
    [Required, StringLength(2 * AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.LetterheadLines), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.LetterheadLinesHint))]
    public string LetterheadLines { get; set; } = "";

    /// <summary>"UBND".</summary>
    [Required, StringLength(AgencyProfile.SymbolLength)]
    [Display(Name = nameof(LetterheadTexts.SymbolCode), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.SymbolCodeHint))]
    public string SymbolCode { get; set; } = "";

    /// <summary>"Sơn Trung".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.PlaceName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.PlaceNameHint))]
    public string PlaceName { get; set; } = "";

    /// <summary>After "TM. ".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.AuthorityName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.AuthorityNameHint))]
    public string AuthorityName { get; set; } = "";

    /// <summary>After "Lưu: ".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.ArchiveLine), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.ArchiveLineHint))]
    public string ArchiveLine { get; set; } = "";

    /// <summary>"Ủy ban nhân dân xã Sơn Trung".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.FullName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.FullNameHint))]
    public string FullName { get; set; } = "";

    /// <summary>"UBND xã Sơn Trung".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.ShortName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.ShortNameHint))]
    public string ShortName { get; set; } = "";

    /// <summary>"UBND xã".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.LaterName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.LaterNameHint))]
    public string LaterName { get; set; } = "";

    /// <summary>"tỉnh".</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.SuperiorName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.SuperiorNameHint))]
    public string SuperiorName { get; set; } = "";

    /// <summary>The office that receives files from citizens.</summary>
    [Required, StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.OneStopName), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.OneStopNameHint))]
    public string OneStopName { get; set; } = "";

    /// <summary>Kính gửi, one line each; empty lines fall out.</summary>
    public List<AddresseeForm> Addressees { get; set; } = [];

    /// <summary>Nơi nhận, one receiver a line, without "Lưu".</summary>
    [Required, StringLength(4000)]
    [Display(Name = nameof(LetterheadTexts.Copies), ResourceType = typeof(LetterheadTexts), Description = nameof(LetterheadTexts.CopiesHint))]
    public string Copies { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Addressees.TrueForAll(line => string.IsNullOrWhiteSpace(line.Text)))
        {
            yield return new ValidationResult(LetterheadTexts.AddresseeMissing, [$"{nameof(Addressees)}[0].{nameof(AddresseeForm.Text)}"]);
        }

        var orphan = Addressees.FindIndex(line => string.IsNullOrWhiteSpace(line.Text) && line.OfficeId is not null);
        if (orphan >= 0)
        {
            yield return new ValidationResult(LetterheadTexts.AddresseeWithoutText, [$"{nameof(Addressees)}[{orphan}].{nameof(AddresseeForm.Text)}"]);
        }

        if (CopyLines().Any(line => line.Length > AgencyProfile.NameLength))
        {
            yield return new ValidationResult(LetterheadTexts.CopyTooLong, [nameof(Copies)]);
        }
    }

    internal static LetterheadForm Of(AgencyProfile row) => new()
    {
        Version = row.Version,
        ValidFrom = row.ValidFrom,
        FullName = row.FullName,
        ShortName = row.ShortName,
        LaterName = row.LaterName,
        SuperiorLine = row.SuperiorLine,
        LetterheadLines = row.LetterheadLines,
        AuthorityName = row.AuthorityName,
        PlaceName = row.PlaceName,
        SymbolCode = row.SymbolCode,
        ArchiveLine = row.ArchiveLine,
        SuperiorName = row.SuperiorName,
        OneStopName = row.OneStopName,
        Addressees = row.Recipients.Where(line => line.Kind == RecipientKind.Addressee).OrderBy(line => line.Position)
            .Select((line, i) => new AddresseeForm { Position = i + 1, Text = line.PrintedText, OfficeId = line.RecipientAgencyId }).ToList(),
        Copies = string.Join('\n', row.Recipients.Where(line => line.Kind == RecipientKind.Copy).OrderBy(line => line.Position).Select(line => line.PrintedText)),
    };

    internal LetterheadInput ToInput() => new()
    {
        FullName = FullName,
        ShortName = ShortName,
        LaterName = LaterName,
        SuperiorLine = SuperiorLine,
        LetterheadLines = LetterheadLines,
        AuthorityName = AuthorityName,
        PlaceName = PlaceName,
        SymbolCode = SymbolCode,
        ArchiveLine = ArchiveLine,
        SuperiorName = SuperiorName,
        OneStopName = OneStopName,
        Addressees = Addressees.Where(line => !string.IsNullOrWhiteSpace(line.Text)).OrderBy(line => line.Position ?? int.MaxValue)
            .Select(line => (line.Text!, line.OfficeId)).ToList(),
        Copies = CopyLines(),
    };

    /// <summary>Puts an office first in Kính gửi, unless it stands there.</summary>
    internal void Address(Choice office)
    {
        if (!Addressees.Exists(line => line.OfficeId == office.Id))
        {
            Addressees.Insert(0, new AddresseeForm { Text = office.Name, OfficeId = office.Id });
            for (var i = 0; i < Addressees.Count; i++)
            {
                Addressees[i].Position = i + 1;
            }
        }
    }

    internal void AddSpareLines()
    {
        for (var spare = Addressees.Count(line => string.IsNullOrWhiteSpace(line.Text)); spare < SpareLines; spare++)
        {
            Addressees.Add(new AddresseeForm { Position = Addressees.Count + 1 });
        }
    }

    private List<string> CopyLines() =>
        (Copies ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimStart('-', ' ')).ToList();
}

/// <summary>A line of Kính gửi.</summary>
public sealed class AddresseeForm
{
    /// <summary>Its place.</summary>
    [Range(1, 99)]
    [Display(Name = nameof(LetterheadTexts.AddresseePosition), ResourceType = typeof(LetterheadTexts))]
    public int? Position { get; set; }

    /// <summary>As printed.</summary>
    [StringLength(AgencyProfile.NameLength)]
    [Display(Name = nameof(LetterheadTexts.AddresseeText), ResourceType = typeof(LetterheadTexts))]
    public string? Text { get; set; }

    /// <summary>The office of the portal that gets the report.</summary>
    [Display(Name = nameof(LetterheadTexts.AddresseeOffice), ResourceType = typeof(LetterheadTexts))]
    public long? OfficeId { get; set; }
}

/// <summary>The form of a version, with the page as it will be printed.</summary>
/// <param name="Row">The version; null for a new one.</param>
/// <param name="IsRemovable">Whether the version can be taken away.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Offices">Offices of the portal.</param>
/// <param name="Preview">The page; null without an outline.</param>
public sealed record LetterheadEditor(
    AgencyProfile? Row, bool IsRemovable, LetterheadForm Form, IReadOnlyList<Choice> Offices, Core.Reports.Official.OfficialDocument? Preview);

/// <summary>The list.</summary>
public sealed record LetterheadList(IReadOnlyList<AgencyProfile> Rows, DateOnly Today);
