"""Documents in, findings with exact quotes out; knows no points and no vendor."""
