using System.Globalization;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Infrastructure.Binding;

namespace SonTrung.Cchc.Web.Features.Imports;

/// <summary>How pages speak of imports.</summary>
internal static class ImportWords
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The largest file, megabytes.</summary>
    public const int MostMegabytes = ImportBatch.MostBytes / Megabyte;

    /// <summary>Where the plan line comes from; null when the table says it.</summary>
    public static string? PlanLine(ImportRow row) => row.PlanLine switch
    {
        ImportPlanLine.Proposed => ImportTexts.PlanLineProposed.Fill(row.ProposedLine),
        ImportPlanLine.Declined => ImportTexts.PlanLineDeclined.Fill(row.ProposedLine),
        ImportPlanLine.NoneFits => ImportTexts.PlanLineNone,
        _ => null,
    };

    public static string ListUrl(ImportKind kind, int? year) =>
        kind == ImportKind.Activities ? "/hoat-dong" : string.Create(CultureInfo.InvariantCulture, $"/ke-hoach/{year}");

    public static string UploadUrl(ImportKind kind, int? year) => $"{ListUrl(kind, year)}/nhap-excel";

    public static string Title(ImportKind kind, int? year) => kind == ImportKind.Activities ? ImportTexts.ActivitiesTitle : ImportTexts.PlanItemsTitle.Fill(year);

    public static string What(ImportKind kind, int? year) => kind == ImportKind.Activities ? ImportTexts.WhatActivities : ImportTexts.WhatPlanItems.Fill(year);

    public static string Source(string? fileName) => fileName ?? ImportTexts.Pasted;

    public static string Button(ImportPreview preview) =>
        (preview.Batch.Kind == ImportKind.Activities ? ImportTexts.ImportActivities : ImportTexts.ImportPlanItems).Fill(VietnameseNumber.Format(preview.Ready));

    public static string Imported(ImportKind kind, int count) =>
        (kind == ImportKind.Activities ? ImportTexts.ImportedActivities : ImportTexts.ImportedPlanItems).Fill(VietnameseNumber.Format(count));

    public static string State(ImportListRow row) => row.Status switch
    {
        ImportStatus.Imported => ImportTexts.StateImported.Fill(VietnameseNumber.Format(row.Imported)),
        ImportStatus.Undone => ImportTexts.StateUndone.Fill(VietnameseNumber.Format(row.Undone), VietnameseNumber.Format(row.Imported)),
        _ => ImportTexts.StateWaiting,
    };

    /// <summary>Why a table could not be read, and what to do.</summary>
    public static string Refusal(TableRefusal refusal) => refusal switch
    {
        TableRefusal.Empty => ImportTexts.RefusalEmpty,
        TableRefusal.TypeNotAllowed => ImportTexts.RefusalTypeNotAllowed,
        TableRefusal.HasMacros => ImportTexts.RefusalHasMacros,
        TableRefusal.WrongEncoding => ImportTexts.RefusalWrongEncoding,
        TableRefusal.TooLarge => TooLarge,
        _ => ImportTexts.RefusalDamaged,
    };

    /// <summary>Why an import was refused, and what to do.</summary>
    /// <param name="result">The refusal.</param>
    /// <param name="kind">What was to be brought in.</param>
    public static string Refusal(ImportResult result, ImportKind kind) => result.Refusal switch
    {
        ImportRefusal.Nothing => ImportTexts.RefusalEmpty,
        ImportRefusal.NoHeadings => ImportTexts.RefusalNoHeadings.Fill(kind == ImportKind.Activities ? "Ngày, Nội dung hoạt động, Phương tiện" : "Nhiệm vụ, Mục trong báo cáo, Đơn vị"),
        ImportRefusal.MissingColumns => ImportTexts.RefusalMissingColumns.Fill(string.Join(", ", (result.Missing ?? []).Select(heading => $"“{heading}”"))),
        ImportRefusal.TooManyRows => TooLarge,
        ImportRefusal.TooManyWaiting => ImportTexts.RefusalTooManyWaiting.Fill(ImportBatch.MostWaiting),
        ImportRefusal.NothingToEnter => ImportTexts.NothingToEnter,
        ImportRefusal.NoPlan => ImportTexts.NoPlan,
        _ => ImportTexts.Changed,
    };

    public static string TooLarge => ImportTexts.RefusalTooLarge.Fill(MostMegabytes, VietnameseNumber.Format(ImportBatch.MostRows));

    /// <summary>What is wrong with a cell, and what would be right.</summary>
    public static string Of(ImportIssue issue)
    {
        var (label, value) = (issue.Column.Heading, issue.Value);
        return issue.Problem switch
        {
            ImportProblem.Missing => ImportTexts.IssueMissing.Fill(label),
            ImportProblem.NotADay => DateBinder.Message(VietnameseDate.Parse(value), label),
            ImportProblem.NotANumber => BindingTexts.NumberNotANumber.Fill(label),
            ImportProblem.NotWhole => WholeNumberBinder.Message(VietnameseNumberProblem.NotWhole, label, value),
            ImportProblem.Ambiguous => ImportTexts.IssueAmbiguous.Fill(label, value, value.Replace(',', '.'), value.Replace(",", "", StringComparison.Ordinal)),
            ImportProblem.OutOfRange => ImportTexts.IssueOutOfRange.Fill(label, VietnameseNumber.Format(issue.Limit)),
            ImportProblem.TooManyDecimals => ImportTexts.IssueTooManyDecimals.Fill(label),
            ImportProblem.TooLong => BindingTexts.StringLength.Fill(label, issue.Limit),
            ImportProblem.NotYesNo => ImportTexts.IssueNotYesNo.Fill(label),
            ImportProblem.UnknownName when issue.Proposal is { } proposal => ImportTexts.IssueUnknownNameProposal.Fill(label, value, proposal),
            ImportProblem.UnknownName => ImportTexts.IssueUnknownName.Fill(label, value),
            ImportProblem.SeveralOfThisName => ImportTexts.IssueSeveralOfThisName.Fill(label, value),
            ImportProblem.NotOnThatDay => ImportTexts.IssueNotOnThatDay.Fill(label, value),
            ImportProblem.Fault => ImportTexts.IssueFault.Fill(label, value),
            ImportProblem.NoPeriod => ImportTexts.IssueNoPeriod.Fill(label, value),
            ImportProblem.EndsWrong => ImportTexts.IssueEndsWrong.Fill(label),
            ImportProblem.NotALink => ImportTexts.IssueNotALink.Fill(label),
            ImportProblem.FigureTwice => ImportTexts.IssueFigureTwice.Fill(label),
            ImportProblem.HalfAFigure => ImportTexts.IssueHalfAFigure.Fill(label),
            ImportProblem.NoIndicator => ImportTexts.IssueNoIndicator.Fill(label),
            ImportProblem.NoBase => ImportTexts.IssueNoBase.Fill(label),
            ImportProblem.AboveHundred => ImportTexts.IssueAboveHundred.Fill(label),
            _ => throw new ArgumentOutOfRangeException(nameof(issue)),
        };
    }

    /// <summary>The hint at the cells of a column of the template.</summary>
    public static TemplateHint Hint(ImportColumn column)
    {
        var text = ImportTexts.ResourceManager.GetString($"Hint_{column.Key.Split(':')[0]}", CultureInfo.CurrentUICulture) ?? column.Value switch
        {
            ImportValue.Day => ImportTexts.HintDay,
            ImportValue.Number => ImportTexts.HintNumber,
            ImportValue.YesNo => ImportTexts.HintYesNo,
            ImportValue.Name => ImportTexts.HintName,
            ImportValue.Names => ImportTexts.HintNames,
            _ => ImportTexts.HintText,
        };
        return new TemplateHint(column.Heading, column.IsRequired ? ImportTexts.HintRequired.Fill(text) : text, ImportTexts.HintWarning);
    }
}
