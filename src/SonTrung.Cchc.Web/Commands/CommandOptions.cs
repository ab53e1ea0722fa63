using System.Globalization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Commands;

/// <summary>A command that cannot be carried out, in one line for the person who typed it.</summary>
/// <param name="message">What is wrong and what would do.</param>
internal sealed class CommandException(string message) : Exception(message);

/// <summary>Options of the form <c>--name value</c>, each known and each given once.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, string> values = [];

    public string this[string name] => values[name];

    public static CommandOptions Parse(string[] arguments, params string[] known)
    {
        var options = new CommandOptions();
        for (var i = 1; i < arguments.Length; i += 2)
        {
            var name = arguments[i];
            if (!known.Contains(name))
            {
                throw new CommandException(CommandTexts.UnknownOption.Fill(name, string.Join(", ", known)));
            }

            if (i + 1 >= arguments.Length || arguments[i + 1].Length == 0 || arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                throw new CommandException(CommandTexts.MissingValue.Fill(name));
            }

            if (!options.values.TryAdd(name, arguments[i + 1]))
            {
                throw new CommandException(CommandTexts.OptionTwice.Fill(name));
            }
        }

        return known.FirstOrDefault(name => !options.values.ContainsKey(name)) is { } missing
            ? throw new CommandException(CommandTexts.MissingOption.Fill(missing))
            : options;
    }

    public int Number(string name) =>
        int.TryParse(values[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new CommandException(CommandTexts.NotANumber.Fill(name, values[name]));
}
