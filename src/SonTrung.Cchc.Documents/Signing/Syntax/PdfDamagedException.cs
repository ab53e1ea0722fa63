namespace SonTrung.Cchc.Documents.Signing.Syntax;

/// <summary>A file is no PDF that can be read, or was made to break its reader. Caught where files come in; never seen by callers.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class PdfDamagedException(string message) : Exception(message);
