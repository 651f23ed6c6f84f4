use encoding_rs::WINDOWS_1252;

use crate::evidence::tests::{MARKED_UP, look};
use crate::model::{Check, Obstacle};

const QUOTE: &str = "The council will not begin the works";

#[track_caller]
fn doubted(text: &str) {
    assert_eq!(look(text, QUOTE), MARKED_UP, "{text}");
    for other in [
        "The council will begin the works",
        "The council will not end the works",
        "The board will not begin the works",
    ] {
        assert_eq!(look(text, other).0, Check::Absent, "{other}: {text}");
    }
}

#[test]
fn what_subtitles_have_besides_words_makes_nothing_absent() {
    for (first, second) in [
        ("The council will not [laughs]", "begin the works"),
        ("ANN: The council will not", "ANN: begin the works"),
        ("The council will not [applause]", "begin the works"),
        ("The council will not", "(DOOR SLAMS)\nbegin the works"),
        ("The council will not", "ANN: begin the works"),
        ("The council will not", "MR. O'NEILL: begin the works"),
        ("The council will not", "[ANN] begin the works"),
        (">> The council will not", ">> begin the works"),
        ("- The council will not", "- begin the works"),
        ("♪ The council will not ♪", "♪ begin the works ♪"),
        ("The council will not...", "...begin the works"),
        ("The council will not…", "begin the works"),
        ("The council will not --", "– begin the #works#"),
    ] {
        doubted(&format!(
            "1\n00:00:00,000 --> 00:00:01,000\n{first}\n\n2\n00:00:02,000 --> 00:00:03,000\n{second}\n"
        ));
    }
}

#[test]
fn times_before_lines_make_nothing_absent() {
    for text in [
        "00:12 The council will not\n00:16 begin the works\n",
        "[00:00.000 --> 00:04.000]  The council will not\n[00:04.000 --> 00:08.000]  begin the works\n",
        "[00:12.00]The council will not\n[00:14.50]begin the works\n",
        "(0:12) Ann: The council will not\n(0:15) begin the works\n",
        "27/11/2026, 10:15 - Ann: The council will not\n27/11/2026, 10:16 - Ann: begin the works\n",
        "[27.11.26, 10:15:03 AM] Ann: The council will not\n[27.11.26, 10:16:00 AM] Ann: begin the works\n",
        "10:15:01 <@ann> The council will not\n10:15:04 <@ann> begin the works\n",
        "SPEAKER 1: The council will not\nSPEAKER 1: begin the works\nSPEAKER 2: So be it.\n",
        "Ann Bell: The council will not\nAnn Bell: begin the works\n",
        "Dialogue: 0,0:00:00.00,0:00:00.90,Default,,0,0,0,,The council will not\n\
         Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,begin the works\n",
    ] {
        doubted(text);
    }
}

#[test]
fn subtitles_that_were_encoded_twice_make_nothing_absent() {
    let text = "1\n00:00:00,000 --> 00:00:01,000\nРада не почне\n\n\
                2\n00:00:02,000 --> 00:00:03,000\nАнна: будувати мости\n";
    let twice = WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0;
    assert_eq!(
        look(&twice, "Рада не почне будувати мости"),
        (Check::CannotCheck, Some(Obstacle::OtherEncoding))
    );
    assert_eq!(look(&twice, "Рада почне будувати мости").0, Check::Absent);
}

#[test]
fn remarks_of_a_typist_make_nothing_absent() {
    for text in [
        "ANN: The council will not [pause] begin\nthe works.\n\nQUESTION: When?\n\nANN: In spring.\n",
        "0:12 ANN: The council will not [laughs] begin\n0:15 the works.\n0:20 BO: When?\n",
        "1\n00:00:00,000 --> 00:00:01,000\nThe council will not [coughs] begin the works\n",
    ] {
        doubted(text);
    }
    for text in [
        "ANN: The council will not [ever] begin\nthe works. [never]\n",
        "ANN: The council will [never] not begin\nthe works.\n\nBO: When?\n\nANN: In spring.\n",
        "The council will not [pause] begin the works.\n",
    ] {
        assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
    }
}

/// What a writer has in brackets within a sentence is of it, and two people say no sentence together.
#[test]
fn words_of_subtitles_stay_words() {
    for (first, second) in [
        ("The council will [never] not", "begin the works"),
        ("The council will not [never]", "begin the works"),
        ("The council will not", "(don’t) begin the works"),
        ("The council will not", "Never: begin the works"),
        ("The council will not", "one thing: begin the works"),
        ("ANN: The council will not", "BO: begin the works"),
        ("Ann: The council", "will not\nBo: begin the works"),
    ] {
        let text = format!(
            "1\n00:00:00,000 --> 00:00:01,000\n{first}\n\n2\n00:00:02,000 --> 00:00:03,000\n{second}\n"
        );
        assert_eq!(look(&text, QUOTE).0, Check::Absent, "{text}");
    }
}

/// So has an article that tells what happened when.
#[test]
fn times_alone_make_no_transcript() {
    for text in [
        "10:15 The mayor came.\n10:20 She said: The council will not (ever) begin the works.\n",
        "10:15 update\n10:20 update\nThe council will not [applause]\nbegin the works.\n",
        "10:15 update\n10:20 update\nThe council will not\nAnn: begin the works.\nAnd so on.\n",
    ] {
        assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
    }
    doubted("00:12\nThe council will not [applause]\n00:16\nbegin the works\n");
}

/// In other texts brackets and names are words of the writer.
#[test]
fn other_texts_keep_what_is_in_brackets() {
    for text in [
        "The council will (never) not\nbegin the works",
        "The council will not\nAnn: begin the works",
        "SPEAKER 1: The council will not\nSPEAKER 2: begin the works",
    ] {
        assert_eq!(look(text, QUOTE).0, Check::Absent, "{text}");
    }
}
