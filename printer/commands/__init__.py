"""The commands of ``python -m printer``, each with its arguments and its exit code."""
