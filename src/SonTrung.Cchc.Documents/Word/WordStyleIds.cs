using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>The styles of a document by the names that its XML uses; <see cref="WordStyles"/> gives each the name that its reader sees.</summary>
internal static class WordStyleIds
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Header = "Header";
    public const string PageNumber = "SoTrang";
    public const string Rule = "DuongKe";
    public const string Superior = "CoQuanChuQuan";
    public const string Agency = "CoQuanBanHanh";
    public const string AgencyRule = "DuongKeTenCoQuan";
    public const string Motherland = "QuocHieu";
    public const string Motto = "TieuNgu";
    public const string MottoRule = "DuongKeTieuNgu";
    public const string Number = "SoKyHieu";
    public const string PlaceAndDate = "DiaDanhThoiGian";
    public const string Kind = "TenLoai";
    public const string Subject = "TrichYeu";
    public const string SubjectRule = "DuongKeTrichYeu";
    public const string OneAddressee = "KinhGuiMotNoi";
    public const string AddresseesLabel = "KinhGui";
    public const string Addressee = "NoiKinhGui";
    public const string Section = "Muc";
    public const string Heading = "KhoanCoTieuDe";
    public const string Paragraph = "DoanVan";
    public const string Numbered = "Khoan";
    public const string Dash = "GachDauDong";
    public const string Plus = "DauCong";
    public const string RecipientsLabel = "NoiNhan";
    public const string Recipient = "DongNoiNhan";
    public const string Code = "MaXacThuc";
    public const string Authority = "QuyenHanChucVu";
    public const string SignatureRoom = "ChoKy";
    public const string Signer = "HoTenNguoiKy";
    public const string AppendixLabel = "PhuLuc";
    public const string AppendixTitle = "TenPhuLuc";
    public const string AppendixReference = "ChiDanKemTheo";
    public const string AppendixRule = "DuongKeChiDan";
    public const string HeadCell = "DauCot";
    public const string LeftCell = "OCanhTrai";
    public const string CenterCell = "OCanhGiua";
    public const string RightCell = "OCanhPhai";
    public const string SectionEnd = "KetThucPhan";
    public const string FrameTable = "KhungKhongKe";
    public const string AppendixTable = "BangPhuLuc";

    /// <summary>The style of a block of the body.</summary>
    public static string Of(BlockLevel level) => level switch
    {
        BlockLevel.Section => Section,
        BlockLevel.Heading => Heading,
        BlockLevel.Numbered => Numbered,
        BlockLevel.Dash => Dash,
        BlockLevel.Plus => Plus,
        _ => Paragraph,
    };

    /// <summary>The style of a cell.</summary>
    public static string Of(CellAlignment alignment) => alignment switch
    {
        CellAlignment.Center => CenterCell,
        CellAlignment.Right => RightCell,
        _ => LeftCell,
    };
}
