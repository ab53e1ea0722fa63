using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>The filters of PDF streams, each within the budget: a stream that would unpack to more is never unpacked.</summary>
/// <param name="budget">The budget of the file.</param>
internal sealed class PdfFilters(ReadingBudget budget) : IFilterProvider
{
    private readonly IFilterProvider inner = DefaultFilterProvider.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(inner.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(inner.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(inner.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => filters.Select(filter => (IFilter)new BoundedFilter(filter, budget)).ToList();

    private sealed class BoundedFilter(IFilter filter, ReadingBudget budget) : IFilter
    {
        /// <summary>How long packed data of the old methods may be, bytes: they unpack to some thousand times as much at worst, and hold little text today.</summary>
        private const int MaxOldMethods = 200_000;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.CheckTime();
            switch (filter)
            {
                case FlateFilter:
                    Measure(input);
                    break;
                case LzwFilter or RunLengthFilter when input.Length > MaxOldMethods:
                    throw new ReadingGivenUpException(ReadingRefusal.Damaged);
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Spend(output.Length);
            return output;
        }

        private static void Measure(ReadOnlyMemory<byte> input)
        {
            // The two bytes of the zlib header are passed over, whatever they say.
            if (input.Length <= 2)
            {
                return;
            }

            using var packed = new MemoryStream(input[2..].ToArray(), writable: false);
            using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[65_536];
            var total = 0;
            try
            {
                for (int read; (read = inflate.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > ReadingBudget.MaxStream)
                    {
                        throw new ReadingGivenUpException(ReadingRefusal.Damaged);
                    }
                }
            }
            catch (InvalidDataException)
            {
                // What was unpacked before the damage was counted; the reader says what it makes of the rest.
            }
        }
    }
}
