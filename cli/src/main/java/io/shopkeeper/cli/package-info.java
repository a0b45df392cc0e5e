/**
 * The program behind {@code ./shopkeeper}: one class per command, results as readable text or, with
 * {@code --json}, as one object a line. Exit status 0 ok, 1 failed, 2 wrong usage.
 */
package io.shopkeeper.cli;
