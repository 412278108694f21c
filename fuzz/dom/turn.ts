/** Time for what was promised. */

/** Long enough for promises that wait for promises; tasks would cost a browser a frame each. */
export async function turn(): Promise<void> {
  for (let ticks = 0; ticks < 12; ticks++) await undefined
}
