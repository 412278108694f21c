/** One lesson. */
import {
  Lesson,
  type LessonParams,
  lessonMetadata,
  lessonParams,
} from '../../../../views/lesson.tsx'

export const dynamicParams = false

export const generateStaticParams = () => lessonParams('en')

export const generateMetadata = (props: LessonParams) => lessonMetadata('en', props)

export default function LessonPage(props: LessonParams) {
  return <Lesson lang="en" {...props} />
}
