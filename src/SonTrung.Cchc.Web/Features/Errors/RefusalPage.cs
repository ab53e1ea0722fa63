using Microsoft.AspNetCore.Mvc;

namespace SonTrung.Cchc.Web.Features.Errors;

/// <summary>What the wrong-state page says, and where the reader goes on.</summary>
public sealed record RefusalPage(string Title, string Text, string BackText, string BackUrl);

/// <summary>The 409 page with a reason of its own.</summary>
public static class RefusalExtensions
{
    /// <summary>Answers 409 and says why the act isn't possible now.</summary>
    public static ViewResult WrongState(this Controller controller, RefusalPage page)
    {
        ArgumentNullException.ThrowIfNull(controller);
        var view = controller.View("/Features/Errors/Refusal.cshtml", page);
        view.StatusCode = StatusCodes.Status409Conflict;
        return view;
    }
}
