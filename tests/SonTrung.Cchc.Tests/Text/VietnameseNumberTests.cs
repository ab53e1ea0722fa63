using CsCheck;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Text;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("-12,5", "-12.5")]
    [InlineData("−3", "-3")]
    [InlineData("+3", "3")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234.567,25", "1234567.25")]
    [InlineData("1.234", "1234")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1 234 567,5", "1234567.5")]
    [InlineData("94,1", "94.1")]
    [InlineData("94.1", "94.1")]
    [InlineData("1,234", "1.234")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("12.34", "12.34")]
    public void Parse_EitherHabit_ReadsTheSameNumber(string text, string expected)
    {
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), VietnameseNumber.Parse(text).Value);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1..2")]
    [InlineData("1.23.456")]
    [InlineData("1.234,5,6")]
    [InlineData("1.2345.678")]
    [InlineData("12%")]
    [InlineData("-")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("1e5")]
    [InlineData("٣")]
    public void Parse_NoNumber_IsRefused(string text)
    {
        Assert.Equal(VietnameseNumberProblem.NotANumber, VietnameseNumber.Parse(text).Problem);
    }

    [Theory]
    [InlineData("1.234", 1234)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("3 000", 3000)]
    [InlineData("-7", -7)]
    public void ParseWhole_Thousands_ReadsThem(string text, long expected)
    {
        Assert.Equal(expected, VietnameseNumber.ParseWhole(text).Value);
    }

    [Theory]
    [InlineData("1,234", VietnameseNumberProblem.Ambiguous)]
    [InlineData("12,000", VietnameseNumberProblem.Ambiguous)]
    [InlineData("0,125", VietnameseNumberProblem.NotWhole)]
    [InlineData("1.5", VietnameseNumberProblem.NotWhole)]
    [InlineData("2,0", VietnameseNumberProblem.NotWhole)]
    [InlineData("", VietnameseNumberProblem.Empty)]
    [InlineData("99999999999999999999999999999999", VietnameseNumberProblem.OutOfRange)]
    public void ParseWhole_Doubt_IsRefusedWithItsReason(string text, VietnameseNumberProblem expected)
    {
        Assert.Equal(expected, VietnameseNumber.ParseWhole(text).Problem);
    }

    [Fact]
    public void Format_Fraction_UsesVietnameseSeparators()
    {
        Assert.Equal("1.234.567,5", VietnameseNumber.Format(1234567.50m));
        Assert.Equal("94,1", VietnameseNumber.Format(94.0972m, decimals: 1));
        Assert.Equal("-3.000", VietnameseNumber.Format(-3000L));
    }

    [Fact]
    public void Parse_WhatFormatWrote_IsTheSameNumber()
    {
        Gen.Int[-2_000_000_000, 2_000_000_000].Select(Gen.Int[0, 6], (n, scale) => n / (decimal)Math.Pow(10, scale))
            .Sample(value => VietnameseNumber.Parse(VietnameseNumber.Format(value)).Value == value);
        Gen.Long[-9_000_000_000_000, 9_000_000_000_000].Sample(value => VietnameseNumber.ParseWhole(VietnameseNumber.Format(value)).Value == value);
    }
}
