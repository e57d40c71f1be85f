"""The invented scheme of Arlenshire: pure data, no Django. `seed_demo` reads it and writes the rows."""
