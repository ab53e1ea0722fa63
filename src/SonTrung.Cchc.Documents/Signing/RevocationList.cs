using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SonTrung.Cchc.Core.Signing;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>A certificate on a revocation list.</summary>
/// <param name="On">From when it counts as revoked.</param>
/// <param name="Reason">Why (RFC 5280, 5.3.1); null when the list does not say.</param>
internal readonly record struct RevokedCertificate(DateTimeOffset On, int? Reason)
{
    private const int AffiliationChanged = 3;
    private const int CessationOfOperation = 5;

    /// <summary>Whether the key was in its holder's hand until then: post, name or certificate changed, nothing was stolen.</summary>
    public bool IsHarmlessBefore => Reason is >= AffiliationChanged and <= CessationOfOperation;
}

/// <summary>
/// A list of revoked certificates (CRL, RFC 5280, 5), read from a file. Reading proves nothing: each question checks the issuer's signature on the list
/// (<see cref="IsSignedBy"/>) and its time (<see cref="NextUpdate"/>).
/// </summary>
public sealed class RevocationList
{
    private const string ReasonCode = "2.5.29.21";
    private const string IssuingDistributionPoint = "2.5.29.28";
    private const string DistributionPoints = "2.5.29.31";

    private readonly byte[] _signed;
    private readonly byte[] _signature;
    private readonly string _algorithm;
    private readonly byte[] _issuer;
    private readonly Dictionary<string, RevokedCertificate> _entries;
    private readonly Scope _scope;

    private RevocationList(byte[] signed, string algorithm, byte[] signature, Body body)
    {
        (_signed, _algorithm, _signature) = (signed, algorithm, signature);
        (_issuer, _entries, _scope) = (body.Issuer, body.Entries, body.Scope);
        (IssuerName, ThisUpdate, NextUpdate) = (new X500DistinguishedName(body.Issuer).Name, body.ThisUpdate, body.NextUpdate);
    }

    /// <summary>Who made it, in full.</summary>
    public string IssuerName { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>By when the next one is there: afterwards this one says nothing about signatures made later.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>How many certificates are on it.</summary>
    public int Count => _entries.Count;

    /// <summary>Reads a list, DER or PEM.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="CryptographicException">It is no list that can be relied on: damaged, a supplement to another (delta), without an end of its time, or with a rule that is not known here.</exception>
    public static RevocationList Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return Parse(file.AsSpan().StartsWith("-----"u8) ? FromPem(file) : file);
        }
        catch (Exception damage) when (damage is AsnContentException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new CryptographicException("The file is no list of revoked certificates.", damage);
        }
    }

    /// <summary>Whether it speaks of a certificate: of its issuer, its kind, and the part of the issuer's lists that it belongs to.</summary>
    internal bool SpeaksOf(X509Certificate2 certificate)
    {
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault()?.CertificateAuthority ?? false;
        return certificate.IssuerName.RawData.AsSpan().SequenceEqual(_issuer)
            && !(_scope.UsersOnly && isAuthority)
            && !(_scope.AuthoritiesOnly && !isAuthority)
            && (_scope.Places.Count == 0
                || (certificate.Extensions[DistributionPoints] is { } points && _scope.Places.Exists(place => points.RawData.AsSpan().IndexOf(place) >= 0)));
    }

    /// <summary>Whether it is signed by its issuer, with an algorithm that is strong enough.</summary>
    internal bool IsSignedBy(X509Certificate2 issuer)
    {
        if (!issuer.SubjectName.RawData.AsSpan().SequenceEqual(_issuer)
            || (issuer.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign)))
        {
            return false;
        }

        var hash = _algorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => default,
        };
        return hash.Name is not null
            && SignatureAlgorithms.IsRsa(issuer) == _algorithm.StartsWith("1.2.840.113549", StringComparison.Ordinal)
            && SignatureAlgorithms.Verify(issuer, CryptographicOperations.HashData(hash, _signed), _signature, hash);
    }

    /// <summary>What it says of a certificate; null when it is not on the list.</summary>
    internal RevokedCertificate? Find(X509Certificate2 certificate) =>
        _entries.TryGetValue(Serial(certificate.SerialNumberBytes.Span), out var entry) ? entry : null;

    private static byte[] FromPem(byte[] file)
    {
        var text = Encoding.ASCII.GetString(file);
        var fields = PemEncoding.Find(text);
        return text[fields.Label] == "X509 CRL" ? Convert.FromBase64String(text[fields.Base64Data]) : throw new FormatException("Not a list.");
    }

    private static RevocationList Parse(byte[] der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var outer = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var signed = outer.ReadEncodedValue().ToArray();
        var algorithm = Algorithm(outer);
        var signature = outer.ReadBitString(out _);
        outer.ThrowIfNotEmpty();
        var (inner, body) = ReadBody(new AsnReader(signed, AsnEncodingRules.DER).ReadSequence());
        return inner == algorithm ? new RevocationList(signed, algorithm, signature, body) : throw new CryptographicException("Two algorithms.");
    }

    private static (string Algorithm, Body Body) ReadBody(AsnReader list)
    {
        if (list.PeekTag() == Asn1Tag.Integer)
        {
            list.ReadInteger();
        }

        var algorithm = Algorithm(list);
        var issuer = list.ReadEncodedValue().ToArray();
        var thisUpdate = Time(list);
        var nextUpdate = IsTime(list) ? Time(list) : throw new CryptographicException("The list has no end.");
        var entries = new Dictionary<string, RevokedCertificate>(StringComparer.Ordinal);
        if (list.HasData && list.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            var rows = list.ReadSequence();
            while (rows.HasData)
            {
                var row = rows.ReadSequence();
                var serial = Serial(row.ReadIntegerBytes().Span);
                entries[serial] = new RevokedCertificate(Time(row), row.HasData ? Reason(row.ReadSequence()) : null);
            }
        }

        var scope = list.HasData ? ReadScope(list.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence()) : Scope.All;
        list.ThrowIfNotEmpty();
        return (algorithm, new Body(issuer, thisUpdate, nextUpdate, entries, scope));
    }

    private static string Algorithm(AsnReader reader) => reader.ReadSequence().ReadObjectIdentifier();

    private static bool IsTime(AsnReader reader) =>
        reader.HasData && (reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) || reader.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime));

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    /// <summary>A serial number without its leading zeros.</summary>
    private static string Serial(ReadOnlySpan<byte> number) => Convert.ToHexString(number.TrimStart((byte)0));

    private static int? Reason(AsnReader extensions)
    {
        int? reason = null;
        while (extensions.HasData)
        {
            var (oid, isCritical, value) = Extension(extensions);
            if (oid == ReasonCode)
            {
                reason = new AsnReader(value, AsnEncodingRules.DER).ReadEnumeratedBytes().Span[^1];
            }
            else if (isCritical)
            {
                // An entry of another issuer's list, for instance.
                throw new CryptographicException("An entry has a rule that is not known here.");
            }
        }

        return reason;
    }

    private static Scope ReadScope(AsnReader extensions)
    {
        var scope = Scope.All;
        while (extensions.HasData)
        {
            var (oid, isCritical, value) = Extension(extensions);
            if (oid == IssuingDistributionPoint)
            {
                scope = ReadPoint(new AsnReader(value, AsnEncodingRules.DER).ReadSequence());
            }
            else if (isCritical)
            {
                throw new CryptographicException("The list has a rule that is not known here.");
            }
        }

        return scope;
    }

    /// <summary>Which certificates the list is for (RFC 5280, 5.2.5).</summary>
    private static Scope ReadPoint(AsnReader point)
    {
        var scope = Scope.All;
        while (point.HasData)
        {
            var tag = point.PeekTag();
            switch (tag.TagValue)
            {
                case 0:
                    var names = point.ReadSequence(tag).ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
                    while (names.HasData)
                    {
                        scope.Places.Add(names.ReadEncodedValue().ToArray());
                    }

                    break;
                case 1:
                    scope = scope with { UsersOnly = point.ReadBoolean(tag) };
                    break;
                case 2:
                    scope = scope with { AuthoritiesOnly = point.ReadBoolean(tag) };
                    break;
                default:
                    throw new CryptographicException("The list holds some reasons only, or other issuers' certificates.");
            }
        }

        return scope;
    }

    private static (string Oid, bool IsCritical, byte[] Value) Extension(AsnReader extensions)
    {
        var extension = extensions.ReadSequence();
        var oid = extension.ReadObjectIdentifier();
        var isCritical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
        return (oid, isCritical, extension.ReadOctetString());
    }

    private sealed record Body(
        byte[] Issuer, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, Dictionary<string, RevokedCertificate> Entries, Scope Scope);

    private sealed record Scope(List<byte[]> Places, bool UsersOnly, bool AuthoritiesOnly)
    {
        public static Scope All => new([], false, false);
    }
}

/// <summary>The revocation lists that signatures are judged by.</summary>
internal static class Revocation
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>What the lists say against a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">Who gave it out.</param>
    /// <param name="lists">The lists that are there; none for its issuer: nothing is asked.</param>
    /// <param name="moment">The time that counts, and whether anybody but the signer says so.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static SignatureProblem? Check(X509Certificate2 certificate, X509Certificate2 issuer, RevocationLists lists, SigningMoment moment)
    {
        var own = lists.Lists.Where(list => list.SpeaksOf(certificate)).ToList();
        if (own.Count == 0)
        {
            return lists.Unreadable.Count > 0 ? SignatureProblem.RevocationUnknown : null;
        }

        var sound = own.Where(list => list.ThisUpdate <= moment.Now + ClockTolerance && list.IsSignedBy(issuer)).ToList();
        return sound.Exists(list => list.Find(certificate) is { } entry && (entry.On <= moment.Revocation || !(moment.IsProven || entry.IsHarmlessBefore))) ? SignatureProblem.Revoked
            : sound.Count == 0 ? SignatureProblem.RevocationUnknown
            : sound.TrueForAll(list => list.NextUpdate < moment.Revocation) ? SignatureProblem.RevocationStale
            : null;
    }
}

/// <summary>The time by which a signature is judged.</summary>
/// <param name="Time">When it was made.</param>
/// <param name="Now">The time now.</param>
/// <param name="IsProven">Whether a trusted service says so, or only the signer's own clock.</param>
internal readonly record struct SigningMoment(DateTimeOffset Time, DateTimeOffset Now, bool IsProven)
{
    /// <summary>Whether the signature has only just come, so that revocation counts as of now unless its time is proven.</summary>
    public bool IsNew { get; init; }

    /// <summary>The time as of which revocation counts.</summary>
    public DateTimeOffset Revocation => IsNew && !IsProven ? Now : Time;
}
