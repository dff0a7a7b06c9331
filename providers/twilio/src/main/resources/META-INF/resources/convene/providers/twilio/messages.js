// What the clients tell one another over Twilio's data track: who they are, since Twilio knows an identity only, and chat.
// Whoever is in the room can send anything, so nothing of a message is believed but that it is its sender's.

const MAX_MESSAGE = 8_192;
const MAX_NAME = 100;
const MAX_CHAT = 2_000;

export const hello = (name, ask) => JSON.stringify({ type: 'hello', name, ask });
export const chat = text => JSON.stringify({ type: 'chat', text: text.slice(0, MAX_CHAT) });

/** The message, with nothing in it but what it may have; null if it is none. */
export function read(data) {
  if (typeof data !== 'string' || data.length > MAX_MESSAGE) {
    return null;
  }
  let message;
  try {
    message = JSON.parse(data);
  } catch {
    return null;
  }
  switch (message?.type) {
    case 'hello':
      return { type: 'hello', name: text(message.name, MAX_NAME).replace(/\s+/g, ' ').trim(), ask: message.ask === true };
    case 'chat':
      return text(message.text, MAX_CHAT) ? { type: 'chat', text: text(message.text, MAX_CHAT) } : null;
    default:
      return null;
  }
}

function text(value, max) {
  // control characters, line breaks excepted
  // eslint-disable-next-line no-control-regex
  return typeof value === 'string' ? value.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '').slice(0, max) : '';
}
