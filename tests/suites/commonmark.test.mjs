// CommonMark's examples: what `brief` takes is what the specification says, and the rest is refused.
import { HtmlRenderer, Parser } from 'commonmark';
import spec from 'commonmark-spec';
import { failed, leftOut, passed, readings, suite, versionOf } from './lib/suite.mjs';

// A brief's links are whole addresses, the examples' are mostly `/url`: this makes them whole.
const whole = (markdown) => markdown.replace(/(\]\(<?|\]: <?)\/(?=\w)/g, '$1https://example.org/').trim();

const render = (markdown, options) => new HtmlRenderer(options).render(new Parser().parse(markdown));

/** Says whether a text defines where links lead. */
function defines(markdown) {
  const parser = new Parser();
  parser.parse(markdown);
  return Object.keys(parser.refmap).length > 0;
}

// An address is the same with its characters encoded or as they are.
const decoded = (html) => html.replace(/href="([^"]*)"/g, (all, to) => decodeURI(to) === to ? all : `href="${decodeURI(to)}"`);

// A line of a brief: breaks and tabs are spaces.
const line = (html) =>
  html
    .trim()
    .replace(/^<p>|<\/p>$/g, '')
    .replace(/(<br \/>)?\n|\t/g, ' ');


/** What in a piece of HTML has no place in a brief; nothing if a brief has to take it. */
function unfit(markdown, html) {
  if (!html.trim()) return 'nothing to read';
  if (defines(markdown)) return 'a link definition';
  if (render(markdown) !== render(markdown, { safe: true })) return 'raw HTML or an unsafe link';
  const tag = html.replace(/^<p>/, '').match(/<(?!\/|em>|strong>|code>|br \/>|a href="(https?:|mailto:))[a-z0-9]+/i);
  if (tag) return tag[0];
  if (/<a href="[^"]*%(5C|60|20|C2%A0)/.test(html)) return 'a character that an address cannot have';
  if (/<a href="[^"]*" title=/.test(html)) return 'the title of a link';
  return undefined;
}

// "3. Oktober ist Feiertag." is words: a list of one line would be of one item.
const isDate = (markdown, html) => html.startsWith('<ol') && !/[\n\r]/.test(markdown);

function judge(markdown, html, { html: read, refused }) {
  if (isDate(markdown, html)) {
    return refused ? failed(`refused as ${refused}`) : leftOut('a line that begins with a number is words in a brief');
  }
  const reason = unfit(markdown, html);
  if (reason) return refused ? passed : failed(`${reason} is taken as ${read}`);
  if (refused) return failed(`refused as ${refused}`);
  return decoded(read) === decoded(line(html)) ? passed : failed(`${read} and not ${line(html)}`);
}

suite({
  name: 'CommonMark',
  version: versionOf('commonmark-spec'),
  held: 'a text that is one paragraph of emphasis, code and links is read as the specification says; any other is refused by a diagnostic',
  cases: () => {
    const texts = spec.tests.map(({ markdown }) => whole(markdown.replaceAll('→', '\t')));
    return readings('markdown', texts).map((reading, index) => {
      const { number, section, markdown, html } = spec.tests[index];
      const given = markdown.replaceAll('→', '\t');
      const expected = texts[index] === given ? html.replaceAll('→', '\t') : render(texts[index]);
      return [`${number} (${section})`, judge(texts[index], expected, reading)];
    });
  },
});
