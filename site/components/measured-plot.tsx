/** Measured figures as bars, which were drawn when they were kept. */
import { readMeasurements } from '../lib/measurements.ts'
import { guideWordsOf } from '../words/guides/of.ts'
import type { Lang } from '../words/words.ts'
import style from './guide-prose.module.css'

interface MeasuredPlotProps {
  suite: string
  /** Names of cases, with a comma between them. */
  cases: string
  lang: Lang
}

export function MeasuredPlot({ suite, cases, lang }: MeasuredPlotProps) {
  const { measured } = guideWordsOf(lang)
  const { plots } = readMeasurements(suite)
  return (
    <div className={style.plot}>
      {cases.split(', ').map((name) => {
        const said = measured.cases[name] ?? name
        return (
          <figure key={name}>
            <figcaption>{said}</figcaption>
            <div
              role="img"
              aria-label={measured.plot(said)}
              dangerouslySetInnerHTML={{ __html: plots[name] ?? '' }}
            />
          </figure>
        )
      })}
    </div>
  )
}
