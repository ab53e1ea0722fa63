using QuestPDF.Elements;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Documents.QuestPdf;

/// <summary>Learns from QuestPDF, which tells such things to page content only, where the reserved places came to stand and how many pages there are.</summary>
internal sealed class PlaceCollector(LayoutProfile profile) : IDynamicComponent
{
    // The order that the built-in engine gives its anchors in.
    private static readonly (AnchorKind Kind, string Id)[] Places =
    [
        (AnchorKind.Number, "number"),
        (AnchorKind.Date, "day"),
        (AnchorKind.Date, "month"),
        (AnchorKind.Date, "year"),
        (AnchorKind.VerificationCode, "code"),
        (AnchorKind.Signature, "signature"),
        (AnchorKind.Seal, "seal"),
    ];

    private readonly Dictionary<string, PageElementLocation> _found = [];

    /// <summary>The pages of the file.</summary>
    public int PageCount { get; private set; }

    /// <summary>The id of a place; a date has three.</summary>
    public static string Id(AnchorKind kind, int index = 0) => Places.Where(place => place.Kind == kind).ElementAt(index).Id;

    /// <summary>Keeps a box free.</summary>
    public static void Reserve(IContainer container, string id, double width, double height) => container
        .Width((float)width)
        .Height((float)height)
        .CaptureContentPosition(id)
        // An empty container would take no room.
        .LineHorizontal(0)
        .LineColor(Colors.Transparent);

    /// <summary>The places found.</summary>
    public IReadOnlyList<LayoutAnchor> Anchors() =>
    [
        .. Places.Where(place => _found.ContainsKey(place.Id)).Select(place => Anchor(place.Kind, _found[place.Id])),
    ];

    /// <inheritdoc />
    public DynamicComponentComposeResult Compose(DynamicContext context)
    {
        PageCount = Math.Max(PageCount, context.PageNumber);
        foreach (var (_, id) in Places)
        {
            // The document is drawn twice; the later drawing is the one in the file.
            if (context.GetContentCapturedPositions(id).LastOrDefault() is { } location)
            {
                _found[id] = location;
            }
        }

        return new DynamicComponentComposeResult { Content = context.CreateElement(_ => { }) };
    }

    private LayoutAnchor Anchor(AnchorKind kind, PageElementLocation location) =>
        new(kind, location.PageNumber, location.X, profile.PageHeight - location.Y - location.Height, location.Width, location.Height);
}
