// Our X in memory, judged by X's own npm @xdevplatform/xdk.
import assert from 'node:assert/strict';
import { failure, fake, quietly, scene, tell, until, verdict } from './court.mjs';

// Its login knows no address but api.x.com.
const real_fetch = globalThis.fetch;
globalThis.fetch = (url, options) => real_fetch(String(url).replace('https://api.x.com', fake.url), options);
const { Client, OAuth2 } = await import('@xdevplatform/xdk');

const app = new Client({ baseUrl: fake.url, bearerToken: fake.bearer });
let account;

await scene('logs in and renews its token, each for one use', async () => {
  const login = new OAuth2({ clientId: 'client', clientSecret: 'secret', redirectUri: 'http://127.0.0.1/', scope: ['tweet.read'] });
  const first = await login.exchangeCode(fake.code, 'verifier');
  const second = await login.refreshToken(first.refresh_token);
  assert.equal(second.token_type, 'bearer');
  account = new Client({ baseUrl: fake.url, accessToken: second.access_token });
  assert.deepEqual((await account.users.getMe()).data, { id: fake.bot, name: 'flockmate', username: 'flockmate' });
  assert.match((await failure(() => login.refreshToken(first.refresh_token))).message, /400/);
});

await scene('lists, adds and removes the rules of the stream', async () => {
  assert.equal((await app.stream.getRules()).data, undefined);
  const added = await app.stream.updateRules({ add: [{ value: '#flock', tag: 'course' }, { value: '#other' }] });
  assert.equal(added.meta.summary.created, 2);
  const { data } = await app.stream.getRules();
  assert.deepEqual(data.map((rule) => rule.value), ['#flock', '#other']);
  const removed = await app.stream.updateRules({ delete: { ids: [data[1].id] } });
  assert.equal(removed.meta.summary.deleted, 1);
  assert.deepEqual(await tell({ do: 'rules' }), { '#flock': 'course' });
});

await scene('streams what the rules ask for', async () => {
  const stream = await app.stream.posts({ tweetFields: ['created_at'] });
  const heard = [];
  stream.on('data', (event) => { if (event.data) heard.push(event); });
  await until(async () => {
    await tell({ do: 'post', by: 'ana', text: 'Good morning @flockmate #flock' });
    return heard.length > 0;
  });
  assert.equal(heard[0].data.text, 'Good morning @flockmate #flock');
  assert.equal(heard[0].matching_rules[0].tag, 'course');
  await quietly(async () => {
    stream.close();
    await new Promise((ended) => setTimeout(ended, 50));
  });
});

await scene('searches page by page', async () => {
  for (let number = 0; number < 12; number += 1) await tell({ do: 'post', by: 'ben', text: `${number} #search` });
  await tell({ do: 'wait', seconds: 31 });
  const first = await app.posts.searchRecent('#search', { maxResults: 10 });
  assert.equal(first.data.length, 10);
  assert.equal(first.meta.newestId, first.data[0].id);
  const second = await app.posts.searchRecent('#search', { maxResults: 10, nextToken: first.meta.nextToken });
  assert.deepEqual(second.data.map((post) => post.text), ['1 #search', '0 #search']);
  assert.equal(second.meta.nextToken, undefined);
});

await scene('posts, replies where it was named, deletes', async () => {
  const said = await account.posts.create({ text: 'Good morning' });
  assert.equal(said.data.text, 'Good morning');
  const twice = await failure(() => account.posts.create({ text: 'Good morning' }));
  assert.deepEqual([twice.status, twice.data.title], [403, 'Forbidden']);
  const { id } = await tell({ do: 'post', by: 'ana', text: 'Where are the slides? @flockmate' });
  const reply = await account.posts.create({ text: 'Over there', reply: { in_reply_to_tweet_id: id } });
  assert.deepEqual((await tell({ do: 'said' })).at(-1).referenced_tweets, [{ type: 'replied_to', id }]);
  assert.equal((await account.posts.delete(reply.data.id)).data.deleted, true);
  assert.equal((await tell({ do: 'said' })).length, 1);
});

await scene('understands every error', async () => {
  const stranger = new Client({ baseUrl: fake.url, bearerToken: 'another' });
  const unknown = await failure(() => stranger.stream.getRules());
  assert.deepEqual([unknown.status, unknown.data.title], [401, 'Unauthorized']);
  for (const status of [404, 503, 429]) {
    await tell({ do: 'fail', call: 'GET /2/users/me', status });
    const error = await failure(() => account.users.getMe());
    assert.deepEqual([error.status, error.data.status], [status, status]);
    if (status === 429) assert.ok(Number(error.headers.get('x-rate-limit-reset')) > Date.now() / 1000);
  }
});

verdict("X's own npm @xdevplatform/xdk on our X");
