"""`python -m bilatsum`."""

from bilatsum.cli import main

if __name__ == "__main__":
    main()
