using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SonTrung.Cchc.Documents.Pdf;

/// <summary>
/// Collects objects and writes them as one PDF 1.7 file. Small objects that nobody edits later are packed into compressed
/// object streams, which is what keeps the structure of a long table small. The file's identifier is a hash of its content.
/// </summary>
internal sealed class PdfFile : IPdfObjects
{
    private const int ObjectsPerStream = 200;

    private readonly List<byte[]?> _plain = [null];
    private readonly List<(int Number, string Body)> _packed = [];

    /// <summary>Takes the next object number, to be filled later.</summary>
    public int Reserve()
    {
        _plain.Add(null);
        return _plain.Count - 1;
    }

    /// <inheritdoc/>
    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    /// <summary>Fills a reserved object.</summary>
    public void Set(int number, string body) => _plain[number] = Encoding.Latin1.GetBytes(body);

    /// <summary>Fills a reserved object that may be packed: no stream, and not one that the trailer names.</summary>
    public void SetPacked(int number, string body) => _packed.Add((number, body));

    /// <inheritdoc/>
    public int AddStream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var number = Reserve();
        SetStream(number, entries, data, compress);
        return number;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="catalog">The number of the catalog.</param>
    /// <param name="info">The number of the information dictionary.</param>
    public byte[] Write(int catalog, int info)
    {
        var places = PackObjects();
        using var file = new MemoryStream();
        // The four high bytes tell transfer programs that the file is binary.
        file.Write(Encoding.Latin1.GetBytes("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"));
        for (var number = 1; number < _plain.Count; number++)
        {
            if (_plain[number] is { } body)
            {
                places[number] = (1, file.Position, 0);
                WriteAscii(file, FormattableString.Invariant($"{number} 0 obj\n"));
                file.Write(body);
                WriteAscii(file, "\nendobj\n");
            }
        }

        var identifier = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length))[..16]);
        WriteCrossReference(file, places, catalog, info, identifier);
        return file.ToArray();
    }

    private void SetStream(int number, string entries, ReadOnlySpan<byte> data, bool compress) =>
        _plain[number] = PdfSyntax.Stream(entries, data, compress);

    private Dictionary<int, (int Type, long Where, int Index)> PackObjects()
    {
        var places = new Dictionary<int, (int, long, int)>();
        foreach (var group in _packed.OrderBy(item => item.Number).Chunk(ObjectsPerStream))
        {
            var offsets = new StringBuilder();
            var bodies = new StringBuilder();
            var container = Reserve();
            for (var i = 0; i < group.Length; i++)
            {
                offsets.Append(CultureInfo.InvariantCulture, $"{group[i].Number} {bodies.Length} ");
                bodies.Append(group[i].Body).Append('\n');
                places[group[i].Number] = (2, container, i);
            }

            SetStream(
                container,
                FormattableString.Invariant($"/Type/ObjStm/N {group.Length}/First {offsets.Length}"),
                Encoding.Latin1.GetBytes(offsets.Append(bodies).ToString()),
                compress: true);
        }

        return places;
    }

    private void WriteCrossReference(
        MemoryStream file, Dictionary<int, (int Type, long Where, int Index)> places, int catalog, int info, string identifier)
    {
        const int entryLength = 7;
        var self = Reserve();
        var start = file.Position;
        places[self] = (1, start, 0);
        var table = new byte[entryLength * _plain.Count];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(5), ushort.MaxValue);
        for (var number = 1; number < _plain.Count; number++)
        {
            var (type, where, index) = places[number];
            var entry = table.AsSpan(entryLength * number);
            entry[0] = (byte)type;
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], (uint)where);
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)index);
        }

        SetStream(
            self,
            FormattableString.Invariant($"/Type/XRef/Size {_plain.Count}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{identifier}><{identifier}>]"),
            table,
            compress: true);
        WriteAscii(file, FormattableString.Invariant($"{self} 0 obj\n"));
        file.Write(_plain[self]);
        WriteAscii(file, FormattableString.Invariant($"\nendobj\nstartxref\n{start}\n%%EOF\n"));
    }

    private static void WriteAscii(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
