# The dashboard: income without commissions.

normal-net = Less commissions: { $amount }
normal-commissions = Commissions
