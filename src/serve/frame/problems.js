// What is wrong with a file, as elements. Every text of the file is set as text.

import { element, tally } from "./news.js";

/** Puts the problems in their place. */
export function setProblems(news) {
  document.getElementById("problems-title").textContent = tally(news) && `${tally(news)} in ${news.file}`;
  const failure = news.failure ? [failed(news.failure)] : [];
  document.getElementById("list").replaceChildren(...failure, ...problemsOf(news, "error"), ...problemsOf(news, "warning"));
}

/** What keeps the page from being made comes first. */
function problemsOf(news, severity) {
  return news.problems.filter((problem) => problem.severity === severity).map(problem);
}

/** Sets what stands between backticks as code. */
function prose(text) {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, at) => (at % 2 === 1 ? element("code", "", part) : part));
}

function failed({ message, help }) {
  const item = element("li", "error", element("h3", "", element("span", "severity", "error"), " ", ...prose(message)));
  if (help) item.append(element("p", "help", "help: ", ...prose(help)));
  return item;
}

function problem({ severity, code, message, place, excerpts, notes, help }) {
  const title = element("h3", "", element("span", "severity", severity), " ", ...prose(message));
  const item = element("li", severity, title, element("p", "place", element("code", "", code), " ", element("span", "", place)));
  for (const lines of excerpts) item.append(excerpt(lines));
  for (const text of notes) item.append(element("p", "note", "note: ", ...prose(text)));
  for (const text of help) item.append(element("p", "help", "help: ", ...prose(text)));
  return item;
}

function excerpt(lines) {
  return element("div", "excerpt", ...lines.map(({ number, parts, labels }) => {
    const text = element("code", "", ...parts.map(({ text, mark }) => (mark ? element("mark", mark, text) : text)));
    const remarks = labels.map((label) => element("span", "label", ...prose(label)));
    return element("p", "line", element("span", "number", String(number)), element("span", "text", text, ...remarks));
  }));
}
