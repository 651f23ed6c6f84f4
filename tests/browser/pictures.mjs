// A developer's tool, not a test: pictures of a built page, to look at.
//
//     node pictures.mjs PAGE.html OUT_DIR [NAME…]

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { launch, LOOKS, open } from "./lib/chromium.mjs";
import { print } from "./lib/paper.mjs";

const SCREENS = {
  "light-1280": { width: 1280, look: LOOKS.light },
  "light-390": { width: 390, look: LOOKS.light },
  "dark-1280": { width: 1280, look: LOOKS.dark },
  "forced-1280": { width: 1280, look: LOOKS["forced colours"] },
};
const PAPERS = { a4: "A4", letter: "Letter" };
const DOTS_PER_INCH = 110;

const [path, folder, ...asked] = process.argv.slice(2);
const known = [...Object.keys(SCREENS), ...Object.keys(PAPERS)];
if (!folder || asked.some((name) => !known.includes(name))) {
  console.error(`use: node pictures.mjs PAGE.html OUT_DIR [NAME…]\nnames: ${known.join(" ")}`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const browser = await launch();
try {
  for (const name of asked.length > 0 ? asked : known) {
    if (name in SCREENS) await pictureOfScreen(name, SCREENS[name]);
    else await picturesOfPaper(name, PAPERS[name]);
  }
} finally {
  await browser.close();
}

async function pictureOfScreen(name, { width, look }) {
  const page = await open(browser, path, { viewport: { width, height: 900 }, ...look });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
  await page.close();
}

async function picturesOfPaper(name, format) {
  const isPicture = (file) => new RegExp(`^${name}-\\d+\\.png$`).test(file);
  for (const old of readdirSync(folder).filter(isPicture)) rmSync(join(folder, old));
  const page = await open(browser, path);
  const pdf = join(folder, `${name}.pdf`);
  await print(page, pdf, format);
  await page.close();
  execFileSync("pdftoppm", ["-png", "-r", String(DOTS_PER_INCH), pdf, join(folder, name)]);
  for (const file of [pdf, ...readdirSync(folder).filter(isPicture).sort().map((file) => join(folder, file))]) console.log(file);
}
