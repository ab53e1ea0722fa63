using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SonTrung.Cchc.Documents.Html;

/// <summary>Writes elements with classes and encoded texts; nothing that comes from a document is ever written as it is.</summary>
internal sealed class HtmlElements(TextWriter writer)
{
    // Razor's own encoder may be set to escape every Vietnamese letter, which triples the page.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="cssClass">Its classes, or empty.</param>
    /// <param name="attributes">Further attributes; the values are encoded.</param>
    public void Open(string tag, string cssClass, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, cssClass, attributes);
        writer.Write('>');
        _open.Push(tag);
    }

    /// <summary>Closes the element opened last.</summary>
    public void Close()
    {
        writer.Write("</");
        writer.Write(_open.Pop());
        writer.Write('>');
    }

    /// <summary>Writes an element that holds a text.</summary>
    public void Text(string tag, string cssClass, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(tag, cssClass, attributes);
        Text(text);
        Close();
    }

    /// <summary>Writes a text.</summary>
    public void Text(string text) => Encoder.Encode(writer, text);

    /// <summary>Writes an element that can hold nothing.</summary>
    public void Void(string tag, string cssClass, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, cssClass, attributes);
        writer.Write("/>");
    }

    private void Start(string tag, string cssClass, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.Write('<');
        writer.Write(tag);
        if (cssClass.Length > 0)
        {
            Attribute("class", cssClass);
        }

        foreach (var (name, value) in attributes)
        {
            Attribute(name, value);
        }
    }

    private void Attribute(string name, string value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        Encoder.Encode(writer, value);
        writer.Write('"');
    }
}
