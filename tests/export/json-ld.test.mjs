import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsonld from 'jsonld';
import { briefs, text, whole } from './lib/exports.mjs';

const schema = 'https://schema.org/';
const oa = 'http://www.w3.org/ns/oa#';
const documentLoader = (url) => {
  throw new Error(`the document wants ${url} to be fetched`);
};

for (const brief of briefs) {
  test(`${brief}: a JSON-LD processor finds claims, quotations and annotations`, async () => {
    const document = JSON.parse(text(brief, 'json-ld'));
    const options = { documentLoader, safe: true };
    const expanded = await jsonld.expand(document, options);
    const of = (type) => expanded.filter((node) => node['@type']?.includes(type));
    const { claims, sources, voices } = whole(brief);
    const quotes = claims.flatMap((claim) => claim.quotes);
    const texts = (nodes) => nodes.map((node) => node[`${schema}text`][0]['@value']);
    assert.deepEqual(texts(of(`${schema}Claim`)), claims.map((claim) => claim.says));
    assert.deepEqual(texts(of(`${schema}Quotation`)), quotes.map((quote) => quote.text));
    const exact = of(`${oa}Annotation`).flatMap((node) =>
      // Passages are linked by their place; what is no copy of the source's words has no selector.
      node[`${oa}hasTarget`].flatMap((target) => target[`${oa}hasSelector`]?.[0][`${oa}exact`]?.[0]['@value'] ?? []),
    );
    // What the source has, where it was found there; else what the brief has of it word for word, if no search found otherwise.
    const words = claims.flatMap(({ sources, quotes }) =>
      quotes.flatMap(({ text, original, kinds, verification }) => {
        if (verification?.at.length) return verification.at.map((place) => place.exact);
        const isCopy = !kinds.includes('edited') && (original || !kinds.includes('translated'));
        const isAsTold = !verification || ['not-yet', 'exact'].includes(verification.check);
        return isCopy && isAsTold && sources.length === 1 ? [original ?? text] : [];
      }),
    );
    assert.deepEqual(new Set(exact), new Set(words));

    const ids = new Set(expanded.map((node) => node['@id']).filter(Boolean));
    for (const { id } of [...claims, ...sources, ...voices]) assert.ok(ids.has(`_:${id}`), id);
    const triples = await jsonld.toRDF(document, { ...options, format: 'application/n-quads' });
    assert.ok(triples.split('\n').length > claims.length * 4);
    assert.ok(!triples.includes('ClaimReview') && !triples.includes('reviewRating'));
  });
}
