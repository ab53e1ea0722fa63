using SonTrung.Cchc.Core.Checking;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>Left-over years in a report of 2026: only what stands close to a year explains it, never a word somewhere in the sentence.</summary>
public sealed class LeftOverYearTests
{
    private const string Rule = "N-NAM";

    [Theory]
    [InlineData("Tăng cường tuyên truyền CCHC năm 2025.", "2025")]
    [InlineData("Cắt giảm 30% thời gian giải quyết thủ tục trong năm 2025.", "2025")]
    [InlineData("Công tác giảm nghèo và tuyên truyền năm 2025 được quan tâm.", "2025")]
    [InlineData("Đã đạt 95% so với kế hoạch năm 2025.", "2025")]
    [InlineData("Năm 2025, xã đăng 40 tin, bài, tăng 5% so với năm 2024.", "2025")]
    [InlineData("Trong năm 2025, xã tiếp nhận 400 hồ sơ, tăng 12% so với cùng kỳ năm trước.", "2025")]
    [InlineData("Thực hiện Nghị quyết của Đảng ủy, trong năm 2025 xã tổ chức 4 hội nghị.", "2025")]
    [InlineData("Các thôn trong năm 2025 đều có tổ tuyên truyền.", "2025")]
    [InlineData("Xã đã tổ chức 2 hội nghị trong quý IV/2025.", "quý IV/2025")]
    [InlineData("Xã đã tổ chức 2 hội nghị trong quý IV năm 2025.", "quý IV năm 2025")]
    [InlineData("Đã phát 12 chuyên mục trong tháng 3/2025.", "tháng 3/2025")]
    [InlineData("Đã phát 12 chuyên mục trong tháng 3, 4/2025.", "tháng 3, 4/2025")]
    [InlineData("Các thôn nộp kết quả trước ngày 31/12/2025.", "31/12/2025")]
    [InlineData("Các thôn nộp kết quả trước 31/12/2025.", "31/12/2025")]
    [InlineData("Hoàn thành chậm nhất là ngày 20 tháng 12 năm 2025.", "20 tháng 12 năm 2025")]
    [InlineData("Hội nghị ngày 15/10/2025 có 80 người dự.", "15/10/2025")]
    public void Check_YearWithoutAReason_IsMarked(string sentence, string words) => Assert.Equal([words], new Paper().Saying(sentence).Marked(Rule));

    [Theory]
    [InlineData("So với năm 2025, số tin, bài của xã tăng gấp đôi.")]
    [InlineData("Số tin, bài tăng 5 tin so với cùng kỳ năm 2025.")]
    [InlineData("Số tin, bài tăng từ 40 (năm 2025) lên 45.")]
    [InlineData("Tỷ lệ hồ sơ trực tuyến tăng 5% so với năm 2025.")]
    [InlineData("Năm 2025 có 40 tin, bài; năm 2026 có 45 tin, bài.")]
    [InlineData("Năm 2025 xã đăng 40 tin, bài, năm 2026 đăng 45 tin, bài.")]
    [InlineData("Năm 2025 xã chỉ có 40 hộ dùng dịch vụ, nay đã tăng lên 60 hộ.")]
    [InlineData("Xã được thành lập năm 2025 trên cơ sở ba xã.")]
    [InlineData("Tổ công nghệ số cộng đồng thành lập năm 2023 nay có 60 người.")]
    [InlineData("Sau sắp xếp đơn vị hành chính cấp xã năm 2025, địa bàn rộng hơn.")]
    [InlineData("Trung tâm đi vào hoạt động từ ngày 01/7/2025.")]
    [InlineData("Trung tâm phục vụ từ tháng 7/2025 đến nay.")]
    [InlineData("Chỉ số cải cách hành chính năm 2025 của xã xếp thứ 3.")]
    [InlineData("Xã đã khắc phục các tồn tại, hạn chế của năm 2025.")]
    [InlineData("Luật Tổ chức chính quyền địa phương năm 2025 được phổ biến đến các thôn.")]
    [InlineData("Chương trình cải cách hành chính giai đoạn 2021 - 2025 đã kết thúc.")]
    [InlineData("Các hồ sơ năm 2025 chuyển sang đã được giải quyết.")]
    [InlineData("Hội nghị ngày 20/12/2025 có 80 người dự.")]
    [InlineData("Hội nghị ngày 20 tháng 12 năm 2025 có 80 người dự.")]
    [InlineData("Đã phát 2 chuyên mục trong tháng 12/2025.")]
    [InlineData("Thực hiện Công văn số 1042/SNV-CCHC ngày 12/11/2025 của Sở Nội vụ về tuyên truyền quý IV/2025, xã đã đăng 4 tin.")]
    [InlineData("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2025 của UBND tỉnh về truyền thông tháng 3/2025 và các năm tiếp theo, xã đã đăng 4 tin.")]
    [InlineData("Tăng cường tuyên truyền CCHC năm 2026.")]
    public void Check_YearWithAReason_IsNot(string sentence) => Assert.Empty(new Paper().Saying(sentence).Marked(Rule));

    /// <summary>A year without the word is marked where people wrote, or carried words over; in a foreign text it may be a name.</summary>
    [Theory]
    [InlineData("Hội thi tìm hiểu CCHC 2025 có 120 người.", "2025")]
    [InlineData("Có 2025 lượt người xem trang của xã.", null)]
    [InlineData("Chương trình 2021-2025 có 12 nội dung.", null)]
    [InlineData("Quyết định số 12/2025/QĐ-UBND được phổ biến.", null)]
    [InlineData("Hội nghị ngày 20 tháng 12 năm 2025 có 80 người.", null)]
    public void Check_BareYear_IsMarkedInOwnWordsOnly(string sentence, string? words)
    {
        var paper = new Paper().Saying(sentence);
        var block = paper.Blocks.Single(row => row.Text == sentence).Id;
        var own = new KnownLastYear { Year = 2025, OwnBlocks = new HashSet<string> { block } };

        string[] expected = words is null ? [] : [words];
        Assert.Equal(expected, paper.Knowing(new CheckKnowledge { Year = 2026, LastYear = own }).Marked(Rule));
        Assert.Empty(paper.Marked(Rule));
    }
}
