# Límites de los alumnos, medios de pago, recreos y permisos

## En la caja

pupil-owes = Debe
limit-left-week = semana: quedan { $left }
limit-left-month = mes: quedan { $left }
limit-left-meal = recreo: quedan { $left }
limit-no = sin { $name }
limit-items-left = { $left ->
    [0] ningún artículo más hoy
    [one] 1 artículo más hoy
   *[other] { $left } artículos más hoy
 }
limit-hours = compra { $hours }
limit-tile-blocked = su responsable dice que no
limit-line-blocked = no permitido
limit-blocked-added = Su responsable no permite: { $names }
limit-blocked-added-todo = Quitalo del carrito, o pedí que un supervisor lo autorice al cobrar.
approval-limit-bought = Vender a { $name } más allá de lo que pidió su responsable. { $why }.
refused-over-weekly-limit = Pasa el límite de la semana: quedan { $left }
refused-over-weekly-limit-todo = Cobrá el resto en efectivo con QR · mixto, quitá algo o pedí autorización.
refused-over-monthly-limit = Pasa el límite del mes: quedan { $left }
refused-over-monthly-limit-todo = Cobrá el resto en efectivo con QR · mixto, quitá algo o pedí autorización.
refused-over-meal-limit = Pasa el límite del recreo: quedan { $left }
refused-over-meal-limit-todo = Cobrá el resto en efectivo con QR · mixto, quitá algo o pedí autorización.
refused-too-many-items = { $left ->
    [0] Ya compró todos los artículos de hoy
    [one] Pasa la cantidad del día: queda 1 artículo
   *[other] Pasa la cantidad del día: quedan { $left } artículos
 }
refused-too-many-items-todo = Quitá algo del carrito o pedí autorización.
refused-outside-hours = Su responsable le deja comprar de { $hours }
refused-outside-hours-todo = Que vuelva a esa hora, o pedí autorización.
refused-blocked = Su responsable no permite algo de este carrito
refused-blocked-todo = Está marcado en el carrito: quitalo o pedí autorización.
cash-keep-change = Vuelto a la cuenta de { $name }
cash-to-account = A la cuenta
pay-surcharge = Recargo por este medio de pago
store-limits-changed = Cambió lo que el alumno puede comprar. No se cobró nada y el carrito sigue acá. Identificá al alumno de nuevo y revisá el carrito.
store-terms-changed = Cambió la comisión de un medio de pago. No se cobró nada y el carrito sigue acá. Cobrá de nuevo.
failed-last-administrator = Es el último administrador: tiene que conservar todos sus permisos. No se cambió nada. Nombrá antes a otro administrador.
failed-beyond-role = Tu rol no alcanza para cambiar eso. No se cambió nada. Pedíselo a alguien con un rol mayor.
failed-own-rights = Nadie cambia su propio rol ni sus propios permisos. No se cambió nada. Pedíselo a otro administrador.
ticket-to-account = A la cuenta
ticket-surcharge = Recargo
ticket-paid = Pagado

## cantina sell

cli-over-weekly-limit = Pasa el límite de la semana: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-over-monthly-limit = Pasa el límite del mes: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-over-meal-limit = Pasa el límite del recreo: quedan { $left }. No se vendió: cobrá el resto de otra forma.
cli-too-many-items = Pasa la cantidad de artículos del día: { $left } más. No se vendió: quitá algo.
cli-outside-hours = Puede comprar de { $hours }. No se vendió: hace falta una autorización.
cli-blocked-product = Su responsable no permite el producto n.º { $product }. No se vendió: quitalo, o hace falta una autorización.
cli-no-reason = La autorización necesita un motivo de 3 letras o más. No se vendió.

## El PIN y la tarjeta de quien trabaja

login-change = Elegí tu PIN nuevo
login-change-again = Escribilo otra vez
login-pin-same = Elegí otro: ese es el que te dieron
login-card-unknown = Nadie de la cantina tiene esa tarjeta. Entrá con tu PIN.
login-card-blocked = Esa tarjeta está bloqueada. Entrá con tu PIN o avisá al administrador.
login-card-pin-first = Tenés un PIN de un solo uso: entrá con él y elegí el tuyo.
pin-must-change = ese PIN es de un solo uso: hay que entrar con él y elegir otro
cli-pin-must-change = Ese PIN es de un solo uso. No se vendió: entrá en la caja con él y elegí otro.

## Límites de un alumno

pupils-tab-limits = Límites
limits-hint = Lo que pidió su responsable. Lo que queda vacío no tiene límite. El dinero cuenta lo que va a la cuenta; artículos, horario y lo bloqueado valen pague como pague.
limits-none = sin límite
limits-daily = Por día
limits-weekly = Por semana
limits-monthly = Por mes
limits-meal = Por recreo
limits-items = Artículos por día
limits-credit = Crédito hasta
limits-credit-none = sin crédito
limits-from = Compra desde
limits-from-hint = 9:00
limits-to = Compra hasta
limits-to-hint = 12:30
limits-blocked = No puede comprar
limits-product = Bloquear un producto
limits-product-hint = Parte del nombre
limits-said-by = Quién lo pidió
limits-note = Nota
limits-save = Guardar los límites
limits-past = Lo que se pidió antes
limits-says-daily = { $amount } por día
limits-says-weekly = { $amount } por semana
limits-says-monthly = { $amount } por mes
limits-says-meal = { $amount } por recreo
limits-says-credit = crédito hasta { $amount }
limits-says-items = { $count ->
    [one] 1 artículo por día
   *[other] { $count } artículos por día
 }
limits-says-none = Sin límites
limits-fault-amount = Un importe es un número entero de guaraníes, como 15.000.
limits-fault-items = La cantidad de artículos es un número de 0 a 1.000.
limits-no-right = Tu usuario no puede cambiar límites. No se cambió nada: pedí a un supervisor.

## Medios de pago

tenders-page = Medios de pago
tenders-hint = En este orden se ofrecen en la caja. Cada cambio vale desde la fecha que digas; lo ya cobrado no cambia.
tenders-change = Cambiar
tenders-off = No se acepta
tenders-says-reference = pide el número
tenders-says-drawer = abre el cajón
tenders-says-no-refund = sin devolución
tenders-cost-canteen = { $cost }, lo paga la cantina
tenders-cost-customer = { $cost }, lo paga el cliente
tenders-cost-none = sin comisión
tenders-past = Antes
tenders-past-line = desde el { $day }: { $what } · anotó { $who }
tenders-name = Nombre
tenders-since = Vale desde
tenders-icon-card = Tarjeta del alumno
tenders-icon-banknote = Billete
tenders-icon-credit-card = Tarjeta
tenders-icon-qr-code = QR
tenders-icon-phone = Teléfono
tenders-icon-bank = Banco
tenders-icon-coins = Monedas
tenders-active = Se acepta
tenders-reference = Pide el número de operación
tenders-drawer = Abre el cajón
tenders-refundable = Se puede devolver
tenders-yes = Sí
tenders-no = No
tenders-percent = Comisión en %
tenders-fixed = Más un fijo por cobro
tenders-payer = Quién paga la comisión
tenders-payer-canteen = La cantina
tenders-payer-customer = El cliente
tenders-example-canteen = De un cobro de { $amount } la cantina paga { $cost }.
tenders-example-customer = A un cobro de { $amount } se le suman { $cost } de recargo.
tenders-fault-percent = La comisión va de 0 a 50 %, con hasta 4 decimales, como 3,3.
tenders-fault-fixed = El fijo es un número entero de 0 a 1.000.000 de guaraníes.
tenders-fault-past = Ese día ya pasó: puede valer desde hoy.

## Horarios

hours-page = Horarios
hours-breaks = Recreos
hours-breaks-hint = El límite «por recreo» de un alumno cuenta dentro de cada uno de estos.
hours-none = Todavía no hay recreos: agregá el primero.
hours-name = Nombre
hours-name-hint = Recreo de la mañana
hours-from = Desde
hours-from-hint = 9:30
hours-to = Hasta
hours-to-hint = 9:50
hours-add = Agregar
hours-remove = Quitar
hours-lock = Bloqueo automático
hours-lock-hint = La caja que nadie toca se bloquea y pide el PIN. El carrito queda como está.
hours-lock-never = Nunca
hours-lock-after = { $minutes } min
hours-fault-name = Falta el nombre.
hours-fault-time = Una hora se escribe como 9:30.
hours-fault-backwards = Termina antes de empezar: revisá las dos horas.
hours-fault-overlaps = Se cruza con otro recreo.
hours-fault-many = Son demasiados recreos para un día.

## Permisos

users-rights = Permisos
rights-back = Usuarios
rights-access = Cómo entra
rights-cards-hint = Con su tarjeta entra sin PIN. Si la pierde, bloqueala.
rights-card-hint = Escaneá o escribí el número de la tarjeta
rights-card-add = Dar tarjeta
rights-card-block = Bloquear
rights-card-open = Desbloquear
rights-card-blocked = Bloqueada
rights-reset = Olvidó su PIN
rights-reset-hint = Le da un PIN de un solo uso; al entrar elige el suyo.
rights-reset-title = ¿Dar un PIN nuevo a { $name }?
rights-reset-what = El PIN que tenía deja de valer. El nuevo se muestra una vez y sirve para entrar una vez.
rights-reset-yes = Dar PIN nuevo
rights-pin-title = PIN de { $name }
rights-pin-hint = Decíselo solo a esa persona. Al entrar tiene que elegir otro; este no se vuelve a mostrar.
rights-pin-read = Listo
rights-matrix = Permisos
rights-matrix-hint = Cada cargo trae los suyos. Acá podés dar o quitar uno a esta persona; queda en el registro.
rights-role-yes = por su cargo: sí
rights-role-no = por su cargo: no
rights-own = Propio
rights-fixed = No te lo podés quitar
rights-may = Puede
rights-may-not = No puede
right-sell = Vender
right-top-up = Cargar saldo
right-shift = Abrir y cerrar turnos
right-lunch = Entregar almuerzos
right-discount = Hacer descuentos
right-price = Vender a otro precio
right-void = Anular ventas del día
right-refund = Devolver ventas
right-drawer = Abrir el cajón sin venta
right-approve-restriction = Autorizar restricciones
right-approve-limit = Autorizar límites y crédito
right-cards = Dar y bloquear tarjetas de alumnos
right-declare = Declarar qué contienen los productos
right-health = Ver restricciones de alumnos
right-accounts = Corregir cuentas
right-difference = Cerrar con diferencia
right-reports = Ver informes
right-audit = Ver el registro
right-policy = Cambiar la política de alertas
right-import = Importar listas
right-settings = Cambiar ajustes
right-users = Crear usuarios y permisos

## cantina sell --help

help-sell-approve-pin = El PIN de quien deja pasar los límites del alumno, solo en esta venta
help-sell-approve-reason = Por qué los deja pasar
help-sell-change-to-account = El vuelto va a la cuenta del alumno
