// The items of the tests that processors of CSL are held to: all are imported, and nothing of them is lost
// without a word.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { failed, leftOut, passed, suite } from './lib/suite.mjs';

// Debian's package of the processor that pandoc has, with the tests in it: see install.sh.
const folder = new URL('./debian/citeproc/test/csl/', import.meta.url).pathname;
const version = readFileSync(new URL('./debian/version', import.meta.url), 'utf8').trim();

/** Imports the items of a file as a person does. */
const imported = (items) =>
  execFileSync(process.env.BRIEF_BIN, ['import', 'csl-json', '-'], { input: items, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });

/** The words and numbers of a text, without markup and the zeros before a number. */
const words = (text) =>
  text
    .normalize('NFC')
    .replace(/<[^<>]*>/g, '')
    .toLowerCase()
    .match(/\p{N}+|[\p{L}\p{M}]+/gu)
    ?.map((word) => word.replace(/^0+(?=\d)/, '')) ?? [];

/** What is no word of an item: what names it for one program, and how a name or a date is to be printed. */
const isNoWord = new Set(['id', 'comma-suffix', 'static-ordering', 'parse-names', 'isInstitution', 'circa']);

const leaves = (value) => {
  if (value === null) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([name, inner]) => (isNoWord.has(name) ? [] : leaves(inner)));
};

/** A word of a date as EDTF has it: 44 BC is -0043, autumn 23; 0 is a month or a day that is not known, or no end. */
function isInDate(word, item, entry) {
  const dates = [...entry.matchAll(/date: "?([^"}]*)/g)].map(([, date]) => date).join(' ');
  const number = Number(word);
  return (
    (dates.includes(`-${String(number - 1).padStart(4, '0')}`) && JSON.stringify(item).includes(`-${number}`)) ||
    (number >= 1 && number <= 4 && dates.includes(`-2${number}`)) ||
    (number === 0 && dates !== '')
  );
}

/** The entries of what was imported: the text of each, with what is remarked in it. */
function entries(yaml) {
  const starts = [...yaml.matchAll(/^ {2}[^\s#].*:$/gm)].map(({ index }) => index);
  return starts.map((start, nth) => yaml.slice(start, starts[nth + 1]));
}

/** Says what of an item its entry neither has nor names. */
function lost(item, entry) {
  const read = entry.replace(/\\u(\w{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))).replaceAll('\\"', '"');
  const known = new Set(words(read));
  // Names of Chinese and Japanese have no space between their parts.
  const squeezed = [...known].filter((word) => /\p{Script=Han}|\p{Script=Hangul}/u.test(word)).join(' ');
  const leftOutFields = new Set(
    [...entry.matchAll(/# left out: (.*)/g)].flatMap(([, names]) => words(names)),
  );
  return Object.entries(item).flatMap(([name, value]) => {
    if (name === 'type' || isNoWord.has(name) || words(name).every((word) => leftOutFields.has(word))) return [];
    const text = name === 'DOI' ? String(value).replace(/^https?:\/\/(dx\.)?doi\.org\//, '') : value;
    const isHeld = (word) => known.has(word) || squeezed.includes(word) || isInDate(word, value, entry);
    const missing = leaves(text).flatMap(words).filter((word) => !isHeld(word));
    return missing.length ? [`${name}: ${missing}`] : [];
  });
}

function judge(text) {
  const [, input] = text.match(/>>=+ INPUT =+>>(.*?)<<=+ INPUT =+<</s) ?? [];
  if (input === undefined) return leftOut('no items');
  const items = JSON.parse(input);
  let yaml;
  try {
    yaml = imported(input);
  } catch ({ stderr }) {
    return failed(stderr.split('\n')[0]);
  }
  const sources = Object.keys(parse(yaml).sources);
  const found = entries(yaml);
  if (sources.length !== items.length || found.length !== items.length)
    return failed(`${items.length} items are ${sources.length} sources`);
  const missing = items.flatMap((item, nth) => lost(item, found[nth]));
  return missing.length ? failed(missing.join('; ')) : passed;
}

suite({
  name: 'CSL test suite',
  version,
  held: 'the items of every test are imported, one source an item, and each word and number of theirs is in it or in a remark beside it',
  cases: () =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => [file, judge(readFileSync(folder + file, 'utf8'))]),
});
