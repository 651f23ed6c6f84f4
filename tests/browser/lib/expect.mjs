// Failing with the whole list of what is wrong, not with its first member.

import assert from "node:assert/strict";

const MOST_OF_A_LINE = 600;

/** Fails unless `faults` is empty, and then lists them. */
export function expectNone(faults, what) {
  const lines = faults.map((fault) => (typeof fault === "string" ? fault : JSON.stringify(fault))).map((line) => (line.length > MOST_OF_A_LINE ? `${line.slice(0, MOST_OF_A_LINE)}…` : line));
  if (lines.length > 0) assert.fail(`${lines.length} × ${what}:\n  - ${lines.join("\n  - ")}`);
}

/** White space as a reader sees it: any run of it is one space. */
export function squeezed(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** A text in quote marks, every space that is not a plain one and every invisible character spelt out. */
export function exact(text) {
  const spelt = text.replace(/(?! )[\p{Z}\p{C}]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
  return `«${spelt}»`;
}
