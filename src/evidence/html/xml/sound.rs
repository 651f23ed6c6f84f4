//! Tells whether a page is well-formed XML, as far as matters: whether each element is closed, and its
//! marks are those of XML. One that is not is HTML by another name, to whoever wrote it.

/// What was seen of a page.
#[derive(Default)]
pub(super) struct Sound<'a> {
    open: Vec<&'a str>,
    has_fault: bool,
    has_root: bool,
}

impl<'a> Sound<'a> {
    pub(super) fn fault(&mut self) {
        self.has_fault = true;
    }

    pub(super) fn is_sound(&self) -> bool {
        !self.has_fault && self.open.is_empty()
    }

    pub(super) fn tag(&mut self, tag: &'a str, is_end: bool) {
        let name = name_of(tag);
        if is_end {
            self.has_fault |= self.open.pop() != Some(name);
            return;
        }
        // One element holds all.
        self.has_fault |= self.open.is_empty() && self.has_root;
        self.has_root = true;
        let closes = closes_itself(tag);
        let attributes = tag.get(name.len()..).unwrap_or_default();
        let without_slash = attributes.strip_suffix('/').filter(|_| closes);
        self.has_fault |= !are_quoted(without_slash.unwrap_or(attributes));
        if !closes {
            self.open.push(name);
        }
    }

    /// Looks at text: each `&` begins the name of a character.
    pub(super) fn text(&mut self, text: &str) {
        self.has_fault |= text.split('&').skip(1).any(|after| {
            let name = after.split(';').next().unwrap_or_default();
            let is_name = |c: char| c.is_alphanumeric() || "#_.:-".contains(c);
            name.is_empty() || name.len() == after.len() || !name.chars().all(is_name)
        });
    }

    /// Looks at code: what would be mark-up stands in a section or a comment.
    pub(super) fn code(&mut self, code: &str) {
        let mut rest = code;
        while let Some((text, from)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
            self.text(text);
            let end = match () {
                () if from.starts_with("<![CDATA[") => "]]>",
                () if from.starts_with("<!--") => "-->",
                () => return self.fault(),
            };
            let Some((_, after)) = from.split_once(end) else {
                return self.fault();
            };
            rest = after;
        }
        self.text(rest);
    }
}

/// Returns the name in a tag.
pub(super) fn name_of(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_whitespace() || c == '/' || c == '>');
    end.and_then(|end| tag.get(..end)).unwrap_or(tag)
}

/// Says whether a tag ends in a slash that is of no attribute's value.
pub(super) fn closes_itself(tag: &str) -> bool {
    let Some(before) = tag.strip_suffix('/') else {
        return false;
    };
    !before.contains('=') || before.ends_with(['"', '\'', ' ', '\n', '\t', '\r'])
}

/// Says whether each attribute has a value, in quote marks.
fn are_quoted(attributes: &str) -> bool {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let Some((name, value)) = rest.split_once('=') else {
            return false;
        };
        let name = name.trim_end();
        let value = value.trim_start();
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            return false;
        };
        let mut parts = value.splitn(3, quote);
        let (Some(value), Some(after)) = (parts.nth(1), parts.next()) else {
            return false;
        };
        if name.contains(|c: char| c.is_whitespace() || "<>\"'/".contains(c)) || value.contains('<')
        {
            return false;
        }
        rest = after.trim_start();
    }
    true
}
