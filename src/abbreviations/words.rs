//! The words, language by language.

/// Words of a language. One with a capital, or of one letter, stands as it is; others in any case.
pub(super) struct Words {
    pub(super) language: &'static str,
    pub(super) titles: &'static str,
    pub(super) numbers: &'static str,
    pub(super) others: &'static str,
    /// Capitalised words that sentences begin with.
    pub(super) openers: &'static str,
}

const NONE: Words = Words {
    language: "",
    titles: "",
    numbers: "",
    others: "",
    openers: "",
};

/// English first: its titles and names stand in texts of every language.
pub(super) const LANGUAGES: &[Words] = &[
    Words {
        language: "en",
        titles: "mr mrs ms mx dr drs messrs prof sen sens rep reps gen gens gov govs lt col sgt \
            capt cpl adm maj brig hon rev st mt pres amb atty supt insp cmdr pvt v vs",
        numbers: "no nos p pp ff art arts fig figs para paras vol vols sec secs ch chap op cl pt bk eq eqs tel c avg",
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
        titles: "sr sra sres srta dra d dña excmo excma ilmo gral cnel lic ing fr sto sta av avda",
        numbers: "núm núms nº pág págs párr párrs cap caps tel apdo ene feb abr jun jul ago sept oct nov dic",
        others: "ud uds vd vds cía aprox ej",
        openers: "El La Los Las Un Una Unos Unas Pero Y O En Por Para Con Sin No Se Su Sus Él \
            Ella Ellos Ellas Esto Eso Este Esta Ese Esa Ya Así También Según Cuando Como Si Lo Al \
            Del A De",
    },
    Words {
        language: "fr",
        titles: "M MM mm mme mlle me mgr pr ste av",
        numbers: "nº chap réf sect al sept oct nov déc",
        others: "env apr ex éd hab janv févr avr juil",
        openers: "Le La Les L Un Une Des Il Elle Ils Elles On Nous Vous Je Mais Et Ou Or En À Au \
            Aux Dans Pour Par Avec Sans Selon Ce Cette Ces Son Sa Ses Leur Leurs Si Quand Comme \
            Ainsi Aussi D C Qu",
    },
    Words {
        language: "de",
        titles: "fa lt hr hrn fr frl dipl ing jur rer nat hl abg präs kard",
        numbers: "nr abs s bd kap abb ziff anm rdnr rn lit",
        others: "bzw usw evtl ggf inkl mio mrd mill tsd jh jhd str tel vgl zzgl zz max min ung bspw sog ehem geb \
            gest einschl ggü lfd gez Jän Mär Mai Okt Dez",
        openers: "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man \
            Aber Und Oder Doch Denn Im In Am An Auf Bei Mit Nach Vor Für Von Zu Zum Zur Aus Wenn \
            Als Wie So Da Dann Auch Nur Noch Diese Dieser Dieses Kein Keine",
    },
    Words {
        language: "uk",
        titles: "п пп м ім св проф акад ген вул просп",
        numbers: "рис табл буд кв корп під № розд стор вип пор абз січ лют берез квіт трав черв лип серп верес жовт \
            листоп груд",
        others: "рр тис млн млрд трлн грн дол коп год хв обл див ін",
        openers: "Він Вона Воно Вони Ми Ви Я Це Той Та Ті Але А І Й У В На За З Із До Від Для Про \
            Не Ні Так Як Якщо Коли Що Хто Де Чому Його Її Їх Однак Також",
    },
    Words {
        language: "ru",
        titles: "г гг гр им св проф акад ген ул просп",
        numbers: "рис табл кв корп стр разд вып абз янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек",
        others: "тыс млн млрд трлн руб долл коп обл см др пр",
        openers: "Он Она Оно Они Мы Вы Я Это Но А И В На За С Из До От Для О Не Нет Так Как Если \
            Когда Что Кто Где Его Её Их Однако Также",
    },
    Words {
        language: "it",
        titles: "sig sigg sigra dott dssa avv ing on arch mons",
        numbers: "nn pag pagg cap feb apr mag giu lug ago sett set ott nov dic",
        others: "ecc es ca tel",
        ..NONE
    },
    Words {
        language: "pt",
        titles: "sr sra srs dra eng exmo exma av min dep gal cel",
        numbers: "pág págs cap fev abr jun jul ago set out nov dez",
        others: "ex aprox cia ltda",
        ..NONE
    },
    Words {
        language: "nl",
        titles: "dhr mevr mw ir ing mr drs",
        numbers: "nr blz lid hfst mrt apr jun jul aug sept okt dec",
        others: "bv bijv enz jl ca evt resp incl excl zgn",
        ..NONE
    },
    Words {
        language: "pl",
        titles: "p pp ks hab inż mgr gen płk im ul św",
        numbers: "nr str poz ust pkt rozdz",
        others: "tzn itd itp in tys zł ok proc godz woj pow",
        ..NONE
    },
    Words {
        language: "el",
        titles: "κα κκ κος δρ καθ",
        numbers: "αρ σελ κεφ ιαν φεβ μαρ απρ ιουν ιουλ αυγ σεπτ σεπ οκτ νοε δεκ",
        others: "εκατ δισ χιλ",
        ..NONE
    },
    Words {
        language: "bg",
        titles: "проф акад ген инж арх адв бул ул",
        numbers: "чл ал стр табл фиг",
        others: "млн млрд лв",
        ..NONE
    },
    Words {
        language: "mk",
        titles: "проф акад ген ул",
        numbers: "чл",
        ..NONE
    },
    Words {
        language: "sr",
        titles: "проф акад ген ул инж prof akad gen ul inž",
        numbers: "бр чл br čl",
        others: "итд год мил тис itd god mil tis",
        ..NONE
    },
    Words {
        language: "hr",
        titles: "prof akad gen ul inž gđa",
        numbers: "br čl",
        others: "itd god mil tis",
        ..NONE
    },
    Words {
        language: "bs",
        titles: "prof akad gen ul gđa",
        numbers: "br čl",
        others: "itd god mil tis",
        ..NONE
    },
    Words {
        language: "sl",
        titles: "prof akad gen ul ga",
        numbers: "št čl",
        others: "itd mio",
        ..NONE
    },
    Words {
        language: "cs",
        titles: "prof doc ing mgr judr mudr gen nám ul",
        numbers: "str odst",
        others: "např mil tis resp popř atd",
        ..NONE
    },
    Words {
        language: "sk",
        titles: "prof doc ing mgr judr mudr gen nám ul",
        numbers: "str ods",
        others: "napr mil tis resp atď",
        ..NONE
    },
    Words {
        language: "hu",
        titles: "prof özv ifj id",
        numbers: "sz old",
        others: "ún stb kb ill max",
        ..NONE
    },
    Words {
        language: "da",
        numbers: "kap",
        others: "eks ca kl mio jf inkl ekskl evt osv",
        ..NONE
    },
    Words {
        language: "nb",
        numbers: "kap",
        others: "eks ca kl mio jf inkl ekskl evt osv",
        ..NONE
    },
    Words {
        language: "nn",
        numbers: "kap",
        others: "eks ca kl mio jf inkl ekskl evt osv",
        ..NONE
    },
    Words {
        language: "sv",
        numbers: "kap",
        others: "ex ca kl inkl exkl osv dvs",
        ..NONE
    },
    Words {
        language: "fi",
        titles: "prof",
        numbers: "klo",
        others: "esim ym jne yms milj",
        ..NONE
    },
    Words {
        language: "tr",
        titles: "sn av doç yrd alb org prof",
        numbers: "no",
        others: "örn vb mah cad sok bkz",
        ..NONE
    },
    Words {
        language: "ro",
        titles: "dl dna dlui dlor",
        numbers: "art",
        others: "ex lit etc",
        ..NONE
    },
    Words {
        language: "lt",
        titles: "gen doc vyr",
        others: "pan pvz",
        ..NONE
    },
    Words {
        language: "lv",
        others: "piem utt",
        ..NONE
    },
    Words {
        language: "ca",
        titles: "sr sra srs sres dra av",
        numbers: "núm pàg",
        others: "ex aprox",
        ..NONE
    },
    Words {
        language: "eu",
        others: "adib",
        ..NONE
    },
    Words {
        language: "ga",
        titles: "uas tuas",
        ..NONE
    },
    Words {
        language: "vi",
        titles: "TP TS ThS PGS GS BS TT TX Tp",
        ..NONE
    },
    Words {
        language: "id",
        titles: "ir hj kh kol letjen mayjen brigjen jend jl",
        numbers: "no",
        ..NONE
    },
    Words {
        language: "sw",
        titles: "mhe bw bi dkt",
        ..NONE
    },
    Words {
        language: "ta",
        titles: "திரு திருமதி",
        ..NONE
    },
    Words {
        language: "he",
        titles: "פרופ אינג",
        ..NONE
    },
];

/// Languages that write ordinal numbers with a full stop.
pub(super) const ORDINALS: &str = "de da nb nn no fi cs sk pl hu hr sr bs sl tr et lv is lb";
/// Those that write years so, too.
pub(super) const ORDINAL_YEARS: &str = "hr sr bs sh cnr sl hu";

/// The names of Latin letters in Urdu, each of which has its full stop: ایم۔ کیو۔ ایم۔
pub(super) const URDU_LETTERS: &str =
    "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ";
