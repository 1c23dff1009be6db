# O painel: receita sem as comissões.

normal-net = Sem comissões: { $amount }
normal-commissions = Comissões
