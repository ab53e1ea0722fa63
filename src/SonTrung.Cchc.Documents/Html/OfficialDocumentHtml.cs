using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;

namespace SonTrung.Cchc.Documents.Html;

/// <summary>
/// An official document as HTML, for reading on the screen: the texts of the PDF in the order of Mẫu 1.4, without its pages.
/// A view writes it as <c>@(new OfficialDocumentHtml(document, issue))</c>; <c>css/document.css</c> gives it the look of paper.
/// The headings begin at <c>h2</c>. Each block of the body carries its stable id in <c>data-block-id</c> and, with "doc-" before it, as its <c>id</c>,
/// so a page shows a document once.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="issue">Number and date, or null to leave their places blank.</param>
public sealed class OfficialDocumentHtml(OfficialDocument document, IssueMark? issue = null) : IHtmlContent
{
    /// <summary>Where a block of the body leads when it is clicked; null for a block that leads nowhere.</summary>
    public Func<DocumentBlock, string?>? BlockAddress { get; init; }

    /// <summary>What a block of the body bears at its end, on the screen and never in print; null for nothing.</summary>
    public Func<DocumentBlock, BlockMark?>? BlockMark { get; init; }

    /// <summary>Writes the document, a single <c>article</c> element. All texts are encoded; Vietnamese letters stay as they are whatever the encoder.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="encoder">Not used.</param>
    /// <exception cref="NotSupportedException">The document names an unknown layout profile.</exception>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var html = new HtmlElements(writer);
        html.Open("article", "doc", ("lang", "vi"));
        html.Open("div", "doc-page");
        WriteHead(html);
        WriteTitle(html);
        WriteAddressees(html);
        html.Open("div", "doc-body");
        BodyHtml.Write(html, document.PrintedBody(), BlockAddress, BlockMark);
        html.Close();
        WriteFoot(html);
        html.Close();
        foreach (var appendix in document.Appendices)
        {
            AppendixHtml.Write(html, appendix, OfficialWording.AppendixReference(document, issue));
        }

        html.Close();
    }

    /// <summary>The HTML as a string.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private void WriteHead(HtmlElements html)
    {
        var head = document.Letterhead;
        html.Open("div", "doc-head");
        html.Open("div", "doc-issuer");
        if (head.Superior is { Length: > 0 } superior)
        {
            html.Text("p", "doc-superior", superior);
        }

        foreach (var line in head.Agency)
        {
            html.Text("p", "doc-agency", line);
        }

        html.Close();
        html.Text("p", "doc-number", Printed(LetterheadLayout.Number(head, issue, LayoutProfile.Named(document.LayoutProfile))));
        html.Open("div", "doc-nation");
        html.Text("p", "doc-motherland", OfficialWording.Motherland);
        html.Text("p", "doc-motto", OfficialWording.Motto);
        html.Close();
        html.Text("p", "doc-date", Printed(LetterheadLayout.Date(head, issue)));
        html.Close();
    }

    private void WriteTitle(HtmlElements html)
    {
        html.Open("div", "doc-title");
        html.Text("h2", "doc-kind", document.Kind);
        foreach (var line in document.Subject)
        {
            html.Text("p", "doc-subject", line);
        }

        html.Close();
    }

    private void WriteAddressees(HtmlElements html)
    {
        switch (document.Addressees)
        {
            case []:
                break;
            case [var only]:
                html.Text("p", "doc-addressee", $"{OfficialWording.Addressees} {only.Text}");
                break;
            case var several:
                html.Open("div", "doc-addressees");
                html.Text("p", "", OfficialWording.Addressees);
                WriteLines(html, several);
                html.Close();
                break;
        }
    }

    private void WriteFoot(HtmlElements html)
    {
        html.Open("div", "doc-foot");
        html.Open("div", "doc-recipients");
        if (document.Recipients.Count > 0)
        {
            html.Text("p", "doc-recipients-label", OfficialWording.Recipients);
            WriteLines(html, document.Recipients);
        }

        if (document.VerificationUrl is { Length: > 0 } url)
        {
            var (data, side) = VerificationCode.Path(url);
            html.Open("svg", "doc-code", ("viewBox", FormattableString.Invariant($"0 0 {side} {side}")), ("role", "img"), ("aria-label", VerificationCode.Alternative(url)));
            html.Void("path", "", ("d", data));
            html.Close();
        }

        html.Close();
        html.Open("div", "doc-signature");
        foreach (var line in document.Signature.Authority)
        {
            html.Text("p", "", line);
        }

        html.Text("p", "doc-signer", document.Signature.SignerName);
        html.Close();
        html.Close();
    }

    private static string Printed(FieldPart[] parts) => string.Concat(parts.Select(part => part.Printed));

    private static void WriteLines(HtmlElements html, IReadOnlyList<PrintedLine> lines)
    {
        html.Open("ul", "doc-list", ("role", "list"));
        foreach (var line in lines)
        {
            html.Text("li", "", OfficialWording.Printed(line));
        }

        html.Close();
    }
}
