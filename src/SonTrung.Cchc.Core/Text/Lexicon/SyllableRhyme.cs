namespace SonTrung.Cchc.Core.Text.Lexicon;

/// <summary>A rhyme as it is spelled, without tone.</summary>
/// <param name="Letters">"oa", "ương".</param>
/// <param name="OldPlace">Where the tone stands, from 0, in "hòa".</param>
/// <param name="NewPlace">Where it stands in "hoà"; the same for most.</param>
internal sealed record SyllableRhyme(string Letters, int OldPlace, int NewPlace)
{
    private const string Written =
        """
        a ai ao au ay am an ang anh ac ach ap at
        ăm ăn ăng ăc ăp ăt
        âu ây âm ân âng âc âp ât
        e eo em en eng ec ep et
        ê êu êm ên ênh êch êp êt
        i ia iu im in inh ich ip it
        iêu iêm iên iêng iêc iêp iêt
        o oi om on ong oc op ot oong ooc
        oa oai oao oay oam oan oang oanh oac oach oap oat
        oăm oăn oăng oăc oăt
        oe oeo oem oen oet
        ô ôi ôm ôn ông ôc ôp ôt
        ơ ơi ơm ơn ơp ơt
        u ua ui um un ung uc up ut
        uôi uôm uôn uông uôc uôt
        uân uâng uât uây
        uê uên uênh uêch uơ
        uy uya uyên uyêt uyn uynh uych uyt uyu uyp
        ư ưa ưi ưu ưm ưng ưc ưt
        ươi ươu ươm ươn ương ươc ươp ươt
        y yêu yêm yên yêng yêt ynh ych yt
        """;

    private static readonly string[] OnsetsOfOpenY = ["", "h", "k", "l", "m", "n", "s", "t", "th", "v", "qu"];

    /// <summary>All that exist.</summary>
    public static IReadOnlyList<SyllableRhyme> All { get; } =
        Written.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Placed).ToList();

    /// <summary>Whether onset gi and this rhyme share one i: "gì", "gìn", "giếng", "giết", "giễu", "giếm".</summary>
    public bool IsMergedWithGi { get; } = Letters is "i" or "in" or "iêng" or "iêt" or "iêu" or "iêc" or "iêm";

    /// <summary>Whether a final c, ch, p, t closes it: then only sắc and nặng are possible.</summary>
    public bool IsStopped { get; } = Letters[^1] is 'c' or 'p' or 't' || Letters.EndsWith("ch", StringComparison.Ordinal);

    /// <summary>Whether it is possible with a tone.</summary>
    public bool Bears(Tone tone) => !IsStopped || tone is Tone.Acute or Tone.Dot;

    /// <summary>Whether an onset may stand in front of it by the rules of spelling.</summary>
    public bool Follows(string onset)
    {
        var isFront = Letters[0] is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "c" => !isFront && !HasGlide,
            "g" or "ng" => !isFront,
            "k" => isFront && FollowsWithoutGlide(onset),
            "gh" or "ngh" => isFront && Letters[0] != 'y',
            "gi" => IsMergedWithGi || Letters[0] is not ('ê' or 'i' or 'y') && !HasGlide,
            "qu" => Letters is "ôc" || Letters[0] is not ('o' or 'ô' or 'u' or 'ư') && !Letters.StartsWith("iê", StringComparison.Ordinal),
            _ => FollowsWithoutGlide(onset),
        };
    }

    /// <summary>The glide of "oa", "uê"; behind c it is spelled qu.</summary>
    private bool HasGlide => Letters is ['o', 'a' or 'ă' or 'e', ..] or ['u', 'â' or 'ê' or 'ơ' or 'y', ..];

    /// <summary>"iê" needs a consonant in front and "yê" has none; an open y alternates with i behind some consonants only.</summary>
    private bool FollowsWithoutGlide(string onset) => Letters switch
    {
        ['i', 'ê', ..] => onset.Length > 0,
        "y" => OnsetsOfOpenY.Contains(onset),
        ['y', 'ê', ..] => onset.Length == 0,
        ['y', ..] => false,
        _ => true,
    };

    private static SyllableRhyme Placed(string letters)
    {
        var vowels = letters.TakeWhile(VietnameseLetters.IsVowel).Count();
        var shaped = letters.AsSpan(0, vowels).LastIndexOfAny("ăâêôơ");
        if (shaped >= 0)
        {
            return new SyllableRhyme(letters, shaped, shaped);
        }

        return vowels switch
        {
            3 => new SyllableRhyme(letters, 1, 1),
            2 when letters is "oa" or "oe" or "uy" => new SyllableRhyme(letters, 0, 1),
            2 when vowels < letters.Length => new SyllableRhyme(letters, 1, 1),
            _ => new SyllableRhyme(letters, 0, 0),
        };
    }
}
