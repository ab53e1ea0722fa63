using SonTrung.Cchc.Core.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Reads a PDF that has text: by its structure where it is tagged through, else by where the letters stand.</summary>
internal static class PdfTextReader
{
    private const int MaxDepth = 128;

    /// <summary>Fewer letters than this are a stamp on a picture, not a page of text.</summary>
    private const int FewestLetters = 25;

    /// <summary>The share of letters and digits below which a text says nothing.</summary>
    private const double LeastReadable = 0.6;

    public static DocumentReading Read(byte[] file, ReadingBudget budget)
    {
        try
        {
            using var pdf = PdfDocument.Open(file, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = MaxDepth,
                FilterProvider = new PdfFilters(budget),
            });
            if (pdf.NumberOfPages > DocumentFileReader.MaxPages)
            {
                return DocumentReading.Refused(ReadingRefusal.TooLong, DocumentSourceKind.Pdf);
            }

            return Read(pdf, budget);
        }
        catch (PdfDocumentEncryptedException)
        {
            return DocumentReading.Refused(ReadingRefusal.Encrypted, DocumentSourceKind.Pdf);
        }
        catch (Exception damage) when (damage is not ReadingGivenUpException)
        {
            // The parser lets many kinds of exceptions through on broken files; a file can do no worse than not be read.
            return Given(damage) is { } given
                ? DocumentReading.Refused(given.Refusal, DocumentSourceKind.Pdf)
                : DocumentReading.Refused(ReadingRefusal.Damaged, DocumentSourceKind.Pdf);
        }
    }

    private static DocumentReading Read(PdfDocument pdf, ReadingBudget budget)
    {
        var pages = new List<Page>();
        var letters = 0;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            budget.CheckTime();
            var page = pdf.GetPage(number);
            pages.Add(page);
            letters += page.Letters.Count;
            if (letters > 2 * DocumentFileReader.MaxCharacters)
            {
                return DocumentReading.Refused(ReadingRefusal.TooLong, DocumentSourceKind.Pdf);
            }
        }

        var silent = pages.Where(page => page.NumberOfImages > 0 && Written(page) < FewestLetters).Select(page => page.Number).ToList();
        var written = pages.Sum(Written);
        if (silent.Count > 0 && (silent.Count * 2 >= pages.Count || written < FewestLetters))
        {
            return DocumentReading.Refused(ReadingRefusal.Scan, DocumentSourceKind.Pdf);
        }

        if (written > 0 && pages.SelectMany(page => page.Letters).Sum(letter => letter.Value.Count(IsReadable)) < LeastReadable * written)
        {
            return DocumentReading.Refused(ReadingRefusal.Unreadable, DocumentSourceKind.Pdf);
        }

        return new DocumentReading
        {
            Kind = DocumentSourceKind.Pdf,
            Lines = PdfStructureText.Read(pdf, pages, budget) ?? PdfPageText.Read(pages, budget),
            PagesWithoutText = silent,
        };
    }

    private static int Written(Page page) => page.Letters.Sum(letter => letter.Value.Count(c => !char.IsWhiteSpace(c)));

    private static bool IsReadable(char c) => !char.IsWhiteSpace(c) && c != '\uFFFD' && !char.IsControl(c) && c is not (>= '\uE000' and <= '\uF8FF');

    private static ReadingGivenUpException? Given(Exception damage)
    {
        var inner = damage;
        while (inner is not null and not ReadingGivenUpException)
        {
            inner = inner.InnerException;
        }

        return (ReadingGivenUpException?)inner;
    }
}
