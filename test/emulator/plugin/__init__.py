"""What moto lacks for the toolkit's stacks. Run as `python -m plugin`; see __main__.py."""
