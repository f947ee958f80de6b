"""What table G names: each function makes one input, hands it to the program, and gives back every line it was told."""
