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
        replacement.Lines.AddRange(old.Lines.Select(line => Copy(line, newIds, replacement.Id)));
        return replacement;
    }

    private static ReportLine Copy(ReportLine line, Dictionary<long, long> newIds, long reportId)
    {
        var copy = new ReportLine
        {
            Id = newIds[line.Id],
            AgencyId = line.AgencyId,
            ReportId = reportId,
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
            AfterLineId = line.AfterLineId is { } after && newIds.TryGetValue(after, out var anchor) ? anchor : null,
            IsVerbatim = line.IsVerbatim,
            HasStaleData = line.HasStaleData,
        };

        // What it was made from, and what it replaces. A line of the composer's is told by its automatic key, and follows the composer's origins.
        copy.Origins.AddRange(line.Origins.Where(origin => origin.Kind != OriginKind.ReplacedLine).Select(origin => Origin(copy, origin.Kind, origin.RowId)));
        if (line.AutoKey is null)
        {
            copy.Origins.Add(Origin(copy, OriginKind.ReplacedLine, line.Id));
        }

        return copy;
    }

    private static ReportLineOrigin Origin(ReportLine line, OriginKind kind, long row) =>
        new() { AgencyId = line.AgencyId, LineId = line.Id, Kind = kind, RowId = row };
}
