using System.Globalization;
using SonTrung.Cchc.Documents.Signing.Syntax;

namespace SonTrung.Cchc.Documents.Signing;

/// <summary>
/// What one revision of a file changed, judged by a whitelist: object by object, before and after. Whatever no rule explains is an alteration, so a kind of attack
/// that nobody has thought of is one too.
/// </summary>
internal sealed class RevisionChanges
{
    /// <summary>How far beside the places of signature and seal a tool's own field may stand, points: 8 mm, less than what keeps the seal from "Nơi nhận".</summary>
    private const double SideMargin = 22.5;

    /// <summary>How far above and below them, points. The seal's place fills the room between post and name; what is more lies on text.</summary>
    private const double Rounding = 0.5;

    private static readonly string[] TrailerOfFile = ["Size", "Prev", "Root", "Info", "ID", "XRefStm", "Type", "Index", "W", "Length", "Filter", "DecodeParms"];
    private static readonly string[] ValidationKeys = ["Type", "VRI", "Certs", "OCSPs", "CRLs"];
    private static readonly string[] NotedProperties = ["Producer", "ModDate"];
    private static readonly string[] ActiveKeys = ["A", "AA", "OC", "PMD", "Parent"];

    private readonly PdfSource _before;
    private readonly PdfSource _after;
    private readonly SignedState _state;
    private readonly List<PdfChange> _changes = [];
    private readonly HashSet<int> _changed = [];
    private readonly HashSet<int> _added = [];
    private readonly HashSet<int> _newWidgets = [];
    private readonly List<PdfValue> _grounds = [];

    private RevisionChanges(PdfSource before, PdfSource after) =>
        (_before, _after, _state) = (before, after, SignedState.Of(before));

    /// <summary>Compares two states of a file, the second one revision after the first.</summary>
    /// <exception cref="PdfDamagedException">One of them can't be read.</exception>
    public static IReadOnlyList<PdfChange> Between(PdfSource before, PdfSource after)
    {
        var changes = new RevisionChanges(before, after);
        changes.FindObjects();
        changes.JudgeTrailer();
        changes.JudgeCatalog();
        changes.JudgeMetadata();
        changes.JudgeForm();
        changes.JudgePages();
        changes.JudgeRest();
        return [.. changes._changes.Distinct()];
    }

    /// <summary>The objects that say something else than before, and the new ones.</summary>
    private void FindObjects()
    {
        foreach (var number in _before.Numbers.Union(_after.Numbers))
        {
            if (IsInSamePlace(number))
            {
                continue;
            }

            var (before, after) = (_before.Get(number), _after.Get(number));
            if (before is PdfNull)
            {
                if (after is not PdfNull && !IsPlumbing(after))
                {
                    _added.Add(number);
                }
            }
            else if (!before.Says(after) || Generation(_before, number) != Generation(_after, number))
            {
                _changed.Add(number);
            }
        }
    }

    private bool IsInSamePlace(int number) =>
        _before.PlaceOf(number) is { } before && _after.PlaceOf(number) == before
        && (before.Container == 0 || _before.PlaceOf(before.Container) == _after.PlaceOf(before.Container));

    /// <summary>The generation that references must name; with another one they name nothing.</summary>
    private static int Generation(PdfSource source, int number) => source.PlaceOf(number) is { Container: 0, Index: var generation } ? generation : 0;

    /// <summary>New cross-reference and object streams: what they hold is judged, not how. Old ones never change, and one that did may be a page's content by another name.</summary>
    private static bool IsPlumbing(PdfValue value) => value is PdfStream { Dictionary: var dictionary } && dictionary["Type"] is PdfName { Text: "XRef" or "ObjStm" };

    private void JudgeTrailer()
    {
        var (before, after) = (_before.Trailer, _after.Trailer);
        foreach (var name in before.Differing(after).Except(TrailerOfFile, StringComparer.Ordinal))
        {
            _changes.Add(new PdfChange(PdfChangeKind.CatalogChanged, Name: name));
        }

        if (!before["Root"].Says(after["Root"])
            || (_before.ItemsOf(before["ID"]) is [var first, ..] && !(_after.ItemsOf(after["ID"]) is [var kept, ..] && kept.Says(first))))
        {
            _changes.Add(new PdfChange(PdfChangeKind.CatalogChanged, Name: "trailer"));
        }

        var properties = _before.DictionaryOf(before["Info"]).Differing(_after.DictionaryOf(after["Info"])).ToList();
        if (properties.Count > 0)
        {
            var isNoted = properties.TrueForAll(name => NotedProperties.Contains(name));
            _changes.Add(new PdfChange(isNoted ? PdfChangeKind.PropertiesNoted : PdfChangeKind.PropertiesChanged, Name: properties[0]));
            Explain(before["Info"], after["Info"]);
        }
    }

    private void JudgeCatalog()
    {
        var (before, after) = (_before.Catalog, _after.Catalog);
        foreach (var name in before.Differing(after))
        {
            var isAllowed = name switch
            {
                "AcroForm" or "DSS" or "Metadata" => true,
                "Extensions" => _after.DictionaryOf(after[name]).Entries.Values.All(value => value is PdfDictionary),
                // Only the first signature certifies.
                "Perms" => _state.Signatures == 0 && before[name] is PdfNull && _after.DictionaryOf(after[name]) is { Entries.Count: 1 } permissions
                    && permissions["DocMDP"] is PdfReference certification && _added.Contains(certification.Number),
                _ => false,
            };
            if (!isAllowed)
            {
                _changes.Add(new PdfChange(PdfChangeKind.CatalogChanged, Name: name));
            }
        }

        Explain(_before.Trailer["Root"], _after.Trailer["Root"]);
        if (!_before.DictionaryOf(before["DSS"]).Says(_after.DictionaryOf(after["DSS"])))
        {
            var isStore = _after.Resolve(after["DSS"]) is PdfDictionary store && store.Entries.Keys.All(name => ValidationKeys.Contains(name))
                && _before.DictionaryOf(before["DSS"]).Entries.Keys.All(name => ValidationKeys.Contains(name));
            _changes.Add(new PdfChange(isStore ? PdfChangeKind.ValidationDataAdded : PdfChangeKind.CatalogChanged, Name: "DSS"));
            Explain(before["DSS"], after["DSS"]);
            _grounds.Add(after["DSS"]);
        }
    }

    /// <summary>The file's properties as XMP: tools that write the information dictionary anew write this too, in words of their own.</summary>
    private void JudgeMetadata()
    {
        var (before, after) = (_before.Catalog["Metadata"], _after.Catalog["Metadata"]);
        var (old, now) = (_before.Resolve(before), _after.Resolve(after));
        if (before.Says(after) && old.Says(now))
        {
            return;
        }

        // What a page shows is never taken for a property, by whatever name it goes.
        var isNoted = after is PdfReference reference
            && (after.Says(before) || _added.Contains(reference.Number))
            && old is PdfStream { Dictionary: var was } one && now is PdfStream { Dictionary: var dictionary } other
            && was["Type"] is PdfName { Text: "Metadata" } && was["Subtype"] is PdfName { Text: "XML" }
            && was.Differing(dictionary).All(name => name is "Length" or "Filter")
            && !_after.Pages().Exists(page => Shown(page.Page).Contains(reference.Number))
            && XmpProperties.DifferInNotesOnly(_before.Unpack(one), _after.Unpack(other));
        _changes.Add(new PdfChange(isNoted ? PdfChangeKind.PropertiesNoted : PdfChangeKind.PropertiesChanged, Name: "Metadata"));
        Explain(before, after);
        if (isNoted)
        {
            _grounds.Add(after);
        }
    }

    private void JudgeForm()
    {
        var (before, after) = (_before.Form(), _after.Form());
        foreach (var name in before.Differing(after).Where(name => name is not ("Fields" or "SigFlags") && (before.Entries.Count > 0 || name is not ("DR" or "DA"))))
        {
            _changes.Add(new PdfChange(PdfChangeKind.CatalogChanged, Name: $"AcroForm/{name}"));
        }

        Explain(_before.Catalog["AcroForm"], _after.Catalog["AcroForm"]);
        Explain(before["Fields"], after["Fields"]);
        if (_before.Catalog["AcroForm"] is PdfNull)
        {
            _grounds.AddRange([_after.Catalog["AcroForm"], after["Fields"]]);
        }

        var (old, now) = (_before.Fields(), _after.Fields());
        var kept = now.ToLookup(field => field.Number);
        foreach (var field in old)
        {
            if (kept[field.Number].FirstOrDefault() is not { } same)
            {
                _changes.Add(new PdfChange(field.IsSignature ? PdfChangeKind.SignatureRemoved : PdfChangeKind.FieldChanged, Name: field.Name));
            }
            else if (!field.Field.Says(same.Field) || !field.Widget.Says(same.Widget))
            {
                JudgeField(field, same);
            }
        }

        foreach (var field in now.ExceptBy(old.Select(field => field.Number), field => field.Number))
        {
            JudgeNewField(field);
        }
    }

    private void JudgeField(FormField before, FormField after)
    {
        var differing = before.Field.Differing(after.Field).Union(before.Widget.Differing(after.Widget)).ToList();
        var value = after.Field["V"];
        Explain(after.Number);
        Explain(after.WidgetNumber);
        if (before.WidgetNumber != after.WidgetNumber)
        {
            _changes.Add(new PdfChange(PdfChangeKind.FieldChanged, Name: before.Name));
        }
        else if (before.IsSignature && before.Field["V"] is PdfNull && differing.TrueForAll(name => name is "V" or "AP" or "F" or "M") && IsNewSignature(value))
        {
            Sign(after);
        }
        else if (SigningFields.Texts.Contains(before.Name) && differing.TrueForAll(name => name is "V" or "AP") && ShowsWhatItSays(before, after))
        {
            _changes.Add(new PdfChange(before.Name == SigningFields.Number ? PdfChangeKind.NumberEntered : PdfChangeKind.DateEntered, Name: before.Name));
            _grounds.Add(after.Widget["AP"]);
        }
        else
        {
            _changes.Add(new PdfChange(
                before.IsSignature && before.Field["V"] is not PdfNull ? PdfChangeKind.SignatureRemoved : PdfChangeKind.FieldChanged, Name: before.Name));
        }
    }

    private bool ShowsWhatItSays(FormField before, FormField after)
    {
        var value = PdfNumbering.Value(after.Field);
        return _state.CanFill
            && PdfNumbering.Value(before.Field).Length == 0
            && PdfNumbering.Appearance(_after, after, value) is { } expected
            && after.Widget["AP"] is PdfDictionary { Entries.Count: 1 } looks
            && looks["N"] is PdfReference look && _added.Contains(look.Number)
            && _after.Resolve(look) is PdfStream stream
            && new PdfParser(expected.Dictionary, expected.Dictionary.Length, 0).ReadValue() is PdfDictionary dictionary
            && dictionary.Differing(stream.Dictionary).All(name => name is "Length" or "Filter")
            && _after.Unpack(stream).AsSpan().SequenceEqual(expected.Content);
    }

    private void JudgeNewField(FormField field)
    {
        var isSignature = _added.Contains(field.Number) && _added.Contains(field.WidgetNumber) && field.IsSignature && IsNewSignature(field.Field["V"])
            && !field.Field.Entries.Keys.Union(field.Widget.Entries.Keys).Any(name => ActiveKeys.Contains(name) && (name != "Parent" || field.Number == field.WidgetNumber));
        if (!isSignature)
        {
            _changes.Add(new PdfChange(PdfChangeKind.FieldChanged, Name: field.Name));
            return;
        }

        var page = _after.Pages().FindIndex(item => _after.ItemsOf(item.Page["Annots"]).Any(annotation => annotation is PdfReference named && named.Number == field.WidgetNumber));
        if (_after.Box(field.Widget["Rect"]) is { IsEmpty: false } box && !IsPlaceOfSignatures(page, box))
        {
            _changes.Add(new PdfChange(PdfChangeKind.SignatureMisplaced, page + 1, field.Name));
        }

        _grounds.AddRange([new PdfReference(field.Number, 0), new PdfReference(field.WidgetNumber, 0)]);
        _newWidgets.Add(field.WidgetNumber);
        Sign(field);
    }

    /// <summary>Whether a place lies where the document keeps room for signatures.</summary>
    private bool IsPlaceOfSignatures(int page, PdfBox box)
    {
        if (page < 0 || _before.Pages().ElementAtOrDefault(page).Page is not { } dictionary)
        {
            return false;
        }

        var annotations = _before.ItemsOf(dictionary["Annots"]).OfType<PdfReference>().Select(item => item.Number).ToHashSet();
        var places = _before.Fields()
            .Where(field => field.IsSignature && annotations.Contains(field.WidgetNumber))
            .Select(field => _before.Box(field.Widget["Rect"]))
            .OfType<PdfBox>()
            .ToList();
        return places.Count > 0
            && new PdfBox(places.Min(place => place.Left), places.Min(place => place.Bottom), places.Max(place => place.Right), places.Max(place => place.Top))
                .Contains(box, SideMargin, Rounding);
    }

    private bool IsNewSignature(PdfValue value) =>
        value is PdfReference reference && _added.Contains(reference.Number) && _after.Resolve(reference) is PdfDictionary signature && signature["ByteRange"] is PdfArray;

    private void Sign(FormField field)
    {
        _changes.Add(new PdfChange(_state.CanSign ? PdfChangeKind.SignatureAdded : PdfChangeKind.SignatureForbidden, Name: field.Name));
        _grounds.AddRange([field.Field["V"], field.Widget["AP"]]);
    }

    private void JudgePages()
    {
        var (before, after) = (_before.Pages(), _after.Pages());
        if (before.Count != after.Count)
        {
            var isMore = after.Count > before.Count;
            var (longer, shorter) = isMore ? (after, before) : (before, after);
            var place = longer.FindIndex(page => !shorter.Exists(other => other.Number == page.Number));
            _changes.Add(new PdfChange(isMore ? PdfChangeKind.PageAdded : PdfChangeKind.PageRemoved, place + 1));
            return;
        }

        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Number != after[i].Number)
            {
                _changes.Add(new PdfChange(PdfChangeKind.PagesReplaced, i + 1));
                continue;
            }

            var (old, now) = (before[i].Page, after[i].Page);
            if (old.Differing(now).Any(name => name != "Annots") || !_before.Resolve(old["Contents"]).Says(_after.Resolve(now["Contents"])))
            {
                _changes.Add(new PdfChange(PdfChangeKind.ContentChanged, i + 1));
            }

            Explain(after[i].Number);
            JudgeAnnotations(i + 1, _before.ItemsOf(old["Annots"]), _after.ItemsOf(now["Annots"]));
            Explain(old["Annots"], now["Annots"]);
            if (old["Annots"] is not PdfReference)
            {
                _grounds.Add(now["Annots"]);
            }
        }
    }

    private void JudgeAnnotations(int page, IReadOnlyList<PdfValue> before, IReadOnlyList<PdfValue> after)
    {
        if (before.Count > after.Count || before.Where((item, i) => !item.Says(after[i])).Any())
        {
            _changes.Add(new PdfChange(PdfChangeKind.AnnotationChanged, page));
        }
        else if (after.Skip(before.Count).Any(item => item is not PdfReference reference || !_newWidgets.Contains(reference.Number)))
        {
            _changes.Add(new PdfChange(PdfChangeKind.AnnotationAdded, page));
        }
    }

    /// <summary>What no rule has explained.</summary>
    private void JudgeRest()
    {
        if (_added.Count > 0)
        {
            // A document can name objects that are not there yet: whoever adds one changes what it shows, whatever else names it now.
            var awaited = Reached(_before, new PdfArray([_before.Trailer["Root"], _before.Trailer["Info"]]), static _ => true, staysOnPage: false);
            _changed.UnionWith(_added.Where(awaited.Contains));
        }

        if (_changed.Count > 0)
        {
            var pages = _after.Pages().Select(page => Shown(page.Page)).ToList();
            foreach (var number in _changed.Order())
            {
                var page = pages.FindIndex(reached => reached.Contains(number));
                var kind = page < 0 ? PdfChangeKind.ObjectChanged
                    : _after.DictionaryOf(_after.Get(number))["Subtype"] is PdfName { Text: not ("Form" or "Image") } && _after.Get(number) is PdfDictionary
                        ? PdfChangeKind.AnnotationChanged
                        : PdfChangeKind.ContentChanged;
                _changes.Add(new PdfChange(kind, page < 0 ? null : page + 1, Name(number)));
            }
        }

        _added.ExceptWith(Reached(_after, new PdfArray(_grounds), _added.Contains, staysOnPage: true));
        if (_added.Count > 0 && _changes.TrueForAll(change => change.IsAllowed))
        {
            _changes.AddRange(_added.Order().Select(number => new PdfChange(PdfChangeKind.ObjectChanged, Name: Name(number))));
        }
    }

    /// <summary>The numbers of all that a page leads to.</summary>
    private HashSet<int> Shown(PdfDictionary page) => Reached(_after, page.With(("Parent", PdfNull.Value)), static _ => true, staysOnPage: true);

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbers that a value leads to.</summary>
    /// <param name="source">The file.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="enters">Which objects are followed.</param>
    /// <param name="staysOnPage">Whether pages and the trees above are only named: what a page shows is found from its own dictionary.</param>
    private static HashSet<int> Reached(PdfSource source, PdfValue from, Func<int, bool> enters, bool staysOnPage)
    {
        var reached = new HashSet<int>();
        var waiting = new Stack<PdfValue>([from]);
        while (waiting.TryPop(out var value))
        {
            switch (value)
            {
                case PdfReference reference when enters(reference.Number) && reached.Add(reference.Number):
                    var target = source.Get(reference.Number);
                    if (!staysOnPage || !(target is PdfDictionary page && page["Type"] is PdfName { Text: "Page" or "Pages" or "StructTreeRoot" or "Catalog" }))
                    {
                        waiting.Push(target);
                    }

                    break;
                case PdfArray array:
                    foreach (var item in array.Items)
                    {
                        waiting.Push(item);
                    }

                    break;
                case PdfDictionary dictionary:
                    foreach (var item in dictionary.Entries.Values)
                    {
                        waiting.Push(item);
                    }

                    break;
                case PdfStream stream:
                    waiting.Push(stream.Dictionary);
                    break;
            }
        }

        return reached;
    }

    /// <summary>A changed object has its reason in its place, if it was in that place before: else something that was elsewhere would be hidden there.</summary>
    private void Explain(PdfValue before, PdfValue after)
    {
        if (after is PdfReference reference && after.Says(before))
        {
            Explain(reference.Number);
        }
    }

    private void Explain(int number) => _changed.Remove(number);

    /// <summary>What the signatures of a state leave room for.</summary>
    private readonly record struct SignedState(int Signatures, bool CanFill, bool CanSign)
    {
        public static SignedState Of(PdfSource source)
        {
            var fields = source.Fields();
            var signed = fields.Where(field => field.IsSignature && field.Field["V"] is not PdfNull).ToList();
            var transforms = signed.SelectMany(field => SignatureCheck.Transforms(source, source.DictionaryOf(field.Field["V"]))).ToList();
            var isSealed = signed.Count > 1 || signed.Exists(field => field.Name == SigningFields.Seal);
            // A certification that allows no change, and a lock on all fields, close the document.
            var isClosed = transforms.Exists(transform =>
                (transform.Method == "DocMDP" && transform.Parameters["P"] is PdfLiteral { Number: 1 })
                || (transform.Method == "FieldMDP" && transform.Parameters["Action"] is PdfName { Text: "All" }));
            // A document of this portal has two signatures, the person's and the organisation's, whichever fields a tool made for them (Điều 13, Điều 17).
            var isFull = signed.Count > 1 && fields.Exists(field => field.Name == SigningFields.Person) && fields.Exists(field => field.Name == SigningFields.Seal);
            return new SignedState(
                signed.Count, signed.Count > 0 && !isSealed && !isClosed, !isClosed && !isFull && !signed.Exists(field => field.Name == SigningFields.Seal));
        }
    }
}
