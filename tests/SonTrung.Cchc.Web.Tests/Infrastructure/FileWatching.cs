using System.Runtime.CompilerServices;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>Hundreds of portals start in one process, and Linux gives a user 128 watchers: none of these portals waits for its files to change.</summary>
internal static class FileWatching
{
    [ModuleInitializer]
    internal static void TurnOff()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
