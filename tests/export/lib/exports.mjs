// The exports that run.sh made: every brief's name and the text of each form.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.EXPORTS_DIR;

/** The names of the briefs. */
export const briefs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

/** The text of a brief in a form. */
export const text = (brief, form) => readFileSync(join(folder, `${brief}.${form}`), 'utf8');

/** The brief as `--to json` has it. */
export const whole = (brief) => JSON.parse(text(brief, 'json'));
