### The window: navigation, login, first start, settings, dashboard

# What its speakers call this language.
locale-name = Español (Paraguay)

## Role

role-cashier = Caja
role-supervisor = Supervisión
role-manager = Gerencia
role-administrator = Administración

## Login

login-title = ¿Quién atiende?
login-todo = Elegí tu nombre y escribí tu PIN.
login-locked = Caja bloqueada
login-locked-todo = La venta en curso está guardada. Escribí tu PIN para seguir.
login-choose = Elegí un nombre
login-hint = PIN de 4 a 8 dígitos
login-checking = Verificando…
login-wrong = PIN incorrecto. Probá de nuevo.
login-wrong-wait = PIN incorrecto. Esperá { $seconds } s.
login-enter = Entrar

## Setup

setup-welcome = Tu cantina, lista en minutos
setup-promise = Todo queda en esta computadora y se puede cambiar después.
setup-language = Idioma
setup-language-title = ¿En qué idioma trabajás?
setup-language-todo = Cambia al instante. Los montos se escriben siempre en guaraníes.
setup-shop = Comercio
setup-shop-title = ¿Cómo se llama la cantina?
setup-shop-todo = Así sale en cada ticket.
setup-ruc = RUC (opcional)
setup-administrator = Administración
setup-administrator-title = ¿Quién administra la caja?
setup-administrator-todo = Puede todo: usuarios, ajustes, anulaciones. Guardá bien el PIN.
setup-lists = Listas
setup-lists-title = ¿Ya tenés tus listas?
setup-lists-todo = Importá productos y alumnos de una planilla CSV, o empezá vacío y cargalos después.
setup-back = Volver
setup-next = Continuar
setup-finish = Abrir la caja
setup-finish-empty = Empezar vacío

## Sales

sales-none = Todavía no hay ventas hoy
sales-none-todo = Acá aparece cada venta apenas se cobra, con su ticket.
sales-number = N.º
sales-time = Hora
sales-buyer = Alumno
sales-total = Total
sales-nobody = Sin alumno
sales-tender-card = Tarjeta alumno
sales-tender-cash = Efectivo
sales-tender-debit = Débito
sales-tender-credit = Crédito
sales-tender-qr = QR
sales-tender-transfer = Transferencia
sales-tender-giro = Giro
sales-is-void = Anulación
sales-voided = Anulada
sales-uncertain = ¿Salió el ticket { $number }?
sales-uncertain-page = ¿Salió la última página?
sales-uncertain-todo = La impresora se cortó a mitad de camino. Mirá el papel; la venta está guardada.
sales-came-out = Sí, salió
sales-print-again = Imprimir de nuevo
sales-ticket = Ticket { $number }
sales-reprint = Reimprimir copia
sales-void = Anular…
sales-no-ticket = Sin ticket
sales-no-ticket-todo = Esta venta no dejó ticket para mostrar ni reimprimir.
sales-void-title = Anular la venta
sales-void-what = Vuelven el saldo y el stock, y sale un ticket ANULADO. No se puede deshacer.
sales-reason = Motivo
sales-reason-mistake = Error de carga
sales-reason-returned = Devolución
sales-reason-tender = Pago equivocado
sales-keep = No anular
sales-void-now = Anular venta
sales-approval = PIN de quien autoriza

## The frame around the screens
opening = Abriendo la cantina…
nav-checkout = Venta
nav-sales = Ventas
sales-today = Ventas del día
nav-settings = Ajustes
nav-lock = Bloquear
no-right = Tu usuario no tiene permiso para eso. Pedíselo a un encargado.
pin-wrong = PIN incorrecto. Probá de nuevo.
pin-wait = Demasiados intentos. Esperá { $seconds } s.
pin-no-reason = Escribí el motivo, con 3 letras por lo menos.
pin-not-checked = No se pudo comprobar el PIN. { $why }
copy-queued = La copia va a la impresora.
test-page = Página de prueba
chip-printer-ready = Impresora lista
chip-printer-printing = Imprimiendo…
chip-printer-none = Sin impresora
chip-printer-connecting = Conectando…
chip-printer-stalled = Mirá el papel
chip-printer-gone = Impresora desconectada
chip-printer-uncertain = ¿Salió el ticket?
chip-clock-back = Hora atrasada
clock-back = La computadora dice { $now }, pero ya hubo actividad el { $before }. Se puede seguir vendiendo; corregí la hora cuando puedas.
import-file-too-large = El archivo es demasiado grande para ser una lista. No se importó nada.
import-unreadable = No se pudo leer { $path } ({ $cause }). No se importó nada.
import-changed = La lista cambió desde que se revisó. No se importó nada: revisala de nuevo.
file-saved = Guardado en { $path }
file-not-saved = No se pudo guardar { $path } ({ $cause }). Liberá lugar o revisá la carpeta y probá de nuevo.
