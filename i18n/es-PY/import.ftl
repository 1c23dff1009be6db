### Reading catalogue and pupil lists

## Where a problem is: $reason is one of the sentences below; $value is what the cell says
import-problem = Línea { $line }: { $reason }
import-problem-in-column = Línea { $line }, columna «{ $column }»: { $reason }
import-not-text = el archivo no es un texto que se pueda leer. En Excel: Guardar como → CSV UTF-8.
import-spreadsheet = es una planilla, no un texto. Abrila en Excel y elegí Guardar como → CSV UTF-8.
import-too-large = la lista es demasiado larga: como máximo 50.000 filas y 32 MB. Partila en varias.
import-empty = no hay ninguna fila debajo de los títulos.
import-missing-column = falta la columna «{ $detail }» en los títulos.
import-doubled-column = esta columna está dos veces. Dejá una sola.
import-unread-diet = este título parece hablar de alergias, pero no se reconoce. Usá «contiene», «puede contener», «libre de» o «alergias», o borrá la columna.
import-unclosed-quote = se abre una comilla que nunca se cierra. Borrala o cerrala.
import-extra-cell = sobra «{ $value }»: hay más celdas que títulos. Si es un número con coma, ponelo entre comillas.
import-missing = no puede estar vacía.
import-text-too-long = el texto es demasiado largo: como máximo { $detail } letras.
import-not-money = «{ $value }» no es un monto entero en guaraníes, como 18.000.
import-negative = «{ $value }» no puede ser menor que cero.
import-not-price = «{ $value }» no es un precio: de 1 a 1.000.000.000 de guaraníes.
import-zero-limit = un límite de 0 no se entiende. Dejá la celda vacía si no hay límite.
import-not-quantity = «{ $value }» no es una cantidad, como 12 o 0,350.
import-not-whole = «{ $value }»: este producto se vende por unidad, sin decimales.
import-not-rate = «{ $value }» no es una tasa de IVA: 10, 5, 0 o exenta.
import-not-unit = «{ $value }» no es una unidad: un o kg.
import-not-yes-no = «{ $value }»: escribí sí o no.
import-not-code = «{ $value }» no es un código: de 1 a 32 letras, números, puntos, guiones o barras.
import-not-card = «{ $value }» no es un número de tarjeta: de 4 a 20 letras o números.
import-scientific = Excel convirtió el código en «{ $value }» y se perdieron cifras. Poné la columna en formato Texto y volvé a escribirlo.
import-doubled = «{ $value }» también está en la línea { $detail }.
import-unknown-allergen = «{ $detail }» no es un alérgeno conocido: gluten, crustáceos, huevo, pescado, maní, soja, leche, frutos secos, apio, mostaza, sésamo, sulfitos, altramuz, moluscos.
import-too-narrow = «libre de { $detail }» no alcanza para decir que es libre de todo el alérgeno. Escribí el alérgeno entero, o borralo.
import-contradiction = dice que contiene o puede contener «{ $detail }» y también que es libre de eso. Dejá uno solo.
import-not-severity = «{ $detail }» no es una gravedad: leve, moderada, severa o crítica.
import-not-source = «{ $value }» no es una fuente: etiqueta, proveedor, receta o personal.
import-not-document = «{ $value }» no es un RUC ni una CI.
import-ruc-digit = el dígito verificador de «{ $value }» debería ser { $detail }.
import-guardian-without-name = hay un teléfono o documento, pero falta el nombre del responsable.
import-not-kind = «{ $value }» no es un tipo: alumno o personal.
