/** `npm run fuzz -- dom [--runs N] [--seed S]`: random pages, edits and networks; see fuzz/README.md. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, installPackages, prepareChromium, root } from './prepare.mjs'

checkNode()
installPackages()
prepareChromium()

// Not there before the packages are.
const { build } = await import('esbuild')
const outfile = join(root, 'node_modules/.cache/telar/fuzz.mjs')
mkdirSync(join(outfile, '..'), { recursive: true })
await build({
  entryPoints: [join(root, 'fuzz/command.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  plugins: [{ name: 'own address', setup: keepAddresses }],
})
const { fuzz } = await import(pathToFileURL(outfile).href)
process.exit(await fuzz(process.argv.slice(2)))

// Modules find their files by their own address, which a bundle would take from them.
function keepAddresses({ onLoad }) {
  onLoad({ filter: /\/(fuzz|test|wasm)\/.*\.(ts|mjs)$/ }, ({ path }) => ({
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    contents: readFileSync(path, 'utf8').replace(
      /(?<!')\bimport\.meta\.url/g,
      JSON.stringify(pathToFileURL(path).href),
    ),
  }))
}
