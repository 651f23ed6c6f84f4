// One brief: its page in a frame, and what is wrong with its file in front of it.

import { element, listen, tally } from "./news.js";
import { setProblems } from "./problems.js";
import { showPage } from "./stage.js";

const name = location.pathname.split("/")[2];
const part = (id) => document.getElementById(id);
const [problems, bar, count, state] = ["problems", "bar", "count", "state"].map(part);
let newest = null;

listen(`/events/${name}`, hear, (text) => { state.textContent = text; });

count.addEventListener("click", () => open(problems.hidden));
part("hide").addEventListener("click", () => {
  open(false);
  count.focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") open(false);
});

function hear(news) {
  document.title = `${news.errors > 0 ? "✗ " : ""}${news.name}`;
  part("file").textContent = news.file;
  part("empty").hidden = news.page !== null;
  part("last-good").hidden = news.page === null || news.errors === 0;
  const alone = part("alone");
  alone.hidden = news.page === null;
  alone.href = `/page/${name}.html`;
  if (news.page !== null && news.page !== newest) showPage(`/page/${name}.html`, news.file);
  newest = news.page;

  setProblems(news);
  state.textContent = news.errors > 0 ? "" : "Up to date";
  count.textContent = tally(news);
  count.hidden = count.textContent === "";
  count.className = news.errors > 0 ? "errors" : "warnings";
  if (news.errors > 0) open(true);
  // Warnings are looked at when the writer wants to.
  else if (count.hidden || problems.classList.contains("faulty")) open(false);
  problems.classList.toggle("faulty", news.errors > 0);
}

function open(isOpen) {
  problems.hidden = !isOpen;
  count.setAttribute("aria-expanded", String(isOpen));
}
