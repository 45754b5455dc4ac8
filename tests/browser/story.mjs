// A first day in the practice room, played in a real browser. Usage: node story.mjs ADDRESS FOLDER_FOR_PICTURES
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { openBrowser, Room } from './room.mjs';
import { Steps } from './steps.mjs';

const [address, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const browser = await openBrowser();
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const room = new Room(await (await browser.newContext(desktop)).newPage(), address);
const { page } = room;
const steps = new Steps((number) => page.screenshot({ path: `${pictures}/failed-${number}.png`, fullPage: true }));
const { step } = steps;
const picture = (of, name) => of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
const accessible = async (where) => assert.deepEqual(await where.violations(), []);

const hello = "Hello everyone! I'm Noor, a nurse from Halifax, and this is my first online course.";
const slides = 'Where do I find the slides?';
const mindMaps = 'Does anybody know a good tool for drawing mind maps together?';

await room.open();

await step('the empty room says what to do and is accessible', async () => {
  assert.match(await page.locator('#no-posts').innerText(), /Introduce yourself as the newcomer/);
  await accessible(room);
  await picture(page, 'desktop-empty');
});

await step('a newcomer is welcomed, live, and the page says why', async () => {
  await room.say(hello, { as: 'noor' });
  await room.botSays(/elcome/).waitFor();
  await room.botSays(/elcome/).locator('.cause', { hasText: 'Said by the rule welcome' }).waitFor();
  await room.post(hello).locator('details.why').waitFor();
  assert.match(await room.why(hello), /welcome yes/);
  assert.equal(await page.getByLabel('Speak as').inputValue(), 'noor', 'the same person goes on speaking');
});

await step('a question of the FAQ is answered, with its reason', async () => {
  await room.say(slides, { as: 'noor' });
  await room.botSays('/slides').waitFor();
  assert.match(await room.why(slides), /point-to-faq yes/);
});

await step('a term is explained, with its reason', async () => {
  await room.say('What is a retweet?', { as: 'noor' });
  await room.botSays('your own followers').waitFor();
  assert.match(await room.why('What is a retweet?'), /answer-from-glossary yes/);
});

await step('a question that nobody answers is saved, and after three hours the facilitators are told', async () => {
  await room.say(mindMaps, { as: 'ben' });
  await room.section('Open questions').getByText(mindMaps).waitFor();
  assert.match(await room.post(mindMaps).innerText(), /"tell-duty-after-3-hours" waits until/);
  assert.match(await room.section('Told to you').innerText(), /Nothing needs you/);
  await room.press('+3 h');
  await room.section('Told to you').getByText(mindMaps).waitFor();
  assert.match(await room.section('Told to you').innerText(), /for the facilitators on duty/);
  assert.match(await room.section('Open questions').innerText(), /open for 3 h/);
  assert.match(await room.why(mindMaps), /tell-duty-after-3-hours tells the facilitators on duty/);
});

await step('the full page is accessible, on a desk and on a phone', async () => {
  await accessible(room);
  await picture(page, 'desktop');
  const small = new Room(await (await browser.newContext(phone)).newPage(), address);
  await small.open();
  await accessible(small);
  const width = await small.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `wider than the phone: ${width}`);
  await picture(small.page, 'phone');
  await small.page.context().close();
  const dark = new Room(await (await browser.newContext({ ...desktop, colorScheme: 'dark' })).newPage(), address);
  await dark.open();
  await accessible(dark);
  await picture(dark.page, 'desktop-dark');
  assert.deepEqual([...small.problems, ...dark.problems], []);
  await dark.page.context().close();
});

await step('every rule, one by one, on a page of its own', async () => {
  const reader = new Room(await page.context().newPage(), address);
  await reader.open((await room.post(slides).getByRole('link', { name: /Every rule/, includeHidden: true }).getAttribute('href')).slice(1));
  const rules = await reader.page.locator('table.verdicts').innerText();
  for (const rule of ['welcome', 'point-to-faq', 'answer-from-glossary', 'save-question']) assert.match(rules, new RegExp(rule));
  await accessible(reader);
  await picture(reader.page, 'desktop-why');
  await reader.page.setViewportSize(phone.viewport);
  await picture(reader.page, 'phone-why');
  assert.deepEqual(reader.problems, []);
  await reader.page.close();
});

await step('a facilitator answers, and the question is open no more', async () => {
  await room.post(mindMaps).getByRole('link', { name: /^Reply/ }).click();
  assert.match(await page.locator('#replying').innerText(), /Answering Ben/);
  await room.say('We draw ours on one big shared whiteboard.', { as: 'dana' });
  await room.section('Open questions').getByText(/Every question has found an answer/).waitFor();
  await room.section('Told to you').getByRole('button', { name: 'Done' }).click();
  await room.section('Told to you').getByText(/Nothing needs you/).waitFor();
});

await step('stop is confirmed once, and nothing is said to that person again', async () => {
  await room.say('stop', { as: 'noor', mention: true });
  await page.getByText(/said by the rule.*stop/i).first().waitFor();
  await room.post('stop').getByText('said stop').first().waitFor();
  const before = await room.botPosts();
  await room.say('When is the assignment due?', { as: 'noor', mention: true });
  await room.say('stop', { as: 'noor', mention: true, name: '' });
  await room.settle();
  assert.equal(await room.botPosts(), before);
});

await step("by X's rules the reply becomes a draft, which a facilitator words better and sends", async () => {
  await room.press('X');
  await page.getByText(/Only a post that itself mentions or quotes Flockmate may be answered/).waitFor();
  await room.say('Is there a slide deck?', { as: 'ben' });
  const draft = room.section('Drafts').locator('form');
  await draft.waitFor();
  assert.match(await draft.innerText(), /Is there a slide deck\?/);
  assert.match(await room.post('Is there a slide deck?').innerText(), /draft for a human/);
  await accessible(room);
  await picture(page, 'desktop-draft');
  await draft.getByLabel('What would be said').fill('Ben, the slides are one click away: https://example.org/course/slides');
  await draft.getByRole('button', { name: 'Send' }).click();
  await room.botSays('one click away').waitFor();
  await room.section('Drafts').getByText('No draft waits').waitFor();
  await room.press('Practice room');
  await page.locator('#policy-practice[aria-pressed=true]').waitFor();
});

await step('a post can be edited, boosted and deleted; what the bot said to it goes too', async () => {
  await room.say('Where can I watch the recording?', { as: 'ana' });
  await room.botSays('/recordings').waitFor();
  const post = room.post('Where can I watch');
  await post.locator('summary', { hasText: 'Edit' }).click();
  await post.getByLabel(/New words/).fill('Where can I watch the recording of Thursday?');
  await post.getByRole('button', { name: 'Save' }).click();
  await room.post('of Thursday').getByText(/^edited/).waitFor();
  await room.post('of Thursday').getByRole('button', { name: /^Boost/ }).click();
  await page.locator('.boosted', { hasText: 'boosted Ana' }).waitFor();
  await room.post(/^Where can I watch/).getByRole('button', { name: /^Delete/ }).click();
  await room.botSays('/recordings').waitFor({ state: 'detached' });
});

await step('who is in distress is left to humans, who cannot miss it', async () => {
  const before = await room.botPosts();
  await room.say('I cannot go on, I want to kill myself', { as: 'ben' });
  await room.section('Told to you').getByText('Urgent', { exact: true }).waitFor();
  assert.match(await page.locator('#live-banners').innerText(), /Somebody may need a human now/);
  await room.settle();
  assert.equal(await room.botPosts(), before);
  await accessible(room);
  await picture(page, 'desktop-urgent');
  await room.section('Told to you').locator('.urgent').getByRole('button', { name: 'Done' }).click();
  await page.getByText('Somebody may need a human now').waitFor({ state: 'detached' });
});

await step('what is being written survives the changes of others', async () => {
  const other = new Room(await (await browser.newContext(desktop)).newPage(), address);
  await other.open();
  await page.getByLabel('Your post', { exact: true }).fill('half a sent');
  await other.say('A post from elsewhere', { as: 'ana' });
  await room.post('A post from elsewhere').waitFor();
  assert.equal(await page.getByLabel('Your post', { exact: true }).inputValue(), 'half a sent');
  assert.match(await page.locator('#announce').textContent(), /ana: A post from elsewhere/i);
  await page.getByLabel('Your post', { exact: true }).fill('');
  await other.page.context().close();
});

await step('it works without a mouse', async () => {
  await room.open();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.getByLabel('Speak as').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Typed without a mouse');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await room.post('Typed without a mouse').waitFor();
});

await step('it works without JavaScript', async () => {
  const plain = new Room(await (await browser.newContext({ ...desktop, javaScriptEnabled: false })).newPage(), address);
  await plain.open();
  await plain.say('Plain and simple', { as: 'ana' });
  await plain.post('Plain and simple').getByRole('link', { name: /^Reply/ }).press('Enter');
  await plain.page.waitForURL(/reply=/);
  assert.match(await plain.page.locator('#replying').innerText(), /Answering Ana: “Plain and simple/);
  await plain.say('And answered', { as: 'ben' });
  await plain.page.getByRole('button', { name: '+15 min' }).press('Enter');
  await plain.page.waitForURL((url) => !url.hash);
  assert.match(await plain.post('And answered').getAttribute('class'), /answer/);
  await plain.page.context().close();
});

await step('from a post to the visible reply it takes a blink', async () => {
  const times = [];
  const terms = ['hashtag', 'tweetchat', 'webinar', 'thread', 'avatar', 'moderator', 'emoji', 'handle', 'LMS'];
  for (const [turn, term] of terms.entries()) {
    const before = await room.botPosts();
    await page.getByLabel('or under any name').fill(`Guest ${turn}`);
    await page.getByLabel('Your post', { exact: true }).fill(`What is a ${term}?`);
    times.push(await page.evaluate((count) => new Promise((done) => {
      const begin = performance.now();
      const look = () => {
        if (document.querySelectorAll('article.by-bot').length > count) done(performance.now() - begin);
        else if (performance.now() - begin > 3000) done(Infinity);
        else requestAnimationFrame(look);
      };
      document.getElementById('say').requestSubmit();
      look();
    }), before));
  }
  const known = times.filter(Number.isFinite).sort((a, b) => a - b);
  assert.ok(known.length >= 5, `only ${known.length} terms were explained`);
  const median = known[Math.floor(known.length / 2)];
  console.log(`        median ${median.toFixed(0)} ms of ${known.length} (${known.map((time) => time.toFixed(0)).join(' ')})`);
  assert.ok(median < 1000, `median ${median} ms`);
});

await step('the console stayed silent', async () => assert.deepEqual(room.problems, []));

await browser.close();
console.log(`${steps.passed} passed, ${steps.failed} failed`);
process.exitCode = steps.failed === 0 ? 0 : 1;
