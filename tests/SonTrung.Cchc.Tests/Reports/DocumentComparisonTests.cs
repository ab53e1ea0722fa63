using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Tests.Documents;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>What the chairman sees first: what changed since, by line and by word.</summary>
public sealed class DocumentComparisonTests
{
    private static readonly OfficialDocument Old = OfficialDocumentBuilder.Report(paragraphs: 8, recipients: 4, appendixRows: 6);

    [Fact]
    public void Of_TheSameDocument_HasNoChanges()
    {
        var compared = DocumentComparison.Of(Old, Old with { });

        Assert.Empty(compared.Changes);
        Assert.Equal(ReadDocument.Of(Old).Blocks.Count - 1, compared.Blocks.Count);
    }

    [Fact]
    public void Of_AChangedSentence_MarksItsWordsAlone()
    {
        var body = Old.Body.ToList();
        body[3] = body[3] with { Text = "Đã đăng 48 tin, bài." };
        var before = Old with { Body = [.. Old.Body.Take(3), body[3] with { Text = "Đã đăng 45 tin, bài." }, .. Old.Body.Skip(4)] };

        var change = Assert.Single(DocumentComparison.Of(before, Old with { Body = body }).Changes);

        Assert.Equal((body[3].Id, BlockChange.Changed, false), (change.Id, change.Change, change.IsMoved));
        Assert.Equal(["45", "48"], change.Parts.Where(part => part.Kind != DiffKind.Same).Select(part => part.Text));
        Assert.Equal("1. Công tác chỉ đạo", change.Under);
    }

    [Fact]
    public void Of_AddedAndRemovedSentences_StandWhereTheyStand()
    {
        var added = Old.Body[2] with { Id = "999", Text = "Câu mới." };
        var now = Old with { Body = [.. Old.Body.Take(3), added, .. Old.Body.Skip(3).Where(block => block.Id != Old.Body[5].Id)] };

        var compared = DocumentComparison.Of(Old, now);

        Assert.Equal([("999", BlockChange.Added), (Old.Body[5].Id, BlockChange.Removed)], compared.Changes.Select(block => (block.Id, block.Change)));
        var ids = compared.Blocks.Select(block => block.Id).ToList();
        Assert.Equal(ids.IndexOf(Old.Body[4].Id) + 1, ids.IndexOf(Old.Body[5].Id));
    }

    [Fact]
    public void Of_ASentenceMoved_ShowsItOnceWhereItStandsNow()
    {
        var now = Old with { Body = [.. Old.Body.Take(2), Old.Body[5], .. Old.Body.Skip(2).Where(block => block.Id != Old.Body[5].Id)] };

        var change = Assert.Single(DocumentComparison.Of(Old, now).Changes);

        Assert.Equal((Old.Body[5].Id, BlockChange.Same, true), (change.Id, change.Change, change.IsMoved));
    }

    [Fact]
    public void Of_OtherParts_AreToldByTheirWords()
    {
        var now = Old with
        {
            Recipients = [Old.Recipients[0], new PrintedLine("-", "Bên nhận mới;"), .. Old.Recipients.Skip(1)],
            Signature = Old.Signature with { SignerName = "Trần Thị Mẫu Hai" },
            Appendices = [Old.Appendices[0] with { Rows = [.. Old.Appendices[0].Rows.Take(2), ["3", "Nhiệm vụ 3 đã sửa", "Văn phòng", "21"], .. Old.Appendices[0].Rows.Skip(3)] }],
        };

        var changes = DocumentComparison.Of(Old, now).Changes;

        Assert.Equal(
            [(DocumentPart.Recipient, BlockChange.Added), (DocumentPart.SignerName, BlockChange.Changed), (DocumentPart.Appendix, BlockChange.Changed)],
            changes.Select(block => (block.Part, block.Change)));
        Assert.Equal(" Hai", Assert.Single(changes[1].Parts, part => part.Kind == DiffKind.Inserted).Text);
    }
}
