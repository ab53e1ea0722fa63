using SonTrung.Cchc.Core.Imports;

namespace SonTrung.Cchc.Tests.Imports;

public sealed class NameMatcherTests
{
    private static readonly NameMatcher Channels = new(
    [
        new(1, "Truyền thanh cơ sở"), new(2, "Pano, băng rôn, khẩu hiệu"), new(3, "Trang thông tin điện tử", "Website xã"), new(4, "Hội nghị, cuộc họp"),
    ]);

    [Theory]
    [InlineData("Truyền thanh cơ sở", 1)]
    [InlineData("TRUYEN THANH CO SO", 1)]
    [InlineData("  pano - băng rôn - khẩu hiệu ", 2)]
    [InlineData("website xa", 3)]
    public void Find_NameAsPeopleTypeIt_IsFound(string name, long id) => Assert.Equal(id, Channels.Find(name).Entry!.Id);

    [Theory]
    [InlineData("Loa truyền thanh", 1)]
    [InlineData("Truyền thanh xã", 1)]
    [InlineData("Truyển thanh cơ sơ.", 1)]
    [InlineData("Băng rôn, khẩu hiệu", 2)]
    [InlineData("Trang TTĐT", null)]
    [InlineData("Hội nghị", 4)]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void Find_NameThatIsNotThere_ProposesWhatIsMuchLikeIt(string name, int? id)
    {
        var match = Channels.Find(name);

        Assert.Equal((name is "Truyển thanh cơ sơ." ? 1 : null, id), ((int?)match.Entry?.Id, (int?)(match.Proposal ?? match.Entry)?.Id));
    }

    [Fact]
    public void Find_SeveralOfOneName_IsAskedUnlessTheFirstIsMeant()
    {
        NamedEntry[] two = [new(1, "Văn phòng"), new(2, "VĂN PHÒNG")];

        Assert.True(new NameMatcher(two).Find("van phong") is { IsAmbiguous: true, Entry: null });
        Assert.Equal(1, new NameMatcher(two, firstWins: true).Find("van phong").Entry!.Id);
        Assert.Equal(1, new NameMatcher([new(1, "tờ"), new(2, "Phiếu", "Tờ")]).Find("tờ").Entry!.Id);
    }
}
