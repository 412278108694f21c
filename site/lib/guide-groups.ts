/** What guides are listed under, in this order. */

export const GROUPS = ['start', 'build', 'run', 'decide', 'from'] as const
export type GuideGroup = (typeof GROUPS)[number]
