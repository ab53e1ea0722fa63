using System.Globalization;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>Turns a sample agency into rows.</summary>
internal static class SampleAgencyRows
{
    public static Agency Agency(SampleAgency sample) =>
        new() { Id = IdGenerator.NewId(), Code = sample.Code, Name = sample.Name, Kind = sample.Kind };

    /// <summary>Superiors, profiles, signers and periods.</summary>
    public static IEnumerable<Entity> Parts(SampleAgency sample, long agencyId, IReadOnlyDictionary<string, long> agencies) =>
    [
        .. sample.Superiors.Select(row => new AgencySuperior
        {
            AgencyId = agencyId,
            SuperiorId = agencies[row.Code],
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
        }),
        .. sample.Profiles.Select(row => Profile(row, agencyId, agencies)),
        .. sample.Signers.Select(row => new Signer
        {
            AgencyId = agencyId,
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
            FullName = row.FullName,
            Post = row.Post,
            HeadPost = row.HeadPost,
            Capacity = row.Capacity,
            Certificate = row.Certificate,
        }),
        .. sample.Seal is { } seal ? [new AgencySeal { AgencyId = agencyId, Certificate = seal }] : Array.Empty<Entity>(),
        .. sample.ChecksBeforeSigning ? [new AgencySettings { AgencyId = agencyId, ChecksBeforeSigning = true }] : Array.Empty<Entity>(),
        .. sample.Years.Select(row => ReportingPeriod.StandardYear(agencyId, row.Year)),
    ];

    /// <summary>The lines of the register that a clerk entered by hand.</summary>
    public static IEnumerable<OutgoingDocument> Register(SampleAgency sample, long agencyId) =>
        from document in sample.KeepsRegister ? sample.Years.SelectMany(year => year.Documents) : []
        where document.IsOwn && document.Kind != "Báo cáo"
        orderby document.IssuedOn
        select RegisterLine(document, agencyId, sample);

    public static Dictionary<string, Department> Departments(SampleAgency sample, long agencyId) => sample.Departments
        .Select((row, i) => (row.Key, Department: new Department
        {
            Id = IdGenerator.NewId(),
            AgencyId = agencyId,
            Name = row.Name,
            Position = i + 1,
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
        }))
        .ToDictionary(row => row.Key, row => row.Department);

    private static OutgoingDocument RegisterLine(SampleDocument document, long agencyId, SampleAgency sample)
    {
        var (number, symbol) = document.Number.Split('/') is [var running, var rest] ? (int.Parse(running, CultureInfo.InvariantCulture), rest) : (0, "");
        var key = SearchKey.Of(document.Kind);
        var line = new OutgoingDocument
        {
            AgencyId = agencyId,
            Kind = document.Kind,
            Subject = document.Subject,
            Signer = sample.Signers[0].FullName,
            Recipients = "Các đơn vị, thôn, tổ dân phố trong xã",
            Keeper = sample.Profiles[0].ArchiveLine,
            SentOn = document.IssuedOn,
        };
        line.Take(new GivenNumber(number, symbol, document.IssuedOn, key, key, IsGivenByPortal: false));
        return line;
    }

    private static AgencyProfile Profile(SampleProfile sample, long agencyId, IReadOnlyDictionary<string, long> agencies)
    {
        var profile = new AgencyProfile
        {
            AgencyId = agencyId,
            ValidFrom = sample.ValidFrom,
            ValidTo = sample.ValidTo,
            FullName = sample.FullName,
            ShortName = sample.ShortName,
            LaterName = sample.LaterName,
            LetterheadLines = sample.LetterheadLines,
            AuthorityName = sample.AuthorityName,
            PlaceName = sample.PlaceName,
            SymbolCode = sample.SymbolCode,
            ArchiveLine = sample.ArchiveLine,
            SuperiorName = sample.SuperiorName,
            OneStopName = sample.OneStopName,
        };
        profile.Recipients.AddRange(sample.Addressees.Select((row, i) => Recipient(row, i, RecipientKind.Addressee)));
        profile.Recipients.AddRange(sample.Copies.Select((row, i) => Recipient(row, i, RecipientKind.Copy)));
        return profile;

        AgencyRecipient Recipient(SampleRecipient row, int position, RecipientKind kind) => new()
        {
            AgencyId = agencyId,
            Kind = kind,
            Position = position,
            PrintedText = row.Text,
            RecipientAgencyId = row.Agency is { } code ? agencies[code] : null,
        };
    }
}
