"""The month in figures, in the words of the reform indices, and nobody in them."""
