using Microsoft.AspNetCore.Mvc;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>How a notice looks.</summary>
public enum NoticeKind
{
    /// <summary>Done.</summary>
    Success,

    /// <summary>Mind this.</summary>
    Warning,

    /// <summary>Not done.</summary>
    Error,
}

/// <summary>One sentence for the next page, shown by <c>_Notice.cshtml</c>.</summary>
public static class Notices
{
    /// <summary>The key of the sentence.</summary>
    public const string TextKey = "notice";

    /// <summary>The key of its kind.</summary>
    public const string KindKey = "notice-kind";

    /// <summary>The key of the address that takes the act back.</summary>
    public const string UndoKey = "notice-undo";

    /// <summary>The key of the fields that go with it.</summary>
    public const string UndoFieldsKey = "notice-undo-fields";

    /// <summary>Leaves a sentence for the next page.</summary>
    public static void Notice(this Controller controller, string text, NoticeKind kind = NoticeKind.Success)
    {
        controller.TempData[TextKey] = text;
        controller.TempData[KindKey] = kind.ToString();
    }

    /// <summary>Leaves a sentence for the next page, with a button "Hoàn tác" that posts to an address.</summary>
    public static void NoticeWithUndo(this Controller controller, string text, string undoUrl)
    {
        controller.Notice(text);
        controller.TempData[UndoKey] = undoUrl;
    }

    /// <summary>Leaves a sentence that a row was removed to which nothing refers, with a button "Hoàn tác" that enters it again as it was.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="createUrl">Where rows are entered.</param>
    /// <param name="form">The form with what the row said.</param>
    /// <param name="prefix">The name of the form in the page's model.</param>
    public static void NoticeOfRemoval(this Controller controller, string text, string createUrl, object form, string prefix)
    {
        controller.NoticeWithUndo(text, createUrl);
        controller.TempData[UndoFieldsKey] = FormFields.ToSend(form, prefix);
    }
}
