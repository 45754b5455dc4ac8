// What the judges share: the network in memory that they are shown, and scenes that are counted.
export const fake = JSON.parse(process.env.FAKE);
let passed = 0;
let failed = 0;

// Makes something happen there: what came of it.
export async function tell(what) {
  const response = await fetch(fake.control, { method: 'POST', body: JSON.stringify(what) });
  const outcome = await response.json();
  if (!response.ok) throw new Error(`${JSON.stringify(what)}: ${outcome.error}`);
  return outcome;
}

export async function scene(name, play) {
  let timer;
  const too_long = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('nothing came of it in 20 seconds')), 20_000);
  });
  try {
    await Promise.race([play(), too_long]);
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
  clearTimeout(timer);
}

export function verdict(judge) {
  console.log(`${judge}:`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

export async function until(happened) {
  for (;;) {
    const found = await happened();
    if (found) return found;
    await new Promise((go_on) => setTimeout(go_on, 20));
  }
}

// What a call fails with.
export async function failure(call) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

// Clients that tell of an expected end at length.
export async function quietly(deed) {
  const { error } = console;
  console.error = () => {};
  await deed();
  console.error = error;
}
