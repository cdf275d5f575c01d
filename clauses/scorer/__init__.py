"""The trained clause scorer: a small fine-tuned transformer that reads blocks beside the rules."""
