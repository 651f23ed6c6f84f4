// PDFs as Chromium prints them, read back with poppler's tools.

import { execFileSync } from "node:child_process";

/** Prints an open page as a reader would: their paper, no backgrounds. */
export async function print(page, path, format, options = {}) {
  await page.pdf({ path, format, preferCSSPageSize: false, printBackground: false, tagged: true, outline: true, ...options });
}

/** "Tagged: yes" and the like, as a plain object. */
export function infoOf(pdf) {
  const lines = tool("pdfinfo", [pdf]).split("\n");
  return Object.fromEntries(lines.filter((line) => line.includes(":")).map((line) => {
    const at = line.indexOf(":");
    return [line.slice(0, at), line.slice(at + 1).trim()];
  }));
}

/** The titles of the outline, in order. */
export function outlineOf(pdf) {
  const xml = tool("pdftohtml", ["-xml", "-i", "-stdout", pdf]);
  return [...xml.matchAll(/<item page="\d+">(.*?)<\/item>/g)].map((match) => decoded(match[1]));
}

function decoded(xml) {
  const letters = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return xml.replace(/&(lt|gt|quot|amp);/g, (_, name) => letters[name]).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));
}

/** The names of all structure elements: H1, Table, … */
export function structureOf(pdf) {
  return new Set([...tool("pdfinfo", ["-struct", pdf]).matchAll(/^\s*([A-Z][A-Za-z0-9]*)/gm)].map((match) => match[1]));
}

/** The PostScript names of all fonts in it. */
export function fontsOf(pdf) {
  const rows = tool("pdffonts", [pdf]).split("\n").slice(2).filter(Boolean);
  return [...new Set(rows.map((row) => row.split(/\s+/)[0].replace(/^[A-Z]{6}\+/, "")))];
}

/** The text of every page, in the order of the content stream. */
export function textsOf(pdf) {
  return tool("pdftotext", ["-raw", "-enc", "UTF-8", pdf, "-"]).split("\f").slice(0, -1);
}

/** Every page with its size and its words, each with its place in points from the top left. */
export function pagesOf(pdf) {
  const xml = tool("pdftotext", ["-bbox", "-enc", "UTF-8", pdf, "-"]);
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(([, width, height, body]) => ({
    width: Number(width),
    height: Number(height),
    words: [...body.matchAll(/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)<\/word>/g)].map(
      ([, left, top, right, bottom, text]) => ({ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text }),
    ),
  }));
}

/**
 * How far down each page its own text reaches, as a share of the page's height. Running feet do
 * not count: lines in the lowest sixth that every page has at the same height, digits aside, and
 * the line that ends in the page's number and the number of pages, in any language.
 */
export function fillOf(pages) {
  const feet = pages.map((page) => new Set(linesOf(page).filter((line) => line.top > (page.height * 5) / 6).map(keyOf)));
  return pages.map((page, at) => {
    const number = new RegExp(`(^|\\D)${at + 1}\\D+${pages.length}$`);
    const own = linesOf(page).filter((line) => {
      const low = line.top > (page.height * 5) / 6;
      const everywhere = pages.length > 1 && feet.every((keys) => keys.has(keyOf(line)));
      return !(low && (everywhere || number.test(line.text)));
    });
    return Math.max(0, ...own.map((line) => line.bottom)) / page.height;
  });
}

function linesOf(page) {
  const lines = new Map();
  for (const word of page.words) {
    const at = Math.round(word.bottom);
    const line = lines.get(at) ?? { top: word.top, bottom: word.bottom, text: "" };
    line.text += word.text;
    lines.set(at, line);
  }
  return [...lines.values()];
}

function keyOf(line) {
  return `${Math.round(line.bottom)} ${line.text.replace(/\d+/g, "#")}`;
}

function tool(name, args) {
  return execFileSync(name, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] });
}
