// Keeps the page on this device, so that it opens without a network. publish/offline.mjs puts the files of a build in here, each
// with its checksum: a version is kept whole or not at all, and two are never mixed. What a person writes never comes here,
// except what another program shares with the page, which lies here until the page has taken it.

/** Each file of this version with its checksum. */
const FILES = {};
/** Changes with every file. */
const VERSION = '';

const PREFIX = 'article-annotator-';
const KEPT = `${PREFIX}${VERSION}`;
const SHARED = `${PREFIX}shared`;
const PAGE = './';

const address = (file) => new URL(file, self.registration.scope).href;

async function keep() {
  const cache = await caches.open(KEPT);
  try {
    const requests = Object.entries(FILES).map(
      // Only the page itself keeps its name from version to version: what the browser has of it may be old.
      ([file, integrity]) => new Request(address(file), { integrity, cache: file === PAGE ? 'no-cache' : 'default' }),
    );
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(KEPT);
    throw error;
  }
}

/** Forgets all versions but this one and the one before, which other tabs may still show. */
async function tidy() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== SHARED && name !== KEPT);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(request) {
  const url = new URL(request.url);
  const isPage = request.mode === 'navigate' && [address(PAGE), address('./index.html')].includes(url.origin + url.pathname);
  const kept = await (await caches.open(KEPT)).match(isPage ? address(PAGE) : request, { ignoreSearch: isPage });
  return kept ?? (await caches.match(request)) ?? fetch(request);
}

/** What another program shares: put aside for the page, which opens and takes it. It never leaves this device. */
async function receive(request) {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  const texts = ['title', 'text', 'url'].map((name) => form.get(name)).filter((value) => typeof value === 'string' && value.trim());
  if (texts.length > 0) await cache.put(address('./shared-text'), new Response(texts.join('\n\n')));
  for (const [index, file] of form.getAll('files').entries()) {
    if (!(file instanceof File)) continue;
    const headers = { 'content-type': file.type || 'text/plain', 'x-name': encodeURIComponent(file.name) };
    await cache.put(address(`./shared-file-${index}`), new Response(file, { headers }));
  }
  return Response.redirect(address('./?shared'), 303);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  // Only when the person says so: until then the version that is open goes on.
  if (event.data === 'take-over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && url.searchParams.has('share')) event.respondWith(receive(request));
  else if (request.method === 'GET') event.respondWith(answer(request));
});
