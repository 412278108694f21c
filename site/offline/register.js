/** Starts the service worker, and has it keep the page that is open; a reader of the course gets all of it on one page. */
addEventListener('load', async () => {
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    const urlsToCache = [location.pathname, ...course(), ...files()]
    active.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } })
  } catch {
    // Some browsers and settings allow no worker: then a page needs the network.
  }
})

/** What this page has loaded that keeps its name as long as its content. */
function files() {
  const lasting = [`${location.origin}/_next/static/`, `${location.origin}/fonts/`]
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => lasting.some((start) => name.startsWith(start)))
}

function course() {
  const found = /^((?:\/es)?\/learn)(\/|$)/.exec(location.pathname)
  return found && !navigator.connection?.saveData ? [`${found[1]}/all`] : []
}
