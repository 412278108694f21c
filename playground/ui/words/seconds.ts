/** A time as pages show it: in seconds, with two digits. */
export function secondsIn(lang: 'en' | 'es'): (ms: number) => string {
  const twoDigits = new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 })
  return (ms) => `${twoDigits.format(ms / 1000)} s`
}
