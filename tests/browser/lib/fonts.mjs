// Which fonts a text is really drawn with.

const MARK = "data-has-text";

/** Asks Chromium which fonts it drew each element's own text with, in the page's present medium. */
export async function fontsDrawn(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  await page.evaluate((mark) => {
    for (const element of document.body.querySelectorAll("*")) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "");
      element.toggleAttribute(mark, hasText);
    }
  }, MARK);
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: `[${MARK}]` });
  const drawn = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    if (fonts.length === 0) continue;
    const { outerHTML } = await session.send("DOM.getOuterHTML", { nodeId });
    drawn.push({ html: outerHTML.replaceAll(` ${MARK}=""`, "").slice(0, 140), fonts });
  }
  await session.detach();
  return drawn;
}
