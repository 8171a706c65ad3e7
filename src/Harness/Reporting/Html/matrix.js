const data = JSON.parse(document.getElementById('data').textContent);
const perGroup = 150;
const which = document.getElementById('which');
const text = document.getElementById('text');
const groups = document.getElementById('groups');
const rows = data.rows.map(([id, differs, cells]) => ({
  id, differs, group: id.slice(0, id.lastIndexOf('/')), name: id.slice(id.lastIndexOf('/') + 1),
  cells: cells.map(c => c && { word: c[0], seen: data.texts[c[1]] }),
}));

function wanted(row) {
  if (which.value === 'f') return row.cells.some(c => c && c.word === 'fail');
  return which.value === '' || (row.differs & Number(which.value)) !== 0;
}

function haystack(row) { return row.words ??= [row.id, ...row.cells.map((c, i) => c ? `${data.servers[i]} ${c.word} ${c.seen}` : '')].join('\n').toLowerCase(); }

function draw() {
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter(r => wanted(r) && words.every(w => haystack(r).includes(w)));
  document.getElementById('said').textContent = `${shown.length.toLocaleString('en')} of ${plural(rows.length, 'case')}`;
  const all = new Map();
  for (const r of shown) {
    if (!all.has(r.group)) all.set(r.group, []);
    all.get(r.group).push(r);
  }
  let budget = 250;
  groups.replaceChildren(...[...all].map(([name, members]) => {
    const open = budget > 0;
    if (open) budget -= members.length;
    return group(name, members, open);
  }));
  if (all.size === 0) groups.append(make('p', {}, 'No case is left.'));
}

function group(name, members, isOpen) {
  const id = `g-${name.replace(/[^a-z0-9]/gi, '-')}`;
  const box = make('div', { class: 'wide', id, hidden: !isOpen, tabIndex: 0, role: 'region', 'aria-label': name });
  const button = make('button', { type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': id, onclick: () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    if (open && !box.firstChild) fill(box, members, perGroup);
    box.hidden = !open;
  } }, make('span', {}, name), make('span', { class: 'count' }, plural(members.length, 'case')));
  if (isOpen) fill(box, members, perGroup);
  return make('section', { class: 'file' }, make('h3', {}, button), box);
}

function fill(box, members, most) {
  box.replaceChildren(make('table', { class: 'grid' },
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'case'), data.servers.map(s => make('th', { scope: 'col' }, s)))),
    make('tbody', {}, members.slice(0, most).map(line))));
  if (members.length > most) box.append(make('button', { type: 'button', class: 'plain-button', onclick: () => fill(box, members, members.length) }, `Show the other ${(members.length - most).toLocaleString('en')}`));
}

function cell(c) {
  if (!c) return mark('none');
  const shown = mark(c.word);
  shown.title = c.seen ? `${c.word}: ${c.seen}` : c.word;
  return shown;
}

function line(row) {
  const button = make('button', { type: 'button', 'aria-expanded': 'false', onclick: () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    if (open) tr.after(what(row));
    else tr.nextElementSibling.remove();
  } }, row.name);
  const tr = make('tr', {}, make('th', { scope: 'row' }, button), row.cells.map(c => make('td', {}, cell(c))));
  return tr;
}

function what(row) {
  const said = make('td', {});
  said.colSpan = data.servers.length + 1;
  said.append(make('dl', {}, row.cells.flatMap((c, i) => c ? [make('dt', {}, mark(c.word), data.servers[i]), make('dd', {}, c.seen || c.word)] : [])));
  return make('tr', { class: 'what' }, said);
}

document.getElementById('filters').addEventListener('submit', e => e.preventDefault());
which.addEventListener('change', draw);
text.addEventListener('input', soon(draw));
draw();
