// The bot on the real network with a Jetstream: it asks for what is new once in two minutes only, so whatever
// it does within seconds it heard from the stream.
// Usage: node jetstream.mjs FLOCKMATE NETWORK.json   Last line: N passed, N failed
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Bridge } from './bridge.mjs';
import { Bot, Person, until } from './people.mjs';
import { Service } from './service.mjs';

const [binary, file] = process.argv.slice(2);
const network = JSON.parse(readFileSync(file, 'utf8'));
const bridge = await Bridge.start(network.server);
const [ana, ben, chloe] = await Promise.all(
  ['ana', 'ben', 'chloe'].map((name) => Person.log_in(network.server, network.learners[name])));
const bot = new Bot(ana, network.bot);
const service = await Service.prepare(binary, network.server, network.bot, { poll_seconds: 120, jetstream: bridge.url });

const slides = 'Where do I find the slides?';
const soon = 20;
const answer_to = (post) => until(`an answer to ${post.text}`, async () => (await bot.replies_to(post))[0], soon);
const begun = (await bot.records('app.bsky.feed.post')).length;
let passed = 0;
let failed = 0;

async function scene(name, play) {
  const start = Date.now();
  try {
    await play();
    passed += 1;
    console.log(`ok      ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}

await scene('what is said to the bot is answered within seconds', async () => {
  await service.start();
  await until('it follows', async () => bridge.sockets.clients.size === 1);
  await answer_to(await ana.say(`@flockmate.test ${slides} #flockcourse`));
});

let question;
await scene('an edit is heard, and decided again', async () => {
  const post = await ben.say('Good morning #flockcourse');
  await ben.edit(post, '@flockmate.test Is the session recorded? #flockcourse');
  question = post;
  // The edit is looked up when the bot asks the next time.
  await until('an answer to the edit', async () => (await bot.replies_to(post))[0], 150);
});

await scene('a deletion is heard, and the answer goes with it', async () => {
  await ben.remove(question);
  await until('the answer is gone', async () => (await bot.replies_to(question)).length === 0, soon);
});

await scene('after a break it goes on', async () => {
  bridge.cut();
  await until('it follows again', async () => bridge.sockets.clients.size === 1);
  await answer_to(await chloe.say('@flockmate.test Do I get a certificate? #flockcourse'));
});

await scene('nothing was said twice', async () => {
  const records = (await bot.records('app.bsky.feed.post')).slice(0, -begun || undefined);
  const parents = records.map(({ value }) => value.reply?.parent.uri);
  assert.equal(new Set(parents).size, parents.length);
});

await service.stop().catch(() => {});
await bridge.close();
if (failed > 0) console.log(`The bot's log:\n${readFileSync(service.log, 'utf8')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
