"""Sites that can be sent to anyone: of every document a few short quotations, else its identifier and hashes."""
