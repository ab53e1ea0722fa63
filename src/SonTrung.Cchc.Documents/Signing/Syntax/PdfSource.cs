namespace SonTrung.Cchc.Documents.Signing.Syntax;

/// <summary>
/// A PDF file, or its first bytes up to the end of a revision, as a reader finds it: from the last cross-reference section back to the first. Tables, streams and both
/// in one file are read (token tools append tables to whatever they get). Objects are read when they are asked for.
/// </summary>
internal sealed class PdfSource
{
    private const int MaxObjects = 300_000;
    private const int MaxSections = 40;
    private const int MaxOpening = 8;
    private const int MaxEntries = 600_000;
    private const long MaxUnpacked = 64_000_000;

    private readonly Dictionary<int, Place> _places = [];
    private readonly Dictionary<int, PdfValue> _values = [];
    private readonly Dictionary<int, (int[] Numbers, int[] Offsets, byte[] Data)> _containers = [];
    private readonly HashSet<int> _opening = [];
    private long _unpacked;
    private int _entries;

    private PdfSource(byte[] data, int length) => (Data, Length) = (data, length);

    /// <summary>Where an object is: at an offset, or the nth in a container; neither when it was freed.</summary>
    /// <param name="Offset">From the file's start; 0 when it is in a container or was freed.</param>
    /// <param name="Container">The number of the object stream; 0 when it is not in one.</param>
    /// <param name="Index">Its place in the container, else its generation.</param>
    public readonly record struct Place(int Offset, int Container, int Index);

    /// <summary>The bytes; only the first <see cref="Length"/> count.</summary>
    public byte[] Data { get; }

    /// <summary>How many bytes count.</summary>
    public int Length { get; }

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    /// <summary>The offsets of the cross-reference sections, newest first.</summary>
    public List<int> Sections { get; } = [];

    /// <summary>Whether the newest section is a stream.</summary>
    public bool HasStream { get; private set; }

    /// <summary>The first number that no object has.</summary>
    public int NextNumber { get; private set; } = 1;

    /// <summary>The numbers of all objects, freed ones too.</summary>
    public IEnumerable<int> Numbers => _places.Keys;

    /// <summary>The document catalog.</summary>
    public PdfDictionary Catalog => Resolve(Trailer["Root"]) as PdfDictionary ?? throw new PdfDamagedException("There is no catalog.");

    /// <summary>Reads the structure of a file.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <exception cref="PdfDamagedException">It is no PDF that can be read.</exception>
    public static PdfSource Open(byte[] data, int length)
    {
        if (!data.AsSpan(0, length).StartsWith("%PDF-"u8))
        {
            throw new PdfDamagedException("The file does not begin as a PDF.");
        }

        var source = new PdfSource(data, length);
        source.ReadSections(source.FindStart());
        return source.Trailer["Encrypt"] is PdfNull ? source : throw new PdfDamagedException("The file is encrypted.");
    }

    /// <summary>Where an object is.</summary>
    public Place? PlaceOf(int number) => _places.TryGetValue(number, out var place) ? place : null;

    /// <summary>The object that a value names, or the value itself.</summary>
    /// <exception cref="PdfDamagedException">It can't be read.</exception>
    public PdfValue Resolve(PdfValue value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            value = steps < 10 ? Get(reference.Number) : throw new PdfDamagedException("References lead in a circle.");
        }

        return value;
    }

    /// <summary>The dictionary that a value is or names, that of a stream too; an empty one for anything else.</summary>
    public PdfDictionary DictionaryOf(PdfValue value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => PdfDictionary.Empty,
    };

    /// <summary>The items of the array that a value is or names; none for anything else.</summary>
    public IReadOnlyList<PdfValue> ItemsOf(PdfValue value) => Resolve(value) is PdfArray array ? array.Items : [];

    /// <summary>An object; nothing when there is none of that number.</summary>
    /// <exception cref="PdfDamagedException">It can't be read.</exception>
    public PdfValue Get(int number)
    {
        if (_values.TryGetValue(number, out var known))
        {
            return known;
        }

        // A stream's length and a container are all that one object needs of others.
        if (!_opening.Add(number) || _opening.Count > MaxOpening)
        {
            throw new PdfDamagedException("An object is needed to read itself.");
        }

        var value = _places.TryGetValue(number, out var place) ? Read(number, place) : PdfNull.Value;
        _opening.Remove(number);
        return _values[number] = value;
    }

    /// <summary>Unpacks a stream within what this file may cost.</summary>
    /// <exception cref="PdfDamagedException">It costs more, or can't be unpacked.</exception>
    public byte[] Unpack(PdfStream stream)
    {
        var unpacked = PdfFlate.Unpack(stream);
        _unpacked += unpacked.Length;
        return _unpacked <= MaxUnpacked ? unpacked : throw new PdfDamagedException("The file unpacks to too much.");
    }

    private PdfValue Read(int number, Place place)
    {
        if (place.Container > 0)
        {
            return ReadPacked(number, place);
        }

        if (place.Offset == 0)
        {
            return PdfNull.Value;
        }

        var read = new PdfParser(Data, Length, place.Offset).ReadObject(Resolve);
        return read.Number == number ? read.Value : throw new PdfDamagedException("Another object stands in its place.");
    }

    private PdfValue ReadPacked(int number, Place place)
    {
        if (!_containers.TryGetValue(place.Container, out var container))
        {
            // A container stands in the file itself: one inside another would have no end.
            if (PlaceOf(place.Container) is not { Container: 0 } || Get(place.Container) is not PdfStream stream)
            {
                throw new PdfDamagedException("An object stream is missing.");
            }

            _containers[place.Container] = container = ReadContainer(stream);
        }

        return place.Index < container.Numbers.Length && container.Numbers[place.Index] == number
            ? new PdfParser(container.Data, container.Data.Length, container.Offsets[place.Index]).ReadValue()
            : throw new PdfDamagedException("An object stream has another object in that place.");
    }

    private (int[] Numbers, int[] Offsets, byte[] Data) ReadContainer(PdfStream stream)
    {
        if (stream.Dictionary["N"] is not PdfLiteral { Number: >= 0 and <= MaxObjects and var count }
            || stream.Dictionary["First"] is not PdfLiteral { Number: >= 0 and var first })
        {
            throw new PdfDamagedException("An object stream lacks its figures.");
        }

        var data = Unpack(stream);
        var parser = new PdfParser(data, data.Length, 0);
        var numbers = new List<int>();
        var offsets = new List<int>();
        for (var i = 0; i < count; i++)
        {
            numbers.Add(parser.ReadInteger());
            var offset = first + parser.ReadInteger();
            offsets.Add(offset <= data.Length ? (int)offset : throw new PdfDamagedException("An object stream is too short."));
        }

        return ([.. numbers], [.. offsets], data);
    }

    private int FindStart()
    {
        const int tail = 1100;
        var from = Math.Max(0, Length - tail);
        var at = Data.AsSpan(from, Length - from).LastIndexOf("startxref"u8);
        return at >= 0
            ? new PdfParser(Data, Length, from + at + "startxref".Length).ReadInteger()
            : throw new PdfDamagedException("The end of the file is missing.");
    }

    private void ReadSections(int start)
    {
        var waiting = new Queue<int>([start]);
        while (waiting.TryDequeue(out var offset))
        {
            if (offset <= 0 || offset >= Length || Sections.Contains(offset) || Sections.Count == MaxSections)
            {
                throw new PdfDamagedException("The chain of cross-references is broken.");
            }

            Sections.Add(offset);
            var parser = new PdfParser(Data, Length, offset);
            var isTable = parser.Follows("xref");
            var trailer = isTable ? ReadTable(parser) : ReadStream(parser);
            if (Sections.Count == 1)
            {
                (Trailer, HasStream) = (trailer, !isTable);
            }

            if (isTable && trailer["XRefStm"] is PdfLiteral { Number: > 0 and <= int.MaxValue and var hidden })
            {
                ReadStream(new PdfParser(Data, Length, (int)hidden));
            }

            switch (trailer["Prev"])
            {
                case PdfNull:
                    break;
                case PdfLiteral { Number: > 0 and <= int.MaxValue and var previous }:
                    waiting.Enqueue((int)previous);
                    break;
                default:
                    throw new PdfDamagedException("The chain of cross-references is broken.");
            }

            if (trailer["Size"] is PdfLiteral { Number: > 0 and <= MaxObjects * 4 and var size })
            {
                NextNumber = Math.Max(NextNumber, (int)size);
            }
        }
    }

    private PdfDictionary ReadTable(PdfParser parser)
    {
        parser.ReadKeyword("xref");
        while (!parser.Follows("trailer"))
        {
            var first = parser.ReadInteger();
            var count = parser.ReadInteger();
            for (var i = 0; i < count; i++)
            {
                var offset = parser.ReadInteger();
                var generation = parser.ReadInteger();
                var isUsed = parser.Follows("n");
                parser.ReadKeyword(isUsed ? "n" : "f");
                Add(first + i, new Place(isUsed ? offset : 0, 0, generation));
            }
        }

        parser.ReadKeyword("trailer");
        return parser.ReadValue() as PdfDictionary ?? throw new PdfDamagedException("A trailer is missing.");
    }

    private PdfDictionary ReadStream(PdfParser parser)
    {
        var (_, _, value) = parser.ReadObject(length => length);
        if (value is not PdfStream stream
            || stream.Dictionary["Type"] is not PdfName { Text: "XRef" }
            || stream.Dictionary["Size"] is not PdfLiteral { Number: > 0 and <= MaxObjects * 4 and var size })
        {
            throw new PdfDamagedException("A cross-reference section is missing.");
        }

        var widths = Integers(stream.Dictionary["W"]);
        if (widths.Count != 3 || widths.Any(width => width is < 0 or > 8))
        {
            throw new PdfDamagedException("A cross-reference stream has no columns.");
        }

        var data = Unpack(stream);
        var index = stream.Dictionary["Index"] is PdfNull ? [0, (int)size] : Integers(stream.Dictionary["Index"]);
        var at = 0;
        for (var part = 0; part + 1 < index.Count; part += 2)
        {
            for (var i = 0; i < index[part + 1]; i++)
            {
                var type = widths[0] == 0 ? 1 : Column(data, ref at, widths[0]);
                var second = Column(data, ref at, widths[1]);
                var third = Column(data, ref at, widths[2]);
                Add(index[part] + i, type switch
                {
                    1 => new Place((int)second, 0, (int)third),
                    2 => new Place(0, (int)second, (int)third),
                    _ => default,
                });
            }
        }

        return stream.Dictionary;
    }

    private static long Column(byte[] data, ref int at, int width)
    {
        if (at + width > data.Length)
        {
            throw new PdfDamagedException("A cross-reference stream is too short.");
        }

        long value = 0;
        for (var i = 0; i < width; i++)
        {
            value = (value << 8) | data[at++];
        }

        return value is >= 0 and <= int.MaxValue ? value : throw new PdfDamagedException("A cross-reference points nowhere.");
    }

    private static List<int> Integers(PdfValue value) => value is PdfArray { Items: var items }
        ? [.. items.Select(item => item is PdfLiteral { Number: >= 0 and <= int.MaxValue and var number } ? (int)number : -1)]
        : [];

    private void Add(int number, Place place)
    {
        if (number < 0 || ++_entries > MaxEntries || _places.Count >= MaxObjects)
        {
            throw new PdfDamagedException("The file has too many objects.");
        }

        // The newest section was read first.
        _places.TryAdd(number, place);
        NextNumber = Math.Max(NextNumber, number + 1);
    }
}
