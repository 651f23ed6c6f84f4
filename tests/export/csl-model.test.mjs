// The data model of CSL 1.0.2: every source that `brief` exports is an item of it. The published
// schema, csl-data.json, is in no package: these are its names, and its kinds of values, stricter, written
// down by us.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';

const words = (text) => text.trim().split(/\s+/);
const each = (names, schema) => Object.fromEntries(words(names).map((name) => [name, schema]));
const text = { type: 'string', minLength: 1 };

const types = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic
  collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
  interview legal_case legislation manuscript map motion_picture musical_score pamphlet
  paper-conference patent performance periodical personal_communication post post-weblog regulation
  report review review-book software song speech standard thesis treaty webpage`);

const name = {
  type: 'object',
  properties: each('family given dropping-particle non-dropping-particle suffix literal', text),
  minProperties: 1,
  additionalProperties: false,
};
const part = { type: 'integer' };
const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: [part, { ...part, minimum: 1, maximum: 12 }, { ...part, minimum: 1, maximum: 31 }] },
    },
    season: { type: 'integer', minimum: 1, maximum: 4 },
    circa: { type: 'boolean' },
    literal: text,
  },
  minProperties: 1,
  additionalProperties: false,
};
const item = {
  type: 'object',
  properties: {
    id: text,
    type: { enum: types },
    ...each('author editor translator interviewer recipient director', { type: 'array', minItems: 1, items: name }),
    ...each('issued accessed available-date event-date original-date submitted', date),
    ...each(
      `abstract archive archive_location authority call-number chapter-number collection-title container-title
       container-title-short DOI edition event-place event-title genre ISBN ISSN issue jurisdiction keyword language
       medium note number number-of-pages page part-title PMID publisher publisher-place section source status
       title title-short URL version volume`,
      text,
    ),
  },
  required: ['id', 'type'],
  additionalProperties: false,
};

const folders = ['content', 'tests/briefs', 'tests/fixtures'];
const root = new URL('../../', import.meta.url).pathname;

/** The items of every brief of this repository. */
const exported = () =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.yaml') && !file.endsWith('.evidence.yaml'))
      .sort()
      .flatMap((file) => {
        const args = ['export', '--to', 'csl-json', '-o', '-', join(root, folder, file)];
        const items = JSON.parse(execFileSync(process.env.BRIEF_BIN, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
        return items.map((item) => [`${file}: ${item.id}`, item]);
      }),
  );

const validate = new Ajv({ strict: false }).compile(item);
test('every source of every brief in this repository is an item of the model, with nothing empty in it', () => {
  const items = exported();
  assert.ok(items.length > 0);
  for (const [where, one] of items) assert.ok(validate(one), `${where}: ${JSON.stringify(validate.errors)}`);
});
