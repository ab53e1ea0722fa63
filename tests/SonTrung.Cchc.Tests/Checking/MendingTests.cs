using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Checking;

public sealed class MendingTests
{
    [Fact]
    public void Apply_SafeProposals_MendsThemAndNothingElse()
    {
        var paper = new Paper().With(DocumentPart.Recipient, "Như trên;", "Lưu: VP.").Saying("Kế hoạch số 5 /KH-UBND ngày 31/02/2026 của UBND tỉnh về chuyển đổi số.");

        var mended = Mending.Apply(paper.Document, paper.Findings());

        Assert.Contains(mended.Blocks, block => block.Text == "Lưu: VT, VP.");
        Assert.Contains(mended.Blocks, block => block.Text.StartsWith("Kế hoạch số 05/KH-UBND ngày 31/02/2026", StringComparison.Ordinal));
        Assert.Equal(2, mended.Blocks.Zip(paper.Blocks).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void Apply_TwoOnTheSameWords_TakesTheFirst()
    {
        var block = new ReadBlock("1", DocumentPart.Paragraph, "", "một cữa");
        var rule = Checker.Rules[0].Info;
        Finding Of(int start, int length, string by) => new() { Rule = rule, BlockId = "1", Start = start, Length = length, Message = "", Replacement = by, IsSafe = true };

        var mended = Mending.Apply(new ReadDocument([block]), [Of(0, 7, "một cửa"), Of(4, 3, "cửa sổ")]);

        Assert.Equal("một cửa", Assert.Single(mended.Blocks).Text);
    }

    [Fact]
    public void Text_Document_HasItsCaptionsAndMarks()
    {
        var text = Mending.Text(new Paper().Document);

        Assert.Contains("Kính gửi: Sở Nội vụ tỉnh Hà Tĩnh.\n", text, StringComparison.Ordinal);
        Assert.Contains("Nơi nhận:\n- Như trên;\n", text, StringComparison.Ordinal);
        Assert.Contains("\nI. KẾT QUẢ THỰC HIỆN\n", text, StringComparison.Ordinal);
    }
}
