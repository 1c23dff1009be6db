# El panel: ingresos sin las comisiones.

normal-net = Sin comisiones: { $amount }
normal-commissions = Comisiones
