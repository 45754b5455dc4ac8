// The bot under steady talk for a quarter of an hour: its memory, descriptors and threads stay where they were.
// Usage: node soak.mjs FLOCKMATE NETWORK.json [MINUTES]   Last line: N passed, N failed
import { readFileSync, readdirSync } from 'node:fs';
import { Bot, Person, seconds } from './people.mjs';
import { Service } from './service.mjs';

const [binary, file, minutes = '15'] = process.argv.slice(2);
const warm_up = 2; // minutes; caches fill up and the allocator settles
const most_growth = 16; // MiB after that
const network = JSON.parse(readFileSync(file, 'utf8'));
const people = [];
for (const account of Object.values(network.learners)) people.push(await Person.log_in(network.server, account));
const bot = new Bot(people[0], network.bot);
const service = await Service.prepare(binary, network.server, network.bot);
await service.start();

function measure() {
  const place = `/proc/${service.process.pid}`;
  const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`${place}/status`, 'utf8'));
  return { mib: Number(kib) / 1024, descriptors: readdirSync(`${place}/fd`).length, threads: readdirSync(`${place}/task`).length };
}

const begun = Date.now();
const passed_minutes = () => (Date.now() - begun) / 60_000;
let settled;
let posts = 0;
for (let said = -1; passed_minutes() < Number(minutes); posts += 1) {
  const person = people[(posts + Math.floor(posts / people.length)) % people.length]; // each asks in turn
  const post = await person.say(posts % 10 === 0 ? '@flockmate.test Where do I find the slides? #flockcourse'
    : `Thought number ${posts} #flockcourse`);
  if (posts % 7 === 0) await person.edit(post, `Thought number ${posts}, mended #flockcourse`);
  if (posts % 9 === 0) await person.remove(post);
  const minute = Math.floor(passed_minutes());
  if (minute !== said) console.log(`minute ${minute}: ${JSON.stringify(measure())}, ${posts} posts`);
  said = minute;
  if (!settled && passed_minutes() >= warm_up) settled = measure();
  await seconds(0.7);
}
const end = measure();
const replies = (await bot.records('app.bsky.feed.post')).length;
await service.stop();

console.log(`settled ${JSON.stringify(settled)}\nend     ${JSON.stringify(end)}\n${posts} posts, ${replies} replies stand`);
const fine = replies > people.length && end.mib - settled.mib <= most_growth && end.descriptors <= settled.descriptors + 4
  && end.threads <= settled.threads;
console.log(fine ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exit(fine ? 0 : 1);
