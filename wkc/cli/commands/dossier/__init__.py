"""Commands about clients and their dossiers: from registration to destruction, and the parties beside them."""
