# Quem fez o quê e quando, e se os fatos estão como foram escritos.

## A página
audit-page = Auditoria
audit-hint = Quem fez o quê e quando. Nada disso pode ser mudado nem apagado; se alguém mudar por fora, a verificação encontra e diz qual.
audit-anybody = Todos
audit-any-action = Tudo
audit-day = Dia
audit-day-hint = DD/MM/AAAA
audit-day-wrong = Digite o dia como 23/11/2026.
audit-older = Anteriores
audit-newer = Seguintes
audit-none = Nada anotado
audit-none-todo = Escolha outra pessoa, outra ação ou outro dia.
audit-nobody = O caixa
audit-path = Arquivo CSV onde guardar
audit-export = Exportar
audit-verify = Verificar
audit-verifying = Verificando…
audit-exported = { $count ->
    [one] 1 anotação em { $path }.
   *[other] { $count } anotações em { $path }.
}
audit-verified = Tudo está como foi escrito: { $facts } fatos. Cabeça da cadeia: { $head }
audit-not-verified = { $altered } fatos não estão como foram escritos. Não continue sem olhar: avise o gerente e guarde uma cópia do banco. Cabeça da cadeia: { $head }
audit-head-when = Quando
audit-head-who = Quem
audit-head-what = O quê
audit-head-action = Ação
audit-head-subject = Sobre
audit-head-detail = Detalhe

## O que se encontra
audit-altered = { $table }, linha { $seq }: { $how }
audit-altered-sale = { $table }, linha { $seq } (cupom { $number }): { $how }
audit-how-changed = mudou
audit-how-deleted = falta
audit-how-inserted = foi posto por fora
audit-how-cut-off = falta o fim da cadeia

## As ações, para escolher
audit-action-discount = Descontos
audit-action-approve-restriction = Avisos autorizados
audit-action-approve-credit = Crédito autorizado
audit-action-approve-daily-limit = Limite do dia passado
audit-action-void = Anulações
audit-action-refund = Devoluções
audit-action-lunch-plan = Planos de almoço
audit-action-pupil-lunch = Inscrições no almoço
audit-action-pupil-lunch-ended = Inscrições encerradas
audit-action-alert-seen = Avisos revisados
audit-action-export = Arquivos exportados
audit-action-wrong-pin = PIN errado
audit-action-health-seen = Dados de saúde vistos
audit-action-self-check = Verificações
audit-action-restore = Cópias restauradas
audit-action-cancel-job = Impressões canceladas
audit-action-open-drawer = Gaveta aberta
audit-action-audit-export = Auditoria exportada
audit-action-approve-weekly-limit = Limite da semana passado
audit-action-approve-monthly-limit = Limite do mês passado
audit-action-approve-meal-limit = Limite do recreio passado
audit-action-approve-items = Mais unidades autorizadas
audit-action-approve-hours = Venda fora do horário
audit-action-approve-blocked = Produto bloqueado autorizado
audit-action-approve-difference = Diferenças de caixa autorizadas
audit-action-limits = Limites de alunos
audit-action-meal-breaks = Recreios
audit-action-tender-terms = Formas de pagamento
audit-action-rights = Permissões
audit-action-user-added = Usuários novos
audit-action-user-let-in = Usuários habilitados
audit-action-user-let-out = Usuários desligados
audit-action-pin-reset = PINs redefinidos
audit-action-pin-changed = PINs trocados
audit-action-card-given = Cartões da equipe
audit-action-card-blocked = Cartões da equipe bloqueados
audit-action-card-opened = Cartões da equipe liberados
audit-action-lunch-payment-back = Pagamentos de almoço devolvidos
audit-action-account-correction = Correções de contas
audit-action-account-top-up-undone = Cargas anuladas
audit-action-account-transfer = Transferências entre contas
audit-action-account-payout = Saldos devolvidos
audit-action-account-share = Contas compartilhadas
audit-action-account-card-issued = Cartões entregues
audit-action-account-card-replaced = Cartões trocados
audit-action-account-card-blocked = Cartões bloqueados
audit-action-account-card-unblocked = Cartões liberados
audit-action-account-card-expiry = Validades de cartões
audit-action-shift-opened = Turnos abertos
audit-action-shift-closed = Turnos fechados
audit-action-shift-handed-over = Passagens de caixa
audit-action-cash-paid-in = Entradas de dinheiro
audit-action-cash-paid-out = Saídas de dinheiro
audit-action-cash-drop = Retiradas para o cofre

## As ações, ditas
audit-said-discount = autorizou um desconto (cupom { $subject })
audit-said-approve-restriction = autorizou uma venda com aviso (cupom { $subject })
audit-said-approve-credit = autorizou passar do saldo (cupom { $subject })
audit-said-approve-daily-limit = autorizou passar do limite do dia (cupom { $subject })
audit-said-void = anulou uma venda (cupom { $subject })
audit-said-refund = devolveu (ticket { $subject }): { $detail }
audit-said-lunch-plan = salvou o plano de almoço { $subject }: { $detail }
audit-said-pupil-lunch = inscreveu { $subject } no almoço: { $detail }
audit-said-pupil-lunch-ended = encerrou a inscrição de { $subject } no almoço: { $detail }
audit-said-alert-seen = revisou um aviso. { $subject }
audit-said-export = exportou para { $subject }
audit-said-wrong-pin = PIN errado, { $detail } seguidos
audit-said-health-seen = olhou os dados de saúde { $subject ->
    [all] de todos
   *[other] de { $subject }
 }
audit-said-self-check = o caixa se verificou: { $subject ->
    [ok] tudo certo
   *[other] encontrou algo
 }
audit-said-restore = restaurou a cópia { $subject }
audit-said-cancel-job = cancelou a impressão { $subject }
audit-said-open-drawer = abriu a gaveta sem venda
audit-said-audit-export = exportou { $detail } anotações para { $subject }
audit-said-approve-weekly-limit = autorizou passar do limite da semana (cupom { $subject })
audit-said-approve-monthly-limit = autorizou passar do limite do mês (cupom { $subject })
audit-said-approve-meal-limit = autorizou passar do limite do recreio (cupom { $subject })
audit-said-approve-items = autorizou mais unidades que as permitidas (cupom { $subject })
audit-said-approve-hours = autorizou uma venda fora do horário (cupom { $subject })
audit-said-approve-blocked = autorizou um produto bloqueado (cupom { $subject })
audit-said-approve-difference = autorizou a diferença do fechamento Z { $subject }
audit-said-limits = mudou os limites de { $subject }
audit-said-meal-breaks = mudou os recreios: { $detail }
audit-said-tender-terms = mudou uma forma de pagamento: comissão { $detail }
audit-said-rights = mudou as permissões de { $subject }: { $detail }
audit-said-user-added = adicionou o usuário { $subject }
audit-said-user-let-in = habilitou o usuário { $subject }
audit-said-user-let-out = desligou o usuário { $subject }
audit-said-pin-reset = redefiniu o PIN de { $subject }
audit-said-pin-changed = trocou o PIN de { $subject }
audit-said-card-given = deu um cartão a { $subject }
audit-said-card-blocked = bloqueou um cartão de { $subject }
audit-said-card-opened = liberou um cartão de { $subject }
audit-said-lunch-payment-back = devolveu um pagamento de almoço
audit-said-account-correction = corrigiu a conta de { $subject }: { $detail }
audit-said-account-top-up-undone = anulou uma carga de { $subject }: { $detail }
audit-said-account-transfer = transferiu da conta de { $subject }: { $detail }
audit-said-account-payout = devolveu o saldo de { $subject }: { $detail }
audit-said-account-share = mudou com quem { $subject } compartilha a conta
audit-said-account-card-issued = deu um cartão a { $subject }: { $detail }
audit-said-account-card-replaced = trocou um cartão de { $subject }: { $detail }
audit-said-account-card-blocked = bloqueou um cartão de { $subject }: { $detail }
audit-said-account-card-unblocked = liberou um cartão de { $subject }: { $detail }
audit-said-account-card-expiry = mudou a validade de um cartão de { $subject }: { $detail }
audit-said-shift-opened = abriu o turno com { $detail }
audit-said-shift-closed = fechou o turno: Z { $subject }
audit-said-shift-handed-over = recebeu o caixa
audit-said-cash-paid-in = pôs dinheiro: { $detail }
audit-said-cash-paid-out = tirou dinheiro: { $detail }
audit-said-cash-drop = levou dinheiro ao cofre: { $detail }
audit-said-other = { $action } { $subject }

## Na linha de comando
cli-bad-head = «{ $text }» não é a cabeça de uma cadeia: escreve-se como 12: e 64 letras. Nada foi verificado.
cli-bad-day = «{ $text }» não é um dia: escreve-se como 23/11/2026 ou 2026-11-23.
cli-no-such-user = Aqui não trabalha ninguém chamado «{ $name }».
cli-file-there = { $path } já existe. Nada foi escrito: escolha outro nome.
cli-audit-no-right = Essa pessoa não pode ver a auditoria. Nada foi escrito: peça a um gerente.

help-audit = Quem fez o quê, e se os fatos estão como foram escritos
help-audit-list = Lista quem fez o quê, o mais recente primeiro
help-audit-verify = Prova que cada fato está como foi escrito
help-audit-export = Escreve tudo num arquivo CSV, e anota isso
help-audit-list-user = Só desta pessoa
help-audit-list-action = Só desta ação
help-audit-list-from = A partir deste dia
help-audit-list-to = Até este dia
help-audit-list-most = Quantas no máximo
help-audit-list-before = Só as de antes desta
help-audit-verify-head = Uma cabeça anotada antes, como a de um relatório Z
help-audit-export-file = O arquivo; não pode existir ainda
help-audit-export-user = Só desta pessoa
help-audit-export-action = Só desta ação
help-audit-export-from = A partir deste dia
help-audit-export-to = Até este dia
