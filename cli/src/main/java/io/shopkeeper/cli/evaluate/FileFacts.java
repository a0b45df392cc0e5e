package io.shopkeeper.cli.evaluate;

/** What is known of a file that was read. */
record FileFacts(String file, int rows, String sha256) {}
