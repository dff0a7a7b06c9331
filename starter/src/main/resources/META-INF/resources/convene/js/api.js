// The REST interface as the pages use it: same origin, signed in by cookie, errors as Problem.

import { recall, remember } from './memory.js';

/** Path the application is served under, with a slash at the end: `/`, or `/meetings/` behind a context path. */
export const base = new URL('../..', import.meta.url).pathname;

const FALLBACKS = {
  0: 'The server cannot be reached. Check your connection and try again.',
  401: 'You are signed out. Sign in again to go on.',
  403: 'You are not allowed to do this.',
  404: 'This could not be found.',
  429: 'Too many requests. Wait a moment and try again.',
  503: 'The service is not available just now. Try again in a moment.',
};

/** What went wrong, in words for a person; `code` is stable and `data` has the problem's own fields (RFC 9457). */
export class Problem extends Error {
  constructor(status, data = {}, retryAfter = null) {
    super(data.detail || FALLBACKS[status] || 'Something went wrong on the server. Try again in a moment.');
    this.name = 'Problem';
    this.status = status;
    this.code = data.code ?? (status === 0 ? 'unreachable' : `http-${status}`);
    this.data = data;
    this.retryAfter = retryAfter;
  }
}

/** The parsed JSON answer, or null where there is none; throws {@link Problem}. */
export async function request(method, path, { body, headers = {} } = {}) {
  let response;
  try {
    response = await fetch(base + path, {
      method,
      headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new Problem(0);
  }
  const answer = await parsed(response);
  if (!response.ok) {
    throw new Problem(response.status, answer ?? {}, retryAfter(response));
  }
  return answer;
}

async function parsed(response) {
  if (!/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) {
    return null;
  }
  return response.json().catch(() => null);
}

/** Seconds until a retry makes sense, or null. */
function retryAfter(response) {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isFinite(seconds) ? Math.max(1, seconds) : null;
}

/** 128 random bits in hex. `crypto.randomUUID` is missing where the page is served over plain HTTP. */
export function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** By which a guest who comes back is the same person. The server keeps only what it makes of it for one meeting. */
function guestKey() {
  if (!recall('guest')) {
    remember('guest', randomKey());
  }
  return recall('guest');
}

const meeting = link => `session/${encodeURIComponent(link)}`;

export const api = {
  me: () => request('GET', 'console/me'),
  signIn: credentials => request('POST', 'console/sign-in', { body: credentials }),
  signOut: () => request('POST', 'console/sign-out'),
  createMeeting: (fields, key) => request('POST', 'session', { body: fields, headers: { 'Idempotency-Key': key } }),
  meetings: query => request('GET', `session?${new URLSearchParams(query)}`),
  meeting: link => request('GET', meeting(link)),
  editMeeting: (link, fields) => request('PATCH', meeting(link), { body: fields }),
  endMeeting: link => request('PATCH', `${meeting(link)}/end`),
  attendance: link => request('GET', `${meeting(link)}/attendance`),
  attendanceCsv: link => `${base}${meeting(link)}/attendance?format=csv`,
  providers: () => request('GET', 'providers'),
  archives: query => request('GET', `archives?${new URLSearchParams(query)}`),
  startArchive: link => request('POST', `${meeting(link)}/archives`),
  stopArchive: id => request('POST', `archives/${encodeURIComponent(id)}/stop`),
  deleteArchive: id => request('DELETE', `archives/${encodeURIComponent(id)}`),
  archiveFile: id => `${base}archives/${encodeURIComponent(id)}/download`,
  lookUp: link => request('GET', `join/${encodeURIComponent(link)}`),
  join: (link, name) => request('POST', `join/${encodeURIComponent(link)}`, { body: { name, guestKey: guestKey() } }),
};
