// Our Mastodon in memory, judged by npm masto.
import assert from 'node:assert/strict';
import { createOAuthAPIClient, createRestAPIClient, createStreamingAPIClient } from 'masto';
import { failure, fake, quietly, scene, tell, until, verdict } from './court.mjs';

const out_of_band = 'urn:ietf:wg:oauth:2.0:oob';
const scopes = 'read write';
const api = createRestAPIClient({ url: fake.url, accessToken: fake.token });
let instance;

await scene('logs in', async () => {
  const app = await createRestAPIClient({ url: fake.url }).v1.apps.create({
    clientName: 'Judge', redirectUris: out_of_band, scopes });
  const oauth = createOAuthAPIClient({ url: fake.url });
  const login = { grantType: 'authorization_code', clientId: app.clientId, clientSecret: app.clientSecret,
    redirectUri: out_of_band, scope: scopes };
  const token = await oauth.token.create({ ...login, code: fake.code });
  assert.equal(token.scope, scopes);
  const me = await createRestAPIClient({ url: fake.url, accessToken: token.accessToken }).v1.accounts.verifyCredentials();
  assert.equal(me.username, 'flockmate');
  assert.equal(me.bot, true);
  assert.equal(me.source.privacy, 'public');
  const refused = await failure(() => oauth.token.create({ ...login, code: 'bad-code' }));
  assert.equal(refused.statusCode, 400);
  assert.equal(refused.message, 'invalid_grant');
  assert.match(refused.description, /authorization grant is invalid/);
});

await scene('reads what the server allows', async () => {
  instance = await api.v2.instance.fetch();
  assert.equal(instance.configuration.statuses.maxCharacters, 500);
  assert.equal(instance.configuration.statuses.charactersReservedPerUrl, 23);
  assert.match(instance.configuration.urls.streaming, /^ws:/);
});

await scene('pages through a hashtag', async () => {
  const ids = [];
  for (let number = 1; number <= 5; number += 1) ids.push((await tell({ do: 'post', by: 'ana', text: `${number} #Flock` })).id);
  await tell({ do: 'post', by: 'ana', text: 'another matter #other' });
  const found = [];
  const sizes = [];
  for await (const page of api.v1.timelines.tag.$select('flock').list({ limit: 2 })) {
    sizes.push(page.length);
    found.push(...page.map((post) => post.id));
  }
  assert.deepEqual(found, [...ids].reverse());
  assert.deepEqual(sizes.filter((size) => size > 0), [2, 2, 1]);
  const after = await api.v1.timelines.tag.$select('FLOCK').list({ minId: ids[1], limit: 2 });
  assert.deepEqual(after.map((post) => post.id), [ids[3], ids[2]]);
});

await scene('hears posts, edits, deletions and mentions', async () => {
  const live = createStreamingAPIClient({ streamingApiUrl: instance.configuration.urls.streaming, accessToken: fake.token });
  const heard = [];
  const listen = async (subscription) => {
    for await (const event of subscription) heard.push(event);
  };
  listen(live.hashtag.subscribe({ tag: 'Flock' })).catch((error) => heard.push(error));
  listen(live.user.notification.subscribe()).catch((error) => heard.push(error));
  await live.prepare();
  const first = await until(async () => {
    const { id } = await tell({ do: 'post', by: 'ben', text: '@flockmate Hello & welcome #flock' });
    return heard.length > 1 && id;
  });
  await tell({ do: 'edit', id: first, text: 'Hello again #flock' });
  await tell({ do: 'remove', id: first });
  await until(() => heard.some((event) => event.event === 'delete'));
  const of = (name) => heard.filter((event) => event.event === name);
  assert.deepEqual(of('update')[0].stream, ['hashtag', 'Flock']);
  assert.match(of('update')[0].payload.content, /Hello &amp; welcome/);
  assert.equal(of('update')[0].payload.tags[0].name, 'flock');
  assert.equal(of('status.update')[0].payload.id, first);
  assert.ok(of('status.update')[0].payload.editedAt);
  assert.equal(of('delete')[0].payload, first);
  assert.equal(of('notification')[0].payload.type, 'mention');
  assert.equal(of('notification')[0].payload.status.mentions[0].username, 'flockmate');
  live.close();
});

await scene('is not let into a stream with another token', async () => {
  const live = createStreamingAPIClient({
    streamingApiUrl: instance.configuration.urls.streaming, accessToken: 'another', retry: false });
  await quietly(() => failure(() => live.prepare()));
});

await scene('says a thing once, whatever is repeated', async () => {
  const request = { requestInit: { headers: { 'Idempotency-Key': 'masto-1' } } };
  const wish = { status: 'Good morning', visibility: 'unlisted', language: 'en' };
  const first = await api.v1.statuses.create(wish, request);
  const second = await api.v1.statuses.create(wish, request);
  assert.equal(second.id, first.id);
  assert.equal(first.visibility, 'unlisted');
  assert.equal((await tell({ do: 'said' })).filter((post) => post.text === 'Good morning').length, 1);
});

await scene('answers, reads the thread, takes its answer back', async () => {
  const { id } = await tell({ do: 'post', by: 'ana', text: 'Where are the slides? #flock' });
  const answer = await api.v1.statuses.create({ status: 'Over there', inReplyToId: id });
  const post = await api.v1.statuses.$select(id).fetch();
  assert.equal(answer.inReplyToAccountId, post.account.id);
  const thread = await api.v1.statuses.$select(answer.id).context.fetch();
  assert.deepEqual(thread.ancestors.map((one) => one.id), [id]);
  assert.deepEqual((await api.v1.statuses.$select(id).context.fetch()).descendants.map((one) => one.id), [answer.id]);
  await api.v1.statuses.$select(answer.id).remove();
  assert.equal((await failure(() => api.v1.statuses.$select(answer.id).fetch())).statusCode, 404);
  const boost = await api.v1.statuses.$select(id).reblog();
  assert.equal(boost.reblog.id, id);
});

await scene('reads notifications and relationships', async () => {
  await tell({ do: 'post', by: 'cleo', text: '@flockmate hi' });
  await tell({ do: 'mute', whom: 'cleo' });
  const [newest] = await api.v1.notifications.list({ types: ['mention'] });
  assert.equal(newest.account.acct, 'cleo');
  const ana = await api.v1.accounts.lookup({ acct: 'ana' });
  const [cleo, other] = await api.v1.accounts.relationships.fetch({ id: [newest.account.id, ana.id] });
  assert.equal(cleo.muting, true);
  assert.equal(other.muting, false);
  assert.deepEqual((await api.v1.mutes.list()).map((one) => one.acct), ['cleo']);
  assert.deepEqual(await api.v1.blocks.list(), []);
});

await scene('sees how much is left', async () => {
  const { headers } = await api.v1.accounts.verifyCredentials.$raw();
  assert.equal(headers.get('x-ratelimit-limit'), '300');
  assert.match(headers.get('x-ratelimit-reset'), /^\d{4}-\d\d-\d\dT[\d:]+\.\d{6}Z$/);
});

await scene('understands every error', async () => {
  const missing = await failure(() => api.v1.statuses.$select('9').fetch());
  assert.deepEqual([missing.statusCode, missing.message], [404, 'Record not found']);
  const blank = await failure(() => api.v1.statuses.create({ status: '' }));
  assert.deepEqual([blank.statusCode, blank.message], [422, "Validation failed: Text can't be blank"]);
  const gone = await failure(() => api.v1.statuses.create({ status: 'Hello', inReplyToId: '9' }));
  assert.equal(gone.statusCode, 404);
  const stranger = createRestAPIClient({ url: fake.url, accessToken: 'another' });
  const unknown = await failure(() => stranger.v1.accounts.verifyCredentials());
  assert.deepEqual([unknown.statusCode, unknown.message], [401, 'The access token is invalid']);
  const said = { too_many: [429, 'Too many requests'], busy: [503], expired: [401, 'The access token is invalid'] };
  for (const [how, [status, words]] of Object.entries(said)) {
    await tell({ do: 'fail', how });
    const error = await failure(() => api.v1.accounts.verifyCredentials());
    assert.equal(error.statusCode, status);
    if (words) assert.equal(error.message, words);
  }
  await tell({ do: 'fail', how: 'no more' });
});

verdict('npm masto on our Mastodon');
