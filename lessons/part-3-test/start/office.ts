/** The theatre’s office: its plays, the seats that are left, and a clerk who writes slowly. */

export const PLAYS = ['The tempest', 'A winter’s tale', 'The cherry orchard', 'The seagull']

export const SEATS_LEFT = 3

export const reserve = (seats: number): Promise<number> =>
  new Promise((resolve) => setTimeout(() => resolve(seats), 300))
