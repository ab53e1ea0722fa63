using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Tests.Checking;

/// <summary>For every rule of form and consistency a report with its fault: what is marked, and what should stand there.</summary>
internal static class RuleExamples
{
    internal sealed record Example(string Rule, Paper Paper, string Marked, string? Replacement = null);

    private static readonly CheckKnowledge Own = new()
    {
        Year = 2026,
        Day = new DateOnly(2026, 12, 16),
        Agency = new KnownAgency("Ủy ban nhân dân xã Mỹ Lâm", "UBND xã Mỹ Lâm", "Mỹ Lâm"),
        Signers = [new KnownSigner("Lê Văn Mẫu", "CHỦ TỊCH"), new KnownSigner("Trần Thị Mẫu", "PHÓ CHỦ TỊCH")],
        Documents = [new KnownDocument("Kế hoạch", "18/KH-UBND", new DateOnly(2026, 1, 16), "")],
    };

    private static Paper Paper => new();

    public static IReadOnlyList<Example> All { get; } =
    [
        new("F-THANH-PHAN", Paper.With(DocumentPart.NationalName), ""),
        new("F-PHAN-DAU", Paper.With(DocumentPart.Agency).With(DocumentPart.NationalName).With(DocumentPart.Motto).With(DocumentPart.Number).With(DocumentPart.PlaceAndDate), ""),
        new("F-THU-TU", Paper with { Blocks = [.. Paper.Blocks.Where(block => block.Part != DocumentPart.Addressee), Paper.Blocks.Single(block => block.Part == DocumentPart.Addressee)] }, ""),
        new("F-QUOC-HIEU", Paper.With(DocumentPart.NationalName, "Cộng hòa xã hội chủ nghĩa Việt Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        new("F-TIEU-NGU", Paper.With(DocumentPart.Motto, "Độc lập – Tự do – Hạnh Phúc"), "Độc lập – Tự do – Hạnh Phúc", "Độc lập - Tự do - Hạnh phúc"),
        new("F-TEN-LOAI", Paper.With(DocumentPart.Kind, "Báo cáo"), "Báo cáo", "BÁO CÁO"),
        new("F-TRICH-YEU", Paper.With(DocumentPart.Subject, "Kết quả công tác tuyên truyền năm 2026."), ".", ""),
        new("F-MUC-IN-HOA", Paper.Body("I. Kết quả thực hiện", "Xong./."), "Kết quả thực hiện", "KẾT QUẢ THỰC HIỆN"),
        new("F-PHU-LUC", Paper.With(DocumentPart.Appendix, "Phụ lục", "KẾT QUẢ"), ""),
        new("F-CAN-CU", Paper.Body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.", "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", "Xong./."), ".", ";"),
        new("F-SO-KY-HIEU", Paper.With(DocumentPart.Number, "Số: 31  /BC-UBND"), "Số: 31  /BC-UBND", "Số: 31/BC-UBND"),
        new("F-SO-VIEN-DAN", Paper.Saying("Thực hiện Công văn số 5 /UBND-VX ngày 06/02/2026 của UBND tỉnh về chuyển đổi số."), "5 /UBND-VX", "05/UBND-VX"),
        new("F-KY-HIEU", Paper.Saying("Quyết định số 14/KH-UBND ngày 27/01/2026 của UBND xã về ban hành Kế hoạch cải cách hành chính."), "Quyết định số 14/KH-UBND"),
        new("F-KY-HIEU-THIEU", Paper.Saying("Thông báo số 14/UBND-VX ngày 27/01/2026 của UBND tỉnh về kết luận hội nghị."), "Thông báo số 14/UBND-VX"),
        new("F-NGAY-BAN-HANH", Paper.With(DocumentPart.PlaceAndDate, "Mỹ Lâm ngày 5 tháng 2 năm 2027"), "Mỹ Lâm ngày 5 tháng 2 năm 2027", "Mỹ Lâm, ngày 05 tháng 02 năm 2027"),
        new("F-NGAY-SO-0", Paper.With(DocumentPart.PlaceAndDate, "Mỹ Lâm, ngày 05 tháng 03 năm 2027"), "0", ""),
        new("F-NGAY-HAI-KIEU", Paper.Saying("Hội nghị ngày 6-2-2026 có 80 người."), "6-2-2026", "06/02/2026"),
        new("F-KINH-GUI", Paper.With(DocumentPart.Addressee).With(DocumentPart.Recipient, "Sở Nội vụ tỉnh;", "Lưu: VT, VHXH."), ""),
        new("F-NHU-TREN", Paper.With(DocumentPart.Recipient, "Sở Nội vụ tỉnh;", "Lưu: VT, VHXH."), ""),
        new("F-NOI-NHAN-THIEU", Paper.With(DocumentPart.Recipient, "Thường trực Đảng ủy;", "Lưu: VT, VHXH."), ""),
        new("F-NOI-NHAN-LAP", Paper.With(DocumentPart.Recipient, "Như trên;", "Sở Nội vụ tỉnh Hà Tĩnh;", "Lưu: VT, VHXH."), ""),
        new("F-LUU", Paper.With(DocumentPart.Recipient, "Như trên;", "Lưu: VP."), "Lưu: VP", "Lưu: VT, VP"),
        new("F-DAU-NOI-NHAN", Paper.With(DocumentPart.Recipient, "Như trên,", "Lưu: VT, VHXH."), "n,", "n;"),
        new("F-QUYEN-HAN", Paper.With(DocumentPart.Authority, "T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "T/M ", "TM. "),
        new("F-CHUC-VU", Paper.With(DocumentPart.Authority, "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), ""),
        new("F-HO-TEN", Paper.With(DocumentPart.SignerName, "ThS. Lê Văn Mẫu"), "ThS. ", ""),
        new("F-DAU-DANH-SACH", Paper.Body("- Một việc;", "- Hai việc", "- Ba việc.", "Xong./."), "c", "c;"),
        new("F-KET-THUC", Paper.Closing("Trên đây là báo cáo năm 2026."), "6.", "6./."),
        new("F-DANH-SO", Paper.Body("I. MỘT", "1. Một điều", "3. Ba điều", "Xong./."), ""),
        new("F-CAP-DAU", Paper.Body("- Một việc:", "+ Phần một.", "Đoạn văn.", "+ Phần hai.", "Xong./."), ""),
        new("F-VIET-TAT", Paper.Saying("Kết quả giải quyết TTHC tốt, bộ TTHC được công khai."), "TTHC", "thủ tục hành chính (TTHC)"),
        new("P-VIET-TAT-LA", Paper.Saying("BCĐ xã họp định kỳ; BCĐ phân công từng thành viên."), "BCĐ"),
        new("F-VIEN-DAN-NGAY", Paper.Saying("Thực hiện Kế hoạch số 20/KH-SNV của Sở Nội vụ về kiểm tra công vụ."), "Kế hoạch số 20/KH-SNV"),
        new("F-VIEN-DAN", Paper.Saying("Thực hiện Kế hoạch số 20/KH-SNV ngày 12/3/2026 về kiểm tra công vụ."), "Kế hoạch số 20/KH-SNV"),
        new("N-NGAY-KHONG-CO", Paper.Saying("Hội nghị ngày 31/02/2026 có 80 người."), "31/02/2026"),
        new("N-NGAY-SAU", Paper.Saying("Ngày 20/12/2026, UBND xã đã tổ chức hội nghị."), "20/12/2026"),
        new("N-SO-NGAY", Paper.Saying("Kế hoạch số 17/KH-UBND ngày 19/01/2026 của UBND xã về cải cách hành chính."), "Kế hoạch số 17/KH-UBND"),
        new("N-HAI-NGAY", Paper.Saying("Kế hoạch số 18/KH-UBND ngày 18/01/2026 của UBND xã được triển khai."), "18/01/2026"),
        new("N-HAI-SO", Paper.Saying("Quyết định số 25/QĐ-TTg ngày 22/7/2025 của Thủ tướng Chính phủ về chuẩn tiếp cận pháp luật; thực hiện Quyết định số 25/2025/QĐ-TTg."), "25/2025/QĐ-TTg"),
        new("N-VAN-BAN", Paper.Knowing(Own).Opening("Thực hiện Kế hoạch số 18/KH-UBND ngày 19/01/2026 của UBND xã Mỹ Lâm về tuyên truyền cải cách hành chính năm 2026, UBND xã báo cáo kết quả cải cách hành chính (CCHC) như sau:"), "19/01/2026", "16/01/2026"),
        new("N-NAM", Paper.Saying("Trong năm 2025, xã tổ chức 4 hội nghị."), "2025"),
        new("N-NAM-TIEU-DE", Paper.Closing("Trên đây là báo cáo kết quả công tác tuyên truyền cải cách hành chính năm 2025./."), "2025"),
        new("N-NAM-SAU", Paper.With(DocumentPart.Subject, "Kết quả công tác tuyên truyền năm 2026, phương hướng nhiệm vụ năm 2024"), "2024", "2027"),
        new("N-NAM-KE-HOACH", Paper.Saying("Kế hoạch số 30/KH-UBND ngày 21/3/2026 của UBND tỉnh về cải cách hành chính năm 2025."), "2025"),
        new("D-PHAN-TRAM", Paper.Body("Đạt 58,3% kế hoạch năm.", "Năm trước đạt 50 % kế hoạch.", "Xong./."), "50 %", "50%"),
        new("N-TY-LE", Paper.Saying("Đã hoàn thành 7/12 nhiệm vụ, đạt 62,5%."), "62,5", "58,3"),
        new("N-TONG", Paper.Saying("Tổ chức 14 cuộc, gồm 4 cuộc đối thoại, 9 cuộc tuyên truyền."), "14"),
        new("N-SO-LIEU", Paper.Knowing(Own with { Lines = new Dictionary<string, KnownLine> { ["12"] = new(false, [new KnownFigure(48, "tin, bài")]) } }), "45", "48"),
        new("N-TON-TAI", Paper.Knowing(Own with { Lines = Enumerable.Range(1, 40).ToDictionary(id => $"{id}", _ => new KnownLine(true, []) { MetItem = "Đối thoại với Nhân dân" }) })
            .Saying("Chưa đạt chỉ tiêu kế hoạch về đối thoại với Nhân dân, doanh nghiệp."), "Chưa đạt"),
        new("P-KHONG-SO-LIEU", Paper.Body(
            "Thực hiện Kế hoạch số 18/KH-UBND ngày 16/01/2026 của UBND xã Mỹ Lâm về tuyên truyền cải cách hành chính năm 2026, UBND xã báo cáo như sau:",
            "I. KẾT QUẢ", "- Tuyên truyền trên đài;", "- Công khai 100% hồ sơ đã tiếp nhận;", "- Treo pano.", "II. PHƯƠNG HƯỚNG", "- Tổ chức 24 buổi hướng dẫn.", "Hết./."), "Kế hoạch số 18/KH-UBND"),
        new("N-TEN-CO-QUAN", Paper.Closing("Trên đây là báo cáo năm 2026 của Ủy ban nhân dân xã Sơn Tây./."), "Sơn Tây"),
        new("N-DIA-DANH", Paper.With(DocumentPart.PlaceAndDate, "Sơn Tây, ngày 16 tháng 12 năm 2026"), "Sơn Tây"),
        new("N-NGUOI-KY", Paper.Knowing(Own).With(DocumentPart.SignerName, "Phạm Văn Cũ"), ""),
        new("N-CHUC-VU", Paper.Knowing(Own).Saying("Đồng chí Phạm Văn Cũ, Chủ tịch UBND xã chủ trì hội nghị."), "Phạm Văn Cũ"),
        new("N-LAP-CAU", Paper.Body("Xã đã tổ chức hội nghị cho cán bộ, công chức và người dân.", "Xã đã tổ chức hội nghị cho cán bộ, công chức và người dân.", "Hết./."), "Xã đã tổ chức hội nghị cho cán bộ, công chức và người dân"),
        new("N-DAU-THANH", Paper.Saying("Cấp uỷ quan tâm chỉ đạo."), "uỷ", "ủy"),
        new("N-I-Y", Paper.Saying("Tỷ lệ hồ sơ đúng hạn đạt 98%; tỉ lệ hài lòng đạt 97%; tỷ lệ nộp trực tuyến tăng."), "tỉ", "tỷ"),
        new("N-TEN-GOI", Paper.Saying("Tổ Công nghệ số cộng đồng hướng dẫn 40 hộ; mỗi thôn có một Tổ công nghệ số cộng đồng."), "Tổ công nghệ", "Tổ Công nghệ"),
        new("N-DAU-PHAY", Paper.Saying("Đội ngũ cán bộ công chức tận tâm phục vụ."), "cán bộ công chức", "cán bộ, công chức"),
        new("N-CO-QUAN-CU", Paper.Saying("Báo cáo Phòng Nội vụ theo quy định."), "Phòng Nội vụ"),
        new("N-CAP-HUYEN", Paper.Saying("Tuyên truyền trên địa bàn huyện."), "huyện"),
        new("N-MOT-CUA", Paper.Saying("Bộ phận một cửa của xã công khai thủ tục."), "Bộ phận một cửa", "Trung tâm Phục vụ hành chính công"),
    ];
}
