# Limites dos alunos, formas de pagamento, recreios e permissões

## No caixa

pupil-owes = Deve
limit-left-week = semana: restam { $left }
limit-left-month = mês: restam { $left }
limit-left-meal = recreio: restam { $left }
limit-no = sem { $name }
limit-items-left = { $left ->
    [0] nenhum item a mais hoje
    [one] mais 1 item hoje
   *[other] mais { $left } itens hoje
 }
limit-hours = compra { $hours }
limit-tile-blocked = o responsável não permite
limit-line-blocked = não permitido
limit-blocked-added = O responsável não permite: { $names }
limit-blocked-added-todo = Tire do carrinho, ou peça que um supervisor autorize ao cobrar.
approval-limit-bought = Vender a { $name } além do que o responsável pediu. { $why }.
refused-over-weekly-limit = Passa o limite da semana: restam { $left }
refused-over-weekly-limit-todo = Cobre o resto em dinheiro com QR · misto, tire algo ou peça autorização.
refused-over-monthly-limit = Passa o limite do mês: restam { $left }
refused-over-monthly-limit-todo = Cobre o resto em dinheiro com QR · misto, tire algo ou peça autorização.
refused-over-meal-limit = Passa o limite do recreio: restam { $left }
refused-over-meal-limit-todo = Cobre o resto em dinheiro com QR · misto, tire algo ou peça autorização.
refused-too-many-items = { $left ->
    [0] Já comprou todos os itens de hoje
    [one] Passa a quantidade do dia: resta 1 item
   *[other] Passa a quantidade do dia: restam { $left } itens
 }
refused-too-many-items-todo = Tire algo do carrinho ou peça autorização.
refused-outside-hours = O responsável deixa comprar de { $hours }
refused-outside-hours-todo = Que volte nesse horário, ou peça autorização.
refused-blocked = O responsável não permite algo deste carrinho
refused-blocked-todo = Está marcado no carrinho: tire ou peça autorização.
cash-keep-change = Troco para a conta de { $name }
cash-to-account = Para a conta
pay-surcharge = Acréscimo desta forma de pagamento
store-limits-changed = Mudou o que o aluno pode comprar. Nada foi cobrado e o carrinho continua aqui. Identifique o aluno de novo e revise o carrinho.
store-terms-changed = Mudou a comissão de uma forma de pagamento. Nada foi cobrado e o carrinho continua aqui. Cobre de novo.
failed-last-administrator = É o último administrador: precisa conservar todas as permissões. Nada foi mudado. Nomeie antes outro administrador.
failed-beyond-role = Seu papel não basta para mudar isso. Nada foi mudado. Peça a alguém com um papel maior.
failed-own-rights = Ninguém muda o próprio papel nem as próprias permissões. Nada foi mudado. Peça a outro administrador.
ticket-to-account = Para a conta
ticket-surcharge = Acréscimo
ticket-paid = Pago

## cantina sell

cli-over-weekly-limit = Passa o limite da semana: restam { $left }. Não foi vendido: cobre o resto de outra forma.
cli-over-monthly-limit = Passa o limite do mês: restam { $left }. Não foi vendido: cobre o resto de outra forma.
cli-over-meal-limit = Passa o limite do recreio: restam { $left }. Não foi vendido: cobre o resto de outra forma.
cli-too-many-items = Passa a quantidade de itens do dia: mais { $left }. Não foi vendido: tire algo.
cli-outside-hours = Pode comprar de { $hours }. Não foi vendido: precisa de autorização.
cli-blocked-product = O responsável não permite o produto n.º { $product }. Não foi vendido: tire, ou precisa de autorização.
cli-no-reason = A autorização precisa de um motivo de 3 letras ou mais. Não foi vendido.

## O PIN e o cartão de quem trabalha

login-change = Escolha seu PIN novo
login-change-again = Digite de novo
login-pin-same = Escolha outro: esse é o que lhe deram
login-card-unknown = Ninguém da cantina tem esse cartão. Entre com seu PIN.
login-card-blocked = Esse cartão está bloqueado. Entre com seu PIN ou avise o administrador.
login-card-pin-first = Você tem um PIN de um só uso: entre com ele e escolha o seu.
pin-must-change = esse PIN é de um só uso: é preciso entrar com ele e escolher outro
cli-pin-must-change = Esse PIN é de um só uso. Não foi vendido: entre no caixa com ele e escolha outro.

## Limites de um aluno

pupils-tab-limits = Limites
limits-hint = O que o responsável pediu. O que fica vazio não tem limite. O dinheiro conta o que vai para a conta; itens, horário e o bloqueado valem pague como pagar.
limits-none = sem limite
limits-daily = Por dia
limits-weekly = Por semana
limits-monthly = Por mês
limits-meal = Por recreio
limits-items = Itens por dia
limits-credit = Crédito até
limits-credit-none = sem crédito
limits-from = Compra desde
limits-from-hint = 9:00
limits-to = Compra até
limits-to-hint = 12:30
limits-blocked = Não pode comprar
limits-product = Bloquear um produto
limits-product-hint = Parte do nome
limits-said-by = Quem pediu
limits-note = Nota
limits-save = Salvar os limites
limits-past = O que foi pedido antes
limits-says-daily = { $amount } por dia
limits-says-weekly = { $amount } por semana
limits-says-monthly = { $amount } por mês
limits-says-meal = { $amount } por recreio
limits-says-credit = crédito até { $amount }
limits-says-items = { $count ->
    [one] 1 item por dia
   *[other] { $count } itens por dia
 }
limits-says-none = Sem limites
limits-fault-amount = Um valor é um número inteiro de guaranis, como 15.000.
limits-fault-items = A quantidade de itens é um número de 0 a 1.000.
limits-no-right = Seu usuário não pode mudar limites. Nada foi mudado: peça a um supervisor.

## Formas de pagamento

tenders-page = Formas de pagamento
tenders-hint = São oferecidas no caixa nesta ordem. Cada mudança vale desde a data que você disser; o já cobrado não muda.
tenders-change = Mudar
tenders-off = Não se aceita
tenders-says-reference = pede o número
tenders-says-drawer = abre a gaveta
tenders-says-no-refund = sem devolução
tenders-cost-canteen = { $cost }, paga a cantina
tenders-cost-customer = { $cost }, paga o cliente
tenders-cost-none = sem comissão
tenders-past = Antes
tenders-past-line = desde { $day }: { $what } · anotou { $who }
tenders-name = Nome
tenders-since = Vale desde
tenders-icon-card = Cartão do aluno
tenders-icon-banknote = Cédula
tenders-icon-credit-card = Cartão
tenders-icon-qr-code = QR
tenders-icon-phone = Telefone
tenders-icon-bank = Banco
tenders-icon-coins = Moedas
tenders-active = Aceita-se
tenders-reference = Pede o número da operação
tenders-drawer = Abre a gaveta
tenders-refundable = Pode ser devolvido
tenders-yes = Sim
tenders-no = Não
tenders-percent = Comissão em %
tenders-fixed = Mais um fixo por cobrança
tenders-payer = Quem paga a comissão
tenders-payer-canteen = A cantina
tenders-payer-customer = O cliente
tenders-example-canteen = De uma cobrança de { $amount } a cantina paga { $cost }.
tenders-example-customer = A uma cobrança de { $amount } somam-se { $cost } de acréscimo.
tenders-fault-percent = A comissão vai de 0 a 50 %, com até 4 decimais, como 3,3.
tenders-fault-fixed = O fixo é um número inteiro de 0 a 1.000.000 de guaranis.
tenders-fault-past = Esse dia já passou: pode valer desde hoje.

## Horários

hours-page = Horários
hours-breaks = Recreios
hours-breaks-hint = O limite «por recreio» de um aluno conta dentro de cada um destes.
hours-none = Ainda não há recreios: adicione o primeiro.
hours-name = Nome
hours-name-hint = Recreio da manhã
hours-from = Desde
hours-from-hint = 9:30
hours-to = Até
hours-to-hint = 9:50
hours-add = Adicionar
hours-remove = Tirar
hours-lock = Bloqueio automático
hours-lock-hint = O caixa que ninguém toca se bloqueia e pede o PIN. O carrinho fica como está.
hours-lock-never = Nunca
hours-lock-after = { $minutes } min
hours-fault-name = Falta o nome.
hours-fault-time = Uma hora se escreve como 9:30.
hours-fault-backwards = Termina antes de começar: revise as duas horas.
hours-fault-overlaps = Cruza com outro recreio.
hours-fault-many = São recreios demais para um dia.

## Permissões

users-rights = Permissões
rights-back = Usuários
rights-access = Como entra
rights-cards-hint = Com seu cartão entra sem PIN. Se o perder, bloqueie.
rights-card-hint = Escaneie ou digite o número do cartão
rights-card-add = Dar cartão
rights-card-block = Bloquear
rights-card-open = Desbloquear
rights-card-blocked = Bloqueado
rights-reset = Esqueceu seu PIN
rights-reset-hint = Dá um PIN de um só uso; ao entrar escolhe o seu.
rights-reset-title = Dar um PIN novo a { $name }?
rights-reset-what = O PIN que tinha deixa de valer. O novo se mostra uma vez e serve para entrar uma vez.
rights-reset-yes = Dar PIN novo
rights-pin-title = PIN de { $name }
rights-pin-hint = Diga só a essa pessoa. Ao entrar tem que escolher outro; este não se mostra de novo.
rights-pin-read = Pronto
rights-matrix = Permissões
rights-matrix-hint = Cada cargo traz as suas. Aqui você pode dar ou tirar uma desta pessoa; fica no registro.
rights-role-yes = pelo cargo: sim
rights-role-no = pelo cargo: não
rights-own = Própria
rights-fixed = Você não pode tirá-la de si
rights-may = Pode
rights-may-not = Não pode
right-sell = Vender
right-top-up = Carregar saldo
right-shift = Abrir e fechar turnos
right-lunch = Entregar almoços
right-discount = Dar descontos
right-price = Vender a outro preço
right-void = Anular vendas do dia
right-refund = Devolver vendas
right-drawer = Abrir a gaveta sem venda
right-approve-restriction = Autorizar restrições
right-approve-limit = Autorizar limites e crédito
right-cards = Dar e bloquear cartões de alunos
right-declare = Declarar o que os produtos contêm
right-health = Ver restrições de alunos
right-accounts = Corrigir contas
right-difference = Fechar com diferença
right-reports = Ver relatórios
right-audit = Ver o registro
right-policy = Mudar a política de alertas
right-import = Importar listas
right-settings = Mudar ajustes
right-users = Criar usuários e permissões

## cantina sell --help

help-sell-approve-pin = O PIN de quem deixa passar os limites do aluno, só nesta venda
help-sell-approve-reason = Por que deixa passar
help-sell-change-to-account = O troco vai para a conta do aluno
