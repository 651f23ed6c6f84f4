// What `check --format sarif` says of every faulty fixture, read by the validator of the SARIF SDK:
// the published schema, the standard's rules, and what GitHub's code scanning asks for.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packaged = `@microsoft/sarif-multitool-${process.platform}/package.json`;
const validator = join(dirname(createRequire(import.meta.url).resolve(packaged)), 'Sarif.Multitool');
const folder = mkdtempSync(join(tmpdir(), 'brief-sarif-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const briefsIn = (path) => readdirSync(join(root, path))
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.evidence.yaml'))
  .map((name) => join(path, name));
const inputs = [
  ...['tests/fixtures/check', 'tests/fixtures/load', 'tests/browser/hostile'].flatMap(briefsIn),
  'tests/fixtures/no such brief.yaml',
];
const report = (format) => {
  const run = spawnSync(process.env.BRIEF_BIN, ['check', '--format', format, ...inputs], { cwd: root, encoding: 'utf8' });
  assert.equal(run.status, 2, run.stderr);
  return run.stdout;
};

/** What the validator finds in a log, a rule's name and its words each. */
const findings = (log) => {
  const path = join(folder, 'log.sarif');
  writeFileSync(path, log);
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const out = execFileSync(validator, ['validate', path, '--rule-kind', 'Sarif;Gh'], { encoding: 'utf8', env });
  assert.match(out, /1 files scanned/);
  return [...out.matchAll(/: (?:error|warning) (\w+): (.*)/g)].map(([, rule, words]) => `${rule}: ${words}`);
};

test('a log is valid SARIF 2.1.0 and has what code scanning asks for', () => {
  // The program has no address of its own yet.
  const about = (finding) => finding.startsWith('SARIF2005') && finding.includes("'informationUri'");
  const found = findings(report('sarif'));
  assert.deepEqual(found.filter((finding) => !about(finding)), []);
});

test('the validator would say so if it were not', () => {
  const log = report('sarif').replaceAll('"startLine"', '"line"');
  assert.ok(findings(log).some((finding) => finding.startsWith('JSON1005')));
});

test('the log has every problem that the JSON has, at the same place', () => {
  const [run] = JSON.parse(report('sarif')).runs;
  const { files } = JSON.parse(report('json'));
  assert.equal(run.columnKind, 'unicodeCodePoints');
  const logged = run.results.map(({ ruleId, ruleIndex, level, locations: [{ physicalLocation: { artifactLocation, region } }] }) => {
    assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
    return [decodeURIComponent(artifactLocation.uri), ruleId, level, region.startLine, region.startColumn, region.endLine, region.endColumn];
  });
  const expected = files.flatMap(({ path, diagnostics }) => diagnostics.map(({ code, severity, spans }) => {
    const span = spans.find(({ primary }) => primary);
    const [start, end] = span ? [span.start, span.end] : [{ line: 1, column: 1 }, { line: 1, column: 1 }];
    return [path, code, severity, start.line, start.column, end.line, end.column];
  }));
  assert.ok(expected.length > 100, `${expected.length} problems`);
  assert.deepEqual(logged, expected);
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.equal(run.invocations[0].toolExecutionNotifications.length, 1);
});
