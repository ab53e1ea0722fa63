using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Verification;

/// <summary>Verdicts and states by their names.</summary>
internal static class VerificationWords
{
    public static string Name(FileVerdict verdict) => verdict switch
    {
        FileVerdict.Issued => VerificationTexts.FileIssued,
        FileVerdict.Altered => VerificationTexts.FileAltered,
        FileVerdict.NotPdf => VerificationTexts.FileNotPdf,
        _ => VerificationTexts.FileUnknown,
    };

    public static string Text(FileCheck check) => check switch
    {
        { Verdict: FileVerdict.Issued } => VerificationTexts.FileIssuedText,
        { Verdict: FileVerdict.Altered, AddedBytes: > 0 and var added } => VerificationTexts.FileAlteredAdded.Fill(VietnameseNumber.Format(added)),
        { Verdict: FileVerdict.Altered, Step: ReportFileStep.Signed } => VerificationTexts.FileAlteredSigned,
        { Verdict: FileVerdict.Altered, Step: not null } => VerificationTexts.FileAlteredNumbered,
        { Verdict: FileVerdict.Altered } => VerificationTexts.FileAlteredText,
        { Verdict: FileVerdict.NotPdf } => VerificationTexts.FileNotPdfText,
        _ => VerificationTexts.FileUnknownText,
    };

    public static string Name(IssuedForm form) => form switch
    {
        IssuedForm.Paper => VerificationTexts.FormPaper,
        IssuedForm.PrintedFromSigned => VerificationTexts.FormPrinted,
        _ => VerificationTexts.FormElectronic,
    };

    /// <summary>Where the file leaves the issued one; null when that says nothing.</summary>
    public static string? Difference(FileCheck check) => check switch
    {
        { FirstDifference: null } => null,
        { FirstDifference: { } first, DifferentBytes: { } count } => VerificationTexts.DifferenceCounted.Fill(VietnameseNumber.Format(count), VietnameseNumber.Format(first), Name(check.Part)),
        { FirstDifference: { } first } => VerificationTexts.Difference.Fill(VietnameseNumber.Format(first), Name(check.Part)),
    };

    private static string Name(FilePart part) => part switch
    {
        FilePart.Signature => VerificationTexts.PartSignature,
        FilePart.Mark => VerificationTexts.PartMark,
        FilePart.Seal => VerificationTexts.PartSeal,
        _ => VerificationTexts.PartContent,
    };

    public static string Name(PublicStatus status) => status switch
    {
        PublicStatus.Replaced => VerificationTexts.StatusReplaced,
        PublicStatus.Recalled => VerificationTexts.StatusRecalled,
        _ => VerificationTexts.StatusInForce,
    };
}
