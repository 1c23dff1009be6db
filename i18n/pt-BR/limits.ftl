# Limites dos alunos, formas de pagamento, recreios e permissões

## No caixa

pupil-owes = Deve
limit-left-week = restam nesta semana { $left }
limit-left-month = restam neste mês { $left }
limit-left-meal = restam neste recreio { $left }
limit-no = sem { $name }
limit-items-left = { $left ->
    [0] nenhum item a mais hoje
    [one] mais 1 item hoje
   *[other] mais { $left } itens hoje
 }
limit-hours = compra { $hours }
limit-tile-blocked = o responsável não permite
limit-line-blocked = O responsável não permite
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
