using System.Globalization;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Signing;

/// <summary>The trade's words for signatures.</summary>
public static class SigningWords
{
    /// <summary>The largest file, megabytes.</summary>
    public const int MostMegabytes = ReportSigningSteps.LargestFile / (1024 * 1024);

    /// <summary>Why a file that came back was refused.</summary>
    public static string Name(SignedFileVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var said = Text($"Result{verdict.Result}");
        return verdict.Result switch
        {
            SignedFileResult.AnotherCertificate => said.Fill(verdict.SignerName ?? SigningTexts.SignerUnknown),
            SignedFileResult.CertificateNotTrusted => said.Fill(string.Join(" ", verdict.Problems.Select(Name))),
            _ => said,
        };
    }

    /// <summary>Why a certificate in the portal's keeping does not sign.</summary>
    public static string Name(KeptResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Missing.Count > 0)
        {
            return string.Join(" ", result.Missing.Select(item => Text($"Kept{item}")));
        }

        if (result is { Refusal: KeptRefusal.ClockWrong, Clock: { } clock })
        {
            return Name(clock);
        }

        var said = Text($"Kept{result.Refusal}");
        return result.Refusal switch
        {
            KeptRefusal.WrongPin => said.Fill(result.TriesLeft),
            KeptRefusal.CertificateProblem => said.Fill(string.Join(" ", result.Problems.Select(Name))),
            _ => said,
        };
    }

    /// <summary>Why the machine's clock can't be right.</summary>
    public static string Name(ClockProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Text($"Clock{problem.Witness}").Fill(VietnamTime.Format(problem.Own), VietnamTime.Format(problem.Theirs));
    }

    /// <summary>What is wrong with a signature.</summary>
    public static string Name(SignatureProblem problem) => Text($"Problem{problem}");

    /// <summary>What was done to a signed file that may not be.</summary>
    public static string Name(PdfChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var said = Text($"Change{change.Kind}");
        return change.Page is { } page ? SigningTexts.ChangeOnPage.Fill(said, page) : said;
    }

    /// <summary>Why a signed file is not what it should be, in a sentence.</summary>
    public static string Name(SignedPdfReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Verdict switch
        {
            SignedPdfVerdict.Authentic => SigningTexts.FileAuthentic,
            SignedPdfVerdict.NotTrusted => SigningTexts.FileNotTrusted.Fill(string.Join(" ", report.Signatures.SelectMany(signature => signature.Problems).Distinct().Select(Name))),
            SignedPdfVerdict.Altered => SigningTexts.FileAltered.Fill(string.Join(" ", report.Alterations.Select(Name).Distinct())).TrimEnd(),
            SignedPdfVerdict.Unsigned => SigningTexts.FileUnsigned,
            _ => SigningTexts.ResultNotPdf,
        };
    }

    /// <summary>When it was signed: by the time-stamp service, else by the signer's clock.</summary>
    public static string Time(SignatureReport signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return (signature.StampedTime ?? signature.ClaimedTime) is { } time ? VietnamTime.Format(time.UtcDateTime) : SigningTexts.TimeUnknown;
    }

    /// <summary>The step that left a file.</summary>
    public static string Name(ReportFileStep step) => Text($"Step{step}");

    internal static string FileName(AnnualReport report, ReportFile file) =>
        $"{Path.GetFileNameWithoutExtension(ReportFileNames.Of(report.Year, file.Step == ReportFileStep.Signed ? null : report.Number, "pdf"))}_{Slug(file.Step)}.pdf";

    private static string Slug(ReportFileStep step) => step switch
    {
        ReportFileStep.Signed => "da-ky",
        ReportFileStep.Numbered => "da-cap-so",
        ReportFileStep.Sealed => "da-phat-hanh",
        _ => "ban-quet",
    };

    private static string Text(string key) =>
        SigningTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {key}.");
}
