using SonTrung.Cchc.Core.Agencies;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The agency's name in running text: in full where it is mentioned first, shorter from then on.</summary>
internal sealed class OwnName(AgencyProfile profile)
{
    private bool mentioned;

    public string Next()
    {
        var name = mentioned ? profile.LaterName : profile.ShortName;
        mentioned = true;
        return name;
    }
}
