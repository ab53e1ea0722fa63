using Microsoft.Data.Sqlite;
using SonTrung.Cchc.Web.Commands.Backups;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Commands;

/// <summary><c>backup FILE</c>: one ZIP with the database, every stored file and the settings, while the portal runs.</summary>
internal static class BackupCommand
{
    public const string Name = "backup";

    private const int WithDoubts = 1;
    private const int Refused = 2;

    /// <summary>Runs the command; standard output gets one line, progress goes to <paramref name="errors"/>.</summary>
    /// <returns>0 when the backup is whole; 1 when it is written but stored files are missing or changed; 2 when nothing was written.</returns>
    public static async Task<int> RunAsync(string[] arguments, PortalOptions options, DataFolders folders, TextWriter output, TextWriter errors)
    {
        try
        {
            var path = CallerPath.Only(arguments, CommandTexts.BackupUsage);
            if (options.Database == DatabaseProvider.SqlServer)
            {
                throw new CommandException(CommandTexts.BackupOfSqlServer.Fill(folders.Files));
            }

            if (!File.Exists(folders.Database))
            {
                throw new CommandException(CommandTexts.NoDatabase.Fill(folders.Root));
            }

            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new CommandException(CommandTexts.BackupExists.Fill(path));
            }

            var writer = new BackupWriter(options, folders, TimeProvider.System, errors);
            var record = await writer.WriteAsync(path);
            await new BackupHistory(folders).RememberAsync(record);
            foreach (var doubt in writer.Doubts)
            {
                await errors.WriteLineAsync(doubt);
            }

            await output.WriteLineAsync(CommandTexts.BackedUp.Fill(record.Path, record.Entries, record.Length, record.Sha256));
            return writer.Doubts.Count == 0 ? 0 : WithDoubts;
        }
        catch (CommandException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            await errors.WriteLineAsync(CommandTexts.BackupFailed.Fill(problem.Message));
        }

        return Refused;
    }
}
