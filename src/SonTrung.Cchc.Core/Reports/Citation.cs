using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>A document cited for the first time: kind, number, date, issuer and subject (Phụ lục I, II.6.b).</summary>
internal static class Citation
{
    public static string Of(ReferenceDocument document, OwnName own) => Of(
        document.Kind, document.Number, document.IssuedOn, document.IsOwn ? own.Next() : document.Issuer, document.Subject);

    public static string Of(Plan plan, OwnName own) => Of("Kế hoạch", plan.Number, plan.IssuedOn, own.Next(), plan.Subject);

    /// <summary>The citation of parts; those that are empty are left out.</summary>
    public static string Of(string kind, string number, DateOnly? day, string issuer, string subject) => string.Join(' ', new[]
    {
        kind,
        number.Length == 0 ? "" : $"số {number}",
        day is { } date ? $"ngày {VietnameseDate.Format(date)}" : "",
        issuer.Length == 0 ? "" : $"của {issuer}",
        subject.Length == 0 ? "" : $"về {subject}",
    }.Where(part => part.Length > 0));
}
