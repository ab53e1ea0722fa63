using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SonTrung.Cchc.Core.Signing;
using SonTrung.Cchc.Documents.Signing;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Tests.Documents.Signing;

/// <summary>What was done to a signed file and must not go unseen.</summary>
public sealed class SignedPdfVerifierTests
{
    private const double Far = 100;

    private static readonly SigningSample Signed = SigningSample.Report;
    private static readonly SignedPdfVerifier Verifier = SigningSample.Verifier();

    [Fact]
    public void Verify_AnyByteFlipped_IsAltered()
    {
        var file = Signed.Sealed;
        // Every 211th byte of what both signatures cover, every 13th of what only the last does, and each byte of every word that a reader goes by.
        var places = Enumerable.Range(0, file.Length).Where(at => at % (at >= Signed.Certified.Length ? 13 : 211) == 0).ToHashSet();
        foreach (var word in new[]
                 {
                     "%PDF", "startxref", "%%EOF", "/Prev", "/Root", "/Size", "/AcroForm", "/Fields", "/SigFlags", "/Perms", "/DocMDP", "/FT/Sig", "/ByteRange",
                     "/Contents<", "/SubFilter", "/Type/XRef", "/W[", "/Index[", "/T(", "/V ", "/Annots[", "/M(D:",
                 })
        {
            for (var at = 0; (at = Index(file, word, at)) >= 0; at++)
            {
                places.UnionWith(Enumerable.Range(at, word.Length + 5).Where(place => place < file.Length));
            }
        }

        var unseen = places.AsParallel()
            .Select(at => (At: at, Mask: (byte)(at % 2 == 0 ? 0x01 : 0x20)))
            .Select(change => (change, Verdict: Verifier.Verify(With(file, changed => changed[change.At] ^= change.Mask)).Verdict))
            .Where(result => result.Verdict != SignedPdfVerdict.Altered)
            .Select(result => $"{result.change.At}^{result.change.Mask:X}: {result.Verdict}, {Encoding.Latin1.GetString(file, Math.Max(0, result.change.At - 20), 30)}")
            .ToList();
        Assert.Empty(unseen);
    }

    [Fact]
    public void Verify_BytesTakenOutOrPutIn_IsAltered()
    {
        var file = Signed.Sealed;
        for (var at = 17; at <= file.Length; at += 1009)
        {
            Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify([.. file[..(at - 1)], .. file[at..]]).Verdict);
            Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify([.. file[..at], (byte)' ', .. file[at..]]).Verdict);
        }

        Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify([.. file, (byte)'\n']).Verdict);
        Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify(file[..^1]).Verdict);
        Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify([.. "junk\n"u8, .. file]).Verdict);
    }

    [Fact]
    public void Verify_FileCutBackToAnEarlierStep_IsThatStep()
    {
        Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(Signed.Sealed[..Signed.Certified.Length]).Verdict);
        Assert.Null(Verifier.Verify(Signed.Sealed[..Signed.Certified.Length]).Number);
    }

    [Theory]
    [InlineData("page added", PdfChangeKind.PageAdded)]
    [InlineData("page removed", PdfChangeKind.PageRemoved)]
    [InlineData("page replaced", PdfChangeKind.PagesReplaced)]
    [InlineData("content replaced", PdfChangeKind.ContentChanged)]
    [InlineData("content stream", PdfChangeKind.ContentChanged)]
    [InlineData("font", PdfChangeKind.ContentChanged)]
    [InlineData("note", PdfChangeKind.AnnotationAdded)]
    [InlineData("widget moved", PdfChangeKind.FieldChanged)]
    [InlineData("number again", PdfChangeKind.FieldChanged)]
    [InlineData("number shown otherwise", PdfChangeKind.FieldChanged)]
    [InlineData("signature picture", PdfChangeKind.SignatureRemoved)]
    [InlineData("signature out", PdfChangeKind.SignatureRemoved)]
    [InlineData("field out of the form", PdfChangeKind.SignatureRemoved)]
    [InlineData("action", PdfChangeKind.CatalogChanged)]
    [InlineData("title", PdfChangeKind.PropertiesChanged)]
    [InlineData("structure", PdfChangeKind.ObjectChanged)]
    [InlineData("idle object", PdfChangeKind.ObjectChanged)]
    [InlineData("catalog swapped", PdfChangeKind.CatalogChanged)]
    [InlineData("validation data over a page", PdfChangeKind.ContentChanged)]
    [InlineData("validation data in place of resources", PdfChangeKind.ContentChanged)]
    [InlineData("properties in place of resources", PdfChangeKind.ContentChanged)]
    [InlineData("content of another generation", PdfChangeKind.ContentChanged)]
    public void Verify_ForbiddenIncrement_IsNamed(string attack, PdfChangeKind expected)
    {
        foreach (var file in new[] { Signed.Certified, Signed.Numbered, Signed.Sealed })
        {
            if (attack == "number again" && file == Signed.Certified)
            {
                continue;
            }

            var report = Verifier.Verify(Attack(file, attack));

            Assert.Equal(SignedPdfVerdict.Altered, report.Verdict);
            Assert.Contains(report.Alterations, change => change.Kind == expected);

            // Where the person's is out, the organisation's comes before its time.
            SignatureProblem[] follows = expected == PdfChangeKind.SignatureRemoved ? [SignatureProblem.OutOfOrder] : [];
            Assert.All(report.Signatures, signature => Assert.Empty(signature.Problems.Except(follows)));
        }
    }

    [Fact]
    public void Verify_ContentOfPageTwo_NamesThePage()
    {
        var source = SigningSample.Open(Signed.Sealed);
        var revision = new PdfRevision(source);
        var page = source.Pages()[^1];
        revision.Replace(page.Number, page.Page.With(("Contents", new PdfReference(revision.AddStream("", "BT ET"u8), 0))));

        var change = Assert.Single(Verifier.Verify(revision.Write()).Alterations);

        Assert.Equal(new PdfChange(PdfChangeKind.ContentChanged, source.Pages().Count), change);
    }

    [Fact]
    public async Task Verify_ApprovalInsteadOfCertification_IsJudgedByTheSameList()
    {
        var approved = await SigningSample.SignByToolAsync(Signed.Frozen, SigningSample.Rsa.Person);
        var numbered = PdfNumbering.Apply(approved, SigningSample.Mark).Pdf!;
        var closed = await SigningSample.SignAsync(numbered, SignatureRole.Organisation, SigningSample.Rsa.Organisation);

        foreach (var file in new[] { approved, numbered, closed })
        {
            Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(file).Verdict);
            Assert.Contains("Signature is Valid.", Infrastructure.ExternalTool.Run("poppler-utils", "pdfsig", file, "-nocert", "{}"), StringComparison.Ordinal);
            foreach (var attack in new[] { "page added", "content stream", "note", "number shown otherwise" })
            {
                Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify(Attack(file, attack)).Verdict);
            }
        }
    }

    [Fact]
    public async Task Verify_SignatureAfterTheSeal_IsForbidden()
    {
        var report = Verifier.Verify(await SigningSample.SignByToolAsync(Signed.Sealed, SigningSample.Rsa.Person, "them"));

        Assert.Equal(SignedPdfVerdict.Altered, report.Verdict);
        Assert.Equal([new PdfChange(PdfChangeKind.SignatureForbidden, Name: "them")], report.Alterations);
    }

    [Fact]
    public async Task Verify_SecondSignatureOverTheText_IsMisplaced()
    {
        var report = Verifier.Verify(await SigningSample.SignByToolAsync(Signed.Certified, SigningSample.Rsa.Organisation, "them", [Far, 400, 500, 700]));

        Assert.Contains(report.Alterations, change => change.Kind == PdfChangeKind.SignatureMisplaced);
    }

    [Fact]
    public async Task Verify_PageChangedTogetherWithASignature_IsAltered()
    {
        var file = await SigningSample.SignByToolAsync(Signed.Certified, SigningSample.Rsa.Organisation, "them", more: (revision, source) =>
        {
            var (number, page) = source.Pages()[0];
            revision.Replace(number, page.With(("Contents", new PdfReference(revision.AddStream("", "BT ET"u8), 0))));
        });

        Assert.Contains(Verifier.Verify(file).Alterations, change => change.Kind is PdfChangeKind.ContentChanged);
    }

    [Fact]
    public async Task Verify_SealFirst_IsOutOfOrder()
    {
        var file = await SigningSample.SignByToolAsync(Signed.Frozen, SigningSample.Rsa.Organisation, SigningFields.Seal);

        Assert.Equal([SignatureProblem.OutOfOrder], Assert.Single(Verifier.Verify(file).Signatures).Problems);
    }

    [Fact]
    public void Verify_ValidationDataAdded_IsAllowed()
    {
        var source = SigningSample.Open(Signed.Sealed);
        var revision = new PdfRevision(source);
        var certificate = revision.AddStream("", SigningSample.Rsa.Root.RawData);
        var store = revision.Add($"<</Type/DSS/Certs[{certificate} 0 R]>>");
        revision.Replace(((PdfReference)source.Trailer["Root"]).Number, source.Catalog.With(("DSS", new PdfReference(store, 0))));

        var report = Verifier.Verify(revision.Write());

        Assert.Equal(SignedPdfVerdict.Authentic, report.Verdict);
        Assert.Equal([new PdfChange(PdfChangeKind.ValidationDataAdded, Name: "DSS")], report.Revisions[^1].Changes);
    }

    [Fact]
    public void Verify_RevisionHiddenFromTheChain_IsStrayBytes()
    {
        var source = SigningSample.Open(Signed.Certified);
        var hidden = new PdfRevision(source);
        hidden.Add("<<>>");
        var withHidden = hidden.Write();
        // The next revision goes on from the one before.
        var next = PdfNumbering.Apply(withHidden, SigningSample.Mark).Pdf!;
        var from = Encoding.ASCII.GetBytes($"/Prev {SigningSample.Open(withHidden).Sections[0]}");
        var to = Encoding.ASCII.GetBytes($"/Prev {source.Sections[0]}".PadRight(from.Length));
        var at = next.AsSpan().LastIndexOf(from);
        to.CopyTo(next, at);

        Assert.Contains(Verifier.Verify(next).Alterations, change => change.Kind == PdfChangeKind.StrayBytes);
    }

    [Theory]
    [InlineData(SignatureProblem.NotTrusted)]
    [InlineData(SignatureProblem.NotValidThen)]
    [InlineData(SignatureProblem.InFuture)]
    [InlineData(SignatureProblem.KeyUsage)]
    [InlineData(SignatureProblem.Weak)]
    public async Task Verify_CertificateThatWillNotDo_IsNotTrusted(SignatureProblem problem)
    {
        using var shortKey = RSA.Create(1024);
        using var certificate = problem switch
        {
            SignatureProblem.NotTrusted => X509CertificateLoader.LoadCertificate(SigningSample.Elliptic.Person.RawData).CopyWithPrivateKey(SigningSample.Elliptic.Person.GetECDsaPrivateKey()!),
            SignatureProblem.NotValidThen => SigningSample.Rsa.Issue("Hết hạn – " + DevelopmentCertificates.Mark, days: 30),
            SignatureProblem.KeyUsage => SigningSample.Rsa.Issue("Mã hóa – " + DevelopmentCertificates.Mark, X509KeyUsageFlags.KeyEncipherment),
            SignatureProblem.Weak => SigningSample.Rsa.Issue("Khóa ngắn – " + DevelopmentCertificates.Mark, key: shortKey),
            _ => SigningSample.Rsa.Issue("Tốt – " + DevelopmentCertificates.Mark),
        };
        var file = await SigningSample.SignByToolAsync(Signed.Frozen, certificate);
        var verifier = problem == SignatureProblem.InFuture ? new SignedPdfVerifier([SigningSample.Rsa.Root], new FixedTime(SigningSample.Time.AddHours(-1))) : Verifier;

        var report = verifier.Verify(file);

        Assert.Equal(SignedPdfVerdict.NotTrusted, report.Verdict);
        Assert.Equal([problem], report.Signatures[0].Problems);
    }

    [Fact]
    public async Task Verify_ClassicTableUnderAndOverAStream_IsRead()
    {
        // A program wrote the file with a table, we sign with one; and a table is put behind our streams.
        var classic = SigningOrderTests.Classic(Signed.Frozen);
        var signed = await SigningSample.SignAsync(classic, SignatureRole.Person, SigningSample.Rsa.Person);
        Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(PdfNumbering.Apply(signed, SigningSample.Mark).Pdf!).Verdict);
        Assert.False(SigningSample.Open(signed).HasStream);

        var source = SigningSample.Open(Signed.Sealed);
        var (root, catalog) = ((PdfReference)source.Trailer["Root"], source.Catalog);
        var report = Verifier.Verify(WithTable(Signed.Sealed, root.Number, 0, $"{root.Number} 0 obj\n{catalog.With(("OpenAction", PdfLiteral.True))}\nendobj\n"));

        Assert.Equal([new PdfChange(PdfChangeKind.CatalogChanged, Name: "OpenAction")], report.Alterations);
    }

    [Fact]
    public void Verify_Garbage_IsAnAnswerAndNeverAnException()
    {
        var random = new Random(20261216);
        var verdicts = new HashSet<SignedPdfVerdict>();
        for (var i = 0; i < 400; i++)
        {
            var garbage = new byte[random.Next(3000)];
            random.NextBytes(garbage);
            if (i % 2 == 0)
            {
                "%PDF-1.7\n"u8.ToArray().AsSpan(0, Math.Min(9, garbage.Length)).CopyTo(garbage);
            }

            verdicts.Add(Verifier.Verify(garbage).Verdict);
        }

        // Pieces of the true file in disorder, so that every part of the reader meets what it does not expect.
        for (var i = 0; i < 600; i++)
        {
            var file = Signed.Sealed.ToArray();
            for (var cut = 0; cut < 4; cut++)
            {
                var length = random.Next(1, 60);
                var (from, to) = (random.Next(file.Length - length), file.Length - random.Next(length, i % 2 == 0 ? 3000 : file.Length));
                file.AsSpan(from, length).ToArray().CopyTo(file, to);
            }

            verdicts.Add(Verifier.Verify(file[..random.Next(file.Length / 2, file.Length + 1)]).Verdict);
        }

        Assert.DoesNotContain(SignedPdfVerdict.NotTrusted, verdicts);
        Assert.Contains(SignedPdfVerdict.NotPdf, verdicts);
        Assert.Contains(SignedPdfVerdict.Altered, verdicts);
    }

    [Fact]
    public async Task Verify_ContentDressedAsAnObjectStream_IsStillContent()
    {
        // Prepared before the first signature, so that the change after it looks like plumbing.
        var source = SigningSample.Open(Signed.Frozen);
        var dressing = new PdfRevision(source);
        var (number, page) = source.Pages()[0];
        var content = dressing.AddStream("/Type/ObjStm/N 0/First 0", source.Unpack((PdfStream)source.Resolve(page["Contents"])));
        dressing.Replace(number, page.With(("Contents", new PdfReference(content, 0))));
        var signed = await SigningSample.SignAsync(dressing.Write(), SignatureRole.Person, SigningSample.Rsa.Person);
        Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(signed).Verdict);

        var changed = WithTable(signed, content, 0, $"{content} 0 obj\n<</Type/ObjStm/N 0/First 0/Length 5>>\nstream\nBT ET\nendstream\nendobj\n");

        Assert.Equal(SignedPdfVerdict.Altered, Verifier.Verify(changed).Verdict);
    }

    [Fact]
    public async Task Verify_ContentThatTheDocumentWaitedFor_IsAltered()
    {
        // The signed page names an object that is not there yet; added later, it is passed off as a certificate.
        var next = SigningSample.Open(await PreparedAsync(1)).NextNumber;
        var signed = await PreparedAsync(next);
        Assert.Equal(SignedPdfVerdict.Authentic, Verifier.Verify(signed).Verdict);
        var source = SigningSample.Open(signed);
        var revision = new PdfRevision(source);
        Assert.Equal(next, revision.AddStream("", "0 0 600 800 re f"u8));
        var store = revision.Add($"<</Type/DSS/Certs[{next} 0 R]>>");
        revision.Replace(((PdfReference)source.Trailer["Root"]).Number, source.Catalog.With(("DSS", new PdfReference(store, 0))));

        Assert.Contains(Verifier.Verify(revision.Write()).Alterations, change => change is { Kind: PdfChangeKind.ContentChanged, Page: 1 });

        static async Task<byte[]> PreparedAsync(int missing)
        {
            var source = SigningSample.Open(Signed.Frozen);
            var dressing = new PdfRevision(source);
            var (number, page) = source.Pages()[0];
            dressing.Replace(number, page.With(("Contents", new PdfArray([page["Contents"], new PdfReference(missing, 0)]))));
            return await SigningSample.SignAsync(dressing.Write(), SignatureRole.Person, SigningSample.Rsa.Person);
        }
    }

    /// <summary>Adds one object with a table of cross-references, as an older program does.</summary>
    private static byte[] WithTable(byte[] file, int number, int generation, string body)
    {
        var source = SigningSample.Open(file);
        var trailer = $"<</Size {source.NextNumber}/Prev {source.Sections[0]}/Root {source.Trailer["Root"]}/ID{source.Trailer["ID"]}/Info {source.Trailer["Info"]}>>";
        var text = $"{body}xref\n{number} 1\n{file.Length:D10} {generation:D5} n\r\ntrailer\n{trailer}\nstartxref\n{file.Length + body.Length}\n%%EOF\n";
        return [.. file, .. Encoding.Latin1.GetBytes(text)];
    }

    /// <summary>An increment as somebody without a key could add it.</summary>
    private static byte[] Attack(byte[] file, string attack)
    {
        var source = SigningSample.Open(file);
        var revision = new PdfRevision(source);
        var pages = source.Pages();
        var (number, page) = pages[0];
        var tree = (PdfReference)source.Catalog["Pages"];
        var field = source.Fields().Find(item => item.Name == SigningFields.Number)!;
        var person = source.Fields().Find(item => item.IsSignature && item.Field["V"] is not PdfNull)!;
        var root = (PdfReference)source.Trailer["Root"];
        PdfReference Stream(string content) => new(revision.AddStream("/Type/XObject/Subtype/Form/BBox[0 0 30 20]", Encoding.ASCII.GetBytes(content)), 0);
        PdfDictionary Tree(IEnumerable<PdfValue> kids, int count) => source.DictionaryOf(tree).With(("Kids", new PdfArray([.. kids])), ("Count", new PdfLiteral($"{count}")));
        var kids = source.ItemsOf(source.DictionaryOf(tree)["Kids"]);
        var copy = new Lazy<PdfReference>(() => new PdfReference(revision.Add(page.ToString()), 0));
        switch (attack)
        {
            case "page added":
                revision.Replace(tree.Number, Tree([.. kids, copy.Value], kids.Count + 1));
                break;
            case "page removed":
                revision.Replace(tree.Number, Tree(kids.Skip(1), kids.Count - 1));
                break;
            case "page replaced":
                revision.Replace(tree.Number, Tree([copy.Value, .. kids.Skip(1)], kids.Count));
                break;
            case "content replaced":
                revision.Replace(number, page.With(("Contents", Stream("BT ET"))));
                break;
            case "content stream":
                revision.Replace(((PdfReference)page["Contents"]).Number, PdfNull.Value);
                break;
            case "font":
                revision.Replace(((PdfReference)source.DictionaryOf(source.DictionaryOf(page["Resources"])["Font"])["F0"]).Number, PdfDictionary.Empty);
                break;
            case "note":
                var note = new PdfReference(revision.Add("<</Type/Annot/Subtype/FreeText/Rect[100 100 300 300]/Contents(99)>>"), 0);
                revision.Replace(number, page.With(("Annots", new PdfArray([.. source.ItemsOf(page["Annots"]), note]))));
                break;
            case "widget moved":
                revision.Replace(field.Number, field.Field.With(("Rect", new PdfArray([.. new[] { 0, 0, 500, 800 }.Select(at => new PdfLiteral($"{at}"))]))));
                break;
            case "number again":
                var (dictionary, content) = PdfNumbering.Appearance(source, field, "99")!.Value;
                var look = revision.AddStream(Encoding.ASCII.GetString(dictionary)[2..^2], content);
                revision.Replace(field.Number, field.Field.With(("V", new PdfString("99"u8.ToArray(), 0, 0)), ("AP", PdfDictionary.Of("N", new PdfReference(look, 0)))));
                break;
            case "number shown otherwise":
                revision.Replace(field.Number, field.Field.With(("V", new PdfString("15"u8.ToArray(), 0, 0)), ("AP", PdfDictionary.Of("N", Stream("0 0 30 20 re f")))));
                break;
            case "signature picture":
                revision.Replace(person.Number, person.Field.With(("AP", PdfDictionary.Of("N", Stream("0 0 30 20 re f")))));
                break;
            case "signature out":
                revision.Replace(person.Number, person.Field.With(("V", PdfNull.Value)));
                break;
            case "field out of the form":
                var form = (PdfReference)source.Catalog["AcroForm"];
                revision.Replace(form.Number, source.Form().With(("Fields", new PdfArray(
                    [.. source.ItemsOf(source.Form()["Fields"]).Where(item => item is not PdfReference named || named.Number != person.Number)]))));
                break;
            case "action":
                revision.Replace(root.Number, source.Catalog.With(("OpenAction", PdfDictionary.Of("S", new PdfName("JavaScript")))));
                break;
            case "title":
                var info = (PdfReference)source.Trailer["Info"];
                revision.Replace(info.Number, source.DictionaryOf(info).With(("Title", new PdfString("x"u8.ToArray(), 0, 0))));
                break;
            case "structure":
                var structure = (PdfReference)source.Catalog["StructTreeRoot"];
                revision.Replace(structure.Number, source.DictionaryOf(structure).With(("K", PdfNull.Value)));
                break;
            case "idle object":
                revision.AddStream("", "BT ET"u8);
                break;
            case "catalog swapped":
                var other = revision.Add(source.Catalog.ToString());
                var swapped = Encoding.Latin1.GetString(revision.Write());
                return Encoding.Latin1.GetBytes(swapped[..file.Length] + swapped[file.Length..].Replace($"/Root {root}", $"/Root {other} 0 R", StringComparison.Ordinal));
            case "validation data over a page":
                var store = revision.Add($"<</Type/DSS/Certs[{page["Contents"]}]>>");
                revision.Replace(((PdfReference)page["Contents"]).Number, PdfNull.Value);
                revision.Replace(root.Number, source.Catalog.With(("DSS", new PdfReference(store, 0))));
                break;
            case "validation data in place of resources":
                var resources = (PdfReference)page["Resources"];
                revision.Replace(resources.Number, PdfDictionary.Of("Certs", new PdfArray([])));
                revision.Replace(root.Number, source.Catalog.With(("DSS", resources)));
                break;
            case "properties in place of resources":
                var properties = (PdfReference)page["Resources"];
                revision.Replace(properties.Number, source.DictionaryOf(source.Trailer["Info"]).With(("ModDate", new PdfString("D:2026"u8.ToArray(), 0, 0))));
                var moved = Encoding.Latin1.GetString(revision.Write());
                return Encoding.Latin1.GetBytes(moved[..file.Length] + moved[file.Length..].Replace($"/Info {source.Trailer["Info"]}", $"/Info {properties}", StringComparison.Ordinal));
            case "content of another generation":
                var contents = ((PdfReference)page["Contents"]).Number;
                var at = source.PlaceOf(contents)!.Value.Offset;
                var end = at + file.AsSpan(at).IndexOf("endobj"u8) + "endobj\n".Length;
                var body = Encoding.Latin1.GetString(file, at, end - at).Replace($"{contents} 0 obj", $"{contents} 1 obj", StringComparison.Ordinal);
                return WithTable(file, contents, 1, body);
            default:
                throw new InvalidOperationException(attack);
        }

        return revision.Write();
    }

    private static int Index(byte[] file, string word, int from) => file.AsSpan(from).IndexOf(Encoding.ASCII.GetBytes(word)) is var at and >= 0 ? from + at : -1;

    private static byte[] With(byte[] file, Action<byte[]> change)
    {
        var changed = file.ToArray();
        change(changed);
        return changed;
    }
}
