namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>Whom to ask, held in memory: error pages say it when the database doesn't answer.</summary>
public sealed class SupportLine
{
    /// <summary>The line; null when none is set.</summary>
    public string? Text { get; set; }
}
