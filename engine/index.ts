/** What a component imports from `telar`. */
export { BusError, type Cursor, type SubscribeOptions } from './bus/bus.ts'
export { type Topic, topic } from './bus/topic.ts'
export type {
  Component,
  Lifecycle,
  LiveDriver,
  SessionInfo,
  View,
} from './component/component.ts'
export { ComponentDriver } from './component/driver.ts'
export { ComponentError, GuardError, InputError } from './component/errors.ts'
export type { Fault } from './component/fault.ts'
export { type LazyComponent, type LazyModule, lazy } from './component/lazy.ts'
export { LiveComponent } from './component/live-component.ts'
export { type Load, load } from './component/load.ts'
export { type ComponentClass, Mount, mount, type PropsOf } from './component/mount.ts'
export { None } from './component/none.ts'
export { forbidden, notFound, Outcome, redirect } from './component/outcome.ts'
export { ProvidedKey, provided } from './component/provided.ts'
export { recover } from './component/recover.ts'
export type { SchemaIssue, StandardSchema } from './component/schema.ts'
export { Stream, type StreamOptions, stream } from './component/stream.ts'
export { validated } from './component/validated.ts'
export { FormError } from './form/errors.ts'
export { FormField, FormMessage } from './form/field.ts'
export { Form, type FormOptions, form } from './form/form.ts'
export type { FieldName } from './form/names.ts'
export type { ErrorsOf, Initial, Typed, ValueAt } from './form/types.ts'
export { sendToAllLayouts, sendToLayouts } from './layout/broadcast.ts'
export { LayoutError } from './layout/errors.ts'
export {
  Layout,
  type LayoutHandlers,
  type LayoutOptions,
  type RegionContent,
} from './layout/layout.ts'
export { type ByRequest, type Page, type PageOptions, type ParamsOf, page } from './layout/page.ts'
export type { Sources } from './layout/policy.ts'
export { BiMap } from './state/bimap.ts'
export {
  addClass,
  Command,
  dispatch,
  focus,
  hide,
  removeAttribute,
  removeClass,
  setAttribute,
  show,
  toggle,
  toggleClass,
} from './template/commands.ts'
export { TemplateError } from './template/errors.ts'
export { html, svg } from './template/html.ts'
export { Rendered } from './template/rendered.ts'
export type { Handler, LiveEvent, TemplateValue } from './template/template-value.ts'
export { classes, each, List, Raw, raw, styles } from './template/values.ts'
