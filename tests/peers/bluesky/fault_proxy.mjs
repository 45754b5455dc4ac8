// Stands between the bot and its server and breaks things, each way for a share of the requests, by a fixed seed.
import { createServer, request } from 'node:http';
import { once } from 'node:events';

export const ways = ['drop before', 'drop after', '429', '5xx', 'slow', 'cut', 'expired'];

function random_of(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class FaultProxy {
  static async start(server, seed, share) {
    const proxy = new FaultProxy();
    Object.assign(proxy, { target: new URL(server), random: random_of(seed), share, requests: 0 });
    proxy.faults = Object.fromEntries(ways.map((way) => [way, 0]));
    proxy.listener = createServer((asked, answer) => proxy.serve(asked, answer).catch(() => answer.destroy()));
    proxy.listener.listen(0, '127.0.0.1');
    await once(proxy.listener, 'listening');
    proxy.url = `http://localhost:${proxy.listener.address().port}`;
    return proxy;
  }

  stop() {
    this.listener.close();
    this.listener.closeAllConnections();
  }

  pick(path) {
    this.requests += 1;
    const place = Math.floor(this.random() / this.share);
    const way = ways[place];
    // Logins are few by nature; a session that is over is the access token's matter.
    if (way === 'expired' && path.includes('com.atproto.server.')) return undefined;
    if (way) this.faults[way] += 1;
    return way;
  }

  async serve(asked, answer) {
    const chunks = [];
    for await (const chunk of asked) chunks.push(chunk);
    const way = this.pick(asked.url);
    if (way === 'drop before') return asked.socket.resetAndDestroy();
    if (way === '429') {
      const reset = Math.ceil(Date.now() / 1000) + 1;
      return this.say(answer, 429, 'RateLimitExceeded', {
        'ratelimit-limit': '3000', 'ratelimit-remaining': '0', 'ratelimit-reset': String(reset) });
    }
    if (way === '5xx') return this.say(answer, [500, 502, 503, 504][this.requests % 4], 'InternalServerError');
    if (way === 'expired') return this.say(answer, 400, 'ExpiredToken');
    if (way === 'slow') await wait(3000);
    const { status, headers, body } = await this.forward(asked, Buffer.concat(chunks));
    if (way === 'drop after') return asked.socket.resetAndDestroy();
    answer.writeHead(status, { ...headers, 'content-length': body.length });
    if (way !== 'cut') return answer.end(body);
    answer.write(body.subarray(0, Math.floor(body.length / 2)), () => asked.socket.resetAndDestroy());
  }

  say(answer, status, error, headers = {}) {
    answer.writeHead(status, { 'content-type': 'application/json', ...headers });
    answer.end(JSON.stringify({ error, message: 'as the test wants it' }));
  }

  // What the server says of its own address is said of ours, or the bot would go round us.
  async forward(asked, body) {
    const headers = { ...asked.headers, host: this.target.host, 'content-length': body.length };
    delete headers['accept-encoding'];
    delete headers['transfer-encoding'];
    const sent = request(new URL(asked.url, this.target), { method: asked.method, headers });
    sent.end(body);
    const [told] = await once(sent, 'response');
    const chunks = [];
    for await (const chunk of told) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8').replaceAll(this.target.origin, this.url);
    const kept = { ...told.headers };
    for (const name of ['transfer-encoding', 'connection', 'keep-alive']) delete kept[name];
    return { status: told.statusCode, headers: kept, body: Buffer.from(text) };
  }
}
