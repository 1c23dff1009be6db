# O código do cupom, e o que se paga e se devolve.

## O código de um cupom, lido
scan-ticket-title = É o cupom { $number }
scan-ticket-what = Esse código é de um cupom deste caixa, não de um produto nem de um cartão. O carrinho fica como está.
scan-ticket-open = Abrir a venda
ticket-misread = O código do tíquete foi lido errado; nada foi aberto. Escaneie de novo.
scan-ticket-stay = Ficar aqui
scan-ticket-at-lunch = É o código do cupom { $number }, não um cartão.
scan-ticket-at-lunch-todo = Leia o cartão do aluno. As vendas se abrem em Vendas.

## O que se entrega ao devolver um saldo em dinheiro
accounts-handed = Entregar
accounts-handed-rounding = Em moedas, a favor do aluno: { $rounding } a mais que o saldo.
slip-handed = Entregue

## O relatório X quando se conta às cegas
shift-x-blind = A contagem é às cegas: o que deve haver só se vê ao fechar.

## Uma troca se acerta de uma vez
ticket-tender-exchange = Crédito de troca
sales-tender-exchange = Troca
exchange-begun = Volta mercadoria no valor de { $money }. Lance o que sai: tudo se acerta junto ao cobrar.
exchange-both = Troca: volta { $money }, sai { $total }
exchange-due = A cobrar
exchange-cancel = Cancelar a troca
exchange-cancel-title = Cancelar a troca?
exchange-cancel-text = Nada se devolve nem se vende: tudo fica como antes.
exchange-keep = Continuar a troca
exchange-title = Troca
exchange-returned = Volta
exchange-goes-out = Sai
exchange-back = A devolver
exchange-even = Sem diferença
exchange-back-now = Devolver e imprimir
exchange-even-now = Trocar e imprimir
failed-void-exchanged = Esta venda saiu por uma troca e não se anula. Nada mudou: use Devolver ou Trocar.

## O recibo de um almoço
lunch-slip-title = ALMOÇOS
lunch-slip-job = Recibo de almoços { $number }

## O que não volta com uma devolução
refund-kept = O acréscimo de { $kept } por pagar assim não se devolve.
