use std::fmt::Write as _;

use crate::evidence::tests::look;
use crate::model::{Check, Obstacle};

const OUT_OF_ORDER: (Check, Option<Obstacle>) = (Check::CannotCheck, Some(Obstacle::OutOfOrder));

#[test]
fn columns_that_are_read_line_by_line_join_no_quote() {
    for gap in ["      ", "   ", "\t"] {
        let wide = if gap == "\t" { "" } else { "                " };
        let row = |left: &str, right: &str| {
            let room = wide.get(left.len().min(wide.len())..).unwrap_or_default();
            format!("{left}{room}{gap}{right}\n")
        };
        let text = row("We will", "begin the works in the spring.")
            + &row("never do it, he", "So the others told the")
            + &row("said at length.", "press at noon.");
        for quote in [
            "We will begin the works in the spring.",
            "in the spring. never do it, he",
            "We will never do it, he said at length",
        ] {
            assert_eq!(look(&text, quote), OUT_OF_ORDER, "{text} {quote}");
        }
        let quote = "begin the works in the spring.";
        assert_eq!(look(&text, quote).0, Check::Exact, "{text}");
        let quote = "We will end the works in the spring.";
        assert_eq!(look(&text, quote).0, Check::Absent, "{text}");
    }
}

#[test]
fn columns_go_on_in_rows_that_fill_them() {
    let more = "\nAnd the council met on Monday in the hall to hear the engineers speak.\n";
    for (text, quote) in [
        (
            "The council     begin the works\nnever said it   in the spring\n\
             but he will not answer anybody\nsaid at noon.   now or later.\n",
            "but he will not answer anybody",
        ),
        (
            "The mayor said   begin the works\nshe will never   in the spring as\n\
             agree that they  others asked her\n",
            "agree that they others asked her",
        ),
        (
            "The mayor (Ann Bell)     begin the works in\n\
             she will never agree     in the spring as she\n",
            "The mayor (Ann Bell) begin the works in",
        ),
        (
            "she will never agree     in the spring as she\n\
             of the town and harbour: others asked her too\n\
             should be doing now      to do at the hall on\n",
            "of the town and harbour: others asked her too",
        ),
        (
            "The mayor said that    begin the works in\n\n\n\
             she will never agree   in the spring as she\n",
            "The mayor said that begin the works in",
        ),
    ] {
        assert_eq!(
            look(&(text.to_owned() + more), quote),
            OUT_OF_ORDER,
            "{text}"
        );
    }
}

#[test]
fn labels_and_numbers_are_no_columns() {
    for (text, quote) in [
        (
            "ANN BELL:    We will begin\nTOM HILL:    We will not\n",
            "ANN BELL: We will begin",
        ),
        (
            "(a)    the works begin\n(b)    the works end\n",
            "(a) the works begin",
        ),
        (
            "Q.    Did they begin\nA.    No, they did\n",
            "Q. Did they begin",
        ),
        (
            "The works here    12,400\nThe bridge over    100\n",
            "The works here 12,400",
        ),
        (
            "We will     begin the works\nin the spring, she said.\n",
            "We will begin the works",
        ),
        (
            "We   will   begin  the  works  in  the   spring\n\
             and   they   said  that  the  town   council is\n",
            "We will begin the works in the spring",
        ),
    ] {
        assert_eq!(look(text, quote).0, Check::Typographic, "{text}");
    }
}

/// Numbers that look as if they were thrown.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    /// Words that stand in no other place.
    fn words(&mut self, count: usize) -> Vec<String> {
        let syllable = [
            "ka", "ro", "mi", "ten", "lor", "shu", "a", "pre", "vin", "o",
        ];
        let words = (0..count).map(|_| {
            let syllables = 1 + self.below(4);
            (0..syllables)
                .map(|_| syllable[self.below(10)])
                .collect::<String>()
        });
        words.collect()
    }
}

/// Breaks words into lines that are no wider.
fn broken(words: &[String], width: usize) -> Vec<Vec<String>> {
    let mut lines = vec![Vec::new()];
    let mut wide = 0;
    for word in words {
        if wide + word.len() > width {
            lines.push(Vec::new());
            wide = 0;
        }
        wide += word.len() + 1;
        lines.last_mut().unwrap().push(word.clone());
    }
    lines
}

/// Sets a line to its full width: from the left, or at places that are thrown.
fn full(words: &[String], width: usize, mut place: impl FnMut(usize) -> usize) -> String {
    let gaps = words.len() - 1;
    let letters: usize = words.iter().map(String::len).sum();
    let mut spaces = vec![1; gaps];
    for more in 0..(width - letters).saturating_sub(gaps) * usize::from(gaps > 0) {
        spaces[place(more) % gaps] += 1;
    }
    let mut line = String::new();
    for (at, word) in words.iter().enumerate() {
        line.push_str(word);
        line.push_str(&" ".repeat(spaces.get(at).copied().unwrap_or(0)));
    }
    line
}

/// Quotes over two lines of 90 texts, of which each line but the last is set to its full width.
#[test]
fn text_that_is_set_to_its_width_is_no_columns() {
    let (mut refused, mut all) = (0, 0);
    for number in 0..90 {
        let mut dice = Dice(number);
        let width = 50 + dice.below(31);
        let words = dice.words(260);
        let lines = broken(&words, width);
        let is_thrown = number % 2 == 1;
        let set = lines.iter().take(lines.len() - 1).map(|line| {
            full(
                line,
                width,
                |more| if is_thrown { dice.below(99) } else { more },
            )
        });
        let text = set.collect::<Vec<_>>().join("\n") + "\n" + &lines.last().unwrap().join(" ");
        for pair in lines.windows(2) {
            all += 1;
            let quote = pair.concat().join(" ");
            refused += usize::from(!look(&text, &quote).0.is_verified());
        }
    }
    assert!(refused * 100 < all, "{refused} of {all}");
}

/// Over the gutters of 90 texts in two columns, a third of them with each column set to its full width, where what
/// stands between spaces that are wide by chance may look like the cells of a table.
#[test]
fn columns_are_never_joined() {
    let mut joined = [0; 2];
    for number in 0..90 {
        let mut dice = Dice(number);
        let (left, right) = (24 + dice.below(15), 24 + dice.below(15));
        let gutter = 3 + dice.below(5);
        let columns = [left, right].map(|width| (broken(&dice.words(90), width), width));
        let rows = columns[0].0.len().min(columns[1].0.len());
        let mut set = |column: usize, row: usize| {
            let (lines, width) = &columns[column];
            if number % 3 == 0 {
                full(&lines[row], *width, |_| dice.below(99))
            } else {
                lines[row].join(" ")
            }
        };
        let mut text = String::new();
        for row in 0..rows {
            let (one, other) = (set(0, row), set(1, row));
            _ = writeln!(text, "{one:left$}{}{other}", " ".repeat(gutter));
        }
        for row in 0..rows {
            let [one, other] = [0, 1].map(|column| columns[column].0[row].join(" "));
            let is_found = look(&text, &format!("{one} {other}")).0.is_verified();
            joined[usize::from(number % 3 == 0)] += usize::from(is_found);
        }
    }
    // Of 1,209 rows and 605.
    assert!(joined[0] == 0 && joined[1] < 10, "{joined:?}");
}

#[test]
fn columns_under_a_paragraph_as_wide_as_they_are_join_no_quote() {
    let above = "The harbour authority met on Monday evening in the old town hall, to hear\n\
        from engineers and from the union about the state of the quay, and at the\n\
        end of that meeting the two sides each published a statement of their own\n";
    let columns = "We will never begin        The east quay is now        Press office hours\n\
        to repair the quay         ready and the ships         are nine to twelve\n\
        before the summer,         may come in  May, as        on weekdays and on\n\
        the union said in a        the authority said          Sundays from eight\n";
    let rule = "=".repeat(73);
    let framed = format!("{rule}\n{columns}{rule}\n");
    for text in [
        format!("{above}{columns}"),
        format!("{above}\n{columns}"),
        framed,
    ] {
        for quote in [
            "We will never begin The east quay is now",
            "to repair the quay ready and the ships",
            "ready and the ships are nine to twelve",
        ] {
            assert_eq!(look(&text, quote), OUT_OF_ORDER, "{quote}");
        }
    }
}
