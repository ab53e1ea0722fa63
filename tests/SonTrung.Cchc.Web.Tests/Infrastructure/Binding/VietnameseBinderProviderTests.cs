using System.Text;
using System.Text.Json;

namespace SonTrung.Cchc.Web.Tests.Infrastructure.Binding;

public sealed class VietnameseBinderProviderTests : IAsyncLifetime
{
    private ShellHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ShellHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Bind_DayUpToTwelve_IsDayFirstInQueryRouteAndForm()
    {
        foreach (var day in Enumerable.Range(1, 12))
        {
            var typed = $"{day:00}/04/2026";
            var expected = $"2026-04-{day:00}";
            Assert.Equal(expected, (await QueryAsync(("Date", typed))).GetProperty("date").GetString());
            Assert.Equal(expected, (await PostAsync(("Date", typed))).GetProperty("date").GetString());
            Assert.Equal(expected, await _host.Client.GetStringAsync($"/thu/day/{day:00}-04-2026", TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("30/02/2026", "“Ngày”: tháng 02/2026 chỉ có 28 ngày.")]
    [InlineData("5/13/2026", "“Ngày”: không có tháng 13; tháng là số từ 1 đến 12.")]
    [InlineData("5/2/26", "“Ngày” phải có năm đủ bốn chữ số, ví dụ 05/02/2026.")]
    [InlineData("mai", "“Ngày” phải là ngày, ví dụ 05/02/2026.")]
    [InlineData("5/2/1066", "Năm ở “Ngày” phải từ 1900 đến 2200.")]
    public async Task Bind_WrongDate_SaysWhyAndKeepsWhatWasTyped(string typed, string message)
    {
        var answer = await PostAsync(("Date", typed));

        Assert.Equal(message, Error(answer, "Date"));
        Assert.Equal(typed, answer.GetProperty("shown").GetProperty("Date").GetString());
    }

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    public async Task Bind_EitherDecimalHabit_IsOneNumber(string typed)
    {
        Assert.Equal(1234.5m, (await QueryAsync(("Amount", typed))).GetProperty("amount").GetDecimal());
        Assert.Equal(1234.5m, (await PostAsync(("Amount", typed))).GetProperty("amount").GetDecimal());
    }

    [Fact]
    public async Task Bind_WholeNumberWithThousands_IsRead()
    {
        Assert.Equal(1234, (await PostAsync(("Count", "1.234"))).GetProperty("count").GetInt32());
        Assert.Equal(18_640_000_000, (await PostAsync(("Total", "18.640.000.000"))).GetProperty("total").GetInt64());
    }

    [Theory]
    [InlineData("Count", "1,234", "“Số người”: “1,234” có phải là 1.234 không? Nếu phải, hãy nhập 1234; ở đây chỉ nhận số nguyên.")]
    [InlineData("Count", "1,5", "“Số người” phải là số nguyên, không có phần lẻ.")]
    [InlineData("Count", "nhiều", "“Số người” phải là số nguyên, ví dụ 1.234.")]
    [InlineData("Count", "3000000000", "Số ở “Số người” quá lớn.")]
    [InlineData("Count", "5001", "“Số người” phải từ 0 đến 5.000.")]
    [InlineData("Amount", "1,2,3", "“Kinh phí” phải là số, ví dụ 1.234,5.")]
    [InlineData("Total", "", "Chưa nhập “Tổng”.")]
    [InlineData("Text", " ", "Chưa nhập “Nội dung”.")]
    [InlineData("Text", "một câu dài hơn hai mươi ký tự", "“Nội dung” dài quá 20 ký tự.")]
    [InlineData("Mail", "abc", "“Thư” phải là địa chỉ thư điện tử, ví dụ ten@hatinh.gov.vn.")]
    [InlineData("Done", "abc", "“Xong”: chỉ chọn hoặc không chọn.")]
    public async Task Bind_WrongValue_SaysWhyInVietnamese(string field, string typed, string message)
    {
        Assert.Equal(message, Error(await PostAsync((field, typed)), field));
        Assert.Equal(message, Error(await QueryAsync((field, typed)), field));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("on", true)]
    [InlineData("false", false)]
    public async Task Bind_Checkbox_IsRead(string posted, bool expected)
    {
        Assert.Equal(expected, (await PostAsync(("Done", posted))).GetProperty("done").GetBoolean());
    }

    [Fact]
    public async Task Bind_UnreadableCheckbox_LeavesAValueThatMvcCanShowAgain()
    {
        Assert.Equal("false", (await PostAsync(("Done", "abc"))).GetProperty("shown").GetProperty("Done").GetString());
    }

    [Fact]
    public async Task Bind_Text_IsCleanedAndAPasswordIsNot()
    {
        var typed = " Cải cách\u0007\u200B".Normalize(NormalizationForm.FormD);

        var answer = await PostAsync(("Text", typed), ("Secret", " mật khẩu "));

        Assert.Equal("Cải cách", answer.GetProperty("text").GetString());
        Assert.Equal(" mật khẩu ", answer.GetProperty("secret").GetString());
    }

    private static string? Error(JsonElement answer, string field) => answer.GetProperty("errors").GetProperty(field).GetString();

    private async Task<JsonElement> QueryAsync(params (string Name, string Value)[] fields)
    {
        var query = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        return await ReadAsync(await _host.Client.GetAsync($"/thu/bind?{query}", TestContext.Current.CancellationToken));
    }

    private async Task<JsonElement> PostAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        return await ReadAsync(await _host.Client.PostAsync("/thu/bind", form, TestContext.Current.CancellationToken));
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
