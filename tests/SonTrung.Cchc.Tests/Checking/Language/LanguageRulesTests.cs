using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Tests.Text;

namespace SonTrung.Cchc.Tests.Checking.Language;

public sealed class LanguageRulesTests
{
    private const int WordsOfAPage = 400;

    [Theory]
    [InlineData("C-TIENG", "Các ban ngành phối hơp với nhau.", "hơp", "Các ban ngành phối hợp với nhau.")]
    [InlineData("C-TIENG", "Người hoạt động không chuyên tráchcủa xã.", "tráchcủa", "Người hoạt động không chuyên trách của xã.")]
    [InlineData("C-DAU-THANH", "Nhiệm vụ đựơc giao.", "đựơc", "Nhiệm vụ được giao.")]
    [InlineData("C-LOI-CHAC", "Tuyên truyền, quát triệt nghị quyết.", "quát triệt", "Tuyên truyền, quán triệt nghị quyết.")]
    [InlineData("C-TU", "Công tác tham mu cho cấp trên.", "tham mu", "Công tác tham mưu cho cấp trên.")]
    [InlineData("D-CACH-TRUOC", "Hình thức đa dạng, phù hợp .", " .", "Hình thức đa dạng, phù hợp.")]
    [InlineData("D-CACH-TRUOC", "Công tác kiểm soát ; tiếp nhận.", " ;", "Công tác kiểm soát; tiếp nhận.")]
    [InlineData("D-CACH-TRUOC", "Của Ủy ban nhân dân xã ./.", " ./.", "Của Ủy ban nhân dân xã./.")]
    [InlineData("D-CACH-SAU", "Các xã,phường trong huyện.", ",", "Các xã, phường trong huyện.")]
    [InlineData("D-CACH-SAU", "Đã hoàn thành.Tuy nhiên còn chậm.", ".", "Đã hoàn thành. Tuy nhiên còn chậm.")]
    [InlineData("D-HAI-CACH", "Cải cách hành chính  nhà nước.", "  ", "Cải cách hành chính nhà nước.")]
    [InlineData("D-CACH-NGOAC", "Thủ tục ( có phụ lục) được công khai.", "( ", "Thủ tục (có phụ lục) được công khai.")]
    [InlineData("D-CACH-NGOAC", "Cải cách hành chính(CCHC) của xã.", "(", "Cải cách hành chính (CCHC) của xã.")]
    [InlineData("D-BA-CHAM", "Việc áp dụng ISO....", "....", "Việc áp dụng ISO...")]
    [InlineData("D-BA-CHAM", "Gắn với cải cách hành chính …", " …", "Gắn với cải cách hành chính…")]
    [InlineData("D-DAU-LAP", "Tin,, bài trên trang.", ",,", "Tin, bài trên trang.")]
    [InlineData("D-DAU-LAP", "Kết quả đạt được;.", ";.", null)]
    [InlineData("D-NGOAC", "Thủ tục (có phụ lục được công khai.", "(", null)]
    [InlineData("D-NGOAC", "Thủ tục có phụ lục) được công khai.", ")", null)]
    [InlineData("D-NGOAC", "Khẩu hiệu “một cửa, một lần được treo.", "“", null)]
    [InlineData("D-KET-DOAN", "Tuyên truyền, phổ biến pháp luật về công tác cải cách hành chính nhà nước năm 2023", "3", "Tuyên truyền, phổ biến pháp luật về công tác cải cách hành chính nhà nước năm 2023.")]
    [InlineData("D-GACH-NOI", "Phát triển kinh tế-xã hội của xã.", "-", "Phát triển kinh tế - xã hội của xã.")]
    [InlineData("D-GACH-NOI", "Phát triển kinh tế -xã hội của xã.", " -", "Phát triển kinh tế - xã hội của xã.")]
    [InlineData("D-NGAY", "Họp ngày 5 tháng 2 năm 2026 tại xã.", "5 tháng 2", "Họp ngày 05 tháng 02 năm 2026 tại xã.")]
    [InlineData("D-NGAY", "Họp ngày 12 tháng 05 năm 2026 tại xã.", "12 tháng 05", "Họp ngày 12 tháng 5 năm 2026 tại xã.")]
    [InlineData("D-NGAY", "Họp ngày 5/2/2026 tại xã.", "5/2/2026", "Họp ngày 05/02/2026 tại xã.")]
    [InlineData("D-SO", "Đạt tỷ lệ 94.1% số phiếu.", "94.1", "Đạt tỷ lệ 94,1% số phiếu.")]
    [InlineData("D-SO", "Đã có 18640 lượt tiếp cận.", "18640", "Đã có 18.640 lượt tiếp cận.")]
    [InlineData("D-SO", "Chi 1,250,000 đồng.", "1,250,000", "Chi 1.250.000 đồng.")]
    [InlineData("H-DAU-CAU", "ISO là gì? ý nghĩa của việc áp dụng.", "ý", "ISO là gì? Ý nghĩa của việc áp dụng.")]
    [InlineData("H-DAU-CAU", "tuyên truyền bằng loa truyền thanh.", "tuyên", "Tuyên truyền bằng loa truyền thanh.")]
    [InlineData("H-CO-QUAN", "Gửi Phòng nội vụ huyện.", "Phòng nội vụ", "Gửi Phòng Nội vụ huyện.")]
    [InlineData("H-CO-QUAN", "Theo Ủy Ban Nhân Dân xã.", "Ủy Ban Nhân Dân", "Theo Ủy ban nhân dân xã.")]
    [InlineData("H-CO-QUAN", "Và uỷ ban nhân dân xã.", "uỷ ban nhân dân", "Và Uỷ ban nhân dân xã.")]
    [InlineData("H-CO-QUAN", "Mặt trận tổ quốc và các đoàn thể.", "Mặt trận tổ quốc", "Mặt trận Tổ quốc và các đoàn thể.")]
    [InlineData("H-CO-QUAN", "Gửi Phòng Văn hóa và thông tin.", "Phòng Văn hóa và thông tin", "Gửi Phòng Văn hóa và Thông tin.")]
    [InlineData("H-DON-VI", "Trình UBND Xã xem xét.", "Xã", "Trình UBND xã xem xét.")]
    [InlineData("H-DON-VI", "Trên địa bàn Xã Sơn Trung có 11 thôn.", "Xã", "Trên địa bàn xã Sơn Trung có 11 thôn.")]
    [InlineData("H-NHAN-DAN", "Phục vụ nhân dân trong xã.", "nhân dân", "Phục vụ Nhân dân trong xã.")]
    [InlineData("H-NHAN-DAN", "Chính sách của Đảng và nhà nước.", "nhà nước", "Chính sách của Đảng và Nhà nước.")]
    [InlineData("H-VIEN-DAN", "Theo khoản 2 điều 5 của Luật này.", "điều", "Theo khoản 2 Điều 5 của Luật này.")]
    [InlineData("H-VIEN-DAN", "Quy định tại Khoản 2 Điều 5 của Luật này.", "Khoản", "Quy định tại khoản 2 Điều 5 của Luật này.")]
    [InlineData("H-CHUC-VU", "Do chủ tịch Nguyễn Văn An ký.", "chủ tịch", "Do Chủ tịch Nguyễn Văn An ký.")]
    [InlineData("H-CHUC-VU", "Do Phó Chủ Tịch phụ trách.", "Phó Chủ Tịch", "Do Phó Chủ tịch phụ trách.")]
    [InlineData("H-VIEN-DAN", "Thực hiện kế hoạch số 11/KH-UBND ngày 21/01/2025 của xã.", "kế", "Thực hiện Kế hoạch số 11/KH-UBND ngày 21/01/2025 của xã.")]
    [InlineData("H-SAU-DAU", "Đã tiếp nhận 40 hồ sơ; Đăng tải đầy đủ thủ tục.", "Đăng", "Đã tiếp nhận 40 hồ sơ; đăng tải đầy đủ thủ tục.")]
    [InlineData("H-GIUA-CAU", "Qua Loa truyền thanh của xã.", "Loa", "Qua loa truyền thanh của xã.")]
    [InlineData("H-GIUA-CAU", "Về Nội dung các văn bản tuyên truyền.", "Nội", "Về nội dung các văn bản tuyên truyền.")]
    [InlineData("M-UNICODE", "Phƣơng hướng năm sau.", "Phƣơng", "Phương hướng năm sau.")]
    [InlineData("M-UNICODE", "Bộ phận thực hiê\u1E47 tốt.", "hiê\u1E47", "Bộ phận thực hiện tốt.")]
    [InlineData("M-UNICODE", "Báo cáo nǎm 2025.", "nǎm", "Báo cáo năm 2025.")]
    [InlineData("M-PHONG-CU", "Thùc hiÖn c¶i c¸ch hµnh chÝnh.", "hiÖn", "Thùc hiện c¶i c¸ch hµnh chÝnh.")]
    [InlineData("M-TACH-TIENG", "Công khai hư ớng dẫn.", "hư ớng", "Công khai hướng dẫn.")]
    [InlineData("M-KY-TU-HONG", "Công t\uFFFDc của xã.", "\uFFFD", null)]
    public void Check_Fault_IsFoundWithItsPlaceAndCure(string rule, string text, string marked, string? mended)
    {
        var document = LanguageChecking.Document(text);

        var finding = LanguageChecking.Check(document).First(finding => finding.Rule.Id == rule && text.Substring(finding.Start, finding.Length) == marked);

        Assert.Equal("0", finding.BlockId);
        Assert.False(string.IsNullOrWhiteSpace(finding.Message));
        if (mended is null)
        {
            Assert.Null(finding.Replacement);
            Assert.False(finding.IsSafe);
        }
        else
        {
            Assert.Equal(mended, LanguageChecking.Mended(document, finding));
        }
    }

    [Fact]
    public void Check_CapitalHereAndSmallThere_IsAHint()
    {
        var document = LanguageChecking.Document(
            "Các văn bản về công tác Cải cách hành chính được phổ biến.",
            "Xây dựng chuyên đề về cải cách hành chính theo Kế hoạch Cải cách hành chính năm 2023.");

        var finding = Assert.Single(LanguageChecking.Check(document));

        Assert.Equal(("H-GIUA-CAU", "0"), (finding.Rule.Id, finding.BlockId));
        Assert.Equal("Các văn bản về công tác cải cách hành chính được phổ biến.", LanguageChecking.Mended(document, finding));
    }

    [Theory]
    [InlineData("", "Đạt 58,3%.", "Đạt 100%.")]
    [InlineData("", "Đạt 58,3 %.", "Đạt 100 %.")]
    [InlineData("58,3% → 58,3 %", "Đạt 58,3%.", "Đạt 100 % và 40 %.")]
    [InlineData("100 % → 100%", "Đạt 58,3%.", "Đạt 100 %.")]
    [InlineData("1.234,5 % → 1.234,5%", "Đạt 1.234,5 %, 50% và 40%.")]
    public void Check_PercentInTwoForms_IsMendedTowardsTheUsualOne(string expected, params string[] lines)
    {
        var document = LanguageChecking.Document(lines);

        var findings = Checker.Check(document, CheckKnowledge.None).Where(finding => finding.Rule.Id == "D-PHAN-TRAM").ToList();

        Assert.Equal(
            expected,
            string.Join("; ", findings.Select(finding => $"{document.Blocks.Single(block => block.Id == finding.BlockId).Text.Substring(finding.Start, finding.Length)} → {finding.Replacement}")));
        Assert.All(findings, finding => Assert.True(finding.IsSafe && finding.Rule.Severity == FindingSeverity.Hint));
    }

    [Theory]
    [InlineData("Thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2023 của UBND xã Sơn Trung về tuyên truyền cải cách hành chính năm 2023, UBND xã báo cáo kết quả như sau:")]
    [InlineData("Căn cứ điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự.")]
    [InlineData("Họp lúc 07:30 ngày 05 tháng 02 năm 2026 và ngày 12 tháng 10 năm 2026; tỷ lệ 1 : 2, đạt 94,1 % (0,92 điểm), 3.000 tờ.")]
    [InlineData("Tra cứu tại https://dichvucong.gov.vn/p/home, www.hatinh.gov.vn hoặc ubnd@hatinh.gov.vn; tệp bao-cao.docx.")]
    [InlineData("Các hình thức: a) hội nghị; b) tờ gấp; c) loa truyền thanh, v.v. và các hình thức khác...")]
    [InlineData("Chủ tịch Ủy ban nhân dân, Phó Chủ tịch Hội đồng nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam xã, Phòng Văn hóa - Xã hội và Phòng Nội vụ.")]
    [InlineData("Quản lý nhà nước, cơ quan hành chính nhà nước, ngân sách nhà nước, chính quyền nhân dân, chính phủ điện tử, chính phủ số.")]
    [InlineData("Phường Trần Hưng Đạo, Quận 1, Phường Điện Biên Phủ, Thành phố Hồ Chí Minh và xã Sơn Trung.")]
    [InlineData("Giai đoạn 2021 - 2030, giai đoạn 2021-2025, lĩnh vực kinh tế - xã hội, tiếng Hán - Việt, Mát-xcơ-va, VH-XH, pa-nô.")]
    [InlineData("Đảng ủy, HĐND, UBND, UBMTTQ xã Hương Sơn, tỉnh Hà Tĩnh; các thôn Mai Hà, Hồ Sơn và xã Đưng K’Nớ (Lâm Đồng).")]
    [InlineData("Ngày ... tháng ... năm 2026, ông (bà) ........................ đã nộp hồ sơ.")]
    [InlineData("Ông Nguyễn Văn An, Chủ tịch UBND xã; bà Trần Thị Bình - Phó Chủ tịch; đồng chí Bí thư Đảng ủy.")]
    [InlineData("Liên hợp quốc, Tổ chức Y tế Thế giới; Đảng ủy, Chính quyền xã; Kế hoạch số 11/KH-UBND, Kế hoạch số 12/KH-UBND.")]
    [InlineData("Phòng Kinh tế và Phòng Văn hóa - Xã hội thực hiện các nhiệm vụ về kinh tế, văn hóa, xã hội.")]
    [InlineData("“Cải cách hành chính là gì?” là câu hỏi của cuộc thi; 412 lượt thi (82,4 %).")]
    public void Check_WhatIsRight_IsLeftAlone(string text)
    {
        Assert.Empty(LanguageChecking.Check(LanguageChecking.Document(text)).Select(finding => $"{finding.Rule.Id}: {finding.Message}"));
    }

    [Fact]
    public void Check_LettersOfTheHead_AreNotSentences()
    {
        var document = new ReadDocument(
        [
            new ReadBlock("1", DocumentPart.Agency, "", "ỦY BAN NHÂN DÂN XÃ TÂN DÂN"),
            new ReadBlock("2", DocumentPart.Number, "", "Số:      /BC-UBND"),
            new ReadBlock("3", DocumentPart.PlaceAndDate, "", "Hương Sơn, ngày     tháng     năm 2026"),
            new ReadBlock("4", DocumentPart.SignerName, "", "Nguyễn Xuân Tiên"),
        ]);

        Assert.Empty(LanguageChecking.Check(document));
    }

    [Fact]
    public void Check_Report2023_FindsItsAuthorsFaults()
    {
        var document = LanguageChecking.Read(TestTexts.Golden2023);

        var found = LanguageChecking.Check(document).Select(finding =>
            (finding.Rule.Id, document.Blocks.Single(block => block.Id == finding.BlockId).Text.Substring(finding.Start, finding.Length))).ToHashSet();

        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("C-LOI-CHAC", "một cữa"), ("C-LOI-CHAC", "quát triệt"), ("C-LOI-CHAC", "điện kiện"), ("D-CACH-TRUOC", " ;"), ("D-CACH-TRUOC", " ."), ("D-BA-CHAM", "...."),
                ("D-BA-CHAM", " …"), ("H-DAU-CAU", "ý"), ("H-CO-QUAN", "Phòng nội vụ"), ("H-CO-QUAN", "Mặt trận tổ quốc"), ("H-NHAN-DAN", "nhân dân"), ("H-GIUA-CAU", "Cải"),
                ("D-KET-DOAN", "3"),
            },
            found);
    }

    [Fact]
    public void Check_Decree_HasAtMostOneAlarmAPage()
    {
        var findings = LanguageChecking.Check(LanguageChecking.Read(TestTexts.Decree));

        var pages = TestTexts.Decree.Sum(line => line.Split(' ').Length) / WordsOfAPage;
        Assert.True(findings.Count <= pages, $"{findings.Count} on {pages} pages:\n{string.Join('\n', findings.Select(finding => $"{finding.Rule.Id} {finding.Message}"))}");
    }

    [Fact]
    public void Rules_HaveOneIdAndSpeakVietnamese()
    {
        Assert.Equal(LanguageChecking.Rules.Count, LanguageChecking.Rules.Select(rule => rule.Info.Id).Distinct().Count());
        Assert.True(LanguageChecking.Rules.Count >= 24);
        Assert.All(LanguageChecking.Rules, rule =>
        {
            Assert.Matches("^[CDHM]-[A-Z]+(-[A-Z]+)*$", rule.Info.Id);
            Assert.EndsWith(".", rule.Info.Title, StringComparison.Ordinal);
            Assert.NotEmpty(rule.Info.Basis);
        });
    }
}
