namespace SonTrung.Cchc.Documents.Signing;

/// <summary>The form fields that a document for signing carries, by name.</summary>
public static class SigningFields
{
    /// <summary>Số (ô số 3), up to four digits.</summary>
    public const string Number = "so";

    /// <summary>The day of ô số 4, two digits.</summary>
    public const string Day = "ngay";

    /// <summary>The month of ô số 4, two digits in January and February.</summary>
    public const string Month = "thang";

    /// <summary>The year of ô số 4, four digits.</summary>
    public const string Year = "nam";

    /// <summary>The signature of the person in authority (ô số 7c).</summary>
    public const string Person = "chu-ky";

    /// <summary>The seal, the organisation's signature (ô số 8).</summary>
    public const string Seal = "dau";

    /// <summary>The characters of number and date; the code of each in the form's fonts is its place here, from 1.</summary>
    internal const string Characters = "0123456789";

    /// <summary>The text fields.</summary>
    internal static readonly string[] Texts = [Number, Day, Month, Year];
}
