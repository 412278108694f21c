'use client'
/** The review: one due card after the other, answered by the reader and then by the running code. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Questions } from '../../../playground/ui/questions/index.ts'
import type { CardLesson, LessonCards } from '../../lib/cards.ts'
import { type Card, DAYS, dueAt, dueCards, isLearned, isRight } from '../../lib/review.ts'
import { progress, reviewCards } from '../../lib/use-progress.ts'
import type { ReviewWords } from '../../words/review/words.ts'
import { useWords } from '../../words/use-words.ts'
import { type Lang, pathIn } from '../../words/words.ts'
import style from './review.module.css'

interface ReviewProps {
  lessons: readonly CardLesson[]
  words: ReviewWords
}

export function Review({ lessons, words }: ReviewProps) {
  const { lang } = useWords()
  const [queue, setQueue] = useState<readonly string[]>()
  const [wasAny, setWasAny] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const now = Date.now()
    // Lessons that were passed before they had cards, or by the test of their part.
    for (const { slug, questions } of lessons)
      if (progress.read(slug)?.done) reviewCards.begin(slug, questions, now)
    const known = new Set(
      lessons.flatMap(({ slug, questions }) => questions.map((id) => `${slug}/${id}`)),
    )
    const due = dueCards(reviewCards.all(), now).filter((key) => known.has(key))
    setQueue(due)
    setWasAny(due.length > 0)
  }, [lessons])

  if (!queue) return <p role="status">{words.loading}</p>
  const [key, ...rest] = queue
  if (!key) return <Nothing words={words} lang={lang} wasAny={wasAny} />
  const lesson = lessons.find(({ slug }) => key.startsWith(`${slug}/`))!
  const next = () => {
    setQueue(rest)
    heading.current?.focus()
  }
  return (
    <section aria-labelledby="card">
      <h2 id="card" ref={heading} tabIndex={-1} className={style.left}>
        {words.left(queue.length)}
      </h2>
      <OneCard
        key={key}
        cardKey={key}
        lesson={lesson}
        question={key.slice(lesson.slug.length + 1)}
        words={words}
        onNext={next}
      />
    </section>
  )
}

function Nothing({ words, lang, wasAny }: { words: ReviewWords; lang: Lang; wasAny: boolean }) {
  const coming = Object.values(reviewCards.all())
    .map(dueAt)
    .filter(Number.isFinite)
    .sort((one, other) => one - other)
  const [first] = coming
  return (
    <>
      <p role="status">
        {wasAny && `${words.done} `}
        {first === undefined
          ? !wasAny && words.none
          : words.next(first, coming.filter((at) => at === first).length)}
      </p>
      <p>
        <a href={pathIn(lang, '/learn')}>{words.toLessons}</a>
      </p>
    </>
  )
}

interface OneCardProps {
  cardKey: string
  lesson: CardLesson
  question: string
  words: ReviewWords
  onNext: () => void
}

type Outcome =
  | { state: 'asking' }
  | { state: 'running'; position?: number | undefined }
  | { state: 'failed'; why: string }
  | { state: 'answered'; truth: string; isRight: boolean; card: Card }

function OneCard({ cardKey, lesson, question, words, onNext }: OneCardProps) {
  const { lang } = useWords()
  const [cards, setCards] = useState<LessonCards>()
  const [typed, setTyped] = useState('')
  const [outcome, setOutcome] = useState<Outcome>({ state: 'asking' })
  const field = useRef<HTMLInputElement>(null)
  const id = useId()

  useEffect(() => {
    let gone = false
    fetchCards(lang, lesson.slug).then(
      (fetched) => !gone && setCards(fetched),
      (cause) => !gone && setOutcome({ state: 'failed', why: sentenceOf(cause) }),
    )
    return () => {
      gone = true
    }
  }, [lang, lesson.slug])

  const asked = cards?.questions[question]
  const run = async (event: FormEvent) => {
    event.preventDefault()
    if (!cards || typed.trim() === '') return field.current?.focus()
    setOutcome({ state: 'running' })
    try {
      const { solution, review } = cards
      const truth = await answerOf({ project: solution, review, id: question }, (position) =>
        setOutcome((now) => (now.state === 'running' ? { state: 'running', position } : now)),
      )
      const right = isRight(typed, truth)
      reviewCards.answer(cardKey, right, Date.now())
      const card = reviewCards.all()[cardKey]!
      setOutcome({ state: 'answered', truth: String(truth), isRight: right, card })
    } catch (cause) {
      setOutcome({ state: 'failed', why: sentenceOf(cause) })
    }
  }
  const isOpen = outcome.state === 'asking' || outcome.state === 'failed'

  return (
    <form className={style.card} onSubmit={run}>
      <p className={style.lesson}>
        <a href={pathIn(lesson.lang, `/learn/${lesson.slug}`)}>{lesson.title}</a>
      </p>
      {asked && cards && (
        <>
          <p id={`${id}-question`} className={style.question} lang={asked.lang}>
            {asked.text}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section className={style.code} tabIndex={0} aria-label={words.code}>
            <pre lang="en">
              <code>{asked.code ?? cards.solution.files[cards.solution.entry]}</code>
            </pre>
          </section>
          <div className={style.row}>
            <label htmlFor={id}>{words.answer}</label>
            <input
              ref={field}
              id={id}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              aria-describedby={`${id}-question`}
              readOnly={!isOpen}
              onChange={(event) => setTyped(event.target.value)}
            />
            {outcome.state !== 'answered' && (
              <button type="submit" disabled={!isOpen} className={style.primary}>
                {outcome.state === 'failed' ? words.again : words.run}
              </button>
            )}
          </div>
        </>
      )}
      <p role="status" className={style.outcome} data-state={stateOf(outcome)}>
        {sentence(outcome, typed, words)}
      </p>
      {outcome.state === 'answered' && (
        <button type="button" className={style.primary} onClick={onNext}>
          {words.nextCard}
        </button>
      )}
    </form>
  )
}

const stateOf = (outcome: Outcome) =>
  outcome.state === 'answered' ? (outcome.isRight ? 'right' : 'wrong') : outcome.state

function sentence(outcome: Outcome, typed: string, words: ReviewWords): string {
  switch (outcome.state) {
    case 'asking':
      return ''
    case 'running':
      return outcome.position ? words.inLine(outcome.position) : words.running
    case 'failed':
      return words.failed(outcome.why)
    case 'answered': {
      const { truth, card } = outcome
      const said = outcome.isRight ? words.right(truth) : words.wrong(truth, typed.trim())
      return `${said} ${isLearned(card) ? words.learned : words.comesBack(DAYS[card.box]!)}`
    }
    default:
      return outcome satisfies never
  }
}

async function fetchCards(lang: Lang, slug: string): Promise<LessonCards> {
  const answer = await fetch(`/cards/${lang}/${slug}`)
  if (!answer.ok)
    throw new Error(
      `Expected the cards of ${slug}, received status ${answer.status}. Reload the page.`,
    )
  return (await answer.json()) as LessonCards
}

// One container answers all cards of the page; it and its script come with the first answer.
let questions: Promise<Questions> | undefined
let onQueue: (position: number | undefined) => void = () => {}

async function answerOf(
  ask: Parameters<Questions['answer']>[0],
  hear: typeof onQueue,
): Promise<string | number> {
  onQueue = hear
  questions ??= import('../../../playground/ui/questions/index.ts').then(({ openQuestions }) =>
    openQuestions((position) => onQueue(position)),
  )
  try {
    return await (await questions).answer(ask)
  } finally {
    onQueue = () => {}
  }
}

const sentenceOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
