// A join token that a host application put into the link: `/meet/{link}#token=…`. It leaves the address bar at once and is
// kept for this tab, so that loading the page again does not lose it.

const key = link => `convene.token.${link}`;
let fromAddress = /^#token=(.+)$/.exec(location.hash)?.[1];

export function invitation(link) {
  if (fromAddress) {
    history.replaceState(null, '', location.pathname);
    store(storage => storage.setItem(key(link), decodeURIComponent(fromAddress)));
  }
  return store(storage => storage.getItem(key(link))) ?? (fromAddress ? decodeURIComponent(fromAddress) : null);
}

export function forgetInvitation(link) {
  fromAddress = undefined;
  store(storage => storage.removeItem(key(link)));
}

/** Storage may be refused; the token then lives as long as the page. */
function store(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
