// Times and sizes as people read them. The server speaks ISO 8601 in UTC; pages show the local zone.

// The pages are in English, so an English locale: the person's own variant decides about 24 hours and the order of the day.
const locale = navigator.languages.find(language => language.startsWith('en')) ?? 'en-GB';
const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const date = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const zoneName = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' });

export const clockTime = iso => clock.format(new Date(iso));

/** `Today, 14:00`, `Tomorrow, 09:30`, `Fri, 27 Nov, 10:00`. */
export function dayAndTime(iso, now = new Date()) {
  return `${day(new Date(iso), now)}, ${clockTime(iso)}`;
}

/** The same in the middle of a sentence: `today, 14:00`. */
export const inSentence = text => text.replace(/^(Today|Tomorrow|Yesterday)/, word => word.toLowerCase());

function day(at, now) {
  const distance = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  const near = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[distance];
  return near ?? (at.getFullYear() === now.getFullYear() ? date.format(at) : dateWithYear.format(at));
}

const midnight = at => new Date(at.getFullYear(), at.getMonth(), at.getDate());

/** The local time zone as `CET` or `GMT+5:30`. */
export function zone(at = new Date()) {
  return zoneName.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? '';
}

/** `45 s`, `12 min`, `1 h`, `1 h 5 min`. */
export function duration(seconds) {
  if (seconds < 60) {
    return `${Math.max(0, Math.round(seconds))} s`;
  }
  const minutes = Math.floor(seconds / 60);
  const rest = minutes % 60 ? ` ${minutes % 60} min` : '';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${rest}`;
}

/** `1 byte`, `740 bytes`, `1.2 MB`, `3.4 GB`. */
export function fileSize(bytes) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  if (power === 0) {
    return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  }
  return `${(bytes / 1000 ** power).toLocaleString(locale, { maximumFractionDigits: 1 })} ${units[power]}`;
}

/** Running time as `04:09` or `1:04:09`. */
export function stopwatch(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const pad = number => String(number).padStart(2, '0');
  return h ? `${h}:${pad(m)}:${pad(s)}` : `${pad(m)}:${pad(s)}`;
}

/** Time left: days and hours while it is far, a stopwatch from the last hour on. */
export function countdown(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 60) {
    return stopwatch(milliseconds + 999);
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

/** An instant as the value of `<input type="datetime-local">`, in local time. */
export function toLocalInput(instant) {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The value of `<input type="datetime-local">` as ISO 8601 in UTC, or null if it is empty or no time. */
export function fromLocalInput(value) {
  const at = new Date(value);
  return value && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

/** The start most people mean: the next half hour that is at least ten minutes away. */
export function nextHalfHour(now = Date.now()) {
  const half = 30 * 60_000;
  return new Date(Math.ceil((now + 10 * 60_000) / half) * half);
}
