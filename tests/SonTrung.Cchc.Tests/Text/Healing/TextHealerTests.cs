using System.Text;
using CsCheck;
using SonTrung.Cchc.Core.Text.Healing;

namespace SonTrung.Cchc.Tests.Text.Healing;

public sealed class TextHealerTests
{
    [Theory]
    [InlineData("Phƣơng hƣớng, ĐẠT ĐƢỢC", "Phương hướng, ĐẠT ĐƯỢC", TextChangeKind.WrongLetter)]
    [InlineData("thưc\u0323 hiên\u0323", "thực hiện", TextChangeKind.MisplacedMark)]
    [InlineData("hiê\u1E47 nay", "hiện nay", TextChangeKind.MisplacedMark)]
    [InlineData("hôñ hợp", "hỗn hợp", TextChangeKind.MisplacedMark)]
    [InlineData("quyên\u0300 hạn", "quyền hạn", TextChangeKind.MisplacedMark)]
    [InlineData("THƯC\u0323 HIÊ\u1E46", "THỰC HIỆN", TextChangeKind.MisplacedMark)]
    [InlineData("hư ớng dẫn", "hướng dẫn", TextChangeKind.SplitWord)]
    [InlineData("ng ười dân", "người dân", TextChangeKind.SplitWord)]
    [InlineData("hướ ng dẫn", "hướng dẫn", TextChangeKind.SplitWord)]
    [InlineData("đ ược giao, h ướng dẫn", "được giao, hướng dẫn", TextChangeKind.SplitWord)]
    [InlineData("công\u200B tác", "công tác", TextChangeKind.Invisible)]
    [InlineData("thủ\u00AD tục \uFEFFhành chính\u0007", "thủ tục hành chính", TextChangeKind.Invisible)]
    [InlineData("cải\u00A0cách  hành\tchính ", "cải cách hành chính", TextChangeKind.Space)]
    [InlineData("mã ký tự nǎm 2025", "mã ký tự năm 2025", TextChangeKind.WrongLetter)]
    [InlineData("Ðảng ủy, HÐND, QÐ-UBND", "Đảng ủy, HĐND, QĐ-UBND", TextChangeKind.WrongLetter)]
    [InlineData("c\u043Eng t\u0430c, UBN\u0044, Ủy b\u0430n", "cong tac, UBND, Ủy ban", TextChangeKind.WrongLetter)]
    [InlineData("n\u03CCi", "nói", TextChangeKind.WrongLetter)]
    [InlineData("phối hợp bằng ﬁle Ｅｘｃｅｌ", "phối hợp bằng file Excel", TextChangeKind.WrongLetter)]
    [InlineData("\uF0B7 nội dung 2021\u20112025", "• nội dung 2021-2025", TextChangeKind.WrongLetter)]
    public void Heal_Damage_IsMendedAndNamed(string text, string expected, TextChangeKind kind)
    {
        var healed = TextHealer.Heal(text);

        Assert.Equal(expected, healed.Text);
        Assert.All(healed.Changes, change => Assert.Equal(kind, change.Kind));
        Assert.NotEmpty(healed.Changes);
    }

    [Theory]
    [InlineData("điểm b ở trên, điểm c ít dùng")]
    [InlineData("cá nhân và tổ chức; ưu đãi, y tế")]
    [InlineData("xã Ea Súp, xã Đưng K’Nớ, xã Krông Nô")]
    [InlineData("giá 25 µg và 10 µm; «một cửa»; chú thích¹ và xã²")]
    [InlineData("São Paulo, Müller và Citroën ở Zürich, café Noël")]
    public void Heal_SoundButOdd_IsLeftAlone(string text)
    {
        Assert.Empty(TextHealer.Heal(text).Changes);
    }

    [Fact]
    public void Heal_Decomposed_BecomesComposed()
    {
        const string Text = "Ủy ban nhân dân xã Hương Sơn đã tổ chức tuyên truyền, quán triệt nội dung cải cách hành chính.";

        var healed = TextHealer.Heal(Text.Normalize(NormalizationForm.FormD));

        Assert.Equal(Text, healed.Text);
        Assert.All(healed.Changes, change => Assert.Equal(TextChangeKind.Composition, change.Kind));
    }

    [Theory]
    [InlineData("Uû ban nh©n d©n x· S¬n Trung ®· thùc hiÖn c«ng t¸c c¶i c¸ch hµnh chÝnh.", "Uỷ ban nhân dân xã Sơn Trung đã thực hiện công tác cải cách hành chính.")]
    [InlineData("C¶i c¸ch", "Cải cách")]
    [InlineData("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("NH÷NG KÕT QU¶ §¹T §¦îC\n1. VÒ Néi dung", "NHỮNG KẾT QUẢ ĐẠT ĐƯỢC\n1. Về Nội dung")]
    [InlineData("KÕ ho¹ch sè 11/KH-UBND ngµy 19/01/2023 cña UBND x· S¬n Trung vÒ h­íng dÉn thñ tôc, ®­îc ¸p dông t¹i x·", "Kế hoạch số 11/KH-UBND ngày 19/01/2023 của UBND xã Sơn Trung về hướng dẫn thủ tục, được áp dụng tại xã")]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("ÑOÄC LAÄP - TÖÏ DO", "ĐỘC LẬP - TỰ DO")]
    [InlineData("UÛy ban nhaân daân xaõ ñaõ thöïc hieän coâng taùc caûi caùch haønh chính, höôùng daãn thuû tuïc.", "Ủy ban nhân dân xã đã thực hiện công tác cải cách hành chính, hướng dẫn thủ tục.")]
    [InlineData("Nghá»‹ Ä‘á»‹nh vá»\u0081 cÃ´ng tÃ¡c vÄƒn thÆ°", "Nghị định về công tác văn thư")]
    public void Heal_OldEncoding_IsConverted(string text, string expected)
    {
        var healed = TextHealer.Heal(text);

        Assert.Equal(expected, healed.Text);
        Assert.All(healed.Changes, change => Assert.Equal(TextChangeKind.OldEncoding, change.Kind));
    }

    [Fact]
    public void Heal_OldEncodingBesideUnicode_ConvertsTheRunOnly()
    {
        var healed = TextHealer.Heal("Phòng Nội vụ là đơn vị chủ trì.\nUû ban nh©n d©n x· S¬n Trung thùc hiÖn.\nPhòng Văn hóa phối hợp.");

        Assert.Equal("Phòng Nội vụ là đơn vị chủ trì.\nUỷ ban nhân dân xã Sơn Trung thực hiện.\nPhòng Văn hóa phối hợp.", healed.Text);
    }

    [Fact]
    public void Heal_Report2023_GivesTheGoldenSpelling()
    {
        var healed = TextHealer.Heal(TestTexts.Damaged2023);

        var lines = healed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(TestTexts.Golden2023, lines);
        Assert.Equal(9, healed.Changes.Count(change => change.Kind < TextChangeKind.Invisible));
        Assert.Contains(healed.Changes, change => change is { Kind: TextChangeKind.SplitWord, Before: "hư ớng", After: "hướng" });
        Assert.Contains(healed.Changes, change => change is { Kind: TextChangeKind.MisplacedMark, After: "hiện" });
    }

    [Fact]
    public void Heal_CharactersOnly_LeavesSpacesAndLines()
    {
        var healed = TextHealer.Heal("ỦY BAN NHÂN DÂN        CỘNG HÒA\nPhƣơng  hƣớng của hư ớng\ndẫn", HealingSteps.Characters);

        Assert.Equal("ỦY BAN NHÂN DÂN        CỘNG HÒA\nPhương  hướng của hư ớng\ndẫn", healed.Text);
    }

    [Fact]
    public void Heal_LinesOnly_LeavesCharacters()
    {
        const string Text = "Thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2023 của UBND xã Sơn \nTrung về tuyên truyền cải cách hành chính, UBND xã báo cáo kết quả như sau và \nphƣơng hƣớng năm 2024.\n- Tiếp tục.";

        var healed = TextHealer.Heal(Text, HealingSteps.Lines);

        Assert.Equal("Thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2023 của UBND xã Sơn Trung về tuyên truyền cải cách hành chính, UBND xã báo cáo kết quả như sau và phƣơng hƣớng năm 2024.\n- Tiếp tục.", healed.Text);
    }

    [Theory]
    [InlineData("Kính gửi:")]
    [InlineData("Nơi nhận:")]
    [InlineData("- Phòng Nội vụ;")]
    [InlineData("+ Quyết định số 5;")]
    [InlineData("II. ĐÁNH GIÁ CHUNG")]
    [InlineData("2. Phương tiện")]
    [InlineData("a) nội dung")]
    [InlineData("TM. ỦY BAN NHÂN DÂN")]
    [InlineData("Điều 2. Đối tượng")]
    public void Heal_LineThatBeginsAnew_IsNotJoined(string next)
    {
        var text = "Công tác tuyên truyền đã được thực hiện bằng nhiều hình thức khác nhau, thu hút\nđược đông đảo người dân tham gia, với sự phối hợp của các đoàn thể trong xã, bảo đảm\n" + next;

        Assert.EndsWith("bảo đảm\n" + next, TextHealer.Heal(text).Text, StringComparison.Ordinal);
    }

    /// <summary>One item a line, small letters, no marks: as correct as any list.</summary>
    [Theory]
    [InlineData("tuyên truyền trên hệ thống truyền thanh của xã\nniêm yết công khai thủ tục hành chính tại trụ sở\ntổ chức hội nghị đối thoại với người dân và doanh nghiệp\nphát tờ rơi đến các hộ gia đình")]
    [InlineData("đăng tin, bài trên Trang thông tin điện tử của xã\nphát chuyên mục trên hệ thống truyền thanh cơ sở")]
    [InlineData("hướng dẫn người dân nộp hồ sơ trực tuyến tại nhà\nhướng dẫn người dân thanh toán trực tuyến tại xã\nhướng dẫn người dân tra cứu kết quả trên mạng ạ\nhướng dẫn người dân cài đặt VNeID trên máy mình")]
    [InlineData("Tổ chức hội nghị triển khai nhiệm vụ cải cách hành chính năm 2026\nPhát hành tờ gấp về dịch vụ công trực tuyến đến từng hộ gia đình")]
    public void Heal_ListWithoutMarks_StaysAList(string text) => Assert.Empty(TextHealer.Heal(text).Changes);

    [Fact]
    public void Heal_ListBelowAParagraphThatWasBroken_StaysAList()
    {
        const string List = "tuyên truyền trên hệ thống truyền thanh của xã\nniêm yết công khai thủ tục hành chính tại trụ sở Ủy ban nhân dân xã và nhà văn hóa\nphát tờ rơi đến các hộ gia đình";

        var healed = TextHealer.Heal("Công tác tuyên truyền đã được thực hiện bằng nhiều hình thức khác nhau, thu hút các\ntầng lớp Nhân dân tham gia, với sự phối hợp của các đoàn thể trong xã về cải cách hành\nchính trong năm:\n" + List);

        Assert.Equal("Công tác tuyên truyền đã được thực hiện bằng nhiều hình thức khác nhau, thu hút các tầng lớp Nhân dân tham gia, với sự phối hợp của các đoàn thể trong xã về cải cách hành chính trong năm:\n" + List, healed.Text);
    }

    [Fact]
    public void Heal_ListsWithoutMarks_ComeOutToTheLetter() =>
        VietnameseTextGen.UnmarkedList.Sample(text => TextHealer.Heal(text).Changes.Count == 0, iter: 2_000);

    [Fact]
    public void Heal_YearRangeBrokenAtItsDash_IsJoined()
    {
        const string Text = "Thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021\n- 2030 của Chính phủ và kế hoạch của huyện, Ủy ban nhân dân xã đã xây dựng và\nban hành kế hoạch.";

        Assert.DoesNotContain('\n', TextHealer.Heal(Text).Text);
    }

    [Fact]
    public void Heal_ArticleCitedAtTheBeginningOfALine_IsJoined()
    {
        const string Text = "Công tác phối hợp được thực hiện theo đúng các nguyên tắc đã được quy định tại\nĐiều 6 của Nghị định và các văn bản hướng dẫn thi hành của cơ quan có thẩm\nquyền.";

        Assert.DoesNotContain('\n', TextHealer.Heal(Text).Text);
    }

    [Fact]
    public void Heal_PageNumberBetweenPages_IsTakenOut()
    {
        const string Text = "Công tác tuyên truyền đã được thực hiện bằng nhiều hình thức khác nhau, thu hút\nđược đông đảo người dân tham gia, với sự phối hợp của các đoàn thể trong xã và\n\n2\n\fcác đơn vị.\n\f3\nHết.";

        var healed = TextHealer.Heal(Text);

        Assert.EndsWith("trong xã và các đơn vị.\nHết.", healed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Heal_SoundText_ComesOutToTheLetter()
    {
        VietnameseTextGen.Text.Sample(
            text =>
            {
                var healed = TextHealer.Heal(text);
                return healed.Text == text && healed.Changes.Count == 0;
            },
            iter: 1_500);
    }

    [Fact]
    public void Heal_EverySyllableInBothHabits_IsLeftAlone()
    {
        foreach (var syllable in VietnameseTextGen.Syllables)
        {
            Assert.Empty(TextHealer.Heal($"{syllable} {VietnameseTextGen.Capital(syllable)} {syllable.ToUpperInvariant()}").Changes);
        }
    }

    [Fact]
    public void Heal_AnyText_ReportsExactlyWhatItChanged()
    {
        Damage.Sample(
            text =>
            {
                var healed = TextHealer.Heal(text);
                var again = TextHealer.Heal(healed.Text);
                return Applied(text, healed) == healed.Text && again.Changes.Count == 0 && again.Text == healed.Text && PlacesFit(text, healed);
            },
            iter: 1_500);
    }

    [Fact]
    public void Heal_DecomposedSoundText_GivesTheSoundText()
    {
        VietnameseTextGen.Paragraph.Sample(text => TextHealer.Heal(text.Normalize(NormalizationForm.FormD)).Text == text.Normalize(NormalizationForm.FormC), iter: 1_000);
    }

    /// <summary>Sound text with anything thrown in.</summary>
    private static Gen<string> Damage { get; } = Gen.Select(
        VietnameseTextGen.Text,
        Gen.Select(Gen.Int[0, 400], VietnameseTextGen.Pick("\u0323", "\u0301", "ƣ", "\u00AD", "\u200B", "  ", "\n", "\f", " \f2\n", "\uD800", "\uFFFD", "®", "ß", "¶i", "\u00A0", "о", "Ð", "ǎ", "\t", "\r", " ớng", "th ", "e\u0302\u0301", "\n\n", "áº¿", "oä"), (place, what) => (place, what)).Array[0, 8],
        (text, wounds) => wounds.Aggregate(text, (now, wound) => now.Insert(Math.Min(wound.place, now.Length), wound.what)));

    private static string Applied(string text, HealedText healed)
    {
        var applied = new StringBuilder();
        var at = 0;
        foreach (var change in healed.Changes)
        {
            applied.Append(text, at, change.Start - at);
            Assert.Equal(change.Before, text.Substring(change.Start, change.Before.Length));
            Assert.Equal(change.HealedStart, applied.Length);
            applied.Append(change.After);
            at = change.Start + change.Before.Length;
        }

        return applied.Append(text, at, text.Length - at).ToString();
    }

    private static bool PlacesFit(string text, HealedText healed)
    {
        var unchanged = Enumerable.Range(0, healed.Text.Length)
            .Where(place => !healed.Changes.Any(change => place >= change.HealedStart && place < change.HealedStart + change.After.Length));
        return unchanged.All(place => text[healed.OriginalPlace(place)] == healed.Text[place]);
    }
}
