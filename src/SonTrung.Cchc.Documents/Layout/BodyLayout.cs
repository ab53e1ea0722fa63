using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>Ô số 6: the body. Headings, lines that end in a colon and dashes with pluses below them stay with what follows.</summary>
internal static class BodyLayout
{
    /// <summary>Lays the body out, one band a line.</summary>
    public static List<Band> Lay(IEnumerable<DocumentBlock> blocks, LayoutProfile profile, StructureNode parent)
    {
        var bands = new List<Band>();
        var lists = new OpenLists(parent);
        DocumentBlock? previous = null;
        foreach (var block in blocks)
        {
            var isHeading = block.Level is BlockLevel.Section or BlockLevel.Heading;
            bands.AddRange(new Paragraph
            {
                Text = block.Printed(),
                Style = isHeading ? profile.Heading : profile.Body,
                Node = lists.Next(block.Level),
                X = profile.Left,
                Width = profile.TextWidth,
                FirstLineIndent = profile.FirstLineIndent,
                SpaceBefore = profile.ParagraphSpacing,
                LineSpacing = profile.LineSpacing,
                KeepWithPrevious = previous is not null && Leads(previous, block),
                KeepTogether = isHeading,
            }.Bands());
            previous = block;
        }

        return bands;
    }

    /// <summary>Whether a block stays on the page of the next one.</summary>
    public static bool Leads(DocumentBlock block, DocumentBlock next) =>
        block.Level is BlockLevel.Section or BlockLevel.Heading
        || block.Text.EndsWith(':')
        || (block.Level == BlockLevel.Dash && next.Level == BlockLevel.Plus);

    /// <summary>Gathers dashes and the pluses below them into nested lists.</summary>
    private sealed class OpenLists(StructureNode parent)
    {
        private StructureNode? _dashes;
        private StructureNode? _dashBody;
        private StructureNode? _pluses;

        public StructureNode Next(BlockLevel level)
        {
            switch (level)
            {
                case BlockLevel.Dash:
                    _dashes ??= parent.Add("L");
                    _dashBody = _dashes.Add("LI").Add("LBody");
                    _pluses = null;
                    return _dashBody;
                case BlockLevel.Plus:
                    _pluses ??= (_dashBody ?? parent).Add("L");
                    return _pluses.Add("LI").Add("LBody");
                default:
                    (_dashes, _dashBody, _pluses) = (null, null, null);
                    return parent.Add(level switch
                    {
                        BlockLevel.Section => "H2",
                        BlockLevel.Heading => "H3",
                        _ => "P",
                    });
            }
        }
    }
}
