### What went wrong: what happened, what was kept, what to do now

## La carpeta de datos y config.toml
settings-no-home = No se sabe dónde guardar los datos. Indicá una carpeta con --data-dir o CANTINA_DATA_DIR.
settings-not-a-folder = { $path } es un archivo, no una carpeta. No se cambió nada. Elegí otra carpeta con --data-dir.
settings-not-made = No se pudo crear { $path } ({ $cause }). Revisá los permisos o elegí otra carpeta con --data-dir.
settings-not-writable = No se puede escribir en { $path } ({ $cause }). No se cambió nada. Revisá los permisos y el espacio en el disco.
settings-not-readable = No se puede leer { $path } ({ $cause }). El archivo quedó como estaba. Revisá los permisos.
settings-broken = { $path }, línea { $line }: { $cause }. El archivo quedó como estaba. Corregí esa línea, o mové el archivo para empezar de nuevo.
settings-not-saved = No se pudo guardar { $path } ({ $cause }). Sigue valiendo lo anterior. Revisá el espacio en el disco y probá de nuevo.
