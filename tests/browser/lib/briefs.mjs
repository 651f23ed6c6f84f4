// The briefs under test: their YAML, and the pages that run.sh built from them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = process.env.CONTENT_DIR || join(HERE, "../../content");
const EDITIONS = join(HERE, "../fixtures/editions");
const FULL = join(HERE, "../briefs");
const HOSTILE = join(HERE, "hostile");
const PAGES = process.env.PAGES_DIR;

if (!PAGES) throw new Error("PAGES_DIR is not set: start the tests with run.sh");

/** Every brief of content/ and an edition that names the one before, their pages built; throws when
 * one is missing. */
export function contentBriefs() {
  const content = yamlFilesIn(CONTENT).map((file) => built(CONTENT, "content", file));
  return [...content, built(EDITIONS, "editions", "bridge-2.yaml")];
}

/** These and the dossiers of tests/briefs/, which no snapshots stand behind. */
export function allBriefs() {
  return [...contentBriefs(), ...yamlFilesIn(FULL).map((file) => built(FULL, "briefs", file))];
}

function built(folder, pages, file) {
  const name = basename(file, ".yaml");
  const [source, path] = [join(folder, file), join(PAGES, pages, `${name}.html`)];
  if (!existsSync(path)) throw new Error(`${source} has no page at ${path}`);
  const html = readFileSync(path, "utf8");
  // The page carries no letters of Hebrew and Arabic, and tools give the words of a PDF in another order.
  const rightToLeft = /<html[^>]* dir="rtl"/.test(html);
  // Nor those of Chinese, Japanese and Korean: machines have their own fonts for them, or none.
  const ownLetters = !rightToLeft && !/<html[^>]* lang="(ja|ko|zh)/.test(html);
  return { name, path, source, document: parsed(source), html, rightToLeft, ownLetters };
}

function parsed(source) {
  return parse(readFileSync(source, "utf8"));
}

/** The page of an edition that names the one before. */
export function editionPage() {
  return built(EDITIONS, "editions", "bridge-2.yaml").path;
}

/** Every hostile fixture, with what its first comments expect and what the build did. */
export function hostileBriefs() {
  return yamlFilesIn(HOSTILE).map((file) => {
    const name = basename(file, ".yaml");
    const text = readFileSync(join(HOSTILE, file), "utf8");
    const folder = join(PAGES, "hostile", name);
    return {
      name,
      ...expectationsIn(text, file),
      exitCode: Number(readFileSync(join(PAGES, "hostile", `${name}.exit`), "utf8")),
      messages: readFileSync(join(PAGES, "hostile", `${name}.err`), "utf8"),
      written: readdirSync(folder),
      path: join(folder, "page.html"),
    };
  });
}

/** The claims in the file's order: what is given once for a run of them, and each of the run. */
export function claimsOf(document) {
  return document.claims.flatMap((item) => item.claims ?? [item]);
}

/** The numbers of the claims, in the file's order: each keeps the one that it had in an earlier
 * edition, and new ones take those after the highest. */
export function numbersOf({ source, document }) {
  const editions = [];
  for (let file = source, edition = document; ; edition = parsed(file)) {
    editions.unshift(edition);
    if (!edition.previous) break;
    file = join(dirname(file), edition.previous);
  }
  const numbers = new Map();
  for (const { id } of editions.flatMap(claimsOf)) if (!numbers.has(id)) numbers.set(id, `C${numbers.size + 1}`);
  return claimsOf(document).map(({ id }) => numbers.get(id));
}

/** A text without the marks that cite claims in it. */
export function uncited(text) {
  return text.replace(/\s*\[@[^\]]*\]/g, "").trim();
}

/** The texts of all quotes, in the file's order, as the page must show them. */
export function quotesOf(document) {
  return claimsOf(document).flatMap((claim) => claim.quotes ?? []).map((quote) => quote.text.replace(/\n+$/, ""));
}

function yamlFilesIn(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter(isBrief) : [];
  if (files.length === 0) throw new Error(`no *.yaml in ${folder}`);
  return files.sort();
}

/** `# expect: built|refused|either` once, `# shows: TEXT` and `# says: TEXT` any number of times. */
function expectationsIn(text, file) {
  const values = (key) => [...text.matchAll(new RegExp(`^# ${key}: (.*)$`, "gm"))].map((match) => match[1]);
  const [expect, ...more] = values("expect");
  if (!["built", "refused", "either"].includes(expect) || more.length > 0) {
    throw new Error(`hostile/${file} needs one line "# expect: built", "refused" or "either"`);
  }
  return { expect, shows: values("shows"), says: values("says") };
}

// An evidence lock stands beside its brief and is none.
function isBrief(file) {
  return file.endsWith(".yaml") && !file.endsWith(".evidence.yaml");
}
