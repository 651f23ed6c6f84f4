// SentenceBreakTest of Unicode (UAX 29): a bottom line is cut where Unicode cuts, or not at all.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failed, leftOut, passed, readings, suite } from './lib/suite.mjs';

const root = new URL('../../', import.meta.url).pathname;

// The crate that cuts words for `brief` carries the file of the version of Unicode that it is for.
const crate = JSON.parse(
  execFileSync('cargo', ['metadata', '--locked', '--format-version=1'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }),
).packages.find(({ name }) => name === 'unicode-segmentation');
const rust = readFileSync(join(dirname(crate.manifest_path), 'tests/testdata/mod.rs'), 'utf8');

const escapeOf = (hex) => JSON.stringify(String.fromCodePoint(parseInt(hex, 16))).slice(1, -1);
const literal = (text) => JSON.parse(`"${text.replace(/\\u\{(\w+)\}/g, (_, hex) => escapeOf(hex))}"`);
// A word joiner, which no brief may hold, changes nothing.
const read = (text) => literal(text).replaceAll('\u2060', '');

/** The texts with their sentences. */
function cases() {
  const table = rust.slice(rust.indexOf('TEST_SENTENCE'));
  const found = [...table.matchAll(/\("([^"]*)",\s*&\[([^\]]*)\]\)/g)];
  return found.map(([, text, pieces]) => ({
    text: read(text),
    sentences: [...pieces.matchAll(/"([^"]*)"/g)].map(([, piece]) => read(piece)),
  }));
}

/** Why a bottom line does not end a sentence where Unicode does. */
function undecided(text, at) {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (/\n/.test(before + after.match(/^\s*/)[0])) return 'a line break in a brief is a space';
  if (/^\s*\p{M}|\p{M}$/u.test(after) || /\s\p{M}$|[.!?)’]\p{M}$/u.test(before)) return 'an accent on a mark or a space';
  if (!/^\s/.test(after)) return 'no space after a mark that stands within words, too';
  if (/(^|\P{L})\p{L}{1,3}\.\P{L}*$/u.test(before)) return 'a full stop after a short word may be of an abbreviation';
  if (/[”"]\W*$/.test(before)) return 'who spoke may follow a quote';
  return undefined;
}

function judge({ text, sentences }, { sentences: cut, refused }) {
  if (refused) return leftOut('a text that no bottom line can be');
  const ends = (pieces) => {
    const found = new Set();
    let at = 0;
    for (const piece of pieces) {
      at = text.indexOf(piece.trim(), at) + piece.trim().length;
      if (text.slice(at).trim()) found.add(at);
    }
    return found;
  };
  const [ours, theirs] = [ends(cut), ends(sentences)];
  for (const at of ours) if (!theirs.has(at)) return failed(`${JSON.stringify(text)} is cut into ${JSON.stringify(cut)} and not ${JSON.stringify(sentences)}`);
  for (const at of theirs) {
    if (ours.has(at)) continue;
    const why = undecided(text, at);
    return why ? leftOut(why) : failed(`${JSON.stringify(text)} is not cut into ${JSON.stringify(sentences)}`);
  }
  return passed;
}

suite({
  name: 'SentenceBreakTest',
  version: `unicode-segmentation ${crate.version}`,
  held: 'a bottom line is cut into sentences nowhere but where Unicode cuts (UAX 29); where it is open whether a sentence ends, it goes on',
  cases: () => {
    const all = cases();
    const cuts = readings('sentences', all.map(({ text }) => text));
    return all.map((one, index) => [JSON.stringify(one.text), judge(one, cuts[index])]);
  },
});
