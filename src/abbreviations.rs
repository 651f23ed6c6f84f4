//! Knows the abbreviations that are written with a full stop, by language.

use crate::characters::has_no_capitals;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// One that a name follows, such as `Mr`: no sentence ends with it.
    Title,
    /// One that a number follows, such as `No`.
    Number,
    /// One that a sentence can end with, such as `U.S` or `etc`.
    Other,
}

/// Words of a language. One with a capital, or of one letter, stands as it is; others in any case.
struct Words {
    language: &'static str,
    titles: &'static str,
    numbers: &'static str,
    others: &'static str,
    /// Capitalised words that sentences begin with.
    openers: &'static str,
}

/// English first: its titles and names stand in texts of every language.
const LANGUAGES: &[Words] = &[
    Words {
        language: "en",
        titles: "mr mrs ms mx dr drs messrs prof sen sens rep reps gen gens gov govs lt col sgt \
            capt cpl adm maj brig hon rev st mt pres amb atty supt insp cmdr pvt v vs",
        numbers: "no nos p pp art arts fig figs para paras vol vols sec secs ch chap op cl pt",
        others: "etc approx bn mn tn deg min hrs jr sr inc ltd co corp cos bros dept est cf ca al ft ph assn univ ave \
            em emer habil mult blvd pub stat supp ed eds Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue \
            Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind \
            Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis \
            Wyo",
        openers: "The A An He She It They We I You His Her Its Their Our This That These Those \
            There But And Or So Yet In On At By For From With After Before When While As If No \
            Not Neither Nor Both All Some Most Many Several One Two Three However Meanwhile Then \
            Now Also Still What Who Why How Where Whether Under Until Since",
    },
    Words {
        language: "es",
        titles: "sr sra sres srta dra d dña excmo excma ilmo gral cnel lic ing fr sto sta",
        numbers: "núm núms n nº pág págs tel apdo",
        others: "ud uds vd vds cía EE UU FF AA RR HH aprox ej a p m",
        openers: "El La Los Las Un Una Unos Unas Pero Y O En Por Para Con Sin No Se Su Sus Él \
            Ella Ellos Ellas Esto Eso Este Esta Ese Esa Ya Así También Según Cuando Como Si Lo Al \
            Del A De",
    },
    Words {
        language: "fr",
        titles: "m mm mme mlle me mgr",
        numbers: "n nº chap al",
        others: "env av apr ex éd hab janv févr avr juil",
        openers: "Le La Les L Un Une Des Il Elle Ils Elles On Nous Vous Je Mais Et Ou Or En À Au \
            Aux Dans Pour Par Avec Sans Selon Ce Cette Ces Son Sa Ses Leur Leurs Si Quand Comme \
            Ainsi Aussi D C Qu",
    },
    Words {
        language: "de",
        titles: "fa lt hr hrn fr frl dipl ing jur rer nat hl",
        numbers: "nr abs s bd kap rdnr rn lit",
        others: "bzw usw evtl ggf inkl mio mrd mill tsd jh jhd str tel vgl z b d h u a o ä i s t \
            zzgl zz max min ung bspw sog e Jän Mär Mai Okt Dez",
        openers: "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man \
            Aber Und Oder Doch Denn Im In Am An Auf Bei Mit Nach Vor Für Von Zu Zum Zur Aus Wenn \
            Als Wie So Da Dann Auch Nur Noch Diese Dieser Dieses Kein Keine",
    },
    Words {
        language: "uk",
        titles: "п пп м ім св проф акад ген вул просп",
        numbers: "ст с рис табл №",
        others: "р рр тис млн млрд трлн грн дол коп год хв обл див ін",
        openers: "Він Вона Воно Вони Ми Ви Я Це Той Та Ті Але А І Й У В На За З Із До Від Для Про \
            Не Ні Так Як Якщо Коли Що Хто Де Чому Його Її Їх Однак Також",
    },
    Words {
        language: "ru",
        titles: "г гг гр им св проф акад ген ул просп",
        numbers: "ст с рис табл п",
        others: "тыс млн млрд трлн руб долл коп обл см др пр",
        openers: "Он Она Оно Они Мы Вы Я Это Но А И В На За С Из До От Для О Не Нет Так Как Если \
            Когда Что Кто Где Его Её Их Однако Также",
    },
    Words {
        language: "it",
        titles: "sig sigg sigra dott dssa avv ing on arch mons",
        numbers: "n nn pag pagg cap",
        others: "ecc es ca tel",
        openers: "",
    },
    Words {
        language: "pt",
        titles: "sr sra srs dra eng exmo exma",
        numbers: "n pág págs",
        others: "ex aprox cia ltda",
        openers: "",
    },
    Words {
        language: "nl",
        titles: "dhr mevr mw ir ing mr drs",
        numbers: "nr blz lid",
        others: "bv bijv enz o a m n jl ca evt resp",
        openers: "",
    },
    Words {
        language: "pl",
        titles: "p pp ks hab inż mgr gen płk im ul św",
        numbers: "nr str poz ust pkt",
        others: "np tzn tj itd itp m in tys mln mld zł ok r w",
        openers: "",
    },
];

/// Languages that write ordinal numbers with a full stop.
const ORDINALS: &str = "de da nb nn no fi cs sk pl hu hr sr bs sl tr et lv is lb";

/// Returns what abbreviation stands at the end of a text, before its full stop.
pub(crate) fn abbreviation(before: &str, language: &str) -> Option<Abbreviation> {
    let joined = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()?;
    let word = joined.rsplit('.').next()?;
    let of_language = LANGUAGES.iter().rev();
    let listed = of_language
        .filter(|words| words.language == language || words.language == "en")
        .find_map(|words| find(words, word));
    listed.or_else(|| {
        let other = is_initials(joined)
            || is_initial(word)
            || word == "I" && follows_initial(before)
            || language != "en" && has_no_vowel(word)
            || word.is_ascii() && is_ordinal(word, language);
        other.then_some(if is_ordinal(word, language) {
            Abbreviation::Title
        } else {
            Abbreviation::Other
        })
    })
}

fn find(words: &Words, word: &str) -> Option<Abbreviation> {
    let lower = word.to_lowercase();
    let is_in = |list: &str| {
        let exact =
            |entry: &str| entry.starts_with(char::is_uppercase) || entry.chars().count() == 1;
        list.split(' ')
            .any(|entry| entry == if exact(entry) { word } else { &lower })
    };
    if is_in(words.titles) {
        Some(Abbreviation::Title)
    } else if is_in(words.numbers) {
        Some(Abbreviation::Number)
    } else {
        is_in(words.others).then_some(Abbreviation::Other)
    }
}

/// Says whether a word is of letters with full stops between them, as in `U.S`.
fn is_initials(joined: &str) -> bool {
    let is_part = |part: &str| {
        (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    joined.contains('.') && joined.split('.').all(is_part)
}

/// Says whether a word is a letter that stands for a name, or one or two of a script without
/// capitals, where abbreviations cannot be told.
fn is_initial(word: &str) -> bool {
    match word.chars().count() {
        1 => word != "I" && word.starts_with(|c: char| c.is_uppercase() || has_no_capitals(c)),
        2 => word.chars().all(has_no_capitals),
        _ => false,
    }
}

/// Says whether another letter stands for a name before the last one, as in `C. I`.
fn follows_initial(before: &str) -> bool {
    let earlier = before.trim_end_matches('I').trim_end().strip_suffix('.');
    let letter = earlier.and_then(|earlier| earlier.rsplit(char::is_whitespace).next());
    letter.is_some_and(|letter| is_initial(letter) || is_initials(letter))
}

/// Says whether a short word has no vowel, as abbreviations of most languages have none.
fn has_no_vowel(word: &str) -> bool {
    let is_consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c);
    (2..=4).contains(&word.len())
        && word.chars().all(is_consonant)
        && word.chars().any(char::is_lowercase)
}

fn is_ordinal(word: &str, language: &str) -> bool {
    (1..=2).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && ORDINALS.split(' ').any(|entry| entry == language)
}

/// Says whether a capitalised word is one that sentences of a language begin with, rather than a
/// name.
pub(crate) fn is_sentence_opener(word: &str, language: &str) -> bool {
    LANGUAGES
        .iter()
        .filter(|words| words.language == language)
        .any(|words| words.openers.split(' ').any(|entry| entry == word))
}
