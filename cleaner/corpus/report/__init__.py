"""What a run of `corpus clean` left in OUT, made readable: numbers, examples, samples, failures."""
