/** What commands are and how they behave, in Spanish. */
import type { Section } from '../words.ts'

export const commands: readonly Section[] = [
  {
    id: 'where',
    title: 'Dónde se escriben',
    text: '`lv-do-` va delante de cualquier evento que `lv-` pueda oír: `lv-do-click`, `lv-do-mouseenter`, `lv-do-enter`. El valor es un comando o una lista, que se ejecuta en orden. El selector encuentra elementos en toda la página; sin él, el comando actúa sobre su propio elemento. Todos los modificadores valen también para él: `lv-key`, `lv-once`, `lv-outside`, `lv-stop`.',
    code: {
      language: 'ts',
      text: "html`<button lv-do-click=${[toggle('#menu'), focus('#search')]}>Menú</button>`",
    },
  },
  {
    id: 'lasting',
    title: 'Cuánto dura',
    text: 'Lo que escribió un comando se mantiene, aunque haya commits u otro proceso se haga cargo de la sesión, hasta que el servidor dé otro valor a ese mismo atributo. Termina con su elemento.',
  },
  {
    id: 'optimistic',
    title: 'Junto a un handler',
    text: 'En el mismo elemento puede haber un handler para el mismo evento. Entonces decide su respuesta: si falla o se rechaza, se deshace lo que escribieron los comandos para ese evento, y de dos pulsaciones, cada una por separado. Así un botón puede mostrar su nuevo estado antes de que responda el servidor.',
    code: {
      language: 'ts',
      text: "html`<button lv-do-click=${toggleClass('liked')} lv-click=${this.like}>Me gusta</button>`",
    },
  },
  {
    id: 'safe',
    title: 'Lo que no pueden hacer',
    text: 'Los comandos son datos que solo crean estas funciones, nunca script, así que ningún texto de un visitante se vuelve comando. Se rechazan `on…`, `lv-…`, `style` y los atributos con direcciones.',
  },
]
