/** What the host writes into the `/headless` page for its script. */
export interface HeadlessSettings {
  /** Origins of the site; the page talks only to these. */
  parents: string[]
  /** Opens the socket; null when refused. */
  ticket: string | null
  /** Why no container can be booted from here, as a sentence; null when one can. */
  refusal: string | null
}
