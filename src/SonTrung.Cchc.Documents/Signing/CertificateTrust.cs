using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>Whom the portal relies on.</summary>
/// <param name="Anchors">The roots that are trusted.</param>
/// <param name="Revocations">The revocation lists that are there.</param>
internal sealed record TrustBase(X509Certificate2Collection Anchors, RevocationLists Revocations);

/// <summary>Whether a certificate leads to one of the configured roots, and nobody on the way was revoked.</summary>
internal static class CertificateTrust
{
    /// <summary>Builds the chain as of a time; nothing is fetched from anywhere.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="others">Certificates that came with it.</param>
    /// <param name="trust">Whom the portal relies on.</param>
    /// <param name="moment">The time that counts.</param>
    /// <param name="purpose">An extended key usage that is asked for, or null.</param>
    /// <returns>What is wrong; empty when it is trusted.</returns>
    public static HashSet<SignatureProblem> Check(
        X509Certificate2 certificate, X509Certificate2Collection others, TrustBase trust, SigningMoment moment, string? purpose = null)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Anchors);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = moment.Time.UtcDateTime;
        if (purpose is not null)
        {
            chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(purpose));
        }

        var problems = new HashSet<SignatureProblem>();
        if (!chain.Build(certificate))
        {
            foreach (var status in chain.ChainStatus)
            {
                problems.Add(status.Status == X509ChainStatusFlags.NotTimeValid ? SignatureProblem.NotValidThen : SignatureProblem.NotTrusted);
            }
        }

        // A root is trusted for itself, whatever it was signed with; but its key signs the others.
        if (chain.ChainElements.Any(element => !SignatureAlgorithms.IsStrongKey(element.Certificate))
            || chain.ChainElements.SkipLast(problems.Count == 0 ? 1 : 0).Any(element => !SignedCertificate.IsStrong(element.Certificate)))
        {
            problems.Add(SignatureProblem.Weak);
        }

        if (!problems.Contains(SignatureProblem.NotTrusted))
        {
            foreach (var (element, issuer) in chain.ChainElements.Zip(chain.ChainElements.Skip(1)))
            {
                if (Revocation.Check(element.Certificate, issuer.Certificate, trust.Revocations, moment) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }

        foreach (var element in chain.ChainElements)
        {
            if (element.Certificate != certificate)
            {
                element.Certificate.Dispose();
            }
        }

        return problems;
    }
}
