using System.Globalization;
using System.Text;

namespace SonTrung.Cchc.Documents.Signing.Syntax;

/// <summary>A value of a PDF file (ISO 32000-1, 7.3), as read. Written again it means the same.</summary>
internal abstract class PdfValue
{
    /// <summary>Writes the value.</summary>
    public abstract void Write(StringBuilder target);

    /// <summary>Whether two values say the same; streams by their bytes as stored, references by what they name.</summary>
    public abstract bool Says(PdfValue other);

    /// <inheritdoc/>
    public sealed override string ToString()
    {
        var target = new StringBuilder();
        Write(target);
        return target.ToString();
    }
}

/// <summary>Nothing.</summary>
internal sealed class PdfNull : PdfValue
{
    public static readonly PdfNull Value = new();

    public override void Write(StringBuilder target) => target.Append("null");

    public override bool Says(PdfValue other) => other is PdfNull;
}

/// <summary>A number, true or false, in the characters that were read.</summary>
internal sealed class PdfLiteral(string text) : PdfValue
{
    public static readonly PdfLiteral True = new("true");

    public string Text { get; } = text;

    /// <summary>The number; null for true and false.</summary>
    public double? Number { get; } =
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override void Write(StringBuilder target) => target.Append(Text);

    public override bool Says(PdfValue other) => other is PdfLiteral literal && (Number is null ? Text == literal.Text : Number == literal.Number);
}

/// <summary>A name, without its slash.</summary>
internal sealed class PdfName(string text) : PdfValue
{
    public string Text { get; } = text;

    public override void Write(StringBuilder target)
    {
        target.Append('/');
        foreach (var character in Text)
        {
            if (character is <= ' ' or >= '\u007F' or '#' || PdfParser.Delimiters.Contains(character, StringComparison.Ordinal))
            {
                target.Append(CultureInfo.InvariantCulture, $"#{(int)character:X2}");
            }
            else
            {
                target.Append(character);
            }
        }
    }

    public override bool Says(PdfValue other) => other is PdfName name && name.Text == Text;
}

/// <summary>A string of bytes, and where it stands in the file with its brackets; written in hex.</summary>
internal sealed class PdfString(byte[] bytes, int start, int end) : PdfValue
{
    public byte[] Bytes { get; } = bytes;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The text: UTF-16 with a mark, UTF-8 with a mark, or one byte a character.</summary>
    public string Text => Bytes switch
    {
        [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
        [0xEF, 0xBB, 0xBF, .. var text] => Encoding.UTF8.GetString(text),
        _ => Encoding.Latin1.GetString(Bytes),
    };

    public override void Write(StringBuilder target) => target.Append('<').Append(Convert.ToHexString(Bytes)).Append('>');

    public override bool Says(PdfValue other) => other is PdfString text && text.Bytes.AsSpan().SequenceEqual(Bytes);
}

/// <summary>The name of an object.</summary>
internal sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number { get; } = number;

    public int Generation { get; } = generation;

    public override void Write(StringBuilder target) => target.Append(CultureInfo.InvariantCulture, $"{Number} {Generation} R");

    public override bool Says(PdfValue other) => other is PdfReference reference && reference.Number == Number && reference.Generation == Generation;
}

/// <summary>Values in order.</summary>
internal sealed class PdfArray(IReadOnlyList<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items { get; } = items;

    public override void Write(StringBuilder target)
    {
        target.Append('[');
        for (var i = 0; i < Items.Count; i++)
        {
            target.Append(i == 0 ? "" : " ");
            Items[i].Write(target);
        }

        target.Append(']');
    }

    public override bool Says(PdfValue other) =>
        other is PdfArray array && array.Items.Count == Items.Count && array.Items.Zip(Items).All(pair => pair.First.Says(pair.Second));
}

/// <summary>Values by name.</summary>
internal sealed class PdfDictionary(IReadOnlyDictionary<string, PdfValue> entries) : PdfValue
{
    public static readonly PdfDictionary Empty = new(new Dictionary<string, PdfValue>());

    public IReadOnlyDictionary<string, PdfValue> Entries { get; } = entries;

    /// <summary>A dictionary with one entry.</summary>
    public static PdfDictionary Of(string name, PdfValue value) => new(new Dictionary<string, PdfValue> { [name] = value });

    /// <summary>The value of a name; nothing when there is none.</summary>
    public PdfValue this[string name] => Entries.GetValueOrDefault(name) ?? PdfNull.Value;

    /// <summary>The same with some entries changed.</summary>
    public PdfDictionary With(params ReadOnlySpan<(string Name, PdfValue Value)> changes)
    {
        var changed = new Dictionary<string, PdfValue>(Entries, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            changed[name] = value;
        }

        return new PdfDictionary(changed);
    }

    /// <summary>The names whose values differ in another dictionary.</summary>
    public IEnumerable<string> Differing(PdfDictionary other) =>
        Entries.Keys.Union(other.Entries.Keys).Where(name => !this[name].Says(other[name]));

    public override void Write(StringBuilder target)
    {
        target.Append("<<");
        foreach (var (name, value) in Entries)
        {
            new PdfName(name).Write(target);
            target.Append(value is PdfLiteral or PdfReference or PdfNull ? " " : "");
            value.Write(target);
        }

        target.Append(">>");
    }

    public override bool Says(PdfValue other) => other is PdfDictionary dictionary && !Differing(dictionary).Any();
}

/// <summary>A dictionary with bytes behind it, as stored.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> bytes) : PdfValue
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public override void Write(StringBuilder target) => throw new NotSupportedException("Streams are never written again.");

    public override bool Says(PdfValue other) =>
        other is PdfStream stream && stream.Dictionary.Says(Dictionary) && stream.Bytes.Span.SequenceEqual(Bytes.Span);
}
