//! Sets a quote mark apart from the word before it, once what follows tells that it is no apostrophe.

use super::{Anchor, Writer};

impl Writer {
    /// Writes a space before the last character, a quote mark.
    pub(super) fn part_last(&mut self) {
        let (text, anchors) = (&mut self.done.text, &mut self.done.anchors);
        let Some(at) = text.strip_suffix('\'').map(str::len) else {
            return;
        };
        text.insert(at, ' ');
        let after = anchors.split_off(anchors.partition_point(|anchor| anchor.normal < at));
        let mark = self.lines.last_at;
        let begin = after.first().filter(|anchor| anchor.normal == at);
        let begin = begin.map_or(mark, |anchor| anchor.original);
        let behind = after.iter().filter(|anchor| anchor.normal > at);
        let behind = behind.map(|anchor| (anchor.normal + 1, anchor.original));
        let all = [(at, begin), (at + 1, mark)].into_iter().chain(behind);
        anchors.extend(all.map(|(normal, original)| Anchor { normal, original }));
    }
}
