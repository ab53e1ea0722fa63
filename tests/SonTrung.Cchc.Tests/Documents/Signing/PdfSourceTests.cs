using System.Diagnostics;
using System.Globalization;
using System.Text;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>The reader of PDF files, on what it should read and on what is made to break it.</summary>
public sealed class PdfSourceTests
{
    [Fact]
    public void Parse_EveryKindOfValue_WritesTheSameAgain()
    {
        const string text = @"<</A null/B true/C[-1 .5 +3 4.]/D(a\(b\)\101\n\\)/E<4a4B4>/F 12 0 R/G#20H 1/I/x#23/J<</K[[]]>>/K 1 % note" + "\n>>";
        var value = Parse(text);

        var dictionary = Assert.IsType<PdfDictionary>(value);
        Assert.Equal("a(b)A\n\\", ((PdfString)dictionary["D"]).Text);
        Assert.Equal([0x4A, 0x4B, 0x40], ((PdfString)dictionary["E"]).Bytes);
        Assert.Equal("x#", ((PdfName)dictionary["I"]).Text);
        Assert.Equal(0.5, ((PdfLiteral)((PdfArray)dictionary["C"]).Items[1]).Number);
        Assert.True(Parse(value.ToString()).Says(value));
    }

    [Theory]
    [InlineData("<</A 1/A 2>>")]
    [InlineData("<</A 1")]
    [InlineData("[1 2")]
    [InlineData("(never ends")]
    [InlineData("<12x4>")]
    [InlineData("word")]
    [InlineData("")]
    [InlineData("(\\")]
    public void Parse_BrokenValue_IsDamaged(string text) => Assert.Throws<PdfDamagedException>(() => Parse(text));

    [Fact]
    public void Parse_DeepValue_IsDamaged()
    {
        Assert.Throws<PdfDamagedException>(() => Parse(new string('[', 100_000)));
        Assert.Throws<PdfDamagedException>(() => Parse(string.Concat(Enumerable.Repeat("<</A", 100_000))));
    }

    [Fact]
    public void Open_ChainThatLeadsToItself_IsDamaged()
    {
        const string objects = "1 0 obj\n<</Type/Catalog>>\nendobj\n";
        var looped = File(objects, [9], $"/Prev {"%PDF-1.7\n".Length + objects.Length}");

        Assert.Throws<PdfDamagedException>(() => PdfSource.Open(looped, looped.Length));
    }

    [Fact]
    public void Get_ReferencesInACircle_AreDamaged()
    {
        var file = File("1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\n", [9, 30], "");
        var source = PdfSource.Open(file, file.Length);

        Assert.Throws<PdfDamagedException>(() => source.Resolve(new PdfReference(1, 0)));
    }

    [Fact]
    public void Get_StreamWhoseLengthsHangOnEachOther_IsDamaged()
    {
        var (text, offsets) = (new StringBuilder(), new List<int>());
        for (var i = 1; i <= 20_000; i++)
        {
            offsets.Add(9 + text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i} 0 obj\n<</Length {i + 1} 0 R>>\nstream\n\nendstream\nendobj\n");
        }

        var file = File(text.ToString(), [.. offsets], "");

        Assert.Throws<PdfDamagedException>(() => PdfSource.Open(file, file.Length).Get(1));
    }

    [Fact]
    public void Unpack_StreamOfZeros_StopsInTime()
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 200; i++)
            {
                zlib.Write(zeros);
            }
        }

        var bomb = new PdfStream(PdfDictionary.Of("Filter", new PdfName("FlateDecode")), packed.ToArray());
        var start = Stopwatch.GetTimestamp();

        Assert.Throws<PdfDamagedException>(() => PdfFlate.Unpack(bomb));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Open_TableThatPromisesTooMuch_IsDamaged()
    {
        var file = Encoding.ASCII.GetBytes("%PDF-1.7\nxref\n0 2000000000\n0000000000 65535 f\r\ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n");

        Assert.Throws<PdfDamagedException>(() => PdfSource.Open(file, file.Length));
    }

    [Fact]
    public void Open_FileOfAnotherProgram_ReadsThePredictorsOfItsStreams()
    {
        var target = Path.Combine(Path.GetTempPath(), $"cchc-{Guid.NewGuid():N}.pdf");
        try
        {
            Infrastructure.ExternalTool.Run("qpdf", "qpdf", SigningSample.Report.Sealed, "--object-streams=generate", "{}", target);
            var other = System.IO.File.ReadAllBytes(target);
            var (ours, theirs) = (SigningSample.Open(SigningSample.Report.Sealed), SigningSample.Open(other));

            Assert.True(theirs.HasStream);
            Assert.Contains("/Predictor 12", Encoding.Latin1.GetString(other), StringComparison.Ordinal);
            Assert.Equal(ours.Pages().Count, theirs.Pages().Count);
            Assert.Equal(ours.Fields().Select(field => field.Name), theirs.Fields().Select(field => field.Name));
        }
        finally
        {
            System.IO.File.Delete(target);
        }
    }

    private static PdfValue Parse(string text) => new PdfParser(Encoding.Latin1.GetBytes(text), text.Length, 0).ReadValue();

    /// <summary>A file with a table.</summary>
    private static byte[] File(string objects, int[] offsets, string trailer)
    {
        var body = "%PDF-1.7\n" + objects;
        var text = new StringBuilder(body).Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Length + 1}\n0000000000 65535 f\r\n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {offsets.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{body.Length}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
