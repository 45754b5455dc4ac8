// The editor's comfort: line numbers, mistakes as one types, proofs without leaving, and nothing written gets lost.
// Without it the buttons do the same by loading the page anew.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId('editor');
  if (!form) return;
  const area = byId('text');
  const lines = byId('lines');
  const status = byId('status');
  const problem = byId('problem');
  const draftKey = `flockmate ${form.cohort.value} ${form.path.value}`;
  let published = area.defaultValue;  // the text of which `version` is the version
  const isChanged = () => area.value !== published;

  // --- line numbers, and a mark beside each line with a mistake

  let marks = new Map(JSON.parse(lines.dataset.marks || '[]').map((mark) => [mark.line, mark.error]));
  const number = () => {
    const count = area.value.split('\n').length;
    while (lines.children.length > count) lines.lastElementChild.remove();
    while (lines.children.length < count) {
      lines.append(Object.assign(document.createElement('span'), { textContent: lines.children.length + 1 }));
    }
    [...lines.children].forEach((line, at) => {
      const error = marks.get(at + 1);
      line.className = error === undefined ? '' : error ? 'mistake' : 'hint';
    });
    lines.scrollTop = area.scrollTop;
  };
  area.addEventListener('scroll', () => { lines.scrollTop = area.scrollTop; });

  // Columns count characters, as people do; the text area counts in UTF-16.
  const goTo = (line, column = 1) => {
    const before = area.value.split('\n').slice(0, line - 1).reduce((sum, words) => sum + words.length + 1, 0);
    const words = area.value.split('\n')[line - 1] || '';
    const at = before + [...words].slice(0, column - 1).join('').length;
    area.focus();
    area.setSelectionRange(at, at);
    const height = parseFloat(getComputedStyle(area).lineHeight);
    area.scrollTop = Math.max(0, (line - 5) * height);
    area.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-line]');
    if (!link) return;
    event.preventDefault();
    goTo(Number(link.dataset.line), Number(link.dataset.column));
  });

  // --- asking

  const showPart = (id, html) => {
    if (html === undefined) return;
    byId(id).innerHTML = html;  // rendered by the page's own templates, every text escaped
    byId(id).hidden = false;
  };

  const show = (answer) => {
    showPart('findings', answer.findings);
    showPart('proof', answer.proof);
    showPart('versions', answer.versions);
    if (answer.findings !== undefined) marks = new Map(answer.marks.map((mark) => [mark.line, mark.error]));
    status.textContent = answer.said;
    number();
  };

  const complain = (words) => {
    problem.textContent = words;
    problem.hidden = words === '';
  };

  const send = (action, fields) => fetch(action, { method: 'POST', body: fields, headers: { 'X-Flockmate': 'page' } });

  // The session may be a new one (Flockmate was started again, or somebody logged in elsewhere): its token stands on
  // every page.
  const renewToken = async () => {
    const place = new URLSearchParams({ cohort: form.cohort.value, path: form.path.value });
    const page = await fetch('/rules/file?' + place);
    const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('#editor [name=token]');
    if (!token) return false;
    form.token.value = token.value;
    return true;
  };

  const ask = async (action, button) => {
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    let answer = await send(action, fields);
    if (answer.status === 403 && await renewToken()) {
      fields.set('token', form.token.value);
      answer = await send(action, fields);
    }
    const said = await answer.json();
    if (answer.status === 401) said.error = 'You are not logged in any more. Log in on another page of Flockmate, then press the button again: your text stays here.';
    return { ok: answer.ok, said, text: fields.get('text').replaceAll('\r\n', '\n') };
  };

  let busy = false;
  const press = async (action, button) => {
    if (busy) return;
    busy = true;
    status.textContent = 'One moment…';
    try {
      const { ok, said, text } = await ask(action, button);
      complain(ok ? '' : said.error);
      if (!ok) status.textContent = '';
      if (ok) {
        if (said.version) {
          byId('version').value = said.version;
          published = text;
          keepDraft();
        }
        show(said);
        if (action !== '/rules/check') byId('proof').scrollIntoView({ block: 'nearest' });
      }
    } catch {
      status.textContent = '';
      complain('Flockmate did not answer. Is it still running? Your text stays here.');
    } finally {
      busy = false;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter;
    press((button && button.getAttribute('formaction')) || form.getAttribute('action'), button);
  });

  // --- while one types: one question at a time, the newest text last

  let asking = false;
  let stale = false;
  const checkNow = async () => {
    if (asking || busy) {
      stale = true;
      return;
    }
    asking = true;
    stale = false;
    try {
      const { ok, said, text } = await ask('/rules/check');
      if (ok && text === area.value) show(said);
    } catch {
      // the next button will tell
    } finally {
      asking = false;
      if (stale) later();
    }
  };
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(checkNow, 500);
  };

  // --- nothing gets lost

  const keepDraft = () => {
    try {
      if (isChanged()) localStorage.setItem(draftKey, JSON.stringify({ text: area.value, version: byId('version').value, at: Date.now() }));
      else localStorage.removeItem(draftKey);
    } catch {
      // no storage: the browser's question before leaving has to do
    }
  };

  const readDraft = () => {
    try {
      return JSON.parse(localStorage.getItem(draftKey));
    } catch {
      return null;
    }
  };

  const offerDraft = () => {
    const draft = readDraft();
    if (!draft || typeof draft.text !== 'string' || draft.text === area.value) return;
    const moved = draft.version !== byId('version').value;
    byId('draft-words').textContent = `On ${new Date(draft.at).toLocaleString()} you wrote something here and did not publish it.` +
      (moved ? ' The file has been changed since; when you publish, you will see both.' : '');
    byId('draft').hidden = false;
    byId('draft-back').addEventListener('click', () => {
      area.value = draft.text;
      byId('version').value = draft.version;
      byId('draft').hidden = true;
      number();
      area.focus();
      checkNow();
    });
    byId('draft-away').addEventListener('click', () => {
      localStorage.removeItem(draftKey);
      byId('draft').hidden = true;
      area.focus();
    });
  };

  addEventListener('beforeunload', (event) => { if (isChanged()) event.preventDefault(); });

  document.addEventListener('click', (event) => {
    if (!event.target.closest('#take-theirs')) return;
    published = area.value;  // dropped on purpose
    keepDraft();
  });

  area.addEventListener('input', () => {
    number();
    keepDraft();
    later();
  });

  // A new line begins where the last one began: what belongs together stays in one column.
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return byId('check').click();
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing) return;
    const line = area.value.slice(0, area.selectionStart).split('\n').pop();
    const [indent] = /^ */.exec(line);
    if (indent === '') return;
    event.preventDefault();
    document.execCommand('insertText', false, '\n' + indent);  // the one way that undo knows
  });

  form.classList.add('live');
  number();
  offerDraft();
  const line = Number(new URLSearchParams(location.search).get('line'));
  if (line > 0) goTo(line);
})();
