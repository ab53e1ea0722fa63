using System.Buffers;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>A signature in a file: its field, its dictionary, the bytes it says it covers.</summary>
internal sealed record FoundSignature(FormField Field, PdfDictionary Dictionary, PdfString? Contents, int? End)
{
    /// <summary>
    /// Reads a signature. It covers the file from its first byte to an end, but for the string of the container between its brackets, or it has no end:
    /// whatever else a range leaves out is a place to hide something in.
    /// </summary>
    public static FoundSignature Read(PdfSource source, FormField field)
    {
        if (field.Field["V"] is not PdfReference reference || source.Resolve(reference) is not PdfDictionary dictionary)
        {
            return new FoundSignature(field, PdfDictionary.Empty, null, null);
        }

        var contents = source.PlaceOf(reference.Number) is { Container: 0 } ? dictionary["Contents"] as PdfString : null;
        var range = dictionary["ByteRange"] is PdfArray { Items: [PdfLiteral { Number: 0 }, PdfLiteral a, PdfLiteral b, PdfLiteral c] }
            && contents is not null && a.Number == contents.Start && b.Number == contents.End && c.Number > 0 && b.Number + c.Number <= source.Length
            ? (int?)(int)(b.Number.Value + c.Number.Value)
            : null;
        return new FoundSignature(field, dictionary, contents, range);
    }
}

/// <summary>Checks one signature by itself: the bytes, the container, the certificate, the time.</summary>
/// <param name="trust">Whom the portal relies on.</param>
/// <param name="now">The time now.</param>
internal sealed class SignatureCheck(TrustBase trust, DateTimeOffset now)
{
    private const string Timestamping = "1.3.6.1.5.5.7.3.8";
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
    private static readonly SearchValues<byte> UpperHex = SearchValues.Create("0123456789ABCDEF"u8);
    private static readonly SearchValues<byte> LowerHex = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Checks a signature.</summary>
    /// <param name="source">The file.</param>
    /// <param name="found">The signature.</param>
    /// <param name="isNew">Whether it has only just come: then what is revoked by now is refused, whatever time the signer's clock said.</param>
    public SignatureReport Check(PdfSource source, FoundSignature found, bool isNew = false)
    {
        var report = new SignatureReport
        {
            Field = found.Field.Name,
            Length = found.End ?? 0,
            Certifies = Transforms(source, found.Dictionary).Any(transform => transform.Method == "DocMDP"),
            ClaimedTime = found.Dictionary["M"] is PdfString time ? SignatureTime.Read(time.Text) : null,
        };
        if (found.Contents is not { } contents || found.End is not { } end)
        {
            return report with { Problems = [SignatureProblem.NotWhole] };
        }

        var kind = (found.Dictionary["SubFilter"] as PdfName)?.Text;
        if (kind is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached"))
        {
            return report with { Problems = [SignatureProblem.UnknownKind] };
        }

        if (!IsPlainHex(source.Data.AsSpan(contents.Start, contents.End - contents.Start))
            || !CmsSignature.IsExact(contents.Bytes, out var length)
            || contents.Bytes.AsSpan(length).ContainsAnyExcept((byte)0))
        {
            return report with { Problems = [SignatureProblem.NotIntact] };
        }

        try
        {
            byte[] signed = [.. source.Data.AsSpan(0, contents.Start), .. source.Data.AsSpan(contents.End, end - contents.End)];
            var container = new SignedCms(new ContentInfo(signed), detached: true);
            container.Decode(contents.Bytes.AsSpan(0, length));
            return Check(report, container, kind == "ETSI.CAdES.detached", isNew);
        }
        catch (Exception damage) when (damage is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException)
        {
            return report with { Problems = [SignatureProblem.NotIntact] };
        }
    }

    /// <summary>What a signature allows or locks: the method and its parameters.</summary>
    public static IEnumerable<(string Method, PdfDictionary Parameters)> Transforms(PdfSource source, PdfDictionary signature) =>
        source.ItemsOf(signature["Reference"]).Select(source.DictionaryOf)
            .Select(reference => ((reference["TransformMethod"] as PdfName)?.Text ?? "", source.DictionaryOf(reference["TransformParams"])));

    private SignatureReport Check(SignatureReport report, SignedCms container, bool isCades, bool isNew)
    {
        if (container.SignerInfos.Count != 1 || container.SignerInfos[0].Certificate is not { } certificate)
        {
            return report with { Problems = [SignatureProblem.NotIntact] };
        }

        var signer = container.SignerInfos[0];
        var problems = new HashSet<SignatureProblem>();
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            problems.Add(SignatureProblem.NotIntact);
        }

        if (!NamesCertificate(signer, certificate, isCades))
        {
            problems.Add(SignatureProblem.NotIntact);
        }

        if (CertificateBag.Check(certificate, container.Certificates, trust.Anchors) is { } damage)
        {
            problems.Add(damage);
        }

        if (!SignatureAlgorithms.IsStrongHash(signer.DigestAlgorithm.Value) || !SignatureAlgorithms.IsStrongKey(certificate))
        {
            problems.Add(SignatureProblem.Weak);
        }

        if (!SignatureAlgorithms.MaySign(certificate))
        {
            problems.Add(SignatureProblem.KeyUsage);
        }

        var stamped = StampedTime(signer, problems);
        if (stamped is null && report.ClaimedTime > now + ClockTolerance)
        {
            problems.Add(SignatureProblem.InFuture);
        }

        problems.UnionWith(CertificateTrust.Check(certificate, container.Certificates, trust, new SigningMoment(stamped ?? report.ClaimedTime ?? now, now, stamped is not null)
        {
            IsNew = isNew,
        }));
        return report with { Signer = SignerCertificate.Of(certificate), StampedTime = stamped, Problems = [.. problems.Order()] };
    }

    /// <summary>Whether the signature says whose it is by the certificate's hash: a CAdES signature must, an older one may (RFC 5035).</summary>
    private static bool NamesCertificate(SignerInfo signer, X509Certificate2 certificate, bool isCades)
    {
        var attribute = signer.SignedAttributes.OfType<CryptographicAttributeObject>().FirstOrDefault(item => item.Oid.Value == CmsSignature.SigningCertificateV2);
        if (attribute is null)
        {
            return !isCades;
        }

        var first = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        var algorithm = HashAlgorithmName.SHA256;
        if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            if (SignatureAlgorithms.HashOf(first.ReadSequence().ReadObjectIdentifier()) is not { } named)
            {
                return false;
            }

            algorithm = named;
        }

        return first.ReadOctetString().AsSpan().SequenceEqual(certificate.GetCertHash(algorithm));
    }

    /// <summary>The time that a stamp on the signature says; anything else that was added to the signature afterwards is refused.</summary>
    private DateTimeOffset? StampedTime(SignerInfo signer, HashSet<SignatureProblem> problems)
    {
        if (signer.UnsignedAttributes.Count == 0)
        {
            return null;
        }

        if (signer.UnsignedAttributes is not [{ Oid.Value: CmsSignature.SignatureTimestamp, Values: { Count: 1 } values }]
            || !Rfc3161TimestampToken.TryDecode(values[0].RawData, out var token, out var length)
            || length != values[0].RawData.Length
            || !CmsSignature.IsExact(values[0].RawData, out _)
            || !token.VerifySignatureForSignerInfo(signer, out var service)
            || token.AsSignedCms() is not { SignerInfos: [var stamper] } stamp
            || CertificateBag.Check(service, stamp.Certificates, trust.Anchors) == SignatureProblem.NotIntact)
        {
            problems.Add(SignatureProblem.TimestampNotIntact);
            return null;
        }

        var time = token.TokenInfo.Timestamp;
        if (CertificateTrust.Check(service, stamp.Certificates, trust, new SigningMoment(time, now, IsProven: true), Timestamping).Count > 0
            || CertificateBag.Check(service, stamp.Certificates, trust.Anchors) is not null
            || !SignatureAlgorithms.IsStrongHash(stamper.DigestAlgorithm.Value)
            || !SignatureAlgorithms.IsStrongHash(token.TokenInfo.HashAlgorithmId.Value)
            || !SignatureAlgorithms.IsStrongKey(service))
        {
            problems.Add(SignatureProblem.TimestampNotTrusted);
            return null;
        }

        return time;
    }

    /// <summary>Whether a string is hex digits of one case from bracket to bracket: nothing in it can change unseen.</summary>
    private static bool IsPlainHex(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text.Length % 2 == 0
        && (!text[1..^1].ContainsAnyExcept(UpperHex) || !text[1..^1].ContainsAnyExcept(LowerHex));
}
