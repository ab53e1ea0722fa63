using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using static SonTrung.Cchc.Documents.Word.WordUnits;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace SonTrung.Cchc.Documents.Word;

/// <summary>A square picture that stands in its line like a letter.</summary>
internal static class WordPicture
{
    /// <summary>The picture.</summary>
    /// <param name="relationship">The relationship of its bytes.</param>
    /// <param name="side">Its side in points.</param>
    /// <param name="alternative">What it is, for those who can't see it.</param>
    public static Drawing Inline(string relationship, double side, string alternative)
    {
        const string kind = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        var length = Emu(side);
        return new Drawing(new Inline(
            new Extent { Cx = length, Cy = length },
            new DocProperties { Id = 1, Name = "QR", Description = alternative },
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(
                    new Pic.NonVisualDrawingProperties { Id = 1, Name = "QR" },
                    new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = relationship }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = length, Cy = length }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = kind }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}
