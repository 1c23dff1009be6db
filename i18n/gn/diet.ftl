### Avañe’ẽ: techapyrã kuatia (la etiqueta). Lo que falta se dice en castellano.

restriction-call = Ehenói { $who }-pe: { $phone }
restriction-contact = Emomarandu { $who }-pe
label-question = ¿Mba’épa he’i kuatia?
label-read = Emoñe’ẽ kuatia
label-close = Emboty kuatia
label-contains = Oguereko
label-may-contain = Ikatu oguereko
label-free = Ndoguerekói
tile-unread = noñemoñe’ẽiva
