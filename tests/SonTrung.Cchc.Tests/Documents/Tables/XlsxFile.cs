using System.IO.Compression;
using System.Text;

namespace SonTrung.Cchc.Tests.Documents.Tables;

/// <summary>A workbook written byte by byte, so that a test says exactly what stands in it.</summary>
internal sealed class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Xml, string? State)> sheets = [];
    private readonly List<(string Name, byte[] Content)> more = [];

    /// <summary>The content of sharedStrings.xml: its si elements.</summary>
    public string? Words { get; init; }

    /// <summary>Days are counted from 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>Numbers of formats, by cell style; 164 is dd/mm/yyyy, 165 is [Red]0.0 "đ".</summary>
    public int[] Formats { get; init; } = [0, 14, 164, 165, 10];

    /// <summary>The main type of the workbook.</summary>
    public string MainType { get; init; } = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>Adds a sheet: its rows, and what follows them.</summary>
    public XlsxFile Sheet(string name, string rows, string after = "", string? state = null)
    {
        sheets.Add((name, $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""", state));
        return this;
    }

    /// <summary>Adds a part of any kind.</summary>
    public XlsxFile Part(string name, string content)
    {
        more.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public MemoryStream Open()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string content)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            var numbers = Enumerable.Range(1, sheets.Count).ToList();
            Add("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{MainType}"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
                """);
            Add("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}">{(From1904 ? """<workbookPr date1904="1"/>""" : "")}<sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{sheets[n - 1].Name}" sheetId="{n}" r:id="s{n}"{(sheets[n - 1].State is { } state ? $""" state="{state}" """ : "")}/>"""))}</sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="s{n}" Type="{Links}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}<Relationship Id="st" Type="{Links}/styles" Target="styles.xml"/><Relationship Id="ss" Type="{Links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.0\ &quot;đ&quot;"/></numFmts><cellXfs count="{Formats.Length}">{string.Concat(Formats.Select(format => $"""<xf numFmtId="{format}"/>"""))}</cellXfs></styleSheet>""");
            Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{Words}</sst>""");
            foreach (var n in numbers)
            {
                Add($"xl/worksheets/sheet{n}.xml", sheets[n - 1].Xml);
            }

            foreach (var (name, content) in more)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
