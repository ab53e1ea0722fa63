using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Fonts;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>Why number and date are not entered.</summary>
public enum NumberingRefusal
{
    /// <summary>The file can't be read.</summary>
    Damaged,

    /// <summary>It has no fields for them.</summary>
    FieldsMissing,

    /// <summary>They stand there already: they are given once.</summary>
    AlreadyNumbered,

    /// <summary>Nobody in authority has signed (Điều 14, 15: number and date come after the signature).</summary>
    PersonSignatureMissing,

    /// <summary>The organisation has signed: nothing may change any more.</summary>
    AlreadySealed,

    /// <summary>The number has no room: it is not one of 1–9999.</summary>
    NumberTooLong,
}

/// <summary>What came of numbering.</summary>
/// <param name="Pdf">The file with number and date; null when refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record NumberingResult(byte[]? Pdf, NumberingRefusal? Refusal = null);

/// <summary>
/// Enters number and date of issue (ô số 3 and 4; Điều 15) into a signed document as one increment: the values of four fields and what they show. All bytes that
/// the person signed stay as they are, and the certification allows just this.
/// </summary>
public static partial class PdfNumbering
{
    private const int MaxNumber = 9999;

    /// <summary>Enters number and date.</summary>
    /// <param name="pdf">The signed document.</param>
    /// <param name="mark">Number and date.</param>
    public static NumberingResult Apply(byte[] pdf, IssueMark mark)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(mark);
        if (mark.Number is < 1 or > MaxNumber)
        {
            return new NumberingResult(null, NumberingRefusal.NumberTooLong);
        }

        try
        {
            var source = PdfSource.Open(pdf, pdf.Length);
            var fields = source.Fields();
            var texts = SigningFields.Texts.Select(name => fields.Find(field => field.Name == name)).OfType<FormField>().ToList();
            var signed = fields.Where(field => field.IsSignature && field.Field["V"] is not PdfNull).ToList();
            NumberingRefusal? refusal =
                texts.Count < SigningFields.Texts.Length ? NumberingRefusal.FieldsMissing
                : signed.Count == 0 ? NumberingRefusal.PersonSignatureMissing
                : signed.Count > 1 || signed[0].Name == SigningFields.Seal ? NumberingRefusal.AlreadySealed
                : texts.Any(field => Value(field.Field).Length > 0) ? NumberingRefusal.AlreadyNumbered
                : null;
            return refusal is null ? new NumberingResult(Write(source, texts, Values(mark))) : new NumberingResult(null, refusal);
        }
        catch (PdfDamagedException)
        {
            return new NumberingResult(null, NumberingRefusal.Damaged);
        }
    }

    /// <summary>The value of a text field; empty when it has none.</summary>
    internal static string Value(PdfDictionary field) => field["V"] is PdfString value ? value.Text : "";

    /// <summary>What a field shows for a value: the entries and the operators of its appearance; null when the field is none of ours.</summary>
    internal static (byte[] Dictionary, byte[] Content)? Appearance(PdfSource source, FormField field, string value)
    {
        var fonts = source.DictionaryOf(source.DictionaryOf(source.Form()["DR"])["Font"]);
        if (field.Field["DA"] is not PdfString look
            || DefaultAppearance().Match(look.Text) is not { Success: true } match
            || fonts[match.Groups["font"].Value] is not PdfReference font
            || source.Box(field.Widget["Rect"]) is not { IsEmpty: false } box
            || value.Length == 0 || value.Any(character => !SigningFields.Characters.Contains(character, StringComparison.Ordinal)))
        {
            return null;
        }

        var name = match.Groups["font"].Value;
        var style = new TextStyle((FontStyle)(name[1] - '0'), double.Parse(match.Groups["size"].Value, CultureInfo.InvariantCulture));
        var alignment = field.Field["Q"] is PdfLiteral { Number: (1 or 2) and var set } ? (int)set : 0;
        return (
            Encoding.ASCII.GetBytes($"<<{AppearanceWriter.Entries(box.Width, box.Height, $"/Font<</{name} {font}>>")}>>"),
            Encoding.ASCII.GetBytes(AppearanceWriter.Digits(name, style, alignment, box.Width, value)));
    }

    private static byte[] Write(PdfSource source, List<FormField> fields, string[] values)
    {
        var revision = new PdfRevision(source);
        foreach (var (field, value) in fields.Zip(values))
        {
            var (dictionary, content) = Appearance(source, field, value) ?? throw new PdfDamagedException("A field is none of ours.");
            var look = revision.AddStream(Encoding.ASCII.GetString(dictionary)[2..^2], content);
            revision.Replace(field.Number, field.Field.With(
                ("V", new PdfString(Encoding.ASCII.GetBytes(value), 0, 0)),
                ("AP", PdfDictionary.Of("N", new PdfReference(look, 0)))));
        }

        return revision.Write();
    }

    /// <summary>Day, month and year as ô số 4 has them: a zero before days under 10 and before January and February (II.4.b).</summary>
    private static string[] Values(IssueMark mark) =>
    [
        mark.Number.ToString("00", CultureInfo.InvariantCulture),
        mark.IssuedOn.ToString("dd", CultureInfo.InvariantCulture),
        mark.IssuedOn.Month.ToString(mark.IssuedOn.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture),
        mark.IssuedOn.ToString("yyyy", CultureInfo.InvariantCulture),
    ];

    [GeneratedRegex(@"^/(?<font>F[0-3]) (?<size>\d{1,2}(\.\d{1,3})?) Tf 0 g$")]
    private static partial Regex DefaultAppearance();
}
