import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'commonmark';
import { briefs, text, whole } from './lib/exports.mjs';

/** Returns the text of a CommonMark document, and the kinds of node in it. */
function read(markdown) {
  const walker = new Parser().parse(markdown).walker();
  const kinds = new Map();
  let words = '';
  for (let event = walker.next(); event; event = walker.next()) {
    if (!event.entering) continue;
    const { type, literal } = event.node;
    kinds.set(type, (kinds.get(type) ?? 0) + 1);
    words += literal ?? (type === 'softbreak' || type === 'item' || type === 'paragraph' ? '\n' : '');
  }
  return { words, kinds };
}

for (const brief of briefs) {
  test(`${brief}: a CommonMark parser reads every text as it was written`, () => {
    const { words, kinds } = read(text(brief, 'markdown'));
    for (const kind of ['html_block', 'html_inline', 'image', 'code_block', 'thematic_break']) {
      assert.ok(!kinds.has(kind), `${kind} in the Markdown`);
    }
    const { claims } = whole(brief);
    for (const { id, quotes } of claims) {
      assert.ok(words.includes(id), id);
      for (const quote of quotes) {
        assert.ok(words.includes(quote.text.replaceAll(/[\r\n]+/g, ' ')), quote.text);
      }
    }
  });
}
