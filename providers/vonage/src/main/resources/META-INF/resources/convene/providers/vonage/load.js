// Vonage's script comes under Vonage's terms, so it is not shipped; the page's policy allows the one place it is loaded from.
let loading = null;

/** Resolves to the global `OT` of the script at that address. */
export function loadClient(address) {
  if (!address) {
    return Promise.reject(unavailable('The address of Vonage’s browser client is not set (convene.vonage.client.url).'));
  }
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () =>
      window.OT ? resolve(window.OT) : reject(unavailable('What was loaded as Vonage’s browser client is something else.'));
    script.onerror = () => reject(unavailable('Vonage’s browser client could not be loaded. Check your connection and try again.'));
    document.head.append(script);
  }).catch(problem => {
    loading = null;
    throw problem;
  });
  return loading;
}

function unavailable(message) {
  return Object.assign(new Error(message), { code: 'unavailable' });
}
