// The list of all briefs that are served.

import { element, listen, tally } from "./news.js";

const list = document.getElementById("briefs");
const state = document.getElementById("state");

listen(
  "/events",
  (briefs) => {
    state.textContent = "";
    list.replaceChildren(...briefs.map(entry));
  },
  (text) => { state.textContent = text; },
);

function entry(brief) {
  const link = element("a", "", brief.name);
  link.href = `/brief/${encodeURIComponent(brief.name)}`;
  const problems = element("span", brief.errors > 0 ? "errors" : "warnings", tally(brief));
  return element("li", "", link, " ", element("span", "file", brief.file), " ", problems);
}
