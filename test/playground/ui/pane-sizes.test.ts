/** Remembers pane sizes, and lives without a storage. */
import { afterEach, expect, test, vi } from 'vitest'
import { rememberedSizes, rememberSizes } from '../../../playground/ui/pane-sizes.ts'

afterEach(() => vi.unstubAllGlobals())

const storageWith = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
})

test('sizes are remembered apart for each group', () => {
  vi.stubGlobal('localStorage', storageWith(new Map()))
  rememberSizes('code-wide', { one: 40, other: 60 })
  rememberSizes('code-tall', { one: 55, other: 45 })
  expect(rememberedSizes('code-wide')).toEqual({ one: 40, other: 60 })
  expect(rememberedSizes('code-tall')).toEqual({ one: 55, other: 45 })
  expect(rememberedSizes('live-wide')).toBeUndefined()
})

test('what is damaged or refused is as good as nothing', () => {
  vi.stubGlobal(
    'localStorage',
    storageWith(new Map([['telar.panes', '{"code-wide":{"one":"x"}}']])),
  )
  expect(rememberedSizes('code-wide')).toBeUndefined()
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('refused', 'SecurityError')
    },
  })
  expect(rememberedSizes('code-wide')).toBeUndefined()
  expect(() => rememberSizes('code-wide', { one: 1 })).not.toThrow()
})
