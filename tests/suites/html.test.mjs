// The tests of html5lib for the building of trees: the words of the tree that a page means, but for the
// elements that no browser shows, are the words that are read of the page.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { failed, leftOut, passed, readings, suite, versionOf } from './lib/suite.mjs';

const hidden = new Set(
  ('area base basefont canvas datalist embed iframe link meta noembed noframes param rp script source style ' +
    'template title track video audio img applet head dialog').split(' '),
);
const hiddenInSvg = new Set('clipPath defs desc filter linearGradient marker mask metadata pattern radialGradient script style symbol title'.split(' '));

/** The parts of a case: `data`, `document`, `script-on` and so on. */
function parts(text) {
  const parts = {};
  let name;
  for (const line of text.split('\n')) {
    const head = /^#(data|errors|new-errors|document-fragment|document|script-on|script-off)$/.exec(line);
    if (head) parts[(name = head[1])] = [];
    else parts[name]?.push(line);
  }
  return Object.fromEntries(Object.entries(parts).map(([key, lines]) => [key, lines.join('\n')]));
}

/** The words of a dumped tree that a browser shows, but for those of elements that are left out. */
function words(dump, without) {
  const text = [];
  const open = [];
  let inText = false;
  for (const line of dump.split('\n')) {
    if (inText) {
      inText = !line.endsWith('"');
      if (shown(open, without)) text.push(inText ? line : line.slice(0, -1));
      continue;
    }
    const [, space, node] = /^\| ( *)(.*)$/s.exec(line) ?? [];
    if (node === undefined) continue;
    open.length = space.length / 2;
    if (node.startsWith('"')) {
      inText = node.length === 1 || !node.endsWith('"');
      if (shown(open, without)) text.push(inText ? node.slice(1) : node.slice(1, -1));
    } else if (node.startsWith('<') && !node.startsWith('<!') && !node.startsWith('<?')) open.push(node.slice(1, -1));
    else if (/^[^<"]*=/.test(node)) attribute(open, node);
  }
  return plain(text.join(' '));
}

const plain = (text) => text.replace(/\s+/g, '');
const isHidden = (name) =>
  name.endsWith('!') || hidden.has(name) || (name.startsWith('svg ') && hiddenInSvg.has(name.slice(4))) || /^math annotation/.test(name);
const shown = (open, without) => !open.some((name) => isHidden(name) || name === without) && !isDrawing(open);

/** Whether words stand right in a drawing, which shows those of its texts alone. */
function isDrawing(open) {
  const of = open.findLast((name) => !/^svg (tspan|textPath|a)$/.test(name)) ?? '';
  return open.at(-1)?.startsWith('svg ') && of !== 'svg text' && of !== 'svg foreignObject';
}

/** Notes of an element that an attribute hides it, or puts something in its place. */
function attribute(open, text) {
  const last = open.length - 1;
  if (/^hidden=/.test(text) || (open[last] === 'object' && /^data="./.test(text))) open[last] += '!';
}

function judge({ data, document, 'document-fragment': fragment, 'script-on': scripts }, read) {
  if (fragment !== undefined) return leftOut('a fragment, and no page');
  if (/<isindex/i.test(data)) return leftOut('isindex, which HTML no longer has');
  if (scripts !== undefined || /<noscript/i.test(data)) return leftOut('a page with scripts that run');
  const wanted = words(document);
  if (words(document, 'select') !== wanted) return leftOut('words in a list, of which a browser shows the chosen option');
  if (/\p{L}|\p{N}/u.test(wanted) && read.obstacle) return read.obstacle === 'not-text' ? leftOut('bytes that no text has') : failed(`${JSON.stringify(data)}: ${read.obstacle}`);
  if (read.obstacle) return passed;
  return plain(read.text) === wanted ? passed : failed(`${JSON.stringify(data)}: ${JSON.stringify(wanted)} is read as ${JSON.stringify(read.text)}`);
}

suite({
  name: 'html5lib-tests',
  version: `of html5 ${versionOf('html5')}`,
  held: 'tree construction: the words of the tree that a page means, without those of elements that no browser shows, are what is read of the page',
  cases: () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve('html5/package.json')), 'test/data/tree-construction');
    const files = readdirSync(folder).filter((file) => file.endsWith('.dat')).sort();
    const cases = files.flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split(/(?:^|\n)(?=#data\n)/)
        .filter((text) => text.startsWith('#data'))
        .map((text, nth) => [`${file}: ${nth + 1}`, parts(text)]),
    );
    const read = readings('html', cases.map(([, { data }]) => data));
    return cases.map(([name, one], index) => [name, judge(one, read[index])]);
  },
});
