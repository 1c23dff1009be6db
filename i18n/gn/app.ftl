### Avañe’ẽ: pe ñembojoapyha rokẽ (la entrada). Lo que falta se dice en castellano.

locale-name = Avañe’ẽ
login-title = ¿Máva piko omba’apóta?
login-todo = Eiporavo nde réra ha ehai nde PIN.
login-locked = Caja oñembotýva
login-choose = Eiporavo téra
login-hint = PIN: 4 guive 8 peve papapy
login-checking = Oñehecha hína…
login-wrong = Ndaha’éi upe PIN. Eñeha’ã jey.
login-wrong-wait = Ndaha’éi upe PIN. Eha’arõ { $seconds } s.
login-enter = Eike
nav-checkout = Ñemu
nav-lock = Emboty
