/** How long a test polls for a condition: long enough for a machine that is busy with other things. */
export const PATIENT = { timeout: 15_000 }
