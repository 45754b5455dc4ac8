// The Rules page in a real browser: a rule is written with mistakes, mended by what the page says, proved, published,
// promoted, and corrected. Usage: node rules.mjs ADDRESS FOLDER_FOR_PICTURES COURSE_FOLDER
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openBrowser, Room } from './room.mjs';
import { Steps } from './steps.mjs';

const [address, pictures, course] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const browser = await openBrowser();
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const open = async (settings = desktop) => new Room(await (await browser.newContext(settings)).newPage(), address);
const room = await open();
const { page } = room;
const steps = new Steps((number) => page.screenshot({ path: `${pictures}/failed-rules-${number}.png`, fullPage: true }));
const { step } = steps;
const picture = (of, name) => of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
const accessible = async (where) => assert.deepEqual(await where.violations(), []);
const onDisk = (file) => readFileSync(`${course}/${file}`, 'utf8');
const fits = async (where) => {
  const width = await where.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `wider than the phone: ${width}`);
};

const text = () => page.getByLabel(/Nothing changes until you publish it/);
const status = (words) => page.locator('#status').filter({ hasText: words }).waitFor();
const findings = () => page.locator('#findings');
const card = (rule) => page.locator('article.rule-card').filter({ has: page.locator('h3 .rule', { hasText: new RegExp(`^${rule}$`) }) });
const replace = async (before, after) => {
  const now = await text().inputValue();
  assert.ok(now.includes(before), `the text has no "${before}"`);
  await text().fill(now.replace(before, after));
};
// What the page says would mend the mistake in a line: the example beside it.
const example = async (line) => (await findings().locator('li', { has: page.getByRole('link', { name: `Line ${line}`, exact: true }) }).locator('.fix code').innerText()).trim();

const askRoom = 'Which room are we in today?';
const slides = 'Where do I find the slides?';
const withMistakes = `rules:
  - rule: where-is-the-room
    because: The building is a maze.
    mode: draft
    whne:
      says: [room, "lecture hall"]
      asks_question: yes
    then:
      - reply: Room 204 #blue is on the second floor
    limit: onse per learner
    test:
      - post: "Which room are we in today?"
        expect: reply with "Room 204"
      - post: "There is room for everybody."
        expect: silent
`;

await step('a conversation to work with', async () => {
  await room.open();
  await room.say(askRoom, { as: 'ben' });
  await room.say(slides, { as: 'noor' });
  await room.botSays('/slides').waitFor();
});

await step('the Rules page shows each rule, what it may do and what it did', async () => {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Rules' }).click();
  await page.getByRole('heading', { name: 'What Flockmate does with a post' }).waitFor();
  const faq = await card('point-to-faq').innerText();
  assert.match(faq, /auto/);
  assert.match(faq, /asks_about: faq/);
  assert.match(faq, /fired\s*1\b/);
  assert.match(faq, /Edit\s+point-to-faq\s+in answers\.yaml, line \d+/);
  await accessible(room);
  await picture(page, 'rules-desktop');
});

await step('a new file begins with an example that has nothing to mend', async () => {
  await page.getByLabel('New file').fill('rooms');
  await page.getByRole('button', { name: 'Begin' }).press('Enter');
  await text().waitFor();
  await findings().getByText('Nothing to mend.').waitFor();
  assert.match(await text().inputValue(), /rule: where-is-the-room/);
});

await step('three mistakes are told while one types, and a click leads to each', async () => {
  await text().fill(withMistakes);
  await findings().getByRole('heading', { name: /^3 mistakes to mend/ }).waitFor();
  await findings().getByText('did you mean "when"?').waitFor();
  assert.equal(await page.locator('#lines .mistake').count(), 3, 'their line numbers are marked');
  await accessible(room);
  await picture(page, 'rules-mistakes');
  await findings().getByRole('link', { name: 'Line 9', exact: true }).click();
  const before = await text().evaluate((area) => area.value.slice(0, area.selectionStart));
  assert.equal(before.split('\n').length, 9, 'the caret stands in the line');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
});

await step('with mistakes nothing is tested and nothing is published', async () => {
  await room.press('Run the tests');
  await status('No test was run: mend the mistakes first.');
  await room.press('Publish');
  await status('Nothing was published: mend the mistakes first.');
  assert.throws(() => onDisk('rooms.yaml'), 'the file is not there');
});

await step('what the page says mends them', async () => {
  await replace('whne:', 'when:');
  await findings().getByRole('heading', { name: /^2 mistakes to mend/ }).waitFor();
  await replace('reply: Room 204 #blue is on the second floor', await example(9));
  await findings().getByRole('heading', { name: /^1 mistake to mend/ }).waitFor();
  await replace('limit: onse per learner', await example(10));
  await findings().getByRole('heading', { name: /^(Nothing to mend|No mistakes)/ }).waitFor();
  assert.equal(await page.locator('#lines .mistake').count(), 0);
});

await step('its tests hold, and silence says why', async () => {
  await room.press('Run the tests');
  await status(/^All \d+ tests hold\.$/);
  const proof = await page.locator('#proof').innerText();
  assert.match(proof, /asks_question/, 'the silent case names what stopped it');
  await accessible(room);
  await picture(page, 'rules-tests');
});

await step('a replay shows what would be said, before it is said', async () => {
  await room.press('Replay');
  await status(/Over the last \d+ posts: 1 newly said\./);
  const proof = await page.locator('#proof').innerText();
  assert.match(proof, /Ben: Which room are we in today\?/);
  assert.match(proof, /Room 204 #blue is on the second floor/);
  await page.getByText('Every rule, counted').click();
  await accessible(room);
  await picture(page, 'rules-replay');
});

await step('it is published, and its mode goes up by one click', async () => {
  await room.press('Publish');
  await status(/^Published\. It is in service since/);
  assert.match(onDisk('rooms.yaml'), /when:\n/);
  await page.getByRole('link', { name: 'All rules' }).click();
  const rule = card('where-is-the-room');
  assert.match(await rule.locator('.mode').innerText(), /draft/);
  await rule.getByRole('button', { name: 'Auto' }).click();
  await rule.locator('.mode.auto').waitFor();
  assert.equal(await rule.getByRole('button', { name: 'Auto' }).getAttribute('aria-pressed'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Auto', 'the focus stays');
  assert.match(onDisk('rooms.yaml'), /mode: auto\n/);
  await accessible(room);
});

await step('a wrong reply is taken back in one click, and becomes a test', async () => {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Conversation' }).click();
  await room.say('Is there room in the course for my colleague?', { as: 'noor' });
  const reply = room.botSays('Room 204');
  await reply.waitFor();
  await picture(page, 'rules-wrong');
  await reply.getByRole('button', { name: 'That was wrong' }).click();
  await page.locator('#told').getByText(/rooms\.yaml/).waitFor();
  await reply.waitFor({ state: 'detached' });
  await accessible(room);
  await page.locator('#told').getByRole('link', { name: 'Open the test' }).click();
  await text().waitFor();
  const now = await text().inputValue();
  assert.match(now, /Is there room in the course for my colleague\?[^\n]*\n\s+expect: silent/);
  const line = await text().evaluate((area) => area.value.slice(0, area.selectionStart).split('\n').length);
  assert.ok(now.split('\n').slice(line - 2, line + 1).join().includes('my colleague'), `the caret is at the test: ${line}`);
  await room.press('Run the tests');
  await status(/^1 of \d+ tests does not hold\.$/);
  await picture(page, 'rules-wrong-test');
});

await step('what somebody else wrote meanwhile is shown, and one chooses', async () => {
  await replace('because: The building is a maze.', 'because: Nobody finds it.');
  writeFileSync(`${course}/rooms.yaml`, onDisk('rooms.yaml').replace('The building is a maze.', 'The house is a maze.'));
  await room.press('Publish');
  await status('Nothing was published: somebody changed this file while you were writing.');
  const lines = await page.locator('#proof .difference').innerText();
  assert.match(lines, /The house is a maze/);
  assert.match(lines, /Nobody finds it/);
  await accessible(room);
  await picture(page, 'rules-conflict');
  await room.press('Publish mine all the same');
  await status(/^Published\./);
  assert.match(onDisk('rooms.yaml'), /Nobody finds it/);
});

await step('an earlier version is looked at and put in service again', async () => {
  await page.locator('#versions').getByRole('link', { name: /^Until/ }).first().click();
  await page.getByRole('heading', { name: 'What would change' }).waitFor();
  await accessible(room);
  await picture(page, 'rules-version');
  await room.press('Put this version in service');
  await page.getByText('The old version is in service again.').waitFor();
  assert.match(await text().inputValue(), /The house is a maze/);
});

await step('what was not published is offered again', async () => {
  await replace('The house is a maze.', 'I was interrupted.');
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.getByText(/you wrote something here and did not publish it/).waitFor();
  await accessible(room);
  await picture(page, 'rules-draft');
  await room.press('Take it back');
  assert.match(await text().inputValue(), /I was interrupted\./);
  await findings().getByRole('heading', { name: /^(Nothing to mend|No mistakes)/ }).waitFor();
});

await step('a new session in the middle of writing changes nothing', async () => {
  await page.context().clearCookies();
  await room.press('Check');
  await status(/^(Nothing to mend|No mistakes)/);
  assert.match(await text().inputValue(), /I was interrupted\./);
  room.problems = room.problems.filter((problem) => !problem.includes('403'));  // which is what the old token deserves
});

await step('on a phone, and in the dark', async () => {
  for (const [name, settings] of [['phone', phone], ['dark', { ...desktop, colorScheme: 'dark' }]]) {
    const other = await open(settings);
    for (const [place, path] of [['rules', 'rules'], ['editor', 'rules/file?path=rooms.yaml&line=4'], ['help', 'rules/help?code=R014']]) {
      await other.open(path);
      await accessible(other);
      if (name === 'phone') await fits(other.page);
      await picture(other.page, `rules-${name}-${place}`);
    }
    await other.page.getByRole('heading', { level: 1 }).waitFor();
    assert.deepEqual(other.problems, []);
    await other.page.context().close();
  }
});

await step('without JavaScript the same buttons do the same', async () => {
  const plain = await open({ ...desktop, javaScriptEnabled: false });
  await plain.open('rules/file?path=rooms.yaml');
  const area = plain.page.getByLabel(/Nothing changes until you publish it/);
  const before = await area.inputValue();
  await area.fill(before.replace('when:', 'whne:'));
  await plain.press('Check');
  await plain.page.getByRole('heading', { name: /^1 mistake to mend/ }).waitFor();
  assert.match(await area.inputValue(), /whne:/, 'the text stays');
  await area.fill(before.replace('The house is a maze.', 'Written without JavaScript.'));
  await plain.press('Publish');
  await plain.page.getByText(/^Published\./).first().waitFor();
  assert.match(onDisk('rooms.yaml'), /Written without JavaScript\./);
  assert.ok(!onDisk('rooms.yaml').includes('\r'), 'line ends are as they were');
  await plain.open('rules');
  const rule = plain.page.locator('article.rule-card', { hasText: 'where-is-the-room' });
  await rule.getByRole('button', { name: 'Shadow' }).click();
  await plain.page.locator('article.rule-card', { hasText: 'where-is-the-room' }).locator('.mode.shadow').waitFor();
  assert.deepEqual(plain.problems, []);
  await plain.page.context().close();
});

assert.deepEqual(room.problems, [], 'the console is clean');
await browser.close();
console.log(steps.failed === 0 ? 'ok      the Rules page' : `${steps.failed} steps of the Rules page failed`);
process.exit(steps.failed === 0 ? 0 : 1);
