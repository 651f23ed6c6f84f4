// Cuts a brief down to its first claims, or takes it over twice: briefs of any length from a few.

/** The document with its first `count` claims; all that rests on others is left out. More claims than
 * it has are the same again, under other ids. */
export function withClaims(document, count) {
  const longer = repeated(document, count);
  const claims = firstOf(longer.claims, count);
  const kept = new Set(ids(claims));
  const restsOnKept = (item) => listOf(item.claims ?? item.between).every((id) => kept.has(id));
  const cut = {
    ...longer,
    allow: undefined,
    ...Object.fromEntries(["title", "bottom_line", "method"].flatMap((field) => (longer[field] ? [[field, cited(longer[field], kept)]] : []))),
    claims: withoutCitations(claims, kept),
    positions: longer.positions?.filter(restsOnKept),
    events: longer.events?.filter(restsOnKept),
    tensions: longer.tensions?.filter(restsOnKept),
    gaps: longer.gaps && withoutCitations(longer.gaps, kept),
  };
  return withUsed(cut);
}

function repeated(document, count) {
  const all = ids(document.claims);
  if (count <= all.length) return document;
  const again = new Map(all.map((id) => [id, `${id}-again`]));
  const renamed = (value) => {
    if (Array.isArray(value)) return value.map(renamed);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
    if (typeof value !== "string") return value;
    return again.get(value) ?? value.replace(/@([a-z0-9-]+)/g, (whole, id) => (again.has(id) ? `@${again.get(id)}` : whole));
  };
  const more = (field) => (document[field] ? [...document[field], ...renamed(document[field])] : undefined);
  return { ...document, claims: more("claims"), events: more("events"), tensions: more("tensions"), gaps: more("gaps") };
}

function firstOf(claims, count) {
  const cut = [];
  let left = count;
  for (const item of claims) {
    if (left <= 0) break;
    cut.push(item.from ? { ...item, claims: item.claims.slice(0, left) } : item);
    left -= item.from ? item.claims.length : 1;
  }
  return cut.filter((item) => !item.rests_on || item.rests_on.every((id) => ids(cut).includes(id)));
}

function ids(claims) {
  return claims.flatMap((item) => (item.from ? item.claims : [item])).map((claim) => claim.id);
}

/** Cites of what is cited only what is kept; a sentence that then cites nothing cites the first claim. */
function cited(text, kept) {
  const [first] = kept;
  return text.replace(/\[(@[^\]]*)\]/g, (_, list) => {
    const left = list.split(/\s*;\s*/).filter((citation) => kept.has(citation.slice(1)));
    return `[${left.length > 0 ? left.join("; ") : `@${first}`}]`;
  });
}

function withoutCitations(items, kept) {
  return JSON.parse(JSON.stringify(items), (_, value) => (typeof value === "string" ? cited(value, kept) : value));
}

/** Leaves out the voices, sources and issues that nothing names any more. */
function withUsed(document) {
  const named = new Set();
  const see = (value) => {
    if (Array.isArray(value)) value.forEach(see);
    else if (value && typeof value === "object") Object.values(value).forEach(see);
    else named.add(value);
  };
  const { voices, sources, issues, ...rest } = document;
  see(rest);
  for (let size = -1; size !== named.size; ) {
    size = named.size;
    for (const part of [voices, sources]) {
      for (const [id, item] of Object.entries(part)) if (named.has(id)) see(item);
    }
  }
  const used = (part) => part && Object.fromEntries(Object.entries(part).filter(([id]) => named.has(id)));
  return { ...document, voices: used(voices), sources: used(sources), issues: used(issues) };
}

function listOf(value) {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
