// How long it takes from a save to the page shown: prints the figures, and fails for none.
// usage: BRIEF_BIN=… CONTENT_DIR=… node tests/browser/latency.mjs [SAVES]
//   From just before the file is written to the first frame drawn after the new page is put in
//   front, on the clock of the machine, which Node and the browser share.

import { launch } from "./lib/chromium.mjs";
import { NAME, serve, writingDesk } from "./lib/serving.mjs";

const saves = Number(process.argv[2] ?? 100);
const desk = writingDesk();
const server = await serve(desk, `${NAME}.yaml`);
const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await tab.goto(server.address);
await tab.frameLocator("iframe.shown").locator("#C1").waitFor();
await tab.evaluate(() => {
  window.drawn = [];
  new MutationObserver(() => {
    const title = document.querySelector("iframe.shown")?.contentDocument.querySelector("h1")?.textContent;
    // The callback runs before a frame is drawn, the message from it after.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.drawn.push([title, performance.timeOrigin + performance.now()]);
      port2.postMessage(0);
    });
  }).observe(document.getElementById("stage"), { subtree: true, attributes: true, attributeFilter: ["class"] });
});

const now = () => performance.timeOrigin + performance.now();
const offset = await clockOffset();
const times = [];
for (let save = 0; save < saves; save += 1) {
  const title = `Save number ${save}`;
  const text = desk.text.replace(/^title: .*(\n +.*)*/m, `title: ${title}`);
  const before = now();
  desk.save(text);
  await tab.waitForFunction((title) => window.drawn.some(([drawn]) => drawn.includes(title)), title);
  const drawn = await tab.evaluate((title) => window.drawn.find(([drawn]) => drawn.includes(title))[1], title);
  times.push(drawn - offset - before);
  await new Promise((resolve) => setTimeout(resolve, 150 + 37 * (save % 5)));
}
await browser.close();
await server.stop();
desk.clear();

times.sort((one, other) => one - other);
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(0);
console.log(`${saves} saves: median ${at(0.5)} ms, nine in ten within ${at(0.9)} ms, longest ${at(1)} ms (clocks ${offset.toFixed(2)} ms apart)`);

/** How much the browser's clock is ahead, from the quickest of some questions. */
async function clockOffset() {
  let best = { took: Infinity };
  for (let round = 0; round < 30; round += 1) {
    const asked = now();
    const there = await tab.evaluate(() => performance.timeOrigin + performance.now());
    const answered = now();
    if (answered - asked < best.took) best = { took: answered - asked, ahead: there - (asked + answered) / 2 };
  }
  return best.ahead;
}
