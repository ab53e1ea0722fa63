namespace SonTrung.Cchc.Core.Checking.Form;

/// <summary>
/// Abbreviations that offices use and readers need not know. What everybody knows (UBND, HĐND, MTTQ, ISO, QR, …) is not among them and is
/// never asked about.
/// </summary>
internal static class CommonAbbreviations
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CCHC"] = "cải cách hành chính",
        ["TTHC"] = "thủ tục hành chính",
        ["KSTTHC"] = "kiểm soát thủ tục hành chính",
        ["DVC"] = "dịch vụ công",
        ["DVCTT"] = "dịch vụ công trực tuyến",
        ["CNTT"] = "công nghệ thông tin",
        ["CĐS"] = "chuyển đổi số",
        ["CNSCĐ"] = "công nghệ số cộng đồng",
        ["CQĐT"] = "chính quyền điện tử",
        ["CPĐT"] = "chính phủ điện tử",
        ["CSDL"] = "cơ sở dữ liệu",
        ["ATTT"] = "an toàn thông tin",
        ["TTĐT"] = "thông tin điện tử",
        ["CBCC"] = "cán bộ, công chức",
        ["CBCCVC"] = "cán bộ, công chức, viên chức",
        ["CCVC"] = "công chức, viên chức",
        ["QPPL"] = "quy phạm pháp luật",
        ["VBQPPL"] = "văn bản quy phạm pháp luật",
        ["PBGDPL"] = "phổ biến, giáo dục pháp luật",
        ["TTPVHCC"] = "Trung tâm Phục vụ hành chính công",
        ["HCC"] = "hành chính công",
        ["HCNN"] = "hành chính nhà nước",
        ["QLNN"] = "quản lý nhà nước",
        ["CQĐP"] = "chính quyền địa phương",
        ["ĐVHC"] = "đơn vị hành chính",
        ["PAKN"] = "phản ánh, kiến nghị",
        ["NTM"] = "nông thôn mới",
        ["MTQG"] = "mục tiêu quốc gia",
        ["KTXH"] = "kinh tế - xã hội",
        ["KT-XH"] = "kinh tế - xã hội",
        ["ANTT"] = "an ninh, trật tự",
        ["TTATXH"] = "trật tự, an toàn xã hội",
        ["QPAN"] = "quốc phòng, an ninh",
        ["QP-AN"] = "quốc phòng, an ninh",
        ["ATGT"] = "an toàn giao thông",
        ["PCCC"] = "phòng cháy, chữa cháy",
        ["PCTT"] = "phòng, chống thiên tai",
        ["PCTN"] = "phòng, chống tham nhũng",
        ["VSMT"] = "vệ sinh môi trường",
        ["ATTP"] = "an toàn thực phẩm",
        ["VSATTP"] = "vệ sinh an toàn thực phẩm",
        ["BHYT"] = "bảo hiểm y tế",
        ["BHXH"] = "bảo hiểm xã hội",
        ["GPMB"] = "giải phóng mặt bằng",
        ["QSDĐ"] = "quyền sử dụng đất",
        ["XDCB"] = "xây dựng cơ bản",
        ["NSNN"] = "ngân sách nhà nước",
        ["SXKD"] = "sản xuất, kinh doanh",
        ["TDTT"] = "thể dục, thể thao",
        ["VHVN"] = "văn hóa, văn nghệ",
        ["DSKHHGĐ"] = "dân số - kế hoạch hóa gia đình",
        ["KHHGĐ"] = "kế hoạch hóa gia đình",
    };
}
