// Our X in memory, judged by npm twitter-api-v2. It speaks to api.x.com only: its connections are led to the fake.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { ApiResponseError, ETwitterStreamEvent, TwitterApi } from 'twitter-api-v2';
import { failure, fake, scene, tell, until, verdict } from './court.mjs';

class ToTheFake extends Agent {
  createConnection(options, done) {
    const here = { host: '127.0.0.1', port: new URL(fake.url).port, servername: 'localhost', ca: readFileSync(fake.authority) };
    return super.createConnection({ ...options, ...here }, done);
  }
}
const settings = { httpAgent: new ToTheFake() };
const app = new TwitterApi(fake.bearer, settings);
const entrance = new TwitterApi({ clientId: 'client', clientSecret: 'secret' }, settings);
const keys = { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' };
const account = new TwitterApi(keys, settings);

await scene('logs in and renews its token, each for one use', async () => {
  const login = await entrance.loginWithOAuth2({ code: fake.code, codeVerifier: 'v', redirectUri: 'http://127.0.0.1/' });
  assert.equal(login.expiresIn, 7200);
  assert.ok(login.scope.includes('offline.access'));
  const renewed = await entrance.refreshOAuth2Token(login.refreshToken);
  const { data } = await renewed.client.v2.me();
  assert.deepEqual(data, { id: fake.bot, name: 'flockmate', username: 'flockmate' });
  const used = await failure(() => entrance.refreshOAuth2Token(login.refreshToken));
  assert.ok(used instanceof ApiResponseError);
  assert.equal(used.code, 400);
  assert.equal(used.data.error, 'invalid_request');
});

await scene('lists, adds and removes the rules of the stream', async () => {
  assert.equal((await app.v2.streamRules()).meta.result_count, 0);
  const added = await app.v2.updateStreamRules({ add: [{ value: '#flock', tag: 'course' }, { value: '#other' }] });
  assert.equal(added.meta.summary.created, 2);
  const { data: rules } = await app.v2.streamRules();
  assert.deepEqual(rules.map((rule) => [rule.value, rule.tag]), [['#flock', 'course'], ['#other', undefined]]);
  assert.match(rules[0].id, /^\d+$/);
  const again = await app.v2.updateStreamRules({ add: [{ value: '#flock' }] });
  assert.equal(again.errors[0].title, 'DuplicateRule');
  assert.equal(again.errors[0].id, rules[0].id);
  const removed = await app.v2.updateStreamRules({ delete: { ids: [rules[1].id] } });
  assert.equal(removed.meta.summary.deleted, 1);
  assert.deepEqual(await tell({ do: 'rules' }), { '#flock': 'course' });
});

await scene('streams what the rules ask for, with its author', async () => {
  const stream = await app.v2.searchStream({ expansions: ['author_id'], 'tweet.fields': ['created_at', 'conversation_id'] });
  const heard = [];
  let beats = 0;
  stream.on(ETwitterStreamEvent.Data, (event) => heard.push(event));
  stream.on(ETwitterStreamEvent.DataKeepAlive, () => { beats += 1; });
  await until(async () => {
    await tell({ do: 'post', by: 'ana', text: 'Ben & Ana @flockmate #flock' });
    return heard.length > 0;
  });
  const [{ data, includes, matching_rules: rules }] = heard;
  assert.equal(data.text, 'Ben &amp; Ana @flockmate #flock');
  assert.equal(data.conversation_id, data.id);
  assert.deepEqual(data.edit_history_tweet_ids, [data.id]);
  assert.equal(data.entities.mentions[0].username, 'flockmate');
  assert.ok(!Number.isNaN(Date.parse(data.created_at)));
  assert.equal(includes.users[0].username, 'ana');
  assert.equal(rules[0].tag, 'course');
  const edited = (await tell({ do: 'edit', id: data.id, text: 'Mended #flock' })).id;
  const version = await until(() => heard.find((event) => event.data.id === edited));
  assert.deepEqual(version.data.edit_history_tweet_ids, [data.id, edited]);
  await until(() => beats > 0);
  stream.close();
});

await scene('searches what is half a minute old, page by page', async () => {
  for (let number = 0; number < 12; number += 1) await tell({ do: 'post', by: 'ben', text: `${number} #search` });
  const early = await app.v2.search('#search', { max_results: 10 });
  assert.equal(early.meta.result_count, 0);
  assert.equal(early.data.data, undefined);
  await tell({ do: 'wait', seconds: 31 });
  const found = await app.v2.search('#search', { max_results: 10, expansions: ['author_id'] });
  assert.equal(found.tweets.length, 10);
  assert.equal(found.meta.newest_id, found.tweets[0].id);
  assert.ok(found.meta.next_token);
  assert.equal(found.includes.users[0].username, 'ben');
  await found.fetchNext();
  assert.deepEqual(found.tweets.map((post) => post.text.split(' ')[0]), [...Array(12).keys()].reverse().map(String));
  assert.equal(found.done, true);
  const later = await app.v2.search('#search', { since_id: found.tweets[1].id });
  assert.deepEqual(later.tweets.map((post) => post.id), [found.tweets[0].id]);
  assert.deepEqual([found.rateLimit.limit, found.rateLimit.remaining], [450, 449]);
});

await scene('posts, replies where it was named, deletes', async () => {
  const { data: said } = await account.v2.tweet('Good morning');
  assert.equal(said.text, 'Good morning');
  const twice = await failure(() => account.v2.tweet('Good morning'));
  assert.equal(twice.code, 403);
  assert.equal(twice.data.detail, 'You are not allowed to create a Tweet with duplicate content.');
  const { id } = await tell({ do: 'post', by: 'ana', text: 'Where are the slides? @flockmate' });
  const { data: reply } = await account.v2.reply('Over there', id);
  const [shown] = (await tell({ do: 'said' })).filter((post) => post.id === reply.id);
  assert.deepEqual(shown.referenced_tweets, [{ type: 'replied_to', id }]);
  assert.equal((await account.v2.deleteTweet(reply.id)).data.deleted, true);
  assert.deepEqual((await tell({ do: 'said' })).map((post) => post.id), [said.id]);
  const { id: other } = await tell({ do: 'post', by: 'ana', text: 'Not for the bot' });
  assert.match((await failure(() => account.v2.reply('Hello', other))).data.detail, /not been mentioned/);
  const timeline = await account.v2.userTimeline(fake.bot, { max_results: 5 });
  assert.deepEqual(timeline.tweets.map((post) => post.id), [said.id]);
  assert.ok((await account.v2.userMentionTimeline(fake.bot)).tweets.some((post) => post.id === id));
});

await scene('understands every error', async () => {
  const unknown = await failure(() => new TwitterApi('another', settings).v2.streamRules());
  assert.equal(unknown.isAuthError, true);
  assert.deepEqual([unknown.code, unknown.data.title], [401, 'Unauthorized']);
  const not_for_apps = await failure(() => app.v2.tweet('Hello'));
  assert.equal(not_for_apps.code, 403);
  for (const [status, title] of [[400, 'Invalid Request'], [404, 'Not Found Error'], [503, 'Service Unavailable']]) {
    await tell({ do: 'fail', call: 'GET /2/users/me', status });
    const error = await failure(() => account.v2.me());
    assert.deepEqual([error.code, error.data.title, error.data.status], [status, title, status]);
    assert.equal(error.data.type, 'about:blank');
  }
  await tell({ do: 'fail', call: 'GET /2/users/me', status: 429 });
  const too_many = await failure(() => account.v2.me());
  assert.equal(too_many.rateLimitError, true);
  assert.equal(too_many.rateLimit.remaining, 0);
  const seconds = too_many.rateLimit.reset - Date.now() / 1000;
  assert.ok(seconds > 0 && seconds < 200, `${seconds} seconds`);
});

verdict('npm twitter-api-v2 on our X');
