// SPDX-License-Identifier: EUPL-1.2
// What linked data say to readers that know nothing of this project, for the tests of the program:
//   node linked.mjs quads FILE BASE   the quads of JSON-LD, as N-Quads
//   node linked.mjs rows FILE.csv     the rows of a CSV by the metadata beside it, in JSON
// Nothing is fetched: the two contexts that occur are here.
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const packages = createRequire(new URL('../../xtask/package.json', import.meta.url));
const load = async (name) => import(pathToFileURL(packages.resolve(name)));
const jsonld = packages('jsonld');

/** A context of the web, as it is kept here. */
const CONTEXTS = {
  'https://schema.org/': () => ({
    '@context': {
      '@vocab': 'https://schema.org/',
      license: { '@type': '@id' },
      isBasedOn: { '@type': '@id' },
      contentUrl: { '@type': '@id' },
    },
  }),
  'http://www.w3.org/ns/csvw': () => {
    const entry = packages.resolve('rdf-parser-csvw');
    return JSON.parse(readFileSync(new URL('test/support/csvw.json', pathToFileURL(entry)), 'utf8'));
  },
};
const documentLoader = async (url) => {
  const context = CONTEXTS[url];
  if (!context) throw new Error(`${url} is not at hand`);
  return { contextUrl: null, documentUrl: url, document: context() };
};

/** Quads as the reader asks for them. */
class Quads extends Array {
  match(...wanted) {
    const fits = ({ subject, predicate, object }) => [subject, predicate, object]
      .every((term, at) => !wanted[at] || wanted[at].equals(term));
    return Quads.from(this.filter(fits));
  }
}

const [, , what, file, base] = process.argv;
const parsed = (path) => JSON.parse(readFileSync(path, 'utf8'));
if (what === 'quads') {
  process.stdout.write(await jsonld.canonize(parsed(file), {
    algorithm: 'RDFC-1.0', format: 'application/n-quads', base, documentLoader, safe: true,
  }));
} else {
  const { default: Parser } = await load('rdf-parser-csvw');
  const { default: factory } = await load('@rdfjs/data-model');
  const term = ({ termType, value, language, datatype }) => ({
    NamedNode: () => factory.namedNode(value),
    BlankNode: () => factory.blankNode(value.replace(/^_:/, '')),
    Literal: () => factory.literal(value, language || factory.namedNode(datatype.value)),
  })[termType]();
  const address = pathToFileURL(file).href;
  const described = await jsonld.toRDF(parsed(`${file}-metadata.json`), { base: address, documentLoader, safe: true });
  const metadata = Quads.from(described.map(({ subject, predicate, object }) => (
    factory.quad(term(subject), term(predicate), term(object)))));
  const rows = new Map();
  const reader = new Parser({ metadata, baseIRI: address, factory });
  for await (const { subject, predicate, object } of reader.import(createReadStream(file, 'utf8'))) {
    const row = rows.get(subject.value) ?? {};
    row[predicate.value.split('#').at(-1)] = [object.value, object.datatype?.value.split('#').at(-1)];
    rows.set(subject.value, row);
  }
  process.stdout.write(JSON.stringify([...rows.values()]));
}
