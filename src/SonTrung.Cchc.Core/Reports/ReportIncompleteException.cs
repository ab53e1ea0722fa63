namespace SonTrung.Cchc.Core.Reports;

/// <summary>A report cannot be composed because a part of the agency's data is missing on its date.</summary>
/// <param name="missing">What, in the user's words.</param>
public sealed class ReportIncompleteException(string missing) : Exception($"The report lacks: {missing}.")
{
    /// <summary>What is missing.</summary>
    public string Missing { get; } = missing;
}
