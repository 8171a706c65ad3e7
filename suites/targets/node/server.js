'use strict';
const http = require('http');

const hello = Buffer.from('<h1>Hello, web!</h1>');
const fixed = Buffer.from('A fixed representation: it has a tag and a date.\n');
const tag = '"conform-1"';
const modified = 'Tue, 01 Jul 2025 12:00:00 GMT';
const hex = text => Buffer.from(text, 'latin1').toString('hex');

// The names and the folding of CGI, so that this report compares with those of other servers.
function environ(req, path, query) {
  const env = { REQUEST_METHOD: req.method, PATH_INFO: path, QUERY_STRING: query, SERVER_PROTOCOL: 'HTTP/' + req.httpVersion };
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    if (req.rawHeaders[i].includes('_')) continue; // folded, it would pass for the name with a hyphen
    const name = req.rawHeaders[i].toUpperCase().replace(/-/g, '_');
    const key = name === 'CONTENT_LENGTH' || name === 'CONTENT_TYPE' ? name : 'HTTP_' + name;
    const value = req.rawHeaders[i + 1];
    env[key] = key in env ? env[key] + (key === 'HTTP_COOKIE' ? '; ' : ',') + value : value;
  }
  return env;
}

function report(req, path, query, content) {
  const env = environ(req, path, query), told = {};
  for (const key of Object.keys(env).sort()) told[key] = { t: 'string', v: hex(env[key]) };
  return Buffer.from(JSON.stringify({ content: { hex: content.toString('hex'), length: content.length }, env: told }));
}

function send(res, status, fields, content) {
  res.writeHead(status, { 'Content-Length': content.length, ...fields });
  res.end(content);
}

function fixedOnly(req, res, type, content, fields) {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    return send(res, 405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain' }, Buffer.from('only GET and HEAD\n'));
  }
  send(res, 200, { 'Content-Type': type, ...fields }, content);
}

function matches(field, weakly) {
  return field.trim() === '*' || [...field.matchAll(/(W\/)?("[^"]*")/g)].some(one => one[2] === tag && (weakly || !one[1]));
}

// Milliseconds since 1970 of an HTTP-date in one of its three forms; NaN of anything else.
function moment(field) {
  const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)', clock = '(\\d\\d):(\\d\\d):(\\d\\d)';
  const fixdate = new RegExp(`^${day}, (\\d\\d) (\\w{3}) (\\d{4}) ${clock} GMT$`).exec(field);
  const rfc850 = new RegExp(`^\\w+day, (\\d\\d)-(\\w{3})-(\\d\\d) ${clock} GMT$`).exec(field);
  const asctime = new RegExp(`^${day} (\\w{3}) ([ \\d]\\d) ${clock} (\\d{4})$`).exec(field);
  const found = fixdate || rfc850 || (asctime && [0, asctime[2], asctime[1], asctime[6], ...asctime.slice(3, 6)]);
  if (!found) return NaN;
  const year = found[3].length > 2 ? +found[3] : 2000 + +found[3] > new Date().getFullYear() + 50 ? 1900 + +found[3] : 2000 + +found[3];
  const month = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(found[2]) / 3;
  const time = Date.UTC(year, month, +found[1], +found[4], +found[5], +found[6]);
  return new Date(time).getUTCDate() === +found[1] || +found[6] === 60 ? time : NaN;
}

// In the order of RFC 9110 section 13.2.2. Two lines of a date come as the first of them alone; node says nothing of the other.
function condition(fields) {
  const match = fields['if-match'], none = fields['if-none-match'], now = Date.parse(modified);
  if (match !== undefined ? !matches(match, false) : moment(fields['if-unmodified-since']) < now) return 412;
  return (none !== undefined ? matches(none, true) : moment(fields['if-modified-since']) >= now) ? 304 : 200;
}

function answer(req, res, content) {
  const target = req.url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const mark = target.indexOf('?');
  const raw = mark < 0 ? target : target.slice(0, mark);
  const path = raw.replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
  switch (path) {
    case '/': return fixedOnly(req, res, 'text/html', hello, {});
    case '/echo': return send(res, 200, { 'Content-Type': 'application/octet-stream' }, content);
    case '/static': {
      const validators = { ETag: tag, 'Last-Modified': modified };
      const status = req.method === 'GET' || req.method === 'HEAD' ? condition(req.headers) : 200;
      if (status === 412) return send(res, 412, { 'Content-Type': 'text/plain' }, Buffer.from('precondition failed\n'));
      if (status === 304) {
        res.writeHead(304, validators);
        return res.end();
      }
      return fixedOnly(req, res, 'text/plain', fixed, validators);
    }
    case '/stream':
      res.writeHead(200, { 'Content-Type': 'text/plain' });
      for (const block of ['one\n', 'two\n', 'three\n']) res.write(block);
      return res.end();
    default:
      return send(res, 200, { 'Content-Type': 'application/json' }, report(req, path, mark < 0 ? '' : target.slice(mark + 1), content));
  }
}

http.createServer((req, res) => {
  const pieces = [];
  req.on('data', piece => pieces.push(piece));
  req.on('end', () => answer(req, res, Buffer.concat(pieces)));
}).listen(+process.argv[2], '127.0.0.1');
