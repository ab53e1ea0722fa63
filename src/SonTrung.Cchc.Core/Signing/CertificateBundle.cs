using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>A certificate and those it hangs on as bytes: DER, one after the other, the holder's first.</summary>
public static class CertificateBundle
{
    /// <summary>Writes them.</summary>
    /// <param name="own">The holder's.</param>
    /// <param name="chain">The others.</param>
    public static byte[] Write(X509Certificate2 own, IReadOnlyList<X509Certificate2> chain)
    {
        ArgumentNullException.ThrowIfNull(own);
        return [.. own.RawData, .. chain.SelectMany(item => item.RawData)];
    }

    /// <summary>Reads them; the caller disposes of each.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    public static IReadOnlyList<X509Certificate2> Read(ReadOnlySpan<byte> bytes)
    {
        var found = new List<X509Certificate2>();
        while (!bytes.IsEmpty)
        {
            AsnDecoder.ReadSequence(bytes, AsnEncodingRules.DER, out _, out _, out var length);
            found.Add(X509CertificateLoader.LoadCertificate(bytes[..length]));
            bytes = bytes[length..];
        }

        return found;
    }
}
