### The window: navigation, login, first start, settings, dashboard

# What its speakers call this language.
locale-name = Português (Brasil)

## Role

role-cashier = Caixa
role-supervisor = Supervisão
role-manager = Gerência
role-administrator = Administração

## Login

login-title = Quem está no caixa?
login-todo = Escolha seu nome e digite seu PIN.
login-locked = Caixa bloqueado
login-locked-todo = A venda em andamento está guardada. Digite seu PIN para continuar.
login-choose = Escolha um nome
login-hint = PIN de 4 a 8 dígitos
login-checking = Verificando…
login-wrong = PIN incorreto. Tente de novo.
login-wrong-wait = PIN incorreto. Espere { $seconds } s.
login-enter = Entrar

## Setup

setup-welcome = Sua cantina, pronta em minutos
setup-promise = Tudo fica neste computador e pode ser mudado depois.
setup-language = Idioma
setup-language-title = Em que idioma você trabalha?
setup-language-todo = Muda na hora. Os valores são sempre em guaranis.
setup-shop = Comércio
setup-shop-title = Como se chama a cantina?
setup-shop-todo = É assim que sai em cada tíquete.
setup-ruc = RUC, número fiscal (opcional)
setup-administrator = Administração
setup-administrator-title = Quem administra o caixa?
setup-administrator-todo = Pode tudo: usuários, ajustes, cancelamentos. Guarde bem o PIN.
setup-lists = Listas
setup-lists-title = Você já tem suas listas?
setup-lists-todo = Importe produtos e alunos de uma planilha CSV, ou comece vazio e cadastre depois.
setup-back = Voltar
setup-next = Continuar
setup-finish = Abrir o caixa
setup-finish-empty = Começar vazio

## Sales

sales-none = Ainda não há vendas hoje
sales-none-todo = Cada venda aparece aqui assim que é paga, com seu tíquete.
sales-number = N.º
sales-time = Hora
sales-buyer = Aluno
sales-total = Total
sales-nobody = Sem aluno
sales-tender-card = Cartão do aluno
sales-tender-cash = Dinheiro
sales-tender-debit = Débito
sales-tender-credit = Crédito
sales-tender-qr = QR
sales-tender-transfer = Transferência
sales-tender-giro = Giro
sales-is-void = Estorno
sales-voided = Cancelada
sales-uncertain = O tíquete { $number } saiu?
sales-uncertain-page = A última página saiu?
sales-uncertain-todo = A impressora parou no meio. Olhe o papel; a venda está guardada.
sales-came-out = Sim, saiu
sales-print-again = Imprimir de novo
sales-ticket = Tíquete { $number }
sales-reprint = Reimprimir cópia
sales-void = Cancelar venda…
sales-no-ticket = Sem tíquete
sales-no-ticket-todo = Esta venda não deixou tíquete para mostrar nem reimprimir.
sales-void-title = Cancelar a venda
sales-void-what = O saldo e o estoque voltam, e sai um tíquete ANULADO. Não pode ser desfeito.
sales-reason = Motivo
sales-reason-mistake = Erro de digitação
sales-reason-returned = Devolução
sales-reason-tender = Pagamento errado
sales-keep = Manter a venda
sales-void-now = Cancelar venda
sales-approval = PIN de quem autoriza

## The frame around the screens
opening = Abrindo a cantina…
nav-checkout = Venda
nav-sales = Vendas
sales-today = Vendas do dia
nav-settings = Ajustes
nav-lock = Bloquear
no-right = Seu usuário não tem permissão para isso. Peça a um gerente.
pin-wrong = PIN incorreto. Tente de novo.
pin-wait = Muitas tentativas. Espere { $seconds } s.
pin-no-reason = Escreva o motivo, com 3 letras pelo menos.
pin-not-checked = Não foi possível conferir o PIN. { $why }
copy-queued = A cópia vai para a impressora.
test-page = Página de teste
chip-printer-ready = Impressora pronta
chip-printer-printing = Imprimindo…
chip-printer-none = Sem impressora
chip-printer-connecting = Conectando…
chip-printer-stalled = Veja o papel
chip-printer-gone = Impressora desconectada
chip-printer-uncertain = O tíquete saiu?
chip-clock-back = Relógio atrasado
clock-back = O computador diz { $now }, mas já houve atividade em { $before }. Pode continuar vendendo; acerte a hora quando puder.
import-file-too-large = O arquivo é grande demais para ser uma lista. Nada foi importado.
import-unreadable = Não foi possível ler { $path } ({ $cause }). Nada foi importado.
import-changed = A lista mudou desde a revisão. Nada foi importado: revise de novo.
file-saved = Salvo em { $path }
file-not-saved = Não foi possível salvar { $path } ({ $cause }). Libere espaço ou confira a pasta e tente de novo.
