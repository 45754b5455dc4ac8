// A draft that a person answers from an account of their own, with X and Mastodon in memory: which button comes first, where
// it leads, what is in the clipboard then, and what is told where the browser lets nothing into it.
// Usage: node by_hand.mjs BINARY FOLDER_FOR_PICTURES   Beside the binary stands fake_network.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { setDefaultResultOrder } from 'node:dns';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openBrowser, Room } from './room.mjs';
import { Steps } from './steps.mjs';

const [binary, pictures] = process.argv.slice(2);
setDefaultResultOrder('ipv4first');  // the networks listen on 127.0.0.1 only
const place = mkdtempSync(join(tmpdir(), 'flockmate-by-hand-'));
const programs = [];
const publicName = 'flock.example.org';

// A program, once it has said that.
function start(program, arguments_, said) {
  const child = spawn(program, arguments_, { cwd: place, stdio: ['pipe', 'pipe', 'pipe'] });
  programs.push(child);
  return new Promise((resolve, reject) => {
    let output = '';
    const hear = (text) => {
      output += text;
      const found = said.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}: ${output}`)));
  });
}
const network = async (name) => JSON.parse(await start(join(dirname(binary), 'fake_network'), [name], /^\{.*\}$/m));
const post = async (where, by, text, to = '') => (await (await fetch(where.control, {
  method: 'POST', body: JSON.stringify({ do: 'post', by, text, to, now: true }),
})).json()).id;
const ask = (where, by) => post(where, by, 'Where are the slides? #flock');
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function startService() {
  const [x, mastodon, port] = await Promise.all([network('x'), network('mastodon'), freePort()]);
  const secret = (name, text) => writeFileSync(join(place, name), text, { mode: 0o600 });
  // Of "gentle heron".
  secret('password', '$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48');
  secret('x', `bearer: ${x.bearer}\nclient_id: client\nrefresh_token: ${x.refresh}\n`);
  secret('mastodon', mastodon.token);
  mkdirSync(join(place, 'course'));
  writeFileSync(join(place, 'course', 'course.yaml'), `course:
  name: The Week
  hashtags: ["#flock"]
  languages: [en]
  contact: "@dana"
  facilitators:
    - {name: Dana, mastodon: "@dana@social.example"}
rules:
  - rule: slides
    because: They are asked for each week.
    mode: auto
    when: {says: slides}
    then:
      - reply: "They are on the page."
`);
  writeFileSync(join(place, 'flockmate.yaml'), `cohorts: [course]
state: state
listen: {host: 127.0.0.1, port: ${port}, public_names: [${publicName}]}
console_password: password
networks:
  x: {handle: "@flockmate", server: "${x.url}", ca_file: "${x.authority}", credential: x}
  mastodon: {handle: "@flockmate@social.example", server: "${mastodon.url}", credential: mastodon}
`);
  await start(binary, ['run', '--config', join(place, 'flockmate.yaml')], /running; the facilitators' pages/);
  return { x, mastodon, port };
}

// The facilitators' page, logged in. What its links lead to is not asked for. `denied`: its reader lets no page write to the
// clipboard; `newBrowser`: the old way of copying is gone.
async function facilitator(browser, address, { denied = false, newBrowser = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route((url) => !url.href.startsWith(address), (route) => route.fulfill({ body: 'Elsewhere.' }));
  if (!address.includes(publicName)) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  if (newBrowser) await context.addInitScript(() => { document.execCommand = () => false; });
  const room = new Room(await context.newPage(), address);
  if (denied) {
    const session = await context.newCDPSession(room.page);
    await session.send('Browser.setPermission', {
      permission: { name: 'clipboard-write', allowWithoutSanitization: false }, setting: 'denied', origin: new URL(address).origin,
      browserContextId: (await session.send('Target.getTargetInfo')).targetInfo.browserContextId,
    });
  }
  await room.open();
  await room.page.getByLabel('Password').fill('gentle heron');
  await room.press('Log in');
  return room;
}

const draftFor = (room, link) => room.section('Drafts').locator('form').filter({ has: room.page.getByRole('link', { name: link }) }).first();

// Before the stream is there, nobody hears.
async function asksUntilHeard(draft, where, by) {
  for (let turn = 0; turn < 60 && !(await draft.count()); ++turn) {
    await ask(where, by);
    await draft.page().waitForTimeout(1000);
  }
  await draft.waitFor();
}

// With these words instead of the drafted ones. Where the link led.
async function answer(room, link, words) {
  const draft = draftFor(room, link);
  await draft.getByLabel('What would be said').fill(words);
  const opened = room.page.context().waitForEvent('page');
  await draft.getByRole('link', { name: link }).click();
  const tab = await opened;
  await tab.waitForLoadState();
  const url = new URL(tab.url());
  await tab.close();
  await room.page.bringToFront();
  return url;
}
const clipboard = (room) => room.page.evaluate(() => navigator.clipboard.readText());
const complaint = (room) => room.page.locator('#problem');

const steps = new Steps();
const { step } = steps;

async function play({ x, mastodon, port }) {
  const address = `http://127.0.0.1:${port}/`;
  const browser = await openBrowser([`--host-resolver-rules=MAP ${publicName} 127.0.0.1`]);

  await step('on X the way for a person comes first, and the words go along', async () => {
    const room = await facilitator(browser, address);
    const draft = draftFor(room, 'Answer on X');
    await asksUntilHeard(draft, x, 'ana');
    await draft.getByText('Answer from your own account: the words go along').waitFor();
    assert.equal(await draft.getByRole('button', { name: 'Send' }).count(), 0, 'X would refuse it');
    assert.equal(await draft.locator('.buttons > :first-child').innerText(), 'Answer on X');
    await room.page.screenshot({ path: `${pictures}/desktop-by-hand.png`, fullPage: true });
    assert.deepEqual(await room.violations(), []);
    const words = 'They are on the page & below, Ana.';
    const compose = await answer(room, 'Answer on X', words);
    assert.equal(compose.origin + compose.pathname, 'https://x.com/intent/post');
    assert.equal(compose.searchParams.get('text'), words);
    assert.match(compose.searchParams.get('in_reply_to'), /^\d+$/);
    assert.equal(await clipboard(room), words);
    assert.deepEqual(room.problems, []);
  });

  const link = 'Answer on social.example';
  await step('on Mastodon the words are in the clipboard', async () => {
    const room = await facilitator(browser, address);
    await asksUntilHeard(draftFor(room, link), mastodon, 'ben');
    assert.equal(await draftFor(room, link).locator('.buttons > :first-child').innerText(), 'Send');
    const there = await answer(room, link, 'On the page, Ben.');
    assert.match(there.href, /^https:\/\/social\.example\/statuses\/\d+$/);
    assert.equal(await clipboard(room), 'On the page, Ben.');
    assert.ok(await complaint(room).isHidden());
    assert.equal(await room.page.evaluate(() => document.activeElement.tagName), 'BODY', 'a draft one writes in is not made new');
    assert.deepEqual(room.problems, []);
  });

  const others = {
    'where its reader lets no page write to the clipboard': [address, { denied: true }],
    'in a browser without the old way of copying': [address, { newBrowser: true }],
    'on a page without TLS': [`http://${publicName}:${port}/`, {}],
  };
  for (const [where, [opened, wishes]] of Object.entries(others)) {
    await step(`the words are copied ${where}, too`, async () => {
      const room = await facilitator(browser, opened, wishes);
      await answer(room, link, `Copied ${where}.`);
      assert.ok(await complaint(room).isHidden());
      assert.equal(await clipboard(await facilitator(browser, address)), `Copied ${where}.`);
    });
  }

  await step('where nothing copies the words are marked, and that is said', async () => {
    const room = await facilitator(browser, address, { denied: true, newBrowser: true });
    await answer(room, link, 'Not copied.');
    await complaint(room).filter({ hasText: 'Your browser did not copy the words. They are marked: copy them yourself, then paste them into your answer.' }).waitFor();
    assert.equal(await room.page.evaluate(() => getSelection().toString()), 'Not copied.');
    assert.ok(await complaint(room).evaluate((banner) => {
      const { top, bottom } = banner.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), 'where one looks');
    await answer(room, 'Answer on X', 'In the link.');
    assert.ok(await complaint(room).isHidden(), 'the link has the words');
  });

  await step("a facilitator's answer closes the draft", async () => {
    const room = await facilitator(browser, address);
    const draft = room.section('Drafts').locator('form').filter({ hasText: 'cleo' });
    const id = await ask(mastodon, 'cleo');
    await draft.waitFor();
    await post(mastodon, 'dana', 'On the page, Cleo. #flock', id);
    await draft.waitFor({ state: 'detached' });
  });

  await browser.close();
}

mkdirSync(pictures, { recursive: true });
try {
  await play(await startService());
} finally {
  for (const program of programs) program.kill();
  rmSync(place, { recursive: true, force: true });
}
console.log(`${steps.passed} passed, ${steps.failed} failed`);
process.exitCode = steps.failed === 0 ? 0 : 1;
