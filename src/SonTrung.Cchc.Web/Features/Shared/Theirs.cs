namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>After a conflict: what somebody else saved, field by field.</summary>
public sealed record Theirs(IReadOnlyList<(string Label, string? Text)> Fields)
{
    /// <summary>Where it lies in the data of a view.</summary>
    public const string Key = "theirs";
}
