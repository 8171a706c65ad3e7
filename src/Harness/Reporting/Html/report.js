const data = JSON.parse(document.getElementById('data').textContent);
const states = data.states.map(s => s.word);
const unexpected = ['error', 'fail', 'inconclusive'];
const perGroup = 200;
const levels = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'RECOMMENDED', 'OUGHT', 'MAY', 'OPTIONAL', 'PROSE'];
let parsed = null;

const cases = data.cases.map(([id, state, requirement, summary, file, line, results]) => ({
  id, state: states[state], requirement: data.requirements[requirement], summary: data.texts[summary], file, line,
  group: id.startsWith('lint/') ? 'lint' : id.slice(0, id.lastIndexOf('/')), name: id.slice(id.lastIndexOf('/') + 1),
  results: results.map(([delivery, s, expected, observed, notes, because, took, detail]) => ({
    delivery, state: states[s], expected: data.texts[expected], observed: data.texts[observed], notes: (notes || []).map(n => data.texts[n]),
    because: because === null ? null : data.texts[because], took, detail,
  })),
}));
const byId = new Map(cases.map(c => [c.id, c]));
const form = document.getElementById('filters');
const text = document.getElementById('text');
const level = document.getElementById('level');
const section = document.getElementById('section');
const panes = document.getElementById('panes');
const page = document.getElementById('page');
const groups = document.getElementById('groups');
const opened = new Map();
let shown = [];

function detailOf(result) {
  if (result.detail < 0) return null;
  parsed ??= JSON.parse(document.getElementById('details').textContent);
  return parsed[result.detail];
}

function worst(of) { return of.results.find(r => r.state === of.state) || of.results[0]; }

function reference(r) { return `${r.spec} §${r.section}`; }

function haystack(of) {
  return of.words ??= [of.id, of.summary, of.requirement.id, reference(of.requirement), of.requirement.text,
    ...of.results.flatMap(r => [r.expected, r.observed, ...r.notes, r.because || ''])].join('\n').toLowerCase();
}

function fillSelects() {
  const has = new Set(cases.map(c => c.requirement.level));
  for (const l of levels.filter(l => has.has(l))) level.append(make('option', { value: l }, l));
  const sections = new Map();
  for (const c of cases) {
    if (!sections.has(c.requirement.spec)) sections.set(c.requirement.spec, new Map());
    const within = sections.get(c.requirement.spec);
    within.set(c.requirement.section, (within.get(c.requirement.section) || 0) + 1);
  }
  const collate = new Intl.Collator('en', { numeric: true }).compare;
  for (const [spec, within] of [...sections].sort((a, b) => collate(a[0], b[0]))) {
    const group = make('optgroup', { label: spec });
    for (const [name, count] of [...within].sort((a, b) => collate(a[0], b[0]))) group.append(make('option', { value: `${spec} §${name}` }, `§${name} (${count})`));
    section.append(group);
  }
}

function filter() {
  const chosen = new Set([...form.querySelectorAll('input[name=state]:checked')].map(i => i.value));
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = cases.filter(c => (chosen.size === 0 || chosen.has(c.state)) && (!level.value || c.requirement.level === level.value)
    && (!section.value || reference(c.requirement) === section.value) && words.every(w => haystack(c).includes(w)));
  const narrow = chosen.size > 0 || words.length > 0 || level.value || section.value;
  document.getElementById('said').textContent = narrow ? `${shown.length.toLocaleString('en')} of ${plural(cases.length, 'case')}` : plural(cases.length, 'case');
  drawGroups(Boolean(narrow));
}

function drawGroups(narrow) {
  const all = new Map();
  for (const c of shown) {
    if (!all.has(c.group)) all.set(c.group, []);
    all.get(c.group).push(c);
  }
  let budget = 400;
  groups.replaceChildren(...[...all].map(([name, members]) => {
    const wants = opened.get(name) ?? ((narrow || members.some(c => unexpected.includes(c.state))) && budget > 0);
    if (wants) budget -= members.length;
    return drawGroup(name, members, wants);
  }));
  if (all.size === 0) groups.append(make('p', {}, 'No case is left. “Show all” takes the filters away.'));
}

function drawGroup(name, members, isOpen) {
  const id = `g-${name.replace(/[^a-z0-9]/gi, '-')}`;
  const list = make('ul', { id, hidden: !isOpen });
  const counts = states.map(s => [s, members.filter(c => c.state === s).length]).filter(([, n]) => n > 0);
  const button = make('button', { type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': id, onclick: () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    opened.set(name, open);
    button.setAttribute('aria-expanded', String(open));
    if (open && !list.firstChild) fill(list, members, perGroup);
    list.hidden = !open;
  } }, make('span', { class: 'name' }, name), make('span', { class: 'counts' }, counts.map(([s, n]) => make('span', { class: `s-${s}` }, `${n.toLocaleString('en')} ${s}`))));
  if (isOpen) fill(list, members, perGroup);
  return make('section', { class: 'file' }, make('h2', {}, button), list);
}

function fill(list, members, most) {
  const current = decodeURIComponent(location.hash.slice(1)).split('@')[0];
  list.replaceChildren(...members.slice(0, most).map(c => make('li', {}, row(c, current))));
  if (members.length > most) {
    list.append(make('li', {}, make('button', { type: 'button', class: 'plain-button more', onclick: () => {
      fill(list, members, members.length);
      list.children[most].querySelector('a').focus();
    } }, `Show the other ${(members.length - most).toLocaleString('en')}`)));
  }
}

function row(c, current) {
  const result = worst(c);
  const seen = c.state === 'pass' ? null : make('span', { class: 'seen' }, c.state === 'known' || c.state === 'flaky' ? result.because : result.observed || result.notes[0] || '');
  return make('a', { class: 'case', href: `#${encodeURIComponent(c.id)}`, 'aria-current': c.id === current ? 'true' : null },
    mark(c.state), make('strong', {}, c.name), make('span', { class: 'where' }, `${reference(c.requirement)} ${c.requirement.level}`), seen);
}

function link(url, words) { return make('a', { href: url, rel: 'noreferrer' }, words); }

function withLinks(words) {
  return words.split(/(https?:\/\/[^\s<>]+)/).map((part, i) => i % 2 ? link(part, part) : part);
}

function route() {
  const hash = decodeURIComponent(location.hash.slice(1));
  const at = hash.lastIndexOf('@');
  const found = byId.get(hash) || byId.get(hash.slice(0, at));
  panes.classList.toggle('open', Boolean(found));
  page.hidden = !found;
  for (const a of groups.querySelectorAll('.case')) {
    if (found && a.getAttribute('href') === `#${encodeURIComponent(found.id)}`) a.setAttribute('aria-current', 'true');
    else a.removeAttribute('aria-current');
  }
  if (!found) return;
  const wanted = byId.has(hash) ? null : hash.slice(at + 1);
  drawPage(found, found.results.find(r => r.delivery === wanted) || worst(found));
  page.focus({ preventScroll: true });
  page.scrollIntoView({ block: 'start', behavior: 'instant' });
}

function drawPage(c, result) {
  const r = c.requirement;
  document.title = `${c.id} – conform`;
  page.setAttribute('aria-label', c.id);
  page.replaceChildren(...[
    make('div', { class: 'crumbs no-print' }, make('a', { class: 'plain-button back', href: '#cases', onclick: leave }, '← All cases')),
    make('h2', {}, mark(c.state), make('span', {}, c.id)),
    make('p', { class: 'lead' }, c.summary),
    make('section', { class: 'ask', 'aria-label': 'Requirement' },
      make('span', {}, r.url ? link(r.url, reference(r)) : reference(r), ' ', make('span', { class: 'level' }, r.level), ' ', make('code', { class: 'small' }, r.id)),
      make('p', {}, r.text)),
    deliveries(c, result), verdict(c, result), ...exchange(c, result), turn(c)].filter(Boolean));
}

function deliveries(c, result) {
  if (c.results.length < 2) return null;
  return make('div', { class: 'deliveries', role: 'group', 'aria-label': 'Delivery' }, c.results.map(r => make('button', {
    type: 'button', class: 'plain-button', 'aria-pressed': String(r === result), onclick: () => {
      history.replaceState(null, '', `#${encodeURIComponent(`${c.id}@${r.delivery}`)}`);
      drawPage(c, r);
      page.querySelector('.deliveries [aria-pressed=true]').focus();
    },
  }, mark(r.state), r.delivery)));
}

function verdict(c, result) {
  const meaning = data.states.find(s => s.word === result.state).meaning;
  const good = result.state === 'pass' || result.state === 'lenient';
  const detail = detailOf(result);
  const pairs = [['outcome', `${result.state}: ${meaning}`], ['expected', make('code', {}, result.expected)],
    ['observed', result.observed ? make('code', { class: good ? 'good' : ['fail', 'known', 'below', 'error'].includes(result.state) ? 'bad' : '' }, result.observed) : 'nothing']];
  if (result.because) pairs.push(['known as', withLinks(result.because)]);
  for (const note of result.notes) pairs.push(['note', note]);
  if (detail && detail.mutation) pairs.push(['mutation', detail.mutation]);
  if (detail && detail.seen) pairs.push(['first seen in', detail.seen]);
  pairs.push(['case file', make('code', {}, `${c.file}:${c.line}`)]);
  if (c.results.length === 1 && result.delivery !== '-') pairs.push(['delivery', result.delivery]);
  return make('dl', { class: 'said-so' }, pairs.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

function octets(lines) {
  const box = make('div', { class: 'octets' });
  const names = { s: 'sent', h: 'head', c: 'content', p: 'program' };
  for (let i = 0; i < lines.length;) {
    const kind = lines[i][0];
    if (!names[kind]) {
      box.append(make('div', { class: kind }, lines[i++][1]));
      continue;
    }
    const run = [];
    while (i < lines.length && lines[i][0] === kind) run.push(lines[i++][1]);
    box.append(make('pre', { class: kind, tabIndex: 0, role: 'region', 'aria-label': kind === 'p' ? 'the program' : `octets of ${kind === 's' ? 'what was sent' : `a response's ${names[kind]}`}` },
      make('span', { class: 'kind', 'aria-hidden': 'true' }, names[kind]), run.join('\n')));
  }
  return box;
}

function times(moments) {
  const last = Math.max(...moments.map(m => m[0]), 0.01);
  const many = new Set(moments.map(m => m[1])).size > 1;
  return make('table', { class: 'times' }, make('caption', { class: 'hidden' }, 'What happened when'),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col', class: 'at' }, 'after'), many && make('th', { scope: 'col' }, 'on'), make('th', { scope: 'col' }, 'what'), make('th', { class: 'track', scope: 'col' }, make('span', { class: 'hidden' }, 'place in the whole')))),
    make('tbody', {}, moments.map(([at, channel, kind, words]) => {
      const dot = make('i', { 'aria-hidden': 'true' });
      dot.style.marginLeft = `calc((100% - .4rem) * ${Math.min(1, at / last)})`;
      dot.style.width = '.4rem';
      return make('tr', { class: `k-${kind}` }, make('td', { class: 'at' }, at < 1000 ? `${at.toFixed(1)} ms` : `${(at / 1000).toFixed(2)} s`),
        many && make('td', {}, channel < 0 ? `call ${-channel}` : channel === 0 ? '' : String(channel)), make('td', {}, words), make('td', { class: 'track' }, dot));
    })));
}

function command(label, words) {
  const said = make('span', { class: 'hidden', role: 'status' });
  return make('div', { class: 'again' }, make('pre', { tabIndex: 0, role: 'region', 'aria-label': label }, words),
    navigator.clipboard && make('button', { type: 'button', class: 'plain-button', onclick: async e => {
      await navigator.clipboard.writeText(words);
      e.target.textContent = 'Copied';
      said.textContent = 'copied';
    } }, 'Copy'), said);
}

function exchange(c, result) {
  const detail = detailOf(result);
  const quoted = /^[\w./-]+$/.test(c.id) ? c.id : `'${c.id}'`;
  const again = detail ? detail.again : data.again.replace('CASE', () => quoted).replace('DELIVERY', () => result.delivery);
  const parts = [];
  if (detail) {
    parts.push(make('h3', {}, 'Exchange'), octets(detail.x));
    if (detail.control) parts.push(make('details', {}, make('summary', {}, 'The control: the same request without the fault'), octets(detail.control)));
    if (detail.reference) parts.push(make('details', {}, make('summary', {}, 'The same conversation with the reference server'), octets(detail.reference)));
    parts.push(make('h3', {}, 'Time line'), times(detail.t));
    const facts = [detail.began && `began ${detail.began}`, detail.local && `from ${detail.local}`].filter(Boolean).join(', ');
    if (facts) parts.push(make('p', { class: 'small' }, facts));
  } else {
    parts.push(make('h3', {}, 'Exchange'), make('p', {}, result.notes.length > 0 && result.observed === '' ? 'Nothing was sent.' : 'It is left out of this page, to keep it small. The record of the run has it.'));
  }
  parts.push(make('h3', {}, 'Again'), command('The command that shows it again', again));
  if (detail && detail.raw) parts.push(make('p', { class: 'small' }, 'Or without conform:'), command('The octets by hand', detail.raw));
  return parts;
}

function turn(c) {
  const at = shown.indexOf(c);
  const to = (other, words) => other && make('a', { class: 'plain-button', href: `#${encodeURIComponent(other.id)}` }, words);
  return make('nav', { class: 'turn no-print', 'aria-label': 'Neighbours in the list' }, to(shown[at - 1], '← Previous'), to(at >= 0 && shown[at + 1], 'Next →'));
}

function leave(e) {
  if (e) e.preventDefault();
  const id = location.hash;
  history.pushState(null, '', location.pathname + location.search);
  route();
  const back = [...groups.querySelectorAll('.case')].find(a => a.getAttribute('href') === id.split('%40')[0]);
  (back || document.getElementById('cases')).focus();
}

groups.addEventListener('keydown', e => {
  const rows = [...groups.querySelectorAll('ul:not([hidden]) .case')];
  const at = rows.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[e.key];
  if (at < 0 || to === undefined || !rows[to]) return;
  e.preventDefault();
  rows[to].focus();
});
document.addEventListener('keydown', e => { if (e.key === 'Escape' && !page.hidden) leave(e); });
form.addEventListener('submit', e => e.preventDefault());
form.addEventListener('reset', () => setTimeout(() => { opened.clear(); filter(); }));
// The text is followed as it is typed; when it loses the focus to a click, the list must not change under that click.
form.addEventListener('change', e => { if (e.target !== text) { opened.clear(); filter(); } });
text.addEventListener('input', soon(() => { opened.clear(); filter(); }));
addEventListener('hashchange', route);

fillSelects();
for (const box of form.querySelectorAll('input[name=state]')) box.checked = unexpected.includes(box.value);
filter();
route();
