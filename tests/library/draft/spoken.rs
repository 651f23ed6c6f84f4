//! Drafts of what was spoken: records of a meeting, subtitles, letters.

use super::drafted;

#[track_caller]
fn has(text: &str, with: &[&str], without: &[&str]) {
    let brief = drafted(text, "en").unwrap().brief;
    for words in with {
        assert!(brief.contains(words), "{words}: {brief}");
    }
    for words in without {
        assert!(!brief.contains(words), "{words}: {brief}");
    }
}

#[test]
fn a_record_has_turns_of_people_and_offices() {
    let record = "Committee on Harbours: meeting of 19 November\n\n\
        The Chair (Ada Okafor): Minister, on Saturday you wrote that the gate was shut. Was it?\n\n\
        Minister Holm: It was shut. Today I would write “nearly shut” and not “shut”.\n\n\
        The Chair: And the second gate?\n\n\
        Minister Holm: That was an error.\n\n\
        Mr Falk (Opposition): Who told the board?\n\n\
        Minister Holm: I do not know.\n\n\
        The Director of the Coast Guard (Ingrid Sten): We found the chain yesterday.";
    has(
        record,
        &[
            "name: \"Ada Okafor\"\n    role: \"Chair\"",
            "name: \"Ingrid Sten\"\n    role: \"Director of the Coast Guard\"",
            "role: \"Minister\"",
            "id: okafor-2",
            "id: holm-3",
            "id: sten-1",
            "group or an outlet: Falk",
            "# It was shut. Today I would write “nearly shut” and not “shut”.",
        ],
        &[
            "Today I, which",
            "name: \"Minister\"",
            "Committee on Harbours\"",
        ],
    );
}

#[test]
fn lines_that_begin_with_words_and_a_colon_are_no_turns() {
    has(
        "Harbour closed\n\nRead More: The locks leak and it is late.\n\nThe Gate: It is shut.\n\n\
         “It is late,” said Ada Okafor. It was in the harbour that the gate was shut.",
        &["name: \"Ada Okafor\""],
        &["gate:", "more:"],
    );
}

#[test]
fn subtitles_are_read_as_they_are_spoken() {
    let subtitles = "1\n00:00:04,000 --> 00:00:08,000\nThis is the harbour hour, and with us is\nAda Okafor.\n\n\
        2\n00:00:10,000 --> 00:00:14,000\nPRESENTER: When will the gate\nbe open?\n\n\
        3\n00:00:14,000 --> 00:00:19,000\nOKAFOR: If the wind holds,\nwe need ten days from the moment\n\n\
        4\n00:00:19,000 --> 00:00:23,000\nthe barge is here. I don't see\nwho would doubt it.\n\n\
        5\n00:00:24,000 --> 00:00:27,000\nThat is all.\n\n\
        6\n00:00:28,000 --> 00:00:29,000\n- And the money?\n";
    has(
        subtitles,
        &[
            "# When will the gate be open?",
            "# If the wind holds, we need ten days from the moment the barge is here. I don't see who would doubt it.",
            "title: \"TODO\"",
            "name: \"Ada Okafor\"",
        ],
        &["title: \"1\"", "And the money"],
    );
    // Who says what stands under no name is doubtful.
    let brief = drafted(subtitles, "en").unwrap().brief;
    let (_, after) = brief.split_once("# That is all.").unwrap();
    assert!(after.contains("make sure that it is this voice"), "{brief}");
}

#[test]
fn heads_of_letters_are_nobodys_names() {
    has(
        "From: Nora Perl <nora@harbour.example>\nTo: desk\nSubject: Three things about Arne\n\n\
         I spoke to the pilots on Monday, and it was late.\n\n\"One gate, and a clean one,\" she told me.\n\n\
         Subject: Three things about Arne\nFrom: Nora Perl\n",
        &["One gate, and a clean one,"],
        &["Arne From", "name: \"From\""],
    );
}

#[test]
fn one_of_several_may_be_counted_already() {
    has(
        "Harbour closed\n\nTwo harbour officials said that it was late.\n\n“It is shut,” one of the officials said. The other said that it \
         was “too early to speak of intent”.",
        &["# TODO If it is one of those who were counted before: one_of: harbour-officials"],
        &[],
    );
}

#[test]
fn a_correction_is_told_at_its_source_and_is_nobodys_claim() {
    has(
        "Harbour closed\n\n“It is late,” said Ada Okafor. It was in the harbour that the gate was shut.\n\n\
         Correction, 18 November: An earlier version of this article said that the gate was open.",
        &[
            "# it says \"Correction, 18 November: An earlier",
            "updates: [{ kind: corrected",
        ],
        &["id: correction"],
    );
}
