//! Reads the fields of a mapping around a line, also while the text is no YAML.

use super::written::{Begins, Line, line_at, lines_above, lines_below};

/// A field of a mapping.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'t> {
    pub(super) name: &'t str,
    /// Where its value begins.
    pub(super) value: usize,
    column: usize,
}

/// Returns the fields of the block mapping that has a line, and its fields at a column.
pub(super) fn fields(text: &str, line: usize, column: usize) -> Vec<Field<'_>> {
    let own = line_at(text, line);
    let mut found: Vec<Field<'_>> = field(&own, column).into_iter().collect();
    if !begins_item(&own, column) {
        for line in lines_above(text, own.start).filter(|line| !line.is_blank) {
            let begins = begins_item(&line, column);
            if line.indent < column && !begins {
                break;
            }
            found.extend(field(&line, column));
            if begins {
                break;
            }
        }
    }
    for line in lines_below(text, own.start).filter(|line| !line.is_blank) {
        if line.indent < column {
            break;
        }
        found.extend(field(&line, column));
    }
    found
}

impl Field<'_> {
    /// Returns all that is written for its value.
    pub(super) fn written<'t>(&self, text: &'t str) -> &'t str {
        let line = line_at(text, self.value);
        let next = lines_below(text, line.start).find(|line| {
            let is_item = matches!(line.begins().first(), Some(Begins::Item { .. }));
            !line.is_blank && (line.indent < self.column || line.indent == self.column && !is_item)
        });
        let end = next.map_or(text.len(), |next| next.start);
        text.get(self.value..end).unwrap_or("")
    }
}

fn field<'t>(line: &Line<'t>, column: usize) -> Option<Field<'t>> {
    line.begins().iter().find_map(|begins| match *begins {
        Begins::Key { name, at, ends } if at == column => Some(Field {
            name,
            value: line.start + ends,
            column,
        }),
        Begins::Key { .. } | Begins::Item { .. } => None,
    })
}

/// Says whether an item begins in a line, the fields of which stand at a column.
fn begins_item(line: &Line<'_>, column: usize) -> bool {
    let mut begins = line.begins().iter();
    begins.any(|begins| matches!(begins, Begins::Item { at } if *at < column))
        && line.indent < column
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn fields_are_those_of_one_mapping() {
        let text = "claims:\n  - id: a\n    in: [x,\n      y]\n\n    quotes:\n    - text: b\n    \n  - id: c\n    says: d\nevents:\n";
        let line = text.find("    \n").unwrap();
        let found = fields(text, line, 4);
        let names: Vec<&str> = found.iter().map(|field| field.name).collect();
        assert_eq!(names, ["quotes", "in", "id"]);
        assert_eq!(found[1].written(text).trim(), "[x,\n      y]");
        let second = text.find("    says").unwrap();
        let names: Vec<&str> = fields(text, second, 4)
            .iter()
            .map(|field| field.name)
            .collect();
        assert_eq!(names, ["says", "id"]);
        let top: Vec<&str> = fields(text, 0, 0).iter().map(|field| field.name).collect();
        assert_eq!(top, ["claims", "events"]);
    }
}
