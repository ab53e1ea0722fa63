using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>What the lists of all entities answer to a row deleted or restored.</summary>
internal static class SaveAnswers
{
    /// <summary>Leads to the list and offers to take it back.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="list">The list's address; its rows are below it by key.</param>
    /// <param name="id">The row.</param>
    /// <param name="year">The row's year; null when there is none.</param>
    /// <param name="deleted">What is said when it is done.</param>
    public static IActionResult AfterDelete(this Controller controller, SaveOutcome outcome, string list, long id, int? year, string deleted)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"{list}/{id}");
        switch (outcome)
        {
            case SaveOutcome.NotFound:
                return controller.NotFound();
            case SaveOutcome.Conflict:
                controller.Notice(SharedTexts.DeleteConflict, NoticeKind.Warning);
                return controller.LocalRedirect(row);
            default:
                controller.NoticeWithUndo(deleted, $"{row}/khoi-phuc");
                return controller.LocalRedirect(OfYear(list, year));
        }
    }

    /// <summary>Leads to the list.</summary>
    public static IActionResult AfterRestore(this Controller controller, SaveOutcome outcome, string list, int? year, string restored)
    {
        if (outcome != SaveOutcome.Done)
        {
            return controller.NotFound();
        }

        controller.Notice(restored);
        return controller.LocalRedirect(OfYear(list, year));
    }

    /// <summary>Says that somebody else saved; saving again, after reading the other's text, is a decision and may overwrite it.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="versionField">The name of the form's version field.</param>
    public static void SayConflict(this Controller controller, string versionField)
    {
        controller.ModelState.AddModelError("", SharedTexts.Conflict);
        controller.ModelState.Remove(versionField);
    }

    /// <summary>Leads back to the row that was moved.</summary>
    public static IActionResult AfterMove(this Controller controller, SaveOutcome outcome, string list, long id, int? year)
    {
        if (outcome == SaveOutcome.NotFound)
        {
            return controller.NotFound();
        }

        if (outcome == SaveOutcome.Conflict)
        {
            controller.Notice(SharedTexts.MoveConflict, NoticeKind.Warning);
        }

        return controller.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{OfYear(list, year)}#dong-{id}"));
    }

    /// <summary>Leads to the list.</summary>
    public static IActionResult AfterPick(this Controller controller, string list, int year)
    {
        controller.Notice(SharedTexts.PickTaken);
        return controller.LocalRedirect(OfYear(list, year));
    }

    /// <summary>Shows what can be taken over; after a mistake with what was typed, unless the rows have changed meanwhile.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="page">The page; its form may still be without items.</param>
    /// <param name="isTyped">Whether the form came back.</param>
    public static IActionResult PickPage(this Controller controller, PickPage page, bool isTyped)
    {
        if (!isTyped)
        {
            page.Form.Items = page.Candidates.Select(candidate => new PickItem { Id = candidate.Id, Text = candidate.Text, CauseId = candidate.CauseId, ProposedCauseId = candidate.CauseId }).ToList();
        }
        else if (!page.Form.Items.Select(item => item.Id).SequenceEqual(page.Candidates.Select(candidate => candidate.Id)))
        {
            controller.Notice(SharedTexts.PickGone, NoticeKind.Warning);
            return controller.LocalRedirect(page.BackUrl);
        }
        else
        {
            controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return controller.View("Pick", page);
    }

    private static string OfYear(string list, int? year) => string.Create(CultureInfo.InvariantCulture, $"{list}?nam={year}");
}
