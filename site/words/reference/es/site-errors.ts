/** Cause and cure of the codes of this site, in Spanish. */
import type { SiteErrorWords } from '../words.ts'

export const siteErrors: SiteErrorWords = {
  'reader-code': {
    title: 'El código del playground y de las lecciones',
    seenBy:
      'Aparecen en la consola del espacio de trabajo, casi siempre con archivo y línea. La causa está en el código que hay ahí.',
    codes: {
      'entry-missing': {
        cause: 'El archivo por el que empieza la página no está entre los archivos.',
        cure: 'Créalo con el nombre que da el mensaje, o pulsa Restablecer.',
      },
      'default-missing': {
        cause: 'El archivo por el que empieza la página no tiene export por defecto.',
        cure: 'Escribe `export default class Counter extends LiveComponent`.',
      },
      'default-unusable': {
        cause:
          'El export por defecto es algo que no se puede mostrar: un objeto, una función o una clase sin `getTemplate()`.',
        cure: 'Exporta una clase de componente, un `Layout` o lo que devuelve `page()`.',
      },
      'import-missing': {
        cause: 'Un import nombra un archivo que no está entre los archivos.',
        cure: 'Corrige el nombre, con su extensión, o crea el archivo. El mensaje enumera los que hay.',
      },
      'import-json': {
        cause: 'Se importa un archivo JSON sin su tipo, y Node lo exige.',
        cure: "Escribe `with { type: 'json' }` detrás del nombre del archivo.",
      },
      'import-unknown-package': {
        cause:
          'Un import nombra un paquete que el contenedor no tiene, o un archivo tuyo sin `./`.',
        cure: 'Escribe `./` delante del nombre de un archivo. Si necesitas paquetes, llévate el código con Descargar e instálalos allí.',
      },
      'import-unexported': {
        cause: 'Un import pide a un archivo o a un paquete un nombre que no exporta.',
        cure: 'Expórtalo allí o corrige el nombre. Para un tipo, escribe `import { type Name }`.',
      },
      syntax: {
        cause: 'Un archivo no es TypeScript legible: falta un paréntesis, una comilla o una coma.',
        cure: 'Mira la línea que nombra el mensaje y la anterior.',
      },
      'syntax-unsupported': {
        cause:
          'Un archivo tiene TypeScript que no son solo tipos: un `enum`, un `namespace`, una propiedad en los parámetros. Aquí se quitan los tipos y no se traduce nada.',
        cure: 'Escríbelo como lo tiene JavaScript. El mensaje dice cómo.',
      },
      'syntax-decorator': {
        cause: 'Un archivo tiene un decorador, y Node no los ejecuta.',
        cure: 'Escribe un campo o un método de la clase. El estado no necesita marca: todo campo es estado.',
      },
      'syntax-jsx': {
        cause: 'Un archivo tiene JSX, y aquí nada lo compila.',
        cure: 'Escribe el marcado en una plantilla: `` html`<p>${this.count}</p>` ``.',
      },
      json: {
        cause: 'Un archivo JSON no se puede leer.',
        cure: 'Usa solo comillas dobles, sin comentarios y sin coma detrás del último elemento.',
      },
      thrown: {
        cause: 'Tu código ha lanzado algo que no tiene código propio.',
        cure: 'Lee el mensaje y sigue la pila en la consola hasta tu línea.',
      },
      loop: {
        cause:
          'Tu código se ejecutó durante 2 segundos sin una pausa. Nadie más podía recibir respuesta, y su proceso se terminó.',
        cure: 'Haz que el bucle acabe, o espera en él algo que tarde. El mensaje nombra el handler y la línea.',
      },
      'load-exit': {
        cause: 'El proceso terminó mientras se cargaban tus archivos.',
        cure: 'Busca una llamada a `process.exit()` en el nivel superior de un archivo.',
      },
      'load-late': {
        cause:
          'Tus archivos no terminaron de cargarse: uno espera en su nivel superior algo que nunca llega.',
        cure: 'Lleva ese `await` a `start()` o a un handler.',
      },
      'check-exit': {
        cause: 'El proceso terminó durante la comprobación de una lección.',
        cure: 'Busca una llamada a `process.exit()` en tu código.',
      },
      'check-late': {
        cause: 'Un paso de la comprobación no terminó: un handler espera algo que nunca llega.',
        cure: 'Mira qué esperan los handlers de ese paso.',
      },
      'files-lost': {
        cause: 'Tu código ha borrado archivos que el contenedor necesita.',
        cure: 'Pulsa Ejecutar: un contenedor nuevo recibe tus archivos como están en el editor.',
      },
      'paint-failed': {
        cause:
          'El primer renderizado de la página ha fallado y el motor no dijo por qué. Es un fallo nuestro.',
        cure: 'Deshaz tu último cambio y avísanos con el código que lo provoca.',
      },
    },
  },
  container: {
    title: 'Contenedores',
    seenBy:
      'Aparecen en la consola del espacio de trabajo cuando un contenedor no arranca o desaparece. Casi nunca se deben a tu código.',
    codes: {
      'host-late': {
        cause: 'El host de contenedores, o StackBlitz, no ha respondido a tiempo.',
        cure: 'Revisa la red y recarga la página. Si sigue igual, el host de este sitio está caído.',
      },
      'engine-late': {
        cause: 'El contenedor está en marcha, pero su motor no arrancó a tiempo.',
        cure: 'Pulsa Ejecutar otra vez. Si muchos lectores ejecutan código a la vez, espera un momento.',
      },
      'engine-not-loaded': {
        cause: 'Los archivos del motor no se cargaron en el contenedor.',
        cure: 'Recarga la página, que los pide de nuevo. La consola muestra el error.',
      },
      'no-address': {
        cause:
          'Tu servidor escucha, pero el host no dio a su puerto una dirección para la vista previa.',
        cure: 'Pulsa Detener y después Ejecutar.',
      },
      'container-failed': {
        cause: 'El contenedor o su host ha fallado de una manera que no tiene código propio.',
        cure: 'Lee el mensaje y pulsa Ejecutar otra vez. Si se repite, avísanos.',
      },
    },
  },
  'container-settings': {
    title: 'Dónde se ejecuta el código',
    seenBy: 'Aparecen en la vista previa, antes de que se ejecute nada.',
    codes: {
      'host-settings': {
        cause: 'El sitio no dijo dónde se ejecuta el código, o su respuesta no se puede leer.',
        cure: 'Recarga la página. Quien administra el sitio debe revisar `TELAR_HOST` y el proxy que haya delante de `/telar-config.json`.',
      },
      'host-away': {
        cause:
          'No se llega al sitio o a su host de contenedores: estás sin conexión, o uno de los dos está caído.',
        cure: 'Revisa la red. La página sigue sola en cuanto respondan.',
      },
    },
  },
  preview: {
    title: 'Vistas previas',
    seenBy: 'Aparecen junto a una predicción o una comprobación que necesita la vista previa.',
    codes: {
      'preview-away': {
        cause: 'La vista previa no está, o lleva 5 segundos sin responder.',
        cure: 'Ejecuta el código o recarga la vista previa.',
      },
      'preview-refused': {
        cause:
          'La vista previa no pudo hacer lo que pedía la lección: no muestra ese botón o ese campo.',
        cure: 'Compara tu código con el texto: los nombres de botones y campos tienen que ser los mismos.',
      },
    },
  },
  workspace: {
    title: 'Los archivos del espacio de trabajo',
    seenBy: 'Aparecen junto a las pestañas de los archivos.',
    codes: {
      'file-name': {
        cause:
          'Un archivo no puede llamarse así: el nombre ya existe, es demasiado largo, o su extensión o alguna letra no se admite.',
        cure: 'Elige otro nombre. El mensaje dice qué se admite.',
      },
      'file-missing': {
        cause: 'El archivo se borró o cambió de nombre mientras tanto, quizá en otra pestaña.',
        cure: 'Abre otro archivo, o recupera una versión anterior en el historial.',
      },
      'file-entry': {
        cause: 'La página empieza por este archivo: no se borra, y su nombre acaba en `.ts`.',
        cure: 'Cámbiale el nombre o sustituye su texto.',
      },
    },
  },
  links: {
    title: 'Enlaces con código',
    seenBy: 'Aparecen en el playground al abrir o crear un enlace. Tu trabajo se queda como está.',
    codes: {
      'link-empty': {
        cause: 'El enlace no lleva código detrás del punto.',
        cure: 'Copia otra vez el enlace entero.',
      },
      'link-newer': {
        cause: 'El enlace lo hizo un Telar más nuevo.',
        cure: 'Ábrelo en el sitio donde se hizo.',
      },
      'link-letters': {
        cause:
          'El enlace tiene caracteres que ningún enlace lleva: algún programa los añadió o los cambió.',
        cure: 'Cópialo otra vez, sin las comillas o los paréntesis que lo rodeen.',
      },
      'link-truncated': {
        cause: 'Un programa ha cortado el enlace, como hacen algunos con los largos.',
        cure: 'Cópialo entero desde donde te lo enviaron.',
      },
      'link-damaged': {
        cause: 'El enlace cambió por el camino y su suma de comprobación ya no coincide.',
        cure: 'Pídelo de nuevo, o cópialo otra vez desde donde te lo enviaron.',
      },
      'link-too-big': {
        cause: 'Los archivos son demasiado grandes para un enlace.',
        cure: 'Quita texto antes de compartir, o envía el archivo que crea Descargar.',
      },
      'link-foreign': {
        cause: 'El enlace contiene algo que no hizo ningún playground de Telar.',
        cure: 'Pide a quien te lo envió un enlace hecho con Compartir.',
      },
      'link-file-name': {
        cause: 'El enlace contiene un archivo con un nombre que no se admite.',
        cure: 'Pide a quien te lo envió que cambie el nombre y lo comparta otra vez.',
      },
    },
  },
  'progress-file': {
    title: 'El archivo de tu progreso',
    seenBy: 'Aparecen en la página del curso al cargar un archivo. En ese caso no cambia nada.',
    codes: {
      'not-json': {
        cause: 'El archivo no es JSON.',
        cure: 'Elige un archivo que haya guardado esta página.',
      },
      'not-progress': {
        cause: 'El archivo es JSON de otra cosa.',
        cure: 'Elige un archivo que haya guardado esta página.',
      },
      newer: {
        cause: 'El archivo lo escribió una versión más nueva del sitio.',
        cure: 'Cárgalo allí.',
      },
      damaged: {
        cause:
          'Una parte del archivo no es como la escribe esta página. El mensaje nombra el lugar.',
        cure: 'Elige otro archivo: nunca se carga uno a medias.',
      },
    },
  },
  'create-telar': {
    title: 'create-telar',
    seenBy: 'Aparecen en la terminal. En la carpeta no queda nada.',
    codes: {
      arguments: {
        cause: 'La línea de órdenes tiene más de una carpeta o una opción que no existe.',
        cure: 'Lee `create-telar --help`. Pon entre comillas un nombre con espacios.',
      },
      name: {
        cause:
          'El nombre de la carpeta no puede ser el de un paquete, o es el de uno que el proyecto necesita.',
        cure: 'Usa minúsculas, cifras y guiones, como en `my-app`.',
      },
      template: {
        cause: 'No hay ninguna plantilla con ese nombre.',
        cure: 'Elige una de las que enumera el mensaje.',
      },
      terminal: {
        cause: 'Falta un dato y no hay una terminal donde preguntarlo.',
        cure: 'Escribe la carpeta y `--template` en la línea de órdenes.',
      },
      folder: {
        cause: 'La carpeta no está vacía, es un archivo o no se puede escribir en ella.',
        cure: 'Elige otro nombre o vacíala.',
      },
    },
  },
  'site-settings': {
    title: 'Los ajustes del sitio',
    seenBy: 'Aparecen en la terminal de quien arranca el sitio, que entonces no arranca.',
    codes: {
      port: {
        cause: '`PORT` no es un número entero de 1 a 65534.',
        cure: 'Arranca con `PORT=3000`, por ejemplo.',
      },
      'port-taken': {
        cause: 'Otro programa usa el puerto.',
        cure: 'Elige otro con `PORT`. El host de contenedores usa el siguiente.',
      },
      'port-refused': {
        cause:
          'Este usuario no puede abrir el puerto, o `TELAR_BIND` no es una dirección de esta máquina.',
        cure: 'Elige un puerto por encima de 1023 o quita `TELAR_BIND`.',
      },
      'host-kind': {
        cause: '`TELAR_HOST` no es ni `self`, ni `stackblitz`, ni `auto`.',
        cure: 'Quítalo para usar `self`.',
      },
      origin: {
        cause: '`TELAR_ORIGIN` o `TELAR_HOST_ORIGIN` no es un origen.',
        cure: 'Escribe solo protocolo, nombre y puerto, como en `https://telar.example`.',
      },
      containers: {
        cause: '`TELAR_CONTAINERS` no es un número entero a partir de 1.',
        cure: 'Quítalo para que elija el host.',
      },
      secret: {
        cause: '`TELAR_SECRET` tiene menos de 32 caracteres.',
        cure: 'Escribe uno más largo, o quítalo para que se cree uno en cada arranque.',
      },
      database: {
        cause: '`DATABASE_URL` no es una dirección de PostgreSQL.',
        cure: 'Escribe `postgres://user:password@localhost:5432/conduit`, o quítalo para guardar los artículos en memoria.',
      },
    },
  },
  'container-host': {
    title: 'El host de contenedores',
    seenBy:
      'Aparecen en el registro del host y llegan a la página que le pide un contenedor. El lector los ve como el motivo de que no haya contenedor.',
    codes: {
      'port-taken': {
        cause: 'Otro programa usa el puerto que sigue al del sitio.',
        cure: 'Arranca el sitio con otro `PORT`.',
      },
      'host-full': {
        cause: 'El host se está cerrando y ya no da contenedores.',
        cure: 'Recarga la página cuando el host vuelva a estar en marcha.',
      },
      'boot-failed': {
        cause: 'Un contenedor no ha arrancado: su proceso terminó o tardó demasiado.',
        cure: 'Ejecuta otra vez. Quien administra el host encuentra el motivo en su registro: a menudo la memoria, o un sandbox que no está permitido.',
      },
      'runtime-unusable': {
        cause:
          'Otros usuarios pueden escribir en la carpeta que se indicó para lo que ejecutan los contenedores.',
        cure: 'Elige una carpeta que sea solo de este usuario.',
      },
      'token-refused': {
        cause: 'Pide un contenedor una página de un origen que este host no sirve.',
        cure: 'Añade el origen a los ajustes del host: `TELAR_ORIGIN` del sitio.',
      },
      'call-malformed': {
        cause: 'Una página ha enviado una llamada con argumentos que el host no admite.',
        cure: 'Recarga la página, para que ella y el host sean de la misma versión.',
      },
      'call-unknown': {
        cause: 'Una página ha pedido algo que el host no sabe hacer.',
        cure: 'Recarga la página, para que ella y el host sean de la misma versión.',
      },
      'container-ended': {
        cause: 'El contenedor ha terminado: no se usaba, llegó a un límite o su página ya no está.',
        cure: 'Pulsa Ejecutar para tener uno nuevo.',
      },
    },
  },
  'host-frames': {
    title: 'Los frames del host de contenedores',
    seenBy:
      'Aparecen en el registro del host. Página, host y contenedor se hablan en frames, y uno erróneo cierra la conexión.',
    codes: {
      'frame-too-large': {
        cause: 'Un frame pasa de 17 MB: se escribió un archivo de más de 16 MB.',
        cure: 'Usa archivos más pequeños.',
      },
      'frame-truncated': {
        cause: 'Un frame es más corto que su cabecera.',
        cure: 'Recarga la página, para que ella y el host sean de la misma versión.',
      },
      'frame-malformed': {
        cause: 'La longitud de un frame, o lo que contiene, no es lo anunciado.',
        cure: 'Recarga la página, para que ella y el host sean de la misma versión.',
      },
    },
  },
}
