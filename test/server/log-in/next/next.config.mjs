/** The log-in example with Next: found by its own folder, built into a folder beside it. */
import { fileURLToPath } from 'node:url'

process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
export default {
  turbopack: { root: fileURLToPath(new URL('../../../..', import.meta.url)) },
  devIndicators: false,
}
