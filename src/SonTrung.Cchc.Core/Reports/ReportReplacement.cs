using System.Buffers.Text;
using System.Security.Cryptography;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The next revision of an issued report, beginning with its lines.</summary>
internal static class ReportReplacement
{
    /// <summary>A new public code: 128 random bits, base64url.</summary>
    public static string NewPublicCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static AnnualReport Of(AnnualReport old)
    {
        var replacement = new AnnualReport
        {
            AgencyId = old.AgencyId,
            Year = old.Year,
            PeriodKind = old.PeriodKind,
            PeriodOrdinal = old.PeriodOrdinal,
            Revision = old.Revision + 1,
            OutlineTemplateId = old.OutlineTemplateId,
            Subject = old.Subject,
            SignerId = old.SignerId,
            HasPlanAppendix = old.HasPlanAppendix,
            HasActivityAppendix = old.HasActivityAppendix,
            EvidenceRelease = old.EvidenceRelease,
            PublicCode = NewPublicCode(),
            ReplacesId = old.Id,
        };
        replacement.Bases.AddRange(old.Bases.Select(basis => new ReportBasis
        {
            AgencyId = old.AgencyId,
            Position = basis.Position,
            PlanId = basis.PlanId,
            ReferenceDocumentId = basis.ReferenceDocumentId,
        }));

        replacement.Recipients.AddRange(old.Recipients.Select(line => new ReportRecipient
        {
            AgencyId = old.AgencyId,
            Kind = line.Kind,
            Position = line.Position,
            PrintedText = line.PrintedText,
            RecipientAgencyId = line.RecipientAgencyId,
        }));

        var newIds = old.Lines.ToDictionary(line => line.Id, _ => IdGenerator.NewId());
        replacement.Lines.AddRange(old.Lines.Select(line => new ReportLine
        {
            Id = newIds[line.Id],
            AgencyId = line.AgencyId,
            ReportId = replacement.Id,
            ElementKey = line.ElementKey,
            Position = line.Position,
            Level = line.Level,
            Label = line.Label,
            Text = line.Text,
            EndMark = line.EndMark,
            AutoKey = line.AutoKey,
            AutoText = line.AutoText,
            BaseText = line.BaseText,
            IsEdited = line.IsEdited,
            IsRemoved = line.IsRemoved,
            IsPlacedByHand = line.IsPlacedByHand,
            IsIndentedByHand = line.IsIndentedByHand,
            AfterLineId = line.AfterLineId is { } after && newIds.TryGetValue(after, out var copy) ? copy : null,
            IsVerbatim = line.IsVerbatim,
            HasStaleData = line.HasStaleData,
        }));
        return replacement;
    }
}
