/** Cause and cure of every error code, in Spanish. */
import type { CauseAndCure, ErrorCode } from '../../../reference/error-codes.ts'

export const errors: Record<ErrorCode, CauseAndCure> = {
  'template-syntax': {
    cause:
      'Una plantilla no se puede leer: una etiqueta o un atributo queda sin cerrar, un elemento que no es vacío se cierra solo, o el programa crea más de 20.000 plantillas distintas.',
    cure: 'Corrige el marcado en el archivo, la línea y la columna que nombra el mensaje. Pon lo que cambia en `${…}` en vez de armar marcado con texto.',
  },
  'template-nesting': {
    cause:
      'Un elemento está donde el analizador de HTML lo cerraría, movería o quitaría: un `<div>` en un `<p>`, un `<tr>` sin `<tbody>`, una etiqueta de cierre que no cierra nada.',
    cure: 'Mueve el elemento o cambia el que lo rodea. La regla vale también entre plantillas, listas y componentes: mira el lugar que muestra esta plantilla.',
  },
  'template-place': {
    cause:
      'Hay un valor donde no puede haberlo: en el nombre de una etiqueta o de un atributo, en `<script>` o `<style>`, en un comentario, o suelto en una etiqueta sin ser el campo de un formulario.',
    cure: 'Escribe `name=${…}` para un atributo, elige entre dos plantillas enteras para otro elemento y da sus datos a un script en un atributo `data-`.',
  },
  'template-value': {
    cause:
      'Un valor no encaja en su sitio: una promesa, una clase o un objeto como texto, algo que no es una función en `lv-click`, filas que no son plantillas, o CSS que terminaría su declaración.',
    cure: 'Convierte antes el valor. Para un handler escribe el método sin `()`; para una lista, `each(items, key, (item) => …)`.',
  },
  'template-key': {
    cause:
      'Dos elementos de un mismo `each()` tienen la misma clave, o una clave no es ni texto ni número.',
    cure: 'Devuelve en la función de la clave algo que identifique al elemento: su id, no su posición ni su nombre.',
  },
  'component-detached': {
    cause:
      'Se pidió algo de su sesión a un componente que no es parte de una página: en su constructor, después de desmontarlo, o porque se creó con `new`.',
    cure: 'Inicia temporizadores y suscripciones en `connected()`. Muestra a los hijos con `mount(Child)`, y en las pruebas usa `visit(Component)`. Escribe `load()`, `stream()` y `form()` en campos.',
  },
  'component-view': {
    cause: '`getTemplate()` ha devuelto una promesa, porque es `async` o espera algo.',
    cure: 'Carga los datos en `start()`, en un handler o con `load()`, guárdalos en un campo y muestra el campo.',
  },
  'component-impure': {
    cause:
      'Una vista ha cambiado el estado al ejecutarse: ordena una lista en su lugar, llama a un método que cambia un campo, o llama a `commit()`, `publish()`, `after()` o `every()`.',
    cure: 'Cambia el estado en un handler, en `start()` o en un temporizador. Copia la lista antes de ordenarla: `[...this.items].sort()`. En producción no se avisa de un campo cambiado; sí en páginas con `debug`, en las pruebas y en las lecciones.',
  },
  'component-twice': {
    cause:
      'Un `mount()` se usa en dos lugares o en otra ejecución que la suya, dos hijos de un padre tienen la misma clave, o la fila de un stream contiene un componente.',
    cure: 'Llama a `mount()` en la plantilla, una vez por hijo, y da a los hijos de una clase su propia `key`. Las filas con componentes necesitan `each()` sobre una lista.',
  },
  'component-default': {
    cause:
      'Se esperaba una clase de componente y llegó otra cosa: nada, porque falta un export o los imports forman un círculo, o una clase sin `getTemplate()` o sin `getDriver()`.',
    cure: 'Pasa la clase misma, como en `mount(Counter)`, y haz que extienda `LiveComponent`. Si es undefined, mira el import.',
  },
  'component-provide': {
    cause: 'Se llamó a `this.provide()` fuera de `getTemplate()`.',
    cure: 'Guarda el valor en un campo y llama a `this.provide(key, this.field)` en `getTemplate()`, para que se ofrezca de nuevo tras cada cambio.',
  },
  'component-import': {
    cause: 'El módulo de un `lazy()` no tiene una clase de componente como export por defecto.',
    cure: 'Añade ese export o elige otro: `lazy(() => import(…).then((module) => module.Chart))`.',
  },
  'component-shared': {
    cause:
      'Una vista con `static sharedView = true` hace algo que es de un solo visitante: tiene una flecha como handler, monta un componente, o pregunta por la sesión, la hora o un stream.',
    cure: 'Escribe los handlers como métodos que leen `event.dataset` y guarda en campos lo que se muestra. Si la vista es distinta para cada visitante, quita `sharedView`.',
  },
  'component-guard': {
    cause: 'Una guarda ha devuelto una promesa.',
    cure: 'Consulta la base de datos en `authenticate`, que puede esperar, y decide en la guarda por `session.identity`.',
  },
  'handler-not-function': {
    cause:
      'Un handler, un temporizador o una suscripción recibió algo que no es una función, casi siempre el resultado de una llamada: `lv-click=${this.add()}`.',
    cure: 'Escribe el método sin `()`: `lv-click=${this.add}`, o una flecha: `lv-click=${() => this.add(3)}`.',
  },
  'handler-schema': {
    cause: 'El primer argumento de `validated()` no sigue Standard Schema.',
    cure: 'Pasa un esquema de zod, valibot, arktype u otra biblioteca que tenga `~standard`.',
  },
  'read-not-found': {
    cause:
      'Un driver lee un elemento cuyo id no está en la página: se escribe de otra forma, o se generó en este turno y aún no está allí.',
    cure: 'Revisa el id. Si el elemento es nuevo, llama a `this.commit()` antes de leer.',
  },
  'read-timeout': {
    cause:
      'La pestaña no respondió en 5 s a una lectura del driver (`limits.readWait`), o se cerró su conexión.',
    cure: 'Atrapa el error y sigue sin el valor, o lee más tarde. El servidor no puede saber qué muestra una pestaña cerrada.',
  },
  'read-refused': {
    cause:
      'La pestaña no pudo leer lo que pide el driver, por ejemplo una propiedad que lanza un error o que no se puede enviar.',
    cure: 'Lee algo que quepa en JSON, como un texto o un número.',
  },
  'address-invalid': {
    cause:
      '`patch()`, `navigate()` o `redirect()` recibió una dirección que no es una ruta de este sitio ni empieza por `https:` o `http:`, como `javascript:` o `//other.example`.',
    cure: 'Escribe una ruta, como en `/users?page=2`. No pases nunca la dirección de un visitante sin comprobarla.',
  },
  'address-elsewhere': {
    cause:
      '`patch()` recibió la dirección de otra página, o se llamó a `patch()` o a `navigate()` antes de mostrar la primera vista.',
    cure: 'Usa `this.navigate(url)` para ir a otra página. En `start()` escribe `throw redirect(url)`.',
  },
  'address-loop': {
    cause:
      '`paramsChanged()` llama a `this.patch()`, que llama a `paramsChanged()`, y así sin fin.',
    cure: 'Llama a `this.patch(url)` solo si `url` es distinta de `this.url`.',
  },
  'input-refused': {
    cause:
      'Lo que envió un visitante no cumple el esquema de `validated()`, o una dirección no cumple el de su página. El handler no se ejecutó y nada ha cambiado.',
    cure: 'No hay nada que arreglar en el programa. Si se rechazan datos honestos, amplía el esquema; `error.issues` tiene sus palabras. Para mensajes junto a los campos usa `form()`.',
  },
  'guard-refused': {
    cause: 'La guarda de una página o de un componente no devolvió `true`, o lanzó un error.',
    cure: 'Si el visitante debería pasar, mira qué devuelve `authenticate` y qué pide la guarda de `session.identity`; solo vale `true`, así que un `return` olvidado rechaza a todos.',
  },
  'form-name': {
    cause:
      'El nombre de un campo no es una ruta: está vacío, tiene claves vacías o no cierra un corchete.',
    cure: 'Une las claves con puntos y escribe los lugares de una lista entre corchetes: `address.city`, `items[0].count`.',
  },
  'form-element': {
    cause:
      '`field()` está en una etiqueta que no es un campo, en un campo de archivos o en un botón; o `message()`, en un elemento que no puede mostrar texto.',
    cure: 'Pon `field(name)` en `<input>`, `<select>` o `<textarea>`, y `message(name)` en un `<p>` o un `<span>`. Los archivos no pueden ser parte de un formulario.',
  },
  'form-schema': {
    cause: 'El primer argumento de `form()` no sigue Standard Schema.',
    cure: 'Pasa un esquema de zod, valibot, arktype u otra biblioteca que tenga `~standard`.',
  },
  'form-detached': {
    cause: 'Se usa un formulario que no es campo de un componente montado.',
    cure: 'Escribe `signUp = form(schema)` en la clase, no en un handler ni al comienzo del módulo.',
  },
  'form-handler': {
    cause: '`submit()` de un formulario recibió algo que no es una función.',
    cure: 'Escribe `submit(this.save)`, sin `()` detrás de `save`.',
  },
  redirect: {
    cause: 'El programa ha lanzado `redirect(url)`. No es un fallo: no se deshace nada.',
    cure: 'No hay nada que arreglar. Si aparece en un registro tuyo, deja pasar el desenlace en vez de atraparlo.',
  },
  'not-found': {
    cause: 'El programa ha lanzado `notFound()`. No es un fallo: no se deshace nada.',
    cure: 'No hay nada que arreglar. `errorPages[404]` dice qué ven los visitantes.',
  },
  forbidden: {
    cause: 'El programa ha lanzado `forbidden()`. No es un fallo: no se deshace nada.',
    cure: 'No hay nada que arreglar. `errorPages[403]` dice qué ven los visitantes.',
  },
  'layout-name': {
    cause: 'El nombre de un layout no tiene entre 1 y 60 letras, cifras, `-` y `_`.',
    cure: 'Cambia el nombre del layout. Es el destino que usa `sendToLayouts()`.',
  },
  'layout-file': {
    cause: 'No se pudo leer el archivo HTML de un layout.',
    cure: "Da una ruta relativa a la carpeta en la que arranca el programa, o `new URL('./layout.html', import.meta.url)`.",
  },
  'layout-region': {
    cause:
      'Se dio un componente para una región que el HTML del layout no tiene, dos regiones se llaman igual, o su elemento no está vacío.',
    cure: 'Añade `lv-region="name"` a un elemento vacío, o corrige el nombre en `components`.',
  },
  'layout-source': {
    cause: 'Un layout recibió `html` y `file`, o ninguno de los dos.',
    cure: 'Pasa uno de los dos.',
  },
  'layout-unserved': {
    cause:
      'Se llamó a `sendToAllLayouts()` o a `sendToLayouts()` en un proceso que no sirve páginas.',
    cure: 'Llámala después de `serve()` o de `createHandler()`.',
  },
  'topic-invalid': {
    cause: 'Un topic está vacío, es demasiado largo o tiene un segmento vacío.',
    cure: 'Escribe segmentos separados por dos puntos, como en `room:7`.',
  },
  'pattern-invalid': {
    cause:
      'Un patrón de `subscribe()` tiene un `*` como primer segmento, o junto a otras letras de un segmento.',
    cure: 'Haz que `*` ocupe un segmento entero detrás del primero: `room:*`.',
  },
  'topic-refused': {
    cause: '`allowTopic` ha negado el topic a esta sesión.',
    cure: 'Si la sesión puede usarlo, corrige `allowTopic` en las opciones de `serve()`. Se le pregunta por cada topic que oye un patrón.',
  },
  'topic-loop': {
    cause:
      'Un listener publica algo que vuelve a él: en su propio topic, o en uno cuyos listeners publican en el suyo. A un solo mensaje le han seguido 10.000.',
    cure: 'Publica en un handler y deja que el listener solo cambie el estado. Si un listener tiene que responder, que lo haga en otro topic, o solo mientras quede algo que decir.',
  },
  'message-unsendable': {
    cause:
      'Un mensaje publicado contiene algo que no se puede enviar: una función, una instancia de una clase, una promesa.',
    cure: 'Envía datos sencillos, de los mismos tipos que puede tener el estado.',
  },
  'queue-full': {
    cause:
      'Más de 1.000 mensajes que no son estado (`push`, `flash`, escrituras y lecturas del driver) esperan a una pestaña que no recoge nada (`limits.queue`). La última llamada no se envía.',
    cure: 'Muéstralo desde el estado, que nunca hace cola, o usa `push` con `{ newest: true }`.',
  },
  'mailbox-full': {
    cause:
      'Más de 1.000 mensajes del bus esperan su turno en una sesión (`limits.mailbox`), porque uno de sus handlers los retiene. El mensaje más nuevo se pierde.',
    cure: 'Haz el trabajo lento en `load()` o fuera de la sesión, para que ningún handler espere mucho.',
  },
  'handler-failed': {
    cause:
      'Un handler, un temporizador, un hook o una vista lanzó algo sin código propio. Lo que había cambiado se deshizo.',
    cure: 'Lee el mensaje y la pila, que nombran el componente y el handler. En una página con `debug` también se le cuentan a la pestaña; un `fallback()` muestra algo mejor al visitante.',
  },
  'state-unstorable': {
    cause:
      'Un campo contiene algo que no se puede guardar: una función, un símbolo, una promesa, una instancia de una clase. El turno se deshizo.',
    cure: 'Deja en los campos datos sencillos. Crea las instancias donde se usan, o ponlas en un campo `#private`, que no es estado.',
  },
  'state-too-large': {
    cause:
      'El estado de un componente ocupa más de 1 MB (`limits.stateBytes`). El turno se deshizo.',
    cure: 'Deja en los campos solo lo que la página debe recordar y carga el resto con `load()` o `stream()`.',
  },
  'state-unreadable': {
    cause: 'No se pudo leer un componente guardado: está dañado, o lo escribió otra versión.',
    cure: 'El componente empieza por su estado inicial, así que no hay que hacer nada. `onReset` recibe los campos; aumenta `version` de la página cuando lo guardado ya no encaje.',
  },
  'session-fenced': {
    cause: 'Otro proceso se ha hecho cargo de la sesión, así que este ya no puede escribirla.',
    cure: 'Nada: la pestaña sigue allí, y aquí la sesión termina. Si pasa a menudo, haz que el proxy mande a cada visitante al mismo proceso.',
  },
  'session-gone': {
    cause:
      'La sesión ya no está: quedó abandonada más tiempo que `limits.keep`, se eliminó, o su página ya no se sirve o tiene otra versión.',
    cure: 'La pestaña se recarga sola y ofrece lo que se había escrito. Para conservar sesiones tras un reinicio, usa `fileStore()` y el mismo `secret` en cada proceso.',
  },
  'session-unreadable': {
    cause:
      'El archivo guardado de una sesión está dañado o tiene un formato que esta versión no conoce.',
    cure: 'La sesión empieza de nuevo, y el archivo viejo queda a su lado como `.unreadable`. Si se repite, revisa el disco.',
  },
  'session-id-invalid': {
    cause: 'Se llamó a un almacén con un id que no tiene entre 1 y 128 letras, cifras, `-` y `_`.',
    cure: 'Usa el id con el que se creó la sesión. Forma parte del nombre de un archivo, por eso no vale otro.',
  },
  'store-unwritable': {
    cause: 'No se puede leer o escribir en la carpeta de un `fileStore()`, o el disco está lleno.',
    cure: 'Elige una carpeta en la que este usuario pueda escribir y que tenga espacio. Mientras tanto, los turnos esperan y se intentan de nuevo; no se pierde nada.',
  },
  'store-closed': {
    cause: 'Se usó un almacén después de cerrarlo.',
    cure: 'Cierra el servidor antes que su almacén, o ábrelo de nuevo con `fileStore()`.',
  },
  'port-taken': {
    cause: 'Otro programa escucha en ese puerto.',
    cure: 'Detén ese programa o elige otro puerto; `port: 0` toma uno libre.',
  },
  'port-refused': {
    cause:
      'El sistema no deja que el programa abra el puerto: le falta el permiso, o ese host no existe aquí.',
    cure: 'Usa un puerto mayor que 1023 y un host de esta máquina.',
  },
  'client-missing': {
    cause: 'El archivo del cliente no está junto al código del servidor.',
    cure: 'En este repositorio, ejecuta antes `npm run build`. En un bundle, deja el paquete entero.',
  },
  'pages-missing': {
    cause: '`serve()` o `createHandler()` no recibió páginas.',
    cure: "Pasa al menos una: `serve({ pages: [page('/', Home)] })`.",
  },
  'path-twice': {
    cause: 'Dos páginas tienen la misma ruta.',
    cure: 'Da a cada página su propia ruta.',
  },
  'identity-late': {
    cause:
      '`authenticate` no respondió en 5 s (`limits.identityWait`). Un primer pintado recibe 503, y una conexión se intenta de nuevo.',
    cure: 'Mira a qué espera y guarda las sesiones donde se encuentren rápido, o aumenta el límite.',
  },
  'identity-too-large': {
    cause: 'Lo que devolvió `authenticate` ocupa más de 64 KB (`limits.identity`).',
    cure: 'Devuelve un id y roles, y carga el resto donde se muestra.',
  },
  'key-invalid': {
    cause:
      '`identityKey` devolvió, o `endSessions` recibió, algo que no es un texto, o un texto vacío.',
    cure: 'Usa lo que nombra al usuario en tu base de datos, como texto: `String(user.id)`.',
  },
  'key-missing': {
    cause: 'Se llamó a `endSessions()` en un servidor sin `identityKey`.',
    cure: 'Añade `identityKey: (user) => user.id` a las opciones del servidor.',
  },
  'store-unfit': {
    cause: 'Se dio `identityKey`, y el almacén no tiene `setNotBefore()` y `notBefore()`.',
    cure: 'Usa `memoryStore()` o `fileStore()`, o añade ambos métodos a tu propio almacén.',
  },
  'frame-unknown': {
    cause:
      'Un mensaje es de un tipo que no existe: el otro extremo tiene otra versión, o no es Telar.',
    cure: 'Recarga la página. Si escribiste tu propio cliente, compáralo con las páginas sobre el cable.',
  },
  'frame-truncated': {
    cause: 'Un mensaje termina en medio de uno de sus campos.',
    cure: 'Recarga la página. Busca un proxy que corte los mensajes de WebSocket.',
  },
  'frame-malformed': {
    cause:
      'Un campo de un mensaje no es lo que debe ser: un número de más de 4 bytes, texto que no es JSON, texto donde se acordaron bytes.',
    cure: 'Recarga la página. Busca un proxy que cambie los mensajes; en tu propio cliente, compara los bytes con las páginas sobre el cable.',
  },
  'frame-too-large': {
    cause:
      'Un evento es mayor que `limits.window.event` (1 MB), o un mensaje mayor que `limits.message`. Al visitante se le dice junto al campo.',
    cure: 'Envía menos o aumenta el límite. Los archivos no van en un campo de texto.',
  },
  'form-too-large': {
    cause: 'Un formulario tiene más de 1.000 campos (`limits.formFields`).',
    cure: 'Divide el formulario o aumenta el límite.',
  },
  'hello-expected': {
    cause: 'Un socket envió antes otra cosa, o nada en 10 s.',
    cure: 'El cliente que viene con Telar lo intenta de nuevo solo. Un cliente propio debe enviar primero `hello`.',
  },
  'event-forged': {
    cause:
      'Una pestaña envió un evento para un handler que nunca se le mostró. Se conecta de nuevo, porque no muestra lo que el servidor envió.',
    cure: 'Si ocurre una vez, es una extensión o una herramienta que cambia la página. Si tu código no envía eventos a mano, no hay que hacer nada.',
  },
  'token-invalid': {
    cause:
      'El token de la página se firmó con otro secreto, casi siempre el de un proceso que ya no existe.',
    cure: 'La pestaña se recarga sola. Pon en `secret` o en `TELAR_SECRET` un texto fijo, el mismo en cada proceso.',
  },
  'identity-refused': {
    cause: '`authenticate` lanzó un error para el visitante de una pestaña que se conecta.',
    cure: 'La pestaña carga su página de nuevo y recibe su 403. Si el visitante debería pasar, mira qué lanza `authenticate`.',
  },
  'identity-changed': {
    cause:
      'Una pestaña se conecta con otro usuario que aquel para el que se pintó su página, o con ninguno.',
    cure: 'La pestaña se recarga sola. Da `identityKey`, para que el mismo usuario con otros detalles cuente como el mismo.',
  },
  'session-ended': {
    cause: '`endSessions()` ha terminado las sesiones de este usuario.',
    cure: 'La pestaña se recarga sola y llega a lo que ve un visitante sin usuario.',
  },
  'page-moved': {
    cause:
      'Las marcas del primer pintado no están donde se escribieron: las movió el analizador del navegador, o un proxy o una extensión cambió la página.',
    cure: 'La página se pinta de nuevo sola. Busca un `raw(…)` que cierre un elemento a su alrededor y programas que reescriban el HTML por el camino.',
  },
  'drive-failed': {
    cause:
      'Una escritura del driver falló en la página: el elemento no está, la propiedad lanza un error, o la página no permite script.',
    cure: 'Revisa el id. Para `evalScript` la página necesita `allowScript: true`.',
  },
  'redirect-loop': {
    cause: 'Unas páginas mandan al visitante a otras sin fin.',
    cure: 'Redirige solo desde páginas que el visitante no puede ver hacia una que sí: no de `/login` a `/login`.',
  },
  'take-over-failed': {
    cause:
      'Una sesión conservada no funciona con el código que el proceso tiene ahora, o fallan el almacén o `authenticate`. El servidor lo intenta otra vez, y en cuanto llega otro código.',
    cure: 'Corrige el componente que nombra el registro. Mientras tanto no se pierde nada del visitante.',
  },
  'store-waits': {
    cause:
      'El almacén se niega a escribir por ahora. Los últimos eventos del visitante lo esperan.',
    cure: 'Atiende el almacén: un disco lleno, una base de datos que no está. El motor lo intenta de nuevo, como mucho cada 5 s.',
  },
  'store-works': {
    cause: 'El almacén funciona otra vez, y lo que esperaba está guardado.',
    cure: 'No hay que hacer nada.',
  },
  'client-incomplete': {
    cause:
      'No se pudo cargar una parte del cliente: falló la conexión, o una versión más nueva la sustituyó.',
    cure: 'El cliente lo intenta de nuevo y recarga la página si el servidor tiene otra versión. Al desplegar, conserva un tiempo los archivos viejos.',
  },
  'frame-diverged': {
    cause:
      'Lo que muestra una pestaña no suma lo que el servidor le ha dicho: un fallo del motor, o un script que cambió texto de la página.',
    cure: 'La pestaña se conecta de nuevo y queda bien pintada. Aparta los scripts de lo que muestran las plantillas, o dales un elemento con `lv-ignore`. Si no es un script, informa del fallo.',
  },
  'query-not-found': {
    cause: 'Ningún elemento de la página encaja con la consulta de una prueba.',
    cure: 'Lee la lista del mensaje: nombra lo que hay. Si llega después, espera lo que lo trae.',
  },
  'query-ambiguous': {
    cause: 'Más de un elemento de la página encaja con la consulta de una prueba.',
    cure: 'Describe mejor el elemento, busca en una parte con `within()` o elige uno con `{ nth: 0 }`.',
  },
  'action-impossible': {
    cause:
      'Una prueba hace algo que un visitante no puede: escribe en un campo bloqueado, envía un formulario sin `lv-submit`, pulsa una tecla desconocida, vuelve atrás donde no hay página.',
    cure: 'Haz lo que haría un visitante. Si el campo no debería estar bloqueado, o el formulario debería tener `lv-submit`, el error está en la página.',
  },
  'component-not-found': {
    cause: '`stateOf()` nombra un componente que la página no muestra.',
    cure: 'Revisa la clase y la clave. El mensaje enumera los componentes que hay.',
  },
  'component-ambiguous': {
    cause: '`stateOf()` nombra un componente que la página muestra más de una vez.',
    cure: 'Di cuál por su clave: `tab.stateOf(Row, { key: 7 })`.',
  },
  'page-failed': {
    cause:
      'La página comunicó un fallo a una prueba, responde con un estado que no tiene página, o lleva a otro sitio.',
    cure: 'Lee el mensaje, que contiene el fallo mismo. Espera el estado con `tab.status` donde lo correcto es que no haya página.',
  },
  'not-settled': {
    cause:
      'Después de un paso de una prueba, un handler, un temporizador o un mensaje sigue esperando.',
    cure: 'Busca una promesa que no se resuelve nunca. Un temporizador solo avanza con `tab.clock.advance(ms)`.',
  },
  'check-malformed': {
    cause:
      'Una comprobación no tiene pasos, tiene dos con el mismo id, o un id que no son palabras en minúscula con guiones.',
    cure: 'Da a cada paso un id propio, como `one-click-one`.',
  },
  'package-missing': {
    cause: '`telar/testing` necesita jsdom y dom-accessibility-api, y falta uno de los dos.',
    cure: 'Ejecuta `npm install --save-dev jsdom dom-accessibility-api`.',
  },
  'cost-unknown': {
    cause: '`toCost()` recibió algo que no es una pestaña, o ni bytes ni ops.',
    cure: 'Escribe `expect(tab).toCost({ bytes: 100, ops: 3 })`.',
  },
}
