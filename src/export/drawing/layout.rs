//! Finds where everything in the drawing stands.

use super::buses::{self, Bus};
use super::graph::Graph;
use super::labels::Labels;
use super::rows::Rows;
use super::width::{BOLD, Lines};

/// The width of the drawing, in its own units, unless very many sources stand one after the other.
const WIDTH: i32 = 720;
/// The room around the drawing.
pub(super) const MARGIN: i32 = 16;
/// From the middle of a dot to its label.
pub(super) const LABEL: i32 = 9;
/// Between a voice and its claims.
const CLAIMS: i32 = 10;
/// The least length of a line that leaves a voice: its record must be seen.
const LEAD: i32 = 24;
/// From an upright line to the next.
const TRACK: i32 = 9;
/// At both sides of upright lines.
const SIDE: i32 = 15;
/// The most that room is added between columns: longer lines say no more.
const MOST_ADDED: i32 = 48;
/// How wide a column of labels begins to be, and the narrowest that it becomes.
const WIDEST: i32 = 230;
const NARROWEST: i32 = 80;
/// Between rows, and more between groups of them.
const BETWEEN: i32 = 5;
const GROUP: i32 = 9;

/// Where everything stands, drawn from left to right.
pub(super) struct Layout {
    pub(super) width: i32,
    /// Where the line stands at which the chains end.
    pub(super) brief: i32,
    pub(super) claims: i32,
    /// By column, where its dots are. The first has no dots: there voices begin.
    pub(super) dots: Vec<i32>,
    /// By column, where the upright lines before it begin.
    tracks: Vec<i32>,
    /// By row, the middle of its first line, from the top of the first row.
    pub(super) middles: Vec<i32>,
    pub(super) height: i32,
    pub(super) buses: Vec<Vec<Bus>>,
    /// By node, in lines.
    pub(super) labels: Vec<Lines>,
    /// By line of a voice, its claims in lines.
    pub(super) claims_of: Vec<Lines>,
}

impl Layout {
    pub(super) fn of(graph: &Graph, rows: &Rows, labels: &Labels) -> Self {
        let buses = buses::of(graph, rows);
        let mut gaps: Vec<i32> = buses.iter().skip(1).map(|buses| gap(buses)).collect();
        gaps[0] += LEAD;
        let claims_of = labels.claims_in_lines();
        let claims_width = claims_of.iter().map(Lines::width).max().unwrap_or(0);
        // What stands over the last line must not meet what stands over a column.
        let (_, brief) = labels.widths(graph.columns.len() - 1);
        let stub = SIDE.max(brief * BOLD / 100 + 8);
        let taken = 2 * MARGIN + CLAIMS + claims_width + stub + gaps.iter().sum::<i32>();
        let left = WIDTH - taken - as_units(gaps.len()) * LABEL;
        let widths = fit(graph, labels, left);
        let added = (left - widths.iter().sum::<i32>()).max(0) / as_units(gaps.len() + 1);
        let added = added.min(MOST_ADDED);
        let labels_in_lines = labels.in_lines(graph, &widths);

        let claims = MARGIN + widths[0] + CLAIMS;
        let (mut dots, mut tracks) = (vec![MARGIN], vec![0]);
        let mut end = claims + claims_width;
        for (gap, width) in gaps.iter().zip(&widths[1..]) {
            let lead = if tracks.len() == 1 { LEAD } else { 0 };
            tracks.push(end + lead + added / 2 + SIDE);
            dots.push(end + added + gap);
            end += added + gap + LABEL + width;
        }
        let width = WIDTH.max(end + stub + MARGIN);
        let mut layout = Self {
            width,
            brief: width - MARGIN,
            claims,
            dots,
            tracks,
            middles: Vec::new(),
            height: 0,
            buses,
            labels: labels_in_lines,
            claims_of,
        };
        layout.place_rows(graph, rows);
        layout
    }

    fn place_rows(&mut self, graph: &Graph, rows: &Rows) {
        let mut y = 0;
        // Where the name ends of the voice to which the last row belongs.
        let mut end_of_name = 0;
        for (index, row) in rows.all.iter().enumerate() {
            let voice = row.port.map(|port| graph.ports[port].voice);
            let before = index.checked_sub(1).map(|before| &rows.all[before]);
            let before_voice = before
                .and_then(|row| row.port)
                .map(|port| graph.ports[port].voice);
            let begins = voice.is_none() || voice != before_voice;
            if begins {
                y = y.max(end_of_name);
            }
            if before.is_some_and(|before| before.group != row.group) {
                y += GROUP;
            }
            if let (true, Some(voice)) = (begins, voice) {
                end_of_name = y + self.labels[voice].height() + BETWEEN;
            }
            let of_port = row.port.map(|port| &self.claims_of[port]);
            let of_sources = row.sources.iter().map(|source| &self.labels[*source]);
            let lines = || of_port.into_iter().chain(of_sources.clone());
            let pitch = lines().map(|lines| lines.pitch).max().unwrap_or(0);
            self.middles.push(y + pitch / 2 + 1);
            y += lines().map(Lines::height).max().unwrap_or(0) + BETWEEN;
        }
        self.height = y.max(end_of_name);
    }

    /// Returns where the bus stands that gathers what arrives at a source.
    pub(super) fn bus_of(&self, source: usize, column: usize) -> Option<(&Bus, i32)> {
        let bus = self.buses[column].iter().find(|bus| bus.source == source)?;
        Some((bus, self.track(column, bus)))
    }

    pub(super) fn track(&self, column: usize, bus: &Bus) -> i32 {
        self.tracks[column] + as_units(bus.track) * TRACK
    }
}

fn as_units(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Returns the room that the upright lines before a column take.
fn gap(buses: &[Bus]) -> i32 {
    let tracks = buses.iter().map(|bus| bus.track).max().unwrap_or(0);
    2 * SIDE + as_units(tracks) * TRACK
}

/// Makes the widest columns narrower until all stand beside each other, and parts words only where
/// columns would be wider than any are.
fn fit(graph: &Graph, labels: &Labels, left: i32) -> Vec<i32> {
    let columns = graph.columns.iter().max().copied().unwrap_or(0);
    let mut widths = vec![0; columns];
    let mut least = vec![NARROWEST; columns];
    for (node, column) in graph.columns.iter().enumerate() {
        if let Some(width) = widths.get_mut(*column) {
            let (label, word) = labels.widths(node);
            *width = label.min(WIDEST).max(*width);
            least[*column] = word.clamp(least[*column], NARROWEST * 2);
        }
    }
    while widths.iter().sum::<i32>() > left {
        let wide = widths.iter_mut().zip(&least);
        let wide = wide.filter(|(width, least)| **width > **least);
        let Some((width, _)) = wide.max_by_key(|(width, _)| **width) else {
            break;
        };
        *width -= 1;
    }
    widths
}
