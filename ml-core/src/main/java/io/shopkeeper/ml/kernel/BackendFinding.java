package io.shopkeeper.ml.kernel;

/**
 * What became of one backend at start.
 *
 * @param name scalar, vector, blas, cuda
 * @param usable whether it loaded and passed its self-test
 * @param chosen whether it computes now
 * @param detail what it runs on, or why it is not used
 */
public record BackendFinding(String name, boolean usable, boolean chosen, String detail) {}
