// The page on its stage: a new one is laid out behind the one that is shown, brought to the same
// place, and only then put in front of it.

const stage = document.getElementById("stage");
// The page needs no script and gets none. It may open what it links to.
const MAY = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** Shows the page at an address instead of the one before. */
export function showPage(address, title) {
  const before = stage.querySelector("iframe.shown");
  stage.querySelector("iframe:not(.shown)")?.remove();
  const page = document.createElement("iframe");
  page.title = `Page of ${title}`;
  page.sandbox = MAY;
  page.src = address + (before ? before.contentWindow.location.hash : location.hash);
  page.addEventListener("load", () => enter(page, before), { once: true });
  stage.append(page);
}

function enter(page, before) {
  const { contentWindow: view, contentDocument: text } = page;
  if (before) restore(before.contentWindow, view);
  text.addEventListener("click", leave);
  view.addEventListener("hashchange", () => history.replaceState(null, "", view.location.hash || "#"));
  page.classList.add("shown");
  if (document.activeElement === before && before) page.focus({ preventScroll: true });
  before?.remove();
}

/** Scrolls to what stood at the top; text above it may have grown. */
function restore(from, to) {
  const places = [...from.document.querySelectorAll("[id]")].filter((place) => place.getClientRects().length > 0);
  const top = (place) => place.getBoundingClientRect().top;
  const nearest = places.reduce((best, place) => (best && Math.abs(top(best)) <= Math.abs(top(place)) ? best : place), null);
  const same = nearest && to.document.getElementById(nearest.id);
  to.scrollTo({ left: from.scrollX, top: from.scrollY, behavior: "instant" });
  if (same && from.scrollY > 0) to.scrollBy({ top: top(same) - top(nearest), behavior: "instant" });
}

/** Links to elsewhere open in a tab of their own: few sites can be framed, and none may be here. */
function leave(event) {
  const address = event.target.closest("a")?.getAttribute("href") ?? "";
  if (!/^https?:/.test(address)) return;
  event.preventDefault();
  window.open(address, "_blank", "noopener,noreferrer");
}

addEventListener("hashchange", () => {
  const view = stage.querySelector("iframe.shown")?.contentWindow;
  if (view) view.location.hash = location.hash;
});
