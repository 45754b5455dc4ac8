// The real program, `flockmate run`, with a course of its own, started and stopped as often as a test likes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const course = `
course:
  name: Learning Out Loud
  site: https://example.org/course
  uses: starter
  hashtags: ["#flockcourse"]
  languages: [en]
  time_zone: UTC
  contact: "@dana.test"
  facilitators:
    - name: Dana
      bluesky: "@dana.test"
  replies: {per_learner_day: 1000, per_thread: 100, per_hour: 10000, per_day: 10000}
rules:
  - rule: pass-questions-on
    because: Whoever asked should be heard by more people.
    mode: auto
    when:
      asks_question: yes
    unless:
      asks_about: [faq, glossary]
      answered_by: anyone
    wait: 1 minute
    then:
      - boost: yes
`;

// "gentle heron"; everything of this service is gone when the test ends.
const password_hash = '$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48';

async function free_port() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

export class Service {
  // `rules`: more of them, as they stand under "rules:".
  static async prepare(binary, server, account, { rules = '', poll_seconds = 1, jetstream } = {}) {
    const service = new Service();
    process.on('exit', () => service.process?.kill('SIGKILL')); // nothing is left behind, whatever happens
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
    service.binary = binary;
    service.folder = mkdtempSync(join(tmpdir(), 'flockmate-bluesky-'));
    service.log = join(service.folder, 'log');
    mkdirSync(join(service.folder, 'course'));
    writeFileSync(join(service.folder, 'course', 'course.yaml'), course + rules.replace(/^\n/, ''));
    for (const [name, secret] of [['bluesky', account.password], ['console-password', password_hash]]) {
      writeFileSync(join(service.folder, name), secret);
      chmodSync(join(service.folder, name), 0o600);
    }
    writeFileSync(join(service.folder, 'flockmate.yaml'), `
cohorts: [${service.folder}/course]
state: ${service.folder}/state
listen: {host: 127.0.0.1, port: ${await free_port()}}
console_password: ${service.folder}/console-password
breaker_replies: 10000
networks:
  bluesky:
    server: ${server}
    handle: "@${account.handle}"
    credential: ${service.folder}/bluesky
    poll_seconds: ${poll_seconds}
${jetstream ? `    jetstream: ${jetstream}\n` : ''}`);
    return service;
  }

  async start() {
    this.process = spawn(this.binary, ['run', '--config', join(this.folder, 'flockmate.yaml')], {
      cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    this.ended = once(this.process, 'exit');
    this.process.stderr.pipe(createWriteStream(this.log, { flags: 'a' }));
    const running = new Promise((resolve) => {
      this.process.stderr.on('data', (text) => String(text).includes('running; ') && resolve(true));
    });
    if (!(await Promise.race([running, this.ended.then(() => false)]))) throw new Error('flockmate did not start');
  }

  async stop(signal = 'SIGTERM') {
    if (!this.process) return;
    this.process.kill(signal);
    const [code] = await this.ended;
    this.process = undefined;
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`flockmate ended with ${code}`);
  }
}
