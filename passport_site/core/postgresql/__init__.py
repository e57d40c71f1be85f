"""Django's PostgreSQL backend with two things less to pay at each request (ADR 0021). See `base`."""
