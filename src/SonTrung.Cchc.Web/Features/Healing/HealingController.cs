using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SonTrung.Cchc.Core.Text.Healing;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Features.Healing;

/// <summary>Mends a pasted text, for the script that shows it before and after. Nothing of it is kept; sound text comes back without changes.</summary>
[Authorize]
[Route("chuan-hoa")]
public sealed class HealingController : Controller
{
    /// <summary>Longest pasted text that is looked at, characters.</summary>
    public const int LongestText = 50_000;

    /// <summary>Changes that are told one by one.</summary>
    private const int MostTold = 5;

    /// <summary>The text mended, and what was wrong with it.</summary>
    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Healing)]
    public async Task<IActionResult> Heal(CancellationToken cancellation)
    {
        // Not through the binder, which would mend half of it.
        var text = Request.HasFormContentType ? (await Request.ReadFormAsync(cancellation))["text"].ToString() : "";
        if (text.Length > LongestText)
        {
            return UnprocessableEntity();
        }

        var healed = TextHealer.Heal(text.ReplaceLineEndings("\n"), HealingSteps.Characters | HealingSteps.Words | HealingSteps.Lines);
        // Composed letters and characters that show nothing are the binder's, and nobody sees them.
        var seen = healed.Changes.Where(change => change.Kind is not (TextChangeKind.Composition or TextChangeKind.Invisible or TextChangeKind.Space)).ToList();
        if (seen.Count == 0)
        {
            return Json(new { text, message = (string?)null });
        }

        var told = seen.Take(MostTold).Select(change => HealingTexts.Pair.Fill(Shown(change.Before), Shown(change.After)));
        var rest = seen.Count > MostTold ? $"; {HealingTexts.More.Fill(seen.Count - MostTold)}" : "";
        return Json(new { text = healed.Text, message = $"{HealingTexts.Healed.Fill(seen.Count)}: {string.Join("; ", told)}{rest}." });
    }

    private static string Shown(string text) => text.Replace('\n', '↵');
}
