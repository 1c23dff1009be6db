# Devoluções e trocas, e as vendas de outros dias.

## Procurar
sales-day-today = Hoje, { $day }
sales-today-button = Hoje
sales-found = Encontradas
sales-query = Cupom, aluno ou leitor
sales-find = Procurar
sales-none-day = Nesse dia não houve vendas
sales-none-day-todo = Tente outro dia, ou procure por cupom ou por aluno.
sales-none-found = Nenhuma venda encontrada
sales-none-found-todo = Confira o número do cupom, ou digite o nome ou o sobrenome do aluno.
sales-is-refund = Devolução
sales-given-back = Devolvida
sales-given-back-part = Devolvida em parte
sales-refund = Devolver…
sales-exchange = Trocar…

## O diálogo
refund-title = Devolver do cupom { $number }
refund-title-exchange = Trocar do cupom { $number }
refund-what = Escolha o que volta. O dinheiro volta por onde entrou.
refund-what-exchange = Escolha o que volta. Depois se abre o caixa para o que sai, e se acerta só a diferença.
refund-all = Tudo
refund-left = Restam { $left }, foi pago { $paid }
refund-none-left = Já devolvido
refund-to-stock = Ao estoque
refund-spoiled = Descartado
refund-total = Volta
refund-nothing-chosen = Nada escolhido ainda.
refund-no-money = Não volta dinheiro.
refund-go-on = Continuar
refund-keep = Não devolver
refund-back = Voltar
refund-now = Devolver
refund-now-exchange = Devolver e vender
refund-reason-bad = Produto em mau estado
refund-reason-wrong = Produto errado
refund-reason-unwanted = Não quis

## O que se diz depois
refund-done = Devolvido { $money }. Sai o cupom { $number }.
refund-done-cash = Devolvido { $money }: entregue { $cash } em dinheiro. Sai o cupom { $number }.
refund-cart-in-hand = Há uma venda sem terminar no caixa. Cobre ou deixe em espera e tente de novo.
refund-needs-shift = Para devolver dinheiro é preciso um turno aberto. Nada foi devolvido: abra o turno no Caixa e tente de novo.
refund-difference = Troca: devolvido { $money }; diferença { $difference }

## No cupom
ticket-refund = DEVOLUÇÃO

## O que não se pode
failed-void-is-refund = Uma devolução não se anula. Nada mudou: se foi um erro, cobre de novo o que foi devolvido.
failed-void-refunded = Desta venda já se devolveu algo e ela não pode ser anulada. Nada mudou: devolva o que resta.
failed-refund-not-a-sale = Isto é uma anulação ou uma devolução. Nada mudou: procure o cupom da venda.
failed-refund-other-buyer = Foi pago da conta de outro aluno: a troca é só para ele. Nada mudou; identifique-o, ou devolva o tíquete e venda à parte.
failed-refund-voided = Esta venda está anulada: já voltou tudo. Nada mudou.
failed-refund-nothing = Nada foi escolhido para devolver. Nada mudou: escolha ao menos um produto.
failed-refund-no-line = O cupom não tem esse produto. Nada mudou: abra a venda de novo.
failed-refund-too-much = De { $name } se pode devolver no máximo { $left }. Nada mudou.
failed-refund-quantity = Essa quantidade não pode ser devolvida. Nada mudou: escolha outra.
failed-refund-not-approved = A permissão não é para devolver. Nada mudou: peça o PIN de novo.
failed-refund-changed = Alguém acabou de devolver algo desta venda. Nada mais mudou: abra-a de novo.
