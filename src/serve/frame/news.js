// News of the server, while somebody looks: a browser has few connections to one address, so hidden
// tabs need none, and the server ends the oldest stream of many, which asks again.

/** How long a stream may be away, in milliseconds: one that others needed is back far sooner. */
const LONG = 2500;
const LOST = "Connection lost: is brief serve still running?";

/** Hands every piece of news to `hear`, and to `say` what becomes of the connection. */
export function listen(address, hear, say) {
  let [source, last, timer, isLost] = [null, null, 0, false];
  const settle = () => {
    clearTimeout(timer);
    timer = 0;
  };
  const open = () => {
    source = new EventSource(address);
    source.onmessage = (event) => {
      last = JSON.parse(event.data);
      hear(last);
    };
    // A stream that others needed is taken up again; what was seen is not told twice.
    source.onopen = () => {
      settle();
      if (isLost && last) hear(last);
      isLost = false;
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) {
        settle();
        say("This brief is no longer served");
      } else timer ||= setTimeout(() => {
        isLost = true;
        say(LOST);
      }, LONG);
    };
  };
  const close = () => {
    settle();
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
