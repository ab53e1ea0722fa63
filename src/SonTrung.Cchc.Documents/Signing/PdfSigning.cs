using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Signing.Syntax;
using static System.FormattableString;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>In which capacity a document is signed.</summary>
public enum SignatureRole
{
    /// <summary>The person in authority (Điều 13): certifies the document, so that only number, date and the seal may follow.</summary>
    Person,

    /// <summary>The organisation (Điều 17), on a document that a person signed and that has its number (Điều 32.2.d, Điều 14): closes the document.</summary>
    Organisation,

    /// <summary>The organisation, on an attachment in a file of its own: at the top right of its first page (Phụ lục I, II.8.b).</summary>
    Attachment,
}

/// <summary>Why a document is not signed.</summary>
public enum SigningRefusal
{
    /// <summary>The file can't be read.</summary>
    Damaged,

    /// <summary>The key is too weak or of another kind: RSA from 2048 bits and ECDSA from P-256 sign.</summary>
    WeakKey,

    /// <summary>The certificate was not given out for signing.</summary>
    KeyUsage,

    /// <summary>The document has no place for this signature.</summary>
    FieldMissing,

    /// <summary>This signature is there already.</summary>
    AlreadySigned,

    /// <summary>The organisation signs what a person has signed (Điều 32.2.d).</summary>
    PersonSignatureMissing,

    /// <summary>Number and date come before the organisation's signature (Điều 14).</summary>
    NumberMissing,

    /// <summary>An earlier signature allows no other after it.</summary>
    Locked,

    /// <summary>The picture will not do.</summary>
    Picture,

    /// <summary>The container is larger than the room kept for it: <see cref="SigningRequest.Reserve"/> must be raised.</summary>
    ReserveTooSmall,

    /// <summary>What the key answered is no signature of this certificate over this document.</summary>
    SignatureDoesNotMatch,

    /// <summary>The time-stamp service gave no stamp.</summary>
    NoTimestamp,
}

/// <summary>What is to be signed, and how.</summary>
public sealed record SigningRequest
{
    /// <summary>The room for a container besides its certificates, bytes.</summary>
    public const int DefaultReserve = 4096;

    /// <summary>The room for a time stamp with the certificates of its service, bytes.</summary>
    public const int TimestampReserve = 12288;

    /// <summary>The file.</summary>
    public required byte[] Pdf { get; init; }

    /// <summary>The capacity.</summary>
    public required SignatureRole Role { get; init; }

    /// <summary>The signer's certificate.</summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>The certificates between it and its root; they go into the signature.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; init; } = [];

    /// <summary>The time of signing as the portal's clock has it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What is shown; null for a signature without a picture.</summary>
    public SignatureAppearance? Appearance { get; init; }

    /// <summary>Where it is signed, for readers that show it.</summary>
    public string? Location { get; init; }

    /// <summary>The bytes kept for the container; null takes what the certificates need, and <see cref="TimestampReserve"/> when a time stamp is wanted.</summary>
    public int? Reserve { get; init; }

    /// <summary>Whether room for a time stamp is kept.</summary>
    public bool WithTimestamp { get; init; }
}

/// <summary>A document that waits for its signature: plain data that can be kept while a token or a plugin signs elsewhere.</summary>
/// <param name="Pdf">The document with room for the container.</param>
/// <param name="ContainerStart">Where the room begins, after its bracket.</param>
/// <param name="Reserve">How many bytes the container may have.</param>
/// <param name="Attributes">The signed attributes, DER.</param>
/// <param name="Digest">The hash of the attributes: what the key signs.</param>
/// <param name="HashAlgorithm">The name of the hash algorithm: "SHA256".</param>
/// <param name="Certificates">The certificates of the container, the signer's first, DER.</param>
public sealed record PreparedSignature(
    byte[] Pdf, int ContainerStart, int Reserve, byte[] Attributes, byte[] Digest, string HashAlgorithm, IReadOnlyList<byte[]> Certificates);

/// <summary>What came of preparing.</summary>
/// <param name="Prepared">The document that waits; null when refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record PreparationResult(PreparedSignature? Prepared, SigningRefusal? Refusal = null);

/// <summary>What came of signing.</summary>
/// <param name="Pdf">The signed file; null when refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record SigningResult(byte[]? Pdf, SigningRefusal? Refusal = null);

/// <summary>
/// Signs PDF files: PAdES of level B-B, or B-T with a time stamp (ETSI EN 319 142-1), as an increment. Two steps: <see cref="Prepare"/> makes the hash here,
/// a key signs it anywhere, <see cref="EmbedAsync"/> puts the answer in.
/// </summary>
public static class PdfSigning
{
    private const double AttachmentTop = 24;
    private const double AttachmentRight = 43;
    private const string RangePlaceholder = "[0 ********** ********** **********]";

    /// <summary>Signs with a key that answers at once.</summary>
    /// <param name="request">What is signed; certificate and chain are the signer's.</param>
    /// <param name="signer">The key.</param>
    /// <param name="timestamps">The time-stamp service, or null for level B-B.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CryptographicException">The key can't be used.</exception>
    public static async Task<SigningResult> SignAsync(
        SigningRequest request, IDigestSigner signer, ITimestampService? timestamps = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(signer);
        var preparation = Prepare(request with { Certificate = signer.Certificate, Chain = signer.Chain, WithTimestamp = timestamps is not null });
        if (preparation.Prepared is not { } prepared)
        {
            return new SigningResult(null, preparation.Refusal);
        }

        var signature = await signer.SignAsync(prepared.Digest, new HashAlgorithmName(prepared.HashAlgorithm), cancellationToken);
        return await EmbedAsync(prepared, signature, timestamps, cancellationToken);
    }

    /// <summary>Writes the increment with room for the container, and makes the hash that the key signs.</summary>
    /// <param name="request">What is signed.</param>
    public static PreparationResult Prepare(SigningRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!SignatureAlgorithms.IsStrongKey(request.Certificate))
        {
            return new PreparationResult(null, SigningRefusal.WeakKey);
        }

        if (!SignatureAlgorithms.MaySign(request.Certificate))
        {
            return new PreparationResult(null, SigningRefusal.KeyUsage);
        }

        if (request.Appearance is PictureAppearance picture && SignaturePicture.Check(picture.Png) != PictureCheck.Good)
        {
            return new PreparationResult(null, SigningRefusal.Picture);
        }

        try
        {
            var source = PdfSource.Open(request.Pdf, request.Pdf.Length);
            return (Refusal(source, request.Role) ?? Larger(source, request)) is { } refusal
                ? new PreparationResult(null, refusal)
                : new PreparationResult(Write(source, request));
        }
        catch (PdfDamagedException)
        {
            return new PreparationResult(null, SigningRefusal.Damaged);
        }
    }

    /// <summary>Puts the key's answer into the room kept for it.</summary>
    /// <param name="prepared">The document that waits.</param>
    /// <param name="signature">What the key answered.</param>
    /// <param name="timestamps">The time-stamp service, or null for level B-B.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SigningResult> EmbedAsync(
        PreparedSignature prepared, byte[] signature, ITimestampService? timestamps = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(signature);
        var certificates = prepared.Certificates.Select(X509CertificateLoader.LoadCertificate).ToList();
        try
        {
            if (!SignatureAlgorithms.Verify(certificates[0], prepared.Digest, signature, new HashAlgorithmName(prepared.HashAlgorithm)))
            {
                return new SigningResult(null, SigningRefusal.SignatureDoesNotMatch);
            }

            byte[]? stamp = null;
            if (timestamps is not null && (stamp = await timestamps.StampAsync(signature, cancellationToken)) is null)
            {
                return new SigningResult(null, SigningRefusal.NoTimestamp);
            }

            var container = CmsSignature.Encode(prepared.Attributes, certificates, signature, stamp);
            if (container.Length > prepared.Reserve)
            {
                return new SigningResult(null, SigningRefusal.ReserveTooSmall);
            }

            var pdf = prepared.Pdf.ToArray();
            Encoding.ASCII.GetBytes(Convert.ToHexString(container)).CopyTo(pdf, prepared.ContainerStart);
            return new SigningResult(pdf);
        }
        finally
        {
            certificates.ForEach(certificate => certificate.Dispose());
        }
    }

    private static SigningRefusal? Refusal(PdfSource source, SignatureRole role)
    {
        var fields = source.Fields();
        var signed = fields.Where(field => field.IsSignature && field.Field["V"] is not PdfNull).ToList();
        if (role == SignatureRole.Attachment)
        {
            return signed.Count > 0 ? SigningRefusal.AlreadySigned : null;
        }

        var own = fields.Find(field => field.IsSignature && field.Name == (role == SignatureRole.Person ? SigningFields.Person : SigningFields.Seal));
        if (own is null)
        {
            return SigningRefusal.FieldMissing;
        }

        if (own.Field["V"] is not PdfNull)
        {
            return SigningRefusal.AlreadySigned;
        }

        if (role == SignatureRole.Person)
        {
            return signed.Count > 0 ? SigningRefusal.Locked : null;
        }

        return signed.Count switch
        {
            0 => SigningRefusal.PersonSignatureMissing,
            > 1 => SigningRefusal.Locked,
            _ when SigningFields.Texts.Any(name => PdfNumbering.Value(fields.Find(field => field.Name == name)?.Field ?? PdfDictionary.Empty).Length == 0) =>
                SigningRefusal.NumberMissing,
            _ => null,
        };
    }

    /// <summary>A picture in real size that its place would cut off.</summary>
    private static SigningRefusal? Larger(PdfSource source, SigningRequest request) =>
        request is { Role: SignatureRole.Organisation, Appearance: PictureAppearance { WidthMillimetres: { } real } picture }
        && source.Box(source.Fields().First(field => field.Name == SigningFields.Seal).Widget["Rect"]) is { } box
        && SignaturePicture.Read(picture.Png, out var size, out _, out _) == PictureCheck.Good
        && !AppearanceWriter.Fits(size, box.Width, box.Height, real)
            ? SigningRefusal.Picture
            : null;

    private static PreparedSignature Write(PdfSource source, SigningRequest request)
    {
        var revision = new PdfRevision(source);
        var reserve = request.Reserve
            ?? SigningRequest.DefaultReserve + request.Chain.Append(request.Certificate).Sum(item => item.RawDataMemory.Length)
            + (request.WithTimestamp ? SigningRequest.TimestampReserve : 0);
        var signature = revision.Add(SignatureDictionary(source, request, reserve));
        if (request.Role == SignatureRole.Attachment)
        {
            AddField(source, revision, request, signature);
        }
        else
        {
            FillField(source, revision, request, signature);
        }

        return Finish(source, request, revision.Write(), reserve);
    }

    /// <summary>Says in a written increment which bytes the signature covers, and hashes them.</summary>
    internal static PreparedSignature Finish(PdfSource source, SigningRequest request, byte[] pdf, int reserve)
    {
        var hash = SignatureAlgorithms.For(request.Certificate)!.Value.Hash;
        var added = pdf.AsSpan(source.Length);
        var container = source.Length + added.IndexOf(Encoding.ASCII.GetBytes($"/Contents<{new string('0', 2 * reserve)}>")) + "/Contents".Length;
        var end = container + (2 * reserve) + 2;
        var range = source.Length + added.IndexOf(Encoding.ASCII.GetBytes(RangePlaceholder));
        Encoding.ASCII.GetBytes(Invariant($"[0 {container} {end} {pdf.Length - end}]").PadRight(RangePlaceholder.Length)).CopyTo(pdf, range);

        using var digest = IncrementalHash.CreateHash(hash);
        digest.AppendData(pdf, 0, container);
        digest.AppendData(pdf, end, pdf.Length - end);
        var attributes = CmsSignature.Attributes(digest.GetHashAndReset(), request.Certificate);
        return new PreparedSignature(
            pdf,
            container + 1,
            reserve,
            attributes,
            CryptographicOperations.HashData(hash, attributes),
            hash.Name!,
            [request.Certificate.RawData, .. request.Chain.Select(item => item.RawData)]);
    }

    /// <summary>The signature as it stands in the file, with room for its container.</summary>
    internal static string SignatureDictionary(PdfSource source, SigningRequest request, int reserve)
    {
        var name = request.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        var reference = request.Role switch
        {
            // Filling number and date and signing are allowed, nothing else.
            SignatureRole.Person => "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]",
            SignatureRole.Organisation =>
                $"/Reference[<</Type/SigRef/TransformMethod/FieldMDP/Data {source.Trailer["Root"]}/TransformParams<</Type/TransformParams/Action/All/V/1.2>>>>]",
            _ => "",
        };
        return $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange{RangePlaceholder}/Contents<{new string('0', 2 * reserve)}>"
            + $"/M({SignatureTime.Pdf(request.Time)})/Name{PdfSyntax.Text(name)}"
            + (request.Location is { } location ? $"/Location{PdfSyntax.Text(location)}" : "")
            + $"{reference}>>";
    }

    private static void FillField(PdfSource source, PdfRevision revision, SigningRequest request, int signature)
    {
        var isPerson = request.Role == SignatureRole.Person;
        var field = source.Fields().First(item => item.Name == (isPerson ? SigningFields.Person : SigningFields.Seal));
        var box = source.Box(field.Widget["Rect"]) ?? throw new PdfDamagedException("A field has no place.");
        var filled = field.Field.With(("V", new PdfReference(signature, 0)));
        if (request.Appearance is PictureAppearance picture)
        {
            var look = AppearanceWriter.Picture(revision, box.Width, box.Height, picture);
            filled = filled.With(("AP", PdfDictionary.Of("N", new PdfReference(look, 0))));
        }

        revision.Replace(field.Number, filled);
        if (isPerson && source.Trailer["Root"] is PdfReference root)
        {
            revision.Replace(root.Number, source.Catalog.With(("Perms", PdfDictionary.Of("DocMDP", new PdfReference(signature, 0)))));
        }
    }

    /// <summary>Adds a field at the top right of the first page, to a form that may not be there yet.</summary>
    private static void AddField(PdfSource source, PdfRevision revision, SigningRequest request, int signature)
    {
        const int signaturesExistAppendOnly = 3;
        var (pageNumber, page) = source.Pages()[0];
        var text = (request.Appearance as AttachmentAppearance)?.Line(request.Time) ?? "";
        var width = AppearanceWriter.Line.Width(text);
        var height = width > 0 ? AppearanceWriter.Line.Ascent + AppearanceWriter.Line.Descent : 0;
        var (box, matrix) = TopRight(source, page, width, height);
        int? look = width > 0 ? AppearanceWriter.Text(revision, width, height, text, matrix) : null;
        var widget = revision.Add(
            $"<</Type/Annot/Subtype/Widget/FT/Sig/T({Name(source)})/F 132/P {PdfSyntax.Reference(pageNumber)}/V {PdfSyntax.Reference(signature)}"
            + $"/Rect[{PdfSyntax.Number(box.Left)} {PdfSyntax.Number(box.Bottom)} {PdfSyntax.Number(box.Right)} {PdfSyntax.Number(box.Top)}]"
            + (look is { } drawn ? $"/AP<</N {PdfSyntax.Reference(drawn)}>>>>" : ">>"));

        var annotations = new PdfArray([.. source.ItemsOf(page["Annots"]), new PdfReference(widget, 0)]);
        if (page["Annots"] is PdfReference list)
        {
            revision.Replace(list.Number, annotations);
        }
        else
        {
            revision.Replace(pageNumber, page.With(("Annots", annotations)));
        }

        var form = source.Form().With(
            ("Fields", new PdfArray([.. source.ItemsOf(source.Form()["Fields"]), new PdfReference(widget, 0)])),
            ("SigFlags", new PdfLiteral(signaturesExistAppendOnly.ToString(CultureInfo.InvariantCulture))));
        if (source.Catalog["AcroForm"] is PdfReference formReference)
        {
            revision.Replace(formReference.Number, form);
        }
        else if (source.Trailer["Root"] is PdfReference root)
        {
            revision.Replace(root.Number, source.Catalog.With(("AcroForm", form)));
        }
    }

    /// <summary>A place at the top right of a page as it is shown, and how an appearance is turned to stand upright there: scanned pages are often turned.</summary>
    private static (PdfBox Box, string Matrix) TopRight(PdfSource source, PdfDictionary page, double width, double height)
    {
        var visible = source.VisibleBox(page);
        var turn = source.Inherited(page, "Rotate") is PdfLiteral { Number: { } degrees } ? (((int)degrees % 360) + 360) % 360 : 0;
        // As shown: the right edge, and the top, of the place from the page's right and top.
        var (near, far) = (AttachmentRight, AttachmentRight + width);
        var (top, bottom) = (AttachmentTop, AttachmentTop + height);
        return turn switch
        {
            90 => (new PdfBox(visible.Left + top, visible.Top - far, visible.Left + bottom, visible.Top - near), "/Matrix[0 1 -1 0 0 0]"),
            180 => (new PdfBox(visible.Left + near, visible.Bottom + top, visible.Left + far, visible.Bottom + bottom), "/Matrix[-1 0 0 -1 0 0]"),
            270 => (new PdfBox(visible.Right - bottom, visible.Bottom + near, visible.Right - top, visible.Bottom + far), "/Matrix[0 -1 1 0 0 0]"),
            _ => (new PdfBox(visible.Right - far, visible.Top - bottom, visible.Right - near, visible.Top - top), ""),
        };
    }

    private static string Name(PdfSource source)
    {
        var taken = source.Fields().Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(i => Invariant($"{SigningFields.Seal}-{i}")).First(name => !taken.Contains(name));
    }
}
