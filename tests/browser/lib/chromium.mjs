// The system's own Chromium, started so that it asks the network for nothing by itself.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", // as root, Chromium does not start without it
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The three looks a reader's system may ask for. */
export const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

/** The path of the browser; throws when it is missing. */
export function executable() {
  const path = process.env.CHROMIUM || "/usr/bin/chromium";
  if (!existsSync(path)) {
    throw new Error(`no Chromium at ${path}: run install.sh, or name one in CHROMIUM`);
  }
  return path;
}

export async function launch() {
  return chromium.launch({ executablePath: executable(), headless: true, args: FLAGS });
}

export function addressOf(path) {
  return pathToFileURL(resolve(path)).href;
}

/** Opens a file in a context of its own; `options` are Playwright's for a context. */
export async function open(browser, path, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(addressOf(path));
  await fontsReady(page);
  return page;
}

export async function fontsReady(page) {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}
