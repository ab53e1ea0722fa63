using System.Globalization;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Signing;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>The trade's words for states, acts and refusals.</summary>
public static class WorkflowTexts
{
    /// <summary>The name of a state.</summary>
    public static string Name(ReportStatus status) =>
        ReportTexts.ResourceManager.GetString($"Status{status}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {status}.");

    /// <summary>The name of a state; a report issued on paper says so.</summary>
    public static string Name(ReportStatus status, bool isOnPaper) => (status, isOnPaper) switch
    {
        (ReportStatus.Issued, true) => ReportTexts.IssuedOnPaper,
        (ReportStatus.Received, true) => ReportTexts.ReceivedOnPaper,
        _ => Name(status),
    };

    /// <summary>How a state looks.</summary>
    public static string Look(ReportStatus status) => status switch
    {
        ReportStatus.Issued or ReportStatus.Received or ReportStatus.Approved or ReportStatus.Signed or ReportStatus.Numbered => "status-good",
        ReportStatus.AwaitingSignature or ReportStatus.AwaitingCheck => "status-waiting",
        ReportStatus.Returned or ReportStatus.Recalled => "status-bad",
        _ => "",
    };

    /// <summary>The name of an act in the timeline.</summary>
    public static string Name(ReportAction action) =>
        ReportTexts.ResourceManager.GetString($"Action{action}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {action}.");

    /// <summary>The name of a check.</summary>
    public static string Name(ReportCheckKind kind) =>
        ReportTexts.ResourceManager.GetString($"Check{kind}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {kind}.");

    /// <summary>The name of a delivery's state.</summary>
    public static string Name(DeliveryStatus status) =>
        ReportTexts.ResourceManager.GetString($"Delivery{status}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {status}.");

    /// <summary>The name of a part that is missing.</summary>
    public static string Name(ReportPart part) =>
        ReportTexts.ResourceManager.GetString($"Part{part}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {part}.");

    /// <summary>At whose desk a report in this state lies.</summary>
    public static string WaitingFor(ReportStatus status) =>
        ReportTexts.ResourceManager.GetString($"Wait{status}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {status}.");

    /// <summary>A signer with post and capacity: "Nguyễn Văn A – PHÓ CHỦ TỊCH (KT. CHỦ TỊCH)".</summary>
    public static string Name(Core.Agencies.Signer signer) => signer.Capacity switch
    {
        Core.Agencies.SigningCapacity.ForHead => ReportTexts.SignerFor.Fill(signer.FullName, signer.Post, $"KT. {signer.HeadPost}"),
        Core.Agencies.SigningCapacity.ByOrder => ReportTexts.SignerFor.Fill(signer.FullName, signer.Post, $"TL. {signer.HeadPost}"),
        Core.Agencies.SigningCapacity.ByAuthorisation => ReportTexts.SignerFor.Fill(signer.FullName, signer.Post, $"TUQ. {signer.HeadPost}"),
        Core.Agencies.SigningCapacity.Acting => ReportTexts.SignerOf.Fill(signer.FullName, $"Q. {signer.Post}"),
        _ => ReportTexts.SignerOf.Fill(signer.FullName, signer.Post),
    };

    /// <summary>A signer to be chosen for a report; one who cannot approve it says so.</summary>
    public static string Choice(Core.Agencies.Signer signer, SigningChoices signing, AnnualReport report) =>
        !signer.MaySign(report.PeriodKind) ? ReportTexts.SignerChoiceNotEntitled.Fill(Name(signer))
        : signing.CanApprove(signer) ? Name(signer) : ReportTexts.SignerChoiceWithoutAccount.Fill(Name(signer));

    /// <summary>Why a report cannot be edited now, and what can be done about it.</summary>
    public static RefusalPage Locked(AnnualReport report)
    {
        var page = Refusal(new WorkflowResult(WorkflowOutcome.WrongState, report.Id, report.Status));
        return ReportTransitions.Find(report.Status, ReportAction.Withdraw) is null ? page : page with { Text = ReportTexts.LockedText };
    }

    /// <summary>Why an act was refused, and the way back to the report.</summary>
    public static RefusalPage Refusal(WorkflowResult result) => new(
        ReportTexts.WrongStateTitle,
        result.Outcome switch
        {
            WorkflowOutcome.WrongState => ReportTexts.WrongStateText.Fill(Name(result.Status)),
            WorkflowOutcome.Conflict => ReportTexts.ConflictText,
            WorkflowOutcome.OwnSubmission => ReportTexts.OwnSubmission,
            WorkflowOutcome.NotTheSigner => ReportTexts.NotTheSigner,
            WorkflowOutcome.SignerWithoutAccount => ReportTexts.SignerWithoutAccount,
            WorkflowOutcome.OpenComments => ReviewTexts.OpenComments,
            WorkflowOutcome.CheckedAlready => ReportTexts.CheckedAlready,
            WorkflowOutcome.Reentered => ReportTexts.Reentered,
            WorkflowOutcome.Unprintable => ReportTexts.Unprintable.Fill(result.Detail),
            WorkflowOutcome.Incomplete => ReportTexts.Incomplete.Fill(result.Missing is { } part ? Name(part) : ""),
            WorkflowOutcome.ErrorsFound => ReportTexts.ErrorsFound,
            WorkflowOutcome.StaleTextFound => ReportTexts.StaleTextFound,
            WorkflowOutcome.ReplacementExists => ReportTexts.ReplacementExists,
            WorkflowOutcome.SignatureRefused => result.Verdict is { } verdict ? SigningWords.Name(verdict) : ReportTexts.SignatureRefused,
            WorkflowOutcome.CertificateUnknown => ReportTexts.CertificateUnknown,
            WorkflowOutcome.SignerNotEntitled => ReportTexts.SignerNotEntitled,
            WorkflowOutcome.SignerNotInOffice => ReportTexts.SignerNotInOffice,
            WorkflowOutcome.NumberTooLong => ReportTexts.NumberTooLong,
            WorkflowOutcome.ScanNotPdf => ReportTexts.ScanNotPdf,
            WorkflowOutcome.ScanNotSigned => SigningTexts.ScanNotSigned,
            WorkflowOutcome.ReasonMissing => ReportTexts.ReasonMissing,
            _ => throw new InvalidOperationException($"No text for {result.Outcome}."),
        },
        result.CommentId is null ? ReportTexts.WrongStateBack : ReviewTexts.CommentsSee,
        result.CommentId is { } comment ? $"/bao-cao/{result.ReportId}#y-kien-{comment}" : $"/bao-cao/{result.ReportId}");
}
