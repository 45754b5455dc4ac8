// Makes the page live. Without it everything works too, with plain forms and reloading.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const live = [...document.querySelectorAll('[data-live]')];
  if (live.length === 0) return;

  // --- taking over what the server renders anew

  // Somebody is writing in there: it must not be taken away.
  const isBusy = (element) =>
    [...element.querySelectorAll('textarea, input:not([type=hidden])')].some(
      (field) => field === document.activeElement || field.value !== field.defaultValue);

  const keepOpen = (old, next) => {
    for (const details of old.querySelectorAll('details[id][open]')) {
      const twin = next.querySelector('#' + CSS.escape(details.id));
      if (twin) twin.open = true;
    }
  };

  const replace = (old, next) => {
    keepOpen(old, next);
    followVoice(next);
    if (old.isEqualNode(next) || isBusy(old)) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.replaceWith(next);
    if (focused && byId(focused)) byId(focused).focus();
  };

  // Children are told apart by their ids: only what changed is touched, so that focus, open parts and drafts stay.
  const merge = (old, next, fresh) => {
    if (!next.hasAttribute('data-keyed')) return replace(old, next);
    const wanted = new Set([...next.children].map((child) => child.id));
    for (const child of [...old.children]) if (!wanted.has(child.id)) child.remove();
    let place = old.firstElementChild;
    for (const child of [...next.children]) {
      const known = child.id && [...old.children].find((other) => other.id === child.id);
      if (!known) {
        followVoice(child);
        old.insertBefore(child, place);
        fresh.push(child);
        continue;
      }
      if (known === place) place = place.nextElementSibling;
      else old.insertBefore(known, place);
      merge(known, child, fresh);
    }
  };

  const announce = (fresh) => {
    const posts = fresh.flatMap((part) => (part.matches('article') ? [part] : [...part.querySelectorAll('article')]));
    for (const post of posts) post.classList.add('fresh');
    const words = posts.map((post) => `${post.dataset.speaker}: ${post.querySelector('.words').textContent}`);
    if (words.length > 0) byId('announce').textContent = words.join('. ');
  };

  const takeOver = (page) => {
    const fresh = [];
    for (const part of document.querySelectorAll('[data-live]')) {
      const next = page.getElementById(part.id);
      if (next) merge(part, document.importNode(next, true), fresh);
    }
    const voices = page.getElementById('voice');
    if (voices && voice) {
      const chosen = voice.value;
      voice.replaceChildren(...document.importNode(voices, true).children);
      voice.value = chosen;
      if (voice.selectedIndex < 0) voice.selectedIndex = 0;
    }
    announce(fresh);
  };

  let running = null;
  let again = false;
  const refresh = () => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin' });
        if (answer.redirected && new URL(answer.url).pathname === '/login') return location.assign('/login');
        if (answer.ok) takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      } while (again);
    })().catch(() => {}).finally(() => { running = null; });
    return running;
  };

  // --- speaking

  const box = byId('say');
  const voice = byId('voice');
  const name = byId('name');

  // Boosts are made by whoever is chosen in the box.
  function followVoice(part) {
    if (!voice) return;
    for (const field of part.querySelectorAll('[data-follow-voice]')) {
      field.value = voice.value;
      field.setAttribute('value', voice.value);
    }
  }
  if (voice) voice.addEventListener('change', () => followVoice(document));

  const answerTo = (id, words) => {
    byId('in-reply-to').value = id;
    byId('replying').hidden = id === '';
    byId('replying-words').textContent = words;
  };

  // What was done, where that is worth a word, and the way to it.
  const thank = (words, link) => {
    const told = byId('told');
    if (!told) return;
    told.replaceChildren(words || '');
    if (link) {
      const way = Object.assign(document.createElement('a'), { href: link, textContent: 'Open the test' });
      told.append(' ', way);
    }
    told.hidden = !words;
    if (words) told.scrollIntoView({ block: 'nearest' });
  };

  const tell = (words) => {
    const problem = byId('problem');
    problem.textContent = words;
    problem.hidden = words === '';
  };

  const done = async (form, place) => {
    if (form === box) {
      byId('text').value = '';
      name.value = '';
      answerTo('', '');
    } else if (form.closest('details.edit')) {
      form.reset();
      form.closest('details.edit').open = false;
    }
    await refresh();
    const speaker = new URL(place, location.href).searchParams.get('as');
    if (form === box && speaker && voice.querySelector(`option[value="${CSS.escape(speaker)}"]`)) {
      voice.value = speaker;
      followVoice(document);
    }
  };

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    const button = event.submitter;
    const action = (button && button.getAttribute('formaction')) || form.getAttribute('action');
    if (action === '/logout' || form.matches('[data-plain]')) return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    if (form.matches('.draft-item')) form.querySelectorAll('textarea').forEach((area) => { area.defaultValue = area.value; });
    try {
      const answer = await fetch(action, { method: 'POST', body: fields, headers: { 'X-Flockmate': 'page' } });
      const said = await answer.json();
      tell(answer.ok ? '' : said.error);
      thank(said.told, said.link);
      if (answer.ok) await done(form, said.place);
    } catch {
      tell('Flockmate did not answer. Is it still running?');
    }
  });

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-reply], #not-replying');
    if (!link || !box || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    answerTo(link.dataset.reply || '', link.dataset.reply ? `Answering ${link.dataset.name}` : '');
    box.scrollIntoView({ block: 'nearest' });
    byId('text').focus();
  });

  // The old way first: it works without TLS, and it is over before another tab takes the focus. Where neither way is allowed
  // the words stay marked, for their reader to copy.
  const copy = async (words) => {
    words.select();
    try {
      if (!document.execCommand('copy')) await navigator.clipboard.writeText(words.value);
    } catch {
      return false;
    }
    words.blur();  // what somebody writes in is not made new
    return true;
  };

  // The words go along, as they stand in the draft now: in the link where the network takes them, and to be pasted.
  document.addEventListener('click', async (event) => {
    const way = event.target.closest('a[data-words]');
    if (!way) return;
    const words = byId(way.dataset.words);
    if (way.matches('[data-carries]')) {
      const link = new URL(way.href);
      link.searchParams.set('text', words.value);
      way.href = link;
    }
    const there = await copy(words) || way.matches('[data-carries]');
    tell(there ? '' : 'Your browser did not copy the words. They are marked: copy them yourself, then paste them into your answer.');
  });

  if (box) {
    byId('text').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) box.requestSubmit();
    });
  }

  // --- hearing

  // A calm page is asked for less often than posts come.
  if (!document.querySelector('[data-calm]')) {
    const events = new EventSource('/events');
    events.addEventListener('changed', refresh);
    let opened = false;
    events.addEventListener('open', () => {
      if (opened) refresh();  // it was gone for a while
      opened = true;
    });
  }
  setInterval(() => { if (!document.hidden) refresh(); }, 30000);  // ages and the clock
})();
