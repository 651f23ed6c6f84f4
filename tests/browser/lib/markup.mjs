// What no page may ever hold, whatever its YAML says. Runs on the parsed document, so that it
// sees what the browser sees.

/** Lists forbidden elements, attributes and addresses of an open page. */
export async function forbiddenMarkup(page) {
  return page.evaluate(() => {
    const ELEMENTS = "iframe, frame, object, embed, applet, base, link, form, input, textarea, select, "
      + "video, audio, source, track, canvas, template, noscript, foreignObject, animate, set, use, math, portal, dialog";
    const ADDRESSES = ["href", "src", "xlink:href", "action", "formaction", "srcset", "poster", "data", "ping", "background"];
    const faults = [];
    const show = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);

    for (const element of document.querySelectorAll(ELEMENTS)) faults.push(`element ${show(element)}`);
    for (const button of document.querySelectorAll("button")) {
      const preview = document.getElementById(button.getAttribute("popovertarget"));
      if (button.type !== "button" || !preview?.matches(".preview[popover]")) faults.push(`element ${show(button)}`);
    }
    for (const script of document.querySelectorAll("script")) {
      if (script.matches("#brief-sources[type='application/vnd.brief.sources']")) {
        if (!/^[A-Za-z0-9+/]+=*$/.test(script.textContent)) faults.push(`sources that are not base64: ${show(script)}`);
      } else if (script.type !== "application/ld+json") faults.push(`script ${show(script)}`);
      else {
        try {
          JSON.parse(script.textContent);
        } catch (error) {
          faults.push(`JSON-LD that is not JSON (${error.message}): ${show(script)}`);
        }
      }
    }
    for (const meta of document.querySelectorAll("meta[http-equiv]")) {
      if (meta.httpEquiv.toLowerCase() !== "content-security-policy") faults.push(`meta ${show(meta)}`);
    }
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) faults.push(`event handler on ${show(element)}`);
        if (name === "style" || name === "srcdoc") faults.push(`${name}= on ${show(element)}`);
        if (!ADDRESSES.includes(name)) continue;
        const allowed = /^(href|xlink:href)$/.test(name) ? /^(#|https?:\/\/)/ : /^data:image\//;
        if (!allowed.test(value)) faults.push(`${name}="${value.slice(0, 60)}" on ${show(element)}`);
      }
    }
    const titles = document.querySelectorAll("title:not(svg title)");
    if (titles.length !== 1 || titles[0].parentElement !== document.head) faults.push(`${titles.length} <title>, or not in <head>`);
    for (const style of document.querySelectorAll("style")) {
      if (style.parentElement !== document.head) faults.push(`<style> outside <head>: ${show(style)}`);
    }
    const policies = document.querySelectorAll("head > meta[http-equiv='content-security-policy' i]");
    if (policies.length !== 1) faults.push(`${policies.length} content-security policies`);
    const before = policies[0] ? [...document.head.children].slice(0, [...document.head.children].indexOf(policies[0])) : [];
    if (before.some((element) => !element.matches("meta[charset]"))) faults.push("something before the content-security policy");
    return faults;
  });
}

/** Every element name and every "element@attribute" of an open page. */
export async function vocabulary(page) {
  return page.evaluate(() => {
    const words = new Set();
    for (const element of document.querySelectorAll("*")) {
      words.add(element.localName);
      for (const { name } of element.attributes) words.add(`${element.localName}@${name}`);
    }
    return [...words];
  });
}
