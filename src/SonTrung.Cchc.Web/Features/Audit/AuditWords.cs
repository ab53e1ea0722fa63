using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Web.Features.Audit;

/// <summary>Words that people look for in the audit. What the list shows of kinds and acts is Vietnamese, what is stored is not: these words are looked up in the names.</summary>
internal static class AuditWords
{
    private const int MostWords = 8;

    private static readonly IReadOnlyList<(string Entity, string Key)> Entities =
        [.. AuditSentence.Kinds.Select(kind => (kind.Entity, SearchKey.Of(kind.Name)))];

    private static readonly IReadOnlyList<(AuditAction Action, string Key)> Actions =
        [.. Enum.GetValues<AuditAction>().Select(action => (action, SearchKey.Of(AuditSentence.ActionName(action))))];

    private static readonly IReadOnlyList<(string Stored, string Key)> Values =
        [.. AuditSentence.Listing("Value").Select(value => (SearchKey.Of(value.Key), SearchKey.Of(value.Name)))];

    public static IReadOnlyList<AuditWord> Of(string? search) =>
    [
        .. SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(word => new AuditWord(
            word,
            [.. Entities.Where(kind => Has(kind.Key, word)).Select(kind => kind.Entity)],
            [.. Actions.Where(act => Has(act.Key, word)).Select(act => act.Action)],
            [.. Values.Where(value => Has(value.Key, word)).Select(value => value.Stored).Distinct()])),
    ];

    /// <summary>As a word, not within one: "ký" is not in "xã ký túc", and "ai" not in "tài liệu".</summary>
    private static bool Has(string name, string word) => name.Split(' ').Any(part => part.StartsWith(word, StringComparison.Ordinal));
}
