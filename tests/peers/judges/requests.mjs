// What our adapters ask of Mastodon and X, judged by prism with the networks' OpenAPI documents.
// Usage: node requests.mjs REQUESTS DOCUMENTS   The requests are those that networks_test left.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asked_for, wrong_documents, wrong_requests } from './contract.mjs';
import { open } from './openapi.mjs';

const [requests, documents] = process.argv.slice(2);
let passed = 0;
let failed = 0;

function verdict(name, complaints) {
  if (complaints.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED  ${name}\n  ${complaints.join('\n  ')}`);
  }
}

// Of all tests, each different one once.
function left_by_tests(network) {
  const folder = join(requests, network);
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return [...new Map(all.map((request) => [JSON.stringify(request), request])).values()];
}

for (const network of ['mastodon', 'x']) {
  const { judge } = await open(join(documents, `${network}.json`));
  const excuses = wrong_documents.filter((one) => one.network === network);
  const needed = new Set();
  const found = new Map(asked_for[network].map((name) => [name, new Set(['no test asked for it'])]));
  for (const request of left_by_tests(network)) {
    const { name, complaints } = judge(request);
    if (!found.has(name)) found.set(name, new Set(['is not among what we ask for']));
    const told = found.get(name);
    told.delete('no test asked for it');
    for (const complaint of complaints) {
      const excuse = excuses.find((one) => one.asked === name && complaint.includes(one.complaint));
      if (excuse) needed.add(excuse);
      else told.add(complaint);
    }
  }
  for (const [what, request, expected] of wrong_requests[network]) {
    const { complaints } = judge(request);
    const is_told = complaints.some((complaint) => complaint.includes(expected));
    verdict(`${network}: ${what} is seen`, is_told ? [] : ['it was not', ...complaints]);
  }
  for (const [name, told] of found) verdict(`${network}: ${name}`, [...told]);
  for (const excuse of excuses.filter((one) => !needed.has(one))) {
    verdict(`${network}: ${excuse.asked}`, [`the exception "${excuse.complaint}" is not needed any more`]);
  }
}
console.log('What we ask of Mastodon and X, judged by prism:');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
