"""What is executed: notebooks, each in a process and a kernel of its own."""
