// Bluesky's own servers (PLC, PDS, AppView) on this machine, with a bot and ten learners.
// Prints one line of JSON when all stand: {"server", "bot": {handle, did, password}, "learners": {name: {…}}}.
// Ends when its standard input does. Needs DB_POSTGRES_URL and REDIS_HOST; start it with --require ./loopback.cjs.
import { TestNetwork } from '@atproto/dev-env';

const names = ['ana', 'ben', 'chloe', 'dana', 'eve', 'farid', 'gita', 'hugo', 'ines', 'jonas'];
const say = process.stdout.write.bind(process.stdout);
console.log = console.error; // the servers are talkative, and the line is for a program

const network = await TestNetwork.create({
  dbPostgresSchema: 'flockmate',
  pds: { rateLimitsEnabled: process.env.RATE_LIMITS === 'yes' },
});

async function open_account(name) {
  const agent = network.pds.getClient();
  const handle = `${name}.test`;
  await agent.createAccount({ handle, email: `${name}@mail.test`, password: `main password of ${name}` });
  const { data } = await agent.com.atproto.server.createAppPassword({ name: 'test', privileged: false });
  return { handle, did: agent.assertDid, password: data.password };
}

const bot = await open_account('flockmate');
const learners = {};
for (const name of names) learners[name] = await open_account(name);
await network.processAll();
say(JSON.stringify({ server: network.pds.url, bot, learners }) + '\n');

process.stdin.resume();
await new Promise((resolve) => process.stdin.once('end', resolve));
await network.close();
process.exit(0);
