// Learners on the network, each with the client that Bluesky's own apps use, and the bot as others see it.
import { AtpAgent, RichText } from '@atproto/api';

const post_type = 'app.bsky.feed.post';
const repost_type = 'app.bsky.feed.repost';
export const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1000));

export class Person {
  static async log_in(server, account) {
    const person = new Person();
    person.agent = new AtpAgent({ service: server });
    await person.agent.login({ identifier: account.handle, password: account.password });
    Object.assign(person, account);
    return person;
  }

  // A post, or an answer to one; mentions, tags and links are marked as an app would mark them.
  async say(text, to) {
    const rich = new RichText({ text });
    await rich.detectFacets(this.agent);
    const reply = to && { parent: reference(to), root: reference(to.root ?? to) };
    const said = await this.agent.post({ text, facets: rich.facets, langs: ['en'], reply });
    return { ...said, text, root: to && (to.root ?? to) };
  }

  // No app offers it, but the protocol does.
  async edit(post, text) {
    const [, , repo, collection, rkey] = post.uri.split('/');
    const { data } = await this.agent.com.atproto.repo.getRecord({ repo, collection, rkey });
    const rich = new RichText({ text });
    await rich.detectFacets(this.agent);
    const record = { ...data.value, text, facets: rich.facets };
    await this.agent.com.atproto.repo.putRecord({ repo, collection, rkey, record });
  }

  async remove(post) {
    await this.agent.deletePost(post.uri);
  }
}

function reference({ uri, cid }) {
  return { uri, cid };
}

// Everything the bot has in its repository: what is there twice was said twice.
export class Bot {
  constructor(reader, account) {
    this.agent = reader.agent;
    this.did = account.did;
  }

  async records(collection) {
    const records = [];
    let cursor;
    do {
      const { data } = await this.agent.com.atproto.repo.listRecords({ repo: this.did, collection, limit: 100, cursor });
      records.push(...data.records);
      cursor = data.cursor;
    } while (cursor);
    return records;
  }

  async replies_to(post) {
    return (await this.records(post_type)).filter(({ value }) => value.reply?.parent.uri === post.uri);
  }

  async reposts_of(post) {
    return (await this.records(repost_type)).filter(({ value }) => value.subject.uri === post.uri);
  }

  async profile() {
    const { data } = await this.agent.com.atproto.repo.getRecord({
      repo: this.did, collection: 'app.bsky.actor.profile', rkey: 'self' });
    return data.value;
  }
}

// Asks until there is an answer; the network takes a second or two to show what was said.
export async function until(what, ask, at_most = 60) {
  const end = Date.now() + at_most * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`it did not happen within ${at_most} seconds: ${what}`);
    await seconds(0.5);
  }
}
