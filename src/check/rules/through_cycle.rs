//! Judges how sources follow from one another: `through-cycle`, `too-long-chain`.

use crate::check::context::{Context, Findings};
use crate::diagnostics::{Diagnostic, Part, Place, Rule};
use crate::load::Text;

pub(super) static THROUGH_CYCLE: Rule = Rule::error(include_str!("through_cycle.md"));

pub(super) static TOO_LONG_CHAIN: Rule = Rule::error(include_str!("too_long_chain.md"));

/// How many sources a chain has at most. Every form tells the chains of each claim, so that without a limit a
/// small text would make a page as large as the product of its claims and its sources.
const MOST: usize = 50;

pub(super) fn check(cx: &Context<'_>, out: &mut Findings) {
    let relays = relays(cx);
    let mut walk = Walk {
        state: vec![State::New; relays.len()],
        longest: vec![0; relays.len()],
        path: Vec::new(),
    };
    for start in 0..relays.len() {
        walk.from(cx, &relays, start, out);
    }
}

/// Lists for every source those that retell it, each with where the file says so: those that it
/// is known `through`, and those that say that they draw on it.
fn relays(cx: &Context<'_>) -> Vec<Vec<(usize, Place)>> {
    let sources = &cx.document.sources.0;
    let mut relays = vec![Vec::new(); sources.len()];
    for (at, (_, source)) in sources.iter().enumerate() {
        for id in source.through.iter() {
            let relay = cx.index.sources.position(id);
            relays[at].extend(relay.map(|relay| (relay, id.place)));
        }
        for id in source.draws_on.iter() {
            if let Some(far) = cx.index.sources.position(id) {
                relays[far].push((at, id.place));
            }
        }
    }
    relays
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnPath,
    /// On the path, in a cycle that was reported.
    Reported,
    Done,
}

/// A walk in depth from relay to relay. It keeps its own path, for a chain may be as long as the
/// file.
struct Walk {
    state: Vec<State>,
    /// How many sources the longest chain of each has.
    longest: Vec<usize>,
    /// The sources on the way, each with how many of its relays were followed.
    path: Vec<(usize, usize)>,
}

impl Walk {
    fn from(
        &mut self,
        cx: &Context<'_>,
        relays: &[Vec<(usize, Place)>],
        start: usize,
        out: &mut Findings,
    ) {
        self.enter(start);
        while let Some((at, followed)) = self.path.last_mut() {
            let at = *at;
            let relay = relays[at].get(*followed);
            *followed += 1;
            let Some((next, place)) = relay.copied() else {
                self.path.pop();
                self.state[at] = State::Done;
                let following = relays[at].iter().map(|(relay, _)| self.longest[*relay]);
                self.longest[at] = following.max().unwrap_or(0) + 1;
                // What comes through a chain that is too long is not told as well.
                if self.longest[at] == MOST + 1 {
                    out.push(too_long(cx.index.sources.ids[at]));
                }
                continue;
            };
            if self.state[next] == State::OnPath {
                out.push(fault(&self.cycle(cx, next), place));
            }
            self.enter(next);
        }
    }

    fn enter(&mut self, source: usize) {
        if self.state[source] == State::New {
            self.state[source] = State::OnPath;
            self.path.push((source, 0));
        }
    }

    /// Returns the names of a cycle, and takes note that it is reported: one is enough of those
    /// that share a source.
    fn cycle<'a>(&mut self, cx: &Context<'a>, from: usize) -> Vec<&'a str> {
        let start = self.path.iter().position(|(source, _)| *source == from);
        let mut names = Vec::new();
        for (source, _) in self.path.iter().skip(start.unwrap_or(0)) {
            self.state[*source] = State::Reported;
            names.push(cx.index.sources.ids[*source].as_str());
        }
        names
    }
}

fn too_long(source: &Text) -> Diagnostic {
    let message = format!(
        "`{}` begins a chain of more than {MOST} sources",
        source.escape_debug()
    );
    Diagnostic::new(&TOO_LONG_CHAIN, source.place, message).help(
        "leave out relays that nobody read between the first report and the source that was read",
    )
}

/// How many names of a long cycle are spelled out.
const NAMES: usize = 8;

fn fault(cycle: &[&str], place: Place) -> Diagnostic {
    let ticked = |name: &&str| format!("`{}`", name.escape_debug());
    let first = cycle.first().map(ticked).unwrap_or_default();
    let others: Vec<_> = cycle.iter().skip(1).take(NAMES).map(ticked).collect();
    if others.is_empty() {
        let message = format!("{first} retells itself");
        return Diagnostic::new(&THROUGH_CYCLE, place, message)
            .help("leave its own id out: a source is known through others, and draws on others")
            .taking_out(Part::Value);
    }
    let more = match cycle.len() - 1 - others.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    let message = format!(
        "{first} retells itself by way of {}{more}",
        others.join(", ")
    );
    Diagnostic::new(&THROUGH_CYCLE, place, message)
        .help("one of them retells none of the others: leave out its `draws_on`, or the `through` that names it")
}
