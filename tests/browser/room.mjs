// The practice page as a person uses it: what can be done there, and what is looked for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const openBrowser = (more = []) => chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  chromiumSandbox: process.getuid() !== 0,  // Chromium has none for root
  args: [...quiet, ...more],
});

export class Room {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.problems = [];
    page.setDefaultTimeout(60000);  // a condition is waited for, however slow the machine
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) this.problems.push(message.text()); });
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('request', (request) => { if (!request.url().startsWith(address)) this.problems.push(`asked ${request.url()}`); });
  }

  open(path = '') { return this.page.goto(this.address + path); }

  async say(text, { as, name = '', mention = false } = {}) {
    if (as) await this.page.getByLabel('Speak as').selectOption(as);
    await this.page.getByLabel('or under any name').fill(name);
    await this.page.getByLabel('mention @flockmate').setChecked(mention);
    await this.page.getByLabel('Your post', { exact: true }).fill(text);
    await this.page.getByRole('button', { name: 'Post', exact: true }).press('Enter');
    return this.post(text).waitFor();
  }

  // By some of its words; a person's posts or the bot's.
  post(words) { return this.page.locator('article:not(.by-bot)').filter({ has: this.page.locator('.words', { hasText: words }) }); }
  botSays(words) { return this.page.locator('article.by-bot').filter({ has: this.page.locator('.words', { hasText: words }) }); }
  botPosts() { return this.page.locator('article.by-bot').count(); }
  section(title) { return this.page.locator('aside section').filter({ has: this.page.getByRole('heading', { name: title }) }); }
  press(button) { return this.page.getByRole('button', { name: button, exact: true }).click(); }
  // Everything is decided when the queue is empty and two looks see the same.
  settle() { return this.page.waitForTimeout(700); }

  // The reasons beside a post, opened.
  async why(words) {
    const details = this.post(words).locator('details.why');
    await details.locator('summary').click();
    const text = await details.innerText();
    await details.locator('summary').click();
    return text;
  }

  async violations() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    return violations.map((found) => `${found.id}: ${found.help} at ${found.nodes.map((node) => node.target).join(', ')}`);
  }
}
