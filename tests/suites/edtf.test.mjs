// edtf.js: what it takes as EDTF of levels 0 and 1 is taken and begins on the same day; what it refuses
// is refused. The texts are all combinations of parts of dates.
import edtf from 'edtf';
import { failed, leftOut, passed, readings, suite, versionOf } from './lib/suite.mjs';

const years = ['2025', '0000', '-0001', '-0000', '9999', '0044', '202X', '20XX', '2XXX', 'XXXX', '25', '12345', '-2025', '-202X'];
const months = ['', '-01', '-02', '-12', '-13', '-00', '-21', '-24', '-25', '-41', '-XX', '-1X', '-1'];
const days = ['', '-01', '-28', '-29', '-30', '-31', '-32', '-00', '-XX', '-3X', '-1'];
const marks = ['', '?', '~', '%'];
const times = ['T00:00:00', 'T23:59:59Z', 'T24:00:00', 'T09:30', 'T09:30+02:00', 'T09:30-14:00', 'T09:30+14:30', 'T09:60', 'T9:30', 'T09:30:60Z', 'T09:30+02', 'T'];
const ends = ['2025', '2024-12', '2025-06-15', '2025-06-15?', '2025~', '202X', '2025-XX', '..', '', '2026-02-29', '-0005', '2025-06-15T09:30Z'];
const long = ['Y12345', 'Y-12345', 'Y1234', 'Y012345', 'Y17E7', '12345', 'Y-0', 'Y123456789012'];
const others = ['', ' ', '2025 ', ' 2025', '2025-06-15 ', '2025/06/15', '15.06.2025', '20250615', '2025-W24', '2025-166', '٢٠٢٥', '2025‐06‐15', '[2025,2026]', '{2025..2026}', '2025?-06', '?2025', '2025-06-~15', 'June', '2025-6-15', '+2025', '2025S2'];

const combine = (...lists) => lists.reduce((all, list) => all.flatMap((start) => list.map((end) => start + end)), ['']);
const texts = [
  ...new Set([
    ...combine(years, months, days, marks),
    ...combine(['2025-06-15', '2025-06', '2025-06-15?', '0000-02-29'], times),
    ...combine(ends, ['/'], ends),
    ...long,
    ...others,
  ]),
];

function theirs(text) {
  for (const level of [0, 1]) {
    try {
      return { level, date: edtf(text, { level }) };
    } catch {}
  }
  return undefined;
}

/** Why a brief does not take what EDTF allows; docs/format.md says the same. */
function notTaken(text) {
  if (/T.*\/|\/.*T/.test(text)) return 'an interval from or to a time of day';
  if (/T24:/.test(text)) return '24:00, which is 00:00 of the next day';
  if (/^-?\d\d[?~%]?$/.test(text)) return 'a century in two digits';
  if (/^XXXX/.test(text) || /^(\.\.)?\/(\.\.)?$/.test(text)) return 'a date that says nothing';
  return undefined;
}

/** Why edtf.js is not followed. */
function theirsErrs(text, known, ours) {
  const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const leapDays = [...text.matchAll(/(-?\d{4})-02-29/g)].map(([, year]) => isLeap(+year));
  if (known && !ours && leapDays.includes(false)) return 'edtf.js takes 29 February of any year';
  if (known && ours && leapDays.length && text.startsWith('0000')) return 'edtf.js has no 29 February in the year 0';
  if (known && !ours && /^-0000/.test(text)) return 'edtf.js takes the year -0000 with XX';
  if (!known && ours && /^-?(\d{3}X|\d\dXX|\d{4}-(XX|XX-XX|\d\d-XX|2[1-4]))[?~%]$/.test(text))
    return 'edtf.js counts an uncertain season, or X with a mark, as level 2';
  if (!known && ours && /X.*\/|\/.*X/.test(text)) return 'edtf.js counts an interval from or to a date with X as level 2';
  const [from, to] = text.split('/');
  if (!known && ours && to && from !== '..' && theirs(from)?.date.min >= theirs(to)?.date.min)
    return 'edtf.js refuses an interval that ends where it begins, or within its first day, month or year';
  return undefined;
}

/** Year, month and day of the first moment that a date of theirs can be. */
function begins(date) {
  const first = new Date(date.min);
  return [first.getUTCFullYear(), first.getUTCMonth() + 1, first.getUTCDate()];
}

function judge(text, ours) {
  const known = theirs(text);
  const erring = theirsErrs(text, known, ours);
  if (erring) return leftOut(erring);
  if (!known) return ours ? failed(`is no EDTF of level 1, and is taken as ${JSON.stringify(ours)}`) : passed;
  if (!ours) return notTaken(text) ? leftOut(notTaken(text)) : failed(`is EDTF of level ${known.level}`);
  const [[year, month, day]] = ours;
  if (Number.isFinite(known.date.min)) {
    const [theirYear, theirMonth, theirDay] = begins(known.date);
    const same = year === theirYear && (!month || month === theirMonth) && (!day || day === theirDay);
    if (!same) return failed(`begins ${[year, month, day]} and not ${begins(known.date)}`);
  }
  return passed;
}

suite({
  name: 'edtf.js',
  version: versionOf('edtf'),
  held: 'dates made of all combinations of parts: what edtf.js takes at levels 0 and 1 is taken, and begins on the same day; what it refuses is refused',
  cases: () => {
    const read = readings('dates', texts);
    return texts.map((text, index) => [JSON.stringify(text), judge(text, read[index])]);
  },
});
