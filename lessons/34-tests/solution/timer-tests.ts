import { byRole, check, step } from 'telar/testing'

export const tests = check([
  step('rings-for-all', 'After a minute another visitor hears it ring', async ({ visit }) => {
    const tab = await visit()
    const other = await tab.another()
    await tab.click(byRole('button', { name: 'One minute' }))
    await tab.clock.advance(60_000)
    if (!other.text().includes('ready')) throw new Error(`The other page says: ${other.text()}`)
  }),
  step('pocket', 'Two minutes in a pocket are two minutes', async ({ visit }) => {
    const tab = await visit()
    await tab.click(byRole('button', { name: 'Five minutes' }))
    await tab.clock.advance(10_000)
    await tab.disconnect()
    await tab.clock.advance(120_000)
    await tab.reconnect()
    if (!tab.text().includes('2:50')) throw new Error(`The page says: ${tab.text()}`)
  }),
])
