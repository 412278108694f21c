/** What a page tells its client: where and as whom it joins. */
import type { PageConfig } from '../../../engine/protocol/signals.ts'

/** Reads it from the markup of a first paint. */
export function pageConfig(markup: string): PageConfig {
  const config = /<script type="application\/json" id="telar">(.*?)<\/script>/.exec(markup)
  if (!config) throw new Error(`Expected a live page, received ${markup.slice(0, 200)}`)
  return JSON.parse(config[1]!) as PageConfig
}
