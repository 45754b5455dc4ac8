// The facilitators' page of a running service: the login before it. Usage: node facilitators.mjs ADDRESS FOLDER
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { openBrowser, Room } from './room.mjs';

const [address, pictures] = process.argv.slice(2);
const browser = await openBrowser();
const room = new Room(await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage(), address);
const { page } = room;
const logIn = async (password) => {
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
};

await room.open();
assert.ok(page.url().endsWith('/login'), 'nothing is shown before the login');
assert.deepEqual(await room.violations(), []);
await page.screenshot({ path: `${pictures}/phone-login.png`, fullPage: true });

room.problems.length = 0;
await logIn('sparrow');
await page.getByRole('alert').getByText('That is not the password.').waitFor();
assert.deepEqual(await room.violations(), []);
room.problems = room.problems.filter((problem) => !problem.includes('401'));  // which is what it should answer

await logIn('gentle heron');
await page.getByRole('heading', { name: 'For facilitators' }).waitFor();
assert.equal(await page.getByLabel('Your post').count(), 0, 'the timeline is for reading');
assert.deepEqual(await room.violations(), []);
await page.screenshot({ path: `${pictures}/phone-facilitators.png`, fullPage: true });

await page.getByRole('link', { name: 'Rules', exact: true }).click();
await page.getByRole('heading', { name: 'What Flockmate does with a post' }).waitFor();
assert.deepEqual(await room.violations(), []);

// Behind a web server with a public name of its own: that name is answered to, another is not.
const asked = (host) => new Promise((resolve, reject) => {
  request(address, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on('error', reject).end();
});
assert.deepEqual([await asked('flock.example.org'), await asked('other.example.org')], [303, 421]);

await room.press('Log out');
await page.getByLabel('Password').waitFor();
await room.open();
assert.ok(page.url().endsWith('/login'), 'logged out is logged out');
assert.deepEqual(room.problems, []);
await browser.close();
console.log("ok      the facilitators' page stands behind its password");
