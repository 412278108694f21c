/** The same sign-up in three libraries: every form test that is about schemas runs with each. */
import { type as ark } from 'arktype'
import * as v from 'valibot'
import { z } from 'zod'

/** An address that is taken; the check takes a moment. */
const isFree = async (email: string) => {
  await Promise.resolve()
  return email !== 'taken@example.org'
}

const zod = z.object({
  email: z.string().email('Enter an e-mail address').refine(isFree, 'This address is taken'),
  age: z.number({ invalid_type_error: 'Enter a number' }).min(18, 'You must be 18'),
  address: z.object({ city: z.string().trim().min(1, 'Enter a city') }),
  tags: z.array(z.string().min(1, 'Enter a tag')),
})

const valibot = v.objectAsync({
  email: v.pipeAsync(
    v.string(),
    v.email('Enter an e-mail address'),
    v.checkAsync(isFree, 'This address is taken'),
  ),
  age: v.pipe(v.number('Enter a number'), v.minValue(18, 'You must be 18')),
  address: v.object({ city: v.pipe(v.string(), v.trim(), v.minLength(1, 'Enter a city')) }),
  tags: v.array(v.pipe(v.string(), v.minLength(1, 'Enter a tag'))),
})

const arktype = ark({
  email: ark('string.email').configure({ message: () => 'Enter an e-mail address' }),
  age: ark('number >= 18').configure({ message: () => 'You must be 18' }),
  address: {
    city: ark('string.trim').to(ark('string >= 1').configure({ message: () => 'Enter a city' })),
  },
  tags: ark('string >= 1')
    .configure({ message: () => 'Enter a tag' })
    .array(),
})

export const libraries = { zod, valibot, arktype }
