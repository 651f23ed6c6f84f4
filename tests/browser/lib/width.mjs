// Does anything stick out to the right?

/** Lists why an open page scrolls sideways, or is cut off, at its present width. */
export async function sidewaysFaults(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const room = root.clientWidth;
    const faults = [];
    if (root.scrollWidth > room) faults.push(`the page scrolls: ${root.scrollWidth} px of content in ${room} px`);
    const scrollsItself = (element) => {
      for (let box = element; box && box !== document.body && box !== root; box = box.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
      }
      return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.textContent.trim() === "" || scrollsItself(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const right = Math.max(...[...range.getClientRects()].map((box) => box.right));
      if (right > room + 1) faults.push(`text reaches ${Math.round(right)} px: <${text.parentElement.localName}> ${text.textContent.trim().slice(0, 60)}`);
    }
    for (const box of document.querySelectorAll("table, figure, svg, img, pre, section, article")) {
      const { right, width } = box.getBoundingClientRect();
      if (width > 0 && right > room + 1 && !scrollsItself(box.parentElement)) faults.push(`<${box.localName} class="${box.getAttribute("class") ?? ""}"> reaches ${Math.round(right)} px`);
    }
    return faults;
  });
}
