// 300 posts on the real network through a proxy that breaks 5 % of the requests in each of seven ways, and twenty
// kills: every post is decided once, no reply is missing, none is doubled.
// Usage: node faults.mjs FLOCKMATE NETWORK.json [POSTS [KILLS]]   Last line: N passed, N failed
import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultProxy } from './fault_proxy.mjs';
import { Bot, Person, seconds } from './people.mjs';
import { Service } from './service.mjs';

const [binary, file, posts = '300', kills = '20'] = process.argv.slice(2);
const patience = 600; // seconds for what is left when all is posted and the last kill is done
const network = JSON.parse(readFileSync(file, 'utf8'));
const people = [];
for (const account of Object.values(network.learners)) people.push(await Person.log_in(network.server, account));
const bot = new Bot(people[0], network.bot);
const proxy = await FaultProxy.start(network.server, 20261122, 0.05);
const service = await Service.prepare(binary, proxy.url, network.bot, { rules: `
  - rule: note
    because: Every reply tells which post it answers.
    mode: auto
    when:
      says: "please note"
    then:
      - reply: "Noted: {{post.link}}"
` });

// Four of five speak to the bot and want a reply; the fifth is talk among learners.
const wanted = [];
const unwanted = [];
async function talk() {
  for (let number = 0; number < Number(posts); number += 1) {
    const person = people[number % people.length];
    const silent = number % 5 === 4;
    const words = silent ? `Talk number ${number} #flockcourse` : `@flockmate.test please note ${number} #flockcourse`;
    (silent ? unwanted : wanted).push(await person.say(words));
    await seconds(0.3);
  }
}

async function kill() {
  for (let number = 0; number < Number(kills); number += 1) {
    await seconds(4 + (number % 5));
    await service.stop('SIGKILL');
    await service.start();
  }
}

const state = () => new Database(join(service.folder, 'state', 'flockmate.sqlite'), { readonly: true });
function ask(sql) {
  const database = state();
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

await service.start();
const begun = Date.now();
await Promise.all([talk(), kill()]);
const open = () => ask(`SELECT count(*) AS n FROM outbox WHERE state IN ('planned', 'sending', 'in doubt')`)[0].n;
const heard = () => ask('SELECT count(*) AS n FROM posts WHERE by_bot = 0')[0].n;
for (let waited = 0; waited < patience && (heard() < Number(posts) || open() > 0); waited += 1) await seconds(1);
await seconds(5); // for what should not come
await service.stop();

const replies = new Map();
for (const { value } of await bot.records('app.bsky.feed.post')) {
  const parent = value.reply?.parent.uri ?? 'none';
  replies.set(parent, (replies.get(parent) ?? 0) + 1);
}
const decided = new Map(ask('SELECT cause, count(*) AS n FROM traces GROUP BY cause').map(({ cause, n }) => [cause, n]));
const times = (post) => decided.get(post.uri) ?? 0;
const all = [...wanted, ...unwanted];
const counts = {
  posts: all.length,
  requests: proxy.requests,
  ...proxy.faults,
  kills: Number(kills),
  'decided once': all.filter((post) => times(post) === 1).length,
  'decided never': all.filter((post) => times(post) === 0).length,
  'decided again': all.filter((post) => times(post) > 1).length,
  'replies wanted': wanted.length,
  'answered once': wanted.filter((post) => replies.get(post.uri) === 1).length,
  missing: wanted.filter((post) => !replies.has(post.uri)).length,
  doubled: [...replies.values()].filter((count) => count > 1).length,
  unwanted: unwanted.filter((post) => replies.has(post.uri)).length,
  'still under way': open(),
  unresolved: ask('SELECT count(*) AS n FROM drafts')[0].n,
  seconds: Math.round((Date.now() - begun) / 1000),
};
for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(6)}  ${name}`);
const fine = counts['decided once'] === all.length && counts['answered once'] === wanted.length && counts.doubled === 0
  && counts.unwanted === 0 && counts.unresolved === 0;
proxy.stop();
if (!fine) {
  const states = new Map(ask('SELECT post_id, state, reason FROM outbox').map((row) => [row.post_id, `${row.state} (${row.reason})`]));
  for (const [number, post] of wanted.entries()) {
    if (replies.get(post.uri) === 1) continue;
    console.log(`wanted ${number}: decided ${times(post)}, outbox ${states.get(post.uri) ?? 'has nothing'}`);
  }
  for (const { post_id, reason } of ask('SELECT post_id, reason FROM drafts')) console.log(`draft ${post_id}: ${reason}`);
}
if (!fine) console.log(`The end of the bot's log:\n${readFileSync(service.log, 'utf8').split('\n').slice(-40).join('\n')}`);
console.log(fine ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exit(fine ? 0 : 1);
