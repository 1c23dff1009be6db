### Training mode: all on a copy that is thrown away.

training-word = TRAINING
training-band = Nothing of this is real
training-begin = Practise
training-begin-hint = On a copy of your data that is thrown away at the end.
training-end = End training
training-real-paper = Use the printer
training-virtual-paper = Paper on screen
training-preparing = Preparing the training…
training-failed = Training could not begin ({ $cause }). Nothing was changed. Look at the space on the disk and try again.
training-ended = Training has ended: its copy is deleted. Now it is for real.
training-footer = TRAINING: this paper is not valid
training-not-now = Finish what is open and try again.
training-not-here = This is not changed in training: it belongs to the real canteen.
training-paper-on = Training tickets come out of the printer.
training-paper-off = Training tickets are seen on the screen.
training-paper-none = No printer is set up: they stay on the screen.

## The command line
help-any-training = Opens the till in training mode, on a copy that is thrown away at the end
cli-training-alone = Training opens alone: "cantina --training", without another command.
