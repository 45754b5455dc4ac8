// Ten learners and the bot on the real network: welcome, FAQ, question, stop, delete, edit, reconnect.
// Usage: node story.mjs FLOCKMATE NETWORK.json   Last line: N passed, N failed
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Bot, Person, seconds, until } from './people.mjs';
import { Service } from './service.mjs';

const [binary, file] = process.argv.slice(2);
const network = JSON.parse(readFileSync(file, 'utf8'));
const people = {};
for (const [name, account] of Object.entries(network.learners)) {
  people[name] = await Person.log_in(network.server, account);
}
const { ana, ben, chloe, dana, eve, farid, gita, hugo, ines, jonas } = people;
const bot = new Bot(ana, network.bot);
const service = await Service.prepare(binary, network.server, network.bot);

const slides = 'Where do I find the slides?';
const answer_to = (post) => until(`an answer to ${post.text}`, async () => (await bot.replies_to(post))[0]);
let passed = 0;
let failed = 0;

async function scene(name, play) {
  const begun = Date.now();
  try {
    await play();
    passed += 1;
    console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}

const welcomed = [];
await scene('everybody who introduces themselves to the bot is welcomed, once', async () => {
  await service.start();
  for (const person of Object.values(people)) {
    if (person === dana) continue;
    const name = person.handle.split('.')[0];
    welcomed.push(await person.say(
      `@flockmate.test Hi everyone, I'm ${name}, I work in HR in Halifax and this is my first online course! #flockcourse`));
  }
  for (const hello of welcomed) {
    const { value } = await answer_to(hello);
    assert.match(value.text, /elcome/);
    assert.equal(value.reply.root.uri, hello.uri);
    assert.equal(value.reply.parent.cid, hello.cid);
  }
});

await scene('it says of itself that it is a bot', async () => {
  const { labels } = await bot.profile();
  assert.deepEqual(labels, { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'bot' }] });
});

await scene('the FAQ is answered, with the link marked to the byte', async () => {
  const question = await chloe.say(`@flockmate.test ${slides} Où ça ? #flockcourse`);
  const { value } = await answer_to(question);
  const [facet] = value.facets;
  const bytes = Buffer.from(value.text, 'utf8').subarray(facet.index.byteStart, facet.index.byteEnd);
  assert.equal(bytes.toString(), 'https://example.org/course/slides');
  assert.equal(facet.features[0].uri, 'https://example.org/course/slides');
  assert.ok(!JSON.stringify(value.facets).includes('#mention'), 'it mentions nobody');
  await until('everybody can see it', async () => {
    const { data } = await chloe.agent.getPostThread({ uri: question.uri });
    return data.thread.replies.length === 1;
  });
});

await scene('without a mention it takes a join', async () => {
  const before = await ben.say(`${slides} #flockcourse`);
  const join = await ben.say('@flockmate.test join');
  assert.match((await answer_to(join)).value.text, /stop/);
  assert.equal((await bot.replies_to(before)).length, 0);
  const after = await ben.say('Is the session recorded? #flockcourse');
  assert.match((await answer_to(after)).value.text, /recorded/);
});

await scene('an answer in a thread names the root of the thread', async () => {
  const topic = await eve.say('Today I read about peer feedback. #flockcourse');
  const question = await farid.say('@flockmate.test What is a hashtag?', topic);
  const { value } = await answer_to(question);
  assert.equal(value.reply.root.uri, topic.uri);
  assert.equal(value.reply.parent.uri, question.uri);
});

await scene('a quotation of the bot is addressed to it', async () => {
  const [said] = await bot.records('app.bsky.feed.post');
  const { data } = await farid.agent.com.atproto.repo.createRecord({
    repo: farid.did, collection: 'app.bsky.feed.post', record: {
      $type: 'app.bsky.feed.post', text: 'Is the session recorded? #flockcourse', createdAt: new Date().toISOString(),
      embed: { $type: 'app.bsky.embed.record', record: { uri: said.uri, cid: said.cid } } } });
  await answer_to(data);
});

await scene('a question that nobody answers is passed on, one that is answered is not', async () => {
  const open = await jonas.say('@flockmate.test Does anybody know a good tool for drawing mind maps? #flockcourse');
  const closed = await ana.say('@flockmate.test Has anyone tried peer feedback with a group of sixty? #flockcourse');
  await dana.say('Yes, in pairs it works well.', closed); // without the hashtag: only the thread tells
  await until('a repost', async () => (await bot.reposts_of(open)).length === 1, 120);
  await seconds(5);
  assert.equal((await bot.reposts_of(closed)).length, 0);
});

await scene('an edit is decided again', async () => {
  const post = await farid.say('Good morning #flockcourse');
  await seconds(3);
  await farid.edit(post, `@flockmate.test ${slides} #flockcourse`);
  assert.match((await answer_to(post)).value.text, /slides/);
});

await scene('whose post is deleted, the answer goes with it', async () => {
  const question = await gita.say(`@flockmate.test ${slides} #flockcourse`);
  await answer_to(question);
  await gita.remove(question);
  await until('the answer is gone', async () => (await bot.replies_to(question)).length === 0);
});

await scene('stop is confirmed once and holds', async () => {
  const stop = await hugo.say('@flockmate.test stop');
  assert.match((await answer_to(stop)).value.text, /start/);
  const after = await hugo.say(`@flockmate.test ${slides} #flockcourse`);
  const again = await hugo.say('@flockmate.test stop');
  const others = await ines.say(`@flockmate.test ${slides} #flockcourse`);
  await answer_to(others);
  assert.equal((await bot.replies_to(after)).length + (await bot.replies_to(again)).length, 0);
});

await scene('what is said while it is down is answered when it is back, and once', async () => {
  await service.stop('SIGKILL');
  const missed = await ines.say('@flockmate.test Is the session recorded? #flockcourse');
  await service.start();
  await answer_to(missed);
  await service.stop();
  await service.start();
  const after = await chloe.say('@flockmate.test Do I get a certificate? #flockcourse');
  await answer_to(after);
});

await scene('nothing was said twice', async () => {
  const parents = (await bot.records('app.bsky.feed.post')).map(({ value }) => value.reply?.parent.uri);
  assert.equal(new Set(parents).size, parents.length);
  for (const hello of welcomed) assert.equal((await bot.replies_to(hello)).length, 1);
  assert.equal((await bot.records('app.bsky.feed.repost')).length, 1);
  console.log(`        ${parents.length} replies in all, none doubled`);
});

await scene('its log names nobody', async () => {
  const log = readFileSync(service.log, 'utf8');
  const secrets = ['slides', 'eyJ', network.bot.password, 'did:plc', ...Object.keys(people).map((name) => `${name}.test`)];
  for (const secret of secrets) assert.ok(!log.includes(secret), `the log says "${secret}"`);
});

await service.stop().catch(() => {});
if (failed > 0) console.log(`The bot's log:\n${readFileSync(service.log, 'utf8')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
