// The real network's events as a Jetstream of the first generation tells them, to whoever follows it.
import { Firehose } from '@atproto/sync';
import { lexToJson } from '@atproto/lexicon';
import { WebSocketServer } from 'ws';
import { once } from 'node:events';

export class Bridge {
  static async start(server) {
    const bridge = new Bridge();
    bridge.told = [];
    bridge.sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(bridge.sockets, 'listening');
    bridge.url = `ws://127.0.0.1:${bridge.sockets.address().port}`;
    bridge.sockets.on('connection', (socket, request) => bridge.#serve(socket, request));
    bridge.firehose = new Firehose({
      service: server.replace('http', 'ws'),
      unauthenticatedCommits: true, unauthenticatedHandles: true,
      idResolver: undefined, // nothing is checked, as no Jetstream's reader can
      filterCollections: ['app.bsky.feed.*'],
      handleEvent: (event) => bridge.#take(event),
      onError: (error) => console.error('bridge:', error.message),
    });
    bridge.firehose.start();
    return bridge;
  }

  #take(event) {
    const message = { did: event.did, time_us: Date.now() * 1000 };
    if (['create', 'update', 'delete'].includes(event.event)) {
      const { event: operation, collection, rkey, rev } = event;
      message.kind = 'commit';
      message.commit = { rev, operation, collection, rkey };
      if (operation !== 'delete') Object.assign(message.commit, { cid: event.cid.toString(), record: lexToJson(event.record) });
    } else if (event.event === 'identity' || event.event === 'account') {
      message.kind = event.event;
      message[event.event] = { did: event.did };
    } else {
      return;
    }
    this.told.push(message);
    for (const socket of this.sockets.clients) this.#tell(socket, message);
  }

  #tell(socket, message) {
    const wanted = socket.collections.length === 0 || !message.commit || socket.collections.includes(message.commit.collection);
    if (wanted) socket.send(JSON.stringify(message));
  }

  #serve(socket, request) {
    const { searchParams } = new URL(request.url, 'ws://here');
    const cursor = Number(searchParams.get('cursor') ?? Infinity);
    socket.collections = searchParams.getAll('wantedCollections');
    for (const message of this.told) if (message.time_us >= cursor) this.#tell(socket, message);
  }

  cut() {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  async close() {
    this.cut();
    this.sockets.close();
    await this.firehose.destroy();
  }
}
