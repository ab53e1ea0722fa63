using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Checking.Stale;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Checking;

/// <summary>Rà soát of the agency's own reports: what is found, and what was passed over with a reason.</summary>
public sealed class ReportChecker(CchcDbContext db, ReportComposition composition, CheckKnowledgeReader knowledge, TimeProvider time)
{
    /// <summary>Checks a report as its lines and data stand now; writes nothing.</summary>
    /// <returns>Null when there is no such report for this user.</returns>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public async Task<CheckedReport?> CheckAsync(long reportId, CancellationToken cancellation = default)
    {
        if (!await db.AnnualReports.AnyAsync(row => row.Id == reportId, cancellation))
        {
            return null;
        }

        var (report, source, document) = await composition.ReadAsync(reportId, cancellation);
        var read = ReadDocument.Of(document, report.IssueMark);
        var known = await knowledge.ReadAsync(report, source, cancellation);
        var findings = Checker.Check(read, known);
        var passed = (await db.ReportPassedFindings.AsNoTracking().Where(row => row.ReportId == reportId).ToListAsync(cancellation))
            .ToDictionary(row => (row.RuleId, row.BlockId, row.TextSha256));
        var blocks = read.Blocks.ToDictionary(block => block.Id);
        return new CheckedReport(document, read, findings.Select(finding =>
        {
            var block = finding.BlockId is { } id ? blocks.GetValueOrDefault(id) : null;
            var hash = Hash(finding, block);
            return new ReportFinding(finding, block, hash, passed.GetValueOrDefault((finding.Rule.Id, finding.BlockId ?? "", hash)), StaleText.Is(finding, known));
        }).ToList());
    }

    /// <summary>What was passed over of the sentences that stand in a document, for those who check and sign it.</summary>
    public async Task<IReadOnlyList<ReportPassedFinding>> PassedAsync(long reportId, OfficialDocument document, CancellationToken cancellation = default)
    {
        var rows = await db.ReportPassedFindings.AsNoTracking().Where(row => row.ReportId == reportId).OrderBy(row => row.AtUtc).ThenBy(row => row.Id).ToListAsync(cancellation);
        var texts = rows.Count == 0 ? [] : ReadDocument.Of(document).Blocks.Select(block => block.Text).ToList();
        return rows.Where(row => row.Excerpt.Length == 0 || texts.Exists(text => text.StartsWith(row.Excerpt, StringComparison.Ordinal))).ToList();
    }

    /// <summary>Passes a finding over, with the reason; what last year left behind is confirmed without one (Xác nhận vẫn đúng).</summary>
    /// <exception cref="ReportIncompleteException">A part is missing on the document's date.</exception>
    public async Task<PassOutcome> PassAsync(long reportId, PassInput input, CancellationToken cancellation = default)
    {
        var report = await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        if (report is not { IsEditable: true })
        {
            return report is null ? PassOutcome.NotFound : PassOutcome.NotEditable;
        }

        var found = await CheckAsync(reportId, cancellation);
        if (found!.Findings.FirstOrDefault(row => row.Finding.Rule.Id == input.RuleId && (row.Finding.BlockId ?? "") == input.BlockId && row.TextSha256 == input.TextSha256)
            is not { } finding)
        {
            return PassOutcome.Gone;
        }

        var reason = PlainText.Clean(input.Reason);
        if (reason.Length == 0 && !finding.IsStale)
        {
            return PassOutcome.ReasonMissing;
        }

        if (finding.Passed is null)
        {
            db.ReportPassedFindings.Add(new ReportPassedFinding
            {
                AgencyId = report.AgencyId,
                ReportId = reportId,
                RuleId = input.RuleId,
                BlockId = input.BlockId,
                TextSha256 = input.TextSha256,
                Excerpt = Excerpt(finding.Block),
                Reason = reason.Length == 0 ? StaleRuleTexts.Confirmed : reason,
                UserId = db.Scope.UserId ?? throw new AgencyIsolationException("Findings are passed over by signed-in people."),
                UserName = db.Scope.UserName,
                AtUtc = time.GetUtcNow().UtcDateTime,
            });
            await db.SaveChangesAsync(cancellation);
        }

        return PassOutcome.Done;
    }

    /// <summary>Xét lại: a finding that was passed over counts again.</summary>
    public async Task<PassOutcome> ReconsiderAsync(long reportId, long passedId, CancellationToken cancellation = default)
    {
        var report = await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        if (report is not { IsEditable: true })
        {
            return report is null ? PassOutcome.NotFound : PassOutcome.NotEditable;
        }

        if (await db.ReportPassedFindings.SingleOrDefaultAsync(row => row.Id == passedId && row.ReportId == reportId, cancellation) is { } passed)
        {
            db.ReportPassedFindings.Remove(passed);
            await db.SaveChangesAsync(cancellation);
        }

        return PassOutcome.Done;
    }

    private static string Excerpt(ReadBlock? block) => block is null ? ""
        : block.Text.Length <= ReportPassedFinding.ExcerptLength ? block.Text
        : block.Text[..ReportPassedFinding.ExcerptLength];

    private static string Hash(Finding finding, ReadBlock? block) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        block is null ? finding.Message : $"{block.Text}\n{finding.Start}\n{finding.Length}")));
}

/// <summary>A report under the checker.</summary>
/// <param name="Document">The document.</param>
/// <param name="Read">The same as a reader sees it.</param>
/// <param name="Findings">What was found, in reading order.</param>
public sealed record CheckedReport(OfficialDocument Document, ReadDocument Read, IReadOnlyList<ReportFinding> Findings)
{
    /// <summary>What must be mended, or passed over with a reason, before the report is submitted.</summary>
    public IEnumerable<ReportFinding> OpenErrors => Findings.Where(row => row.Finding.Rule.Severity == FindingSeverity.Error && row.Passed is null);

    /// <summary>What last year left behind and nobody has mended or confirmed yet; it stops the report too.</summary>
    public IEnumerable<ReportFinding> OpenStale => Findings.Where(row => row.IsStale && row.Passed is null);
}

/// <summary>A finding in a report.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Block">Where it stands.</param>
/// <param name="TextSha256">The key of the sentence as it is now.</param>
/// <param name="Passed">Who passed it over and why; null when nobody did, or the sentence changed since.</param>
/// <param name="IsStale">Last year left it behind in what people wrote: it must be mended or confirmed.</param>
public sealed record ReportFinding(Finding Finding, ReadBlock? Block, string TextSha256, ReportPassedFinding? Passed, bool IsStale = false)
{
    /// <summary>The report line it stands in; null for head and foot.</summary>
    public long? LineId => Block is { Part: >= DocumentPart.Section and <= DocumentPart.Plus } && long.TryParse(Block.Id, out var id) ? id : null;

    /// <summary>The words it speaks of; empty for a whole block.</summary>
    public string Words => Block is null || Finding.Length == 0 ? "" : Block.Text.Substring(Finding.Start, Finding.Length);
}

/// <summary>A finding to be passed over.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="BlockId">The block; empty for a finding without a place.</param>
/// <param name="TextSha256">The key of the sentence that was shown.</param>
/// <param name="Reason">Why it may stay.</param>
public sealed record PassInput(string RuleId, string BlockId, string TextSha256, string? Reason);

/// <summary>How passing a finding over ended.</summary>
public enum PassOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such report for this user.</summary>
    NotFound,

    /// <summary>The report's state forbids it.</summary>
    NotEditable,

    /// <summary>A reason is needed.</summary>
    ReasonMissing,

    /// <summary>The sentence changed, or the fault is mended.</summary>
    Gone,
}
