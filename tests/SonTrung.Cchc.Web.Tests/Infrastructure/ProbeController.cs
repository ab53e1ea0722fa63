using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>Actions that say what was bound, and some that fail.</summary>
public sealed class ProbeController : Controller
{
    [HttpGet]
    [HttpPost]
    [IgnoreAntiforgeryToken]
    public IActionResult Bind(ProbeForm form) => Json(new
    {
        form.Date,
        form.Amount,
        form.Count,
        form.Total,
        form.Done,
        form.Text,
        form.Secret,
        Errors = ModelState.Where(entry => entry.Value!.Errors.Count > 0)
            .ToDictionary(entry => entry.Key, entry => entry.Value!.Errors[0].ErrorMessage),
        Shown = ModelState.ToDictionary(entry => entry.Key, entry => entry.Value!.AttemptedValue),
    });

    [HttpGet]
    public IActionResult Day(DateOnly ngay) => Content(ngay.ToString("yyyy-MM-dd", null));

    [HttpPost]
    public IActionResult Save() => Content("saved");

    public IActionResult Fail() => throw new InvalidOperationException("mật khẩu cơ sở dữ liệu");

    [FramedBySelf]
    public IActionResult Framed() => Content("framed");

    public IActionResult Status(int ma) => StatusCode(ma);
}

public sealed class ProbeForm
{
    [Display(Name = "Ngày")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Kinh phí")]
    public decimal? Amount { get; set; }

    [Display(Name = "Số người")]
    [Range(0, 5000)]
    public int? Count { get; set; }

    [Display(Name = "Tổng")]
    public long Total { get; set; }

    [Display(Name = "Xong")]
    public bool Done { get; set; }

    [Display(Name = "Nội dung")]
    [Required]
    [StringLength(20)]
    public string? Text { get; set; }

    [DataType(DataType.Password)]
    public string? Secret { get; set; }

    [Display(Name = "Thư")]
    [EmailAddress]
    public string? Mail { get; set; }
}
