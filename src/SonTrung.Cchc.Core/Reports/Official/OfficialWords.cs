namespace SonTrung.Cchc.Core.Reports.Official;

/// <summary>The words at the head of every administrative document (Phụ lục I, phần I, mục II.1, Nghị định 30/2020/NĐ-CP).</summary>
public static class OfficialWords
{
    /// <summary>Quốc hiệu (II.1.a).</summary>
    public const string NationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>Tiêu ngữ (II.1.b).</summary>
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
}
