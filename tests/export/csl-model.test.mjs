// The published schema of CSL-JSON: every source that `brief` exports is an item of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';

const folders = ['content', 'tests/briefs', 'tests/fixtures', 'tests/export'];
const root = new URL('../../', import.meta.url).pathname;

/** The items of every brief of this repository, by its path. */
const exported = () =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.yaml') && !file.endsWith('.evidence.yaml'))
      .sort()
      .map((file) => {
        const args = ['export', '--to', 'csl-json', '-o', '-', join(root, folder, file)];
        const items = execFileSync(process.env.BRIEF_BIN, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
        return [file, JSON.parse(items)];
      }),
  );

/** Says whether nothing in a value is empty, which the schema allows. */
const isFilled = (value) =>
  value !== null && typeof value === 'object' ? Object.keys(value).length > 0 && Object.values(value).every(isFilled) : value !== '' && value !== null;

const schema = JSON.parse(readFileSync(new URL('csl-schema/csl-data.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);

test('every source of every brief in this repository is an item of the published schema, with nothing empty in it', (context) => {
  const briefs = exported();
  let count = 0;
  for (const [where, items] of briefs) {
    assert.ok(validate(items), `${where}: ${JSON.stringify(validate.errors)}`);
    for (const item of items) assert.ok(isFilled(item), `${where}: ${JSON.stringify(item)}`);
    count += items.length;
  }
  assert.ok(count > 0);
  context.diagnostic(`${count} items of ${briefs.length} briefs`);
});

test('what is no item is refused', () => {
  for (const item of [{ id: 'a' }, { id: 'a', type: 'newspaper' }, { id: 'a', type: 'book', title: 1 }, { id: 'a', type: 'book', colour: 'red' }]) {
    assert.ok(!validate([item]), JSON.stringify(item));
  }
});
