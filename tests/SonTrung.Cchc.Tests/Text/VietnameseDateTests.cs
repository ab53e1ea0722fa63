using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class VietnameseDateTests
{
    [Theory]
    [InlineData("5/4/2026")]
    [InlineData("05/04/2026")]
    [InlineData("05-04-2026")]
    [InlineData("5-4-2026")]
    [InlineData("05.04.2026")]
    [InlineData("05042026")]
    [InlineData(" 05 / 04 / 2026 ")]
    [InlineData("2026-04-05")]
    public void Parse_EveryAcceptedForm_ReadsDayFirst(string text)
    {
        Assert.Equal(new DateOnly(2026, 4, 5), VietnameseDate.Parse(text).Value);
    }

    [Theory]
    [InlineData(null, VietnameseDateProblem.Empty)]
    [InlineData("  ", VietnameseDateProblem.Empty)]
    [InlineData("hôm qua", VietnameseDateProblem.NotADate)]
    [InlineData("5/4", VietnameseDateProblem.NotADate)]
    [InlineData("5/4-2026", VietnameseDateProblem.NotADate)]
    [InlineData("2026/04/05", VietnameseDateProblem.NotADate)]
    [InlineData("005/04/2026", VietnameseDateProblem.NotADate)]
    [InlineData("5/4/2026 10:00", VietnameseDateProblem.NotADate)]
    [InlineData("٠٥/٠٤/٢٠٢٦", VietnameseDateProblem.NotADate)]
    [InlineData("542026", VietnameseDateProblem.NotADate)]
    [InlineData("5/4/26", VietnameseDateProblem.ShortYear)]
    [InlineData("5/4/0226", VietnameseDateProblem.YearOutOfRange)]
    [InlineData("5/13/2026", VietnameseDateProblem.NoSuchMonth)]
    [InlineData("30/02/2026", VietnameseDateProblem.NoSuchDay)]
    [InlineData("29/02/2026", VietnameseDateProblem.NoSuchDay)]
    [InlineData("31042026", VietnameseDateProblem.NoSuchDay)]
    [InlineData("0/4/2026", VietnameseDateProblem.NoSuchDay)]
    public void Parse_NoDate_SaysWhy(string? text, VietnameseDateProblem expected)
    {
        var result = VietnameseDate.Parse(text);

        Assert.Equal(expected, result.Problem);
        Assert.Null(result.Value);
    }

    [Fact]
    public void Parse_LeapDay_IsADate()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), VietnameseDate.Parse("29/2/2028").Value);
    }

    [Fact]
    public void Parse_WhatFormatWrote_IsTheSameDateOnEveryDay()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            Assert.Equal(day, VietnameseDate.Parse(VietnameseDate.Format(day)).Value);
        }
    }

    [Theory]
    [InlineData(2026, 2, 5, "ngày 05 tháng 02 năm 2026")]
    [InlineData(2026, 1, 19, "ngày 19 tháng 01 năm 2026")]
    [InlineData(2026, 3, 9, "ngày 09 tháng 3 năm 2026")]
    [InlineData(2026, 12, 14, "ngày 14 tháng 12 năm 2026")]
    public void FormatOfficial_SmallDayAndMonth_HasTheDecreesZeros(int year, int month, int day, string expected)
    {
        Assert.Equal(expected, VietnameseDate.FormatOfficial(new DateOnly(year, month, day)));
    }
}
