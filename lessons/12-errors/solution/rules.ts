/** A schema from one rule for each field: a sentence about what is wrong, or nothing. */
import type { StandardSchema } from 'telar'

type Rules<Values> = { [Name in keyof Values]: (value: Values[Name]) => string | false }

export const rules = <Values extends object>(of: Rules<Values>): StandardSchema<Values> => ({
  '~standard': {
    version: 1,
    vendor: 'rules.ts',
    validate(value) {
      const values = value as Values
      const names = Object.keys(of) as (keyof Values & string)[]
      const issues = names.flatMap((name) => {
        const message = of[name](values[name])
        return message ? [{ message, path: [name] }] : []
      })
      return issues.length > 0 ? { issues } : { value: values }
    },
  },
})
