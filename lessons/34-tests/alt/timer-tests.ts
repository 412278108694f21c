import { byRole, check, step } from 'telar/testing'

const seconds = (text: string) => {
  const [, minutes = 0, rest = 0] = (/(\d+):(\d\d)/.exec(text) ?? []).map(Number)
  return minutes * 60 + rest
}

export const tests = check([
  step(
    'goes-on-without-anyone',
    'A process that is missing for a while is no pause',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('button', { name: 'Five minutes' }))
      const before = seconds(tab.text())
      await tab.disconnect()
      await tab.clock.advance(90_000)
      await tab.reconnect({ restarted: true })
      const passed = before - seconds(tab.text())
      if (Math.abs(passed - 90) > 1)
        throw new Error(`90 seconds are gone, and it counted ${passed}.`)
    },
  ),
])
