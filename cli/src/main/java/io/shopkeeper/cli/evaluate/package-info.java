/**
 * Trains and scores on files, without a server: {@code shopkeeper evaluate rating|recommend}. Reads
 * a file ({@link io.shopkeeper.cli.evaluate.InteractionFile}), divides it ({@link
 * io.shopkeeper.cli.evaluate.Split}), trains each algorithm, measures and reports.
 */
package io.shopkeeper.cli.evaluate;
