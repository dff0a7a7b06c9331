// The signed-out state. With the one-time link on, there is nothing to type; with an issuer configured, a token is pasted.
import { api } from '../api.js';
import { button, el } from '../dom.js';
import { notice, showMessage } from '../message.js';

export async function showSignedOut({ reason, onSignedIn }) {
  const me = await api.me().catch(() => ({ oneTimeLink: true }));
  showMessage({
    name: 'signed-out',
    emblem: 'lock',
    title: 'Sign in to Convene',
    content: [reason ? notice('error', '', reason) : null, ...(me.oneTimeLink ? linkHelp() : [tokenForm(onSignedIn)])],
  });
}

function linkHelp() {
  return [
    'Open the sign-in link that was printed when Convene started. There is no password.',
    el(
      'div',
      {
        class: 'terminal',
        role: 'img',
        'aria-label': 'The start prints a line like: Sign in: address of this server, console, sign-in code',
      },
      el('span', { class: 'muted' }, '$ '),
      './convene',
      el('br'),
      `${location.origin}/console#sign-in=…`,
    ),
    'The link works once, for one browser. Restart Convene to get a new one.',
    'Were you invited to a meeting? Then you need no sign-in: open the link you were sent.',
  ];
}

function tokenForm(onSignedIn) {
  const token = el('textarea', { class: 'input mono', id: 'access-token', rows: '5', required: true, autocomplete: 'off' });
  token.spellcheck = false;
  token.setAttribute('aria-describedby', 'access-token-hint');
  const hint = "A JSON Web Token signed by your organisation's issuer. It signs this browser in until it expires.";
  const problem = el('div', {});
  const submit = button('Sign in', { kind: 'primary', type: 'submit', id: 'sign-in' });
  const label = el('label', { for: 'access-token' }, 'Access token');
  const field = el('div', { class: 'field' }, label, token, el('p', { class: 'hint', id: 'access-token-hint' }, hint));
  const form = el('form', { class: 'stack', id: 'token-form' }, field, problem, submit);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    submit.setAttribute('aria-busy', 'true');
    try {
      await api.signIn({ accessToken: token.value.trim().replace(/^Bearer\s+/i, '') });
      await onSignedIn();
    } catch (refused) {
      problem.replaceChildren(notice('error', 'That did not work', refused.message));
    } finally {
      submit.removeAttribute('aria-busy');
    }
  });
  return form;
}
