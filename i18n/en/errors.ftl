### What went wrong: what happened, what was kept, what to do now

## The data folder and config.toml
settings-no-home = It is not known where to keep the data. Name a folder with --data-dir or CANTINA_DATA_DIR.
settings-not-a-folder = { $path } is a file, not a folder. Nothing was changed. Choose another folder with --data-dir.
settings-not-made = { $path } could not be made ({ $cause }). Check the permissions or choose another folder with --data-dir.
settings-not-writable = { $path } cannot be written to ({ $cause }). Nothing was changed. Check the permissions and the space on the disk.
settings-not-readable = { $path } cannot be read ({ $cause }). The file is as it was. Check the permissions.
settings-broken = { $path }, line { $line }: { $cause }. The file is as it was. Correct that line, or move the file away to start afresh.
settings-not-saved = { $path } could not be saved ({ $cause }). What was set before still holds. Check the space on the disk and try again.
