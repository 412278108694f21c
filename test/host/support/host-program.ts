/** A program that runs one container host until its input ends; bundled and started as the user a test names. */
import { createHost, type HostOptions } from '../../../playground/host/index.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as Pick<
  HostOptions,
  'siteOrigins' | 'scripts' | 'limits' | 'warm' | 'wanted' | 'runtimeFolder'
>
const host = await createHost({ port: 0, secret: 'a secret for tests', ...options })
const { origin, port, sandbox } = host
const tokens = Array.from({ length: 8 }, () => host.mintToken(options.siteOrigins[0]!))
process.stdout.write(`${JSON.stringify({ origin, port, sandbox, tokens })}\n`)
process.stdin.on('end', () => void host.close().then(() => process.exit(0))).resume()
