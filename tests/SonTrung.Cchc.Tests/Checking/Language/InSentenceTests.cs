using SonTrung.Cchc.Core.Checking.Language;

namespace SonTrung.Cchc.Tests.Checking.Language;

public sealed class InSentenceTests
{
    [Theory]
    [InlineData("Thời gian thi trùng dịp nghỉ hè", "thời gian thi trùng dịp nghỉ hè")]
    [InlineData("Đối thoại với Nhân dân, doanh nghiệp", "đối thoại với Nhân dân, doanh nghiệp")]
    [InlineData("Xã mới đi vào hoạt động", "xã mới đi vào hoạt động")]
    [InlineData("Xã Hương Sơn mới thành lập", "xã Hương Sơn mới thành lập")]
    [InlineData("Đảng viên trẻ còn ít", "đảng viên trẻ còn ít")]
    [InlineData("Tin trên Zalo OA, Facebook của xã", "tin trên Zalo OA, Facebook của xã")]
    [InlineData("thiếu kinh phí", "thiếu kinh phí")]
    [InlineData("Nhân dân chưa quen", "Nhân dân chưa quen")]
    [InlineData("Nhà nước chưa quy định", "Nhà nước chưa quy định")]
    [InlineData("Ủy ban nhân dân xã chưa phân công", "Ủy ban nhân dân xã chưa phân công")]
    [InlineData("Trung tâm Phục vụ hành chính công thiếu người", "Trung tâm Phục vụ hành chính công thiếu người")]
    [InlineData("Sở Nội vụ chưa hướng dẫn", "Sở Nội vụ chưa hướng dẫn")]
    [InlineData("Hà Tĩnh mưa lũ kéo dài", "Hà Tĩnh mưa lũ kéo dài")]
    [InlineData("CCHC còn mới với nhiều người", "CCHC còn mới với nhiều người")]
    [InlineData("03 thôn chưa có loa", "03 thôn chưa có loa")]
    [InlineData("", "")]
    public void Of_WordsOfALine_KeepTheCapitalsOfNamesAlone(string line, string inSentence) => Assert.Equal(inSentence, InSentence.Of(line));
}
