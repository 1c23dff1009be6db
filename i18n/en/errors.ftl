### What went wrong: what happened, what was kept, what to do now
