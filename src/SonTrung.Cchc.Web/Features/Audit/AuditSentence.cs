using System.Globalization;
using System.Text.Json;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Audit;

/// <summary>An entry of the audit as people read it. A kind or field without a word of its own is shown by its name in the program.</summary>
/// <param name="Who">Who did it.</param>
/// <param name="What">"Sửa hoạt động “Phát thanh số 7”".</param>
/// <param name="Changes">The values before and after.</param>
internal sealed record AuditSentence(string Who, string What, IReadOnlyList<AuditChange> Changes)
{
    private const int LongestName = 80;

    /// <summary>How much of a key is shown, digits from its end.</summary>
    private const int KeyEnd = 6;

    /// <summary>Hexadecimal digits from this length on are a hash; the first eight tell one from another.</summary>
    private const int ShortestHash = 32;
    private const int HashStart = 8;

    /// <summary>What a row is called by, best first.</summary>
    private static readonly string[] Names = ["Title", "FullName", "Name", "Subject", "Content", "FileName", "PrintedText", "Text", "Year"];

    /// <summary>Owner and key say nothing to a reader.</summary>
    private static readonly string[] Hidden = ["AgencyId", "Id", "NormalizedUserName", "NormalizedEmail", "ConcurrencyStamp"];

    /// <summary>The fields that hold a value of a list of the program.</summary>
    private static readonly HashSet<string> Listed =
        ["Status", "Kind", "Capacity", "Duties", "Section", "Level", "PeriodKind", "Act", "Action", "Mode", "Purpose", "From", "To", "Scopes", "Outcome", "Step", "Way", "Use", "MailState", "ArrivedBy", "NumberSource", "NumberScope", "Reports"];

    public static AuditSentence Of(AuditRow row)
    {
        var (before, after) = (Values(row.Before), Values(row.After));
        var isPassword = row is { Action: AuditAction.Changed, Entity: nameof(Core.Accounts.UserAccount) } && after.ContainsKey("PasswordHash");
        var earlier = row.Earlier.Select(Values).ToList();
        var name = NameIn(after, before) ?? earlier.Select(values => NameIn(values)).FirstOrDefault(found => found is not null);
        var changes = before.Keys.Union(after.Keys).Where(key => !Hidden.Contains(key)).Order(StringComparer.Ordinal)
            .Select(key => new AuditChange(FieldName(key), Readable(key, before), Readable(key, after)))
            .Where(change => change.Before != change.After)
            .ToList();
        return new AuditSentence(
            row.UserName.Length == 0 ? AuditTexts.NobodyYet : row.UserId is null ? AuditTexts.Portal.Fill(row.UserName) : row.UserName,
            row.Action switch
            {
                AuditAction.SignedIn or AuditAction.SignedOut => ActionName(row.Action),
                AuditAction.SignInFailed => $"{ActionName(row.Action)} “{row.EntityId}”",
                _ when isPassword => AuditTexts.PasswordChanged,
                AuditAction.Added when row.Entity == nameof(Core.Reports.ReportEvent) && Text(after, "Action") is { } step => AuditTexts.ReportStep.Fill(Word("Value", step) ?? step, earlier.Select(values => Text(values, "Year")).FirstOrDefault(found => found is not null) is { } year ? $" {year}" : ""),
                AuditAction.Added when row.Entity == nameof(Core.Register.OutgoingDocument) && Text(after, "CancelReason") is not null => AuditTexts.NumberCancelled.Fill(Text(after, "Number")),
                _ => $"{ActionName(row.Action)} {EntityName(row.Entity)}{(name is null ? "" : $" “{Cut(name)}”")}",
            },
            changes);
    }

    /// <summary>The kinds of rows that people decide on, by their names.</summary>
    public static IReadOnlyList<(string Entity, string Name)> Kinds { get; } =
        Listing("Entity").OrderBy(word => Core.Text.SortKey.Of(word.Name), StringComparer.Ordinal).ToList();

    /// <summary>The kinds in groups, as the filter offers them; a kind that no group names is in the last one.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<(string Entity, string Name)> Kinds)> Groups { get; } =
        GroupStarts.Select(group => (group.Name, KindsOf(group.Name))).ToList();

    /// <summary>The groups by how the names of their kinds begin; the longest beginning counts.</summary>
    private static (string Name, string[] Starts)[] GroupStarts =>
    [
        (AuditTexts.GroupReports, ["AnnualReport", "Report", "Outline", "SentencePattern", "DataCollection", "DepartmentConfirmation", "OldReport", "Plan", "LateReason", "OutsideReport", "PeriodPack"]),
        (AuditTexts.GroupWork, ["Activity", "PropagandaActivity", "Attachment", "Reference", "Declared", "Shortcoming", "NextYear", "Proposal", "ImportBatch", "EvidencePack", "Score"]),
        (AuditTexts.GroupAccounts, ["UserAccount", "Identity", "SystemToken"]),
        (AuditTexts.GroupSetup, ["", "ReportingPeriod", "ShortcomingCause"]),
    ];

    /// <summary>The words of a sort: what is stored, and its name.</summary>
    /// <param name="kind">How their names in the texts begin: "Entity", "Field", "Value".</param>
    public static IEnumerable<(string Key, string Name)> Listing(string kind) => AuditTexts.ResourceManager
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>()
        .Select(word => (Key: (string)word.Key, Name: (string)word.Value!)).Where(word => word.Key.StartsWith(kind, StringComparison.Ordinal))
        .Select(word => (word.Key[kind.Length..], word.Name));

    public static string EntityName(string entity) => Word("Entity", entity) ?? entity;

    public static string FieldName(string field) => Word("Field", field) ?? Word("Entity", field) ?? field;

    public static string ActionName(AuditAction action) => action switch
    {
        AuditAction.Added => AuditTexts.ActionAdded,
        AuditAction.Removed => AuditTexts.ActionRemoved,
        AuditAction.Hidden => AuditTexts.ActionHidden,
        AuditAction.Restored => AuditTexts.ActionRestored,
        AuditAction.Downloaded => AuditTexts.ActionDownloaded,
        AuditAction.Viewed => AuditTexts.ActionViewed,
        AuditAction.SignedIn => AuditTexts.ActionSignedIn,
        AuditAction.SignInFailed => AuditTexts.ActionSignInFailed,
        AuditAction.SignedOut => AuditTexts.ActionSignedOut,
        _ => AuditTexts.ActionChanged,
    };

    /// <summary>The changes in one line, for a file.</summary>
    public string InOneLine() => string.Join("; ", Changes.Select(change => $"{change.Field}: {change.Before ?? "–"} → {change.After ?? "–"}"));

    private static string? Word(string kind, string name) => AuditTexts.ResourceManager.GetString(kind + name, CultureInfo.CurrentUICulture);

    private static Dictionary<string, JsonElement> Values(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];

    private static string? NameIn(params ReadOnlySpan<Dictionary<string, JsonElement>> places)
    {
        foreach (var key in Names)
        {
            foreach (var place in places)
            {
                if (Text(place, key) is { Length: > 0 } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static string? Text(Dictionary<string, JsonElement> values, string key) =>
        values.TryGetValue(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    private static string? Readable(string field, Dictionary<string, JsonElement> values) => values.TryGetValue(field, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => AuditTexts.Yes,
            JsonValueKind.False => AuditTexts.No,
            JsonValueKind.Number when IsKey(field, value) => AuditTexts.KeyOf.Fill(value.ToString()[^KeyEnd..]),
            JsonValueKind.Number when IsCount(field) => VietnameseNumber.Format(value.GetDecimal()),
            JsonValueKind.String => Readable(field, value.GetString()!),
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Part)),
            _ => value.ToString(),
        }
        : null;

    /// <summary>A part that came with its owner: "Chỉ số: 5, Giá trị: 120".</summary>
    private static string Part(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            return part.ToString();
        }

        var values = part.EnumerateObject().ToDictionary(value => value.Name, value => value.Value);
        return string.Join(", ", values.Keys.Select(field => (Name: FieldName(field), Value: Readable(field, values)))
            .Where(value => value.Value is not null).Select(value => $"{value.Name}: {value.Value}"));
    }

    private static string Readable(string field, string text)
    {
        if (Listed.Contains(field) && Word("Value", text.Split(", ")[0]) is not null)
        {
            return string.Join(", ", text.Split(", ").Select(part => Word("Value", part) ?? part));
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return VietnameseDate.Format(day);
        }

        if (text.Length >= ShortestHash && text.All(char.IsAsciiHexDigit))
        {
            return $"{text[..HashStart]}…";
        }

        return field.EndsWith("Utc", StringComparison.Ordinal)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? VietnamTime.Format(moment)
            : text;
    }

    /// <summary>A key of another row says nothing to a reader but whether it is the same.</summary>
    private static bool IsKey(string field, JsonElement value) => field.EndsWith("Id", StringComparison.Ordinal) && value.ToString().Length > KeyEnd;

    /// <summary>Years and keys are numbers that nobody counts.</summary>
    private static bool IsCount(string field) =>
        !field.EndsWith("Year", StringComparison.Ordinal) && !field.EndsWith("Id", StringComparison.Ordinal);

    private static IReadOnlyList<(string Entity, string Name)> KindsOf(string group) => Kinds.Where(kind => GroupOf(kind.Entity) == group).ToList();

    private static string GroupOf(string entity) => GroupStarts
        .SelectMany(group => group.Starts.Where(start => entity.StartsWith(start, StringComparison.Ordinal)), (group, start) => (group.Name, start.Length))
        .MaxBy(group => group.Length).Name;

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName].TrimEnd() + "…";
}

/// <summary>A value before and after, as people read it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">Before; null for none.</param>
/// <param name="After">After; null for none.</param>
internal sealed record AuditChange(string Field, string? Before, string? After);
