/** Builds the engine from source as the package that a container mounts. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { MountFiles } from '../../../playground/container/engine-files.ts'
import { mountFiles } from '../../../playground/container/run/bundle.mjs'
import { packedJsdom } from '../../../scripts/jsdom.mjs'
import { buildClient } from '../../../wasm/build.mjs'

const engine = (path: string) => fileURLToPath(new URL(`../../../engine/${path}`, import.meta.url))

/** All that stands in a container before the reader's files do. */
export async function engineFiles(): Promise<MountFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'telar-engine-'))
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'package.json'), JSON.stringify(PACKAGE))
    await buildClient({ outdir: folder })
    await build({
      entryPoints: {
        index: engine('index.ts'),
        server: engine('server/index.ts'),
        ...(existsSync(engine('testing/index.ts')) && { testing: engine('testing/index.ts') }),
      },
      outdir: folder,
      bundle: true,
      // One copy of what the doors share: `html` must be the same for all of them.
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      keepNames: true,
      alias: {
        telar: engine('index.ts'),
        'telar/server': engine('server/index.ts'),
        'telar/testing': engine('testing/index.ts'),
      },
      banner: {
        js: "import { createRequire as _require } from 'node:module'; const require = _require(import.meta.url)",
      },
      plugins: [packedJsdom],
      logLevel: 'warning',
    })
    return await mountFiles(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const PACKAGE = {
  name: 'telar',
  version: '0.1.0',
  type: 'module',
  exports: { '.': './index.js', './server': './server.js', './testing': './testing.js' },
}
