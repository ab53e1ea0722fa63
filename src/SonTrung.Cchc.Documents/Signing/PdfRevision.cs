using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// An increment to a file (ISO 32000-1, 7.5.6): new and changed objects behind the bytes that are there, which stay as they are. The cross-reference section is
/// of the kind that the file's last one is, since some readers follow one kind only.
/// </summary>
/// <param name="source">The file as it stands.</param>
internal sealed class PdfRevision(PdfSource source) : IPdfObjects
{
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private int _next = source.NextNumber;

    /// <inheritdoc/>
    public int Add(string body)
    {
        var number = _next++;
        _objects[number] = Encoding.Latin1.GetBytes(body);
        return number;
    }

    /// <inheritdoc/>
    public int AddStream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var number = _next++;
        _objects[number] = PdfSyntax.Stream(entries, data, compress);
        return number;
    }

    /// <summary>Puts another value in an object's place.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="value">The value.</param>
    public void Replace(int number, PdfValue value) => _objects[number] = Encoding.Latin1.GetBytes(value.ToString());

    /// <summary>Puts a stream in an object's place.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="entries">The entries of its dictionary.</param>
    /// <param name="data">Its bytes.</param>
    public void ReplaceStream(int number, string entries, ReadOnlySpan<byte> data) => _objects[number] = PdfSyntax.Stream(entries, data, compress: false);

    /// <summary>Writes the file with this increment.</summary>
    public byte[] Write()
    {
        using var file = new MemoryStream();
        file.Write(source.Data, 0, source.Length);
        if (source.Data[source.Length - 1] is not ((byte)'\n' or (byte)'\r'))
        {
            file.WriteByte((byte)'\n');
        }

        var places = new SortedDictionary<int, (int Offset, int Generation)>();
        foreach (var (number, body) in _objects)
        {
            var generation = source.PlaceOf(number) is { Container: 0, Index: var kept } ? kept : 0;
            places[number] = ((int)file.Position, generation);
            WriteAscii(file, FormattableString.Invariant($"{number} {generation} obj\n"));
            file.Write(body);
            WriteAscii(file, "\nendobj\n");
        }

        if (source.HasStream)
        {
            WriteStream(file, places);
        }
        else
        {
            WriteTable(file, places);
        }

        return file.ToArray();
    }

    /// <summary>Neighbouring numbers, as a section lists them.</summary>
    private static IEnumerable<(int First, List<(int Offset, int Generation)> Places)> Runs(SortedDictionary<int, (int Offset, int Generation)> places)
    {
        var first = 0;
        List<(int, int)> run = [];
        foreach (var (number, place) in places)
        {
            if (run.Count > 0 && number != first + run.Count)
            {
                yield return (first, run);
                run = [];
            }

            first = run.Count == 0 ? number : first;
            run.Add(place);
        }

        yield return (first, run);
    }

    private static void WriteAscii(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    private void WriteStream(MemoryStream file, SortedDictionary<int, (int Offset, int Generation)> places)
    {
        const int entryLength = 7;
        var self = _next;
        var start = (int)file.Position;
        var trailer = Trailer(file, self + 1);
        places[self] = (start, 0);
        var table = new byte[entryLength * places.Count];
        var at = 0;
        foreach (var (offset, generation) in places.Values)
        {
            table[at] = 1;
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(at + 1), (uint)offset);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at + 5), (ushort)generation);
            at += entryLength;
        }

        var index = string.Join(' ', Runs(places).Select(run => FormattableString.Invariant($"{run.First} {run.Places.Count}")));
        WriteAscii(file, FormattableString.Invariant($"{self} 0 obj\n"));
        file.Write(PdfSyntax.Stream($"/Type/XRef/W[1 4 2]/Index[{index}]{trailer}", table, compress: true));
        WriteAscii(file, FormattableString.Invariant($"\nendobj\nstartxref\n{start}\n%%EOF\n"));
    }

    private void WriteTable(MemoryStream file, SortedDictionary<int, (int Offset, int Generation)> places)
    {
        var start = (int)file.Position;
        var table = new StringBuilder("xref\n");
        foreach (var (first, run) in Runs(places))
        {
            table.Append(CultureInfo.InvariantCulture, $"{first} {run.Count}\n");
            foreach (var (offset, generation) in run)
            {
                table.Append(CultureInfo.InvariantCulture, $"{offset:D10} {generation:D5} n\r\n");
            }
        }

        WriteAscii(file, table.ToString());
        WriteAscii(file, FormattableString.Invariant($"trailer\n<<{Trailer(file, _next)}>>\nstartxref\n{start}\n%%EOF\n"));
    }

    /// <summary>What a trailer says: the first identifier stays, the second changes with the content.</summary>
    private string Trailer(MemoryStream file, int size)
    {
        var identifier = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length))[..16]);
        var first = source.ItemsOf(source.Trailer["ID"]) is [PdfString kept, ..] ? kept.ToString() : $"<{identifier}>";
        var info = source.Trailer["Info"] is PdfReference named ? $"/Info {named}" : "";
        return FormattableString.Invariant($"/Size {size}/Prev {source.Sections[0]}/Root {source.Trailer["Root"]}{info}/ID[{first}<{identifier}>]");
    }
}
