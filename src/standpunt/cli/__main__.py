"""`python -m standpunt.cli` is `standpunt`."""

from standpunt.cli import main

main()
