/** Loads one build of the reader's files, and serves it when asked to. */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { Live } from 'telar/server'
import type { Problem } from '../types.ts'
import { placedInView } from './definition.ts'
import { serverDoor } from './engine.ts'
import { faultProblem } from './fault.ts'
import { loadPages } from './load.ts'
import type { Monitor } from './monitor.ts'
import { OTHER_SITES } from './other-sites.ts'
import type { ProcessCommand, ProcessEvent } from './process-messages.ts'
import { LINKS_PATH, PREVIEW_PATH, type ShownPage, STYLE_PATH } from './view.ts'

export interface Prepared {
  /** Opens the port; resolves with it. */
  listen(): Promise<number>
  /** Closes the port but keeps connected tabs. */
  release(): Promise<void>
  /** Finishes what runs, stores the state and disconnects the tabs. */
  drain(): Promise<void>
}

export interface Surroundings {
  say(event: ProcessEvent): void
  monitor: Monitor | undefined
}

type PrepareCommand = Extract<ProcessCommand, { type: 'prepare' }>

/** Runs the reader's modules and makes their pages. It does not listen yet. */
export async function prepare(
  command: PrepareCommand,
  { say, monitor }: Surroundings,
): Promise<Prepared | { problems: Problem[] }> {
  const loaded = await loadPages(command.build)
  if ('problems' in loaded) return loaded
  const { pages } = loaded
  const files = Object.keys(command.build.outputs)
  const { createHandler, fileStore, silentLogger } = await serverDoor()
  const live = createHandler({
    pages,
    store: fileStore(command.sessions),
    secret: command.secret,
    // Each host chooses the previews' names, and behind any of them there is only the reader's code.
    hosts: ['*'],
    // Its lines would report each fault a second time.
    logger: silentLogger,
    onFault: (fault) =>
      say({ type: 'fault', problem: placedInView(faultProblem(fault, files), command.build) }),
    watch: {
      enter: (component, handler) => monitor?.enter(component, handler),
      leave: () => monitor?.leave(),
    },
    onReset: (fields) => say({ type: 'reset', fields: fields.map(qualified) }),
  })
  return serving(live, pages, command.port)
}

function serving(live: Live, pages: ShownPage[], port: number): Prepared {
  const http = createServer((request, response) => {
    const style = styleAt(request.url ?? '/', pages)
    if (style !== undefined) return answerFile(style, 'text/css', response)
    if (request.url === LINKS_PATH) return answerFile(OTHER_SITES, 'text/javascript', response)
    if (request.url === PREVIEW_PATH)
      return answerFile(previewScript(), 'text/javascript', response)
    live.handle(request, response).then(
      (handled) => handled || nothingAt(request.url ?? '/', pages, response),
      () => response.destroy(),
    )
  })
  live.attach(http)
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        http.once('error', reject)
        http.listen(port, () => {
          const address = http.address()
          resolve(typeof address === 'object' && address ? address.port : port)
        })
      }),
    release: async () => {
      http.close()
      http.closeIdleConnections()
    },
    drain: async () => {
      http.close()
      await live.drain(1012, 'the code has changed; reconnect')
      http.closeAllConnections()
    },
  }
}

function styleAt(address: string, pages: ShownPage[]): string | undefined {
  const { pathname, searchParams } = new URL(address, 'http://telar')
  if (pathname !== STYLE_PATH) return undefined
  return pages.find(({ path }) => path === searchParams.get('page'))?.style ?? ''
}

// Beside the bundled runner; a container without it shows pages all the same.
function previewScript(): string {
  try {
    return readFileSync(new URL('./preview.js', import.meta.url), 'utf8')
  } catch {
    return ''
  }
}

function answerFile(text: string, type: string, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  })
  response.end(text)
}

function nothingAt(path: string, pages: ShownPage[], response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`Nothing is served at ${path}. Pages: ${pages.map((page) => page.path).join(', ')}`)
}

const qualified = ({
  component,
  field,
  why,
}: {
  component: string
  field: string
  why: string
}) => ({
  field: `${component}.${field}`,
  why,
})
