using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>A piece of a line that is filled after approval.</summary>
/// <param name="Text">The fixed text, or the value of a slot; null for an empty slot.</param>
/// <param name="Kind">What the slot is for; null for fixed text.</param>
/// <param name="Digits">How many digits the slot has room for.</param>
internal sealed record FieldPart(string? Text, AnchorKind? Kind, int Digits)
{
    /// <summary>The part as read where no exact room is kept: an empty slot is a gap about as wide as its digits.</summary>
    public string Printed => Text ?? new string('\u00A0', 2 * Digits);

    /// <summary>Text that is always there.</summary>
    public static FieldPart Fixed(string text) => new(text, null, 0);

    /// <summary>Room for digits.</summary>
    public static FieldPart Slot(AnchorKind kind, int digits, string? value) => new(value, kind, digits);
}

/// <summary>A centred line of fixed texts and slots; the slots keep their room whatever stands in them.</summary>
internal sealed class FieldLine
{
    /// <summary>Sets the line.</summary>
    /// <param name="parts">Its parts, left to right.</param>
    /// <param name="style">The style of all.</param>
    /// <param name="center">The centre of the line in points.</param>
    /// <param name="baseline">Its baseline.</param>
    /// <param name="node">The element it belongs to.</param>
    public FieldLine(IReadOnlyList<FieldPart> parts, TextStyle style, double center, double baseline, StructureNode node)
    {
        var digit = style.Width('0');
        double Room(FieldPart part) => part.Kind is null
            ? style.Width(PrintableText.Prepare(part.Text!, style))
            : part.Digits * digit;

        var x = center - (parts.Sum(Room) / 2);
        foreach (var part in parts)
        {
            var room = Room(part);
            var box = part.Kind is { } kind
                ? new ReservedBox(kind, x, baseline - style.Ascent, room, style.Ascent + style.Descent)
                : null;
            if (box is not null)
            {
                Boxes.Add(box);
            }

            // A space is half a digit wide, so an empty slot is shown as spaces and read as a gap.
            var text = PrintableText.Prepare(part.Text ?? new string(' ', 2 * part.Digits), style);
            var slack = room - style.Width(text);
            var item = new TextItem(x + (part.Kind == AnchorKind.Number ? slack : slack / 2), baseline, text, style, 0, node);
            Items.Add(box is null || part.Text is not null ? item : new FieldItem(box, item, node.Add(StructureNode.FormType), node));
            x += room;
        }
    }

    /// <summary>The texts.</summary>
    public List<PageItem> Items { get; } = [];

    /// <summary>The slots.</summary>
    public List<ReservedBox> Boxes { get; } = [];
}
