"""An uploaded document is untrusted bytes: a process of its own opens it, which can only read and answer."""
