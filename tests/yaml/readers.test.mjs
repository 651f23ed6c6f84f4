import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as jsYaml from 'js-yaml';
import * as jsYaml4 from 'js-yaml-4';
import * as yaml from 'yaml';

const root = process.env.YAML_DIR;
const paths = ['shipped', 'written'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(root, folder, name)),
);

/** Dates as the text has them: which of them are dates is YAML 1.1's doing. */
function plain(value) {
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value;
}

const lines = (program, args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const results = new Map(paths.map((path) => [path, new Map()]));
for (const { path, reader, ...result } of [
  ...lines(process.env.VALUES_BIN, paths),
  ...lines('python3', [new URL('read.py', import.meta.url).pathname, ...paths]),
]) {
  results.get(path).set(reader, result);
}
for (const path of paths) {
  const text = readFileSync(path, 'utf8');
  for (const [reader, read] of [
    ['js-yaml', jsYaml.load],
    ['js-yaml 4', (jsYaml4.default ?? jsYaml4).load],
    ['yaml', (text) => yaml.parse(text, { uniqueKeys: true, strict: true })],
  ]) {
    try {
      results.get(path).set(reader, { value: plain(read(text)) });
    } catch (error) {
      results.get(path).set(reader, { error: error.message });
    }
  }
}

test('there is something to read, by each reader', () => {
  assert.ok(paths.length > 10, paths.join());
  for (const [path, read] of results) assert.equal(read.size, 6, path);
});

for (const [path, read] of results) {
  test(`${path.slice(root.length + 1)}: all readers read the same`, () => {
    const { value: expected } = read.get('serde_yaml');
    for (const [reader, { value, error }] of read) {
      assert.equal(error, undefined, `${reader} does not read it: ${error}`);
      assert.deepEqual(value, expected, `${reader} reads other values than serde_yaml`);
    }
  });
}

// What the readers are known to differ in: were it not seen, the suite would see nothing.
test('a difference is seen', () => {
  const disputed = ['a: no', 'a: 12:30', 'a: 0o17', 'a: 1_000'];
  for (const text of disputed) {
    const [value] = lines('python3', ['-c', 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.argv[1])))', text]);
    assert.notDeepEqual(value, yaml.parse(text), text);
  }
});
