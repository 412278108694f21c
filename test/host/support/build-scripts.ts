/** Bundles the host's scripts from source, as the build does, so tests need no built tree. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { HostScripts } from '../../../playground/host/index.ts'

const source = (path: string) =>
  fileURLToPath(new URL(`../../../playground/host/${path}`, import.meta.url))

export async function buildScripts(): Promise<HostScripts> {
  const [headless, agent, listen] = await Promise.all([
    bundle('headless/main.ts', 'browser'),
    bundle('agent/main.ts', 'node'),
    bundle('agent/listen.ts', 'node'),
  ])
  return { headless: headless!, agent: agent!, listen: listen! }
}

async function bundle(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const result = await build({
    entryPoints: [source(entry)],
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: platform === 'node' ? 'node20' : 'es2022',
    legalComments: 'none',
  })
  return result.outputFiles[0]!.text
}
