/** The server under test, in a process of its own. */
import { readFileSync } from 'node:fs'
import { page } from 'telar'
import { serve, silentLogger } from 'telar/server'
import KeyedTable from '../../site/examples/keyed-table.ts'
import { serveLiveViewJs } from '../peers/liveviewjs.ts'
import { serveFatHtml } from './fat-html.ts'
import { tableView } from './liveviewjs-view.ts'

const variant = process.argv[2] ?? ''
const script = () => readFileSync(new URL(`page-${variant}.js`, import.meta.url), 'utf8')
process.on('disconnect', () => process.exit(0))
process.send!({ address: await start() })

async function start(): Promise<string> {
  switch (variant) {
    case 'telar': {
      const table = page('/examples/keyed-table/', KeyedTable, { title: 'Keyed table' })
      const { address } = await serve({ pages: [table], port: 0, logger: silentLogger })
      return `${address}/examples/keyed-table/`
    }
    case 'liveviewjs': {
      const { address } = await serveLiveViewJs({
        router: { '/': tableView },
        script: '<script src="/client.js"></script>',
        files: { '/client.js': script() },
      })
      return `${address}/`
    }
    case 'fat-html':
      return `${await serveFatHtml(script())}/`
    default:
      throw new Error(`Expected a variant to serve, received "${variant}".`)
  }
}
