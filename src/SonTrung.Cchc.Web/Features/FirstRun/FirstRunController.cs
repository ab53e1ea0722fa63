using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.FirstRun;

/// <summary>Thiết lập ban đầu: there until the first account exists, gone afterwards.</summary>
[AllowAnonymous]
[Route("thiet-lap-ban-dau")]
public sealed class FirstRunController(SetupCode code, FirstRunService service) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    public IActionResult Index() => code.Value is null ? NotFound() : View(new FirstRunForm());

    /// <summary>Sets the portal up, once.</summary>
    [HttpPost("")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Index(FirstRunForm form)
    {
        if (code.Value is null)
        {
            return NotFound();
        }

        if (!code.Matches(form.Code))
        {
            ModelState.AddModelError(nameof(form.Code), FirstRunTexts.CodeWrong);
        }

        if (ModelState.IsValid)
        {
            foreach (var (field, reason) in await service.CheckAsync(form))
            {
                ModelState.AddModelError(field, reason);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        await service.SetUpAsync(form);
        code.Close();
        this.Notice(FirstRunTexts.Done);
        return LocalRedirect("/dang-nhap");
    }
}
