using SonTrung.Cchc.Core.References;

namespace SonTrung.Cchc.Tests.References;

public sealed class DocumentKindsTests
{
    [Theory]
    [InlineData("Quyết định", "14/KH-UBND", "QĐ")]
    [InlineData("Kế hoạch", "14/QĐ-UBND", "KH")]
    [InlineData("Công văn", "12/BC-UBND", "")]
    [InlineData("Nghị định", "30/2020/TT-BNV", "NĐ")]
    public void ExpectedSymbol_OfAnotherKind_IsTold(string kind, string number, string expected) =>
        Assert.Equal(expected, DocumentKinds.ExpectedSymbol(kind, number));

    [Theory]
    [InlineData("Quyết định", "12/2020/QĐ-TTg")]
    [InlineData("quyết định", "131/qđ-ttg")]
    [InlineData("Nghị định", "30/2020/NĐ-CP")]
    [InlineData("Luật", "47/2010/QH12")]
    [InlineData("Công văn", "45/UBND-VX")]
    [InlineData("Tờ trình", "7/TTr-UBND")]
    [InlineData("Thư ngỏ", "1/X-Y")]
    [InlineData("Kế hoạch", "14")]
    [InlineData("Kế hoạch", "")]
    [InlineData(null, null)]
    public void ExpectedSymbol_FittingOrUnknown_SaysNothing(string? kind, string? number) => Assert.Null(DocumentKinds.ExpectedSymbol(kind, number));
}
