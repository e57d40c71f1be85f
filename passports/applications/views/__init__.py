"""Pages of applying: each translates a request into a service call and back."""
