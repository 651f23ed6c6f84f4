//! Briefs of any size for measuring: sound, with every part of the format, and like themselves
//! at every size.

use std::fmt::Write as _;

/// Voices, sources and issues grow with the claims, up to these numbers.
const MOST_VOICES: usize = 40;
const MOST_SOURCES: usize = 60;
const MOST_ISSUES: usize = 8;

/// Returns a brief of so many claims as YAML.
pub(crate) fn brief(claims: usize) -> String {
    let size = Size {
        claims,
        voices: (claims / 2).clamp(2, MOST_VOICES),
        sources: (claims / 2).clamp(2, MOST_SOURCES),
        issues: claims.clamp(1, MOST_ISSUES),
    };
    let mut yaml = String::from(
        "format: 1\ntopic: Harbour works\ntitle: The council wants to widen the harbour, \
         its members say\nlang: en\nas_of: 2025-08-16\nedition: 1\n\
         bottom_line: The council plans to widen the harbour [@claim-0].\n",
    );
    size.head(&mut yaml);
    yaml.push_str("claims:\n");
    for claim in 0..claims {
        size.claim(claim, &mut yaml);
    }
    size.tail(&mut yaml);
    yaml
}

struct Size {
    claims: usize,
    voices: usize,
    sources: usize,
    issues: usize,
}

impl Size {
    fn head(&self, yaml: &mut String) {
        yaml.push_str("voices:\n");
        for voice in 0..self.voices {
            _ = if voice % 5 == 4 {
                writeln!(
                    yaml,
                    "  voice-{voice}: {{ anonymous: 2, described_as: port officials of ward {voice} }}"
                )
            } else {
                writeln!(
                    yaml,
                    "  voice-{voice}: {{ name: Person {voice}, role: Member for ward {voice} }}"
                )
            };
        }
        yaml.push_str("sources:\n");
        for source in 0..self.sources {
            _ = writeln!(
                yaml,
                "  source-{source}: {{ type: article-newspaper, publisher: Paper {source}, \
                 issued: {{ date: 2025-08-16, as_given: Saturday }}{} }}",
                if source % 3 == 2 {
                    format!(", through: source-{}", source - 1)
                } else {
                    format!(", url: \"https://paper-{source}.example/a\"")
                }
            );
        }
        yaml.push_str("issues:\n");
        for issue in 0..self.issues {
            _ = writeln!(
                yaml,
                "  issue-{issue}: {{ name: Question {issue}, question: What becomes of quay {issue}? }}"
            );
        }
    }

    fn claim(&self, claim: usize, yaml: &mut String) {
        _ = write!(
            yaml,
            "  - id: claim-{claim}\n    says: >-\n      Work on **berth {claim}** is to begin in the \
             spring, once the survey of the sea bed\n      has been laid before the council.\n    \
             voice: {}\n    in: source-{}\n    told_to: reporters\n    \
             said: {{ date: 2025-08-16, as_given: Saturday }}\n    about: [issue-{}]\n",
            if claim % 4 == 3 {
                format!(
                    "[voice-{}, voice-{}]",
                    claim % self.voices,
                    (claim + 1) % self.voices
                )
            } else {
                format!("voice-{}", claim % self.voices)
            },
            claim % self.sources,
            claim % self.issues,
        );
        if claim.is_multiple_of(2) {
            _ = write!(
                yaml,
                "    quotes:\n      - text: We will begin with berth {claim} as soon as the survey \
                 allows it.\n        occasion: council meeting\n        voice: voice-{}\n",
                claim % self.voices
            );
        }
        if claim.is_multiple_of(7) {
            yaml.push_str("    note: The survey itself has not been published.\n");
        }
    }

    fn tail(&self, yaml: &mut String) {
        yaml.push_str("positions:\n");
        for voice in 0..self.voices.min(self.claims) {
            _ = writeln!(
                yaml,
                "  - {{ of: voice-{voice}, on: issue-{}, stance: supports, \
                 in_short: begin in the spring, claims: [claim-{voice}] }}",
                voice % self.issues
            );
        }
        yaml.push_str("events:\n");
        for event in 0..(self.claims / 20).max(1) {
            _ = writeln!(
                yaml,
                "  - {{ date: 2025-{:02}, what: The survey of part {event} ends., claims: claim-{event} }}",
                event % 12 + 1
            );
        }
        if self.claims > 1 {
            yaml.push_str("tensions:\n");
            for tension in 0..(self.claims / 50).max(1) {
                _ = writeln!(
                    yaml,
                    "  - {{ between: [claim-{tension}, claim-{}], note: Both cannot come first. }}",
                    tension + 1
                );
            }
        }
        yaml.push_str("gaps:\n  - { question: Who pays?, why: Nobody says. }\n");
    }
}
