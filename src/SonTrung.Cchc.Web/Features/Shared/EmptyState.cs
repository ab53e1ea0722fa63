namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>What a list says while it has no rows: what will stand here, and the act that begins it.</summary>
public sealed record EmptyState(string Title, string Text)
{
    public string Icon { get; init; } = "inbox";

    public string? ActionText { get; init; }

    public string? ActionUrl { get; init; }
}
