package io.shopkeeper.cli.worked;

/** A made-up shop, and what is measured on it. */
interface WorkedCase {

  /** As {@code --case} names it. */
  String name();

  /** Makes the shop and measures, on the kernels and threads of this process. */
  Printed run(long seed);
}
