// What the networks in memory answer, judged by prism with the networks' OpenAPI documents.
// Usage: node answers.mjs DOCUMENTS
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { wrong_about_answers } from './contract.mjs';
import { fake, scene, tell, verdict } from './court.mjs';
import { open } from './openapi.mjs';

const network = fake.token ? 'mastodon' : 'x';
const { judge, judge_answer } = await open(join(process.argv[2], `${network}.json`));

async function asks(target, { method = 'GET', body, proof, type = 'application/json' } = {}) {
  const headers = { ...(proof ? { authorization: proof } : {}), ...(body ? { 'content-type': type } : {}) };
  const answer = await fetch(fake.url + target, { method, headers, body });
  const text = await answer.text();
  const given = Object.fromEntries(answer.headers);
  return { statusCode: answer.status, headers: given, body: text === '' ? undefined : JSON.parse(text) };
}

// One scene for one answer; it is handed on.
async function is_right(target, status, wish = {}) {
  let answer;
  await scene(`${wish.method ?? 'GET'} ${target}: ${status}`, async () => {
    answer = await asks(target, wish);
    assert.equal(answer.statusCode, status);
    const { operation, name } = judge({ method: wish.method ?? 'GET', target, headers: {}, body: '' });
    const excuses = wrong_about_answers.filter((one) => one.network === network && one.asked === name);
    const as_documented = excuses.some((one) => one.status === status) ? { ...answer, statusCode: 200 } : answer;
    const complaints = judge_answer(operation, as_documented).filter((one) => !excuses.some(({ complaint }) => complaint && one.includes(complaint)));
    assert.deepEqual(complaints, []);
  });
  return answer?.body;
}

async function mastodon() {
  const proof = `Bearer ${fake.token}`;
  const post = (body) => ({ method: 'POST', proof, body: JSON.stringify(body) });
  const { id } = await tell({ do: 'post', by: 'ana', text: '@flockmate Hello & welcome #flock' });
  await tell({ do: 'edit', id, text: '@flockmate Hello again #flock' });
  const { id: ben } = await tell({ do: 'id', of: 'ben' });
  await tell({ do: 'mute', whom: 'ben' });
  await is_right('/api/v2/instance', 200);
  await is_right('/api/v1/instance', 200);
  const app = await is_right('/api/v1/apps', 200, post({ client_name: 'Judge', redirect_uris: 'urn:ietf:wg:oauth:2.0:oob' }));
  const login = { client_id: app.client_id, client_secret: app.client_secret, grant_type: 'authorization_code' };
  await is_right('/oauth/token', 200, post({ ...login, code: fake.code }));
  await is_right('/oauth/token', 400, post({ ...login, code: 'bad-code' }));
  const said = await is_right('/api/v1/statuses', 200, post({ status: 'Over there', in_reply_to_id: id }));
  const read = ['/api/v1/timelines/tag/flock', '/api/v1/notifications', '/api/v1/mutes', '/api/v1/blocks', `/api/v1/statuses/${id}`,
    `/api/v1/statuses/${said.id}/context`, '/api/v1/accounts/verify_credentials', '/api/v1/accounts/lookup?acct=ana',
    `/api/v1/accounts/${ben}/statuses`, `/api/v1/accounts/relationships?id[]=${ben}`, `/api/v2/search?q=${said.uri}&type=statuses`];
  for (const target of read) await is_right(target, 200, { proof });
  await is_right(`/api/v1/statuses/${id}/reblog`, 200, post({}));
  await is_right(`/api/v1/statuses/${said.id}`, 200, { method: 'DELETE', proof });
  await is_right(`/api/v1/statuses/${said.id}`, 404, { proof });
  await is_right('/api/v1/statuses', 422, post({ status: '' }));
  await is_right('/api/v1/notifications', 401, { proof: 'Bearer another' });
  for (const [how, status] of Object.entries({ too_many: 429, busy: 503 })) {
    await tell({ do: 'fail', how });
    await is_right('/api/v1/notifications', status, { proof });
  }
}

async function x() {
  const app = `Bearer ${fake.bearer}`;
  const post = (body, proof) => ({ method: 'POST', proof, body: JSON.stringify(body) });
  const { access_token: access } = (await asks('/2/oauth2/token', {
    method: 'POST', type: 'application/x-www-form-urlencoded', body: `grant_type=refresh_token&refresh_token=${fake.refresh}` })).body;
  const account = `Bearer ${access}`;
  const { id } = await tell({ do: 'post', by: 'ana', text: 'Where are the slides? @flockmate #flock example.org/a' });
  await tell({ do: 'wait', seconds: 31 });
  const rules = '/2/tweets/search/stream/rules';
  await is_right(rules, 200, { proof: app });
  const added = await is_right(rules, 201, post({ add: [{ value: '#flock', tag: 'course' }] }, app));
  await is_right(rules, 200, { proof: app });
  await is_right(rules, 200, post({ delete: { ids: added.data.map((rule) => rule.id) } }, app));
  const said = await is_right('/2/tweets', 201, post({ text: 'Over there', reply: { in_reply_to_tweet_id: id } }, account));
  await is_right('/2/users/me', 200, { proof: account });
  await is_right('/2/tweets/search/recent?query=%23flock&max_results=10', 200, { proof: app });
  await is_right('/2/tweets/search/recent?query=%23nothing', 200, { proof: app });
  await is_right(`/2/tweets?ids=${id}`, 200, { proof: app });
  await is_right(`/2/users/${fake.bot}/mentions`, 200, { proof: account });
  await is_right(`/2/users/${fake.bot}/tweets`, 200, { proof: account });
  await is_right('/2/usage/tweets', 200, { proof: app });
  await is_right(`/2/users/${fake.bot}/retweets`, 200, post({ tweet_id: id }, account));
  await is_right(`/2/users/${fake.bot}/retweets/${id}`, 200, { method: 'DELETE', proof: account });
  await is_right(`/2/tweets/${said.data.id}`, 200, { method: 'DELETE', proof: account });
  await is_right('/2/users/me', 401, { proof: 'Bearer another' });
  await is_right('/2/tweets', 403, post({ text: 'Hello' }, app));
  for (const status of [429, 503]) {
    await tell({ do: 'fail', call: 'GET /2/users/me', status });
    await is_right('/2/users/me', status, { proof: account });
  }
}

await (network === 'mastodon' ? mastodon() : x());
verdict(`Our ${network === 'mastodon' ? 'Mastodon' : 'X'}'s answers, judged by prism`);
