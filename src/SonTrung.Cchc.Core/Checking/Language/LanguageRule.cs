using System.Globalization;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Core.Checking.Language;

/// <summary>A rule of spelling, punctuation, capitals or characters: it looks at one block after another.</summary>
internal abstract class LanguageRule : CheckRule
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(CheckedText text) =>
        text.Document.Blocks.Where(block => block.Text.Length > 0 && AppliesTo(block)).SelectMany(block => Check(text, block));

    /// <summary>Whether it looks at such a block.</summary>
    protected virtual bool AppliesTo(ReadBlock block) => true;

    /// <summary>What it finds in one block.</summary>
    protected abstract IEnumerable<Finding> Check(CheckedText text, ReadBlock block);

    /// <summary>A finding at some characters of a block.</summary>
    protected Finding Mark(ReadBlock block, int start, int length, string message, string? replacement = null, bool isSafe = false) => new()
    {
        Rule = Info,
        BlockId = block.Id,
        Start = start,
        Length = length,
        Message = message,
        Replacement = replacement,
        IsSafe = isSafe && replacement is not null,
    };

    /// <summary>Fills a text's places.</summary>
    protected static string Fill(string text, params object[] values) => string.Format(Vietnamese, text, values);

    /// <summary>The body: what people write as sentences.</summary>
    protected static bool IsBody(ReadBlock block) =>
        block.Part is DocumentPart.Section or DocumentPart.Heading or DocumentPart.Paragraph or DocumentPart.Numbered or DocumentPart.Dash or DocumentPart.Plus;
}
