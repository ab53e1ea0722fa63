using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Commands.Backups;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Commands;

/// <summary><c>restore FILE</c>: puts a backup into an empty data folder. An older database is migrated at the next start.</summary>
internal static class RestoreCommand
{
    public const string Name = "restore";

    private const int Refused = 2;

    /// <summary>Runs the command; standard output gets one line, progress goes to <paramref name="errors"/>.</summary>
    /// <returns>0 when everything is in place; 2 when nothing was touched.</returns>
    public static async Task<int> RunAsync(string[] arguments, PortalOptions options, DataFolders folders, TextWriter output, TextWriter errors)
    {
        try
        {
            var path = CallerPath.Only(arguments, CommandTexts.RestoreUsage);
            if (options.Database == DatabaseProvider.SqlServer)
            {
                throw new CommandException(CommandTexts.RestoreOfSqlServer.Fill(folders.Files));
            }

            if (!File.Exists(path))
            {
                throw new CommandException(CommandTexts.BackupMissing.Fill(path));
            }

            if (Directory.Exists(folders.Root) && Directory.EnumerateFileSystemEntries(folders.Root).Any())
            {
                throw new CommandException(CommandTexts.NotEmpty.Fill(folders.Root));
            }

            folders.Create();
            var manifest = await new BackupReader(folders, KnownMigrations(), errors).RestoreAsync(path);
            await output.WriteLineAsync(CommandTexts.Restored.Fill(folders.Root, manifest.Entries.Count, manifest.Rows.Values.Sum()));
            return 0;
        }
        catch (CommandException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(CommandTexts.RestoreFailed.Fill(problem.Message));
        }

        return Refused;
    }

    private static IReadOnlyCollection<string> KnownMigrations() => typeof(SqliteCchcDbContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteCchcDbContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().ToHashSet();
}
