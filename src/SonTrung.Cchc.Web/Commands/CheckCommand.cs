using System.Globalization;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Web.Features.Checking;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Commands;

/// <summary><c>check FILE</c>: what the checker finds in a Word file, a PDF or a text, a line each; needs no database.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    private const int WithErrors = 1;
    private const int Refused = 2;

    /// <summary>Runs the command: "file:block: severity rule: message", blocks counted from 1, 0 for a finding without a place.</summary>
    /// <returns>0 without errors (warnings and hints there may be); 1 with errors; 2 when nothing was checked.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            var path = CallerPath.Only(arguments, CommandTexts.CheckUsage);
            var document = await ReadAsync(path);
            var findings = Checker.Check(document, CheckKnowledge.None);
            var places = document.Blocks.Select((block, i) => (block.Id, Place: i + 1)).ToDictionary(row => row.Id, row => row.Place);
            foreach (var finding in findings)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{arguments[1]}:{(finding.BlockId is { } id ? places[id] : 0)}: {Severity(finding)} {finding.Rule.Id}: {finding.Message}"));
            }

            await errors.WriteLineAsync(CheckingWords.Count(findings));
            return findings.Any(finding => finding.Rule.Severity == FindingSeverity.Error) ? WithErrors : 0;
        }
        catch (CommandException refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    private static string Severity(Finding finding) =>
        CheckingWords.Name(finding.Rule.Severity).ToLower(CultureInfo.GetCultureInfo("vi-VN"));

    private static async Task<ReadDocument> ReadAsync(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true } file)
            {
                throw new CommandException(CommandTexts.CheckMissing.Fill(path));
            }

            if (file.Length > DocumentFileReader.MaxBytes)
            {
                throw new CommandException(CheckingWords.Name(ReadingRefusal.TooLarge));
            }

            var reading = DocumentFileReader.Read(await File.ReadAllBytesAsync(path));
            return reading.Refusal is { } refusal
                ? throw new CommandException(CheckingWords.Name(refusal))
                : DocumentRecognizer.Recognize(reading.Lines).Document;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(CommandTexts.CheckUnreadable.Fill(path));
        }
    }
}
