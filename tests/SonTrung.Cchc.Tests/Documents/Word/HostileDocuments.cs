using System.Text;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Tests.Documents.Word;

/// <summary>Documents that a format may stumble over, by name.</summary>
internal static class HostileDocuments
{
    public const string TallerThanAPage = "row taller than a page";

    private static readonly Dictionary<string, Func<OfficialDocument>> All = new()
    {
        ["plain"] = () => OfficialDocumentBuilder.Report(),
        ["long"] = () => OfficialDocumentBuilder.Report(paragraphs: 60),
        ["one addressee"] = () => OfficialDocumentBuilder.Report(addressees: 1),
        ["many recipients"] = () => OfficialDocumentBuilder.Report(addressees: 3, recipients: 40),
        ["no recipients"] = () => OfficialDocumentBuilder.Report(addressees: 0, recipients: 0),
        ["long appendix"] = () => OfficialDocumentBuilder.Report(paragraphs: 4, appendixRows: 150),
        ["two appendices"] = () => OfficialDocumentBuilder.Report(paragraphs: 4) with
        {
            Appendices = [OfficialDocumentBuilder.Appendix(5) with { Label = "Phụ lục I" }, OfficialDocumentBuilder.Appendix(60) with { Label = "Phụ lục II" }],
        },
        [TallerThanAPage] = () => OfficialDocumentBuilder.Report(4) with { Appendices = [TallRow()] },
        ["decomposed"] = () => OfficialDocumentBuilder.Report() with { Kind = "BÁO CÁO".Normalize(NormalizationForm.FormD) },
        ["superior and long names"] = () => OfficialDocumentBuilder.Report() with
        {
            Letterhead = OfficialDocumentBuilder.Report().Letterhead with
            {
                Superior = "UBND THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG CÓ TÊN DÀI",
                Agency = ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG VÀ CHUYỂN ĐỔI SỐ LIÊN XÃ"],
            },
        },
        ["markup and white space"] = () => WithParagraph("Văn bản <w:p> & \"trích\" có\u00A0khoảng,\ttab và\nxuống dòng ]]> hết"),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static OfficialDocument Get(string name) => All[name]();

    private static Appendix TallRow()
    {
        var appendix = OfficialDocumentBuilder.Appendix(2);
        return appendix with { Rows = [.. appendix.Rows, ["3", string.Join(' ', Enumerable.Range(1, 900).Select(i => $"từ{i}")), "Văn phòng", "1"]] };
    }

    private static OfficialDocument WithParagraph(string text)
    {
        var document = OfficialDocumentBuilder.Report(paragraphs: 3);
        return document with { Body = [document.Body[0], document.Body[1] with { Level = BlockLevel.Paragraph, Label = "", Text = text }, .. document.Body.Skip(2)] };
    }
}
