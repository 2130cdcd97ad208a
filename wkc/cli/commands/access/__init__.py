"""Commands about users: a new register, sessions, passwords and roles."""
