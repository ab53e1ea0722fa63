using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>Posts of that day however they are written, one spelling for one word, and abbreviations that nobody explains.</summary>
public sealed class NamesAndTermsTests
{
    private static readonly CheckKnowledge Own = new()
    {
        Agency = new KnownAgency("Ủy ban nhân dân xã Mỹ Lâm", "UBND xã Mỹ Lâm", "Mỹ Lâm"),
        Signers = [new KnownSigner("Lê Văn Mẫu", "CHỦ TỊCH"), new KnownSigner("Trần Thị Mẫu", "PHÓ CHỦ TỊCH")],
    };

    [Theory]
    [InlineData("Đồng chí Phạm Văn Cũ, Chủ tịch UBND xã chủ trì hội nghị.", "Phạm Văn Cũ")]
    [InlineData("Đồng chí Chủ tịch UBND xã Phạm Văn Cũ chủ trì hội nghị.", "Phạm Văn Cũ")]
    [InlineData("Đồng chí Chủ tịch Ủy ban nhân dân xã Mỹ Lâm Phạm Văn Cũ chủ trì hội nghị.", "Phạm Văn Cũ")]
    [InlineData("Phó Chủ tịch UBND xã là ông Lê Văn Mẫu chủ trì hội nghị.", "Lê Văn Mẫu")]
    [InlineData("Chủ tịch UBND xã - đồng chí Phạm Văn Cũ chủ trì hội nghị.", "Phạm Văn Cũ")]
    [InlineData("Đồng chí Chủ tịch UBND xã Lê Văn Mẫu chủ trì hội nghị.", null)]
    [InlineData("Đồng chí Chủ tịch UBND xã Mỹ Lâm chủ trì hội nghị.", null)]
    [InlineData("Đồng chí Chủ tịch UBND xã Sơn Kim cùng dự hội nghị.", null)]
    [InlineData("Phó Chủ tịch UBND xã là bà Trần Thị Mẫu chủ trì hội nghị.", null)]
    public void Check_PostOfAPerson_IsThatOfTheDay(string sentence, string? name)
    {
        string[] expected = name is null ? [] : [name];

        Assert.Equal(expected, new Paper().Knowing(Own).Saying(sentence).Marked("N-CHUC-VU"));
    }

    [Theory]
    [InlineData("Lê Văn Mẫu", "CHỦ TỊCH", false)]
    [InlineData("Trần Thị Mẫu", "CHỦ TỊCH", true)]
    [InlineData("Trần Thị Mẫu", "KT. CHỦ TỊCH", false)]
    public void Check_PostAboveTheSignature_IsTheSigners(string name, string post, bool isFound)
    {
        var paper = new Paper().Knowing(Own).With(DocumentPart.Authority, "TM. ỦY BAN NHÂN DÂN", post).With(DocumentPart.SignerName, name);

        Assert.Equal(isFound, paper.Marked("N-CHUC-VU").Count == 1);
    }

    [Theory]
    [InlineData("Tỉ lệ hồ sơ đúng hạn đạt 98%, tỷ lệ hài lòng đạt 97%, tỷ lệ trực tuyến đạt 60%.", "Tỉ", "Tỷ")]
    [InlineData("Kĩ thuật số thay đổi nhanh; kĩ thuật mới, kỹ thuật cũ.", "kỹ", "kĩ")]
    [InlineData("Tỷ lệ đúng hạn đạt 98%, tỷ lệ hài lòng đạt 97%; kĩ thuật số thay đổi nhanh.", null, null)]
    [InlineData("Ông Lý Văn Mẫu và bà Lí Thị Mẫu xử lý hồ sơ.", null, null)]
    public void Check_IAndYInOneWord_AreOneSpelling(string sentence, string? words, string? written)
    {
        var paper = new Paper().Saying(sentence);

        var found = paper.Findings().Where(finding => finding.Rule.Id == "N-I-Y").ToList();

        Assert.Equal(words, found.Select(paper.Words).SingleOrDefault());
        Assert.Equal(written, found.Select(finding => finding.Replacement).SingleOrDefault());
        Assert.All(found, finding => Assert.True(finding.IsSafe));
    }

    [Theory]
    [InlineData("Tổ PVHCC hướng dẫn 40 lượt; PVHCC làm việc cả thứ bảy.", "PVHCC")]
    [InlineData("BCĐ xã họp định kỳ.", "BCĐ")]
    [InlineData("Tổ phục vụ hành chính công (PVHCC) hướng dẫn 40 lượt; PVHCC làm cả thứ bảy.", null)]
    [InlineData("Ban Chỉ đạo (sau đây gọi là BCĐ) họp định kỳ; BCĐ phân công.", null)]
    [InlineData("BCĐ (Ban Chỉ đạo cải cách hành chính) họp định kỳ.", null)]
    [InlineData("UBND, HĐND, UBMTTQ xã phối hợp; mã QR, chuẩn ISO; giai đoạn III.", null)]
    [InlineData("Thực hiện Công văn số 1042/SNV-CCHC ngày 12/11/2026 của Sở Nội vụ về tuyên truyền, xã đã đăng 4 tin.", null)]
    public void Check_UnknownAbbreviation_IsAskedAboutOnce(string sentence, string? token)
    {
        string[] expected = token is null ? [] : [token];
        var paper = new Paper().Saying(sentence);

        Assert.Equal(expected, paper.Marked("P-VIET-TAT-LA"));
        Assert.All(paper.Findings().Where(finding => finding.Rule.Id == "P-VIET-TAT-LA"), finding => Assert.Equal((RuleKind.Judgement, FindingSeverity.Hint, false), (finding.Rule.Kind, finding.Rule.Severity, finding.IsSafe)));
    }
}
