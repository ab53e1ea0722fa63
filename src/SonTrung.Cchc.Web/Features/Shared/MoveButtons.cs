namespace SonTrung.Cchc.Web.Features.Shared;

/// <summary>Puts a row one place up or down: two buttons, and Alt with an arrow on the row (<c>reorder.js</c>).</summary>
/// <param name="Url">The row's address; the acts are "len" and "xuong" below it.</param>
/// <param name="Version">The row's token.</param>
/// <param name="Name">What the row says, for those who hear the buttons.</param>
/// <param name="IsFirst">Nothing stands above it.</param>
/// <param name="IsLast">Nothing stands below it.</param>
public sealed record MoveButtons(string Url, Guid Version, string Name, bool IsFirst, bool IsLast);
