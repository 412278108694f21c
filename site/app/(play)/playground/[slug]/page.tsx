/** An example in the playground. */
import { EnglishPlayground } from '../../../../components/english-playground.tsx'
import {
  type ExampleParams,
  ExamplePlayground,
  playgroundMetadata,
  playgroundParams,
} from '../../../../views/example-playground.tsx'

export const dynamicParams = false

export const generateStaticParams = playgroundParams

export const generateMetadata = (params: ExampleParams) => playgroundMetadata('en', params)

export default function ExamplePlaygroundPage(params: ExampleParams) {
  return <ExamplePlayground lang="en" params={params.params} playground={EnglishPlayground} />
}
