using System.IO.Compression;
using System.Text;
using SkiaSharp;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Tests.Evidence;
using SonTrung.Cchc.Tests.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace SonTrung.Cchc.Tests.Documents.Reading;

/// <summary>PDF files without tags, laid out as word processors do, and files that nobody should read.</summary>
public sealed class PdfTextReaderTests
{
    private const double Left = 85;
    private const double Right = 540;
    private const double Top = 780;

    [Fact]
    public void Read_ColumnsIndentsAndPageBreaks_GiveTheParagraphs()
    {
        var file = new Layout()
            .At(95, 0, "ỦY BAN NHÂN DÂN").At(265, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .At(103, 16, "XÃ SƠN TRUNG").At(315, 17, "Độc lập - Tự do - Hạnh phúc")
            .At(100, 50, "Số: 12/BC-UBND").At(300, 50, "Sơn Trung, ngày 05 tháng 12 năm 2023")
            .At(285, 90, "BÁO CÁO").At(190, 107, "Kết quả tuyên truyền năm 2023")
            .At(Left + 28, 140, "Thực hiện kế hoạch của huyện, Ủy ban nhân dân xã đã chỉ đạo các thôn tổ chức")
            .At(Left, 158, "tuyên truyền bằng nhiều hình thức. Các thôn đã niêm yết thủ tục tại nhà văn hóa.")
            .At(Left + 28, 176, "Trong năm không có đơn thư.")
            .At(Left + 28, 194, "- Đã phát thanh các chuyên mục vào sáng thứ Hai và chiều thứ Sáu hằng tuần;")
            .NextPage()
            .At(310, -30, "2")
            .At(Left + 28, 0, "- Đã tổ chức đối thoại với người dân tại ba thôn, trả lời các ý kiến về hồ sơ đất")
            .At(Left, 18, "đai và hộ tịch./.")
            .At(Left, 50, "Nơi nhận:").At(330, 50, "TM. ỦY BAN NHÂN DÂN")
            .At(Left, 66, "- Như trên;").At(375, 68, "CHỦ TỊCH")
            .At(Left, 80, "- Lưu: VT.").At(360, 150, "Trần Văn Mẫu")
            .Build();

        Assert.Equal(
            [
                "Agency|ỦY BAN NHÂN DÂN XÃ SƠN TRUNG", "NationalName|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motto|Độc lập - Tự do - Hạnh phúc",
                "Number|Số: 12/BC-UBND", "PlaceAndDate|Sơn Trung, ngày 05 tháng 12 năm 2023", "Kind|BÁO CÁO", "Subject|Kết quả tuyên truyền năm 2023",
                "Paragraph|Thực hiện kế hoạch của huyện, Ủy ban nhân dân xã đã chỉ đạo các thôn tổ chức tuyên truyền bằng nhiều hình thức. Các thôn đã niêm yết thủ tục tại nhà văn hóa.",
                "Paragraph|Trong năm không có đơn thư.",
                "Dash|- Đã phát thanh các chuyên mục vào sáng thứ Hai và chiều thứ Sáu hằng tuần;",
                "Dash|- Đã tổ chức đối thoại với người dân tại ba thôn, trả lời các ý kiến về hồ sơ đất đai và hộ tịch./.",
                "Recipient|- Như trên;", "Recipient|- Lưu: VT.", "Authority|TM. ỦY BAN NHÂN DÂN", "Authority|CHỦ TỊCH", "SignerName|Trần Văn Mẫu",
            ],
            ReadText.Of(DocumentRecognizer.Recognize(Read(file).Lines).Document));
    }

    [Fact]
    public void Read_PageNumbersAndRunningHeads_AreNoText()
    {
        var layout = new Layout();
        for (var page = 1; page <= 5; page++)
        {
            layout.At(Left, -30, page % 2 == 0 ? $"{page} CÔNG BÁO/Số 12" : $"CÔNG BÁO/Số 12 {page}").At(Left, 100, $"Đoạn của trang {page} nói về một việc.").At(300, 745, $"Trang {page}/5");
            if (page < 5)
            {
                layout.NextPage();
            }
        }

        Assert.Equal(Enumerable.Range(1, 5).Select(page => $"Đoạn của trang {page} nói về một việc."), Read(layout.Build()).Lines.Select(line => line.Text));
    }

    [Fact]
    public void Read_RowsOfATable_KeepTheirCells()
    {
        var file = new Layout().At(Left, 0, "TT").At(150, 0, "Nội dung").At(400, 0, "Số lượng").At(Left, 18, "1").At(150, 18, "Tin, bài trên trang").At(400, 18, "45").Build();

        Assert.Equal(["TT | Nội dung | Số lượng", "1 | Tin, bài trên trang | 45"], Read(file).Lines.Select(line => line.Text));
    }

    [Fact]
    public void Read_Scan_IsRefused() => Assert.Equal(ReadingRefusal.Scan, DocumentFileReader.Read(Scan(2)).Refusal);

    [Fact]
    public void Read_TextWithAScannedPage_IsReadAndSaysWhichPageIsAPicture()
    {
        var reading = Read(Scan(1, textPages: 2));

        Assert.Equal([3], reading.PagesWithoutText);
        Assert.Equal(2, reading.Lines.Count(line => line.Text.Contains("một trang có chữ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_TooManyPages_IsRefused()
    {
        var layout = new Layout().At(Left, 0, "Một");
        for (var i = 0; i < DocumentFileReader.MaxPages; i++)
        {
            layout.NextPage();
        }

        Assert.Equal(ReadingRefusal.TooLong, DocumentFileReader.Read(layout.Build()).Refusal);
    }

    public static TheoryData<string, byte[], ReadingRefusal> Hostile => new()
    {
        { "password", Pdf("<</Type/Catalog/Pages 2 0 R>>", "", "/ID[<01><01>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O(" + new string('o', 32) + ")/U(" + new string('u', 32) + ")>>"), ReadingRefusal.Encrypted },
        { "no pages", EvidenceFiles.Pdf(), ReadingRefusal.Damaged },
        { "cut off", "%PDF-1.4\n1 0 obj\n<</Type"u8.ToArray(), ReadingRefusal.Damaged },
        { "noise", [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 20_000).Select(i => (byte)((i * 7919) >> 3))], ReadingRefusal.Damaged },
        { "deep arrays", Pdf("<</Type/Catalog/Pages 2 0 R/X " + new string('[', 200_000) + ">>", "BT ET"), ReadingRefusal.Damaged },
        { "nothing", Pdf("<</Type/Catalog/Pages 2 0 R>>", "BT ET"), ReadingRefusal.Empty },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileFiles_AreRefused(string name, byte[] file, ReadingRefusal expected)
    {
        var reading = DocumentFileReader.Read(file);

        Assert.True(reading.Refusal == expected, $"{name}: {reading.Refusal}");
    }

    [Fact]
    public void Read_BombInAStream_IsGivenUpWithoutUnpackingIt()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1_000_000];
            block.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 1_500; i++)
            {
                zlib.Write(block);
            }
        }

        var file = Pdf("<</Type/Catalog/Pages 2 0 R>>", packed.ToArray(), "/Filter/FlateDecode");
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var reading = DocumentFileReader.Read(file);

        Assert.NotNull(reading.Refusal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200_000_000);
    }

    [Fact]
    public void Read_LargerThanAllowed_IsRefusedUnread() =>
        Assert.Equal(ReadingRefusal.TooLarge, DocumentFileReader.Read(new byte[DocumentFileReader.MaxBytes + 1]).Refusal);

    private static DocumentReading Read(byte[] file)
    {
        var reading = DocumentFileReader.Read(file);
        Assert.Null(reading.Refusal);
        return reading;
    }

    /// <summary>Pages with text, then pages that are pictures.</summary>
    private static byte[] Scan(int pictures, int textPages = 0)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(Layout.Font);
        for (var i = 0; i < textPages; i++)
        {
            builder.AddPage(PageSize.A4).AddText("Đây là một trang có chữ để đọc được.", 13, new PdfPoint(Left, Top), font);
        }

        for (var i = 0; i < pictures; i++)
        {
            builder.AddPage(PageSize.A4).AddJpeg(EvidenceFiles.Picture(SKEncodedImageFormat.Jpeg, 300, 400), new PdfRectangle(0, 0, 595, 842));
        }

        return builder.Build();
    }

    /// <summary>A file of one page, object by object.</summary>
    private static byte[] Pdf(string catalog, string content, string trailer = "") => Pdf(catalog, Encoding.Latin1.GetBytes(content), "", trailer);

    private static byte[] Pdf(string catalog, byte[] content, string filter, string trailer = "")
    {
        var file = new List<byte>([.. "%PDF-1.7\n"u8]);
        var places = new List<int>();
        void Add(params byte[][] parts)
        {
            places.Add(file.Count);
            file.AddRange(Encoding.Latin1.GetBytes($"{places.Count} 0 obj\n"));
            foreach (var part in parts)
            {
                file.AddRange(part);
            }

            file.AddRange(Encoding.Latin1.GetBytes("\nendobj\n"));
        }

        Add(Encoding.Latin1.GetBytes(catalog));
        Add("<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray());
        Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"u8.ToArray());
        Add(Encoding.Latin1.GetBytes($"<</Length {content.Length}{filter}>>\nstream\n"), content, "\nendstream"u8.ToArray());
        var start = file.Count;
        file.AddRange(Encoding.Latin1.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer\n<</Size {places.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"));
        return [.. file];
    }

    /// <summary>Text at places, points from the left and down from the top of the text.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The builder keeps nothing but memory.")]
    private sealed class Layout
    {
        private readonly PdfDocumentBuilder builder = new();
        private readonly PdfDocumentBuilder.AddedFont font;
        private PdfPageBuilder page;

        public Layout()
        {
            font = builder.AddTrueTypeFont(Font);
            page = builder.AddPage(PageSize.A4);
        }

        public static byte[] Font { get; } = Bytes();

        public Layout At(double x, double down, string text)
        {
            page.AddText(text, 13, new PdfPoint(x, Top - down), font);
            return this;
        }

        public Layout NextPage()
        {
            page = builder.AddPage(PageSize.A4);
            return this;
        }

        public byte[] Build() => builder.Build();

        private static byte[] Bytes()
        {
            using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream("Fonts/LiberationSerif-Regular.ttf")!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
