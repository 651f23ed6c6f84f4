import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { briefs, text, whole } from './lib/exports.mjs';

for (const brief of briefs) {
  test(`${brief}: a CSV reader finds every claim once, and no formula`, () => {
    const csv = text(brief, 'csv');
    assert.ok(!csv.replaceAll('\r\n', '').includes('\n'), 'lines end as RFC 4180 has it');
    const rows = parse(csv, { columns: true, record_delimiter: '\r\n' });
    const { claims } = whole(brief);
    assert.deepEqual(rows.map((row) => row.id), claims.map((claim) => claim.id));
    rows.forEach((row, index) => {
      assert.equal(row.says.replace(/^'/, ''), claims[index].says.replace(/^'/, ''));
      for (const [name, cell] of Object.entries(row)) {
        assert.doesNotMatch(cell, /^[=+\-@\t\r]/, `${row.id} ${name}`);
      }
    });
  });
}
