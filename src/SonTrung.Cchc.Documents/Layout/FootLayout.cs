using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>The foot of the document, never torn apart: "Nơi nhận" (ô số 9b) and the QR code left, the signature (7a–7c) and seal (8) right.</summary>
internal static class FootLayout
{
    /// <summary>Lays the foot out: one band, and lines below it only where the recipients alone would fill a page.</summary>
    public static List<Band> Lay(OfficialDocument document, LayoutProfile profile, StructureNode parent)
    {
        var leftWidth = profile.TextWidth * profile.FootLeftShare;
        // "Ngang hàng" (II.9.d): on the baseline of the authority's first line.
        var left = new TextColumn(profile.Left, leftWidth, profile.Authority.Ascent - profile.RecipientsLabel.Ascent);
        var rest = Recipients(document.Recipients, left, profile, parent);
        var codeTop = left.Bottom + profile.SpaceAboveCode;
        var boxes = new List<ReservedBox>
        {
            new(AnchorKind.VerificationCode, profile.Left, codeTop, profile.CodeSize, profile.CodeSize),
        };
        if (document.VerificationUrl is { Length: > 0 } url)
        {
            var figure = parent.Add("Figure", VerificationCode.Alternative(url));
            left.Items.Add(new CodeItem(profile.Left, codeTop, profile.CodeSize, VerificationCode.Modules(url), figure));
            left.Items.AddRange(Address(url, codeTop, leftWidth, profile));
        }

        var right = new TextColumn(profile.Left + leftWidth, profile.TextWidth - leftWidth);
        Signature(document.Signature, right, boxes, profile, parent);
        var foot = new Band
        {
            Height = Math.Max(codeTop + profile.CodeSize, right.Bottom),
            SpaceBefore = profile.SpaceAboveFoot,
            Items = [.. left.Items, .. right.Items],
            Boxes = boxes,
        };
        return [foot, .. rest];
    }

    /// <summary>The address for those who type it, beside the code and no higher than it: the foot is the same with and without. A listener has heard it from the code.</summary>
    private static IEnumerable<TextItem> Address(string url, double top, double leftWidth, LayoutProfile profile)
    {
        const double smallest = 5.5;
        var left = profile.Left + profile.CodeSize + profile.CodeGap;
        var room = leftWidth - profile.CodeSize - profile.CodeGap;
        var code = url.LastIndexOf('/') + 1;
        // The code is what people copy: a line of its own, and whole.
        var style = profile.CodeAddress;
        style = style with { Size = Math.Clamp(style.Size * room / style.Width(url[code..]), smallest, style.Size) };
        var baseline = top + style.Ascent;
        foreach (var part in new[] { url[..code], url[code..] })
        {
            for (var rest = part; rest.Length > 0 && baseline + style.Descent <= top + profile.CodeSize;)
            {
                var line = FirstLine(rest, style, room);
                yield return new TextItem(left, baseline, line, style, 0, null);
                rest = rest[line.Length..];
                baseline += style.SingleLine;
            }
        }
    }

    /// <summary>As much of an address as fits on a line: to a dot or a stroke where there is one.</summary>
    private static string FirstLine(string address, TextStyle style, double room)
    {
        var length = address.Length;
        while (length > 1 && style.Width(address[..length]) > room)
        {
            length--;
        }

        var end = length < address.Length ? address.LastIndexOfAny(['.', '/'], length - 1) : -1;
        return address[..(end > "https://".Length ? end : length)];
    }

    private static List<Band> Recipients(IReadOnlyList<PrintedLine> recipients, TextColumn column, LayoutProfile profile, StructureNode parent)
    {
        var rest = new List<Band>();
        if (recipients.Count == 0)
        {
            return rest;
        }

        column.Add(OfficialWording.Recipients, profile.RecipientsLabel, CellAlignment.Left, parent.Add("P"));
        var style = profile.Recipients;
        var width = profile.TextWidth * profile.FootLeftShare;
        var room = profile.TextHeight - profile.CodeSize - profile.SpaceAboveCode - (4 * profile.Body.SingleLine * profile.LineSpacing);
        var list = parent.Add("L");
        foreach (var recipient in recipients)
        {
            var node = list.Add("LI").Add("LBody");
            var text = PrintableText.Prepare(OfficialWording.Printed(recipient), style);
            foreach (var line in LineBreaker.Break(text, style, width, width))
            {
                if (rest.Count == 0 && column.Bottom + style.SingleLine <= room)
                {
                    column.Add(line, style, CellAlignment.Left, node);
                    continue;
                }

                rest.Add(new Band
                {
                    Height = style.SingleLine,
                    Items = { new TextItem(profile.Left, style.Ascent, line.Text, style, 0, node) },
                });
            }
        }

        return rest;
    }

    private static void Signature(SignatureBlock signature, TextColumn column, List<ReservedBox> boxes, LayoutProfile profile, StructureNode parent)
    {
        foreach (var line in signature.Authority)
        {
            column.Add(line, profile.Authority, CellAlignment.Center, parent.Add("P"));
        }

        // The seal covers the left third of the signature (II.8.a).
        var top = column.Bottom;
        var signatureLeft = column.Center - (profile.SignatureWidth / 2);
        var place = new ReservedBox(
            AnchorKind.Signature,
            signatureLeft,
            top + ((profile.SealDiameter - profile.SignatureHeight) / 2),
            profile.SignatureWidth,
            profile.SignatureHeight);
        var seal = new ReservedBox(
            AnchorKind.Seal,
            signatureLeft + (profile.SignatureWidth / 3) - profile.SealDiameter,
            top,
            profile.SealDiameter,
            profile.SealDiameter);
        boxes.AddRange([place, seal]);
        column.Items.Add(new FieldItem(place, null, parent.Add(StructureNode.FormType), null));
        column.Items.Add(new FieldItem(seal, null, parent.Add(StructureNode.FormType), null));
        column.Skip(profile.SealDiameter);
        column.Add(signature.SignerName, profile.Authority, CellAlignment.Center, parent.Add("P"));
    }
}
