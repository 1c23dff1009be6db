### Settings line by line: their names, their sentences, the search, the file of all of them

## Pages

settings-taxes = Impuestos y redondeo
settings-shift = Caja y turno
settings-accounts = Cuentas
settings-calendar = Calendario escolar
settings-dashboard = Tablero y avisos
settings-machine = Esta caja
settings-transfer = Exportar e importar
settings-hint-taxes = Lo fija la ley: se muestra y no se cambia.
settings-hint-shift = Vale desde el próximo turno. Lo ya cerrado no cambia.
settings-hint-accounts = Vale desde la próxima recarga o venta. Lo ya anotado no cambia.
settings-hint-calendar = Lo usan el tablero y sus avisos. Los recreos están en «Horarios».
settings-hint-dashboard = Cuándo avisa el tablero, y qué se escribe solo.
settings-hint-machine = Es de esta máquina: no va en el archivo de ajustes.
settings-hint-transfer = Todos los ajustes en un archivo, para otra caja o para guardar. No lleva PIN ni usuarios, ni lo que es de esta máquina: impresora, carpetas y pantalla.

## Search

settings-find = Buscar un ajuste
settings-find-none = No hay ningún ajuste «{ $query }». Probá con otra palabra.
setting-found = Lo que buscabas

## A line

setting-yes = Sí
setting-no = No
setting-none = vacío
setting-default = De fábrica: { $value }
setting-back = Volver a «{ $value }»
setting-to-default = Como viene de fábrica
setting-add = Agregar
setting-fixed = Fijo por ley
setting-said-saved = Ajustes guardados
setting-change = { $what }: de { $before } a { $after }
setting-choice-es-py = Español
setting-choice-en = English
setting-choice-pt-br = Português
setting-choice-light = Clara
setting-choice-dark = Oscura
setting-choice-automatic = Auto
setting-choice-always = Siempre
setting-choice-never = Nunca
setting-weekday-1 = Lun
setting-weekday-2 = Mar
setting-weekday-3 = Mié
setting-weekday-4 = Jue
setting-weekday-5 = Vie
setting-weekday-6 = Sáb
setting-weekday-7 = Dom

## Why not

setting-fault-missing = No puede quedar vacío. Sigue el valor de antes.
setting-fault-long = Hasta { $most } letras. Sigue el valor de antes.
setting-fault-number = Tiene que ser un número entero. Sigue el valor de antes.
setting-fault-range = De { $from } a { $to }. Sigue el valor de antes.
setting-fault-money = Un monto entero, como 10.000. Sigue el valor de antes.
setting-fault-time = Una hora, como 22:00. Sigue el valor de antes.
setting-fault-choice = No es una de las opciones. Sigue el valor de antes.
setting-fault-folder = La ruta completa de la carpeta, desde el comienzo. Sigue el valor de antes.
setting-fault-days = Como 3/4/2026, 13/7/2026 - 24/7/2026 u 8/12, primero lo más temprano.
setting-fault-overlap = Uno empieza antes de que termine otro.
setting-fault-twice = Ya está en la lista.
setting-fault-many = Hasta { $most }. Quitá uno primero.

## Shop

setting-shop-name = Nombre del comercio
setting-shop-name-what = Encabeza cada ticket y la entrada.
setting-shop-name-also = cantina encabezado cabecera
setting-shop-ruc = RUC
setting-shop-ruc-what = Sale bajo el nombre; se controla su dígito verificador.
setting-shop-ruc-also = contribuyente impuesto
setting-shop-address = Dirección
setting-shop-address-what = Calle y ciudad, bajo el RUC.
setting-shop-phone = Teléfono
setting-shop-phone-what = Para que los padres puedan llamar.
setting-shop-footer = Última línea del ticket
setting-shop-footer-what = Un saludo o un aviso al pie de cada ticket.
setting-shop-footer-also = pie mensaje
shop-preview = Así sale el ticket

## Language, look, sounds

setting-locale = Idioma
setting-locale-what = De las pantallas y del ticket.
setting-locale-also = español inglés portugués lengua
setting-appearance-theme = Apariencia
setting-appearance-theme-what = Clara para un lugar con luz, oscura para uno en penumbra.
setting-appearance-theme-also = tema oscuro claro colores
setting-appearance-scale = Tamaño
setting-appearance-scale-what = Agranda letras y botones.
setting-appearance-scale-also = escala letra grande zoom
setting-sounds = Sonidos
setting-sounds-what = Las alertas también se oyen.
setting-sounds-also = volumen pitido
setting-read-aloud = Leer las alertas en voz alta
setting-read-aloud-what = Dice el nombre del alumno y lo que no puede comer.
setting-read-aloud-also = voz hablar

## Lock

setting-lock-minutes = Bloqueo de la caja
setting-lock-minutes-what = Minutos sin tocar la caja hasta que pide el PIN otra vez.
setting-lock-minutes-also = bloquear minutos pin sesión

## Drawer and shift

setting-shift-required = Vender solo con turno abierto
setting-shift-required-what = Pide abrir el turno antes del primer cobro.
setting-shift-required-also = caja cajón
setting-shift-blind = Arqueo a ciegas
setting-shift-blind-what = Quien cuenta no ve cuánto tendría que haber hasta confirmar.
setting-shift-blind-also = caja cajón conteo
setting-shift-tolerance = Diferencia permitida
setting-shift-tolerance-what = Hasta este monto el turno cierra sin el PIN de gerencia.
setting-shift-tolerance-also = faltante sobrante caja cajón arqueo
setting-shift-next-float = Fondo para el próximo turno
setting-shift-next-float-what = Cuánto queda en el cajón al cerrar; con 0, lo mismo con que se abrió.
setting-shift-next-float-also = cambio sencillo caja apertura

## Accounts

setting-accounts-minimum-top-up = Recarga mínima
setting-accounts-minimum-top-up-what = Lo menos que se carga a una cuenta de una vez.
setting-accounts-minimum-top-up-also = carga saldo
setting-accounts-low-balance = Saldo bajo
setting-accounts-low-balance-what = Por debajo de este monto se marca el saldo; con 0 solo se marcan las deudas.
setting-accounts-low-balance-also = aviso umbral
setting-accounts-usual-top-ups = Recargas de un toque
setting-accounts-usual-top-ups-what = Los montos que ofrecen los botones al recargar; hasta seis.
setting-accounts-usual-top-ups-also = botones montos
setting-accounts-usual-top-ups-new = Otro monto

## Calendar

setting-calendar-weekdays = Días de clase
setting-calendar-weekdays-what = En los demás días no se esperan ventas.
setting-calendar-weekdays-also = semana sábado
setting-calendar-terms = Semestres
setting-calendar-terms-what = Primer y último día, cada año: los usa el período «semestre» del tablero.
setting-calendar-terms-also = trimestre período lectivo
setting-calendar-terms-new = 20/2 - 10/7
setting-calendar-days-off = Feriados y vacaciones
setting-calendar-days-off-what = Días sin clase: con año, una sola vez; sin año, todos los años.
setting-calendar-days-off-also = asueto semana santa
setting-calendar-days-off-new = 3/4/2026, 8/12 o 13/7/2026 - 24/7/2026

## Dashboard

setting-alerts-low-sales-percent = Pocas ventas (%)
setting-alerts-low-sales-percent-what = Avisa si se vendió menos de este porcentaje de lo habitual a esta hora.
setting-alerts-low-sales-percent-also = umbral aviso
setting-alerts-cash-percent = Mucho efectivo (%)
setting-alerts-cash-percent-what = Avisa si el efectivo llega a este porcentaje de lo cobrado.
setting-alerts-cash-points-below = Poco efectivo (puntos)
setting-alerts-cash-points-below-what = Avisa si el efectivo está tantos puntos por debajo de lo habitual.
setting-alerts-tender-sales = Medio de pago parado (ventas)
setting-alerts-tender-sales-what = Avisa si un medio que ya suele tener tantas ventas no tiene ninguna.
setting-alerts-tender-sales-also = tarjeta qr pos
setting-alerts-enough-sales = Ventas para comparar
setting-alerts-enough-sales-what = Con menos ventas que estas no se avisa: serían casualidad.
setting-alerts-idle-days = Producto sin ventas (días)
setting-alerts-idle-days-what = Avisa de lo que tiene stock y no se vendió en tantos días de clase.
setting-alerts-idle-days-also = mercadería parada
setting-alerts-second-break-hour = Hora del segundo recreo
setting-alerts-second-break-hour-what = Avisa de lo que se agotó antes de esta hora.
setting-alerts-second-break-hour-also = agotado
setting-alerts-overrides = Restricciones autorizadas por día
setting-alerts-overrides-what = Avisa desde tantas en un día, si además son el doble de lo habitual.
setting-alerts-overrides-also = alergia autorización
setting-alerts-drawer-shifts = Turnos con diferencia
setting-alerts-drawer-shifts-what = Avisa si a una misma persona le pasa en tantos turnos de cuatro semanas.
setting-alerts-drawer-shifts-also = caja cajón arqueo
setting-alerts-drawer-difference = Diferencia de caja que cuenta
setting-alerts-drawer-difference-what = Lo que un cajón puede diferir sin que el tablero lo cuente.
setting-alerts-drawer-difference-also = cajón arqueo
setting-alerts-drawer-once = Diferencia grande en un cierre
setting-alerts-drawer-once-what = Avisa cuando un solo cierre difiere en más que esto; con 0 no avisa.
setting-alerts-drawer-once-also = caja cajón arqueo faltante sobrante
setting-alerts-backup-hours = Copia de seguridad atrasada (horas)
setting-alerts-backup-hours-what = Avisa si la última copia buena es más vieja que esto.
setting-alerts-backup-hours-also = respaldo
setting-reports-folder = Carpeta de la página del dueño
setting-reports-folder-what = Ahí se escribe el tablero en cada cierre; puede ser una carpeta sincronizada.
setting-reports-folder-also = reporte nube celular html informe

## This machine

setting-appearance-fullscreen = Pantalla completa
setting-appearance-fullscreen-what = La caja cubre toda la pantalla; vale desde el próximo arranque.
setting-appearance-fullscreen-also = ventana kiosco
setting-appearance-touch-keyboard = Teclado en la pantalla
setting-appearance-touch-keyboard-what = Auto: aparece cuando un dedo toca donde se escribe, o con su botón arriba a la derecha.
setting-appearance-touch-keyboard-also = táctil escribir letras dedo tocar
keyboard-enter = Enter
keyboard-next = Siguiente
keyboard-hide = Ocultar
keyboard-space = espacio
setting-scanner-gap-ms = Velocidad del lector (milisegundos)
setting-scanner-gap-ms-what = Teclas más juntas que esto son del lector. Subilo si a tu lector se le escapan códigos.
setting-scanner-gap-ms-also = escáner código de barras tarjeta

## Backup

setting-backup-time = Hora de la copia diaria
setting-backup-time-what = A qué hora se hace la copia de cada día.
setting-backup-time-also = respaldo
setting-backup-keep-days = Días que se guarda cada copia
setting-backup-keep-days-what = Pasado ese tiempo se borra sola.
setting-backup-keep-days-also = respaldo
setting-backup-folder = Carpeta de las copias
setting-backup-folder-what = Dónde se guardan; vacía, en la carpeta de datos.
setting-backup-folder-also = respaldo
setting-backup-second = Segunda carpeta de copias
setting-backup-second-what = Cada copia va también ahí, como a un pendrive.
setting-backup-second-also = respaldo usb

## On pages of their own making

setting-rounding = Redondeo del efectivo
setting-rounding-what = El efectivo se redondea hacia abajo a ₲ 50, a favor del cliente (SEDECO, Res. 1670/2022).
setting-rounding-also = moneda vuelto céntimos
setting-iva = IVA incluido
setting-iva-what = Los precios ya llevan el IVA; 10 %, 5 % o exento se elige en cada producto, y el ticket lo desglosa.
setting-iva-also = impuesto tasa
setting-tenders = Medios de pago
setting-tenders-what = Nombre, orden y si se usa cada medio.
setting-tenders-also = tarjeta qr transferencia efectivo
setting-commission = Comisión de cada medio
setting-commission-what = Cuánto cobra la procesadora y quién lo paga.
setting-commission-also = recargo porcentaje tarjeta
setting-tender-drawer = Abrir el cajón al cobrar
setting-tender-drawer-what = Con qué medios de pago se abre el cajón.
setting-tender-drawer-also = gaveta caja
setting-breaks = Recreos
setting-breaks-what = Cuándo empieza y termina cada recreo, para los límites por recreo.
setting-breaks-also = almuerzo horario merienda
setting-printer = Impresora
setting-printer-what = Puerto, modelo, letras y corte, paso a paso.
setting-printer-also = puerto usb serie com conectar
setting-paper = Ancho del papel
setting-paper-what = 80 o 58 milímetros: se elige en la configuración de la impresora.
setting-paper-also = columnas rollo
setting-logo = Logo del ticket
setting-logo-what = La imagen arriba de cada ticket.
setting-logo-also = imagen encabezado
setting-backup-now = Copias de seguridad
setting-backup-now-what = Hacer una ahora, verla o volver a ella.
setting-backup-now-also = respaldo backup restaurar
setting-users = Usuarios
setting-users-what = Quién trabaja acá: agregar, cambiar el nombre, desactivar.
setting-users-also = cajera personal empleado
setting-roles = Rol de un usuario
setting-roles-what = Caja, supervisión, gerencia o administración: en «Permisos» de cada usuario.
setting-roles-also = cargo ascender
setting-rights = Permisos de un usuario
setting-rights-what = Qué puede hacer cada uno además de su rol.
setting-rights-also = derechos anular descuento
setting-pin = PIN
setting-pin-what = Cambiar el propio, o dar uno de un solo uso a quien lo olvidó.
setting-pin-also = clave contraseña tarjeta
setting-lists = Importar listas
setting-lists-what = Productos, alumnos y recargas desde una planilla.
setting-lists-also = csv excel
setting-selfcheck = Autocontrol
setting-selfcheck-what = Comprueba que las cuentas cierran y que nadie corre peligro.
setting-selfcheck-also = verificar control
setting-policy = Reglas de las restricciones
setting-policy-what = Qué hace la caja ante cada alergia y gravedad.
setting-policy-also = alergia política
setting-own = Alergias y palabras propias
setting-own-what = Lo que esta cantina agrega a las alergias y dietas conocidas.
setting-own-also = dieta alérgeno
setting-audit = Auditoría
setting-audit-what = Quién hizo qué y cuándo.
setting-audit-also = historial registro
setting-transfer = Ajustes como archivo
setting-transfer-what = Exportar todos los ajustes, o traerlos de otra caja.
setting-transfer-also = exportar importar copiar

## The file

transfer-path = Archivo
transfer-path-hint = /carpeta/ajustes.toml
transfer-export = Exportar a este archivo
transfer-look = Revisar para importar
transfer-import = Aplicar
transfer-plan =
    { $count ->
        [0] Nada sería distinto
        [one] Cambiaría 1 ajuste
       *[other] Cambiarían { $count } ajustes
    }
transfer-left-out = Es de la otra máquina y no se toma: { $what }
transfer-exported = Los ajustes están en { $path }.
transfer-imported =
    { $count ->
        [0] Nada era distinto: todo sigue igual.
        [one] Se cambió 1 ajuste.
       *[other] Se cambiaron { $count } ajustes.
    }
transfer-there = { $path } ya existe y no se toca. Elegí otro nombre.
transfer-file = { $path }: { $why } No se cambió nada.
transfer-io = { $cause }.
transfer-bad = { $path } no se toma: { $why } No se cambió nada.
transfer-bad-line = la línea { $line } no se entiende.
transfer-bad-not-ours = no es un archivo de ajustes de Cantina.
transfer-bad-newer = es de una versión más nueva. Actualizá esta caja primero.
transfer-bad-unknown = «{ $key }» no es un ajuste de esta versión.
transfer-bad-value = { $what }: { $why }
transfer-bad-breaks = los recreos no se entienden o se pisan.

## Who works here

rights-who = Nombre y rol
rights-role-hint = Nadie da un rol mayor que el propio, y siempre queda alguien en administración.
rights-role-mine = El rol propio lo cambia otra persona.
audit-action-setting = Ajustes
audit-action-user-renamed = Nombres de usuarios
audit-action-user-role = Roles de usuarios
audit-said-user-renamed = cambió el nombre de { $subject }: { $detail }
audit-said-user-role = cambió el rol de { $subject }: { $detail }

## The command

help-settings = Todos los ajustes: la lista, un archivo con ellos, traerlos de uno
help-settings-list = Lista cada ajuste, como está y como viene de fábrica
help-settings-export = Escribe todos los ajustes en un archivo nuevo, sin lo que es de esta máquina
help-settings-export-file = El archivo; no tiene que existir
help-settings-import = Toma los ajustes de un archivo, todo o nada
help-settings-import-file = El archivo
help-settings-import-dry-run = Muestra qué sería distinto y no cambia nada
help-settings-import-cashier = El PIN de quien lo hace, para la auditoría
cli-settings-line = { $key }: { $name } = { $value } (de fábrica: { $usual })
cli-settings-refused = { $why }
