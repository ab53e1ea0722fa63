using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Tests.Text.Lexicon;

public sealed class SpellCheckerTests
{
    private const int WordsOfAPage = 400;

    private static readonly SpellChecker Checker = new([]);

    [Theory]
    [InlineData("tuyên truyền, quát triệt CCHC", "quát triệt", "quán triệt")]
    [InlineData("tạo điện kiện và huy động", "điện kiện", "điều kiện")]
    [InlineData("thực hiện cơ chế một cữa, một cửa liên thông", "một cữa", "một cửa")]
    [InlineData("Công tác tuyên tuyền cải cách hành chính", "tuyên tuyền", "tuyên truyền")]
    [InlineData("việc xữ lý văn bản", "xữ lý", "xử lý")]
    [InlineData("việc sử lý văn bản", "sử lý", "xử lý")]
    [InlineData("giãi quyết thủ tục", "giãi quyết", "giải quyết")]
    [InlineData("các ban ngành triễn khai nhiệm vụ", "triễn khai", "triển khai")]
    [InlineData("công tác cũng cố chính quyền", "cũng cố", "củng cố")]
    [InlineData("thũ tục hành chính", "thũ tục", "thủ tục")]
    [InlineData("sửa đổi, bổ xung một số điều", "bổ xung", "bổ sung")]
    [InlineData("KẾT QUẢ QUÁT TRIỆT VÀ HỌC TẬP", "QUÁT TRIỆT", "QUÁN TRIỆT")]
    [InlineData("Xữ lý vi phạm", "Xữ lý", "Xử lý")]
    public void Check_CertainError_IsFoundWithItsCure(string text, string wrong, string right)
    {
        var found = Assert.Single(Checker.Check(text));

        Assert.Equal((MisspellingKind.WrongPair, wrong, true), (found.Kind, found.Text, found.IsCertain));
        Assert.Equal(text.IndexOf(wrong, StringComparison.Ordinal), found.Start);
        Assert.Equal([right], found.Suggestions);
    }

    [Theory]
    [InlineData("phối hơp với các ngành", "hơp", "hợp")]
    [InlineData("đựơc giao nhiệm vụ", "đựơc", "được")]
    [InlineData("kết qủa đạt được", "qủa", "quả")]
    [InlineData("chuyên nghành xây dựng", "nghành", "ngành")]
    [InlineData("Thưc hiện kế hoạch", "Thưc", "Thực")]
    [InlineData("theo Nfhị định này", "Nfhị", "Nghị")]
    [InlineData("kế hoạch của huyêjn", "huyêjn", "huyện")]
    [InlineData("tổ chức tuyeen truyền", "tuyeen", "tuyên")]
    [InlineData("ddược giao", "ddược", "được")]
    public void Check_NoSyllable_IsFoundWithWhatIsMeant(string text, string wrong, string right)
    {
        var found = Assert.Single(Checker.Check(text));

        Assert.Equal(wrong, found.Text);
        Assert.Contains(right, found.Suggestions);
    }

    [Theory]
    [InlineData("Phát tờ rơi, thôg tin lưu động")]
    [InlineData("thôg nay")]
    [InlineData("tối thôg qua nghị quyết")]
    [InlineData("thôg")]
    public void Check_OneLetterLost_TheNearestWordComesFirst(string text)
    {
        var found = Assert.Single(Checker.Check(text), misspelling => misspelling.Text == "thôg");

        Assert.Equal("thông", found.Suggestions[0]);
    }

    [Theory]
    [InlineData("Bộ phận tiếp nhận của xã Đưng K’Nớ, xã Krông Nô và xã Ea Súp")]
    [InlineData("website, Zalo OA, Facebook, VNeID, iOffice, eGov và mã QR")]
    [InlineData("Quyết định số 14/QĐ-UBND, Kế hoạch số 11/KH-UBND, theo ISO 9001:2015")]
    [InlineData("https://dichvucong.gov.vn hoặc ubnd.huongson@hatinh.gov.vn, tệp bao-cao_2026.docx")]
    [InlineData("1.234,5 km, 25 kg, 40 m2, 100%, 3.000 tờ, 05/02/2026")]
    [InlineData("hòa giải, hoà giải; thủy lợi, thuỷ lợi; kỹ thuật, kĩ thuật; ủy ban, uỷ ban")]
    [InlineData("ông Nguyễn Văn Xuân, bà Lê Thị Triệt, anh Phan Đình Giót")]
    [InlineData("thôn Mai Hà, thôn Hồ Sơn, thôn Hà Tràng và thôn Trung Thịnh")]
    [InlineData("Mát-xcơ-va, Vla-đi-mia I-lích Lê-nin, pa-nô, xe ô-tô")]
    [InlineData("CCHC, TTHC, UBND, HĐND, MTTQ, CNTT, DVCTT, BCĐ")]
    [InlineData("XÃ TÂN DÂN")]
    [InlineData("điểm a khoản 2, điểm đ khoản 3, mục I, bảng A")]
    [InlineData("Cũng cố gắng như mọi năm, xã đã cố gắng")]
    public void Check_WhatIsRight_IsLeftAlone(string text)
    {
        Assert.Empty(Checker.Check(text));
    }

    [Fact]
    public void Check_Name_IsTakenFromTheAgency()
    {
        const string Text = "Cán bộ của xóm Xữ lý giúp";

        Assert.NotEmpty(Checker.Check(Text));
        Assert.Empty(new SpellChecker(["xóm Xữ"]).Check(Text));
    }

    [Fact]
    public void Check_Report2023_FindsWhatItsAuthorMisspelt()
    {
        var found = TestTexts.Golden2023.SelectMany(Checker.Check).Select(misspelling => misspelling.Text);

        Assert.Equal(["một cữa", "quát triệt", "điện kiện"], found);
    }

    [Fact]
    public void Check_Decree_HasAtMostOneAlarmInTenPages()
    {
        var found = TestTexts.Decree.SelectMany(Checker.Check).ToList();

        var pages = TestTexts.Decree.Sum(line => TextWord.Read(line).Count) / WordsOfAPage;
        Assert.True(pages >= 15);
        Assert.True(found.Count <= pages / 10, string.Join('\n', found));
    }

    [Fact]
    public void Read_Decree_HasNoWordThatIsNoSyllableButAHandful()
    {
        var others = TestTexts.Decree.SelectMany(TextWord.Read)
            .Where(word => !word.IsSyllable && word.Case is WordCase.Lower or WordCase.Capital && word.Text.Length > 1 && !TextWord.IsTitle(word.Text))
            .Where(word => !word.IsSyllable && !OfficialLexicon.Instance.IsForeign(word.Text))
            .Select(word => word.Text).Distinct();

        Assert.Empty(others.Except(["IV", "Network", "Graphics"]));
    }

    [Fact]
    public void Check_PlantedErrors_MoreThanFourFifthsAreFound()
    {
        var errors = PlantedErrors.Into([.. TestTexts.Decree.Where(line => line.Length > 40)], 400, seed: 2026);

        var missed = errors.Where(error => !PlantedErrors.IsFound(error, Checker.Check(error.Text))).ToList();
        Assert.Equal(400, errors.Count);
        Assert.True(missed.Count <= errors.Count / 5, $"{missed.Count} of {errors.Count}:\n{string.Join('\n', missed.Select(error => $"{error.Kind}: {error.Right} → {error.Wrong}"))}");
        Assert.All(missed.CountBy(error => error.Kind), kind => Assert.True(kind.Value <= 50 / 2, $"{kind.Key}: {kind.Value} of 50"));
    }

    [Fact]
    public void Compounds_AreSyllablesInOrderAndOnce()
    {
        var seen = new HashSet<string>();
        foreach (var compound in OfficialLexicon.Compounds)
        {
            Assert.Equal(compound.ToLowerInvariant().Normalize(), compound);
            Assert.All(compound.Split(' '), word => Assert.True(VietnameseSyllable.IsValid(word) || OfficialLexicon.Instance.IsForeign(word), compound));
            Assert.True(seen.Add(string.Join(' ', compound.Split(' ').Select(OfficialLexicon.Key))), compound);
        }

        Assert.True(seen.Count > 10_000);
    }
}
