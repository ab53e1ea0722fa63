using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Features.Audit;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Commands;

/// <summary><c>audit verify [--head HASH]</c>: whether the audit is whole, and whether a noted hash is still in it.</summary>
internal static class AuditCommand
{
    public const string Name = "audit";

    private const int Broken = 1;
    private const int Refused = 2;

    /// <summary>Runs the command: what was found on standard output, a line each.</summary>
    /// <returns>0 when the audit is whole; 1 when it is not, or a noted hash is gone; 2 when nothing was verified.</returns>
    public static async Task<int> RunAsync(string[] arguments, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var noted = arguments is [_, "verify", "--head", var written] ? AuditChain.Read(written) : null;
        if (arguments is not [_, "verify"] && noted is null)
        {
            await errors.WriteLineAsync(CommandTexts.AuditUsage);
            return Refused;
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(Name);
        var verdict = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(noted);
        var isGone = noted is not null && verdict.NotedAt is null;
        var isWhole = verdict.Breach is null && !isGone;
        if (verdict.Breach is { } breach)
        {
            await output.WriteLineAsync(AuditVerdictWords.Of(breach));
        }

        if (noted is not null)
        {
            await output.WriteLineAsync(AuditVerdictWords.OfNoted(verdict.NotedAt));
        }

        await output.WriteLineAsync($"{(isWhole ? AuditTexts.VerifyWhole : AuditTexts.VerifyBroken)}: {AuditTexts.VerifyOf.Fill(verdict.Count, AuditChain.Write(verdict.Hash))}");
        return isWhole ? 0 : Broken;
    }
}
