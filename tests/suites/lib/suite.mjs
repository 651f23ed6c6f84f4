// Judges the cases of a suite, and holds the counts against its row in docs/suites.md.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

const table = new URL('../../../docs/suites.md', import.meta.url);

/** What may be said of a case. */
export const passed = { kind: 'passed' };
export const leftOut = (why) => ({ kind: 'left out', why });
export const failed = (why) => ({ kind: 'failed', why });

/** The exact version of an npm package in package.json. */
export const versionOf = (name) =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).dependencies[name];

/** What the example `readings` reads in each of the texts. Whatever ends it early fails the suite. */
export const readings = (kind, texts) =>
  JSON.parse(
    execFileSync(process.env.READINGS_BIN, [kind], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 60_000,
    }),
  );

/**
 * Holds a suite: `cases` are pairs of a name and what is said of the case.
 * `name`, `version` and `held` are the first cells of its row.
 */
export function suite({ name, version, held, cases }) {
  test(name, (t) => {
    const verdicts = cases();
    assert.ok(verdicts.length > 0, `${name} has no cases`);
    const of = (kind) => verdicts.filter(([, verdict]) => verdict.kind === kind);
    const [good, out, bad] = [of('passed'), of('left out'), of('failed')];
    const times = (why) => out.filter(([, verdict]) => verdict.why === why).length;
    const reasons = [...new Set(out.map(([, { why }]) => why))]
      .sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1))
      .map((why) => `${why}: ${times(why)}`)
      .join('; ');
    const counts = [verdicts.length, good.length, bad.length, out.length].map(String);
    const row = [name, version, held, ...counts, reasons];
    t.diagnostic(`${name}: ${counts[1]} of ${counts[0]} passed, ${counts[2]} failed, ${counts[3]} left out`);
    for (const [which, { why }] of bad) t.diagnostic(`failed: ${which}: ${why}`);
    if (process.env.BLESS) bless(row);
    else holdAgainst(rows().find(([known]) => known === name), row, counts);
  });
}

function holdAgainst(known, row, [, good, bad]) {
  assert.ok(known, `docs/suites.md has no row for ${row[0]}: BLESS=1 writes it`);
  assert.ok(+good >= +known[4], `${known[4]} cases passed before, ${good} do now`);
  assert.ok(+bad <= +known[5], `${known[5]} cases failed before, ${bad} do now`);
  assert.deepEqual(row, known, 'docs/suites.md says something else: BLESS=1 writes it anew');
}

function rows() {
  const lines = readFileSync(table, 'utf8').split('\n');
  const rows = lines.filter((line) => line.startsWith('| '));
  return rows.map((line) => line.slice(2, -2).split(' | '));
}

/** Writes a row in place of the one with its name, or at the end. */
function bless(row) {
  const line = `| ${row.join(' | ')} |`;
  const lines = readFileSync(table, 'utf8').split('\n');
  const at = lines.findIndex((known) => known.startsWith(`| ${row[0]} |`));
  if (at >= 0) lines[at] = line;
  else lines.splice(lines.findLastIndex((known) => known.startsWith('|')) + 1, 0, line);
  writeFileSync(table, lines.join('\n'));
}
