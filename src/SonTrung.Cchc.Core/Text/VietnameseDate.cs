using System.Globalization;

namespace SonTrung.Cchc.Core.Text;

/// <summary>Why a typed date was refused.</summary>
public enum VietnameseDateProblem
{
    /// <summary>The text is a date.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>The text has none of the accepted forms.</summary>
    NotADate,

    /// <summary>The year was typed with fewer than four digits.</summary>
    ShortYear,

    /// <summary>The year lies outside <see cref="VietnameseDate.FirstYear"/> to <see cref="VietnameseDate.LastYear"/>.</summary>
    YearOutOfRange,

    /// <summary>The month is not 1 to 12.</summary>
    NoSuchMonth,

    /// <summary>The month has no such day, as 30/02.</summary>
    NoSuchDay,
}

/// <summary>What a typed date was understood as.</summary>
/// <param name="Problem">Why there is no date, or <see cref="VietnameseDateProblem.None"/>.</param>
/// <param name="Day">The day that was typed, 0 if none was recognised.</param>
/// <param name="Month">The month that was typed, 0 if none was recognised.</param>
/// <param name="Year">The year that was typed, 0 if none was recognised.</param>
public readonly record struct VietnameseDateResult(VietnameseDateProblem Problem, int Day, int Month, int Year)
{
    /// <summary>The date, or null if there is a problem.</summary>
    public DateOnly? Value => Problem == VietnameseDateProblem.None ? new DateOnly(Year, Month, Day) : null;
}

/// <summary>Dates as people in Việt Nam type, read and print them.</summary>
public static class VietnameseDate
{
    /// <summary>The earliest year a user may type.</summary>
    public const int FirstYear = 1900;

    /// <summary>The latest year a user may type.</summary>
    public const int LastYear = 2200;

    /// <summary>
    /// Reads d/M/yyyy, dd/MM/yyyy, dd-MM-yyyy, dd.MM.yyyy and ddMMyyyy, always day first, and yyyy-MM-dd as browsers' date pickers send it.
    /// Spaces around the parts are ignored. The culture of the request plays no part.
    /// </summary>
    public static VietnameseDateResult Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length == 0)
        {
            return new(VietnameseDateProblem.Empty, 0, 0, 0);
        }

        if (trimmed.Length == 8 && trimmed.All(char.IsAsciiDigit))
        {
            return Check(trimmed[..2], trimmed[2..4], trimmed[4..]);
        }

        var separator = trimmed.FirstOrDefault(c => c is '/' or '-' or '.');
        var parts = trimmed.Split(separator, StringSplitOptions.TrimEntries);
        if (separator == default || parts.Length != 3 || !parts.All(part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit)))
        {
            return new(VietnameseDateProblem.NotADate, 0, 0, 0);
        }

        return separator == '-' && parts[0].Length == 4 ? Check(parts[2], parts[1], parts[0]) : Check(parts[0], parts[1], parts[2]);
    }

    /// <summary>The date as dd/MM/yyyy.</summary>
    public static string Format(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// The date as official documents spell it, "ngày 05 tháng 02 năm 2026": a zero leads days under 10 and the months 1 and 2,
    /// and no other (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm b).
    /// </summary>
    public static string FormatOfficial(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {OfficialMonth(date.Month)} năm {date.Year:0000}");

    private static string OfficialMonth(int month) => month.ToString(month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);

    private static VietnameseDateResult Check(string dayText, string monthText, string yearText)
    {
        if (dayText.Length > 2 || monthText.Length > 2)
        {
            return new(VietnameseDateProblem.NotADate, 0, 0, 0);
        }

        var (day, month, year) = (Number(dayText), Number(monthText), Number(yearText));
        var problem =
            yearText.Length < 4 ? VietnameseDateProblem.ShortYear
            : year is < FirstYear or > LastYear ? VietnameseDateProblem.YearOutOfRange
            : month is < 1 or > 12 ? VietnameseDateProblem.NoSuchMonth
            : day < 1 || day > DateTime.DaysInMonth(year, month) ? VietnameseDateProblem.NoSuchDay
            : VietnameseDateProblem.None;
        return new(problem, day, month, year);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
