// Our Mastodon in memory, judged by npm megalodon.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { failure, fake, scene, tell, until, verdict } from './court.mjs';

const { default: generator } = createRequire(import.meta.url)('megalodon');
const client = (token) => generator('mastodon', fake.url, token, 'judge');
const api = client(fake.token);

await scene('logs in', async () => {
  const app = await client(null).createApp('Judge', { scopes: ['read', 'write'] });
  const token = await client(null).fetchAccessToken(app.client_id, app.client_secret, fake.code);
  const { data } = await client(token.access_token).verifyAccountCredentials();
  assert.equal(data.username, 'flockmate');
  assert.equal(data.bot, true);
  const refused = await failure(() => client(null).fetchAccessToken(app.client_id, app.client_secret, 'bad-code'));
  assert.equal(refused.response.status, 400);
});

await scene('reads what the server allows', async () => {
  const { data } = await api.getInstance();
  assert.equal(data.configuration.statuses.max_characters, 500);
  assert.equal(data.configuration.statuses.characters_reserved_per_url, 23);
  assert.match(data.urls.streaming_api, /^ws:/);
});

await scene('reads a hashtag, page by page', async () => {
  const ids = [];
  for (const text of ['1', '2', '3']) ids.push((await tell({ do: 'post', by: 'ana', text: `${text} #flock` })).id);
  const newest = await api.getTagTimeline('flock', { limit: 2 });
  assert.deepEqual(newest.data.map((post) => post.id), [ids[2], ids[1]]);
  assert.match(newest.headers.link, /rel="next"/);
  const older = await api.getTagTimeline('flock', { limit: 2, max_id: ids[1] });
  assert.deepEqual(older.data.map((post) => post.id), [ids[0]]);
  const newer = await api.getTagTimeline('flock', { min_id: ids[0], limit: 1 });
  assert.deepEqual(newer.data.map((post) => post.id), [ids[1]]);
});

await scene('hears a hashtag and its notifications', async () => {
  const heard = [];
  for (const begin of [() => api.tagStreaming('flock'), () => api.userStreaming()]) {
    const stream = await begin();
    for (const name of ['update', 'status_update', 'delete', 'notification', 'parser-error', 'error']) {
      stream.on(name, (what) => heard.push([name, what]));
    }
    await new Promise((connected) => stream.once('connect', connected));
  }
  const of = (name) => heard.filter(([kind]) => kind === name).map(([, what]) => what);
  const id = await until(async () => {
    const post = await tell({ do: 'post', by: 'ben', text: '@flockmate Good morning #flock' });
    return of('update').length > 0 && of('notification').length > 0 && post.id;
  });
  await tell({ do: 'edit', id, text: 'Good evening #flock' });
  await tell({ do: 'remove', id });
  await until(() => of('delete').length > 0);
  assert.match(of('update')[0].content, /Good morning/);
  assert.equal(of('update')[0].account.acct, 'ben');
  assert.equal(of('status_update')[0].id, id);
  assert.equal(of('delete')[0], id);
  assert.equal(of('notification')[0].type, 'mention');
  assert.deepEqual([...of('error'), ...of('parser-error')], []);
});

await scene('says a thing, answers, takes it back', async () => {
  const { data: said } = await api.postStatus('Good morning', { visibility: 'unlisted' });
  assert.equal(said.visibility, 'unlisted');
  const { id } = await tell({ do: 'post', by: 'ana', text: 'Where are the slides? #flock' });
  const { data: answer } = await api.postStatus('Over there', { in_reply_to_id: id });
  assert.equal(answer.in_reply_to_id, id);
  const { data: thread } = await api.getStatusContext(answer.id);
  assert.deepEqual(thread.ancestors.map((post) => post.id), [id]);
  await api.deleteStatus(answer.id);
  assert.deepEqual((await api.getStatusContext(id)).data.descendants, []);
});

await scene('reads notifications and relationships', async () => {
  await tell({ do: 'post', by: 'cleo', text: '@flockmate hi' });
  await tell({ do: 'mute', whom: 'cleo' });
  const { data: [newest] } = await api.getNotifications({ limit: 1 });
  assert.equal(newest.account.acct, 'cleo');
  const { data: [cleo] } = await api.getRelationships([newest.account.id]);
  assert.equal(cleo.muting, true);
  assert.equal((await api.getRelationship((await tell({ do: 'id', of: 'ana' })).id)).data.muting, false);
});

await scene('sees how much is left', async () => {
  const { headers } = await api.verifyAccountCredentials();
  assert.equal(headers['x-ratelimit-remaining'], '299');
  assert.ok(!Number.isNaN(Date.parse(headers['x-ratelimit-reset'])));
});

await scene('understands every error', async () => {
  const status_of = async (call) => (await failure(call)).response;
  assert.equal((await status_of(() => api.getStatus('9'))).data.error, 'Record not found');
  assert.equal((await status_of(() => api.postStatus(''))).status, 422);
  assert.equal((await status_of(() => client('another').verifyAccountCredentials())).status, 401);
  for (const [how, status] of Object.entries({ too_many: 429, busy: 503, expired: 401 })) {
    await tell({ do: 'fail', how });
    const answer = await status_of(() => api.verifyAccountCredentials());
    assert.equal(answer.status, status);
    assert.equal(typeof answer.data.error, 'string');
  }
  await tell({ do: 'fail', how: 'no more' });
});

verdict('npm megalodon on our Mastodon');
