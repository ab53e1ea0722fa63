using System.ComponentModel.DataAnnotations;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Tests.TagHelpers;

public sealed class FieldTagHelperTests
{
    private readonly TagHelperRunner<Form> _runner = new(new Form
    {
        Date = new DateOnly(2026, 2, 5),
        Amount = 1234.5m,
        Text = "<b>",
        Done = true,
        Channel = 2,
        Topics = [1, 3],
        Kind = Kinds.Second,
    });

    private static readonly SelectListItem[] Three = [new("Một", "1"), new("Hai", "2"), new("Ba", "3")];

    [Fact]
    public void Process_Date_ShowsLabelMarkHintAndTheDateAsTyped()
    {
        var field = Run(form => form.Date);
        var input = field.QuerySelector("input")!;

        Assert.Equal("Ngày (bắt buộc)", field.QuerySelector("label")?.TextContent);
        Assert.Equal("Date", field.QuerySelector("label")?.GetAttribute("for"));
        Assert.Equal("05/02/2026", input.GetAttribute("value"));
        Assert.Equal("Date-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("Ví dụ 05/02/2026", field.QuerySelector("#Date-hint")?.TextContent);
    }

    [Fact]
    public void Process_Error_IsTiedToTheControlWhichKeepsWhatWasTyped()
    {
        _runner.State.SetModelValue("Date", "30/02/2026", "30/02/2026");
        _runner.State.AddModelError("Date", "không có ngày này");

        var field = Run(form => form.Date);
        var input = field.QuerySelector("input")!;

        Assert.Equal("30/02/2026", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Date-hint Date-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Lỗi: không có ngày này", field.QuerySelector("#Date-error")?.TextContent);
    }

    [Fact]
    public void Process_Number_ShowsVietnameseSeparatorsAndUnit()
    {
        var field = Run(form => form.Amount, helper => helper.Unit = "đồng");

        Assert.Equal("1.234,5", field.QuerySelector("input")?.GetAttribute("value"));
        Assert.Contains("đồng", field.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("bắt buộc", field.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Process_TextArea_EncodesItsText()
    {
        Assert.Equal("<b>", Run(form => form.Text, helper => helper.Rows = 4).QuerySelector("textarea")?.TextContent.Trim());
    }

    [Fact]
    public void Process_UnknownAttributes_GoToTheControl()
    {
        var field = TagHelperRunner<Form>.Run(Helper(form => form.Text), ("autocomplete", "name"))!;

        Assert.Equal("name", field.QuerySelector("input")?.GetAttribute("autocomplete"));
        Assert.Null(field.GetAttribute("autocomplete"));
    }

    [Fact]
    public void Process_Checkbox_IsTickedAndSendsFalseWhenUnticked()
    {
        var field = Run(form => form.Done);

        Assert.True(field.QuerySelector("input[type=checkbox]")?.HasAttribute("checked"));
        Assert.Equal("false", field.QuerySelector("input[type=hidden]")?.GetAttribute("value"));
        Assert.Equal("Xong", field.QuerySelector("label")?.TextContent);
    }

    [Fact]
    public void Process_CheckboxPostedUnreadable_IsShownAgain()
    {
        _runner.State.SetModelValue("Done", "abc", "abc");

        Assert.False(Run(form => form.Done).QuerySelector("input[type=checkbox]")?.HasAttribute("checked"));
    }

    [Fact]
    public void Process_Select_MarksTheModelsChoice()
    {
        var field = Run(form => form.Channel, helper => helper.Items = Three);

        Assert.Equal(["Chọn…", "Một", "Hai", "Ba"], field.QuerySelectorAll("option").Select(option => option.TextContent));
        Assert.Equal("2", field.QuerySelector("option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public void Process_Enum_OffersItsNames()
    {
        var field = Run(form => form.Kind);

        Assert.Equal("Thứ hai", field.QuerySelector("option[selected]")?.TextContent);
    }

    [Fact]
    public void Process_Checkboxes_AreAFieldsetWithEveryChosenTicked()
    {
        var field = Run(form => form.Topics, helper => (helper.Items, helper.As) = (Three, FieldChoices.Checkboxes));

        Assert.Equal("FIELDSET", field.TagName);
        Assert.Equal("Chủ đề", field.QuerySelector("legend")?.TextContent);
        Assert.Equal(["1", "3"], field.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal(3, field.QuerySelectorAll("input").Select(input => input.Id).Distinct().Count());
    }

    [Fact]
    public void Process_Password_IsNeverWrittenBack()
    {
        _runner.State.SetModelValue("Secret", "mật", "mật");

        var input = Run(form => form.Secret).QuerySelector("input")!;

        Assert.Equal("password", input.GetAttribute("type"));
        Assert.True(string.IsNullOrEmpty(input.GetAttribute("value")));
    }

    private IElement Run<TValue>(System.Linq.Expressions.Expression<Func<Form, TValue>> property, Action<FieldTagHelper>? with = null)
    {
        var helper = Helper(property);
        with?.Invoke(helper);
        return TagHelperRunner<Form>.Run(helper)!;
    }

    private FieldTagHelper Helper<TValue>(System.Linq.Expressions.Expression<Func<Form, TValue>> property) =>
        new() { For = _runner.For(property), ViewContext = _runner.View };

    private enum Kinds
    {
        [Display(Name = "Thứ nhất")]
        First,

        [Display(Name = "Thứ hai")]
        Second,
    }

    private sealed class Form
    {
        [Required]
        [Display(Name = "Ngày", Description = "Ví dụ 05/02/2026")]
        public DateOnly? Date { get; set; }

        public decimal? Amount { get; set; }

        public string? Text { get; set; }

        [Display(Name = "Xong")]
        public bool Done { get; set; }

        public long? Channel { get; set; }

        [Display(Name = "Chủ đề")]
        public List<long>? Topics { get; set; }

        public Kinds? Kind { get; set; }

        [DataType(DataType.Password)]
        public string? Secret { get; set; }
    }
}
