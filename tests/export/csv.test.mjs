import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { briefs, text, whole } from './lib/exports.mjs';

for (const brief of briefs) {
  test(`${brief}: a CSV reader finds every claim once, and no formula`, () => {
    const csv = text(brief, 'csv');
    assert.ok(csv.startsWith('\uFEFF'), 'Excel takes it for UTF-8');
    assert.ok(!csv.replaceAll('\r\n', '').includes('\n'), 'lines end as RFC 4180 has it');
    const rows = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
    for (const delimiter of [';', '\t']) {
      const parted = parse(csv, { bom: true, delimiter, record_delimiter: '\r\n', relax_quotes: true, relax_column_count: true });
      for (const cell of parted.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/, `at ${delimiter}`);
    }
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
