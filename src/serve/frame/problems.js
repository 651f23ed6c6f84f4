// What is wrong with a file, as elements. Every text of the file is set as text.

import { element, tally } from "./news.js";

/** Puts the problems in their place. */
export function setProblems(news) {
  document.getElementById("problems-title").textContent = tally(news) && `${tally(news)} in ${news.file}`;
  const failure = news.failure === null ? [] : [element("li", "error", element("h3", "", news.failure))];
  document.getElementById("list").replaceChildren(...failure, ...news.problems.map(problem));
}

function problem({ severity, code, message, place, excerpts, notes, help }) {
  const title = element("h3", "", element("span", "severity", severity), " ", message);
  const item = element("li", severity, title, element("p", "place", element("code", "", code), " ", element("span", "", place)));
  for (const lines of excerpts) item.append(excerpt(lines));
  for (const text of notes) item.append(element("p", "note", "note: ", text));
  for (const text of help) item.append(element("p", "help", "help: ", text));
  return item;
}

function excerpt(lines) {
  return element("div", "excerpt", ...lines.map(({ number, parts, labels }) => {
    const text = element("code", "", ...parts.map(({ text, mark }) => (mark ? element("mark", mark, text) : text)));
    const remarks = labels.map((label) => element("span", "label", label));
    return element("p", "line", element("span", "number", String(number)), element("span", "text", text, ...remarks));
  }));
}
