using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Audit;

/// <summary>What a walk along the audit found, for people.</summary>
internal static class AuditVerdictWords
{
    private const int GroupLength = 8;

    /// <summary>The first break in a sentence that names the entry: when, who, and the kind of row, nothing of its content.</summary>
    public static string Of(AuditBreach breach) => breach.Kind switch
    {
        AuditBreachKind.Removed when breach.Other is { } last && last > breach.Sequence => AuditTexts.BreachRemoved.Fill(breach.Sequence, last),
        AuditBreachKind.Removed => AuditTexts.BreachRemovedOne.Fill(breach.Sequence),
        AuditBreachKind.Inserted => AuditTexts.BreachInserted.Fill(breach.Sequence, Entry(breach.Entry)),
        AuditBreachKind.Reordered => AuditTexts.BreachReordered.Fill(breach.Sequence, breach.Other, Entry(breach.Entry)),
        AuditBreachKind.HeadChanged => AuditTexts.BreachHead.Fill(breach.Sequence, Entry(breach.Entry)),
        _ => AuditTexts.BreachChanged.Fill(breach.Sequence, Entry(breach.Entry)),
    };

    /// <summary>What became of a hash that was noted.</summary>
    public static string OfNoted(long? place) => place switch
    {
        null => AuditTexts.VerifyNotedGone,
        0 => AuditTexts.VerifyNotedStart,
        { } found => AuditTexts.VerifyNotedFound.Fill(found),
    };

    /// <summary>A hash in groups that can be written down and compared.</summary>
    public static string Spaced(byte[] hash) => string.Join(' ', AuditChain.Write(hash).Chunk(GroupLength).Select(group => new string(group)));

    private static string Entry(AuditEntry? entry) => entry is null
        ? ""
        : AuditTexts.BreachEntry.Fill(
            VietnamTime.Format(entry.AtUtc),
            entry.UserName.Length == 0 ? AuditTexts.NobodyYet : entry.UserName,
            $"{AuditSentence.ActionName(entry.Action)} {AuditSentence.EntityName(entry.Entity)}");
}
