### Reading catalogue and pupil lists
