using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Tests.Text;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>The paper of 2023 as it came out of its PDF: everything that is found in it, in reading order. A question mark: a person decides.</summary>
public sealed class Original2023Tests
{
    [Fact]
    public void Check_Original_FindsEverythingByRuleAndExcerpt()
    {
        string[] expected =
        [
            "F-PHAN-DAU []",
            "F-VIET-TAT [CCHC] → cải cách hành chính",
            "M-UNICODE [Phƣơng] → Phương",
            "M-UNICODE [hƣớng] → hướng",
            "H-CO-QUAN [Phòng nội vụ] → Phòng Nội vụ",
            "F-NOI-NHAN-THIEU [Phòng Văn hóa – Thông tin huyện Hương Sơn.]",
            "P-KHONG-SO-LIEU [Kế hoạch số 11/KH-UBND]",
            "M-UNICODE [ĐƢỢC] → ĐƯỢC",
            "H-GIUA-CAU [Nội] → nội?",
            "H-GIUA-CAU [Cải] → cải?",
            "F-KY-HIEU [Quyết định số 14/KH-UBND]",
            "N-SO-NGAY [Quyết định số 14/KH-UBND]",
            "D-CACH-TRUOC [ ;] → ;",
            "F-VIET-TAT [CCHC] → cải cách hành chính (CCHC)",
            "F-VIET-TAT [TTHC] → thủ tục hành chính (TTHC)",
            "H-SAU-DAU [Đăng] → đăng",
            "M-UNICODE [thưc̣] → thực",
            "M-UNICODE [hiêṇ] → hiện",
            "M-TACH-TIENG [hư ớng] → hướng",
            "N-DAU-PHAY [cán bộ công chức] → cán bộ, công chức?",
            "F-DAU-DANH-SACH [m;] → m.",
            "H-DAU-CAU [ý] → Ý",
            "D-BA-CHAM [....] → ...",
            "M-UNICODE [Phƣơng] → Phương",
            "H-GIUA-CAU [Loa] → loa?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "F-DAU-DANH-SACH [ã.] → ã;",
            "D-BA-CHAM [ …] → …",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "C-LOI-CHAC [một cữa] → một cửa",
            "D-KET-DOAN [3] → 3.",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "H-CO-QUAN [Mặt trận tổ quốc] → Mặt trận Tổ quốc",
            "H-GIUA-CAU [Chính] → chính?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "D-CACH-TRUOC [ .] → .",
            "H-GIUA-CAU [Cải] → cải?",
            "M-UNICODE [PHƢƠNG] → PHƯƠNG",
            "M-UNICODE [HƢỚNG] → HƯỚNG",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "C-LOI-CHAC [quát triệt] → quán triệt",
            "C-LOI-CHAC [điện kiện] → điều kiện",
            "F-NHU-TREN [UBND huyện;]",
            "F-LUU [Lưu: VP] → Lưu: VT, VP",
            "N-DAU-THANH [UỶ] → ỦY",
        ];

        Assert.Equal(expected, Told(DocumentRecognizer.Recognize(TestTexts.Damaged2023)));
    }

    [Fact]
    public void Check_OriginalWithAllMendedThatIsSafe_LeavesWhatAPersonSettles()
    {
        string[] expected =
        [
            "F-PHAN-DAU []",
            "N-DAU-PHAY [phương hướng nhiệm vụ] → phương hướng, nhiệm vụ?",
            "F-NOI-NHAN-THIEU [Phòng Văn hóa – Thông tin huyện Hương Sơn.]",
            "P-KHONG-SO-LIEU [Kế hoạch số 11/KH-UBND]",
            "H-GIUA-CAU [Nội] → nội?",
            "H-GIUA-CAU [Cải] → cải?",
            "F-KY-HIEU [Quyết định số 14/KH-UBND]",
            "N-SO-NGAY [Quyết định số 14/KH-UBND]",
            "N-DAU-PHAY [cán bộ công chức] → cán bộ, công chức?",
            "H-GIUA-CAU [Loa] → loa?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "H-GIUA-CAU [Chính] → chính?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "H-GIUA-CAU [Cải] → cải?",
            "H-NHAN-DAN [nhân dân] → Nhân dân?",
            "F-NHU-TREN [UBND huyện;]",
        ];
        var document = DocumentRecognizer.Recognize(TestTexts.Damaged2023);

        // Mended letters let more be read: once more.
        document = Mending.Apply(document, Checker.Check(document, CheckKnowledge.None));
        document = Mending.Apply(document, Checker.Check(document, CheckKnowledge.None));

        Assert.Equal(expected, Told(document));
    }

    private static IEnumerable<string> Told(ReadDocument document) => Checker.Check(document, CheckKnowledge.None).Select(finding =>
    {
        var text = document.Blocks.FirstOrDefault(block => block.Id == finding.BlockId)?.Text ?? "";
        var words = finding.Length == 0 ? text : text.Substring(finding.Start, finding.Length);
        return $"{finding.Rule.Id} [{words}]{(finding.Replacement is { } proposal ? $" → {proposal}{(finding.IsSafe ? "" : "?")}" : "")}";
    });
}
