//! Tells by the words around a quote whether who spoke was named before it, or may be named behind it.

use unicode_normalization::char::is_combining_mark;

use crate::check::markdown::CITATION;

/// Words with which whoever spoke is named beside a quote, at the end of what stands before its comma.
const SAYS: &[&str] = &[
    "said",
    "says",
    "asked",
    "wrote",
    "added",
    "replied", // English
    "说",
    "說",
    "表示",
    "指出",
    "强调",
    "強調",
    "称",
    "稱",
    "道", // Chinese
    "कहा",
    "बताया",
    "बोले",
    "बोला",
    "बोलीं",
    "कहते हैं",
    "म्हणाले",
    "सांगितले", // Hindi, Marathi
    "বলেন",
    "বলেছেন",
    "জানান",
    "বললেন", // Bengali
    "کہا",
    "بتایا",
    "گفت",
    "گفته",
    "پوچھا",
    "پرسید",
    "قال",
    "قالت",
    "يقول",
    "تقول",
    "سأل",
    "سألت",
    "تساءل",
    "تساءلت", // Urdu, Persian, Arabic
    "אמר",
    "אמרה",
    "שאל",
    "שאלה", // Hebrew
    "पूछा",  // Hindi
    "กล่าว",
    "ถาม",
    "ตอบ",
    "ระบุ", // Thai
    "ກ່າວ",
    "ຖາມ",
    "ຕອບ", // Lao
    "និយាយ",
    "សួរ",
    "ឆ្លើយ", // Khmer
    "ပြောသည်",
    "ပြောတယ်",
    "မေးသည်",
    "မေးတယ်",
    "ဆိုသည်", // Myanmar
    "述べた",
    "語った",
    "尋ねた", // Japanese
    "말했다",
    "물었다", // Korean
];

/// How words begin that take up a quote before them, where no capital tells that a sentence begins.
const TAKEN_UP: &[&str] = &[
    "と",
    "って",
    "など",
    "の",
    "を",
    "は",
    "が",
    "に",
    "へ",
    "で",
    "も", // Japanese
    "的",
    "后",
    "後",
    "之",
    "时",
    "時",
    "等",
    "并",
    "並",
    "而", // Chinese
    "라",
    "고 ",
    "이라",
    "며", // Korean
    "ဟု",
    "ဟူ",
    "လို့", // Myanmar
    "என",
    "అని",
    "అన్న",
    "అంటూ",
    "ಎಂದ",
    "ಎಂಬ",
    "ಎನ್ನ",
    "എന്ന", // Tamil, Telugu, Kannada, Malayalam
    "ऐसा",
    "असे",
    "असा",
    "अशी",
    "म्हण",
    "भन",
    "বলে",
    "এমন", // Hindi, Marathi, Nepali, Bengali
    "යැයි",
    "යනුවෙන්",
    "ཞེས",
    "ཅེས",
    "ཤེས", // Sinhala, Tibetan
    "በማለት",
    "ሲል",
    "ሲሉ",
    "ብለ",
    "ብሎ", // Amharic
    "یہ کہ",
    "کہہ", // Urdu
    "ו",
    "و",
    "ثم ",
    "اور ", // Hebrew, Arabic, Persian, Urdu: and, then
];

/// Words of Korean that take up what stands before them, and begin no sentence.
const AFTER_WORDS: &[&str] = &[
    "라고",
    "이라고",
    "라는",
    "이라는",
    "라며",
    "이라며",
    "하고",
    "라고도",
];

/// Says whether a text before a quote says that it follows: with a colon, or a comma after "said".
pub(super) fn introduces(before: &str) -> bool {
    let before = before.trim_end();
    let said = before.strip_suffix([',', '，', '、', '،', '፣', '፥']);
    before.ends_with([':', '：', '፦', '፡', '՝'])
        || said.is_some_and(|said| SAYS.iter().any(|word| said.ends_with(word)))
}

/// Says whether the words behind a quote take it up, so that they are of its sentence.
pub(super) fn takes_up(behind: &str) -> bool {
    let behind = behind.trim_start();
    TAKEN_UP.iter().any(|word| behind.starts_with(word))
}

/// Says whether words behind a question or a call, without quote marks around it, tell who spoke it: "هل يبدأ
/// العمل؟ قال الوزير". No capital would tell that a sentence begins there. The verb stands first or last.
pub(super) fn tells_of(question: &str, behind: &str) -> bool {
    let behind = behind.trim_start();
    let is_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let first = behind.split(|c: char| !is_of_word(c)).next().unwrap_or("");
    let clause = behind.split(|c: char| {
        c == CITATION || c.is_ascii_punctuation() || "،؛۔؟。，、？！।။၊។".contains(c)
    });
    let clause = clause.map(str::trim_end).next().unwrap_or("");
    let mut verbs = SAYS.iter().filter(|verb| !verb.is_ascii());
    let is_told = verbs.any(|verb| first == *verb || clause.ends_with(verb));
    question.contains(['?', '!', '؟', '？', '！']) && is_told || AFTER_WORDS.contains(&first)
}

/// Says whether English words behind a quote, which may be a sentence's first, tell who spoke it.
pub(super) fn is_told_after(behind: &str) -> bool {
    let mut words = behind.split_whitespace().take(3);
    words.any(|word| SAYS.contains(&word))
}
