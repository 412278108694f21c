/** The document of a first paint, as the server sends it. */
import { documentOf } from '../server/shell.ts'
import type { Session } from '../session/session.ts'
import { Site } from './site.ts'

export function documentFor(session: Session): string {
  const { path, component, props } = session.page
  return documentOf({
    page: { path, component, props },
    title: session.titleText ?? session.tree.root.name,
    marker: session.rootMarker(),
    content: session.paint(),
    // Scripts of drivers are reported as messages, and never run.
    config: { token: Site.tokenOf(session), ws: '/', epoch: session.epoch, scripts: true },
    client: '',
  })
}
