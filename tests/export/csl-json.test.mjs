import assert from 'node:assert/strict';
import { test } from 'node:test';
import CSL from 'citeproc';
import { briefs, text, whole } from './lib/exports.mjs';

const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><group delimiter="; ">
<names variable="author"/><text variable="title"/><text variable="container-title"/>
<date variable="issued" form="numeric" date-parts="year-month-day"/><text variable="URL"/></group></layout></bibliography>
</style>`;
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<date form="numeric"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>
<terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term><term name="close-quote">”</term><term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term></terms></locale>`;

for (const brief of briefs) {
  const items = JSON.parse(text(brief, 'csl-json'));

  test(`${brief}: the citation processor of Zotero sets every source`, () => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const system = { retrieveLocale: () => locale, retrieveItem: (id) => structuredClone(byId.get(id)) };
    const engine = new CSL.Engine(system, style, 'en-US');
    engine.updateItems([...byId.keys()]);
    const [{ entry_ids: entries, bibliography_errors: errors }, lines] = engine.makeBibliography();
    assert.equal(entries.length, whole(brief).sources.length);
    for (const item of items) {
      const line = lines[entries.findIndex(([id]) => id === item.id)];
      const [year] = item.issued?.['date-parts']?.[0] ?? [];
      if (year) assert.ok(line.includes(String(year)), `${item.id}: ${line}`);
      for (const author of item.author ?? []) {
        assert.ok(line.includes(author.literal.split(/[&<’']/)[0]), `${item.id}: ${line}`);
      }
    }
    assert.ok(errors.every((error) => error.error_code === 2), JSON.stringify(errors));
  });
}
