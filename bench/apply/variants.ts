/** The contenders by name. */
import type { Variant } from './variant.ts'

/** Those that cost microseconds a frame. */
const QUICK = ['vanilla', 'vanilla-again', 'telar', 'telar-js', 'json-js']

/** `vanilla-again` is the same as `vanilla`: how far the two lie apart is the noise. */
export const VARIANTS = [
  ...QUICK,
  'inner-html',
  'morphdom',
  'idiomorph',
  'phoenix',
  'phoenix-component',
  'phoenix-stream',
  'turbo',
]

export const isQuick = (name: string) => QUICK.includes(name)

/** Loads a contender's code only where it is wanted: Turbo, for one, starts by being imported. */
export async function createVariant(name: string): Promise<Variant> {
  switch (name) {
    case 'telar':
    case 'telar-js':
      return (await import('./variants/telar.ts')).createTelar(name)
    case 'vanilla':
    case 'vanilla-again':
      return (await import('./variants/vanilla.ts')).createVanilla(name)
    case 'json-js':
      return (await import('./variants/json-js.ts')).createJson(name)
    case 'inner-html':
      return (await import('./variants/whole-page.ts')).createInnerHtml(name)
    case 'morphdom':
      return (await import('./variants/whole-page.ts')).createMorphdom(name)
    case 'idiomorph':
      return (await import('./variants/whole-page.ts')).createIdiomorph(name)
    case 'phoenix':
      return (await import('./variants/phoenix.ts')).createPhoenix(name, 'plain')
    case 'phoenix-component':
      return (await import('./variants/phoenix.ts')).createPhoenix(name, 'component')
    case 'phoenix-stream':
      return (await import('./variants/phoenix.ts')).createPhoenix(name, 'stream')
    case 'turbo':
      return (await import('./variants/turbo.ts')).createTurbo(name)
    default:
      throw new Error(`Expected one of ${VARIANTS.join(', ')}, received ${name}.`)
  }
}
