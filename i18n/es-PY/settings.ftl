### Settings: shop, printer, language, users

## Settings

settings-shop = Comercio y ticket
settings-printer = Impresora
settings-display = Idioma y pantalla
settings-users = Usuarios y PIN
settings-lists = Importar listas
settings-undo = Descartar
settings-save = Guardar
settings-unsaved = Hay cambios sin guardar
settings-all-saved = Todo guardado

## Shop

shop-hint = Así sale en cada ticket.
shop-name = Nombre
shop-name-missing = El ticket necesita un nombre.
shop-ruc = RUC
shop-ruc-form = Números, guion y dígito, como 80009735-1.
shop-ruc-digit = El dígito verificador sería { $digit }. Revisá el número.
shop-address = Dirección
shop-phone = Teléfono
shop-footer = Última línea del ticket

## Display

display-hint = Cada cambio se ve y se guarda al instante.
display-language = Idioma
display-theme = Apariencia
display-light = Clara
display-dark = Oscura
display-scale = Tamaño
display-scale-fits = En esta ventana entra hasta { $percent }; lo elegido vale entero en una más grande.
display-sounds = Sonidos
display-read-aloud = Leer las alertas en voz alta
display-on = Sí
display-off = No

## Users

users-add = Agregar
users-add-title = Nuevo usuario
users-name = Nombre
users-role = Rol
users-inactive = Inactivo
users-activate = Activar
users-deactivate = Desactivar
users-new-pin = Nuevo PIN
users-new-pin-title = Nuevo PIN de { $name }
users-cancel = Cancelar
users-pin-new = PIN
users-pin-again = PIN otra vez
users-pin-hint = De 4 a 8 dígitos, que no sean una fila como 1234 ni uno repetido como 1111.
users-pin-too-easy = Muy fácil de adivinar. Elegí otro.
users-pin-not-digits = Tiene que ser de 4 a 8 dígitos.
users-pin-differs = No coincide con el primero.

## Lists

lists-products = Productos
lists-students = Alumnos
lists-path = Dónde está el CSV
lists-read = Revisar
lists-reading = Revisando el archivo…
lists-importing = Importando…
lists-none = No hay archivos CSV en esta carpeta
lists-none-todo = Guardá la planilla como CSV en esta carpeta, subí a otra o escribí la ubicación arriba.
lists-good =
    { $count ->
        [one] { $count } línea correcta
       *[other] { $count } líneas correctas
    }
lists-bad =
    { $count ->
        [one] { $count } línea con problemas
       *[other] { $count } líneas con problemas
    }
lists-nothing-yet = Todavía no se importó nada.
lists-ignored = Columnas que no se usan: { $headings }
lists-ignored-todo = ¿Alguna está mal escrita? Corregí su título en la planilla y revisala de nuevo; si no, no pasa nada.
lists-no-lines = No hay nada para importar. Revisá que sea la lista correcta.
lists-all-or-nothing = No se importó nada. Corregí estas líneas en la planilla y revisala de nuevo.
lists-line = Línea
lists-reason = Problema
lists-import = Importar
lists-imported =
    { $count ->
        [one] Se importó 1 línea
       *[other] Se importaron { $count } líneas
    }
lists-imported-todo = Ya se puede usar. Podés importar otra lista.
lists-kept = Lo que ya estaba cargado sigue igual.
lists-another = Elegir otro archivo
