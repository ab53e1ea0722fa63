using System.Text;
using SonTrung.Cchc.Documents.Reading;

namespace SonTrung.Cchc.Tests.Documents.Reading;

public sealed class PlainTextReaderTests
{
    private const string Text = "Ủy ban nhân dân xã\r\nđã báo cáo.";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_EveryUnicodeForm_GivesTheText(string name, byte[] file)
    {
        Assert.NotNull(name);
        Assert.Equal(["Ủy ban nhân dân xã", "đã báo cáo."], DocumentFileReader.Read(file).Lines.Select(line => line.Text));
    }

    [Fact]
    public void Read_OldFontBytes_AreLettersForTheHealer()
    {
        // "thủ tục" in TCVN3.
        Assert.Equal("thñ tôc", Assert.Single(DocumentFileReader.Read([0x74, 0x68, 0xF1, 0x20, 0x74, 0xF4, 0x63]).Lines).Text);
    }

    public static TheoryData<string, byte[], ReadingRefusal> Refused => new()
    {
        { "nothing", [], ReadingRefusal.Empty },
        { "blank", " \r\n\t"u8.ToArray(), ReadingRefusal.Empty },
        { "bytes", [1, 0, 2, 0, 3], ReadingRefusal.TypeNotAllowed },
        { ".doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ReadingRefusal.OldWord },
        { "RTF", "{\\rtf1 a}"u8.ToArray(), ReadingRefusal.TypeNotAllowed },
        { "broken UTF-16", [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], ReadingRefusal.TypeNotAllowed },
        { "too long", new byte[DocumentFileReader.MaxCharacters + 1].Select(_ => (byte)'a').ToArray(), ReadingRefusal.TooLong },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatIsNoText_IsRefused(string name, byte[] file, ReadingRefusal expected) =>
        Assert.True(DocumentFileReader.Read(file).Refusal == expected, $"{name}: {DocumentFileReader.Read(file).Refusal}");
}
