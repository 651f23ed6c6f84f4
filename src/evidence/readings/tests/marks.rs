use super::found;
use crate::evidence::{Media, Snapshot, SoughtQuote, find};
use crate::model::Check;

#[test]
fn links_behind_a_mark_are_quoted_with_it_or_without() {
    for page in [
        "<ul><li>&gt; Read more of this<li>&gt; Local matters<li>&gt; Sports and games</ul>",
        "<p>&gt; Read more of this<br>&gt; Local matters<br>&gt; Sports and games",
        "<pre>&gt; Read more of this\n&gt; Local matters\n&gt; Sports and games</pre>",
        "<p>Home</p><p>&gt; News</p><p>&gt; Local matters</p><p>&gt; Sports and games</p>",
    ] {
        for quote in ["> Local matters", "> Sports and games", "Local matters"] {
            assert_eq!(found(page, quote), format!("exact {quote}"), "{page}");
        }
        assert_eq!(found(page, "> Local affairs"), "absent", "{page}");
    }
}

#[test]
fn lines_of_a_message_are_quoted_with_their_marks_or_without() {
    let text = "Ann wrote:\n> Bo wrote:\n>> We will begin\n>> the works.\n> We will\n> see.\n";
    let snapshot = Snapshot::read(text.as_bytes(), Media::Text);
    for (text, check) in [
        ("We will begin the works.", Check::Typographic),
        (">> We will begin >> the works.", Check::Typographic),
        (">> We will begin\n>> the works.", Check::Typographic),
        ("> We will > see.", Check::Typographic),
        ("> We will > begin the works.", Check::Absent),
        ("> the works. We will", Check::Absent),
    ] {
        let quote = SoughtQuote {
            text,
            edited: false,
            context: None,
            translated: false,
            is_passage: false,
        };
        assert_eq!(find(&snapshot, &[quote]).remove(0).check, check, "{text}");
    }
}
