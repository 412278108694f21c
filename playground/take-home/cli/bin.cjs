#!/usr/bin/env node
/** The command: asks for a newer Node before anything is read that an older one does not understand. */
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Expected Node 20.19 or newer, received ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  )
  process.exit(1)
}
import('./main.js')
