using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>A paper of an earlier year, and the way it is brought in.</summary>
internal static class OldPaper
{
    public const string Home = "/bao-cao/nhap-bao-cao-cu";

    /// <summary>A short report with damage of all kinds: ƣ, a mark on a consonant, a torn word, a line broken inside a paragraph.</summary>
    public static string Text(int year) => $"""
        ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
          XÃ HƯƠNG SƠN                       Độc lập - Tự do - Hạnh phúc
        Số: 105/BC-UBND                    Hương Sơn, ngày 12 tháng 12 năm {year}

                                        BÁO CÁO
                Kết quả công tác tuyên truyền cải cách hành chính năm {year}

                     Kính gửi: Sở Nội vụ tỉnh Hà Tĩnh.

             Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/{year} của UBND xã Hương Sơn về tuyên truyền cải cách hành chính năm {year}, UBND xã báo cáo như sau:
        I. NHỮNG KẾT QUẢ ĐẠT ĐƢỢC
        1. Nội dung tuyên truyền
        - Bộ phận một cửa của xã thưc̣ hiêṇ công khai hư ớng dẫn thủ tục;
        - Tuyên truyền về dịch vụ công trực tuyến.
        II. TỒN TẠI, HẠN CHẾ
        - Kinh phí còn hạn hẹp.
        III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {year + 1}
        1. Tiếp tục phát thanh hằng tuần.
        Bảng kê | 12
        Trên đây là báo cáo của Ủy ban nhân dân xã Hương Sơn./.

        Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
        - Như trên;                                     CHỦ TỊCH
        - Lưu: VT.

                                                   Trần Văn Mẫu
        """;

    /// <summary>Brings a paper in.</summary>
    public static async Task<long> BringAsync(Session session, int year, string? text = null)
    {
        var answer = await PostAsync(session, year, text ?? Text(year));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return long.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Sends the form of the first page.</summary>
    public static async Task<HttpResponseMessage> PostAsync(Session session, int year, string? pasted, byte[]? file = null, string name = "bao-cao.docx")
    {
        var page = await session.PageAsync(Home);
        var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll<IHtmlInputElement>("main form.old-start input[type=hidden]"))
        {
            form.Add(new StringContent(field.Value), field.Name!);
        }

        form.Add(new StringContent(year.ToString(CultureInfo.InvariantCulture)), "Year");
        form.Add(new StringContent(pasted ?? ""), "Text");
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "File", name);
        }

        return await session.SendAsync(HttpMethod.Post, Home, form);
    }

    /// <summary>Sends the page of blocks, by one of its buttons.</summary>
    public static async Task<HttpResponseMessage> SendAsync(Session session, long id, string act = "", params (string Name, string Value)[] values)
    {
        var page = await session.PageAsync($"{Home}/{id}");
        var typed = values.Select(value => value.Name).ToHashSet();
        var fields = Session.Fields(page.QuerySelector("#cac-khoi")!).Where(field => !typed.Contains(field.Key))
            .Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        return await session.SendAsync(HttpMethod.Post, $"{Home}/{id}{act}", new FormUrlEncodedContent(fields));
    }

    /// <summary>Confirms all and writes the report; gives its address.</summary>
    public static async Task<string> WriteAsync(Session session, long id)
    {
        await SendAsync(session, id, "/xac-nhan");
        var answer = await SendAsync(session, id, "/luu-bao-cao");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
