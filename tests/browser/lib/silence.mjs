// Listening to an open page: requests, console, errors, refusals by the content-security policy.

import { addressOf, fontsReady, LOOKS } from "./chromium.mjs";

/**
 * Opens a page in every look and on paper, scrolls through it, and lists all it did that it should
 * not. `visit` may do more with the page before it is closed.
 */
export async function noiseOf(browser, path, visit = async () => {}) {
  const noise = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const address = addressOf(path);
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && url !== address) noise.push(`request: ${url}`);
  });
  await context.addInitScript(() => {
    window.refusals = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.refusals.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on("console", (message) => noise.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(address);
  for (const look of [...Object.values(LOOKS), { media: "print", colorScheme: "light", forcedColors: "none" }]) {
    await page.emulateMedia(look);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await fontsReady(page);
  }
  await page.emulateMedia({ media: "screen", ...LOOKS.light });
  await visit(page);
  await page.waitForTimeout(200);
  noise.push(...(await page.evaluate(() => window.refusals)));
  if (await page.evaluate(() => "pwned" in window)) noise.push("window.pwned exists: a script of the YAML's ran");
  if (page.url() !== address) noise.push(`the page went to ${page.url()}`);
  await context.close();
  return noise;
}
