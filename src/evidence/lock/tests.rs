use super::{Day, Lock, LockedQuote, LockedWords, Paired, SnapshotFile, pair};
use crate::model::{Check, Obstacle, Selector};

fn lock() -> Lock {
    Lock::new(vec![LockedQuote {
        claim: "no-veto".to_owned(),
        text: "no: veto".to_owned(),
        original: Some("немає".to_owned()),
        check: Check::CannotCheck,
        reason: Some(Obstacle::Pdf),
        caveats: Vec::new(),
        checked: Day::parse("2026-11-23").unwrap(),
        source: Some("post".to_owned()),
        snapshot: Some(SnapshotFile {
            file: "post.txt".to_owned(),
            sha256: "0".repeat(64),
            record: None,
        }),
        at: vec![Selector {
            exact: "no: veto".to_owned(),
            prefix: " “\n".to_owned(),
            suffix: String::new(),
            start: 3,
            end: 11,
        }],
        between: None,
        pages: Vec::new(),
    }])
}

#[test]
fn what_is_written_is_read() {
    let text = lock().write().unwrap();
    assert_eq!(Lock::read(text.as_bytes()).unwrap(), lock());
    assert!(text.contains("status: cannot-check\n"), "{text}");
}

#[test]
fn a_lock_of_an_earlier_version_is_read() {
    let text = lock().write().unwrap();
    let earlier = text.replace("  reason: pdf\n", "");
    assert_ne!(earlier, text);
    let read = Lock::read(earlier.as_bytes()).unwrap();
    assert_eq!(read.quotes[0].reason, None);
    assert_eq!(read.write().unwrap(), earlier);
}

#[test]
fn what_is_no_lock_is_refused() {
    let text = lock().write().unwrap();
    for (from, to) in [
        ("format: 2", "format: 5"),
        ("2026-11-23", "2026-11-31"),
        ("2026-11-23", "2026-11"),
        ("cannot-check", "fine"),
        ("claim:", "clam:"),
        ("reason: pdf", "reason: a whim"),
        ("start: 3", "start: 3\n      first: 3"),
    ] {
        let faulty = text.replace(from, to);
        assert_ne!(faulty, text);
        assert!(Lock::read(faulty.as_bytes()).is_err(), "{from} as {to}");
    }
    assert!(Lock::read(b"\xff").is_err());
}

#[test]
fn a_record_that_contradicts_itself_is_none() {
    let lock = |exact: &str, start, end| {
        let mut lock = lock_of(&[("a", "We will have ships.")]);
        let (exact, prefix, suffix) = (exact.to_owned(), String::new(), String::new());
        lock.quotes[0].at = vec![Selector {
            exact,
            prefix,
            suffix,
            start,
            end,
        }];
        Lock::read(lock.write().unwrap().as_bytes())
    };
    assert!(lock("We will have ships.", 5, 24).is_ok());
    assert!(lock("We will\nhave ships.", 5, 24).is_ok());
    assert!(lock("We will[a] have¹ ships.", 5, 28).is_ok());
    for (exact, start, end) in [
        ("We will not have ships.", 5, 28),
        ("We will have ships.", 5, 3),
    ] {
        let error = lock(exact, start, end).unwrap_err().to_string();
        assert!(error.contains("We will have ships."), "{error}");
    }
}

fn lock_of(records: &[(&str, &str)]) -> Lock {
    let locked = |(claim, text): &(&str, &str)| LockedQuote {
        claim: (*claim).to_owned(),
        text: (*text).to_owned(),
        original: None,
        check: Check::Exact,
        reason: None,
        caveats: Vec::new(),
        checked: Day::parse("2026-11-23").unwrap(),
        source: None,
        snapshot: None,
        at: Vec::new(),
        between: None,
        pages: Vec::new(),
    };
    Lock::new(records.iter().map(locked).collect())
}

fn words<'a>(claim: &'a str, text: &'a str) -> LockedWords<'a> {
    LockedWords {
        claim,
        text,
        original: None,
    }
}

/// Pairs; a quote that is the same is `=`, one that changed is what it was, else `-`.
fn paired(records: &[(&str, &str)], quotes: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let lock = lock_of(records);
    let quotes: Vec<LockedWords<'_>> = quotes
        .iter()
        .map(|(claim, text)| words(claim, text))
        .collect();
    let (paired, stale) = pair(&lock, &quotes);
    let paired = paired.iter().map(|paired| match paired {
        Paired::Same(_) => "=".to_owned(),
        Paired::Changed(locked) => locked.text.clone(),
        Paired::None => "-".to_owned(),
    });
    (
        paired.collect(),
        stale.iter().map(|locked| locked.text.clone()).collect(),
    )
}

#[test]
fn a_lock_has_the_first_format_that_can_hold_it() {
    let mut lock = lock_of(&[("a", "1")]);
    assert!(lock.write().unwrap().contains("\nformat: 1\n"));
    lock.quotes[0].reason = Some(Obstacle::Pdf);
    let lock = Lock::new(lock.quotes);
    let text = lock.write().unwrap();
    assert!(text.contains("\nformat: 2\n"), "{text}");
    assert_eq!(Lock::read(text.as_bytes()), Ok(lock));
    for (between, format) in [(None, 3), (Some("0".repeat(64)), 4)] {
        let mut passage = lock_of(&[("a", "1 … 2")]).quotes.remove(0);
        passage.between = between;
        let lock = lock_of(&[]).with(vec![passage], Vec::new());
        let text = lock.write().unwrap();
        assert!(text.contains(&format!("\nformat: {format}\n")), "{text}");
        assert_eq!(Lock::read(text.as_bytes()), Ok(lock));
    }
}

#[test]
fn a_lock_of_a_newer_program_is_told_as_such() {
    for newer in [
        "format: 5\nquotes: []\n",
        "format: 9\nlots: [{ of: [new] }]\n",
    ] {
        let error = Lock::read(newer.as_bytes()).unwrap_err();
        assert!(error.is_newer(), "{newer}");
        assert!(
            error
                .to_string()
                .starts_with("it was made by a newer brief: its format is")
        );
    }
    for bad in [
        "format: 2\nlots: []\n",
        "format: 0\nquotes: []\n",
        "format: x\nquotes: []\n",
        ": [",
    ] {
        assert!(!Lock::read(bad.as_bytes()).unwrap_err().is_newer(), "{bad}");
    }
}

#[test]
fn order_does_not_matter() {
    let (found, stale) = paired(
        &[("a", "1"), ("a", "2"), ("b", "1")],
        &[("b", "1"), ("a", "2"), ("a", "1")],
    );
    assert_eq!(found, ["=", "=", "="]);
    assert!(stale.is_empty());
}

#[test]
fn changed_new_and_stale_quotes_are_told_apart() {
    let records = [("a", "1"), ("a", "2"), ("b", "3"), ("c", "4")];
    let (found, stale) = paired(&records, &[("a", "2"), ("a", "x"), ("b", "3"), ("b", "y")]);
    assert_eq!(found, ["=", "1", "=", "-"]);
    assert_eq!(stale, ["4"]);
}

#[test]
fn another_original_is_another_quote() {
    let lock = lock_of(&[("a", "1")]);
    let quote = LockedWords {
        original: Some("один"),
        ..words("a", "1")
    };
    let (paired, stale) = pair(&lock, &[quote]);
    assert_eq!(paired, [Paired::Changed(&lock.quotes[0])]);
    assert!(stale.is_empty());
}

#[test]
fn a_quote_given_twice_needs_two_records() {
    assert_eq!(
        paired(&[("a", "1")], &[("a", "1"), ("a", "1")]).0,
        ["=", "-"]
    );
}
