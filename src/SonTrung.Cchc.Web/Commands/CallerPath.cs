namespace SonTrung.Cchc.Web.Commands;

/// <summary>Paths as the person meant who typed them.</summary>
internal static class CallerPath
{
    /// <summary>Relative paths start where the user typed the command: <c>dotnet run --project</c> starts the portal in the project's folder.</summary>
    public static string Full(string path) => Path.GetFullPath(
        path,
        Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } typed && Directory.Exists(typed) ? typed : Environment.CurrentDirectory);

    /// <summary>The path of a command that takes one and nothing else.</summary>
    public static string Only(string[] arguments, string usage) =>
        arguments is [_, { Length: > 0 } path] && !path.StartsWith('-') ? Full(path) : throw new CommandException(usage);
}
