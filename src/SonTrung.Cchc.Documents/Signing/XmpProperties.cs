using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// What an XMP packet says (ISO 16684-1, 7): its properties by name, whichever of the standard's ways they are written in. Programs write a packet anew with the same
/// properties in other words: as attributes, in another order, in several descriptions.
/// </summary>
internal static class XmpProperties
{
    private const int MaxBytes = 1_000_000;
    private const int MaxDepth = 20;

    /// <summary>Marks the value of a property that is no structure and no list.</summary>
    private const string Plain = "=";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";

    /// <summary>What a program notes when it adds something: its name, and when.</summary>
    private static readonly XName[] Noted = [Pdf + "Producer", Basic + "ModifyDate", Basic + "MetadataDate"];

    /// <summary>Whether two packets say the same but for the program's name and the time of the change.</summary>
    /// <param name="before">A packet.</param>
    /// <param name="after">Another.</param>
    public static bool DifferInNotesOnly(byte[] before, byte[] after)
    {
        try
        {
            var (old, now) = (Read(before), Read(after));
            return old.Keys.Union(now.Keys).All(name => Noted.Contains(name)
                ? IsPlain(old, name) && IsPlain(now, name)
                : old.TryGetValue(name, out var was) && now.TryGetValue(name, out var says) && was == says);
        }
        catch (Exception damage) when (damage is XmlException or FormatException)
        {
            return false;
        }

        static bool IsPlain(Dictionary<XName, string> properties, XName name) => !properties.TryGetValue(name, out var value) || value.StartsWith(Plain, StringComparison.Ordinal);
    }

    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="FormatException">It is no XMP, or says something in a way that is not known here.</exception>
    private static Dictionary<XName, string> Read(byte[] packet)
    {
        if (packet.Length > MaxBytes)
        {
            throw new FormatException("The packet is too large.");
        }

        var root = Load(packet).Root!;
        var rdf = root.Name == Rdf + "RDF" ? root : Only(root);
        if (rdf.Name != Rdf + "RDF")
        {
            throw new FormatException("The packet has no description.");
        }

        var properties = new Dictionary<XName, string>();
        foreach (var description in Elements(rdf))
        {
            if (description.Name != Rdf + "Description" || description.Attributes().Any(attribute => attribute.Name == Rdf + "about" && attribute.Value.Length > 0))
            {
                throw new FormatException("The packet speaks of something else.");
            }

            foreach (var (name, value) in Fields(description, 0))
            {
                if (!properties.TryAdd(name, value))
                {
                    throw new FormatException("A property is there twice.");
                }
            }
        }

        return properties;
    }

    /// <summary>No definitions of its own, nothing from elsewhere.</summary>
    private static XDocument Load(byte[] packet)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(new MemoryStream(packet), settings);
        while (reader.Read())
        {
            // What reads the tree goes down by itself: a packet is never that deep.
            if (reader.Depth > MaxDepth)
            {
                throw new FormatException("The packet is nested too deep.");
            }
        }

        using var again = XmlReader.Create(new MemoryStream(packet), settings);
        return XDocument.Load(again, LoadOptions.PreserveWhitespace);
    }

    private static XElement Only(XElement parent) => Elements(parent).Take(2).ToList() is [var only] ? only : throw new FormatException("One part should be there.");

    /// <summary>The fields of a description: its attributes and its elements.</summary>
    private static IEnumerable<(XName Name, string Value)> Fields(XElement description, int depth)
    {
        foreach (var attribute in description.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name != Rdf + "about" && attribute.Name != Rdf + "parseType"))
        {
            yield return attribute.Name.Namespace == Rdf || attribute.Name.Namespace == XNamespace.None || attribute.Name.Namespace == XNamespace.Xml
                ? throw new FormatException("A description has an attribute that is not known here.")
                : (attribute.Name, Plain + Quoted(attribute.Value));
        }

        foreach (var element in Elements(description))
        {
            yield return (element.Name, Value(element, depth + 1));
        }
    }

    /// <summary>What a property says, in one way of writing.</summary>
    private static string Value(XElement property, int depth)
    {
        if (depth > MaxDepth || property.Name.Namespace == XNamespace.None || (property.Name.Namespace == Rdf && property.Name != Rdf + "li"))
        {
            throw new FormatException("A property is not one.");
        }

        var attributes = property.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        var language = attributes.Find(attribute => attribute.Name == XNamespace.Xml + "lang")?.Value;
        attributes.RemoveAll(attribute => attribute.Name == XNamespace.Xml + "lang");
        var spoken = language is null ? "" : $"@{Quoted(language)}";
        if (attributes is [{ Value: "Resource" } type] && type.Name == Rdf + "parseType")
        {
            return Structure(property, depth) + spoken;
        }

        if (attributes.Count > 0)
        {
            throw new FormatException("A property has an attribute that is not known here.");
        }

        if (!property.HasElements)
        {
            return Plain + Quoted(property.Value) + spoken;
        }

        var inner = Only(property);
        return (inner.Name == Rdf + "Description" ? Structure(inner, depth)
            : inner.Name == Rdf + "Bag" || inner.Name == Rdf + "Seq" || inner.Name == Rdf + "Alt" ? List(inner, depth)
            : throw new FormatException("A property holds what is not known here.")) + spoken;
    }

    private static string Structure(XElement description, int depth) =>
        $"{{{string.Concat(Fields(description, depth).Select(field => Quoted(field.Name.ToString()) + field.Value).Order(StringComparer.Ordinal))}}}";

    private static string List(XElement list, int depth)
    {
        if (list.Attributes().Any(attribute => !attribute.IsNamespaceDeclaration))
        {
            throw new FormatException("A list has an attribute.");
        }

        return $"{list.Name.LocalName}[{string.Concat(Elements(list).Select(item => item.Name == Rdf + "li" ? Value(item, depth + 1) : throw new FormatException("A list holds no items.")))}]";
    }

    /// <summary>The elements of an element that has nothing else.</summary>
    private static IEnumerable<XElement> Elements(XElement parent) => parent.Nodes().Any(node => node is XText text && !string.IsNullOrWhiteSpace(text.Value))
        ? throw new FormatException("Text stands where none belongs.")
        : parent.Elements();

    /// <summary>A text with its length, so that no text can pass for two.</summary>
    private static string Quoted(string text) => new StringBuilder().Append(CultureInfo.InvariantCulture, $"{text.Length}:").Append(text).ToString();
}
