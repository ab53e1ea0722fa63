using System.Diagnostics;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Checking;

public sealed class CheckerTests
{
    [Fact]
    public void Check_FaultlessReport_FindsNothing() => Assert.Empty(new Paper().Findings().Select(finding => $"{finding.Rule.Id}: {finding.Message}"));

    [Fact]
    public void Check_Twice_GivesTheSameInReadingOrder()
    {
        var paper = new Paper().With(DocumentPart.Recipient, "UBND tỉnh;", "Lưu: VP.").Closing("Hết").With(DocumentPart.Number, "Số 5/KH-UBND");

        var findings = paper.Findings();

        Assert.Equal(findings, paper.Findings());
        Assert.Equal(findings.Select(Place).Order(), findings.Select(Place));
        int Place(Finding finding) => finding.BlockId is { } id ? paper.Blocks.ToList().FindIndex(block => block.Id == id) : -1;
    }

    [Fact]
    public void Rules_All_HaveAnIdOfTheirOwnAndSayWhatAndWhy()
    {
        Assert.Equal(Checker.Rules.Count, Checker.Rules.Select(rule => rule.Info.Id).Distinct().Count());
        Assert.All(Checker.Rules, rule =>
        {
            Assert.Matches("^[A-Z]-[A-Z0-9-]+$", rule.Info.Id);
            Assert.EndsWith(".", rule.Info.Title, StringComparison.Ordinal);
            Assert.NotEmpty(rule.Info.Basis);
        });
    }

    [Fact]
    public void Rules_OfJudgement_AreNeverMendedByThePortal()
    {
        var findings = RuleExamples.All.SelectMany(example => example.Paper.Findings()).Where(finding => finding.Rule.Kind == RuleKind.Judgement).ToList();

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.False(finding.IsSafe));
    }

    [Fact]
    public void Check_HostileText_EndsSoon()
    {
        string[] hostile =
        [
            new string('(', 20_000), new string(' ', 50_000), string.Concat(Enumerable.Repeat("số 1/", 10_000)), string.Concat(Enumerable.Repeat("Kế hoạch ", 5_000)),
            string.Concat(Enumerable.Repeat("ngày 1/1/2026 của ", 3_000)), new string('.', 50_000), string.Concat(Enumerable.Repeat("12/12 a, ", 5_000)),
            string.Concat(Enumerable.Repeat("14 cuộc gồm 3 cuộc, ", 3_000)), string.Concat(Enumerable.Repeat("UBND xã A ", 5_000)), new string('a', 60_000),
            string.Concat(Enumerable.Repeat("phương hướng ", 4_000)), string.Concat(Enumerable.Repeat("Phòng Nội ", 5_000)), "\0\uD800\uFFFF",
        ];

        foreach (var text in hostile)
        {
            var watch = Stopwatch.StartNew();
            Checker.Check(new Paper().Saying(text).Document, CheckKnowledge.None);
            Checker.Check(new ReadDocument(Enum.GetValues<DocumentPart>().Select(part => new ReadBlock($"{part}", part, text.Length > 40 ? text[..40] : text, text)).ToList()), CheckKnowledge.None);

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{text[..Math.Min(20, text.Length)]}: {watch.Elapsed}");
        }
    }

    [Theory]
    [InlineData("Căn cứ Nghị quyết số 351/2017/UBTVQH14 ngày 14 tháng 3 năm 2017 của Ủy ban Thường vụ Quốc hội quy định thể thức văn bản quy phạm pháp luật.")]
    [InlineData("Thực hiện Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP.")]
    [InlineData("Ngày 18 tháng 7 năm 2026 Ủy ban nhân dân xã đã ban hành Quyết định số 119/QĐ-UBND về công nhận thôn đạt chuẩn.")]
    [InlineData("Phòng Văn hóa - Xã hội chủ trì; Trung tâm Phục vụ hành chính công, Tổ chức Thanh niên xung phong phối hợp.")]
    public void Check_RightSentence_FindsNothing(string sentence) =>
        Assert.Empty(new Paper().Saying(sentence).Findings().Select(finding => $"{finding.Rule.Id}: {finding.Message}"));

    [Fact]
    public void Check_ArticlesOverSeveralChapters_CountOnAndMissTheOneLeftOut()
    {
        string[] labels = ["Chương I", "Điều 1.", "1.", "2.", "Điều 2.", "1.", "Chương II", "Điều 3.", "1.", "Điều 5."];
        var document = new ReadDocument([.. labels.Select((label, i) => new ReadBlock(
            $"{i}", label.StartsWith('C') ? DocumentPart.Section : DocumentPart.Numbered, label, label.StartsWith('C') ? "QUY ĐỊNH CHUNG" : "Nội dung đã được thực hiện."))]);

        var finding = Assert.Single(Checker.Check(document, CheckKnowledge.None), finding => finding.Rule.Id == "F-DANH-SO");

        Assert.Equal("9", finding.BlockId);
        Assert.Contains("Điều 4.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_EmptyDocument_FindsNothing() => Assert.Empty(Checker.Check(new ReadDocument([]), CheckKnowledge.None));

    [Fact]
    public void Check_BlocksOfOneId_DoesNotThrow() =>
        Checker.Check(new ReadDocument([new ReadBlock("1", DocumentPart.Kind, "", "Báo cáo"), new ReadBlock("1", DocumentPart.Kind, "", "Báo cáo")]), CheckKnowledge.None);
}
