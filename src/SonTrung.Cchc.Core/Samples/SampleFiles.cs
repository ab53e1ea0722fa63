using System.Text.Json;
using System.Text.Json.Serialization;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Scores;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>The JSON files beside this class; rows refer to each other by code or key.</summary>
internal static class SampleFiles
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The files with communes, in the order of loading.</summary>
    public static readonly IReadOnlyList<string> Communes = ["son-trung", "xa-huong-son", "ha-tinh"];

    public static T Read<T>(string name)
    {
        using var stream = Open($"{name}.json");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    /// <summary>A picture that the project drew (<c>Pictures/draw.mjs</c>).</summary>
    public static byte[] Picture(string name)
    {
        using var stream = Open($"Pictures.{name}.webp");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) => typeof(SampleFiles).Assembly.GetManifestResourceStream(typeof(SampleFiles), name)
        ?? throw new InvalidOperationException($"No sample {name}.");
}

internal sealed record SampleCatalogues(
    DateOnly ValidFrom, List<SampleTopic> Topics, List<SampleChannel> Channels, List<SampleIndicator> Indicators, List<SampleCause> Causes, List<SamplePattern> Patterns);

internal sealed record SampleTopic(string Code, string Name);

internal sealed record SampleChannel(string Code, string Name, ChannelMode Mode);

internal sealed record SampleIndicator(string Code, string Name, string Unit);

internal sealed record SampleCause(string Code, string Name);

internal sealed record SamplePattern(string Text, string? Channel = null, string? Topic = null);

internal sealed record SampleOutline(
    string Name, string Kind, string KindCode, string Subject, string LayoutProfile, DateOnly ValidFrom, DateOnly? ValidTo, List<SampleElement> Elements,
    bool HasPlanAppendix = false, bool HasCauses = false);

internal sealed record SampleElement(
    string Key, OutlineElementKind Kind, BlockLevel Level = BlockLevel.Paragraph, string Label = "", string Text = "", string? LeadOf = null);

internal sealed record SampleScoreRules(string Name, string Source, int FirstYear, List<SampleCriterion> Criteria);

internal sealed record SampleCriterion
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required ScoreKind Kind { get; init; }

    public decimal MaxPoints { get; init; }

    public bool NeedsEvidence { get; init; }

    public List<SampleStep> Steps { get; init; } = [];

    public List<SamplePart> Parts { get; init; } = [];
}

internal sealed record SampleStep(decimal FromPercent, decimal? Points);

internal sealed record SamplePart(string Name, decimal Points, ChannelMode Mode, int MinForms, List<string> Channels);

internal sealed record SampleAgencies(List<SampleAgency> Agencies)
{
    public List<SampleRequest> Requests { get; init; } = [];
}

/// <summary>A report that an office asks all its communes for.</summary>
internal sealed record SampleRequest(
    string Office, string Number, DateOnly IssuedOn, string Subject, int Year, DateOnly DueOn, int GraceDays, string Outline, List<string> Indicators);

internal sealed record SampleAgency
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required AgencyKind Kind { get; init; }

    public bool ChecksBeforeSigning { get; init; }

    /// <summary>The own documents of its years stand in its register; its reports come there as they are issued.</summary>
    public bool KeepsRegister { get; init; }

    public List<SampleSuperior> Superiors { get; init; } = [];

    public List<SampleProfile> Profiles { get; init; } = [];

    public List<SampleSigner> Signers { get; init; } = [];

    /// <summary>The holder of the certificate that signs for the agency.</summary>
    public string? Seal { get; init; }

    public List<SampleDepartment> Departments { get; init; } = [];

    public List<SampleYear> Years { get; init; } = [];
}

internal sealed record SampleSuperior(string Code, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record SampleProfile
{
    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string FullName { get; init; }

    public required string ShortName { get; init; }

    public required string LaterName { get; init; }

    public required string LetterheadLines { get; init; }

    public required string AuthorityName { get; init; }

    public required string PlaceName { get; init; }

    public required string SymbolCode { get; init; }

    public required string ArchiveLine { get; init; }

    public required string SuperiorName { get; init; }

    public required string OneStopName { get; init; }

    public required List<SampleRecipient> Addressees { get; init; }

    public required List<SampleRecipient> Copies { get; init; }
}

internal sealed record SampleRecipient(string Text, string? Agency);

internal sealed record SampleSigner(
    DateOnly ValidFrom, DateOnly? ValidTo, string FullName, string Post, string? HeadPost, SigningCapacity Capacity, string? Account, string? Certificate);

internal sealed record SampleDepartment(string Key, string Name, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record SampleYear
{
    public required int Year { get; init; }

    public List<SampleDocument> Documents { get; init; } = [];

    /// <summary>Null for a year that is only opened.</summary>
    public SamplePlan? Plan { get; init; }

    public List<SampleActivity> Activities { get; init; } = [];

    public List<SampleShortcoming> Shortcomings { get; init; } = [];

    public List<SampleTask> Tasks { get; init; } = [];

    public List<SampleDismissal> Dismissed { get; init; } = [];

    public List<SampleFigure> Figures { get; init; } = [];

    public SampleReport? Report { get; init; }
}

internal sealed record SampleDocument(
    string Key, string Kind, string Number, DateOnly IssuedOn, bool IsOwn, string? Issuer, string Subject, ReferencePurpose Purpose);

internal sealed record SamplePlan
{
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Subject { get; init; }

    public string? Purpose { get; init; }

    public string? Requirements { get; init; }

    public string? Funding { get; init; }

    public string? Implementation { get; init; }

    public required List<SampleItem> Items { get; init; }
}

internal sealed record SampleItem
{
    public required string Key { get; init; }

    public required PlanSection Section { get; init; }

    public required string Title { get; init; }

    public string? ReportText { get; init; }

    public string? EndMark { get; init; }

    public string? Department { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The task of last year's report that it carries out, by its place in the list.</summary>
    public int? Task { get; init; }

    public List<string> Channels { get; init; } = [];

    public List<SampleTarget> Targets { get; init; } = [];

    public List<SampleReference> References { get; init; } = [];
}

internal sealed record SampleTarget(TargetKind Kind, string? Indicator, string? Base, decimal? Value);

internal sealed record SampleReference(string Document, string? EndMark);

internal sealed record SampleActivity
{
    public required string Title { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public bool IsAllYear { get; init; }

    public required string Channel { get; init; }

    public string? Topic { get; init; }

    public string? Item { get; init; }

    public string? Department { get; init; }

    public string? Place { get; init; }

    public int? People { get; init; }

    public string? ReportText { get; init; }

    public string? EndMark { get; init; }

    public bool IsHighlighted { get; init; }

    public Dictionary<string, decimal> Measures { get; init; } = [];

    public List<string> Links { get; init; } = [];

    /// <summary>Documents of the year, by key.</summary>
    public List<string> Documents { get; init; } = [];

    /// <summary>Pictures, by name.</summary>
    public List<string> Pictures { get; init; } = [];
}

internal sealed record SampleShortcoming(string Text, string? EndMark, string? CauseCode, string? Cause, string? Remedy, string? Item);

/// <param name="Item">The plan line whose proposal was dismissed.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who did so.</param>
/// <param name="At">When, in Việt Nam's time.</param>
internal sealed record SampleDismissal(string Item, string Reason, string By, DateTime At);

/// <param name="Kind">Direction or task.</param>
/// <param name="Text">The text without end mark.</param>
/// <param name="Shortcoming">The shortcoming it mends, by its place in the list.</param>
internal sealed record SampleTask(NextYearTaskKind Kind, string Text, int? Shortcoming);

internal sealed record SampleFigure(string Name, decimal Value, string Unit, string Source, DateOnly AsOf);

internal sealed record SampleReport
{
    public bool IsReentered { get; init; }

    public required List<SampleFreeLine> Assessment { get; init; }

    public SampleCollection? Collection { get; init; }

    /// <summary>What people did with it.</summary>
    public List<SampleAct> Acts { get; init; } = [];
}

internal sealed record SampleCollection(DateOnly ClosesOn, string Note, List<SampleConfirmation> Departments);

/// <param name="Department">Who owes.</param>
/// <param name="ConfirmedAt">When it was confirmed, Việt Nam's time.</param>
/// <param name="ConfirmedBy">Who confirmed.</param>
internal sealed record SampleConfirmation(string Department, DateTime? ConfirmedAt, string? ConfirmedBy);

/// <param name="Act">The act.</param>
/// <param name="By">The account.</param>
/// <param name="At">When, Việt Nam's time.</param>
/// <param name="Number">The number given.</param>
/// <param name="Reason">Why it was returned.</param>
internal sealed record SampleAct(ReportAction Act, string By, DateTime At, int? Number, string? Reason);

internal sealed record SampleFreeLine(string Text, string? EndMark);
