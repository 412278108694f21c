/** What the host writes into the `/headless` page for its script. */
export interface HeadlessSettings {
  /** Origins of the site; the page talks only to these. */
  parents: string[]
  /** Opens the socket; null when refused. */
  ticket: string | null
  /** Why no container can be booted from here, as a sentence; null when one can. */
  refusal: string | null
}

/** The settings in this page, or in a new one. */
export function settingsIn(page: Document): HeadlessSettings {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="settings"]')
  return JSON.parse(meta?.content ?? 'null') as HeadlessSettings
}

/** What the host would write into this page for another token. */
export async function fetchSettings(token: string): Promise<HeadlessSettings> {
  const address = new URL(location.href)
  address.searchParams.set('client_id', token)
  const answer = await fetch(address, { cache: 'no-store' })
  return settingsIn(new DOMParser().parseFromString(await answer.text(), 'text/html'))
}
