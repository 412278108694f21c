/** Runs the contract against the local bus, and proves what is its own. */
import { expect, test, vi } from 'vitest'
import { localBus } from '../../engine/bus/local-bus.ts'
import { busContract } from './bus-contract.ts'

busContract('local bus', (onError) => localBus({ onError }))

test('a message arrives within one microtask', { tags: ['A12'] }, async () => {
  const bus = localBus()
  const heard: unknown[] = []
  bus.subscribe('a', (message) => heard.push(message))
  bus.publish('a', 1)
  expect(bus.counts().waiting).toBe(1)
  await Promise.resolve()
  expect(heard).toEqual([1])
})

test('without a reporter an error is on the console, with its topic', {
  tags: ['A12'],
}, async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const bus = localBus()
  bus.subscribe('a', () => {
    throw new Error('mine')
  })
  bus.publish('a', 1)
  await Promise.resolve()
  expect(printed).toHaveBeenCalledWith('A receiver of a threw:', new Error('mine'))
  printed.mockRestore()
})
