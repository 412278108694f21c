/** Frames that a server has sent. */
export const FRAMES = [
  { name: 'A digit', hex: '11 07 03 01 04 01 38' },
  { name: 'Two places', hex: '11 08 06 01 0a 01 01 03 02 39 31 30' },
  { name: 'An answer', hex: '13 09 04 03 01 04 01 39' },
  { name: 'Far away', hex: '11 ac 02 04 01 c8 01 01 37' },
  { name: 'Accents', hex: '10 0a 06 01 04 05 01 02 02 43 61 66 c3 a9 2e 31 32' },
]
