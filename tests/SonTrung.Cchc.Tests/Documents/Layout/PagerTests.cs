using CsCheck;
using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Tests.Documents.Layout;

public sealed class PagerTests
{
    private static readonly LayoutProfile Profile = LayoutProfile.Nd30Of2020;

    private static readonly Gen<Band[]> Bands = Gen.Select(Gen.Double[5, 60], Gen.Double[0, 12], Gen.Int[0, 3])
        .Select((height, space, keep) => new Band { Height = height, SpaceBefore = space, KeepWithPrevious = keep == 0 })
        .Array[1, 120];

    [Fact]
    public void Fill_AnyBands_PlacesEachOnceInOrder() => Bands.Sample(bands =>
        Assert.Equal(bands, Pager.Fill(bands, Profile).SelectMany(page => page.Bands).Select(placed => placed.Band)));

    [Fact]
    public void Fill_AnyBands_KeepsInsideTheMarginsWithoutOverlap() => Bands.Sample(bands =>
    {
        foreach (var page in Pager.Fill(bands, Profile))
        {
            var foot = Profile.Top;
            foreach (var placed in page.Bands)
            {
                Assert.True(placed.Top >= foot - 0.01);
                foot = placed.Top + placed.Band.Height;
            }

            Assert.True(foot <= Profile.PageHeight - Profile.Bottom + 0.02);
        }
    });

    [Fact]
    public void Fill_AnyBands_BreaksOnlyWhereAllowed() => Bands.Sample(bands =>
    {
        foreach (var pair in Pager.Fill(bands, Profile).Zip(Pager.Fill(bands, Profile).Skip(1)))
        {
            var wholePageIsChained = pair.First.Bands.Skip(1).All(placed => placed.Band.KeepWithPrevious);
            Assert.True(wholePageIsChained || !pair.Second.Bands[0].Band.KeepWithPrevious);
        }
    });

    [Fact]
    public void Fill_AnyBands_LeavesNoPageThatTheNextBlockWouldFit() => Bands.Sample(bands =>
    {
        var pages = Pager.Fill(bands, Profile);
        for (var i = 0; i + 1 < pages.Count; i++)
        {
            var last = pages[i].Bands[^1];
            var room = Profile.PageHeight - Profile.Bottom - last.Top - last.Band.Height;
            var block = pages[i + 1].Bands.Index().TakeWhile(item => item.Index == 0 || item.Item.Band.KeepWithPrevious);
            Assert.True(block.Sum(item => item.Item.Band.SpaceBefore + item.Item.Band.Height) > room - 0.02);
        }
    });

    [Fact]
    public void Fill_TableOverSeveralPages_RepeatsTheHeadAboveItsRows()
    {
        var head = new Band { Height = 20 };
        var rows = Enumerable.Range(0, 90).Select(_ => new Band { Height = 20, RepeatedHead = head });

        var pages = Pager.Fill([head, .. rows], Profile);

        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.Same(head, page.Bands[0].Band));
        Assert.Equal([false, true, true], pages.Select(page => page.Bands[0].IsRepeated));
        Assert.Equal([1, 2, 3], pages.Select(page => page.Number));
    }

    [Theory]
    [InlineData(1, new[] { true })]
    [InlineData(2, new[] { true, false })]
    [InlineData(3, new[] { true, false, false })]
    [InlineData(4, new[] { true, false, true, false })]
    [InlineData(6, new[] { true, false, true, true, true, false })]
    public void Bands_ParagraphOfLines_MayBreakOnlyWithTwoOnEitherSide(int lines, bool[] mayBreakBefore)
    {
        var paragraph = new Paragraph
        {
            Text = string.Join(' ', Enumerable.Repeat("mm", lines)),
            Style = Profile.Body,
            Node = new StructureNode("P"),
            X = 0,
            Width = Profile.Body.Width("mm"),
        };

        Assert.Equal(mayBreakBefore, paragraph.Bands().Select(band => !band.KeepWithPrevious));
    }
}
