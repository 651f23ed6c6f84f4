//! Writes the sources, how the brief was made, and who speaks.

use std::fmt::Write as _;

use super::Letter;
use super::sink::{described, text};
use crate::describe::Message;
use crate::model::Source;

impl Letter<'_> {
    pub(super) fn sources(&mut self) {
        let describer = self.describer;
        self.heading(describer.locale.text(Message::ExportSources));
        if let Some(method) = &describer.brief.parts().method {
            let method = self.prose(method);
            self.line(&format!("{method}\n"));
        }
        let explained = describer.locale.text(Message::OriginsExplained);
        let counted = [describer.origins_in_all(), explained.to_owned()].join(" ");
        self.line(&format!("{}\n", text(&counted)));
        if let Some(checks) = describer.checks() {
            self.line(&format!("{}\n", text(&checks)));
        }
        for (id, source) in describer.brief.sources() {
            let source = self.source(source);
            self.line(&format!("- **{id}** {source}"));
        }
    }

    fn source(&self, source: &Source) -> String {
        let name = text(&self.describer.source_first(source));
        let mut out = name + &described(&self.describer.reference(source));
        for (words, url) in self.describer.addresses(source) {
            let words = words.map(|words| text(&words) + " ").unwrap_or_default();
            _ = write!(out, " {words}<{url}>");
        }
        if let Some(note) = &source.note {
            _ = write!(out, " {}", self.prose(note));
        }
        out
    }

    /// Lists the voices of whom there is more to say than the names that they have above.
    pub(super) fn voices(&mut self) {
        let describer = self.describer;
        let voices = describer.brief.voices();
        let mut voices = voices
            .filter(|(id, voice)| voice.note.is_some() || !describer.is_bare(*id))
            .peekable();
        if voices.peek().is_none() {
            return;
        }
        self.heading(describer.locale.text(Message::ColumnVoices));
        for (id, voice) in voices {
            let name = describer.voice_first(id);
            let mut line = text(&(name + &describer.voice_description(id)));
            if let Some(note) = &voice.note {
                _ = write!(line, " {}", self.prose(note));
            }
            self.line(&format!("- **{id}** {line}"));
        }
    }
}
