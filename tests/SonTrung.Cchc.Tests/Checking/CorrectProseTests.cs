using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Tests.Text;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>All rules over correct prose of others, pasted as plain text: a finding is a false alarm, at most one on a page.</summary>
public sealed class CorrectProseTests
{
    private const int WordsOfAPage = 500;

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OfficialProse_RaisesNoAlarm(string name) =>
        Assert.Empty(Alarms(TestTexts.Prose[name]));

    [Fact]
    public void Check_Decree_RaisesAtMostOneAlarmAPage()
    {
        var text = string.Join('\n', TestTexts.Decree);

        var alarms = Alarms(text);

        var pages = Words(text) / WordsOfAPage;
        Assert.True(pages >= 5, $"{pages} pages");
        Assert.True(alarms.Count <= pages, $"{alarms.Count} on {pages} pages:\n{string.Join('\n', alarms)}");
    }

    [Fact]
    public void Prose_IsMoreThanFivePagesOfSixKinds()
    {
        Assert.True(TestTexts.Prose.Count >= 6);
        Assert.True(TestTexts.Prose.Values.Sum(Words) >= 5 * WordsOfAPage, $"{TestTexts.Prose.Values.Sum(Words)} words");
    }

    public static TheoryData<string> Names() => new(TestTexts.Prose.Keys);

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static List<string> Alarms(string text)
    {
        var document = DocumentRecognizer.Recognize(text);
        return Checker.Check(document, CheckKnowledge.None)
            // A law pasted without its letterhead lacks one, as the hint says.
            .Where(finding => finding.Rule.Id != "F-PHAN-DAU")
            .Select(finding => $"{finding.Rule.Id} “{document.Blocks.FirstOrDefault(block => block.Id == finding.BlockId)?.Text}”: {finding.Message}")
            .ToList();
    }
}
