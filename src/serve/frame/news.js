// News of the server, while somebody looks: a browser has few connections to one address, and
// hidden tabs would use them up.

const LOST = "Connection lost: is brief serve still running?";

/** Hands every piece of news to `hear`, and to `say` what becomes of the connection. */
export function listen(address, hear, say) {
  let source = null;
  const open = () => {
    source = new EventSource(address);
    source.onmessage = (event) => hear(JSON.parse(event.data));
    source.onerror = () => say(source.readyState === EventSource.CLOSED ? "This brief is no longer served" : LOST);
  };
  const close = () => {
    source?.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
    else if (!source) open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", () => source ?? (document.hidden || open()));
}

/** "2 errors"; nothing for none. */
export function counted(count, noun) {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "2 errors, 1 warning"; nothing for none. */
export function tally({ errors, warnings }) {
  return [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ");
}

/** Makes an element that holds texts and other elements. */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}
