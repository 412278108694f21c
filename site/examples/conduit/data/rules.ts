/** What may be written into the fields of Conduit's forms. */
import { z } from 'zod'

const text = (name: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `${name} can't be empty.`)
    .max(most, `${name} has at most ${most} characters.`)

const username = z
  .string()
  .trim()
  .min(3, 'A name has 3 characters or more.')
  .max(30, 'A name has at most 30 characters.')
  // It is a part of an address.
  .regex(/^[\p{L}\p{N}_-]*$/u, 'A name has letters, digits, - and _ only.')

const email = z
  .string()
  .trim()
  .max(200, 'An e-mail address has at most 200 characters.')
  .email('Write an e-mail address such as ana@example.com.')

// The upper limit keeps a request from buying seconds of work.
const password = z
  .string()
  .min(8, 'A password has 8 characters or more.')
  .max(200, 'A password has at most 200 characters.')

const image = z
  .string()
  .trim()
  .max(500, 'An address has at most 500 characters.')
  .refine(
    (address) => address === '' || isSecure(address),
    'Write an address that starts with https://, or nothing.',
  )

const isSecure = (address: string) =>
  URL.canParse(address) && new URL(address).protocol === 'https:'

/** At most this many tags on an article, and characters in each. */
export const MAX_TAGS = 10
const MAX_TAG = 30

export const LogIn = z.object({
  email: z.string().trim().min(1, 'Write your e-mail address.'),
  password: z.string().min(1, 'Write your password.').max(200, 'That is not your password.'),
})

export const SignUp = z.object({ username, email, password })

export const Settings = z.object({
  image,
  username,
  bio: z.string().trim().max(500, 'A biography has at most 500 characters.'),
  email,
  // An empty field keeps the password.
  password: z.union([z.literal(''), password]),
})

export const ArticleForm = z.object({
  title: text('A title', 120),
  description: text('A summary', 250),
  body: text('An article', 50_000),
  // What was typed there and not added yet.
  tag: z.string(),
})

const Tag = text('A tag', MAX_TAG)

/** The tags in a text, separated by commas, in small letters; the sentence says what is wrong with one of them. */
export function readTags(typed: string): { tags: string[]; problem?: string } {
  const tags = typed
    .toLowerCase()
    .split(',')
    .map((tag) => tag.trim().replace(/\s+/g, '-'))
    .filter((tag) => tag !== '')
  const problem = tags.map((tag) => Tag.safeParse(tag).error?.issues[0]?.message).find(Boolean)
  return problem === undefined ? { tags } : { tags: [], problem }
}

export const CommentForm = z.object({ body: text('A comment', 2_000) })

export type SignUpValues = z.output<typeof SignUp>
export type SettingsValues = z.output<typeof Settings>
export type ArticleValues = Omit<z.output<typeof ArticleForm>, 'tag'> & { tags: readonly string[] }
