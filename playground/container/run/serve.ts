/** Loads one build of the reader's files and serves it, once it is asked to. */
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../types.ts'
import { type EngineFault, engineDoor, type Live, serverDoor } from './engine.ts'
import { toProblem } from './fault.ts'
import type { Monitor } from './monitor.ts'
import { pagesOf } from './view.ts'
import type { Order, Word } from './wire.ts'

export interface Prepared {
  /** Opens the port; resolves with it. */
  listen(): Promise<number>
  /** Closes the port and keeps the tabs that are connected. */
  release(): Promise<void>
  /** Finishes what runs, writes the state and sends the tabs away. */
  drain(): Promise<void>
}

export interface Surroundings {
  say(word: Word): void
  monitor: Monitor | undefined
}

type PrepareOrder = Extract<Order, { do: 'prepare' }>

/** Runs the reader's modules and makes their pages. Nothing listens yet. */
export async function prepare(
  order: PrepareOrder,
  { say, monitor }: Surroundings,
): Promise<Prepared | { problems: Problem[] }> {
  const { folder, entry, css, outputs } = order.build
  const modules = Object.keys(outputs)
  try {
    const [engine, server, module] = await Promise.all([
      engineDoor(),
      serverDoor(),
      import(pathToFileURL(join(folder, outputs[entry] as string)).href) as Promise<{
        default?: unknown
      }>,
    ])
    const pages = pagesOf(module.default, engine, { file: entry, css })
    if (!Array.isArray(pages)) return { problems: [pages] }
    const live = server.telar({
      pages,
      store: server.fileStore(order.sessions),
      secret: order.secret,
      onFault: (fault) => say({ word: 'fault', problem: faultProblem(fault, modules) }),
      watch: {
        enter: (component, handler) => monitor?.enter(component, handler),
        leave: () => monitor?.leave(),
      },
      onReset: (fields) => say({ word: 'reset', fields: fields.map(qualified) }),
    })
    return serving(live, order.port)
  } catch (error) {
    return { problems: [toProblem(error, { files: modules, source: 'runtime' })] }
  }
}

function serving(live: Live, port: number): Prepared {
  const http: Server = createServer((request, response) => void live.handle(request, response))
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
      await live.drain()
      http.closeAllConnections()
    },
  }
}

function faultProblem({ error, code, component, handler }: EngineFault, files: string[]): Problem {
  const problem = toProblem(error, { files, component, handler })
  return problem.code === 'thrown' ? { ...problem, code } : problem
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
