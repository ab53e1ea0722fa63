using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Catalogues;

/// <summary>Words for what the core knows by name.</summary>
internal static class CatalogueWords
{
    public static string Name(this CatalogueKind kind) => kind switch
    {
        CatalogueKind.Topic => CatalogueTexts.KindTopic,
        CatalogueKind.Channel => CatalogueTexts.KindChannel,
        CatalogueKind.Cause => CatalogueTexts.KindCause,
        _ => CatalogueTexts.KindIndicator,
    };

    /// <summary>"Thêm lĩnh vực".</summary>
    public static string Add(this CatalogueKind kind) => kind switch
    {
        CatalogueKind.Topic => CatalogueTexts.AddTopic,
        CatalogueKind.Channel => CatalogueTexts.AddChannel,
        CatalogueKind.Cause => CatalogueTexts.AddCause,
        _ => CatalogueTexts.AddIndicator,
    };

    public static string Name(this ChannelMode mode) => mode == ChannelMode.Online ? CatalogueTexts.ModeOnline : CatalogueTexts.ModeTraditional;
}

/// <summary>The catalogues as a table to take away.</summary>
internal static class CatalogueTable
{
    public static TableExport<CatalogueEntry> Of(bool hasOwnNames)
    {
        var table = new TableExport<CatalogueEntry>(CatalogueTexts.Title, "danh-muc")
            .Text(CatalogueTexts.Kind, 26, row => row.Kind.Name())
            .Text(CatalogueTexts.Name, 46, row => row.Name);
        if (hasOwnNames)
        {
            table.Text(CatalogueTexts.OwnName, 46, row => row.OwnName);
        }

        return table
            .Text(CatalogueTexts.Mode, 16, row => (row as PropagandaChannel)?.Mode.Name())
            .Text(CatalogueTexts.Unit, 24, row => (row as Indicator)?.Unit)
            .Date(CatalogueTexts.ValidFrom, 13, row => row.ValidFrom)
            .Date(CatalogueTexts.LastDay, 13, row => row.ValidTo);
    }
}
