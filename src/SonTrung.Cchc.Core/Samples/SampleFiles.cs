using System.Text.Json;
using System.Text.Json.Serialization;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;

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

    public static T Read<T>(string name)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream(typeof(SampleFiles), $"{name}.json")
            ?? throw new InvalidOperationException($"No sample {name}.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}

internal sealed record SampleCatalogues(
    DateOnly ValidFrom, List<SampleTopic> Topics, List<SampleChannel> Channels, List<SampleIndicator> Indicators);

internal sealed record SampleTopic(string Code, string Name);

internal sealed record SampleChannel(string Code, string Name, ChannelMode Mode);

internal sealed record SampleIndicator(string Code, string Name, string Unit);

internal sealed record SampleOutline(
    string Name, string Kind, string KindCode, string Subject, string LayoutProfile, DateOnly ValidFrom, DateOnly? ValidTo, List<SampleElement> Elements);

internal sealed record SampleElement(
    string Key, OutlineElementKind Kind, BlockLevel Level = BlockLevel.Paragraph, string Label = "", string Text = "", string? LeadOf = null);

internal sealed record SampleAgencies(List<SampleAgency> Agencies);

internal sealed record SampleAgency
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required AgencyKind Kind { get; init; }

    public List<SampleSuperior> Superiors { get; init; } = [];

    public List<SampleProfile> Profiles { get; init; } = [];

    public List<SampleSigner> Signers { get; init; } = [];

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
    DateOnly ValidFrom, DateOnly? ValidTo, string FullName, string Post, SigningCapacity Capacity, string? Account);

internal sealed record SampleDepartment(string Key, string Name, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record SampleYear
{
    public required int Year { get; init; }

    public List<SampleDocument> Documents { get; init; } = [];

    public required SamplePlan Plan { get; init; }

    public List<SampleActivity> Activities { get; init; } = [];

    public List<SampleShortcoming> Shortcomings { get; init; } = [];

    public List<SampleTask> Tasks { get; init; } = [];

    public SampleReport? Report { get; init; }
}

internal sealed record SampleDocument(
    string Key, string Kind, string Number, DateOnly IssuedOn, bool IsOwn, string Subject, ReferencePurpose Purpose);

internal sealed record SamplePlan(string Number, DateOnly IssuedOn, string Subject, List<SampleItem> Items);

internal sealed record SampleItem
{
    public required string Key { get; init; }

    public required PlanSection Section { get; init; }

    public required string Title { get; init; }

    public string? ReportText { get; init; }

    public string? EndMark { get; init; }

    public string? Department { get; init; }

    public DateOnly? DueOn { get; init; }

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
}

internal sealed record SampleShortcoming(string Text, string? EndMark, string? Cause, string? Remedy, string? Item);

/// <param name="Kind">Direction or task.</param>
/// <param name="Text">The text without end mark.</param>
/// <param name="Shortcoming">The shortcoming it mends, by its place in the list.</param>
internal sealed record SampleTask(NextYearTaskKind Kind, string Text, int? Shortcoming);

internal sealed record SampleReport(bool IsReentered, List<SampleFreeLine> Assessment);

internal sealed record SampleFreeLine(string Text, string? EndMark);
