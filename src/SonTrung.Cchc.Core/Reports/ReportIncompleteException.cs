namespace SonTrung.Cchc.Core.Reports;

/// <summary>A part without which no report can be composed.</summary>
public enum ReportPart
{
    /// <summary>Names, place and symbol on the document's date.</summary>
    Letterhead,

    /// <summary>Kính gửi.</summary>
    Addressees,

    /// <summary>Who signs on the document's date.</summary>
    Signer,

    /// <summary>What the opening sentence cites: the year's plan, or another document.</summary>
    Basis,
}

/// <summary>A report cannot be composed because a part of the agency's data is missing on its date.</summary>
/// <param name="missing">What.</param>
public sealed class ReportIncompleteException(ReportPart missing) : Exception($"The report lacks: {missing}.")
{
    /// <summary>What is missing.</summary>
    public ReportPart Missing { get; } = missing;
}
