using System.Globalization;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Why a typed number was refused.</summary>
public enum VietnameseNumberProblem
{
    /// <summary>The text is a number.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>The text is no number, or its separators stand in impossible places.</summary>
    NotANumber,

    /// <summary>A whole number was asked for and the text has a fraction.</summary>
    NotWhole,

    /// <summary>A whole number was asked for and "1,234" may mean one thousand or a fraction: the user has to say which.</summary>
    Ambiguous,

    /// <summary>The number doesn't fit.</summary>
    OutOfRange,
}

/// <summary>What a typed number was understood as.</summary>
/// <param name="Value">The number, or null if there is a problem.</param>
/// <param name="Problem">Why there is no number.</param>
public readonly record struct VietnameseNumberResult(decimal? Value, VietnameseNumberProblem Problem);

/// <summary>Numbers as people in Việt Nam write them, 1.234,5, and as machines and habits from abroad do, 1,234.5.</summary>
public static class VietnameseNumber
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-" };

    /// <summary>
    /// Reads a number with or without fraction. Of two kinds of separator the last is the decimal one; a single dot before exactly three digits
    /// separates thousands, any other single dot or comma the fraction; several of one kind separate thousands. Spaces between groups of three are allowed.
    /// </summary>
    public static VietnameseNumberResult Parse(string? text) => Read(text, whole: false);

    /// <summary>Reads a whole number: as <see cref="Parse"/>, but a fraction is refused, and so is "1,234", which may mean either.</summary>
    public static VietnameseNumberResult ParseWhole(string? text) => Read(text, whole: true);

    /// <summary>The number as 1.234,5 with up to <paramref name="decimals"/> decimals, none if they are zero.</summary>
    public static string Format(decimal value, int decimals = 10) =>
        value.ToString("#,##0." + new string('#', decimals), Vietnamese);

    /// <summary>The number as 1.234.</summary>
    public static string Format(long value) => value.ToString("#,##0", Vietnamese);

    private static VietnameseNumberResult Read(string? text, bool whole)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length == 0)
        {
            return new(null, VietnameseNumberProblem.Empty);
        }

        var negative = trimmed[0] is '-' or '\u2212';
        var body = negative || trimmed[0] == '+' ? trimmed[1..] : trimmed;
        if (Split(body) is not var (integer, fraction))
        {
            return new(null, VietnameseNumberProblem.NotANumber);
        }

        if (whole && fraction is not null)
        {
            var ambiguous = fraction.Length == 3 && body.Contains(',', StringComparison.Ordinal) && integer.Length is >= 1 and <= 3 && integer[0] != '0';
            return new(null, ambiguous ? VietnameseNumberProblem.Ambiguous : VietnameseNumberProblem.NotWhole);
        }

        var plain = $"{(negative ? "-" : "")}{integer}.{fraction ?? "0"}";
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(value, VietnameseNumberProblem.None)
            : new(null, VietnameseNumberProblem.OutOfRange);
    }

    /// <summary>The digits before and after the decimal separator, without separators, or null if the text is no number.</summary>
    private static (string Integer, string? Fraction)? Split(string body)
    {
        if (body.Length == 0 || !char.IsAsciiDigit(body[0]) || !char.IsAsciiDigit(body[^1]))
        {
            return null;
        }

        var lastDot = body.LastIndexOf('.');
        var lastComma = body.LastIndexOf(',');
        var decimalAt = lastDot >= 0 && lastComma >= 0 ? Math.Max(lastDot, lastComma) : OnlySeparatorAsDecimal(body, Math.Max(lastDot, lastComma));
        var integer = decimalAt < 0 ? body : body[..decimalAt];
        var fraction = decimalAt < 0 ? null : body[(decimalAt + 1)..];
        if (fraction is not null && !fraction.All(char.IsAsciiDigit))
        {
            return null;
        }

        return WithoutGroups(integer) is { } digits ? (digits, fraction) : null;
    }

    private static int OnlySeparatorAsDecimal(string body, int last)
    {
        if (last < 0 || body.IndexOf(body[last], StringComparison.Ordinal) != last)
        {
            return -1;
        }

        // No group of thousands starts with a zero or with four digits: "0.125" and "1234.567" are fractions.
        var thousands = body[last] == '.' && body.Length - last == 4 && body[0] != '0' && last <= 3;
        return thousands ? -1 : last;
    }

    private static string? WithoutGroups(string integer)
    {
        var separator = integer.FirstOrDefault(c => !char.IsAsciiDigit(c));
        if (separator == default)
        {
            return integer;
        }

        var groups = integer.Split(separator);
        var sound = separator is '.' or ',' or ' ' or '\u00A0' or '\u202F'
            && groups[0].Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit));
        return sound ? string.Concat(groups) : null;
    }
}
