using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Documents.Signing.Syntax;

/// <summary>Reads values from bytes, within bounds of depth and length.</summary>
/// <param name="data">The bytes.</param>
/// <param name="length">How many of them count.</param>
/// <param name="position">Where to begin.</param>
internal sealed class PdfParser(byte[] data, int length, int position)
{
    /// <summary>What ends a name or number besides white space.</summary>
    public const string Delimiters = "()<>[]{}/%";

    private const int MaxDepth = 60;

    /// <summary>Where reading goes on.</summary>
    public int Position { get; set; } = position;

    private int Next => Position < length ? data[Position] : -1;

    /// <summary>Reads a value; a reference is told from two numbers by what follows.</summary>
    /// <exception cref="PdfDamagedException">There is none.</exception>
    public PdfValue ReadValue() => ReadValue(0);

    /// <summary>Reads "n g obj" and the value behind it.</summary>
    /// <param name="resolve">Gives the length of a stream that is said elsewhere.</param>
    /// <exception cref="PdfDamagedException">There is none.</exception>
    public (int Number, int Generation, PdfValue Value) ReadObject(Func<PdfValue, PdfValue> resolve)
    {
        var number = ReadInteger();
        var generation = ReadInteger();
        ReadKeyword("obj");
        var value = ReadValue();
        SkipSpace();
        if (value is PdfDictionary dictionary && Follows("stream"))
        {
            value = new PdfStream(dictionary, ReadStream(resolve(dictionary["Length"])));
        }

        return (number, generation, value);
    }

    /// <summary>Reads an unsigned integer.</summary>
    /// <exception cref="PdfDamagedException">There is none.</exception>
    public int ReadInteger()
    {
        SkipSpace();
        return int.TryParse(ReadToken(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Damaged("a whole number");
    }

    /// <summary>Reads a fixed word.</summary>
    /// <exception cref="PdfDamagedException">Another stands there.</exception>
    public void ReadKeyword(string keyword)
    {
        SkipSpace();
        if (ReadToken() != keyword)
        {
            throw Damaged(keyword);
        }
    }

    /// <summary>Whether a word comes next; it is not read.</summary>
    public bool Follows(string keyword)
    {
        SkipSpace();
        return Position + keyword.Length <= length
            && data.AsSpan(Position, keyword.Length).SequenceEqual(Encoding.ASCII.GetBytes(keyword));
    }

    /// <summary>Passes over white space and comments.</summary>
    public void SkipSpace()
    {
        while (Position < length)
        {
            if (data[Position] == '%')
            {
                while (Position < length && data[Position] is not ((byte)'\n' or (byte)'\r'))
                {
                    Position++;
                }
            }
            else if (IsSpace(data[Position]))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private static bool IsSpace(int value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(int value) => value >= 0 && !IsSpace(value) && !Delimiters.Contains((char)value, StringComparison.Ordinal);

    private PdfValue ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Damaged("fewer levels");
        }

        SkipSpace();
        switch (Next)
        {
            case '/':
                return new PdfName(ReadName());
            case '(':
                return ReadString();
            case '[':
                return ReadArray(depth);
            case '<':
                return Position + 1 < length && data[Position + 1] == '<' ? ReadDictionary(depth) : ReadHexString();
        }

        var token = ReadToken();
        return token switch
        {
            "null" => PdfNull.Value,
            "true" or "false" => new PdfLiteral(token),
            _ => ReadNumber(token),
        };
    }

    private PdfValue ReadNumber(string token)
    {
        var literal = new PdfLiteral(token);
        if (literal.Number is null)
        {
            throw Damaged("a value");
        }

        var after = Position;
        if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            SkipSpace();
            if (Next is >= '0' and <= '9'
                && int.TryParse(ReadToken(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
            {
                SkipSpace();
                if (Next == 'R' && ReadToken() == "R")
                {
                    return new PdfReference(number, generation);
                }
            }
        }

        Position = after;
        return literal;
    }

    private string ReadToken()
    {
        const int longest = 64;
        var start = Position;
        while (Position < length && Position - start < longest && IsRegular(data[Position]))
        {
            Position++;
        }

        return Position > start ? Encoding.Latin1.GetString(data, start, Position - start) : throw Damaged("a word");
    }

    private string ReadName()
    {
        var name = new StringBuilder();
        Position++;
        while (IsRegular(Next))
        {
            if (Next == '#' && Position + 2 < length && char.IsAsciiHexDigit((char)data[Position + 1]) && char.IsAsciiHexDigit((char)data[Position + 2]))
            {
                name.Append((char)Convert.FromHexString(Encoding.ASCII.GetString(data, Position + 1, 2))[0]);
                Position += 3;
            }
            else
            {
                name.Append((char)data[Position++]);
            }
        }

        return name.ToString();
    }

    private PdfArray ReadArray(int depth)
    {
        var items = new List<PdfValue>();
        Position++;
        SkipSpace();
        while (Next != ']')
        {
            items.Add(ReadValue(depth + 1));
            SkipSpace();
        }

        Position++;
        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        Position += 2;
        SkipSpace();
        while (Next != '>')
        {
            if (Next != '/')
            {
                throw Damaged("a name");
            }

            // Readers disagree on which of two counts, and so none is taken.
            if (!entries.TryAdd(ReadName(), ReadValue(depth + 1)))
            {
                throw Damaged("each name once");
            }

            SkipSpace();
        }

        if (Position + 1 >= length || data[Position + 1] != '>')
        {
            throw Damaged(">>");
        }

        Position += 2;
        return new PdfDictionary(entries);
    }

    private PdfString ReadHexString()
    {
        var start = Position++;
        var digits = new StringBuilder();
        while (Next != '>')
        {
            if (Next is var next && char.IsAsciiHexDigit((char)next) && next >= 0)
            {
                digits.Append((char)next);
            }
            else if (!IsSpace(Next))
            {
                throw Damaged("hex digits");
            }

            Position++;
        }

        Position++;
        return new PdfString(Convert.FromHexString(digits.Length % 2 == 0 ? digits.ToString() : digits.Append('0').ToString()), start, Position);
    }

    private PdfString ReadString()
    {
        var start = Position++;
        var bytes = new List<byte>();
        for (var open = 1; ; Position++)
        {
            switch (Next)
            {
                case -1:
                    throw Damaged(")");
                case '\\':
                    Position++;
                    ReadEscape(bytes);
                    continue;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    Position++;
                    return new PdfString([.. bytes], start, Position);
            }

            bytes.Add(data[Position]);
        }
    }

    private void ReadEscape(List<byte> bytes)
    {
        switch (Next)
        {
            case >= '0' and <= '7':
                var value = 0;
                var digits = 0;
                for (; digits < 3 && Next is >= '0' and <= '7'; digits++, Position++)
                {
                    value = (8 * value) + Next - '0';
                }

                Position--;
                bytes.Add((byte)value);
                break;
            case '\r':
                Position += Position + 1 < length && data[Position + 1] == '\n' ? 1 : 0;
                break;
            case '\n':
                break;
            case -1:
                throw Damaged(")");
            default:
                bytes.Add(Next switch
                {
                    'n' => (byte)'\n',
                    'r' => (byte)'\r',
                    't' => (byte)'\t',
                    'b' => (byte)'\b',
                    'f' => (byte)'\f',
                    _ => data[Position],
                });
                break;
        }
    }

    private ReadOnlyMemory<byte> ReadStream(PdfValue said)
    {
        Position += "stream".Length;
        Position += Next == '\r' ? 1 : 0;
        if (Next != '\n' || said is not PdfLiteral { Number: { } number } || number < 0 || number > length - Position || number != Math.Floor(number))
        {
            throw Damaged("a stream of the said length");
        }

        var start = ++Position;
        var count = (int)number;
        Position += Math.Min(count, length - start);
        ReadKeyword("endstream");
        return data.AsMemory(start, count);
    }

    private PdfDamagedException Damaged(string expected) => new(FormattableString.Invariant($"At {Position} {expected} is expected."));
}
